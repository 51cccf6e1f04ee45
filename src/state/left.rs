//! What a page could not save before it was closed: left where the next one finds it.
//!
//! Each tab writes under a name of its own, so that no two ever write to the same place. Joining the same
//! change twice changes nothing, so it does no harm if two tabs find it, or if it was saved after all.

use crate::browser::{clock, storage, store};

const LEFT: &str = "left-";

/// What another page has left.
pub struct Left {
    /// The name that it stands under in [`storage`].
    pub name: String,
    /// What that page knew to stand in the store.
    pub base: Option<String>,
    /// What it would have written.
    pub text: String,
}

/// The name under which this tab leaves what it has of an aggregate.
#[must_use]
pub fn name(aggregate: &str) -> String {
    format!("{LEFT}{aggregate}-{}", clock::unique())
}

/// Whether something was left, or stands where the work was kept before there was a store.
#[must_use]
pub fn is_any() -> bool {
    !storage::names(LEFT).is_empty()
        || store::is_database()
            && coach::save::NAMES
                .iter()
                .any(|name| *name != "settings" && matches!(storage::get_raw(name), Ok(Some(_))))
}

/// Everything that was left of an aggregate.
#[must_use]
pub fn all(aggregate: &str) -> Vec<Left> {
    let mut all = Vec::new();
    // Where there is no store, that is where the work is kept.
    if store::is_database()
        && let Ok(Some(text)) = storage::get_raw(aggregate)
    {
        all.push(Left { name: aggregate.to_owned(), base: None, text });
    }
    for name in storage::names(&format!("{LEFT}{aggregate}-")) {
        let Ok(Some(raw)) = storage::get_raw(&name) else { continue };
        let parts: Option<(Option<String>, String)> = serde_json::from_str(&raw).ok();
        // What cannot be taken apart goes through the careful reading as it stands.
        let (base, text) = parts.unwrap_or((None, raw));
        all.push(Left { name, base, text });
    }
    all
}

/// Leaves a text, and what it was made from. Whether it could.
pub fn leave(name: &str, base: Option<&str>, text: &str) -> bool {
    let put = |base: Option<&str>| {
        let both = serde_json::to_string(&(base, text));
        both.is_ok_and(|both| storage::set_raw(name, &both).is_ok())
    };
    // Where there is no room for both, the words are what counts: without the base nothing is deleted.
    put(base) || put(None)
}
