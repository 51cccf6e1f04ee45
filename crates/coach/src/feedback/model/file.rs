//! The file that holds what was learned.

use serde::{Deserialize, Serialize};

use super::{Common, Facts, PARTS};

/// What was learned, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ModelFile {
    /// The words that everybody uses.
    pub common: Common,
    /// For each column, the rows that have a weight in it.
    pub columns: Vec<Column>,
    /// Points for each part after each part; in the last row, at the beginning of an answer.
    pub follows: [[i32; PARTS]; PARTS + 1],
    /// For each move, what is added to its points in a sentence of each part; it is there where the
    /// sum is above zero.
    pub moves: Vec<[i32; PARTS]>,
    /// What speaks for each finding that takes weighing, by its name.
    pub findings: Vec<(String, Verdict)>,
    /// What speaks for a better mark than 1, than 2, than 3, than 4.
    pub mark: Vec<Verdict>,
}

/// The weights of one column: how many rows lie between one and the next, and the weight.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Column(Vec<(u16, i8)>);

impl Column {
    /// The weights that are not zero, by their rows.
    pub fn of(weights: impl IntoIterator<Item = i8>) -> Self {
        let mut gap = 0;
        let mut out = Vec::new();
        for weight in weights {
            if weight == 0 {
                gap += 1;
            } else {
                out.push((gap, weight));
                gap = 0;
            }
        }
        Self(out)
    }

    /// The rows and their weights.
    pub fn iter(&self) -> impl Iterator<Item = (usize, i8)> + '_ {
        let mut row = 0;
        self.0.iter().map(move |(gap, weight)| {
            row += usize::from(*gap);
            row += 1;
            (row - 1, *weight)
        })
    }
}

/// A sum over the facts of an answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// What each fact weighs, in the order of [`Facts`].
    pub weights: Vec<i16>,
    /// What is added.
    pub bias: i32,
}

impl Verdict {
    /// The sum.
    #[must_use]
    pub fn points(&self, facts: &Facts) -> i32 {
        let weighed = self.weights.iter().zip(facts.values());
        self.bias + weighed.map(|(weight, fact)| i32::from(*weight) * i32::from(*fact)).sum::<i32>()
    }
}

impl ModelFile {
    /// The bytes of the model that ships. The app does not use them: it fetches the file when it is
    /// wanted.
    pub const SHIPPED: &[u8] = include_bytes!("../../../model.postcard");

    /// The model that ships.
    pub(super) fn shipped() -> Self {
        // What it holds is checked by a test below; it cannot fail here.
        postcard::from_bytes(Self::SHIPPED).unwrap_or_default()
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// Only where something cannot be packed at all, which no plain data is.
    pub fn pack(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }

    /// What is in the bytes of a file, if that is a model.
    #[must_use]
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::model::FACTS;

    #[test]
    fn the_file_that_ships_can_be_read() {
        let file = ModelFile::shipped();
        assert_eq!((file.columns.len(), file.moves.len(), file.mark.len()), (15, 9, 4));
        let verdicts = file.findings.iter().map(|(_, verdict)| verdict).chain(&file.mark);
        assert!(verdicts.into_iter().all(|verdict| verdict.weights.len() == FACTS));
    }

    #[test]
    fn a_column_gives_back_its_rows() {
        let column = Column::of([0, 3, 0, 0, -7, 1]);
        assert_eq!(column.iter().collect::<Vec<_>>(), [(1, 3), (4, -7), (5, 1)]);
    }
}
