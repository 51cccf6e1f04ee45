//! The unfinished answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    draft::{Draft, put},
    rewind::Section,
    save::{Aggregate, Entries, Entry, Rest},
};

/// The unfinished answers, by question id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Drafts {
    /// The draft of each question that has one.
    pub by_question: BTreeMap<String, Draft>,
    /// New words for the parts of a finished answer, in the order of [`Section::ALL`], by the answer's
    /// name as a text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub again: BTreeMap<String, Vec<String>>,
    /// What only a newer version knows of it.
    #[serde(skip)]
    pub rest: Rest,
}

impl Aggregate for Drafts {
    const NAME: &'static str = "drafts";
    const ENTRIES: &'static [Entries] = &[
        Entries { field: "by_question", entry: Entry::Named(&["free", "changed"]) },
        Entries { field: "again", entry: Entry::ByNumber },
    ];

    fn rest(&self) -> &Rest {
        &self.rest
    }

    fn rest_mut(&mut self) -> &mut Rest {
        &mut self.rest
    }
}

impl Drafts {
    /// The draft that was changed last, has words in it and is not finished, with its question's id.
    /// Only questions that are there count: `is_there` says so of an id.
    #[must_use]
    pub fn latest(&self, is_there: impl Fn(&str) -> bool) -> Option<(&str, &Draft)> {
        self.by_question
            .iter()
            .filter(|(_, draft)| draft.finished.is_none() && !draft.is_blank())
            .filter(|(id, _)| is_there(id))
            .max_by_key(|(_, draft)| draft.changed)
            .map(|(id, draft)| (id.as_str(), draft))
    }

    /// The new words for a part of the answer of that name.
    #[must_use]
    pub fn again(&self, attempt: u64, section: Section) -> &str {
        let words = self.again.get(&attempt.to_string());
        words.and_then(|words| words.get(section as usize)).map_or("", String::as_str)
    }

    /// Writes new words for a part of the answer of that name.
    pub fn set_again(&mut self, attempt: u64, section: Section, words: String) {
        let name = attempt.to_string();
        let parts = self.again.entry(name.clone()).or_default();
        put(parts, section as usize, words);
        if parts.iter().all(String::is_empty) {
            self.again.remove(&name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_words_for_a_part_are_kept_until_they_are_taken_out() {
        let mut drafts = Drafts::default();
        drafts.set_again(5, Section::Result, "She".into());
        drafts.set_again(5, Section::Action, "I".into());
        drafts.set_again(6, Section::Result, " ".into());
        assert_eq!(
            (drafts.again(5, Section::Result), drafts.again(6, Section::Result)),
            ("She", " ")
        );
        let raw = serde_json::to_string(&drafts).unwrap();
        assert_eq!(serde_json::from_str::<Drafts>(&raw).unwrap(), drafts);
        drafts.set_again(5, Section::Result, String::new());
        assert_eq!((drafts.again(5, Section::Result), drafts.again(5, Section::Action)), ("", "I"));
        drafts.set_again(5, Section::Action, String::new());
        drafts.set_again(6, Section::Result, String::new());
        assert_eq!(drafts, Drafts::default());
    }

    #[test]
    fn the_latest_draft_is_one_with_words() {
        let draft = |free: &str, changed| Draft { free: free.into(), changed, ..Draft::default() };
        let mut drafts = Drafts::default();
        drafts.by_question.insert("a".into(), draft("words", 1));
        drafts.by_question.insert("b".into(), draft("  ", 9));
        drafts.by_question.insert("own-1".into(), draft("words too", 5));
        assert_eq!(drafts.latest(|_| true).map(|(id, _)| id), Some("own-1"));
        let without = drafts.latest(|id| id != "own-1");
        assert_eq!(without.map(|(id, _)| id), Some("a"), "its question was taken away");
    }
}
