//! A linear-chain conditional random field over the sentences of an answer (Lafferty, McCallum and
//! Pereira 2001): points for each part from a sentence's features, and for what follows what.

#![allow(clippy::needless_range_loop, reason = "sums over matrices read best with their indices")]

use coach::feedback::model::{Feature, PARTS, ROWS};

use crate::numbers::{Pace, Weight, exp, shuffled};

/// The sentences of one answer: their features, and their parts where they are known.
#[derive(Clone, Debug)]
pub struct Chain {
    /// For each sentence.
    pub features: Vec<Vec<Feature>>,
    /// For each sentence.
    pub parts: Vec<Option<usize>>,
}

type Row = [f64; PARTS];

/// What was learned.
pub struct Crf {
    /// For each row and part.
    pub table: Vec<[Weight; PARTS]>,
    /// For each part after each part; in the last row, at the beginning.
    pub follows: [Row; PARTS + 1],
}

/// Chosen on answers of other people than those who wrote the ones that teach: the sparser the model,
/// the less it clings to how one writer puts things.
const PACE: Pace = Pace { step: 0.2, sparse: 25.0, hold: 0.5 };
const ROUNDS: u64 = 8;
/// Gradients below this change nothing worth the time.
const LEAST: f64 = 1e-4;

impl Crf {
    /// Learns from answers.
    #[must_use]
    pub fn train(chains: &[&Chain]) -> Self {
        let mut crf = Self {
            table: vec![[Weight::default(); PARTS]; ROWS as usize],
            follows: [[0.0; PARTS]; PARTS + 1],
        };
        let mut squares = [[1e-8; PARTS]; PARTS + 1];
        for round in 0..ROUNDS {
            for at in shuffled(chains.len(), round) {
                crf.learn(chains[at], &mut squares);
            }
        }
        crf
    }

    fn learn(&mut self, chain: &Chain, squares: &mut [Row; PARTS + 1]) {
        if chain.features.is_empty() {
            return;
        }
        let (single, pairs) = self.likelihoods(&self.points(chain));
        for (at, (features, part)) in chain.features.iter().zip(&chain.parts).enumerate() {
            let Some(part) = *part else { continue };
            for label in 0..PARTS {
                let gradient = single[at][label] - truth(label == part);
                if gradient.abs() < LEAST {
                    continue;
                }
                for feature in features {
                    self.table[*feature as usize][label].learn(gradient, PACE);
                }
            }
            let mut follow = |from: usize, to: usize, gradient: f64| {
                squares[from][to] += gradient * gradient;
                self.follows[from][to] -= 0.1 * gradient / squares[from][to].sqrt();
            };
            match at.checked_sub(1).map(|before| chain.parts[before]) {
                None => {
                    (0..PARTS).for_each(|to| follow(PARTS, to, single[0][to] - truth(to == part)))
                }
                Some(Some(before)) => {
                    for from in 0..PARTS {
                        for to in 0..PARTS {
                            let truth = truth(from == before && to == part);
                            follow(from, to, pairs[at - 1][from][to] - truth);
                        }
                    }
                }
                Some(None) => {}
            }
        }
    }

    fn points(&self, chain: &Chain) -> Vec<Row> {
        let sum = |features: &Vec<Feature>| {
            features.iter().fold([0.0; PARTS], |mut sum, feature| {
                let row = &self.table[*feature as usize];
                sum.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight.value);
                sum
            })
        };
        chain.features.iter().map(sum).collect()
    }

    /// How likely each part is in each sentence, and each pair of parts in each two neighbours: forward
    /// and backward, scaled at every step.
    fn likelihoods(&self, points: &[Row]) -> (Vec<Row>, Vec<[Row; PARTS]>) {
        let own: Vec<Row> = points
            .iter()
            .map(|row| {
                let most = row.iter().copied().fold(f64::MIN, f64::max);
                row.map(|points| exp(points - most))
            })
            .collect();
        let follows = self.follows.map(|row| row.map(exp));
        let count = own.len();
        let mut forward = vec![[0.0; PARTS]; count];
        let mut backward = vec![[1.0; PARTS]; count];
        for to in 0..PARTS {
            forward[0][to] = own[0][to] * follows[PARTS][to];
        }
        scale(&mut forward[0]);
        for at in 1..count {
            for to in 0..PARTS {
                let come: f64 =
                    (0..PARTS).map(|from| forward[at - 1][from] * follows[from][to]).sum();
                forward[at][to] = come * own[at][to];
            }
            scale(&mut forward[at]);
        }
        for at in (0..count - 1).rev() {
            for from in 0..PARTS {
                backward[at][from] = (0..PARTS)
                    .map(|to| follows[from][to] * own[at + 1][to] * backward[at + 1][to])
                    .sum();
            }
            scale(&mut backward[at]);
        }
        let single = (0..count)
            .map(|at| {
                let mut row = [0.0; PARTS];
                (0..PARTS).for_each(|label| row[label] = forward[at][label] * backward[at][label]);
                scale(&mut row);
                row
            })
            .collect();
        let pairs = (1..count)
            .map(|at| {
                let mut pair = [[0.0; PARTS]; PARTS];
                for from in 0..PARTS {
                    for to in 0..PARTS {
                        pair[from][to] = forward[at - 1][from]
                            * follows[from][to]
                            * own[at][to]
                            * backward[at][to];
                    }
                }
                let all: f64 = pair.iter().flatten().sum();
                pair.iter_mut().flatten().for_each(|likely| *likely /= all);
                pair
            })
            .collect();
        (single, pairs)
    }
}

fn truth(holds: bool) -> f64 {
    if holds { 1.0 } else { 0.0 }
}

fn scale(row: &mut Row) {
    let all: f64 = row.iter().sum();
    row.iter_mut().for_each(|likely| *likely /= all);
}
