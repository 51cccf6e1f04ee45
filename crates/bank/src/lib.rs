//! The content that the app carries, and how to find something in it.
//!
//! Lists, frameworks and templates are packed into the app. The long texts of a question are not:
//! each is a small file beside the site that its page brings along or fetches.

mod find;

use std::sync::OnceLock;

use coach::{framework::Framework, question::Card, template::Template};
use serde::Deserialize;

pub use find::{Filter, find, words};

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bank.postcard"));

/// The content that the app carries.
#[derive(Debug, Deserialize)]
pub struct Bank {
    /// The questions, short; the easiest first.
    pub questions: Vec<Card>,
    /// The frameworks.
    pub frameworks: Vec<Framework>,
    /// The templates.
    pub templates: Vec<Template>,
}

impl Bank {
    /// The question of that id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Card> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The framework of that id.
    #[must_use]
    pub fn framework(&self, id: &str) -> Option<&Framework> {
        self.frameworks.iter().find(|framework| framework.id == id)
    }

    /// The template of that id.
    #[must_use]
    pub fn template(&self, id: &str) -> Option<&Template> {
        self.templates.iter().find(|template| template.id == id)
    }
}

/// The content, unpacked when first asked for.
pub fn bank() -> &'static Bank {
    static BANK: OnceLock<Bank> = OnceLock::new();
    // What the build packed is checked by a test below; it cannot fail here.
    BANK.get_or_init(|| {
        postcard::from_bytes(PACKED).unwrap_or(Bank {
            questions: vec![],
            frameworks: vec![],
            templates: vec![],
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_build_packed_can_be_unpacked() {
        assert!(bank().questions.len() >= 30);
        assert!(bank().framework("star-i").is_some());
        assert!(bank().template("upset-customer").is_some());
    }
}
