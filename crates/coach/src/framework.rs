//! Answer frameworks: named orders in which to tell something.

use serde::{Deserialize, Serialize};

use crate::part::Part;

/// A named order in which to build an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// The stable name, in kebab-case: it is in the address and in saved drafts, and never changes.
    pub id: String,
    /// The name people know it by: "STAR+I".
    pub name: String,
    /// One line that says what it is: "Tell what happened, what you did and what you learned".
    pub tagline: String,
    /// What it is for, in a short paragraph.
    pub purpose: String,
    /// When to reach for it.
    pub use_when: String,
    /// When another one serves better, and which.
    pub avoid_when: String,
    /// The mistake people make most with it, and its cure.
    pub misuse: String,
    /// Its parts, in order.
    #[serde(rename = "part")]
    pub parts: Vec<FrameworkPart>,
    /// A whole answer built on it: the question, and a sentence or two for each part, in order.
    pub example: FrameworkExample,
    /// The ids of the source demands that it answers.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// One step of a framework.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkPart {
    /// The letter that stands for it in the ribbon: one or two characters.
    pub letter: String,
    /// Its name: "Situation", "Clarify".
    pub name: String,
    /// The part of an answer that it serves, for the balance.
    pub serves: Part,
    /// A question that gets the writer going: "Where were you, and who was upset?"
    pub guide: String,
    /// How much of it is enough: "One or two sentences".
    pub aim: String,
}

/// A worked example of a framework.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkExample {
    /// The question it answers.
    pub prompt: String,
    /// Who is speaking, in a few words.
    pub voice: String,
    /// What is said for each part, in the order of the parts.
    pub text: Vec<String>,
}
