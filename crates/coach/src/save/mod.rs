//! The saved document: what is kept, how it is wrapped, and how it is read back.
//!
//! One key of storage holds one aggregate ([`Drafts`], [`Attempts`], [`Own`] …), wrapped in an
//! [`Envelope`] that names its kind and version. Reading never guesses: what cannot be read is handed
//! back whole as a backup, and what a newer app wrote is left alone.

mod backup;
mod copies;
mod envelope;
mod join;
mod json;
mod mend;
#[cfg(test)]
mod mutations;
mod rest;
#[cfg(test)]
mod tabs;
mod v1;

pub use backup::{
    Backup, BadSeal, Changes, File, ImportError, LARGEST_FILE, Merge, Opened, Recipe, Sealed,
    Tally, crc32, open,
};
pub use copies::{Auto, Copies, EVERY_MS, Next};
pub use envelope::{Aggregate, Loaded, Salvage, read, read_plain, write, write_plain};
pub use join::{Joined, join};
pub use mend::{Entries, Entry};
pub use rest::Rest;

pub use v1::{
    Attempt, Attempts, Drafts, FROM, Marks, NEW, Own, QuizResult, Quizzes, Settings, Theme, Ticks,
};

/// The names of all aggregates.
pub const NAMES: [&str; 7] = ["drafts", "attempts", "settings", "marks", "ticks", "quizzes", "own"];

/// What the names of unreadable documents that were put aside start with.
pub const BROKEN: &str = "broken-";
