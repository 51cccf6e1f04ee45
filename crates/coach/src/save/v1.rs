//! Version 1 of everything that is saved.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::envelope::Aggregate;
use crate::{
    draft::{Draft, Mode},
    vocabulary,
};

/// The unfinished answers, by question id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Drafts {
    /// The draft of each question that has one.
    pub by_question: BTreeMap<String, Draft>,
}

impl Aggregate for Drafts {
    const NAME: &'static str = "drafts";
}

impl Drafts {
    /// The draft that was changed last, has words in it and is not finished, with its question's id.
    #[must_use]
    pub fn latest(&self) -> Option<(&str, &Draft)> {
        self.by_question
            .iter()
            .filter(|(_, draft)| draft.finished.is_none() && !draft.is_blank())
            .max_by_key(|(_, draft)| draft.changed)
            .map(|(id, draft)| (id.as_str(), draft))
    }
}

/// One finished answer. What a coach says of it is not saved: it follows from the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// When it was finished, in milliseconds since 1970 (UTC). No two attempts share it, so it is
    /// also the attempt's name.
    pub at: u64,
    /// The question's id.
    pub question: String,
    /// The question as it was asked then, so that the history reads even if the bank changes.
    pub prompt: String,
    /// The answer.
    pub text: String,
    /// How it was written.
    #[serde(default)]
    pub mode: Mode,
}

/// The finished answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attempts {
    /// In order of time, the oldest first.
    pub list: Vec<Attempt>,
}

impl Aggregate for Attempts {
    const NAME: &'static str = "attempts";
}

impl Attempts {
    /// Adds an attempt; where its time is taken, it moves on by a millisecond. Returns its time.
    pub fn add(&mut self, mut attempt: Attempt) -> u64 {
        while self.list.iter().any(|known| known.at == attempt.at) {
            attempt.at += 1;
        }
        let at = attempt.at;
        let place = self.list.partition_point(|known| known.at < at);
        self.list.insert(place, attempt);
        at
    }

    /// The attempt finished at that time.
    #[must_use]
    pub fn get(&self, at: u64) -> Option<&Attempt> {
        self.list.iter().find(|attempt| attempt.at == at)
    }

    /// The attempts at one question, the newest first.
    pub fn of<'a>(&'a self, question: &'a str) -> impl Iterator<Item = &'a Attempt> {
        self.list.iter().rev().filter(move |attempt| attempt.question == question)
    }
}

vocabulary! {
    /// Light or dark.
    Theme {
        /// As the device says.
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

/// What the user set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: Theme::System }
    }
}

impl Aggregate for Settings {
    const NAME: &'static str = "settings";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempt(at: u64, text: &str) -> Attempt {
        Attempt {
            at,
            question: "q".into(),
            prompt: "?".into(),
            text: text.into(),
            mode: Mode::Free,
        }
    }

    #[test]
    fn two_attempts_never_share_a_name() {
        let mut attempts = Attempts::default();
        assert_eq!(attempts.add(attempt(5, "a")), 5);
        assert_eq!(attempts.add(attempt(6, "b")), 6);
        assert_eq!(attempts.add(attempt(5, "c")), 7);
        assert_eq!(attempts.add(attempt(1, "d")), 1);
        let order: Vec<_> = attempts.list.iter().map(|a| a.text.as_str()).collect();
        assert_eq!(order, ["d", "a", "b", "c"]);
        assert_eq!(attempts.of("q").next().map(|a| a.at), Some(7));
    }

    #[test]
    fn the_latest_draft_is_one_with_words() {
        let draft = |free: &str, changed| Draft { free: free.into(), changed, ..Draft::default() };
        let mut drafts = Drafts::default();
        drafts.by_question.insert("a".into(), draft("words", 1));
        drafts.by_question.insert("b".into(), draft("  ", 9));
        assert_eq!(drafts.latest().map(|(id, _)| id), Some("a"));
    }
}
