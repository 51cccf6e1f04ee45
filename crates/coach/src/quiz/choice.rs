//! An answer that is being put together.

use super::{Answer, Item, ItemKind};

/// What is chosen so far. Places are those in [`Item::options`], unless said otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    kind: ItemKind,
    /// For an order, the options as they stand; for a match, each option's partner; else what is
    /// chosen.
    places: Vec<Option<u8>>,
}

impl Pick {
    /// Nothing chosen yet; an order stands as it is shown.
    #[must_use]
    pub fn new(item: &Item, seed: u64) -> Self {
        let places = match item.kind {
            ItemKind::Order => item.shown(seed).into_iter().map(Some).collect(),
            ItemKind::Match => vec![None; item.options.len()],
            _ => Vec::new(),
        };
        Self { kind: item.kind, places }
    }

    /// Chooses an option: in place of the one before, or, where several may be chosen, beside them. One
    /// of several that is chosen already is taken back.
    pub fn choose(&mut self, option: u8) {
        if self.kind != ItemKind::Several {
            self.places = vec![Some(option)];
        } else if self.is_chosen(option) {
            self.places.retain(|chosen| *chosen != Some(option));
        } else {
            self.places.push(Some(option));
        }
    }

    /// Whether an option is chosen.
    #[must_use]
    pub fn is_chosen(&self, option: u8) -> bool {
        self.places.contains(&Some(option))
    }

    /// Moves what stands in one place of an order to another one; what is between gives way. Says
    /// whether anything moved.
    pub fn shift(&mut self, from: usize, to: usize) -> bool {
        if from == to || from.max(to) >= self.places.len() {
            return false;
        }
        let moved = self.places.remove(from);
        self.places.insert(to, moved);
        true
    }

    /// What stands in a place of an order.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<u8> {
        self.places.get(place).copied().flatten()
    }

    /// Gives an option a partner, or takes it away. It is not taken from another option that has it:
    /// whoever goes through a list by keyboard passes by many.
    pub fn pair(&mut self, option: usize, partner: Option<u8>) {
        if let Some(place) = self.places.get_mut(option) {
            *place = partner;
        }
    }

    /// Whether the partner of an option is also that of another one.
    #[must_use]
    pub fn is_shared(&self, option: usize) -> bool {
        let same = |other: &&Option<u8>| **other == self.at(option) && other.is_some();
        self.kind == ItemKind::Match && self.places.iter().filter(same).count() > 1
    }

    /// The partner of an option.
    #[must_use]
    pub fn partner(&self, option: usize) -> Option<u8> {
        self.at(option)
    }

    /// The answer, once there is one: in a match each option needs a partner of its own.
    #[must_use]
    pub fn answer(&self) -> Option<Answer> {
        if (0..self.places.len()).any(|option| self.is_shared(option)) {
            return None;
        }
        let answer: Answer = self.places.iter().copied().collect::<Option<_>>()?;
        (!answer.is_empty()).then_some(answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::item::tests::item;

    fn pick(kind: ItemKind) -> Pick {
        Pick::new(&item(kind, &[true, true, false, false]), 1)
    }

    #[test]
    fn one_choice_takes_the_place_of_the_other_and_several_stand_beside_each_other() {
        let mut single = pick(ItemKind::Trigger);
        assert_eq!(single.answer(), None);
        single.choose(2);
        single.choose(1);
        assert_eq!(single.answer(), Some(vec![1]));
        let mut several = pick(ItemKind::Several);
        for option in [2, 0, 3, 2] {
            several.choose(option);
        }
        assert_eq!(several.answer(), Some(vec![0, 3]));
        several.choose(0);
        several.choose(3);
        assert_eq!(several.answer(), None);
    }

    #[test]
    fn what_is_moved_in_an_order_pushes_the_rest_along() {
        let mut order = pick(ItemKind::Order);
        order.places = [0, 1, 2, 3].map(Some).into();
        assert!(order.shift(3, 0));
        assert_eq!(order.answer(), Some(vec![3, 0, 1, 2]));
        assert!(order.shift(0, 1));
        assert_eq!(order.answer(), Some(vec![0, 3, 1, 2]));
        assert!(!order.shift(0, 4) && !order.shift(9, 0) && !order.shift(2, 2));
        assert_eq!(order.at(1), Some(3));
    }

    #[test]
    fn a_match_is_an_answer_once_each_has_a_partner_of_its_own() {
        let mut pairs = pick(ItemKind::Match);
        for (option, partner) in [(0, 2), (1, 2), (2, 0)] {
            pairs.pair(option, Some(partner));
        }
        assert!(pairs.is_shared(0) && pairs.is_shared(1) && !pairs.is_shared(2));
        assert!(!pairs.is_shared(3), "two without a partner share none");
        pairs.pair(3, Some(3));
        assert_eq!(pairs.answer(), None);
        pairs.pair(1, Some(1));
        assert_eq!(pairs.answer(), Some(vec![2, 1, 0, 3]));
        pairs.pair(3, None);
        pairs.pair(9, Some(0));
        assert_eq!((pairs.partner(3), pairs.answer()), (None, None));
    }
}
