//! Quizzes and their results.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    quiz::{Answer, Item, Round, Score, Standing, standing},
    save::{Aggregate, Entries, Entry, Rest},
};

/// Quizzes that are being played, and how those ended that were.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Quizzes {
    /// The open round of each quiz that has one, by the quiz's id.
    pub open: BTreeMap<String, Round>,
    /// The last round that was finished of each quiz, to be read again. Not while another is open.
    pub ended: BTreeMap<String, Round>,
    /// The results in order of time, the oldest first.
    pub results: Vec<QuizResult>,
    /// What only a newer version knows of it.
    #[serde(skip)]
    pub rest: Rest,
}

impl Aggregate for Quizzes {
    const NAME: &'static str = "quizzes";
    const ENTRIES: &'static [Entries] = &[
        Entries { field: "open", entry: Entry::Named(&["seed", "items"]) },
        Entries { field: "ended", entry: Entry::Named(&["seed", "items"]) },
        Entries { field: "results", entry: Entry::Listed(&["quiz", "right"]) },
    ];

    fn rest(&self) -> &Rest {
        &self.rest
    }

    fn rest_mut(&mut self) -> &mut Rest {
        &mut self.rest
    }
}

/// How one round ended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QuizResult {
    /// When, in milliseconds since 1970 (UTC).
    pub at: u64,
    /// The quiz's id.
    pub quiz: String,
    /// How many were right at the first try.
    pub right: usize,
    /// How many items there were.
    pub of: usize,
    /// How many of the others were right at the second try.
    pub mended: usize,
    /// Whether the round had only those that were wrong before.
    pub part: bool,
}

impl QuizResult {
    /// How it went.
    #[must_use]
    pub const fn score(&self) -> Score {
        Score { right: self.right, of: self.of, mended: self.mended }
    }
}

impl Quizzes {
    /// The round of a quiz that is open, or else the one that was finished last.
    #[must_use]
    pub fn round(&self, quiz: &str) -> Option<&Round> {
        self.open.get(quiz).or_else(|| self.ended.get(quiz))
    }

    /// Opens a round, in place of any other of that quiz.
    pub fn begin(&mut self, quiz: &str, round: Round) {
        self.ended.remove(quiz);
        self.open.insert(quiz.to_owned(), round);
    }

    /// Takes the answer to what comes next in the open round of a quiz. The last answer ends it.
    pub fn answer(&mut self, quiz: &str, item: &Item, answer: Answer, now: u64) {
        let Some(round) = self.open.get_mut(quiz) else { return };
        round.answer(item, answer);
        if round.next().is_none() {
            self.finish(quiz, now);
        }
    }

    /// Leaves out of the rounds of a quiz what is no longer in the bank. An open round that is over
    /// then ends; one with nothing left is dropped.
    pub fn keep(&mut self, quiz: &str, is_there: impl Fn(&str) -> bool, now: u64) {
        for rounds in [&mut self.open, &mut self.ended] {
            if let Some(round) = rounds.get_mut(quiz) {
                round.keep(&is_there);
                if round.items.is_empty() {
                    rounds.remove(quiz);
                }
            }
        }
        if self.open.get(quiz).is_some_and(|round| round.next().is_none()) {
            self.finish(quiz, now);
        }
    }

    /// Ends the open round of a quiz and keeps its result, which is returned.
    pub fn finish(&mut self, quiz: &str, now: u64) -> Option<QuizResult> {
        let round = self.open.remove(quiz)?;
        let (Score { right, of, mended }, part) = (round.score(), round.part);
        self.ended.insert(quiz.to_owned(), round);
        let result = QuizResult { at: now, quiz: quiz.to_owned(), right, of, mended, part };
        self.results.push(result.clone());
        Some(result)
    }

    /// The results of one quiz, the newest first.
    pub fn of<'a>(&'a self, quiz: &'a str) -> impl Iterator<Item = &'a QuizResult> {
        self.results.iter().rev().filter(move |result| result.quiz == quiz)
    }

    /// The results of whole rounds of one quiz, the newest first.
    pub fn whole<'a>(&'a self, quiz: &'a str) -> impl Iterator<Item = &'a QuizResult> {
        self.of(quiz).filter(|result| !result.part)
    }

    /// How the whole rounds of one quiz compare with each other.
    #[must_use]
    pub fn standing(&self, quiz: &str) -> Option<Standing> {
        standing(self.whole(quiz).map(QuizResult::score))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finished_round_becomes_a_result() {
        let mut quizzes = Quizzes::default();
        quizzes.open.insert("skills".into(), Round { items: vec!["a".into()], ..Round::default() });
        let result = quizzes.finish("skills", 7);
        assert_eq!(result.map(|r| (r.at, r.right, r.of)), Some((7, 0, 1)));
        assert_eq!(quizzes.finish("skills", 8), None);
        assert_eq!(quizzes.of("skills").count(), 1);
        assert!(quizzes.round("skills").is_some(), "it can be read again");
    }

    #[test]
    fn a_round_with_only_the_wrong_ones_is_not_compared_with_whole_ones() {
        let mut quizzes = Quizzes::default();
        let one = || Round { items: vec!["a".into()], ..Round::default() };
        quizzes.begin("skills", one());
        quizzes.finish("skills", 7);
        quizzes.begin("skills", Round { part: true, ..one() });
        assert!(quizzes.ended.is_empty());
        quizzes.finish("skills", 8);
        assert_eq!((quizzes.of("skills").count(), quizzes.whole("skills").count()), (2, 1));
        assert_eq!(quizzes.standing("skills").map(|standing| standing.rounds), Some(1));
    }

    #[test]
    fn a_round_whose_last_items_are_gone_ends_and_an_empty_one_is_dropped() {
        let given = vec![crate::quiz::Given { answer: vec![0], right: true }];
        let round = Round { items: vec!["a".into(), "b".into()], given, ..Round::default() };
        let mut quizzes = Quizzes::default();
        quizzes.begin("skills", round.clone());
        quizzes.keep("skills", |id| id == "a", 7);
        assert!(quizzes.open.is_empty());
        assert_eq!(quizzes.of("skills").next().map(|r| (r.right, r.of)), Some((1, 1)));
        quizzes.begin("skills", round);
        quizzes.keep("skills", |_| false, 8);
        assert_eq!((quizzes.round("skills"), quizzes.of("skills").count()), (None, 1));
    }
}
