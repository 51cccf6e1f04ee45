//! The browser's storage. Every key starts with `rapport:`, because all projects of one user of
//! GitHub Pages share one origin.

use gloo_storage::{LocalStorage, Storage as _};

/// Why something could not be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser has no storage for this site, or forbids it.
    Unavailable,
    /// The storage refuses more, most often because it is full.
    Refused,
    /// The page was left meanwhile.
    Interrupted,
}

fn key(name: &str) -> String {
    format!("rapport:{name}")
}

/// The storage, where there is one. Asking for it may throw, in private windows for instance, so this
/// comes before any use of `LocalStorage::raw`, which would panic.
fn raw() -> Result<web_sys::Storage, StorageError> {
    match web_sys::window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(StorageError::Unavailable),
    }
}

/// What stands under a name.
///
/// # Errors
/// [`StorageError::Unavailable`].
pub fn get_raw(name: &str) -> Result<Option<String>, StorageError> {
    raw()?.get_item(&key(name)).map_err(|_| StorageError::Unavailable)
}

/// Writes under a name.
///
/// # Errors
/// See [`StorageError`]; what stood there before still does.
pub fn set_raw(name: &str, text: &str) -> Result<(), StorageError> {
    raw()?.set_item(&key(name), text).map_err(|_| StorageError::Refused)
}

/// Deletes what stands under a name.
///
/// # Errors
/// See [`StorageError`].
pub fn remove(name: &str) -> Result<(), StorageError> {
    raw()?.remove_item(&key(name)).map_err(|_| StorageError::Refused)
}

/// Deletes everything that is ours, and nothing else.
///
/// # Errors
/// [`StorageError::Unavailable`].
pub fn delete_all() -> Result<(), StorageError> {
    let storage = raw()?;
    let count = storage.length().map_err(|_| StorageError::Unavailable)?;
    let names: Vec<String> = (0..count).filter_map(|i| storage.key(i).ok().flatten()).collect();
    for name in names.iter().filter(|name| name.starts_with("rapport:")) {
        storage.remove_item(name).map_err(|_| StorageError::Refused)?;
    }
    Ok(())
}

/// The names of ours that start with `prefix`, without the common start.
#[must_use]
pub fn names(prefix: &str) -> Vec<String> {
    let Ok(storage) = raw() else { return Vec::new() };
    let start = key(prefix);
    (0..storage.length().unwrap_or(0))
        .filter_map(|i| storage.key(i).ok().flatten())
        .filter(|name| name.starts_with(&start))
        .map(|name| name["rapport:".len()..].to_owned())
        .collect()
}
