//! Two deploys of the site, and what may go wrong between them.
//!
//! The old one is the built site with fewer questions in it, so that a worker has it on the device in a second. The new one is
//! what the next build would be: another word in the app's code, another in the data, another style, so other names for
//! all of that, another worker, and every page made anew.

mod cases;
mod second;

pub use cases::{Act, Case, Trouble, Visitor, cases};
pub use second::{Deploys, QUESTION};
