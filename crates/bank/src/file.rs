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

/// How many bytes [`seal`] puts behind a file.
const SEAL: usize = 8;

/// Puts a seal behind the bytes of a file that will lie at `place` (its folder and its name): a sum over both. What was
/// cut off on its way, or belongs to another build, then does not [`open`]. It guards against accidents, not people.
#[must_use]
pub fn seal(place: &str, mut bytes: Vec<u8>) -> Vec<u8> {
    let sum = sum(place, &bytes);
    bytes.extend_from_slice(&sum.to_le_bytes());
    bytes
}

/// The bytes of a file that came from an address below any base, without their seal; `None` where it is broken.
#[must_use]
pub fn open(address: &str, mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let place = &address[address.rfind("data/")?..];
    let end = bytes.len().checked_sub(SEAL)?;
    let seal = bytes.split_off(end);
    (seal == sum(place, &bytes).to_le_bytes()).then_some(bytes)
}

/// FNV-1a with 64 bits: any byte that differs changes it.
fn sum(place: &str, bytes: &[u8]) -> u64 {
    place.bytes().chain(bytes.iter().copied()).fold(0xcbf2_9ce4_8422_2325, |sum: u64, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_opens_where_it_belongs_and_only_whole() {
        let place = format!("{}{}", folder("1a"), name("questions/a"));
        let sealed = seal(&place, b"words".to_vec());
        assert_eq!(open(&format!("/rapport/{place}"), sealed.clone()), Some(b"words".to_vec()));
        for cut in 0..sealed.len() {
            assert_eq!(open(&place, sealed[..cut].to_vec()), None, "{cut} bytes");
        }
        for at in 0..sealed.len() {
            let mut other = sealed.clone();
            other[at] ^= 0x20;
            assert_eq!(open(&place, other), None, "another byte at {at}");
        }
        for elsewhere in ["data/1b/questions/a.postcard", "data/1a/questions/b.postcard", "x"] {
            assert_eq!(open(elsewhere, sealed.clone()), None, "{elsewhere}");
        }
    }
}
