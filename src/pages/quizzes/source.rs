//! Where the items of a quiz come from: its own file, or all of them.

use std::collections::BTreeSet;

use super::MIXED_LENGTH;
use crate::{
    routes::MIXED,
    state::{Data, use_data},
    wording::quiz as say,
};
use bank::{Brief, QuizCard, QuizPage, file};
use coach::quiz::{Item, Round};

/// A quiz, or the one that takes from all.
#[derive(Clone, Copy)]
pub enum Source {
    /// One with a file of its own.
    One(&'static QuizPage),
    /// All of them.
    Mixed(&'static [QuizCard]),
}

impl Source {
    /// The quiz of that id, if its data are here.
    pub fn open(id: &str) -> Option<Self> {
        let data = use_data();
        if id == MIXED {
            return data.get(&file::quizzes()).map(|cards| Self::Mixed(cards));
        }
        data.get(&file::quiz(id)).map(Self::One)
    }

    pub fn id(self) -> &'static str {
        match self {
            Self::One(page) => &page.quiz.id,
            Self::Mixed(_) => MIXED,
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::One(page) => &page.quiz.title,
            Self::Mixed(_) => say::MIXED,
        }
    }

    pub fn about(self) -> String {
        match self {
            Self::One(page) => page.quiz.about.clone(),
            Self::Mixed(_) => say::mixed_about(self.length()),
        }
    }

    /// Its page, where it has one of its own.
    pub fn page(self) -> Option<&'static QuizPage> {
        match self {
            Self::One(page) => Some(page),
            Self::Mixed(_) => None,
        }
    }

    /// How many items a round has.
    pub fn length(self) -> usize {
        match self {
            Self::One(page) => page.items.len(),
            Self::Mixed(cards) => {
                cards.iter().map(|card| card.items.len()).sum::<usize>().min(MIXED_LENGTH)
            }
        }
    }

    /// The ids of all its items.
    fn ids(self) -> Vec<&'static str> {
        match self {
            Self::One(page) => page.items.iter().map(|item| item.id.as_str()).collect(),
            Self::Mixed(cards) => {
                cards.iter().flat_map(|card| &card.items).map(String::as_str).collect()
            }
        }
    }

    /// Whether it has an item of that id.
    pub fn has(self, id: &str) -> bool {
        self.ids().contains(&id)
    }

    /// A new round.
    pub fn round(self, seed: u64) -> Round {
        Round::new(self.ids(), self.length(), seed)
    }

    /// The data files that the items of a round are in.
    pub fn files(self, round: &Round) -> Vec<String> {
        let Self::Mixed(cards) = self else { return Vec::new() };
        let quizzes: BTreeSet<&str> = round
            .items
            .iter()
            .filter_map(|id| home(cards, id))
            .map(|card| card.id.as_str())
            .collect();
        quizzes.into_iter().map(|id| file::quiz(id).into()).collect()
    }

    /// An item, if the file that it is in is here, and what that file's links are called.
    pub fn item(self, data: Data, id: &str) -> Option<(&'static Item, &'static [Brief])> {
        let page = match self {
            Self::One(page) => page,
            Self::Mixed(cards) => data.get(&file::quiz(&home(cards, id)?.id))?,
        };
        page.items.iter().find(|item| item.id == id).map(|item| (item, page.named.as_slice()))
    }
}

/// The quiz that an item is in.
fn home(cards: &'static [QuizCard], item: &str) -> Option<&'static QuizCard> {
    cards.iter().find(|card| card.items.iter().any(|id| id == item))
}

/// What an item points at, with names.
pub fn named(item: &Item, names: &'static [Brief]) -> Vec<&'static Brief> {
    item.see.iter().filter_map(|link| names.iter().find(|brief| brief.link == *link)).collect()
}
