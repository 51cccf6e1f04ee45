//! Version 1 of everything that is saved: one file an aggregate.

mod attempts;
mod drafts;
mod marks;
mod own;
mod quizzes;
mod settings;
mod ticks;

pub use attempts::{Attempt, Attempts};
pub use drafts::Drafts;
pub use marks::Marks;
pub use own::{FROM, NEW, Own};
pub use quizzes::{QuizResult, Quizzes};
pub use settings::{Settings, Theme};
pub use ticks::Ticks;
