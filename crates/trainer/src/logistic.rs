//! Logistic regression, of the sparse kind for moves and of the plain kind for whole answers.

use coach::feedback::model::{FACTS, Feature, ROWS};

use crate::numbers::{Pace, Weight, logistic, shuffled};

/// What speaks for one move.
pub struct Sparse {
    /// For each row.
    pub table: Vec<Weight>,
    /// What is added, for each part that the sentence may serve.
    pub bias: Vec<f64>,
}

const SPARSE: Pace = Pace { step: 0.4, sparse: 3.0, hold: 0.5 };

const SPARSE_ROUNDS: u64 = 10;
/// Sentences with the move are rare, and count for more.
const RARE: f64 = 2.0;

impl Sparse {
    /// Learns from sentences: features, the part, and whether the move is there.
    #[must_use]
    pub fn train(sentences: &[(&[Feature], usize, bool)], parts: usize) -> Self {
        let mut learned =
            Self { table: vec![Weight::default(); ROWS as usize], bias: vec![-2.5; parts] };
        let mut squares = vec![1e-8; parts];
        for round in 0..SPARSE_ROUNDS {
            for at in shuffled(sentences.len(), round) {
                let (features, part, there) = sentences[at];
                let likely = logistic(learned.points(features, part));
                let gradient = if there { RARE * (likely - 1.0) } else { likely };
                squares[part] += gradient * gradient;
                learned.bias[part] -= 0.1 * gradient / f64::sqrt(squares[part]);
                if gradient.abs() > 1e-3 {
                    for feature in features {
                        learned.table[*feature as usize].learn(gradient, SPARSE);
                    }
                }
            }
        }
        learned
    }

    /// What speaks for the move, and against it.
    #[must_use]
    pub fn points(&self, features: &[Feature], part: usize) -> f64 {
        let sum: f64 = features.iter().map(|feature| self.table[*feature as usize].value).sum();
        self.bias[part] + sum
    }
}

/// What speaks for one finding, or for a mark.
#[derive(Clone, Debug)]
pub struct Dense {
    /// For each fact.
    pub weights: Vec<f64>,
    /// What is added.
    pub bias: f64,
}

const DENSE_ROUNDS: usize = 400;
const DENSE_STEP: f64 = 0.1;
/// How much weights are held down.
const DENSE_HOLD: f64 = 0.002;

impl Dense {
    /// Learns from answers: their facts, and whether it holds. Every answer is looked at in every round,
    /// so no order matters.
    #[must_use]
    pub fn train(answers: &[(&[u8; FACTS], bool)]) -> Self {
        let mut learned = Self { weights: vec![0.0; FACTS], bias: 0.0 };
        let mut squares = vec![1e-8; FACTS + 1];
        let count = f64::from(u32::try_from(answers.len().max(1)).unwrap_or(u32::MAX));
        for _ in 0..DENSE_ROUNDS {
            let mut gradient = vec![0.0; FACTS + 1];
            for (facts, holds) in answers {
                let error = logistic(learned.points(facts)) - f64::from(u8::from(*holds));
                for (sum, fact) in gradient.iter_mut().zip(facts.iter()) {
                    *sum += error * f64::from(*fact);
                }
                gradient[FACTS] += error;
            }
            for (at, sum) in gradient.iter().enumerate() {
                let held = learned.weights.get(at).map_or(0.0, |weight| DENSE_HOLD * weight);
                let gradient = sum / count + held;
                squares[at] += gradient * gradient;
                let step = DENSE_STEP * gradient / f64::sqrt(squares[at]);
                match learned.weights.get_mut(at) {
                    Some(weight) => *weight -= step,
                    None => learned.bias -= step,
                }
            }
        }
        learned
    }

    /// What speaks for it, and against it.
    #[must_use]
    pub fn points(&self, facts: &[u8; FACTS]) -> f64 {
        let weighed = self.weights.iter().zip(facts);
        self.bias + weighed.map(|(weight, fact)| weight * f64::from(*fact)).sum::<f64>()
    }
}
