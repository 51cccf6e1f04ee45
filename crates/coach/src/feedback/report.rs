//! The shape of a report: plain data, without wording.

use serde::{Deserialize, Serialize};

use super::{FindingKind, Move, Next, Reasons, StrengthKind};
use crate::{part::Part, question::Asks};

/// A stretch of the answer, in bytes, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The words of `text` that it covers.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

/// What is asked: the words, and the form of answer they call for.
#[derive(Clone, Copy, Debug)]
pub struct Prompt<'a> {
    /// The question as asked.
    pub text: &'a str,
    /// The form that a good answer takes.
    pub asks: Asks,
}

/// One sentence of the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without the white space around it.
    pub span: Span,
    /// The part it mainly serves.
    pub part: Part,
    /// The service moves visible in it.
    pub moves: Vec<Move>,
}

/// Something to mend, and the words it points at (none where something is missing).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub kind: FindingKind,
    /// The words it points at, in order of the text.
    pub spans: Vec<Span>,
    /// What the next step can be said with.
    pub next: Next,
}

impl Finding {
    /// A finding about what is not there.
    #[must_use]
    pub const fn absent(kind: FindingKind) -> Self {
        Self::about(kind, Vec::new())
    }

    /// A finding about these words, of which there may be none.
    #[must_use]
    pub const fn about(kind: FindingKind, spans: Vec<Span>) -> Self {
        Self { kind, spans, next: Next::Nothing }
    }

    /// A finding about these words, if there are any.
    #[must_use]
    pub fn at(kind: FindingKind, spans: Vec<Span>) -> Option<Self> {
        (!spans.is_empty()).then(|| Self::about(kind, spans))
    }
}

/// Something to keep, and the words that earned it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strength {
    /// What was done well.
    pub kind: StrengthKind,
    /// The words that earned it.
    pub span: Span,
    /// How many of it there are: own steps; 1 for everything else.
    pub count: u32,
}

/// Words by part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Balance {
    /// Words of situation.
    pub situation: u32,
    /// Words of task.
    pub task: u32,
    /// Words of action.
    pub action: u32,
    /// Words of result.
    pub result: u32,
    /// Words of insight.
    pub insight: u32,
    /// Words of none of these.
    pub other: u32,
}

impl Balance {
    /// Adds words to a part.
    pub const fn add(&mut self, part: Part, words: u32) {
        let slot = match part {
            Part::Situation => &mut self.situation,
            Part::Task => &mut self.task,
            Part::Action => &mut self.action,
            Part::Result => &mut self.result,
            Part::Insight => &mut self.insight,
            Part::Other => &mut self.other,
        };
        *slot = slot.saturating_add(words);
    }

    /// The words of one part.
    #[must_use]
    pub const fn of(self, part: Part) -> u32 {
        match part {
            Part::Situation => self.situation,
            Part::Task => self.task,
            Part::Action => self.action,
            Part::Result => self.result,
            Part::Insight => self.insight,
            Part::Other => self.other,
        }
    }

    /// All words.
    #[must_use]
    pub fn total(self) -> u32 {
        self.sum(|_| true)
    }

    /// Words of background: situation, task and whatever serves no part.
    #[must_use]
    pub fn context(self) -> u32 {
        self.sum(Part::is_context)
    }

    /// Words of what was done and what came of it.
    #[must_use]
    pub fn substance(self) -> u32 {
        self.sum(Part::is_substance)
    }

    /// Background in per cent of all words, rounded; 0 for an empty answer.
    #[must_use]
    pub fn context_percent(self) -> u32 {
        percent(self.context(), self.total())
    }

    /// What was done and what came of it, in per cent of all words, rounded; 0 for an empty answer.
    #[must_use]
    pub fn substance_percent(self) -> u32 {
        percent(self.substance(), self.total())
    }

    fn sum(self, keep: fn(Part) -> bool) -> u32 {
        Part::ALL
            .iter()
            .filter(|part| keep(**part))
            .fold(0, |n, part| n.saturating_add(self.of(*part)))
    }
}

fn percent(part: u32, whole: u32) -> u32 {
    let (part, whole) = (u64::from(part), u64::from(whole));
    (part * 100 + whole / 2).checked_div(whole).and_then(|p| u32::try_from(p).ok()).unwrap_or(0)
}

/// What the coach read in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The sentences in order.
    pub sentences: Vec<Sentence>,
    /// What to mend, the most useful first.
    pub findings: Vec<Finding>,
    /// What to keep, in order of the text.
    pub strengths: Vec<Strength>,
    /// Words by part.
    pub balance: Balance,
    /// Parts that the answer should have and has not, in order of telling.
    pub missing: Vec<Part>,
    /// How many words it has.
    pub words: u32,
    /// How long it takes to say, in seconds, at [`WORDS_PER_MINUTE`](super::WORDS_PER_MINUTE).
    pub seconds: u32,
    /// 1 to 5 on behavioural anchors; `None` where there is not enough to judge.
    pub quality: Option<u8>,
    /// Why it is that.
    pub reasons: Reasons,
}

impl Report {
    /// Whether the answer should have that part and has not.
    #[must_use]
    pub fn lacks(&self, part: Part) -> bool {
        self.missing.contains(&part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn balance_counts_and_rounds() {
        let balance =
            Balance { situation: 10, task: 5, action: 20, result: 10, insight: 5, other: 1 };
        assert_eq!(balance.total(), 51);
        assert_eq!(balance.context(), 16);
        assert_eq!(balance.substance(), 30);
        assert_eq!(balance.context_percent(), 31);
        assert_eq!(balance.substance_percent(), 59);
        assert_eq!(balance.of(Part::Insight), 5);
        assert_eq!(Balance::default().context_percent(), 0);
    }

    #[test]
    fn adding_to_a_part_is_read_back_from_it() {
        for part in Part::ALL {
            let mut balance = Balance::default();
            balance.add(*part, 7);
            assert_eq!(balance.of(*part), 7);
            assert_eq!(balance.total(), 7);
        }
    }
}
