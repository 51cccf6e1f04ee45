//! Pieces of pages: properties in, callbacks out.

pub mod balance;
pub mod icon;
pub mod item;
pub mod notes;
pub mod notices;
pub mod ribbon;
pub mod scale;
pub mod shell;
pub mod writer;
