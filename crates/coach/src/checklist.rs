//! Checklists: what to do before, on and after the day, to tick off.

use serde::{Deserialize, Serialize};

use crate::link::Link;

/// A checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// The stable name, in kebab-case: it is in the address and in saved data, and never changes.
    pub id: String,
    /// What it is for.
    pub title: String,
    /// When to use it.
    pub about: String,
    /// Items that help further.
    #[serde(default)]
    pub see: Vec<Link>,
    /// The ids of the source demands that it answers.
    #[serde(default)]
    pub sources: Vec<String>,
    /// The steps, in groups.
    #[serde(rename = "group")]
    pub groups: Vec<Group>,
}

/// Steps that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Their heading.
    pub heading: String,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// Something to tick off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The stable name within the checklist: it is in saved data, and never changes.
    pub id: String,
    /// What to do.
    pub text: String,
    /// How, or what done looks like.
    pub how: String,
    /// Where in this site it can be done or read about.
    #[serde(default)]
    pub link: Option<Link>,
}

impl Checklist {
    /// All steps, in order.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.groups.iter().flat_map(|group| &group.steps)
    }
}
