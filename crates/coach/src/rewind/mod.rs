//! Practising one part of an answer again, and what that changed.
//!
//! ```text
//! report ── weak ──► which part, and why
//! report, words ── rewrite ──► the whole answer with that part in its place
//! report, report ── compare ──► what is better, what got lost, what is still open
//! text, text ── diff ──► word by word
//! ```
//! Like a report, nothing here holds wording.

mod change;
mod diff;
mod myers;
#[cfg(test)]
mod random;
mod rewrite;
mod section;
mod weak;

pub use change::{Both, Change, compare};
pub use diff::{Kind, Piece, diff};
pub use rewrite::{Rewritten, rewrite};
pub use section::Section;
pub use weak::{Weak, Why, of as weak};
