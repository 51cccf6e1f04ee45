//! What an answer does well. Praise is earned, and points at the words that earned it.

mod cues;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::{
    Context, Finding, FindingKind, Move, Span, Strength, StrengthKind,
    clause::Who,
    lexicon::{self, Lexicon},
    moves, next,
};
use crate::{part::Part, question::Asks};

/// From so many own steps on they are praised as such.
const SEVERAL: usize = 3;

/// All strengths in order of the text, each kind at most once, none twice for the same words, and none
/// that a finding speaks against.
#[must_use]
pub fn all(context: &Context, findings: &[Finding]) -> Vec<Strength> {
    let has = |kind: FindingKind| findings.iter().any(|finding| finding.kind == kind);
    if !context.facts.judgeable || has(FindingKind::OffQuestion) {
        return Vec::new();
    }
    let mut found: Vec<Strength> = Vec::new();
    for kind in StrengthKind::ALL {
        // A small thing is said only where there is no greater one.
        if kind.is_small() && !found.is_empty() || against(*kind).iter().any(|kind| has(*kind)) {
            continue;
        }
        let Some(hit) = find(context, *kind) else { continue };
        let hit = if is_told(*kind) { next::act::around(context, hit) } else { hit };
        let span = context.span(hit);
        let praised = |other: &Strength| {
            let steps = StrengthKind::OwnSteps;
            *kind != steps && other.kind != steps && overlap(other.span, span)
        };
        // A time makes a promise no better that nobody could keep.
        let mut whole = context.sentences.iter().map(|sentence| sentence.span);
        let around = match kind {
            StrengthKind::TimedPromise => {
                whole.find(|sentence| overlap(*sentence, span)).unwrap_or(span)
            }
            _ => span,
        };
        if found.iter().any(praised) || is_marked(findings, around) {
            continue;
        }
        let steps = if *kind == StrengthKind::OwnSteps { context.facts.own_actions } else { 1 };
        let count = u32::try_from(steps).unwrap_or(u32::MAX);
        found.push(Strength { kind: *kind, span, count });
    }
    found.sort_by_key(|strength| (strength.span, strength.kind));
    found
}

/// Whether its words are best shown with what was done: "I asked her when it had begun".
const fn is_told(kind: StrengthKind) -> bool {
    matches!(
        kind,
        StrengthKind::Confirmed
            | StrengthKind::KeptPromise
            | StrengthKind::OwnedMistake
            | StrengthKind::AskedFirst
            | StrengthKind::PlainWords
            | StrengthKind::PassedOn
            | StrengthKind::Listened
    )
}

/// The findings that say the contrary.
const fn against(kind: StrengthKind) -> &'static [FindingKind] {
    match kind {
        StrengthKind::Confirmed | StrengthKind::CheckableResult => {
            &[FindingKind::NoEvidence, FindingKind::NoResult]
        }
        StrengthKind::Lesson => &[FindingKind::NoInsight],
        StrengthKind::OwnSteps | StrengthKind::OneStep => {
            &[FindingKind::NoOwnAction, FindingKind::WeOnly]
        }
        StrengthKind::RealMoment => &[FindingKind::NoExample],
        StrengthKind::OwnedMistake => &[FindingKind::Blame],
        _ => &[],
    }
}

const fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

/// Whether a finding about these very words says that they do harm.
fn is_marked(findings: &[Finding], span: Span) -> bool {
    const HARM: &[FindingKind] = &[
        FindingKind::Blame,
        FindingKind::TriggerPhrase,
        FindingKind::Overpromise,
        FindingKind::PolicyFirst,
    ];
    let harm = findings.iter().filter(|finding| HARM.contains(&finding.kind));
    harm.flat_map(|finding| &finding.spans).any(|harm| overlap(*harm, span))
}

fn find(context: &Context, kind: StrengthKind) -> Option<Range<usize>> {
    match kind {
        StrengthKind::Listened => made(context, Move::Listen).map(|(_, hit)| hit).next(),
        StrengthKind::SpecificApology => {
            let mut sorry = made(context, Move::Apologise);
            sorry.find_map(|(range, _)| {
                let hit = lexicon::first(&context.words, range.clone(), cues::SPECIFIC)?;
                // What it is for stands in the next few words, up to a comma.
                let within = hit.end..(hit.end + 6).min(range.end);
                let broken = |at: &usize| context.words.get(*at).is_some_and(|w| w.after_break);
                let end = within.clone().find(broken).unwrap_or(within.end);
                (!context.says(hit.start..end, cues::EMPTY)).then_some(hit.start..end)
            })
        }
        StrengthKind::NamedFeeling => made(context, Move::Acknowledge)
            .find_map(|(range, _)| lexicon::first(&context.words, range, cues::FEELINGS)),
        StrengthKind::OwnSteps => own_steps(context),
        StrengthKind::CheckableResult => {
            if !context.facts.evidence {
                return None;
            }
            context.ranges_of(Part::Result).find(|range| context.is_evidence(range.clone()))
        }
        StrengthKind::Lesson => context.ranges_of(Part::Insight).last(),
        StrengthKind::TimedPromise => made(context, Move::Commit)
            .find_map(|(range, _)| lexicon::first(&context.words, range, cues::TIMES)),
        StrengthKind::AskedFirst => asked_first(context),
        StrengthKind::KeptPromise => {
            let kept = mine(context, cues::KEPT)?;
            context.says(0..kept.start, cues::PROMISED).then_some(kept)
        }
        StrengthKind::Confirmed => {
            let mut endings = context.ranges_of(Part::Result);
            endings.find_map(|range| said(context, range, cues::CONFIRMS))
        }
        StrengthKind::PlainWords => mine(context, cues::PLAIN),
        StrengthKind::OwnedMistake => {
            context.ranges.iter().find_map(|range| said(context, range.clone(), cues::OWNED))
        }
        StrengthKind::PassedOn => made(context, Move::Document).map(|(_, hit)| hit).next(),
        StrengthKind::RealMoment => {
            if context.prompt.asks != Asks::Example || !context.facts.event {
                return None;
            }
            context
                .ranges_of(Part::Situation)
                .find_map(|range| lexicon::first(&context.words, range, cues::MOMENT))
        }
        StrengthKind::OneStep => next::one_step(context),
    }
}

/// Where a phrase stands that is not denied.
fn said(context: &Context, range: Range<usize>, phrases: &'static Lexicon) -> Option<Range<usize>> {
    let all = lexicon::all(&context.words, range.clone(), phrases);
    all.into_iter().find(|hit| {
        let around = hit.start.saturating_sub(3).max(range.start)..hit.end;
        !context.says(around, cues::NOT)
    })
}

/// Where a phrase tells what the speaker did or would do.
fn mine(context: &Context, phrases: &'static Lexicon) -> Option<Range<usize>> {
    context.ranges.iter().zip(&context.clauses).find_map(|(range, clauses)| {
        let hit = said(context, range.clone(), phrases)?;
        let after = clauses.partition_point(|clause| clause.words.start <= hit.start);
        let clause = clauses.get(after.checked_sub(1)?)?;
        (clause.who == Who::I && clause.is_act()).then_some(hit)
    })
}

/// A question to the person that comes before any other deed but meeting them.
fn asked_first(context: &Context) -> Option<Range<usize>> {
    if context.facts.own_actions < 2 {
        return None;
    }
    for (at, (range, clauses)) in context.ranges.iter().zip(&context.clauses).enumerate() {
        let sentence = &context.sentences[at];
        let step = |from: usize| {
            let mut deeds = clauses.iter().filter(|c| c.words.start >= from && c.who == Who::I);
            deeds.any(|clause| Context::is_step((sentence.part, clause)))
        };
        if !step(range.start) {
            continue;
        }
        if sentence.moves.contains(&Move::Clarify) {
            let hit = said(context, range.clone(), cues::ASKS)?;
            // Somebody else may have asked.
            let before = clauses.partition_point(|clause| clause.words.start <= hit.start);
            let owner = clauses.get(before.checked_sub(1)?)?;
            let more = step(hit.end) || context.ranges.len() > at + 1;
            let first = clauses.iter().filter(|c| c.who == Who::I && c.is_act()).count();
            let is_first = clauses.iter().position(|c| c == owner).is_some_and(|nth| nth <= 1);
            return (owner.who == Who::I && more && is_first && first > 0).then_some(hit);
        }
        // Listening, and saying sorry, may come before it.
        if !sentence.moves.iter().any(|kind| MEETS.contains(kind)) {
            return None;
        }
    }
    None
}

/// Moves that meet the person and solve nothing yet.
const MEETS: &[Move] = &[Move::Listen, Move::Acknowledge, Move::Apologise, Move::Thank];

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
    if context.facts.own_actions < SEVERAL {
        return None;
    }
    // On a tie the first sentence wins.
    let best = (0..context.sentences.len()).rev().max_by_key(|at| own(*at).count())?;
    let from = own(best).next()?.words.start;
    let to = context.ranges[best].end;
    Some(from..to)
}
