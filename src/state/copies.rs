//! What is known of copies: kept beside the work, because a copy must not differ from the last one by
//! saying when that was.

use std::cell::OnceCell;

use coach::save::Copies;
use leptos::prelude::*;

use crate::browser::storage;

/// Where it stands.
const NAME: &str = "copies";
/// What the names of states start with that were there before a copy was brought in.
pub const BEFORE: &str = "before-";

thread_local! {
    // Of no page: copies come by themselves on any of them.
    static KNOWN: OnceCell<ArcRwSignal<Copies>> = const { OnceCell::new() };
}

fn known() -> ArcRwSignal<Copies> {
    KNOWN.with(|known| known.get_or_init(|| ArcRwSignal::new(read())).clone())
}

fn read() -> Copies {
    Copies::read(storage::get_raw(NAME).unwrap_or(None).as_deref())
}

/// What is known, as a tracked read. Not before the page is alive.
pub fn copies() -> Copies {
    known().get()
}

/// What stands in storage now, where another tab may have written.
pub fn copies_now() -> Copies {
    let now = read();
    let known = known();
    if known.with_untracked(|known| *known != now) {
        known.set(now.clone());
    }
    now
}

/// Changes it. Where it cannot be stored it holds until the page is left.
pub fn change_copies(change: impl FnOnce(&mut Copies)) {
    let mut copies = copies_now();
    change(&mut copies);
    let _ = storage::set_raw(NAME, &copies.write());
    known().set(copies);
}
