//! Guides: short texts about preparing for an interview, each ending in something to do.

use serde::{Deserialize, Serialize};

use crate::{link::Link, vocabulary};

vocabulary! {
    /// What a guide is about, in the order in which someone would need it.
    Topic {
        /// What interviewers look for, and first steps.
        Start = "start",
        /// Preparing for the interview.
        Prepare = "prepare",
        /// The kinds of question, and how to answer each.
        Questions = "questions",
        /// The role tracks.
        Roles = "roles",
        /// What the work is like today.
        Today = "today",
        /// The day of the interview.
        Day = "day",
        /// After the interview.
        After = "after",
    }
}

/// A guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// The stable name, in kebab-case: it is in the address and never changes.
    pub id: String,
    /// What it is about, at most 60 characters.
    pub title: String,
    /// What one knows after reading it, at most 160 characters.
    pub summary: String,
    /// Where it belongs.
    pub topic: Topic,
    /// Items that help further.
    #[serde(default)]
    pub see: Vec<Link>,
    /// The ids of the source demands that it answers.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Its sections, in order.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
    /// What to do now.
    pub act: Act,
}

/// A section of a guide: paragraphs, then points, then something said aloud.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// Paragraphs.
    #[serde(default)]
    pub text: Vec<String>,
    /// Points of a list.
    #[serde(default)]
    pub points: Vec<String>,
    /// What somebody might say.
    #[serde(default)]
    pub quote: Option<Quote>,
}

/// Something said aloud, as an example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// Who is speaking, in a few words.
    pub voice: String,
    /// What is said.
    pub text: String,
}

/// Something to do in this site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// What to do, and what to watch for while doing it.
    pub text: String,
    /// Where to do it.
    pub link: Link,
    /// The link's words.
    pub label: String,
}

/// How many words people read in a minute, silently and with care. Adults read plain non-fiction at
/// 238 words a minute on average (Brysbaert 2019); second-language readers are slower.
const WORDS_PER_MINUTE: usize = 180;

impl Guide {
    /// How long it takes to read, in whole minutes, at least 1.
    #[must_use]
    pub fn minutes(&self) -> usize {
        let words = |text: &String| text.split_whitespace().count();
        let all: usize = self
            .sections
            .iter()
            .map(|section| {
                section.text.iter().chain(&section.points).map(words).sum::<usize>()
                    + section.quote.as_ref().map_or(0, |quote| words(&quote.text))
            })
            .sum();
        all.div_ceil(WORDS_PER_MINUTE).max(1)
    }
}
