//! One go at a quiz: which item comes next, what was answered, and how it went.

use serde::{Deserialize, Serialize};

use super::{
    Answer, Item,
    shuffle::{mix, shuffle},
};

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
    /// Whether it has only those that were wrong in another round: its result is not to be compared
    /// with those of whole rounds.
    pub part: bool,
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
    /// Decides the order of its options, see [`Item::shown`].
    pub seed: u64,
}

/// What has become of one item of a round so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trace {
    /// Not asked yet.
    ToCome,
    /// Being asked, for the first or the second time.
    Now,
    /// Right at the first try.
    Right,
    /// Wrong at the first try, and not right since.
    Wrong,
    /// Wrong at the first try and right at the second.
    Mended,
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
        Self { seed, items, given: Vec::new(), part: false }
    }

    /// A new round with the items that were wrong at the first try in this one.
    #[must_use]
    pub fn of_wrong(&self, seed: u64) -> Self {
        Self { part: true, ..Self::new(self.wrong(), self.items.len(), seed) }
    }

    /// The ids of the items that were wrong at the first try, as far as it has come.
    pub fn wrong(&self) -> impl Iterator<Item = &str> {
        self.items
            .iter()
            .zip(&self.given)
            .filter(|(_, given)| !given.right)
            .map(|(id, _)| id.as_str())
    }

    /// The task of a turn, counted from 0; `None` after the last one. Which items come again is only
    /// known once all have been asked.
    #[must_use]
    pub fn turn(&self, turn: usize) -> Option<Task<'_>> {
        let of = self.items.len();
        if let Some(item) = self.items.get(turn) {
            return Some(Task { item, number: turn + 1, of, again: false, seed: self.seed });
        }
        if self.given.len() < of {
            return None;
        }
        let (at, of) = (turn - of, self.wrong().count());
        // Other than the first time, so that no place is remembered instead of a reason.
        let seed = mix(self.seed, "again");
        self.wrong().nth(at).map(|item| Task { item, number: at + 1, of, again: true, seed })
    }

    /// What comes next; `None` where the round is over.
    #[must_use]
    pub fn next(&self) -> Option<Task<'_>> {
        self.turn(self.given.len())
    }

    /// The answers to an item, by its place in the round: the first one, and the second one where it
    /// came again.
    #[must_use]
    pub fn tries(&self, at: usize) -> (Option<&Given>, Option<&Given>) {
        let is_wrong = |given: &&Given| !given.right;
        let first = self.given[..self.given.len().min(self.items.len())].get(at);
        let second = first.filter(is_wrong).and_then(|_| {
            let before = self.given[..at].iter().filter(is_wrong).count();
            self.given.get(self.items.len() + before)
        });
        (first, second)
    }

    /// What has become of each item, in the order of play, while the task of that turn is shown.
    #[must_use]
    pub fn traces(&self, turn: usize) -> Vec<Trace> {
        let now = self.turn(turn).map(|task| task.item);
        let trace = |(at, id): (usize, &String)| match self.tries(at) {
            _ if now == Some(id) => Trace::Now,
            (None, _) => Trace::ToCome,
            (Some(first), _) if first.right => Trace::Right,
            (_, Some(second)) if second.right => Trace::Mended,
            _ => Trace::Wrong,
        };
        self.items.iter().enumerate().map(trace).collect()
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
        let kept: Vec<bool> = self.items.iter().map(|id| is_there(id)).collect();
        let wrong: Vec<bool> = self.wrong().map(&is_there).collect();
        let second = self.given.split_off(self.given.len().min(self.items.len()));
        let first = std::mem::take(&mut self.given);
        let still = |list: Vec<Given>, is_there: &[bool]| -> Vec<Given> {
            list.into_iter()
                .zip(is_there)
                .filter(|(_, there)| **there)
                .map(|(one, _)| one)
                .collect()
        };
        self.given = still(first, &kept);
        self.given.extend(still(second, &wrong));
        let mut kept = kept.into_iter();
        self.items.retain(|_| kept.next().unwrap_or(false));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::{ItemKind, item::tests::item};

    #[test]
    fn the_wrong_ones_come_again_once_at_the_end() {
        let it = item(ItemKind::Single, &[true, false]);
        let mut round = Round {
            seed: 1,
            items: vec!["a".into(), "b".into(), "c".into()],
            given: vec![],
            part: false,
        };
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
    fn the_wrong_ones_make_a_round_of_their_own() {
        let it = item(ItemKind::Single, &[true, false]);
        let mut round = Round::new(["a", "b", "c", "d"], 4, 3);
        for answer in [0, 1, 0, 1] {
            round.answer(&it, vec![answer]);
        }
        let wrong: Vec<_> = round.wrong().map(str::to_owned).collect();
        let part = round.of_wrong(4);
        assert!(part.part && part.given.is_empty());
        assert!(part.items.len() == 2 && wrong.iter().all(|id| part.items.contains(id)));
    }

    #[test]
    fn a_second_try_has_its_options_in_another_order() {
        let it = item(ItemKind::Single, &[true, false]);
        let mut round = Round::new(["a", "b"], 2, 3);
        let first = round.next().unwrap().seed;
        assert_eq!(round.turn(2), None, "nobody knows yet what comes again");
        round.answer(&it, vec![0]);
        round.answer(&it, vec![1]);
        let second = round.next().unwrap();
        assert!(second.again && second.seed != first);
    }

    #[test]
    fn what_became_of_each_item_can_be_seen_at_any_turn() {
        use Trace::{Mended, Now, Right, ToCome, Wrong};
        let it = item(ItemKind::Single, &[true, false]);
        let mut round = Round::new(["a", "b", "c"], 3, 3);
        assert_eq!(round.traces(0), [Now, ToCome, ToCome]);
        for answer in [1, 0, 1] {
            round.answer(&it, vec![answer]);
        }
        // The last answer is still being looked at.
        assert_eq!(round.traces(2), [Wrong, Right, Now]);
        assert_eq!(round.traces(3), [Now, Right, Wrong]);
        round.answer(&it, vec![0]);
        assert_eq!(round.traces(4), [Mended, Right, Now]);
        round.answer(&it, vec![1]);
        assert_eq!(round.traces(5), [Mended, Right, Wrong]);
        let (first, second) = round.tries(2);
        assert!(
            first.is_some_and(|given| !given.right) && second.is_some_and(|given| !given.right)
        );
        assert_eq!(round.tries(1).1, None);
    }

    #[test]
    fn a_round_goes_on_when_an_item_is_gone() {
        let it = item(ItemKind::Single, &[true, false]);
        let mut round = Round {
            seed: 1,
            items: vec!["a".into(), "b".into(), "c".into()],
            given: vec![],
            part: false,
        };
        round.answer(&it, vec![1]);
        round.answer(&it, vec![0]);
        round.keep(|id| id != "a");
        assert_eq!(round.items, ["b", "c"]);
        assert_eq!(round.score(), Score { right: 1, of: 2, mended: 0 });
        assert_eq!(round.next().unwrap().item, "c");
        // The second tries of those that stay are kept too.
        round.answer(&it, vec![1]);
        assert!(round.next().unwrap().again);
        round.answer(&it, vec![0]);
        round.keep(|id| id != "b");
        assert_eq!((round.next(), round.score()), (None, Score { right: 0, of: 1, mended: 1 }));
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
