//! Everything in one file that can be taken away and brought back.

mod change;
mod file;
mod merge;
mod sealed;
mod sum;
#[cfg(test)]
mod tests;

pub use change::{Changes, Tally};
pub use file::{File, ImportError, LARGEST_FILE, Opened, open};
pub use merge::Merge;
pub use sealed::{BadSeal, Recipe, Sealed};
pub use sum::crc32;

use super::{
    Rest,
    v1::{Attempts, Drafts, Marks, Own, Quizzes, Settings, Ticks},
};

/// Everything that is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// The unfinished answers.
    pub drafts: Drafts,
    /// The finished answers.
    pub attempts: Attempts,
    /// The settings.
    pub settings: Settings,
    /// What was put aside to come back to.
    pub marks: Marks,
    /// What was ticked off.
    pub ticks: Ticks,
    /// Quizzes.
    pub quizzes: Quizzes,
    /// What the candidate added.
    pub own: Own,
    /// What only a newer version knows of a file.
    pub rest: Rest,
}

impl Backup {
    /// When the newest answer or draft of it was written, in milliseconds since 1970 (UTC).
    #[must_use]
    pub fn newest(&self) -> Option<u64> {
        let drafts = self.drafts.by_question.values().map(|draft| draft.changed);
        let attempts = self.attempts.list.iter().map(|attempt| attempt.at);
        drafts.chain(attempts).max()
    }
}
