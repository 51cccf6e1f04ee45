//! The mark: 1 to 5 on behavioural anchors, from what was found and not from how it sounds.
//!
//! | mark | an answer |
//! |---|---|
//! | 1 | with nothing usable: off the question, empty, or nothing but blame |
//! | 2 | in general words: beliefs and intentions, no event or step of the speaker's own |
//! | 3 | with an event or plan and at least one clear step of the speaker's own |
//! | 4 | with several steps and an outcome |
//! | 5 | as 4, with an outcome that can be checked and a lesson or change of practice |
//!
//! Every anchor is a [`Rung`]. The mark by rungs is the last one below which none is missing; the
//! rungs are handed out as the [`Reasons`] of a mark.

use super::{Context, Finding, FindingKind};
use crate::{question::Asks, vocabulary};

/// How many steps are "several".
const SEVERAL: usize = 2;
/// The fewest words that can be judged.
pub const JUDGEABLE_WORDS: usize = 8;

vocabulary! {
    /// What an answer must have for a mark.
    Anchor {
        /// It answers what was asked.
        OnQuestion = "on-question",
        /// It does more than put others down.
        NotOnlyBlame = "not-only-blame",
        /// It tells a particular event.
        Event = "event",
        /// It tells a step of the speaker's own.
        OwnStep = "own-step",
        /// Its steps are told as "I" where they were the speaker's.
        OwnVoice = "own-voice",
        /// The person is met before a rule is.
        PersonFirst = "person-first",
        /// It does more than promise in general words.
        NotOnlyPromises = "not-only-promises",
        /// It tells several steps of the speaker's own.
        SeveralSteps = "several-steps",
        /// It tells an outcome.
        Outcome = "outcome",
        /// Something in it can be pictured or checked.
        Pictured = "pictured",
        /// The outcome can be checked.
        Evidence = "evidence",
        /// A lesson or a change of practice is drawn.
        Lesson = "lesson",
    }
}

/// One anchor on the way up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    /// What is wanted.
    pub anchor: Anchor,
    /// The lowest mark that needs it, 2 to 5.
    pub mark: u8,
    /// Whether it is there, and no finding says the contrary.
    pub reached: bool,
}

/// What is lacking where there is not enough to judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// So many words more.
    Words(u32),
    /// English: too few of its small words are there.
    English,
}

/// Why a mark is what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reasons {
    /// There is no mark: there is not enough to judge.
    NotEnough(Lacking),
    /// There is one.
    Climbed {
        /// The anchors, from the lowest mark up.
        rungs: Vec<Rung>,
        /// The mark that these alone give.
        by_rungs: u8,
        /// The mark that the marked answers which taught the model speak for, where that is further than one
        /// away: the truth lies between.
        by_examples: Option<u8>,
    },
}

impl Reasons {
    /// The mark, 1 to 5; `None` where there is not enough to judge.
    #[must_use]
    pub fn mark(&self) -> Option<u8> {
        match self {
            Self::NotEnough(_) => None,
            Self::Climbed { by_rungs, by_examples: None, .. } => Some(*by_rungs),
            Self::Climbed { by_rungs, by_examples: Some(other), .. } => {
                Some((by_rungs + other).div_ceil(2))
            }
        }
    }

    /// The anchors that are missing for the next mark above what the anchors give.
    pub fn missing(&self) -> impl Iterator<Item = Anchor> + '_ {
        let rungs = match self {
            Self::NotEnough(_) => &[][..],
            Self::Climbed { rungs, .. } => rungs,
        };
        let missing = |rung: &&Rung| !rung.reached;
        let next = rungs.iter().filter(missing).map(|rung| rung.mark).min();
        rungs.iter().filter(missing).filter(move |rung| Some(rung.mark) == next).map(|r| r.anchor)
    }
}

/// Marks an answer, and says why.
#[must_use]
pub fn judge(context: &Context, findings: &[Finding]) -> Reasons {
    if !context.facts.judgeable {
        let words = JUDGEABLE_WORDS.saturating_sub(context.words.len());
        return Reasons::NotEnough(match words {
            0 => Lacking::English,
            more => Lacking::Words(u32::try_from(more).unwrap_or(u32::MAX)),
        });
    }
    let rungs = rungs(context, |kind| findings.iter().any(|finding| finding.kind == kind));
    let missing = rungs.iter().filter(|rung| !rung.reached);
    let by_rungs = missing.map(|rung| rung.mark - 1).min().unwrap_or(5);
    // The ladder counts what is there; the model has seen how much of it people wanted. Where the two
    // are far apart, the truth lies between.
    let weighed = context.weighed.as_ref().filter(|_| by_rungs >= 3);
    let by_examples =
        weighed.map(|facts| context.model.mark(facts)).filter(|mark| by_rungs.abs_diff(*mark) > 1);
    Reasons::Climbed { rungs, by_rungs, by_examples }
}

/// Every anchor that this form of answer is held to.
fn rungs(context: &Context, found: impl Fn(FindingKind) -> bool) -> Vec<Rung> {
    let facts = context.facts;
    let asks = context.prompt.asks;
    let vague = found(FindingKind::Vague);
    let no_step = found(FindingKind::NoOwnAction) || asks == Asks::View && facts.own_actions == 0;
    let nothing_told = found(FindingKind::NoOwnAction) || found(FindingKind::NoExample);
    let only_blame =
        found(FindingKind::Blame) && (nothing_told || found(FindingKind::TriggerPhrase));
    let all = [
        (2, Anchor::OnQuestion, !found(FindingKind::OffQuestion)),
        (2, Anchor::NotOnlyBlame, !only_blame),
        (3, Anchor::Event, !found(FindingKind::NoExample)),
        (3, Anchor::OwnStep, !no_step),
        (3, Anchor::OwnVoice, !found(FindingKind::WeOnly)),
        (3, Anchor::PersonFirst, !found(FindingKind::PolicyFirst)),
        (3, Anchor::NotOnlyPromises, !(found(FindingKind::Overpromise) && vague)),
        (4, Anchor::SeveralSteps, facts.own_actions >= SEVERAL),
        (4, Anchor::Outcome, facts.outcome && !found(FindingKind::NoResult)),
        (4, Anchor::Pictured, !vague),
        (5, Anchor::Evidence, facts.evidence && !found(FindingKind::NoEvidence)),
        (5, Anchor::Lesson, facts.lesson && !found(FindingKind::NoInsight)),
    ];
    // An event is wanted only where one is asked for.
    let wanted = |anchor: Anchor| {
        anchor != Anchor::Event || asks == Asks::Example || found(FindingKind::NoExample)
    };
    all.into_iter()
        .filter(|(_, anchor, _)| wanted(*anchor))
        .map(|(mark, anchor, reached)| Rung { anchor, mark, reached })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Anchor, Lacking, Reasons};
    use crate::{
        feedback::{Model, Prompt, report},
        question::Asks,
    };

    fn mark(asks: Asks, text: &str) -> Option<u8> {
        report(
            Model::shipped(),
            &Prompt { text: "Tell me about a time you dealt with a complaint.", asks },
            text,
        )
        .quality
    }

    #[test]
    fn too_little_or_not_english_is_not_judged() {
        assert_eq!(mark(Asks::Example, "I asked her what was wrong."), None);
        assert_eq!(
            mark(Asks::Example, "Der Kunde war sehr wütend und wollte sofort sein Geld zurück."),
            None
        );
        assert_eq!(mark(Asks::Example, "asdf jkl qwer uiop zxcv bnm asdf jkl qwer"), None);
    }

    #[test]
    fn empty_words_stay_low() {
        for text in [
            "I don't know, I have never really thought about that question at all, sorry.",
            "Tell me about a time you dealt with a complaint. A time you dealt with a complaint.",
            "I always stay calm and I believe that good service is important to all of us.",
        ] {
            assert!(mark(Asks::Example, text) <= Some(2), "{text}");
        }
    }

    #[test]
    fn the_ladder() {
        let one = "A guest found a hair in his soup last May. I took the bowl back to the kitchen.";
        assert_eq!(mark(Asks::Example, one), Some(3));
        let four = format!(
            "{one} I apologised for the hair and asked what he would like instead. He laughed and \
             stayed for dessert."
        );
        assert_eq!(mark(Asks::Example, &four), Some(4));
        let five = format!("{four} I learned to look at every plate before it leaves my hand.");
        assert_eq!(mark(Asks::Example, &five), Some(5));
    }

    fn reasons(text: &str) -> Reasons {
        let prompt = Prompt { text: "Tell me about a time.", asks: Asks::Example };
        report(Model::shipped(), &prompt, text).reasons
    }

    #[test]
    fn what_is_lacking_is_named() {
        assert_eq!(reasons("I asked her."), Reasons::NotEnough(Lacking::Words(5)));
        assert_eq!(reasons(""), Reasons::NotEnough(Lacking::Words(8)));
        assert_eq!(
            reasons("Der Kunde war sehr wütend und wollte sofort sein Geld zurück."),
            Reasons::NotEnough(Lacking::English)
        );
    }

    #[test]
    fn the_step_that_stopped_it_is_named() {
        let one = "A guest found a hair in his soup last May. I took the bowl back to the kitchen.";
        let why = reasons(one);
        let missing: Vec<_> = why.missing().collect();
        assert_eq!(missing, [Anchor::SeveralSteps, Anchor::Outcome]);
        let Reasons::Climbed { rungs, by_rungs: 3, by_examples: None } = why else {
            panic!("{why:?}")
        };
        let own = rungs.iter().find(|rung| rung.anchor == Anchor::OwnStep);
        assert!(own.is_some_and(|rung| rung.reached), "{rungs:?}");
    }

    #[test]
    fn where_examples_weigh_in_the_mark_lies_between() {
        for (by_rungs, by_examples, mark) in [(5, Some(3), 4), (4, Some(2), 3), (3, Some(5), 4)] {
            let why = Reasons::Climbed { rungs: Vec::new(), by_rungs, by_examples };
            assert_eq!(why.mark(), Some(mark));
        }
    }
}
