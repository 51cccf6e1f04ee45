//! The content that the app carries, and how to find something in it.
//!
//! What every page may need is packed into the app as the [`Bank`]; frameworks and templates in full
//! are the [`Library`], which pages that show none of them do without. The long texts of a question
//! are not packed into the app: each is a small file beside the site that its page fetches.

mod find;

use std::sync::OnceLock;

use coach::{
    framework::Framework,
    question::{Card, Question},
    template::Template,
};
use serde::Deserialize;

pub use find::{Filter, find, words};

/// What every page may need.
#[derive(Debug, Default, Deserialize)]
pub struct Bank {
    /// The questions, short.
    pub questions: Vec<Card>,
    /// The names of the frameworks.
    pub frameworks: Vec<Brief>,
    /// The names of the templates.
    pub templates: Vec<Brief>,
}

/// A framework or a template in short.
#[derive(Debug, Deserialize)]
pub struct Brief {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// A sentence about it.
    pub about: String,
}

/// The frameworks and templates in full.
#[derive(Debug, Default, Deserialize)]
pub struct Library {
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

    /// The framework of that id, in short.
    #[must_use]
    pub fn framework(&self, id: &str) -> Option<&Brief> {
        self.frameworks.iter().find(|framework| framework.id == id)
    }

    /// The template of that id, in short.
    #[must_use]
    pub fn template(&self, id: &str) -> Option<&Brief> {
        self.templates.iter().find(|template| template.id == id)
    }
}

impl Library {
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

/// What every page may need, unpacked when first asked for.
pub fn bank() -> &'static Bank {
    static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bank.postcard"));
    static BANK: OnceLock<Bank> = OnceLock::new();
    // What the build packed is checked by a test below; it cannot fail here.
    BANK.get_or_init(|| postcard::from_bytes(PACKED).unwrap_or_default())
}

/// The frameworks and templates in full, unpacked when first asked for.
pub fn library() -> &'static Library {
    static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.postcard"));
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    // The same holds here.
    LIBRARY.get_or_init(|| postcard::from_bytes(PACKED).unwrap_or_default())
}

/// A question's file.
///
/// # Errors
/// Only where something cannot be packed at all, which nothing in a question is.
pub fn pack(question: &Question) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(question)
}

/// The question in a file, if there is one in it.
#[must_use]
pub fn unpack(file: &[u8]) -> Option<Question> {
    postcard::from_bytes(file).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_build_packed_can_be_unpacked() {
        assert!(bank().questions.len() >= 30);
        assert!(library().framework("star-i").is_some());
        assert!(library().template("upset-customer").is_some());
        assert_eq!(bank().frameworks.len(), library().frameworks.len());
        assert_eq!(bank().templates.len(), library().templates.len());
    }
}
