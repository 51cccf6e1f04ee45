//! Names of the data files, each with the type of what is in it.

use std::marker::PhantomData;

use coach::{
    checklist::Checklist,
    feedback::ModelFile,
    framework::Framework,
    guide::Guide,
    phrase::Pair,
    question::{Card, Question},
    template::Template,
    term::Term,
};
use serde::{Serialize, de::DeserializeOwned};

use crate::{Entry, GuideCard, Page, QuizCard, QuizPage};

/// Where the data files of a build lie, below the site's base. Every build has a folder of its own: a
/// page that is still open from an older build must never read the files of another.
#[must_use]
pub fn folder(version: &str) -> String {
    format!("data/{version}/")
}

/// The name of the file with that path in its folder.
#[must_use]
pub fn name(path: &str) -> String {
    format!("{path}.postcard")
}

/// A data file with a `T` in it.
pub struct File<T> {
    path: String,
    of: PhantomData<fn() -> T>,
}

impl<T> File<T> {
    fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), of: PhantomData }
    }

    /// Its path below the folder of the data files.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl<T> From<File<T>> for String {
    fn from(file: File<T>) -> Self {
        file.path
    }
}

impl<T: Serialize> File<T> {
    /// What stands in the file.
    ///
    /// # Errors
    /// Only where something cannot be packed at all, which no plain data is.
    pub fn pack(&self, value: &T) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(value)
    }
}

impl<T: DeserializeOwned> File<T> {
    /// What is in the file; `None` where it is not what it should be.
    #[must_use]
    pub fn unpack(&self, bytes: &[u8]) -> Option<T> {
        postcard::from_bytes(bytes).ok()
    }
}

/// The questions, short. Someone new goes from the top: warm-ups first, and of these what is asked of
/// everyone.
#[must_use]
pub fn cards() -> File<Vec<Card>> {
    File::new("questions")
}

/// A question with its long texts.
#[must_use]
pub fn question(id: &str) -> File<Page<Question>> {
    File::new(format!("questions/{id}"))
}

/// The frameworks.
#[must_use]
pub fn frameworks() -> File<Vec<Page<Framework>>> {
    File::new("frameworks")
}

/// The templates.
#[must_use]
pub fn templates() -> File<Vec<Page<Template>>> {
    File::new("templates")
}

/// The guides, short.
#[must_use]
pub fn guides() -> File<Vec<GuideCard>> {
    File::new("guides")
}

/// A guide.
#[must_use]
pub fn guide(id: &str) -> File<Page<Guide>> {
    File::new(format!("guides/{id}"))
}

/// The glossary, by name.
#[must_use]
pub fn glossary() -> File<Vec<Page<Term>>> {
    File::new("glossary")
}

/// The pairs of phrases.
#[must_use]
pub fn phrases() -> File<Vec<Page<Pair>>> {
    File::new("phrases")
}

/// The quizzes, short.
#[must_use]
pub fn quizzes() -> File<Vec<QuizCard>> {
    File::new("quizzes")
}

/// A quiz with its items.
#[must_use]
pub fn quiz(id: &str) -> File<QuizPage> {
    File::new(format!("quizzes/{id}"))
}

/// The checklists.
#[must_use]
pub fn checklists() -> File<Vec<Page<Checklist>>> {
    File::new("checklists")
}

/// What the coach has learned.
#[must_use]
pub fn coach() -> File<ModelFile> {
    File::new("coach")
}

/// What the search looks through, besides the questions.
#[must_use]
pub fn index() -> File<Vec<Entry>> {
    File::new("index")
}
