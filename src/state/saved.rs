//! One aggregate that is kept in the browser's storage.

use std::time::Duration;

use coach::save::{self, Aggregate, Loaded};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{
    Alive,
    notices::{Notice, Notices},
};
use crate::{
    browser::{clock, page, storage},
    reactive::effect,
};

/// How long after a change it is saved. Short enough that at most a word is lost if the browser
/// itself dies, long enough not to write at every key.
const SOON: Duration = Duration::from_millis(400);

/// An aggregate in memory and in storage. Not known until it has been loaded.
pub struct Saved<T: Aggregate + Send + Sync + 'static> {
    value: RwSignal<Option<T>>,
    /// Not to be written: what stands in storage is from a newer version, or is not ours to replace.
    locked: StoredValue<bool>,
    timer: StoredValue<Option<TimeoutHandle>>,
    notices: Notices,
}

impl<T: Aggregate + Send + Sync + 'static> Clone for Saved<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Aggregate + Send + Sync + 'static> Copy for Saved<T> {}

impl<T: Aggregate + Send + Sync + 'static> Saved<T> {
    /// An aggregate that is not known yet.
    #[must_use]
    pub fn unknown(notices: Notices) -> Self {
        Self {
            value: RwSignal::new(None),
            locked: StoredValue::new(false),
            timer: StoredValue::new(None),
            notices,
        }
    }

    /// Reads it from storage as soon as the page is alive, unless that was done before. From then on
    /// what waits to be saved is saved when the page goes out of sight.
    ///
    /// Pages ask for what only they need: then reading and writing it comes with their code.
    pub fn want(self) {
        let alive: Alive = expect_context();
        if alive.0.get_untracked() {
            self.load();
        } else {
            effect(move || {
                if alive.get() {
                    self.load();
                }
            });
        }
    }

    /// Reads it from storage, unless that was done before.
    pub fn load(self) {
        if self.value.with_untracked(Option::is_some) {
            return;
        }
        page::on_hide(move || self.flush());
        let raw = storage::get_raw(T::NAME);
        if raw.is_err() {
            self.notices.tell(Notice::NotSaving);
        }
        let value = match save::read::<T>(raw.unwrap_or(None).as_deref()) {
            Loaded::Fresh => T::default(),
            Loaded::Loaded(value) | Loaded::Migrated(value) => value,
            Loaded::Corrupt { backup } => {
                self.put_aside(&backup);
                T::default()
            }
            Loaded::FromNewer { .. } => {
                self.locked.set_value(true);
                self.notices.tell(Notice::FromNewer);
                T::default()
            }
        };
        self.value.set(Some(value));
    }

    /// Keeps unreadable bytes under a name of their own before anything else may be written.
    fn put_aside(self, backup: &str) {
        let name = format!("{}{}-{}", save::BROKEN, T::NAME, clock::now());
        if storage::set_raw(&name, backup).is_ok() {
            // Or it would be put aside again at every visit.
            let _ = storage::remove(T::NAME);
        } else {
            // What stands there is all there is: leave it alone.
            self.locked.set_value(true);
        }
        self.notices.tell(Notice::PutAside);
    }

    /// What `read` makes of the value, as a tracked read. `None` until it is known.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.value.with(|value| value.as_ref().map(read))
    }

    /// The same without tracking.
    pub fn peek<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.value.try_with_untracked(|value| value.as_ref().map(read)).flatten()
    }

    /// Whether it has been loaded.
    pub fn is_known(self) -> bool {
        self.value.with(Option::is_some)
    }

    /// Changes the value and saves it soon. Nothing happens before it is known.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut changed = false;
        self.value.update(|value| {
            if let Some(value) = value {
                change(value);
                changed = true;
            }
        });
        if changed {
            self.save_soon();
        }
    }

    fn save_soon(self) {
        if self.timer.with_value(Option::is_some) {
            return;
        }
        match set_timeout_with_handle(move || self.flush(), SOON) {
            Ok(timer) => self.timer.set_value(Some(timer)),
            Err(_) => self.write(),
        }
    }

    /// Saves now what waits to be saved.
    pub fn flush(self) {
        let waiting = self.timer.try_update_value(Option::take).flatten();
        if let Some(timer) = waiting {
            timer.clear();
            self.write();
        }
    }

    fn write(self) {
        if self.locked.get_value() {
            return;
        }
        let text = self.peek(|value| save::write(value).ok()).flatten();
        let Some(text) = text else { return };
        match storage::set_raw(T::NAME, &text) {
            Ok(()) => self.notices.take_back(Notice::NotSaving),
            Err(_) => self.notices.tell(Notice::NotSaving),
        }
    }
}
