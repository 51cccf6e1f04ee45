//! The nine service moves: which words speak for them, and whose deed they are.

use std::ops::Range;

use super::{
    Move,
    clause::{Clause, Who},
    lexicon::{self, Lexicon},
    move_cues,
    words::Words,
};

/// What shows that a move is named but not made.
pub(super) const DENIED: &Lexicon =
    &["never|didn't|don't|not|wouldn't|without|won't|nobody|instead|rather|no-one"];

/// What shows that a time is told to somebody, and not only when something happened.
const SPEAKS: &Lexicon = &[
    "tell|told|say|said|promis*|name|named|give|gave",
    "giving|write|wrote|agree|agreed|set|i'll|i'd|would|will",
];

/// Calls back for every phrase of the lexicons that stands in a sentence: the move that it speaks for,
/// its number, whose deed it is, and whether it is denied.
pub fn phrases(
    words: &Words,
    range: Range<usize>,
    clauses: &[Clause],
    mut found: impl FnMut(Move, u32, Option<Who>, bool),
) {
    for kind in Move::ALL {
        for (number, hit) in lexicon::each(words, range.clone(), move_cues::of(*kind)) {
            let before = hit.start.saturating_sub(2).max(range.start)..hit.start;
            let denied = lexicon::has(words, before, DENIED);
            found(*kind, number, owner(&hit, clauses), denied);
        }
    }
    if let Some(hit) = lexicon::first(words, range.clone(), move_cues::TIMES) {
        let spoken = lexicon::has(words, range, SPEAKS);
        found(Move::Commit, u32::MAX, owner(&hit, clauses), !spoken);
    }
}

/// The words that show a move in a sentence.
#[must_use]
pub fn cue(
    words: &Words,
    range: Range<usize>,
    kind: Move,
    clauses: &[Clause],
) -> Option<Range<usize>> {
    let mut hits = lexicon::all(words, range.clone(), move_cues::of(kind));
    if kind == Move::Commit && lexicon::has(words, range.clone(), SPEAKS) {
        hits.extend(lexicon::all(words, range.clone(), move_cues::TIMES));
    }
    hits.into_iter().find(|hit| {
        let before = hit.start.saturating_sub(2).max(range.start)..hit.start;
        let denied = kind != Move::Commit && lexicon::has(words, before, DENIED);
        !denied && owner(hit, clauses) != Some(Who::Person)
    })
}

/// Whose deed the words are: the subject of the last clause whose verb stands before or in them.
pub(super) fn owner(hit: &Range<usize>, clauses: &[Clause]) -> Option<Who> {
    let after = clauses.partition_point(|c| c.words.start <= hit.start || c.words.end <= hit.end);
    clauses.get(after.checked_sub(1)?).map(|clause| clause.who)
}
