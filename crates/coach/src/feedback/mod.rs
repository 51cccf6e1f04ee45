//! The coach: an answer in, a report out. Same input, same output, everywhere.
//!
//! ```text
//! text ── sentence ──► spans ── clause, part ──► parts ── moves ──► Sentence …
//!      └─ words ──┘                                       └─ rules ──► Finding … ──► quality
//! ```
//! A rule is one file with its tests beside it. A report holds no wording: what a finding is called
//! and how it is put to a candidate is decided at the edge.
//!
//! Everything the coach knows about English is data in one format ([`lexicon`]). To teach it a
//! phrase, add it to the list of the rule, the move or the part that should know it.

pub mod clause;
mod context;
mod dictated;
#[cfg(test)]
mod empty;
pub mod fit;
mod kinds;
pub mod lexicon;
pub mod model;
mod move_cues;
mod moves;
pub mod next;
mod part;
mod part_cues;
mod prompt;
#[cfg(test)]
mod properties;
mod quality;
pub mod reading;
mod report;
pub mod rules;
mod sentence;
pub mod signs;
mod strengths;
mod verbs;
pub mod words;

pub use context::Context;
pub use fit::{Fit, fit};
pub use kinds::{FindingKind, Move, StrengthKind};
pub use model::{Model, ModelFile};
pub use next::Next;
pub use quality::{Anchor, JUDGEABLE_WORDS, Lacking, Reasons, Rung};
pub use reading::Readings;
pub use report::{Balance, Finding, Prompt, Report, Sentence, Span, Strength};
pub use sentence::split as split_sentences;
pub use signs::Sign;

use crate::{part::Part, question::Asks};

/// How fast an answer is spoken. Conversational speech is about 120 to 150 words a minute.
pub const WORDS_PER_MINUTE: u32 = 140;

/// Reads an answer.
#[must_use]
pub fn report(model: &Model, prompt: &Prompt, text: &str) -> Report {
    of_context(Context::new(model, *prompt, text), |_, _, _| ()).0
}

/// Reads a finished answer: the report, and what there is to say besides.
#[must_use]
pub fn in_depth(model: &Model, prompt: &Prompt, text: &str) -> (Report, Readings) {
    of_context(Context::new(model, *prompt, text), Readings::of)
}

fn of_context<T>(
    context: Context,
    besides: impl FnOnce(&Context, &[Finding], &[Strength]) -> T,
) -> (Report, T) {
    let mut findings = rules::all(&context);
    for finding in &mut findings {
        finding.next = next::of(&context, finding);
    }
    let reasons = quality::judge(&context, &findings);
    let strengths = strengths::all(&context, &findings);
    let mut balance = Balance::default();
    for (sentence, range) in context.sentences.iter().zip(&context.ranges) {
        balance.add(sentence.part, u32::try_from(range.len()).unwrap_or(u32::MAX));
    }
    let words = u32::try_from(context.words.len()).unwrap_or(u32::MAX);
    let besides = besides(&context, &findings, &strengths);
    let report = Report {
        findings,
        strengths,
        balance,
        missing: missing(&context),
        words,
        seconds: seconds(words),
        quality: reasons.mark(),
        reasons,
        sentences: context.sentences,
    };
    (report, besides)
}

/// The parts that this form of answer should have and that no sentence serves.
fn missing(context: &Context) -> Vec<Part> {
    let wanted: &[Part] = match context.prompt.asks {
        Asks::Example => &[Part::Situation, Part::Action, Part::Result, Part::Insight],
        Asks::Plan => &[Part::Action, Part::Result],
        Asks::View => &[Part::Action],
    };
    // What is told in a sub-clause of another part's sentence is told.
    let told = |part| match part {
        Part::Action => context.facts.own_actions > 0,
        Part::Result => context.facts.outcome,
        Part::Insight => context.facts.lesson,
        _ => false,
    };
    wanted.iter().copied().filter(|part| !context.has(*part) && !told(*part)).collect()
}

/// How long so many words take to say, rounded to whole seconds.
fn seconds(words: u32) -> u32 {
    let minutes = u64::from(WORDS_PER_MINUTE);
    u32::try_from((u64::from(words) * 60 + minutes / 2) / minutes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLD: &str = "Last winter I manned the helpdesk of a small bank. A customer rang in \
        tears because her card had been blocked abroad. I had to get her money before her flight. \
        I asked her where she was and I let her finish. Then I called the card team and stayed on the line \
        with her. I promised to ring back within twenty minutes, and I did. She got the cash and \
        made her flight, and she wrote to my manager to thank us. Since then I always ask first \
        where the caller is.";

    fn read(asks: Asks, text: &str) -> Report {
        let prompt = Prompt { text: "Tell me about a time you helped a customer.", asks };
        report(Model::shipped(), &prompt, text)
    }

    #[test]
    fn a_told_story_has_every_part_and_a_high_mark() {
        let report = read(Asks::Example, TOLD);
        for part in [Part::Situation, Part::Task, Part::Action, Part::Result, Part::Insight] {
            assert!(report.balance.of(part) > 0, "{part:?}: {report:#?}");
        }
        assert_eq!(report.missing, []);
        assert_eq!(report.quality, Some(5));
        assert_eq!(report.balance.total(), report.words);
    }

    #[test]
    fn an_empty_answer_is_not_judged() {
        for text in ["", " ", "\n\n", "…", "🙂🙂"] {
            let report = read(Asks::Example, text);
            assert_eq!((report.words, report.seconds, report.quality), (0, 0, None));
            assert_eq!(report.sentences, []);
        }
    }

    #[test]
    fn what_is_missing_depends_on_what_is_asked() {
        let text = "Good service is warm and quick, and people notice when it is neither of them.";
        assert_eq!(read(Asks::View, text).missing, [Part::Action]);
        assert_eq!(read(Asks::Plan, text).missing, [Part::Action, Part::Result]);
        assert_eq!(
            read(Asks::Example, text).missing,
            [Part::Situation, Part::Action, Part::Result, Part::Insight]
        );
    }

    #[test]
    fn speaking_time_is_rounded() {
        assert_eq!(seconds(140), 60);
        assert_eq!(seconds(70), 30);
        assert_eq!(seconds(1), 0);
        assert_eq!(seconds(2), 1);
    }
}
