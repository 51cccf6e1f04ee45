//! The parts that are practised one at a time.

use crate::{
    feedback::{Report, Span},
    part::Part,
    vocabulary,
};

vocabulary! {
    /// A part of an answer that can be practised by itself, in order of telling.
    Section {
        /// The situation and the task: few people tell them apart, and they are told together.
        Background = "background",
        /// What the speaker did.
        Action = "action",
        /// What came of it.
        Result = "result",
        /// What was learned.
        Insight = "insight",
    }
}

impl Section {
    /// The section that a part belongs to; openings and asides belong to none.
    #[must_use]
    pub const fn of(part: Part) -> Option<Self> {
        match part {
            Part::Situation | Part::Task => Some(Self::Background),
            Part::Action => Some(Self::Action),
            Part::Result => Some(Self::Result),
            Part::Insight => Some(Self::Insight),
            Part::Other => None,
        }
    }

    /// The part that stands for it where one name or one sign is wanted.
    #[must_use]
    pub const fn part(self) -> Part {
        match self {
            Self::Background => Part::Situation,
            Self::Action => Part::Action,
            Self::Result => Part::Result,
            Self::Insight => Part::Insight,
        }
    }

    /// How many words of an answer serve it.
    #[must_use]
    pub const fn words(self, report: &Report) -> u32 {
        let balance = report.balance;
        match self {
            Self::Background => balance.of(Part::Situation).saturating_add(balance.of(Part::Task)),
            _ => balance.of(self.part()),
        }
    }

    /// Its stretches in an answer, in order. An aside between two of its sentences belongs to them.
    #[must_use]
    pub fn stretches(self, report: &Report) -> Vec<Span> {
        let span = |run: &Run| Span {
            start: report.sentences[run.first].span.start,
            end: report.sentences[run.last].span.end,
        };
        self.runs(report).iter().map(span).collect()
    }

    /// The same as sentences.
    pub(super) fn runs(self, report: &Report) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut joins = false;
        for (at, sentence) in report.sentences.iter().enumerate() {
            match Self::of(sentence.part) {
                Some(section) if section == self => {
                    match runs.last_mut().filter(|_| joins) {
                        Some(run) => run.last = at,
                        None => runs.push(Run { first: at, last: at }),
                    }
                    joins = true;
                }
                Some(_) => joins = false,
                None => {}
            }
        }
        runs
    }
}

/// Sentences next to each other, from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub first: usize,
    pub last: usize,
}

#[cfg(test)]
pub(super) mod testing {
    use super::*;
    use crate::feedback::{Balance, Sentence};

    /// A report of sentences that each stand on a line of the text, with the part of each.
    pub fn told(text: &str, parts: &[Part]) -> Report {
        let spans = crate::feedback::split_sentences(text);
        assert_eq!(spans.len(), parts.len(), "{text:?}");
        let sentences: Vec<Sentence> = spans
            .into_iter()
            .zip(parts)
            .map(|(span, part)| Sentence { span, part: *part, moves: Vec::new() })
            .collect();
        let mut balance = Balance::default();
        for sentence in &sentences {
            let words = sentence.span.of(text).split_whitespace().count();
            balance.add(sentence.part, u32::try_from(words).unwrap());
        }
        Report {
            sentences,
            findings: Vec::new(),
            strengths: Vec::new(),
            balance,
            missing: Vec::new(),
            words: balance.total(),
            seconds: 0,
            quality: Some(3),
            reasons: crate::feedback::Reasons::NotEnough(crate::feedback::Lacking::Words(8)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Part::{Action, Other, Result, Situation, Task},
        Section,
        testing::told,
    };

    fn of(section: Section, text: &str, parts: &[super::Part]) -> Vec<String> {
        let stretches = section.stretches(&told(text, parts));
        stretches.into_iter().map(|span| span.of(text).to_owned()).collect()
    }

    #[test]
    fn situation_and_task_are_one() {
        let text = "It rained. I had to go. I went.";
        assert_eq!(
            of(Section::Background, text, &[Situation, Task, Action]),
            ["It rained. I had to go."]
        );
    }

    #[test]
    fn an_aside_inside_belongs_to_it_and_one_outside_does_not() {
        let text = "Well. I rang. You know. I waited. So yes. She came. I thanked her.";
        let parts = [Other, Action, Other, Action, Other, Result, Action];
        assert_eq!(
            of(Section::Action, text, &parts),
            ["I rang. You know. I waited.", "I thanked her."]
        );
        assert_eq!(of(Section::Result, text, &parts), ["She came."]);
        assert_eq!(of(Section::Insight, text, &parts), [""; 0]);
    }
}
