//! What data files hold besides the items themselves.

use std::ops::Deref;

use coach::{guide::Topic, link::Link, quiz::QuizFile};
use serde::{Deserialize, Serialize};

/// An item with what its page shows around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<T> {
    /// The item.
    pub item: T,
    /// Items that it points at, and items that point at it.
    pub related: Vec<Brief>,
}

impl<T> Deref for Page<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.item
    }
}

/// An item in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// Which item.
    pub link: Link,
    /// What people call it.
    pub title: String,
}

/// What a list needs of a guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuideCard {
    /// See [`coach::guide::Guide::id`].
    pub id: String,
    /// See [`coach::guide::Guide::title`].
    pub title: String,
    /// See [`coach::guide::Guide::summary`].
    pub summary: String,
    /// See [`coach::guide::Guide::topic`].
    pub topic: Topic,
    /// How long it takes to read, in minutes.
    pub minutes: usize,
}

/// A quiz with its items, and what their links lead to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizPage {
    /// The quiz.
    pub page: Page<QuizFile>,
    /// Everything that its items point at.
    pub named: Vec<Brief>,
}

impl Deref for QuizPage {
    type Target = Page<QuizFile>;

    fn deref(&self) -> &Page<QuizFile> {
        &self.page
    }
}

/// What a list needs of a quiz.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizCard {
    /// See [`coach::quiz::Quiz::id`].
    pub id: String,
    /// See [`coach::quiz::Quiz::title`].
    pub title: String,
    /// See [`coach::quiz::Quiz::about`].
    pub about: String,
    /// The ids of its items.
    pub items: Vec<String>,
}
