//! One go at a quiz: which item comes next, what was answered, and how it went.

use serde::{Deserialize, Serialize};

use super::{Item, ItemKind};

/// What someone answered: places in [`Item::options`].
///
/// For one right option, that one. For several, all that were chosen, in any order. For an order, all
/// of them as they were put. For a match, for each option the place of the option whose partner it was
/// given.
pub type Answer = Vec<u8>;

/// How an answer compares with the item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whether all of it is right.
    pub right: bool,
    /// For each option, whether what was done with it is right.
    pub each: Vec<bool>,
}

impl Item {
    /// Compares an answer with the item.
    #[must_use]
    pub fn judge(&self, answer: &[u8]) -> Outcome {
        let chosen = |at: usize| answer.iter().any(|&a| usize::from(a) == at);
        let is_right = |at: usize| match self.kind {
            ItemKind::Order | ItemKind::Match => {
                answer.get(at).is_some_and(|&a| usize::from(a) == at)
            }
            _ => chosen(at) == self.options[at].right,
        };
        let each: Vec<bool> = (0..self.options.len()).map(is_right).collect();
        Outcome { right: each.iter().all(|right| *right), each }
    }

    /// The order in which the options are shown, other for every seed, and never the right one where
    /// the options are to be put in order.
    #[must_use]
    pub fn shown(&self, seed: u64) -> Vec<u8> {
        let mut order: Vec<u8> = (0..u8::try_from(self.options.len()).unwrap_or(u8::MAX)).collect();
        shuffle(&mut order, mix(seed, &self.id));
        if self.kind == ItemKind::Order && order.is_sorted() {
            order.rotate_left(1);
        }
        order
    }

    /// The order in which the partners of a match are shown.
    #[must_use]
    pub fn partners(&self, seed: u64) -> Vec<u8> {
        self.shown(seed ^ 0x9E37_79B9_7F4A_7C15)
    }
}

/// One go at a quiz, as it is saved. Those answered wrong come again at the end, once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Round {
    /// Other for every round; decides the order of items and options.
    pub seed: u64,
    /// The items by id, in the order of play.
    pub items: Vec<String>,
    /// What was answered: first to each item, then again to those that were wrong.
    pub given: Vec<Given>,
}

/// One answer of a round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Given {
    /// What was answered.
    pub answer: Answer,
    /// Whether it was right. Kept, so that the result stays if the item is mended later.
    pub right: bool,
}

/// What is to be done next in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task<'a> {
    /// The item's id.
    pub item: &'a str,
    /// Its number, from 1, among the first tries or among the second ones.
    pub number: usize,
    /// How many there are of these.
    pub of: usize,
    /// Whether it comes for the second time.
    pub again: bool,
}

/// How a round went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// How many were right at the first try.
    pub right: usize,
    /// How many items there were.
    pub of: usize,
    /// How many of the others were right at the second try.
    pub mended: usize,
}

impl Score {
    /// Right at the first try, in percent, rounded down.
    #[must_use]
    pub fn percent(self) -> usize {
        (self.right * 100).checked_div(self.of).unwrap_or(0)
    }
}

impl Round {
    /// A new round with at most `count` of the items, shuffled.
    #[must_use]
    pub fn new<'a>(items: impl IntoIterator<Item = &'a str>, count: usize, seed: u64) -> Self {
        let mut items: Vec<String> = items.into_iter().map(str::to_owned).collect();
        shuffle(&mut items, mix(seed, "items"));
        items.truncate(count);
        Self { seed, items, given: Vec::new() }
    }

    /// The ids of the items that were wrong at the first try, as far as it has come.
    pub fn wrong(&self) -> impl Iterator<Item = &str> {
        self.items
            .iter()
            .zip(&self.given)
            .filter(|(_, given)| !given.right)
            .map(|(id, _)| id.as_str())
    }

    /// What comes next; `None` where the round is over.
    #[must_use]
    pub fn next(&self) -> Option<Task<'_>> {
        let (done, of) = (self.given.len(), self.items.len());
        if let Some(item) = self.items.get(done) {
            return Some(Task { item, number: done + 1, of, again: false });
        }
        let (at, of) = (done - of, self.wrong().count());
        self.wrong().nth(at).map(|item| Task { item, number: at + 1, of, again: true })
    }

    /// Takes the answer to the item that comes next.
    pub fn answer(&mut self, item: &Item, answer: Answer) {
        let right = item.judge(&answer).right;
        self.given.push(Given { answer, right });
    }

    /// Leaves out items that there are no longer, so that a round from an older bank can go on.
    pub fn keep(&mut self, is_there: impl Fn(&str) -> bool) {
        if self.items.iter().all(|id| is_there(id)) {
            return;
        }
        // Second tries follow from the first ones: they are asked again.
        let first = self.given.len().min(self.items.len());
        let kept: Vec<bool> = self.items.iter().map(|id| is_there(id)).collect();
        let mut keep = kept.iter();
        self.given.truncate(first);
        self.given.retain(|_| keep.next().copied().unwrap_or(false));
        let mut keep = kept.iter();
        self.items.retain(|_| keep.next().copied().unwrap_or(false));
    }

    /// How it went so far.
    #[must_use]
    pub fn score(&self) -> Score {
        let first = self.given.len().min(self.items.len());
        let right = |given: &[Given]| given.iter().filter(|given| given.right).count();
        Score {
            right: right(&self.given[..first]),
            of: self.items.len(),
            mended: right(&self.given[first..]),
        }
    }
}

/// The next number of SplitMix64 (Steele, Lea and Flood 2014).
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// A seed for one purpose: FNV-1a over its name, from the round's seed on.
fn mix(seed: u64, name: &str) -> u64 {
    name.bytes().fold(seed ^ 0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

/// Fisher and Yates's shuffle.
fn shuffle<T>(list: &mut [T], mut seed: u64) {
    for at in (1..list.len()).rev() {
        let other = split_mix(&mut seed) % (at as u64 + 1);
        list.swap(at, usize::try_from(other).unwrap_or(0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::Choice;

    fn item(kind: ItemKind, rights: &[bool]) -> Item {
        let choice = |right: &bool| Choice {
            text: String::new(),
            pair: String::new(),
            right: *right,
            why: String::new(),
        };
        Item {
            id: "i".into(),
            kind,
            ask: String::new(),
            passage: None,
            options: rights.iter().map(choice).collect(),
            see: vec![],
            sources: vec![],
        }
    }

    #[test]
    fn each_kind_is_judged_by_its_own_rule() {
        let single = item(ItemKind::Single, &[false, true, false]);
        assert!(single.judge(&[1]).right);
        assert_eq!(single.judge(&[0]).each, [false, false, true]);
        let several = item(ItemKind::Several, &[true, false, true]);
        assert!(several.judge(&[2, 0]).right);
        assert!(!several.judge(&[0]).right && !several.judge(&[0, 1, 2]).right);
        for kind in [ItemKind::Order, ItemKind::Match] {
            let item = item(kind, &[false; 3]);
            assert!(item.judge(&[0, 1, 2]).right);
            assert_eq!(item.judge(&[0, 2, 1]).each, [true, false, false]);
            assert!(!item.judge(&[]).right && !item.judge(&[9, 9]).right);
        }
    }

    #[test]
    fn options_are_shuffled_the_same_for_a_seed_and_never_give_an_order_away() {
        let order = item(ItemKind::Order, &[false; 4]);
        for seed in 0..500 {
            let shown = order.shown(seed);
            assert_eq!(shown, order.shown(seed));
            assert!(!shown.is_sorted());
            let mut all = shown.clone();
            all.sort_unstable();
            assert_eq!(all, [0, 1, 2, 3]);
        }
        let single = item(ItemKind::Single, &[true, false, false, false]);
        let first = (0..4_000).filter(|seed| single.shown(*seed)[0] == 0).count();
        assert!((900..1_100).contains(&first), "{first} of 4000 in the first place");
    }

    #[test]
    fn the_wrong_ones_come_again_once_at_the_end() {
        let it = item(ItemKind::Single, &[true, false]);
        let mut round =
            Round { seed: 1, items: vec!["a".into(), "b".into(), "c".into()], given: vec![] };
        let mut seen = Vec::new();
        let mut answers = [0, 1, 1, 0, 1].into_iter();
        while let Some(task) = round.next() {
            seen.push((task.item.to_owned(), task.number, task.of, task.again));
            round.answer(&it, vec![answers.next().unwrap()]);
        }
        let expected = [
            ("a", 1, 3, false),
            ("b", 2, 3, false),
            ("c", 3, 3, false),
            ("b", 1, 2, true),
            ("c", 2, 2, true),
        ];
        assert_eq!(seen, expected.map(|(id, n, of, again)| (id.to_owned(), n, of, again)));
        assert_eq!(round.score(), Score { right: 1, of: 3, mended: 1 });
        assert_eq!(round.score().percent(), 33);
    }

    #[test]
    fn a_round_goes_on_when_an_item_is_gone() {
        let it = item(ItemKind::Single, &[true, false]);
        let mut round =
            Round { seed: 1, items: vec!["a".into(), "b".into(), "c".into()], given: vec![] };
        round.answer(&it, vec![1]);
        round.answer(&it, vec![0]);
        round.keep(|id| id != "a");
        assert_eq!(round.items, ["b", "c"]);
        assert_eq!(round.score(), Score { right: 1, of: 2, mended: 0 });
        assert_eq!(round.next().unwrap().item, "c");
    }

    #[test]
    fn a_new_round_takes_as_many_as_there_are() {
        let ids = ["a", "b", "c", "d"];
        assert_eq!(Round::new(ids, 10, 7).items.len(), 4);
        assert_eq!(Round::new(ids, 2, 7).items.len(), 2);
        let orders: std::collections::BTreeSet<_> =
            (0..50).map(|s| Round::new(ids, 4, s).items).collect();
        assert!(orders.len() > 10);
    }
}
