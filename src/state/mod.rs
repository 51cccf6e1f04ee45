//! What the pages share: signals, and what may be done to them.

pub mod codec;
mod copies;
mod data;
mod keeper;
mod left;
mod notices;
mod saved;
mod work;

pub use copies::{BEFORE, change_copies, copies, copies_now};
pub use data::{Data, Files, use_coach, use_data};
pub use notices::{Notice, Notices};
pub use work::{Stands, Work, use_work};

use leptos::prelude::*;

/// Whether the page has come alive and may read what only the browser knows.
///
/// A prerendered page is first rendered exactly as it was written; everything that depends on the
/// address's query or on the device comes after.
#[derive(Clone, Copy)]
pub struct Alive(pub RwSignal<bool>);

impl Alive {
    /// Whether it is, as a tracked read.
    pub fn get(self) -> bool {
        self.0.get()
    }
}
