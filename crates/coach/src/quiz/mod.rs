//! Quizzes: items with a reason for every option, and how one is played.

mod choice;
mod item;
mod judge;
mod passage;
mod round;
mod shuffle;
mod standing;

pub use choice::Pick;
pub use item::{Choice, Item, ItemKind, Quiz, QuizFile};
pub use judge::{Answer, Outcome, Remark, Verdict};
pub use passage::Piece;
pub use round::{Given, Round, Score, Task, Trace};
pub use standing::{Standing, Trend, standing};
