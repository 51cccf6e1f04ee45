//! The words that everybody uses, learned from the answers that teach.

use serde::{Deserialize, Serialize};

use crate::feedback::words::Words;

/// Which words are common: a bit for each of the short forms that words are hashed to. Of a hundred
/// rare words about one is taken for a common one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Vec<u16>", into = "Vec<u16>")]
pub struct Common {
    /// The short forms, sorted.
    short: Vec<u16>,
}

impl Common {
    /// Words that stand in at least `least` of the texts.
    #[must_use]
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>, least: usize) -> Self {
        let mut counts = vec![0usize; 1 << 16];
        for text in texts {
            let words = Words::of(text);
            let mut seen: Vec<u16> = (0..words.len()).map(|at| short(words.folded(at))).collect();
            seen.sort_unstable();
            seen.dedup();
            seen.iter().for_each(|short| counts[usize::from(*short)] += 1);
        }
        let often = counts.iter().enumerate().filter(|(_, count)| **count >= least);
        Self { short: often.filter_map(|(short, _)| u16::try_from(short).ok()).collect() }
    }

    /// Whether a word is one of them. Numbers are.
    #[must_use]
    pub fn holds(&self, word: &str) -> bool {
        word.starts_with(|c: char| c.is_ascii_digit())
            || self.short.binary_search(&short(word)).is_ok()
    }
}

/// From the file: in any order, as a damaged one may have it.
impl From<Vec<u16>> for Common {
    fn from(mut short: Vec<u16>) -> Self {
        short.sort_unstable();
        Self { short }
    }
}

impl From<Common> for Vec<u16> {
    fn from(common: Common) -> Self {
        common.short
    }
}

/// FNV-1a, folded to 16 bits.
fn short(word: &str) -> u16 {
    let hash = word
        .bytes()
        .fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    u16::try_from((hash ^ (hash >> 16)) & 0xFFFF).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_many_say_is_common() {
        let common = Common::of(["I rang the bank.", "I rang and rang.", "The zebra, I think."], 2);
        assert!(common.holds("i") && common.holds("rang") && common.holds("the"));
        assert!(!common.holds("zebra") && !common.holds("bank"));
        assert!(common.holds("42"));
    }

    #[test]
    fn it_comes_back_from_its_file() {
        let common = Common::of(["one two three"], 1);
        let bytes = postcard::to_allocvec(&common).expect("plain data packs");
        assert_eq!(postcard::from_bytes::<Common>(&bytes).expect("it was packed"), common);
    }
}
