//! Pieces of pages: properties in, callbacks out.

pub mod balance;
pub mod change;
pub mod fold;
pub mod gaps;
pub mod icon;
pub mod item;
pub mod mark;
pub mod notes;
pub mod notices;
pub mod related;
pub mod remind;
pub mod removable;
pub mod ribbon;
pub mod scale;
pub mod shell;
pub mod writer;
