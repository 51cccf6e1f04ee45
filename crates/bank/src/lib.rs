//! The site's data files: what is in them, and how to find something there.
//!
//! Nothing of the content is compiled into the app. Each page says which files it needs ([`file`]), and
//! is drawn when they are here. The files are written by the crate `content`, from the TOML files in
//! `content/` beside this source.

pub mod file;
mod find;
mod page;
mod search;

pub use file::File;
pub use find::{Filter, find, fits_own, words};
pub use page::{Brief, GuideCard, Page, QuizCard, QuizPage};
pub use search::{Entry, Hit, Index, Search, Span, any};
