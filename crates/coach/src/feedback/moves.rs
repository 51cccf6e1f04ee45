//! The nine service moves: what the speaker does, or would do, for the other person.

use std::ops::Range;

use super::{
    Move,
    clause::{Clause, Who},
    lexicon::{self, Lexicon},
    move_cues,
    words::Words,
};
use crate::part::Part;

/// What shows that a move is named but not made.
const DENIED: &Lexicon =
    &["never|didn't|don't|not|wouldn't|without|won't|nobody|instead|rather|no-one"];

/// What shows that a time is told to somebody, and not only when something happened.
const SPEAKS: &Lexicon = &[
    "tell|told|say|said|promis*|name|named|give|gave",
    "giving|write|wrote|agree|agreed|set|i'll|i'd|would|will",
];

/// The moves visible in a sentence, in the order of [`Move::ALL`]. Only what the speaker does or
/// would do counts, so only sentences of action hold any.
#[must_use]
pub fn visible(words: &Words, range: Range<usize>, part: Part, clauses: &[Clause]) -> Vec<Move> {
    if part != Part::Action {
        return Vec::new();
    }
    let shown = |kind: &Move| cue(words, range.clone(), *kind, clauses).is_some();
    Move::ALL.iter().copied().filter(shown).collect()
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
fn owner(hit: &Range<usize>, clauses: &[Clause]) -> Option<Who> {
    let after = clauses.partition_point(|c| c.words.start <= hit.start || c.words.end <= hit.end);
    clauses.get(after.checked_sub(1)?).map(|clause| clause.who)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::clause;

    fn moves(text: &str) -> Vec<Move> {
        let words = Words::of(text);
        let all = 0..words.len();
        visible(&words, all.clone(), Part::Action, &clause::read(&words, all))
    }

    #[test]
    fn each_move() {
        for (text, expected) in [
            ("I let her finish before I said anything.", Move::Listen),
            ("I told him that must be really frustrating.", Move::Acknowledge),
            ("I apologised for the wait.", Move::Apologise),
            ("I asked what had gone wrong.", Move::Clarify),
            ("I offered a refund or a new pair.", Move::Options),
            ("I took it to my supervisor.", Move::Escalate),
            ("I said that I'd ring by noon.", Move::Commit),
            ("I logged the call.", Move::Document),
            ("I thanked her for her patience.", Move::Thank),
        ] {
            assert!(moves(text).contains(&expected), "{text}: {:?}", moves(text));
        }
    }

    #[test]
    fn what_others_do_or_nobody_does_is_no_move() {
        assert_eq!(moves("I waited and then she apologised."), []);
        assert_eq!(moves("I never apologised."), []);
        assert_eq!(moves("I packed the box."), []);
    }

    #[test]
    fn background_holds_no_moves() {
        let words = Words::of("I listened.");
        assert_eq!(visible(&words, 0..2, Part::Situation, &[]), []);
    }
}
