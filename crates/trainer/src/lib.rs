//! Trains the coach's model on labelled answers, and measures the coach on others.
//!
//! The answers are in `answers/`: what the labels mean is described in `answers/GUIDE.md`. Those in
//! `train/` teach; those in `test/` never do. Everything is computed in a fixed order from a fixed
//! seed, with nothing but additions, multiplications, divisions and square roots, so that the same
//! answers give the same model, to the byte, on every machine.

pub mod answers;
mod crf;
mod logistic;
mod numbers;
pub mod score;
mod train;

pub use train::{Trained, train};
