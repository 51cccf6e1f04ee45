//! What the next step can be said with: for each finding, the words of the answer that it turns on,
//! as data. How they are put is decided at the edge.
//!
//! ```text
//! Finding ── clauses, sentences ──► Said (words ready to be quoted) ─┐
//!         └─ sentence without the words meant ──► mended ────────────┴─► Next
//! ```
//! Nothing here is guessed: where the answer has no words that fit, there is [`Next::Nothing`].

pub(super) mod act;
mod background;
mod fact;
mod mend;
mod pattern;
mod said;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use pattern::{Better, Promise};
pub use said::Said;

use super::{
    Context, Finding, FindingKind, Span,
    clause::Who,
    rules::{too_long, too_short},
};
use crate::{part::Part, question::Asks};

/// What one next step can be said with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Next {
    /// None of the answer's own words help here.
    #[default]
    Nothing,
    /// An act of the speaker's after which something should be told.
    After {
        /// The act. Turned, it reads on after "you".
        act: Said,
        /// Whether it is told as done; else as intended or usual, with the verb in its base form.
        done: bool,
        /// Whom it was done for.
        other: Other,
    },
    /// The sentence that tells the outcome, for which something to believe is wanted.
    Outcome {
        /// The sentence.
        said: Said,
        /// Whose reaction could be told.
        other: Other,
    },
    /// What "we" did, of which the speaker's own share should be told.
    Ours(Said),
    /// What somebody else did, beside which the speaker's own deed should stand.
    Theirs(Said),
    /// General words where a step or an ending should be seen.
    General {
        /// The words.
        said: Said,
        /// Whether they stand for the ending rather than for a step.
        ending: bool,
    },
    /// The same sentence without the words meant.
    Without(String),
    /// A fact beside the blame that can stay.
    Fact(Said),
    /// A rule, and the kind sentence that could stand before it.
    Rule {
        /// The rule.
        rule: Said,
        /// A kind sentence that comes later, if there is one.
        kind: Option<Said>,
    },
    /// Background that could be shorter.
    Background {
        /// Where to begin.
        said: Said,
        /// What to do with it.
        cut: Cut,
        /// About how many words should go.
        words: u32,
    },
    /// A promise that nobody could keep.
    Promise {
        /// The promise.
        said: Said,
        /// What sort it is.
        sort: Promise,
    },
    /// Words that inflame.
    Instead {
        /// The words.
        said: Said,
        /// What could be said in their place.
        better: Better,
    },
    /// A habit of which one case could be told.
    Habit(Said),
    /// The part with the fewest words.
    Thin {
        /// The part.
        part: Part,
        /// How many words the answer needs more, at least.
        words: u32,
    },
}

/// Whom the answer is about besides the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    /// Only "she" is spoken of.
    She,
    /// Only "he" is spoken of.
    He,
    /// Only "they" are spoken of.
    They,
    /// Several, or nobody by a pronoun.
    Somebody,
}

/// How background can become shorter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// The sentence serves no part: it can go.
    Drop,
    /// It can be joined with the one before it.
    Join,
    /// It is the only one, and long.
    Shorten,
    /// The stretch of background that begins so is the longest.
    Stretch,
}

/// What the next step for a finding can be said with.
#[must_use]
pub fn of(context: &Context, finding: &Finding) -> Next {
    match finding.kind {
        FindingKind::NoResult => after(context, act::last(context)),
        FindingKind::NoInsight => after(context, act::turning(context)),
        FindingKind::NoEvidence => outcome(context),
        FindingKind::NoOwnAction | FindingKind::WeOnly => share(context),
        FindingKind::Vague => general(context, finding),
        FindingKind::Hedged => mended(mend::without_soft(context, &finding.spans)),
        FindingKind::Intensified => mended(mend::without_loud(context, &finding.spans)),
        FindingKind::Blame => fact::beside(context, &finding.spans),
        FindingKind::PolicyFirst => rule(context, finding),
        FindingKind::TopHeavy => background::to_cut(context),
        FindingKind::TooLong => background::longest(context, too_long::MOST),
        FindingKind::Overpromise => at(context, finding).map_or(Next::Nothing, |hit| {
            let sort = pattern::promise(&context.words, hit.clone());
            Next::Promise { said: Said::quote(context, act::around(context, hit)), sort }
        }),
        FindingKind::TriggerPhrase => at(context, finding).map_or(Next::Nothing, |hit| {
            let better = pattern::better(&context.words, hit.clone());
            Next::Instead { said: Said::quote(context, hit), better }
        }),
        FindingKind::NoExample => act::habit(context).map_or(Next::Nothing, Next::Habit),
        FindingKind::TooShort => thin(context),
        FindingKind::OffQuestion => Next::Nothing,
    }
}

impl Next {
    /// Where the words stand that it turns on, if there are any: to show them to the speaker.
    #[must_use]
    pub const fn place(&self) -> Option<Span> {
        match self {
            Self::After { act: said, .. }
            | Self::Outcome { said, .. }
            | Self::Ours(said)
            | Self::Theirs(said)
            | Self::General { said, .. }
            | Self::Fact(said)
            | Self::Rule { rule: said, .. }
            | Self::Background { said, .. }
            | Self::Promise { said, .. }
            | Self::Instead { said, .. }
            | Self::Habit(said) => Some(said.span),
            Self::Nothing | Self::Without(_) | Self::Thin { .. } => None,
        }
    }
}

/// A text on one line, cut at a word where it is too long to be quoted.
#[must_use]
pub fn quotable(text: &str) -> String {
    said::shown(text, false)
}

/// The one act of the speaker's that can be named, with its subject: done where an event is asked for.
pub(super) fn one_step(context: &Context) -> Option<Range<usize>> {
    let act = act::last(context)?;
    let done = act.done || context.prompt.asks == Asks::Plan;
    (done && act.part == Part::Action && act.words.len() > 2).then_some(act.words)
}

fn mended(sentence: Option<String>) -> Next {
    sentence.map_or(Next::Nothing, Next::Without)
}

fn after(context: &Context, act: Option<act::Act>) -> Next {
    act.map_or(Next::Nothing, |act| Next::After {
        act: act.said,
        done: act.done,
        other: other(context),
    })
}

/// The first words that a finding points at, as a run of words.
fn at(context: &Context, finding: &Finding) -> Option<Range<usize>> {
    finding.spans.first().map(|span| words_in(context, *span)).filter(|hit| !hit.is_empty())
}

/// The words within a stretch of text.
fn words_in(context: &Context, span: Span) -> Range<usize> {
    let words = &context.words;
    let first = |least: usize| {
        let (mut low, mut high) = (0, words.len());
        while low < high {
            let middle = low.midpoint(high);
            match words.get(middle) {
                Some(word) if word.span.start < least => low = middle + 1,
                _ => high = middle,
            }
        }
        low
    };
    first(span.start)..first(span.end)
}

/// The sentence that a word stands in: its number.
fn sentence_of(context: &Context, word: usize) -> Option<usize> {
    let at = context.ranges.partition_point(|range| range.end <= word);
    (at < context.ranges.len()).then_some(at)
}

fn outcome(context: &Context) -> Next {
    let last = context.ranges_of(Part::Result).last();
    last.map_or(Next::Nothing, |range| Next::Outcome {
        said: Said::quote(context, range),
        other: other(context),
    })
}

/// What others did, of which the speaker's own share is not told.
fn share(context: &Context) -> Next {
    if let Some(ours) = act::told_by(context, &[Who::We]) {
        return Next::Ours(ours);
    }
    act::told_by(context, &[Who::Person]).map_or(Next::Nothing, Next::Theirs)
}

fn general(context: &Context, finding: &Finding) -> Next {
    // Where the model calls the whole too general, there may be no such words: nothing is then called
    // general that may be the best of it.
    at(context, finding).map_or(Next::Nothing, |hit| {
        let words = act::around(context, hit);
        let sentence = sentence_of(context, words.start);
        let part = sentence.map(|at| context.sentences[at].part);
        Next::General { said: Said::quote(context, words), ending: part == Some(Part::Result) }
    })
}

fn rule(context: &Context, finding: &Finding) -> Next {
    let Some(hit) = at(context, finding) else { return Next::Nothing };
    let from = sentence_of(context, hit.start).unwrap_or_default();
    let later = context.sentences.iter().zip(&context.ranges).skip(from + 1);
    let kind = later
        .filter(|(sentence, _)| sentence.moves.iter().any(|kind| act::FELT.contains(kind)))
        .map(|(_, range)| Said::quote(context, range.clone()))
        .next();
    Next::Rule { rule: Said::quote(context, hit), kind }
}

fn thin(context: &Context) -> Next {
    let wanted: &[Part] = match context.prompt.asks {
        Asks::Example => &[Part::Action, Part::Result, Part::Situation],
        Asks::Plan => &[Part::Action, Part::Result],
        Asks::View => &[Part::Action],
    };
    let told = |part: &Part| context.ranges_of(*part).map(|range| range.len()).sum::<usize>();
    let words = count(too_short::FEWEST.saturating_sub(context.words.len()));
    // Of equally thin ones the first: it matters most.
    wanted
        .iter()
        .min_by_key(|part| told(part))
        .map_or(Next::Nothing, |part| Next::Thin { part: *part, words })
}

/// A number of words as a report holds it.
fn count(words: usize) -> u32 {
    u32::try_from(words).unwrap_or(u32::MAX)
}

/// Whom the answer is about, by its pronouns.
fn other(context: &Context) -> Other {
    let words = &context.words;
    let (mut she, mut he, mut they) = (false, false, false);
    for at in 0..words.len() {
        match words.folded(at).split('\'').next().unwrap_or_default() {
            "she" | "her" | "hers" | "herself" => she = true,
            "he" | "him" | "his" | "himself" => he = true,
            "they" | "them" | "their" | "themselves" => they = true,
            _ => {}
        }
    }
    match (she, he, they) {
        (true, false, _) => Other::She,
        (false, true, _) => Other::He,
        (false, false, true) => Other::They,
        _ => Other::Somebody,
    }
}
