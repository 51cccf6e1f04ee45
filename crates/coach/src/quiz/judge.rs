//! Comparing an answer with its item.

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

/// An outcome in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All of it is right.
    Right,
    /// All but one slip: one option too many or too few, or two that changed places.
    Close,
    /// Less than that.
    NotYet,
}

/// What is to be said about one option of an item that was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// To be chosen, and chosen.
    Found,
    /// To be chosen, and left.
    Missed,
    /// To be left, and chosen.
    Mistaken,
    /// To be left, and left.
    Left,
    /// In its place, or with its partner.
    Placed,
    /// In this other place (from 0), or with the partner of the option there. `None` where the answer
    /// does not say: the item has been changed since.
    Misplaced(Option<usize>),
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

    /// The same in a word.
    #[must_use]
    pub fn verdict(&self, answer: &[u8]) -> Verdict {
        let each = self.judge(answer).each;
        let slips = each.iter().filter(|right| !**right).count();
        let is_close = match self.kind {
            ItemKind::Single | ItemKind::Better | ItemKind::Trigger => false,
            ItemKind::Several => slips == 1,
            ItemKind::Order | ItemKind::Match => slips == 2 && each.len() > 3,
        };
        match slips {
            0 => Verdict::Right,
            _ if is_close => Verdict::Close,
            _ => Verdict::NotYet,
        }
    }

    /// What is to be said about an option, by its place.
    #[must_use]
    pub fn remark(&self, option: usize, answer: &[u8]) -> Remark {
        let is_it = |&a: &u8| usize::from(a) == option;
        let other = match self.kind {
            // Where it was put.
            ItemKind::Order => answer.iter().position(is_it),
            // Whose partner it was given.
            ItemKind::Match => answer.get(option).map(|&a| usize::from(a)),
            _ => {
                let right = self.options.get(option).is_some_and(|option| option.right);
                return match (right, answer.iter().any(is_it)) {
                    (true, true) => Remark::Found,
                    (true, false) => Remark::Missed,
                    (false, true) => Remark::Mistaken,
                    (false, false) => Remark::Left,
                };
            }
        };
        let other = other.filter(|at| *at < self.options.len());
        if other == Some(option) { Remark::Placed } else { Remark::Misplaced(other) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::item::tests::item;

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
    fn one_slip_is_close_and_a_single_choice_is_right_or_not() {
        let single = item(ItemKind::Single, &[true, false, false]);
        assert_eq!(single.verdict(&[0]), Verdict::Right);
        assert_eq!(single.verdict(&[1]), Verdict::NotYet);
        let several = item(ItemKind::Several, &[true, true, false, false]);
        assert_eq!(several.verdict(&[0]), Verdict::Close);
        assert_eq!(several.verdict(&[0, 1, 2]), Verdict::Close);
        assert_eq!(several.verdict(&[0, 2]), Verdict::NotYet);
        for kind in [ItemKind::Order, ItemKind::Match] {
            let four = item(kind, &[false; 4]);
            assert_eq!(four.verdict(&[0, 1, 2, 3]), Verdict::Right);
            assert_eq!(four.verdict(&[1, 0, 2, 3]), Verdict::Close);
            assert_eq!(four.verdict(&[1, 2, 0, 3]), Verdict::NotYet);
            // Of three, two that changed places are most of it.
            assert_eq!(item(kind, &[false; 3]).verdict(&[1, 0, 2]), Verdict::NotYet);
        }
    }

    #[test]
    fn what_was_done_with_an_option_is_told_by_its_kind() {
        let several = item(ItemKind::Several, &[true, true, false, false]);
        let told: Vec<_> = (0..4).map(|at| several.remark(at, &[0, 2])).collect();
        assert_eq!(told, [Remark::Found, Remark::Missed, Remark::Mistaken, Remark::Left]);
        // The first was put last: it stands in place 2.
        let order = item(ItemKind::Order, &[false; 3]);
        assert_eq!(order.remark(0, &[1, 2, 0]), Remark::Misplaced(Some(2)));
        assert_eq!(order.remark(2, &[1, 0, 2]), Remark::Placed);
        // The first was given the partner of the second.
        let pairs = item(ItemKind::Match, &[false; 3]);
        assert_eq!(pairs.remark(0, &[1, 2, 0]), Remark::Misplaced(Some(1)));
        assert_eq!(pairs.remark(1, &[0, 1, 2]), Remark::Placed);
        assert_eq!(pairs.remark(2, &[0, 1]), Remark::Misplaced(None));
        assert_eq!(pairs.remark(2, &[0, 1, 9]), Remark::Misplaced(None));
    }
}
