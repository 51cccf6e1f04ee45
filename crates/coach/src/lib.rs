//! The heart of Rapport: what an interview question, a framework, a template and an answer are, and
//! what a coach sees in an answer.
//!
//! Everything here is plain data and pure functions. There is no clock, no randomness, no file and
//! no browser, so the same input gives the same output on a phone and on a build machine. Time, where
//! it matters, is an argument.

pub mod checklist;
pub mod draft;
pub mod feedback;
pub mod framework;
pub mod guide;
pub mod link;
pub mod own;
pub mod part;
pub mod phrase;
pub mod question;
pub mod quiz;
pub mod rewind;
pub mod save;
pub mod template;
pub mod term;
pub mod vocabulary;
