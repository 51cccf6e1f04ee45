//! Names of items across the whole bank, as they stand in content files, addresses and saved data.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::vocabulary;

vocabulary! {
    /// What kind of item it is. The names are also the first step of the item's address.
    Kind {
        /// An interview question.
        Question = "questions",
        /// An answer framework.
        Framework = "frameworks",
        /// A fill-in-the-blank text.
        Template = "templates",
        /// A guide.
        Guide = "guides",
        /// A term of the glossary.
        Term = "glossary",
        /// A group of phrases, or one pair in it.
        Phrase = "phrases",
        /// A quiz.
        Quiz = "quizzes",
        /// A checklist.
        Checklist = "checklists",
    }
}

/// One item of the bank: `questions/angry-customer`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// What kind of item it is.
    pub kind: Kind,
    /// Its id among its kind.
    pub id: String,
}

/// What does not name an item: the text as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotALink(pub String);

impl fmt::Display for NotALink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” does not name an item: write it as `questions/angry-customer`", self.0)
    }
}

/// The longest name of an item, in bytes. The bank's longest has half of that.
pub const LONGEST_ID: usize = 80;

/// Whether a text can be the name of an item: small letters, digits and hyphens, not too long. Names come from
/// addresses, which anyone may write; what is none is not looked for.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=LONGEST_ID).contains(&text.len()) && text.bytes().all(plain)
}

impl Link {
    /// A link to an item.
    #[must_use]
    pub fn new(kind: Kind, id: &str) -> Self {
        Self { kind, id: id.to_owned() }
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind.slug(), self.id)
    }
}

impl FromStr for Link {
    type Err = NotALink;

    fn from_str(text: &str) -> Result<Self, NotALink> {
        text.split_once('/')
            .filter(|(_, id)| is_id(id))
            .and_then(|(kind, id)| Some(Self::new(Kind::from_slug(kind)?, id)))
            .ok_or_else(|| NotALink(text.to_owned()))
    }
}

impl Serialize for Link {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Link {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(|e: NotALink| D::Error::custom(e))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_reads_back_as_it_was_written() {
        for kind in Kind::ALL {
            let link = Link::new(*kind, "some-id");
            assert_eq!(link.to_string().parse(), Ok(link));
        }
    }

    #[test]
    fn what_names_nothing_is_told_with_its_words() {
        for text in ["", "angry", "questions/", "people/anna", "/x"] {
            assert_eq!(text.parse::<Link>(), Err(NotALink(text.to_owned())));
        }
    }
}
