//! Quizzes: items with a reason for every option, and how one is played.

mod item;
mod round;

pub use item::{Choice, Item, ItemKind, Quiz, QuizFile};
pub use round::{Answer, Outcome, Round, Score, Task};
