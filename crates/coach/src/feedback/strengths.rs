//! What an answer does well. Praise is earned, and points at the words that earned it.

use std::ops::Range;

use super::{
    Context, Move, Strength, StrengthKind,
    clause::Who,
    lexicon::{self, Lexicon},
    moves,
};
use crate::part::Part;

/// Says what the apology is for; "for the inconvenience" is no particular thing.
const SPECIFIC: &Lexicon = &[
    "apolog*|sorry .. for|about|that his|her|their|the|our|my|your",
    "apolog*|sorry .. for|about|that what|how|having|making|it|you|we|i",
];
const EMPTY: &Lexicon = &["for|about .. inconvenience|trouble|everything|issue|any"];
/// Names of feelings.
const FEELINGS: &Lexicon = &[
    "frustrat*|upset*|angry|anger|annoy*|worr*|scared|afraid|anxious|anxiety|disappoint*|stress*",
    "embarrass*|humiliat*|confus*|overwhelm*|ignored|furious",
    "nervous|tired|exhausted|rotten|awful|unfair",
];
/// A time by which something will happen.
const TIMES: &Lexicon = &[
    "#|an|one minute*|hour*|day*",
    "by|before|until|at #|@day|lunch|midday",
    "within|in .. minute*|hour*|day*",
    "every # minutes|hours",
    "tomorrow|tonight",
    "end of the day|week|shift",
];

/// All strengths in order of the text, each kind at most once.
#[must_use]
pub fn all(context: &Context) -> Vec<Strength> {
    if !context.facts.judgeable {
        return Vec::new();
    }
    let mut found: Vec<Strength> = StrengthKind::ALL
        .iter()
        .filter_map(|kind| find(context, *kind).map(|hit| (kind, hit)))
        .map(|(kind, hit)| Strength { kind: *kind, span: context.span(hit) })
        .collect();
    found.sort_by_key(|strength| (strength.span, strength.kind));
    found
}

fn find(context: &Context, kind: StrengthKind) -> Option<Range<usize>> {
    match kind {
        StrengthKind::Listened => made(context, Move::Listen).map(|(_, hit)| hit).next(),
        StrengthKind::SpecificApology => {
            let mut sorry = made(context, Move::Apologise);
            sorry.find_map(|(range, _)| {
                let hit = lexicon::first(&context.words, range.clone(), SPECIFIC)?;
                // What it is for stands in the next few words, up to a comma.
                let within = hit.end..(hit.end + 6).min(range.end);
                let broken = |at: &usize| context.words.get(*at).is_some_and(|w| w.after_break);
                let end = within.clone().find(broken).unwrap_or(within.end);
                (!context.says(hit.start..end, EMPTY)).then_some(hit.start..end)
            })
        }
        StrengthKind::NamedFeeling => made(context, Move::Acknowledge)
            .find_map(|(range, _)| lexicon::first(&context.words, range, FEELINGS)),
        StrengthKind::OwnSteps => own_steps(context),
        StrengthKind::CheckableResult => {
            if !context.facts.evidence {
                return None;
            }
            context.ranges_of(Part::Result).find(|range| context.is_evidence(range.clone()))
        }
        StrengthKind::Lesson => context.ranges_of(Part::Insight).last(),
        StrengthKind::TimedPromise => made(context, Move::Commit)
            .find_map(|(range, _)| lexicon::first(&context.words, range, TIMES)),
    }
}

/// The sentences where the speaker makes a move, with the words that show it.
fn made<'a>(
    context: &'a Context<'_>,
    kind: Move,
) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + 'a {
    let all = context.sentences.iter().zip(&context.ranges).zip(&context.clauses);
    all.filter(move |((sentence, _), _)| sentence.moves.contains(&kind)).filter_map(
        move |((_, range), clauses)| {
            let hit = moves::cue(&context.words, range.clone(), kind, clauses)?;
            Some((range.clone(), hit))
        },
    )
}

/// From the first to the last "I …" of the sentence with the most, where the answer has three.
fn own_steps(context: &Context) -> Option<Range<usize>> {
    let own = |at: usize| {
        let part = context.sentences[at].part;
        let list = context.clauses[at].iter();
        list.filter(move |c| c.who == Who::I && Context::is_step((part, c)))
    };
    if context.facts.own_actions < 3 {
        return None;
    }
    // On a tie the first sentence wins.
    let best = (0..context.sentences.len()).rev().max_by_key(|at| own(*at).count())?;
    let from = own(best).next()?.words.start;
    let to = context.ranges[best].end;
    Some(from..to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        feedback::{Model, Prompt, report},
        question::Asks,
    };

    fn strengths(text: &str) -> Vec<(StrengthKind, String)> {
        let report = report(
            Model::shipped(),
            &Prompt { text: "Tell me about a time.", asks: Asks::Example },
            text,
        );
        report.strengths.iter().map(|s| (s.kind, s.span.of(text).to_owned())).collect()
    }

    #[test]
    fn praise_points_at_words() {
        let found = strengths(
            "A man came in with a torn coat last May. I let him finish and I said sorry about the \
             torn sleeve. I told him that must be frustrating before a wedding. I promised to ring \
             within two hours. He came back on Friday and bought a scarf. I learned to check every \
             seam before a coat leaves the shop.",
        );
        let kinds: Vec<_> = found.iter().map(|(kind, _)| *kind).collect();
        for kind in [
            StrengthKind::Listened,
            StrengthKind::SpecificApology,
            StrengthKind::NamedFeeling,
            StrengthKind::OwnSteps,
            StrengthKind::TimedPromise,
            StrengthKind::CheckableResult,
            StrengthKind::Lesson,
        ] {
            assert!(kinds.contains(&kind), "{kind:?}: {found:#?}");
        }
        assert!(found.contains(&(StrengthKind::NamedFeeling, "frustrating".into())));
        assert!(found.contains(&(StrengthKind::TimedPromise, "within two hours".into())));
    }

    #[test]
    fn an_empty_apology_earns_nothing() {
        let found = strengths(
            "A guest was angry last week. I said sorry for any inconvenience and moved on.",
        );
        assert!(!found.iter().any(|(kind, _)| *kind == StrengthKind::SpecificApology), "{found:?}");
    }

    #[test]
    fn no_praise_for_nothing() {
        assert_eq!(strengths("I am a very good listener."), []);
        assert_eq!(strengths(""), []);
    }
}
