//! The order in which things come: other for every seed, the same for one.

use super::{Item, ItemKind};

impl Item {
    /// The order in which the options are shown, other for every seed, and never the right one where
    /// the options are to be put in order. Phrases of a passage are shown as they stand in it.
    #[must_use]
    pub fn shown(&self, seed: u64) -> Vec<u8> {
        let mut order: Vec<u8> = (0..u8::try_from(self.options.len()).unwrap_or(u8::MAX)).collect();
        shuffle(&mut order, mix(seed, &self.id));
        if self.kind == ItemKind::Order && order.is_sorted() {
            order.rotate_left(1);
        }
        if let (ItemKind::Trigger, Some(passage)) = (self.kind, &self.passage) {
            order.sort_by_key(|&at| passage.find(&self.options[usize::from(at)].text));
        }
        order
    }

    /// The order in which the partners of a match are shown.
    #[must_use]
    pub fn partners(&self, seed: u64) -> Vec<u8> {
        self.shown(seed ^ 0x9E37_79B9_7F4A_7C15)
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
pub(super) fn mix(seed: u64, name: &str) -> u64 {
    name.bytes().fold(seed ^ 0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

/// Fisher and Yates's shuffle.
pub(super) fn shuffle<T>(list: &mut [T], mut seed: u64) {
    for at in (1..list.len()).rev() {
        let other = split_mix(&mut seed) % (at as u64 + 1);
        list.swap(at, usize::try_from(other).unwrap_or(0));
    }
}

#[cfg(test)]
mod tests {
    use crate::quiz::{ItemKind, item::tests::item};

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
    fn phrases_are_shown_as_they_stand_in_their_passage() {
        let mut trigger = item(ItemKind::Trigger, &[true, false, false]);
        trigger.passage = Some("one two three".into());
        for (option, text) in trigger.options.iter_mut().zip(["two", "three", "one"]) {
            option.text = text.into();
        }
        assert!((0..20).all(|seed| trigger.shown(seed) == [2, 0, 1]));
    }
}
