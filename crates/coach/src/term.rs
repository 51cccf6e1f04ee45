//! Terms of the glossary.

use serde::{Deserialize, Serialize};

use crate::{link::Link, vocabulary};

vocabulary! {
    /// What a term is about.
    TermTopic {
        /// Figures that teams work by.
        Metrics = "metrics",
        /// Ways in which customers come.
        Channels = "channels",
        /// What one works with.
        Tools = "tools",
        /// What one does with words and steps.
        Techniques = "techniques",
        /// Jobs, teams, interviews.
        Work = "work",
    }
}

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The stable name, in kebab-case: it is in the address and never changes.
    pub id: String,
    /// The name in full.
    pub name: String,
    /// The letters that stand for it.
    #[serde(default)]
    pub short: Option<String>,
    /// Other names, in small letters.
    #[serde(default)]
    pub also: Vec<String>,
    /// What it is about.
    pub topic: TermTopic,
    /// What it is, and why anyone cares.
    pub meaning: String,
    /// How a metric is computed.
    #[serde(default)]
    pub formula: Option<String>,
    /// The same with numbers.
    #[serde(default)]
    pub worked: Option<String>,
    /// How to use it in an interview.
    pub say: String,
    /// The commonest mistake with it.
    #[serde(default)]
    pub beware: Option<String>,
    /// Items that help further.
    #[serde(default)]
    pub see: Vec<Link>,
    /// The ids of the source demands that it answers.
    #[serde(default)]
    pub sources: Vec<String>,
}
