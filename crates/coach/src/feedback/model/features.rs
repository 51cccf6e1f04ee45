//! What the model sees of a sentence: runs of its words, how many of them are rare, who does what in
//! it, which phrases of the lexicons stand in it, and where it stands itself. Each is hashed to a row of
//! the model's table.
//!
//! Two features may share a row; at this size that costs nothing that can be measured.

use std::ops::Range;

use crate::{
    feedback::{
        clause::{Clause, Says, Who},
        model::Common,
        moves, part, verbs,
        words::Words,
    },
    part::Part,
    question::Asks,
};

/// How many rows the model's table has.
pub const ROWS: u32 = 1 << 15;

/// A row of the model's table.
pub type Feature = u32;

/// Kinds of feature: the first thing that is hashed, so that kinds do not meet.
#[derive(Clone, Copy)]
enum Kind {
    Word = 1,
    Pair,
    Triple,
    Gap,
    Stem,
    SortPair,
    SortTriple,
    Head,
    SortHead,
    Owned,
    OwnedPair,
    Clause,
    ClauseFor,
    ClausePair,
    Shape,
    FromStart,
    FromEnd,
    FifthFor,
    FifthShape,
    EndShapeFor,
    StartShape,
    Length,
    Asks,
    Points,
    Against,
    Begun,
    Done,
    Phrase,
    Owner,
    Rare,
    RareShare,
    RareFirst,
    RareShape,
    RarePlace,
}

/// FNV-1a, 32 bits.
#[derive(Clone, Copy)]
struct Hash(u32);

impl Hash {
    const PRIME: u32 = 0x0100_0193;

    const fn of(kind: Kind) -> Self {
        Self((0x811C_9DC5 ^ kind as u32).wrapping_mul(Self::PRIME))
    }

    fn and(self, word: &str) -> Self {
        let hash = word.bytes().fold(self.0, |h, b| (h ^ u32::from(b)).wrapping_mul(Self::PRIME));
        // A mark between words, so that "a bc" and "ab c" differ.
        Self((hash ^ 0xFF).wrapping_mul(Self::PRIME))
    }

    const fn plus(self, number: u32) -> Self {
        Self((self.0 ^ number.wrapping_add(0x9E37)).wrapping_mul(Self::PRIME))
    }

    /// The row. The low bits of FNV are its weakest, so higher ones are mixed in.
    const fn row(self) -> Feature {
        (self.0 ^ (self.0 >> 15)) % ROWS
    }
}

/// A word as the model reads it: all numbers are one.
fn plain(word: &str) -> &str {
    if word.starts_with(|c: char| c.is_ascii_digit()) { "#" } else { word }
}

/// Small words that stand as they are in runs of kinds, sorted.
const SMALL: &[&str] = &[
    "always", "and", "are", "be", "because", "been", "but", "can", "could", "did", "didn't", "do",
    "does", "had", "has", "have", "he", "her", "him", "his", "i", "i'd", "i'll", "i'm", "if", "is",
    "it", "me", "my", "never", "not", "now", "our", "she", "should", "so", "that", "their", "them",
    "then", "there", "these", "they", "this", "to", "us", "usually", "was", "we", "were", "what",
    "when", "which", "who", "will", "would", "you", "your",
];

/// The kind of a word, for runs in which only the small words stand as they are.
fn kind(word: &str) -> &str {
    if SMALL.binary_search(&word).is_ok() {
        word
    } else if word.starts_with(|c: char| c.is_ascii_digit()) {
        "#"
    } else if verbs::is_past(word) {
        "-ed"
    } else if word.len() > 4 && word.ends_with("ing") {
        "-ing"
    } else if word.len() > 4 && word.ends_with("ly") {
        "-ly"
    } else {
        "x"
    }
}

/// Where a sentence stands, and in what.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Which sentence it is.
    pub at: usize,
    /// Of how many.
    pub of: usize,
    /// What form of answer was asked for.
    pub asks: Asks,
    /// Whether the speaker has acted in an earlier sentence.
    pub begun: bool,
    /// Whether the speaker acts in no later sentence, nor in this one.
    pub done: bool,
    /// The points that the hand-written reading gives to each part.
    pub points: [i32; Part::ALL.len()],
}

/// The features of every sentence of an answer.
pub fn of_answer(
    words: &Words,
    ranges: &[Range<usize>],
    clauses: &[Vec<Clause>],
    asks: Asks,
    common: &Common,
) -> Vec<Vec<Feature>> {
    let acts = |list: &Vec<Clause>| list.iter().any(part::is_own_deed);
    let (first, last) = (clauses.iter().position(acts), clauses.iter().rposition(acts));
    let points = part::points(words, ranges, clauses, asks);
    let sentences = ranges.iter().zip(clauses).zip(points).enumerate();
    sentences
        .map(|(at, ((range, clauses), points))| {
            let place = Place {
                at,
                of: ranges.len(),
                asks,
                begun: first.is_some_and(|first| first < at),
                done: last.is_some_and(|last| last < at),
                points,
            };
            of_sentence(words, range.clone(), clauses, place, common)
        })
        .collect()
}

/// The features of one sentence, each once.
#[must_use]
pub fn of_sentence(
    words: &Words,
    range: Range<usize>,
    clauses: &[Clause],
    place: Place,
    common: &Common,
) -> Vec<Feature> {
    if range.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::with_capacity(range.len() * 10 + 48);
    runs(words, range.clone(), clauses, &mut out);
    let own = clauses.iter().any(|c| c.who == Who::I && matches!(c.says, Says::Did | Says::Would));
    let past = clauses.iter().any(|c| matches!(c.says, Says::Did | Says::Was));
    let shape = u32::from(own) + 2 * u32::from(past) + 4 * u32::from(clauses.is_empty());
    who_does_what(clauses, place.asks, &mut out);
    where_it_stands(range.len(), shape, place, &mut out);
    let rare = range.clone().filter(|at| !common.holds(words.folded(*at))).count();
    of_rare_words(rare, range.len(), clauses.first(), shape, place, &mut out);
    for (part, points) in (0..).zip(place.points) {
        let steps = (1..).zip([1, 3, 5, 7, 10]).filter(|(_, least)| points >= *least);
        out.extend(steps.map(|(step, _)| Hash::of(Kind::Points).plus(part).plus(step).row()));
        if points < 0 {
            out.push(Hash::of(Kind::Against).plus(part).row());
        }
    }
    moves::phrases(words, range, clauses, |kind, phrase, owner, denied| {
        out.push(Hash::of(Kind::Phrase).plus(kind as u32).plus(phrase).row());
        let owner = owner.map_or(9, |who| who as u32);
        out.push(Hash::of(Kind::Owner).plus(kind as u32).plus(owner).plus(u32::from(denied)).row());
    });
    out.sort_unstable();
    out.dedup();
    out
}

/// Runs of words, of kinds of words, and words with whose they are.
fn runs(words: &Words, range: Range<usize>, clauses: &[Clause], out: &mut Vec<Feature>) {
    let all: Vec<&str> = range.clone().map(|at| plain(words.folded(at))).collect();
    let kinds: Vec<&str> = range.clone().map(|at| kind(words.folded(at))).collect();
    let mut clause = 0;
    for (at, word) in all.iter().enumerate() {
        let (next, third) = (all.get(at + 1).copied(), all.get(at + 2).copied());
        out.push(Hash::of(Kind::Word).and(word).row());
        let pair = Hash::of(Kind::Pair).and(word).and(next.unwrap_or("$"));
        out.push(pair.row());
        if let (Some(next), Some(third)) = (next, third) {
            out.push(Hash::of(Kind::Triple).and(word).and(next).and(third).row());
            out.push(Hash::of(Kind::Gap).and(word).and(third).row());
        }
        if let Some(stem) = word.get(..5).filter(|_| word.len() > 5) {
            out.push(Hash::of(Kind::Stem).and(stem).row());
        }
        let next_kind = kinds.get(at + 1).copied().unwrap_or("$");
        let pair = Hash::of(Kind::SortPair).and(kinds[at]).and(next_kind);
        out.push(pair.row());
        if let Some(third) = kinds.get(at + 2) {
            out.push(Hash::of(Kind::SortTriple).and(kinds[at]).and(next_kind).and(third).row());
        }
        while clauses.get(clause).is_some_and(|c| c.words.start <= range.start + at) {
            clause += 1;
        }
        let owner = clause.checked_sub(1).and_then(|nth| clauses.get(nth));
        let owner = owner.map_or(9, |c| c.who as u32 + 16 * u32::from(c.negated));
        out.push(Hash::of(Kind::Owned).plus(owner).and(word).row());
        if let Some(next) = next {
            out.push(Hash::of(Kind::OwnedPair).plus(owner).and(word).and(next).row());
        }
    }
    let head =
        |kind: Kind, words: &[&str]| words.iter().fold(Hash::of(kind), |h, w| h.and(w)).row();
    out.extend((1..=3.min(all.len())).map(|upto| head(Kind::Head, &all[..upto])));
    out.extend((2..=4.min(kinds.len())).map(|upto| head(Kind::SortHead, &kinds[..upto])));
}

fn who_does_what(clauses: &[Clause], asks: Asks, out: &mut Vec<Feature>) {
    for (nth, clause) in clauses.iter().take(6).enumerate() {
        let one = |kind| {
            Hash::of(kind)
                .plus(clause.who as u32)
                .plus(clause.says as u32)
                .plus(u32::from(nth == 0))
        };
        out.push(one(Kind::Clause).row());
        out.push(one(Kind::ClauseFor).plus(asks as u32).row());
    }
    if let [first, second, ..] = clauses {
        let pair = Hash::of(Kind::ClausePair).plus(first.who as u32).plus(first.says as u32);
        out.push(pair.plus(second.who as u32).plus(second.says as u32).row());
    }
}

fn where_it_stands(length: usize, shape: u32, place: Place, out: &mut Vec<Feature>) {
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let asks = place.asks as u32;
    let from_start = small(place.at.min(4));
    let from_end = small((place.of - 1 - place.at).min(3));
    let fifth = small(place.at * 5 / place.of);
    out.extend([
        Hash::of(Kind::Shape).plus(shape).row(),
        Hash::of(Kind::FromStart).plus(from_start).row(),
        Hash::of(Kind::FromEnd).plus(from_end).row(),
        Hash::of(Kind::FifthFor).plus(fifth).plus(asks).row(),
        Hash::of(Kind::FifthShape).plus(fifth).plus(shape).row(),
        Hash::of(Kind::EndShapeFor).plus(from_end).plus(shape).plus(asks).row(),
        Hash::of(Kind::StartShape).plus(from_start).plus(shape).row(),
        Hash::of(Kind::Length).plus(length.ilog2()).row(),
        Hash::of(Kind::Asks).plus(asks).row(),
        Hash::of(Kind::Begun).plus(u32::from(place.begun)).plus(shape).row(),
        Hash::of(Kind::Done).plus(u32::from(place.done)).plus(shape).row(),
    ]);
}

/// A scene is told in words that few others use; beliefs are told in everybody's.
fn of_rare_words(
    rare: usize,
    of: usize,
    first: Option<&Clause>,
    shape: u32,
    place: Place,
    out: &mut Vec<Feature>,
) {
    let small = |number: usize, most: usize| u32::try_from(number.min(most)).unwrap_or(u32::MAX);
    let tenths = rare * 10 / of;
    let first = first.map_or(99, |clause| clause.who as u32 * 8 + clause.says as u32);
    let stands = u32::from(place.at == 0) + 2 * u32::from(place.begun) + 4 * u32::from(place.done);
    out.extend([
        Hash::of(Kind::Rare).plus(small(rare, 4)).row(),
        Hash::of(Kind::RareShare).plus(small(tenths, 5)).row(),
        Hash::of(Kind::RareFirst).plus(small(rare, 3)).plus(first).row(),
        Hash::of(Kind::RareShape).plus(small(rare, 3)).plus(shape).plus(place.asks as u32).row(),
        Hash::of(Kind::RarePlace).plus(small(tenths, 3)).plus(stands).row(),
    ]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::clause;

    fn features(text: &str) -> Vec<Feature> {
        let words = Words::of(text);
        let range = 0..words.len();
        let clauses = [clause::read(&words, range.clone())];
        of_answer(&words, &[range], &clauses, Asks::Example, &Common::default()).remove(0)
    }

    #[test]
    fn the_same_words_give_the_same_rows_and_others_give_others() {
        let (one, two) = (features("I rang the bank."), features("She rang the bank."));
        assert_eq!(one, features("I rang the bank."));
        assert!(one != two && one.iter().any(|row| two.contains(row)));
        assert!(one.iter().all(|row| *row < ROWS));
    }

    #[test]
    fn the_small_words_can_be_searched() {
        assert!(SMALL.is_sorted());
    }

    #[test]
    fn any_text_has_features() {
        for text in ["", "1", "日本語のこたえ", "é́́ ß", "word"] {
            let _ = features(text);
        }
    }
}
