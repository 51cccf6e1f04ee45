//! One aggregate that is kept in the browser's storage.

use std::time::Duration;

use coach::save::{self, Aggregate, Loaded, Standing};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{
    Alive,
    notices::{Notice, Notices},
};
use crate::{
    browser::{clock, page, storage, tabs},
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
    /// What is known of what stands in storage: other tabs write there too.
    standing: StoredValue<Standing>,
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
            standing: StoredValue::new(Standing::default()),
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
        let raw = raw.unwrap_or(None);
        let value = match save::read::<T>(raw.as_deref()) {
            Loaded::Fresh => T::default(),
            Loaded::Loaded(value) | Loaded::Migrated(value) => value,
            Loaded::Corrupt { backup, value, salvage } => {
                if put_aside::<T>(&backup) {
                    // What was restored stands there from now on, or it would be restored at every visit.
                    let _ = storage::set_raw(T::NAME, &save::write(&value));
                } else {
                    // What stands there is all there is: leave it alone.
                    self.locked.set_value(true);
                }
                self.notices.tell_restored(salvage);
                value
            }
            Loaded::FromNewer { .. } => {
                self.lock();
                T::default()
            }
        };
        if !self.locked.get_value() {
            let stands = storage::get_raw(T::NAME).unwrap_or(None);
            self.standing.set_value(Standing::new(stands.as_deref(), &value));
        }
        self.value.set(Some(value));
        tabs::on_change(T::NAME, move || self.sync());
    }

    /// From now on nothing is written: what stands there was written by a newer version.
    fn lock(self) {
        self.locked.set_value(true);
        self.notices.tell(Notice::FromNewer);
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
        let save = move || {
            // With the lock no other tab reads while this one writes.
            tabs::alone(T::NAME, move || self.flush());
        };
        match set_timeout_with_handle(save, SOON) {
            Ok(timer) => self.timer.set_value(Some(timer)),
            Err(_) => self.sync(),
        }
    }

    /// Saves now what waits to be saved.
    pub fn flush(self) {
        let waiting = self.timer.try_update_value(Option::take).flatten();
        if let Some(timer) = waiting {
            timer.clear();
            self.sync();
        }
    }

    /// Brings together what this tab has and what stands in storage, in one turn: writes what is not
    /// there, and shows what is new. While a field is being typed in, that comes afterwards.
    fn sync(self) {
        if self.locked.try_get_value().unwrap_or(true) {
            return;
        }
        let Ok(stands) = storage::get_raw(T::NAME) else {
            self.notices.tell(Notice::NotSaving);
            return;
        };
        let now = clock::now();
        let joined = self.peek(|value| {
            self.standing.with_value(|standing| {
                standing.join(value, stands.as_deref(), now, page::is_typing())
            })
        });
        let Some(joined) = joined else { return };
        let Some(joined) = joined else {
            self.lock();
            return;
        };
        if joined.damaged.is_some_and(|raw| !put_aside::<T>(&raw)) {
            self.notices.tell(Notice::NotSaving);
            return;
        }
        if let Some(text) = joined.text {
            if storage::set_raw(T::NAME, &text).is_err() {
                self.notices.tell(Notice::NotSaving);
                return;
            }
            self.notices.take_back(Notice::NotSaving);
        }
        self.standing.set_value(joined.next);
        if let Some(value) = joined.value {
            self.value.set(Some(value));
        }
    }
}

/// Keeps damaged bytes under a name of their own before anything else may be written. Whether it could.
fn put_aside<T: Aggregate>(raw: &str) -> bool {
    let name = format!("{}{}-{}", save::BROKEN, T::NAME, clock::now());
    storage::set_raw(&name, raw).is_ok()
}
