//! The items of a quiz, as they are written.

use serde::{Deserialize, Serialize};

use crate::{link::Link, vocabulary};

vocabulary! {
    /// What is to be done with an item's options.
    ItemKind {
        /// One option is right.
        Single = "single",
        /// Several options are right.
        Several = "several",
        /// The options are to be put in order.
        Order = "order",
        /// Each option goes with one partner.
        Match = "match",
        /// One phrase of a reply would upset the customer more.
        Trigger = "trigger",
        /// One reply to a customer is better than the others.
        Better = "better",
    }
}

impl ItemKind {
    /// Whether exactly one option is to be chosen.
    #[must_use]
    pub const fn is_one(self) -> bool {
        matches!(self, Self::Single | Self::Trigger | Self::Better)
    }
}

/// What a quiz is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quiz {
    /// The stable name, in kebab-case: it is in the address and in saved data, and never changes.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What one finds out in it.
    pub about: String,
    /// Items of the bank that help further.
    #[serde(default)]
    pub see: Vec<Link>,
}

/// A quiz with its items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuizFile {
    /// What it is about.
    pub quiz: Quiz,
    /// Its items, in the order of the file.
    #[serde(rename = "item")]
    pub items: Vec<Item>,
}

/// One thing to decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The stable name, in kebab-case, of which there is no second in any quiz.
    pub id: String,
    /// What is to be done with the options.
    pub kind: ItemKind,
    /// The question or task.
    pub ask: String,
    /// What somebody says or writes.
    #[serde(default)]
    pub passage: Option<String>,
    /// The options; those of [`ItemKind::Order`] in the right order.
    pub options: Vec<Choice>,
    /// Items of the bank that help further.
    #[serde(default)]
    pub see: Vec<Link>,
    /// The ids of the source demands that it answers.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// One option of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What it says. In [`ItemKind::Trigger`] these words stand in the passage.
    pub text: String,
    /// Its partner, in [`ItemKind::Match`].
    #[serde(default)]
    pub pair: String,
    /// Whether it is to be chosen. Means nothing where options are put in order or matched.
    #[serde(default)]
    pub right: bool,
    /// Why it is right or wrong, or why it stands there.
    pub why: String,
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// An item with options that say nothing.
    pub fn item(kind: ItemKind, rights: &[bool]) -> Item {
        let choice = |right: &bool| Choice {
            text: String::new(),
            pair: String::new(),
            right: *right,
            why: String::new(),
        };
        Item {
            id: "i".into(),
            kind,
            ask: String::new(),
            passage: None,
            options: rights.iter().map(choice).collect(),
            see: vec![],
            sources: vec![],
        }
    }
}
