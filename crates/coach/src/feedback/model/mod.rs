//! The trained part of the coach: small tables of whole numbers, learned from labelled answers.
//!
//! ```text
//! sentence ── features ──► rows of a table ──► points for each part and each move
//!      points for parts, and for what follows what ──► the best path through all sentences
//! answer   ── facts ─────► points for each finding that takes weighing, and for the mark
//! ```
//! Everything is added up in whole numbers, so that a phone and a build machine say the same to the
//! last bit. `cargo xtask train` makes the file; it fits into the download because nearly all weights
//! are zero.

mod common;
pub mod digest;
mod facts;
mod features;
mod file;

use std::{ops::Range, sync::OnceLock};

use super::{FindingKind, Move, clause::Clause, words::Words};
use crate::{part::Part, question::Asks};

pub use common::Common;
pub use facts::{FACTS, Facts};
pub use features::{Feature, Place, ROWS, of_answer, of_sentence};
pub use file::{Column, ModelFile, Verdict};

/// How many parts there are.
pub const PARTS: usize = Part::ALL.len();
/// How many moves there are.
pub const MOVES: usize = Move::ALL.len();
/// Columns of the table: the parts, then the moves.
pub const COLUMNS: usize = PARTS + MOVES;

/// The tables, ready for use.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The points that each feature has for each part and each move.
    table: Vec<[i8; COLUMNS]>,
    file: ModelFile,
}

/// What was read in the sentences of an answer.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// The part of each.
    pub parts: Vec<Part>,
    /// The moves in each, in the order of [`Move::ALL`].
    pub moves: Vec<Vec<Move>>,
    /// By how many points each part is ahead of the best other one, or behind it, in each sentence.
    pub lead: Vec<[i32; PARTS]>,
}

impl Model {
    /// The tables in a file.
    #[must_use]
    pub fn new(file: ModelFile) -> Self {
        let mut table = vec![[0; COLUMNS]; ROWS as usize];
        for (column, weights) in file.columns.iter().take(COLUMNS).enumerate() {
            for (row, weight) in weights.iter() {
                if let Some(row) = table.get_mut(row) {
                    row[column] = weight;
                }
            }
        }
        Self { table, file }
    }

    /// The model that ships. The app does not use this: it fetches the file when it is wanted.
    ///
    /// # Panics
    /// Never: a test reads the file.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Model> = OnceLock::new();
        SHIPPED.get_or_init(|| Self::new(ModelFile::shipped()))
    }

    /// Reads the sentences of an answer.
    #[must_use]
    pub fn read(
        &self,
        words: &Words,
        ranges: &[Range<usize>],
        clauses: &[Vec<Clause>],
        asks: Asks,
    ) -> Read {
        let features = features::of_answer(words, ranges, clauses, asks, &self.file.common);
        let points: Vec<[i32; COLUMNS]> =
            features.iter().map(|features| self.points(features)).collect();
        let parts = self.best_path(&points);
        let moves = points.iter().zip(&parts).map(|(points, part)| self.moves(points, *part));
        Read { moves: moves.collect(), lead: points.iter().map(lead).collect(), parts }
    }

    fn points(&self, features: &[Feature]) -> [i32; COLUMNS] {
        let mut points = [0; COLUMNS];
        for feature in features {
            if let Some(row) = self.table.get(*feature as usize) {
                for (sum, weight) in points.iter_mut().zip(row) {
                    *sum += i32::from(*weight);
                }
            }
        }
        points
    }

    fn moves(&self, points: &[i32; COLUMNS], part: Part) -> Vec<Move> {
        let shown = |(at, kind): (usize, &Move)| {
            let bias =
                self.file.moves.get(at).map_or(i32::MIN / 2, |by_part| by_part[part as usize]);
            (points[PARTS + at] + bias > 0).then_some(*kind)
        };
        Move::ALL.iter().enumerate().filter_map(shown).collect()
    }

    /// The path through the sentences that earns most.
    fn best_path(&self, points: &[[i32; COLUMNS]]) -> Vec<Part> {
        let mut best = [0; PARTS];
        let mut back: Vec<[usize; PARTS]> = Vec::with_capacity(points.len());
        for (at, own) in points.iter().enumerate() {
            let (mut next, mut from) = ([0; PARTS], [0; PARTS]);
            for to in 0..PARTS {
                let step = |p: usize| match at {
                    0 => self.file.follows[PARTS][to],
                    _ => best[p] + self.file.follows[p][to],
                };
                // On a tie the earlier part wins, so that the same text always reads the same.
                let origin = (0..PARTS).rev().max_by_key(|p| step(*p)).unwrap_or(0);
                from[to] = origin;
                next[to] = step(origin) + own[to];
            }
            best = next;
            back.push(from);
        }
        let mut part = (0..PARTS).rev().max_by_key(|p| best[*p]).unwrap_or(0);
        let mut out = vec![Part::Other; points.len()];
        for at in (0..points.len()).rev() {
            out[at] = Part::ALL[part];
            part = back[at][part];
        }
        out
    }

    /// Whether the facts of an answer speak for a finding; `None` for one that takes no weighing.
    #[must_use]
    pub fn finds(&self, kind: FindingKind, facts: &Facts) -> Option<bool> {
        let verdict = self.file.findings.iter().find(|(name, _)| name == kind.slug());
        verdict.map(|(_, verdict)| verdict.points(facts) > 0)
    }

    /// The mark that the facts of an answer speak for, 1 to 5.
    #[must_use]
    pub fn mark(&self, facts: &Facts) -> u8 {
        // One verdict for each step: better than 1, than 2, than 3, than 4.
        let steps = self.file.mark.iter().filter(|verdict| verdict.points(facts) > 0).count();
        1 + u8::try_from(steps.min(4)).unwrap_or(4)
    }
}

/// By how much each part is ahead of the best other one.
fn lead(points: &[i32; COLUMNS]) -> [i32; PARTS] {
    let parts = &points[..PARTS];
    let mut lead = [0; PARTS];
    for (at, own) in parts.iter().enumerate() {
        let others = parts.iter().enumerate().filter(|(other, _)| *other != at);
        lead[at] = own - others.map(|(_, points)| *points).max().unwrap_or(0);
    }
    lead
}
