//! One aggregate that is kept on the device.

use std::time::Duration;

use coach::save::{self, Loaded};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};

use super::{
    Alive,
    careful::{self, Kind, Of},
    left::{self, Left},
    notices::{Notice, Notices},
};
use crate::{
    browser::{
        clock, page,
        storage::{self, StorageError},
        store::{self, Swap},
    },
    reactive::effect,
};

/// How long after a change it is saved. Short enough that at most a word is lost if the browser
/// itself dies, long enough not to write at every key.
const SOON: Duration = Duration::from_millis(400);

/// An aggregate in memory and on the device. Not known until it has been loaded.
///
/// Saving is: write this tab's text in place of the one it knows to stand there. If another stands there,
/// another tab has written: then both are joined, and it is tried again.
pub struct Saved<T: Kind> {
    value: RwSignal<Option<T>>,
    inside: StoredValue<Inside<T>>,
    notices: Notices,
}

/// What stands in the store, and what the plain reading makes of it.
pub struct Read<T> {
    text: Option<String>,
    plain: Option<T>,
}

impl<T> Default for Read<T> {
    fn default() -> Self {
        Self { text: None, plain: None }
    }
}

impl<T: Kind> Read<T> {
    /// Reads it now.
    #[must_use]
    pub fn now(text: Option<String>) -> Self {
        let plain = text.as_deref().and_then(save::read_plain);
        Self { text, plain }
    }

    /// It is read when it is loaded.
    #[must_use]
    pub const fn later(text: Option<String>) -> Self {
        Self { text, plain: None }
    }

    /// Whether it takes the careful reading.
    #[must_use]
    pub const fn is_odd(&self) -> bool {
        self.text.is_some() && self.plain.is_none()
    }
}

/// What is known about the place where it is kept.
struct Inside<T> {
    /// What was read before it was loaded.
    plain: Option<T>,
    /// Kept where it can be read before the page is drawn.
    near: bool,
    /// What this tab knows to stand there.
    known: Option<String>,
    /// Not to be written: what stands there is from a newer version, or is not ours to replace.
    locked: bool,
    /// Runs while a change waits to be saved.
    timer: Option<TimeoutHandle>,
    /// Whether it is being saved now, and whether there was a change meanwhile.
    saving: bool,
    again: bool,
    /// Damaged texts, to be put aside before anything is written.
    aside: Vec<String>,
    /// What can go once all is saved: names in the near storage.
    done_with: Vec<String>,
    /// The name under which this tab leaves what it could not save before it was closed.
    left: Option<String>,
}

impl<T> Default for Inside<T> {
    fn default() -> Self {
        Self {
            plain: None,
            near: false,
            known: None,
            locked: false,
            timer: None,
            saving: false,
            again: false,
            aside: Vec::new(),
            done_with: Vec::new(),
            left: None,
        }
    }
}

impl<T: Kind> Clone for Saved<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Kind> Copy for Saved<T> {}

impl<T: Kind> Saved<T> {
    /// An aggregate that is not known yet, and what stands in the store.
    #[must_use]
    pub fn unknown(notices: Notices, read: Read<T>) -> Self {
        let inside = Inside { plain: read.plain, known: read.text, ..Inside::default() };
        Self { value: RwSignal::new(None), inside: StoredValue::new(inside), notices }
    }

    /// One that is kept in the near storage, which a page can read before it is drawn.
    #[must_use]
    pub fn near(notices: Notices) -> Self {
        let inside = Inside { near: true, ..Inside::default() };
        Self { value: RwSignal::new(None), inside: StoredValue::new(inside), notices }
    }

    /// Loads it as soon as the page is alive, unless that was done before. From then on what waits to be
    /// saved is saved when the page goes out of sight.
    ///
    /// Pages ask for what only they need: then reading and writing it comes with their code.
    pub fn want(self) {
        let alive: Alive = expect_context();
        let load = move || {
            if self.load() {
                // What is known of the store is as old as the page.
                self.hear();
            }
        };
        if alive.0.get_untracked() {
            load();
        } else {
            effect(move || {
                if alive.get() {
                    load();
                }
            });
        }
    }

    /// Loads it, unless that was done before. Whether it was not.
    pub fn load(self) -> bool {
        if self.value.with_untracked(Option::is_some) || self.ask(|inside| inside.left.is_some()) {
            return false;
        }
        if self.ask(|inside| inside.near) {
            let raw = storage::get_raw(T::NAME);
            if raw.is_err() {
                self.notices.tell(Notice::NotSaving);
            }
            self.tell(|inside| inside.known = raw.unwrap_or(None));
        }
        self.tell(|inside| inside.left = Some(left::name(T::NAME)));
        page::on_hide(move || self.leave());
        store::on_change(T::NAME, move || self.hear());
        if !self.open() {
            spawn_local(async move {
                if !careful::fetch().await || !self.open() {
                    // Nothing is written over what this page could not read.
                    self.tell(|inside| inside.locked = true);
                    self.notices.tell(Notice::NotOpened);
                    self.value.set(Some(T::default()));
                }
            });
        }
        true
    }

    /// Reads what is there. Whether it could be read with the code that is here.
    fn open(self) -> bool {
        let known = self.ask(|inside| inside.known.clone());
        let left = if self.ask(|inside| inside.near) { Vec::new() } else { left::all(T::NAME) };
        let read = self.tell(|inside| inside.plain.take());
        let plain = match &known {
            None => Some(T::default()),
            Some(text) => read.or_else(|| save::read_plain::<T>(text)),
        };
        if let Some(value) = plain.filter(|_| left.is_empty()) {
            self.value.set(Some(value));
            return true;
        }
        let Some(careful) = careful::here::<T>() else { return false };
        let mut value = self.understand(careful, known).unwrap_or_default();
        for Left { name, base, text } in left {
            let Some(mine) = self.understand(careful, Some(text)) else { continue };
            let stands = (careful.write)(&value);
            if let Some(joined) = (careful.join)(base.as_deref(), &mine, Some(&stands)) {
                value = joined.value;
                self.tell(|inside| inside.done_with.push(name));
            }
        }
        self.value.set(Some(value));
        // What is sound stays as it stands until there is a change.
        if self.ask(|inside| !inside.aside.is_empty() || !inside.done_with.is_empty()) {
            self.save_soon();
        }
        true
    }

    /// What a text says. `None`: it was written by a newer version, and nothing is to be written.
    fn understand(self, careful: &Of<T>, text: Option<String>) -> Option<T> {
        match (careful.read)(text.as_deref()) {
            Loaded::Fresh => Some(T::default()),
            Loaded::Loaded(value) | Loaded::Migrated(value) => Some(value),
            Loaded::Corrupt { backup, value, salvage } => {
                self.tell(|inside| inside.aside.push(backup));
                self.notices.tell_restored(salvage);
                Some(value)
            }
            Loaded::FromNewer { .. } => {
                self.lock();
                None
            }
        }
    }

    /// From now on nothing is written: what stands there was written by a newer version.
    fn lock(self) {
        self.tell(|inside| inside.locked = true);
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
        if self.ask(|inside| inside.timer.is_some()) {
            return;
        }
        match set_timeout_with_handle(move || self.flush(), SOON) {
            Ok(timer) => self.tell(|inside| inside.timer = Some(timer)),
            Err(_) => spawn_local(self.save()),
        }
    }

    /// Saves now what waits to be saved.
    pub fn flush(self) {
        if let Some(timer) = self.tell(|inside| inside.timer.take()) {
            timer.clear();
            if self.ask(|inside| inside.near) {
                self.save_near();
            } else {
                spawn_local(self.save());
            }
        }
    }

    /// Leaves what is not saved yet where the next page finds it: the store answers only in a later turn,
    /// which a page that is being closed may not live to see.
    fn leave(self) {
        let waits = self.ask(|inside| (inside.timer.is_some() || inside.saving) && !inside.locked);
        if waits
            && !self.ask(|inside| inside.near)
            && let (Some(name), Some(text)) = (self.ask(|inside| inside.left.clone()), self.text())
        {
            let base = self.ask(|inside| inside.known.clone());
            if left::leave(&name, base.as_deref(), &text) {
                self.tell(|inside| inside.done_with.push(name));
            }
        }
        self.flush();
    }

    /// The value as it is to be written. `None`: it may not be.
    fn text(self) -> Option<String> {
        if self.ask(|inside| inside.locked) {
            return None;
        }
        let write = |value: &T| {
            let plain = save::write_plain(value);
            // What a newer version added was read carefully: the code is here.
            plain.or_else(|| careful::here::<T>().map(|careful| (careful.write)(value)))
        };
        self.peek(write).flatten()
    }

    async fn save(self) {
        if self.tell(|inside| std::mem::replace(&mut inside.saving, true)) {
            self.tell(|inside| inside.again = true);
            return;
        }
        if self.put_aside().await {
            while self.save_once().await {}
        }
        self.tell(|inside| (inside.saving, inside.again) = (false, false));
    }

    /// One try at saving. Whether another one is called for.
    async fn save_once(self) -> bool {
        self.tell(|inside| inside.again = false);
        let (Some(text), known) = (self.text(), self.ask(|inside| inside.known.clone())) else {
            return false;
        };
        if known.as_ref() == Some(&text) {
            self.saved(text);
            return false;
        }
        match store::swap(T::NAME, known.as_deref(), Some(&text)).await {
            Ok(Swap::Done) => {
                store::tell(T::NAME);
                self.saved(text);
                self.ask(|inside| inside.again)
            }
            Ok(Swap::Stands(theirs)) => self.take_in(theirs).await,
            Err(error) => self.failed(error),
        }
    }

    fn save_near(self) {
        let (Some(text), known) = (self.text(), self.ask(|inside| inside.known.clone())) else {
            return;
        };
        match store::swap_near(T::NAME, known.as_deref(), Some(&text)) {
            Ok(Swap::Done) => {
                store::tell(T::NAME);
                self.saved(text);
            }
            Ok(Swap::Stands(theirs)) => spawn_local(async move {
                if self.take_in(theirs).await {
                    self.save_near();
                }
            }),
            Err(error) => {
                self.failed(error);
            }
        }
    }

    fn saved(self, text: String) {
        self.notices.take_back(Notice::NotSaving);
        let done_with = self.tell(|inside| {
            inside.known = Some(text);
            // A change since then is not saved: what was left stays until it is.
            if inside.again { Vec::new() } else { std::mem::take(&mut inside.done_with) }
        });
        for name in done_with {
            let _ = storage::remove(&name);
        }
    }

    fn failed(self, _: StorageError) -> bool {
        self.notices.tell(Notice::NotSaving);
        false
    }

    /// Keeps damaged texts under names of their own. Whether that is done.
    async fn put_aside(self) -> bool {
        while let Some(raw) = self.ask(|inside| inside.aside.last().cloned()) {
            let name = format!("{}{}-{}", save::BROKEN, T::NAME, clock::now());
            let put = if self.ask(|inside| inside.near) {
                store::swap_near(&name, None, Some(&raw))
            } else {
                store::swap(&name, None, Some(&raw)).await
            };
            match put {
                Ok(Swap::Done) => drop(self.tell(|inside| inside.aside.pop())),
                // Another one was put aside in the same millisecond.
                Ok(Swap::Stands(_)) => {}
                // What stands there is all there is: leave it alone.
                Err(error) => return self.failed(error),
            }
        }
        true
    }

    /// Takes in what another tab has written. Whether this tab may write then.
    async fn take_in(self, theirs: Option<String>) -> bool {
        if !careful::fetch().await {
            self.notices.tell(Notice::NotSaving);
            return false;
        }
        // From here on in one turn: no key is pressed between reading the value and setting it.
        let Some(careful) = careful::here::<T>() else { return false };
        let known = self.ask(|inside| inside.known.clone());
        let Some(mine) = self.peek(Clone::clone) else { return false };
        let Some(joined) = (careful.join)(known.as_deref(), &mine, theirs.as_deref()) else {
            self.lock();
            return false;
        };
        if joined.damaged {
            self.tell(|inside| inside.aside.extend(theirs.clone()));
        }
        self.tell(|inside| inside.known = theirs);
        if joined.value != mine {
            if joined.value.rest().aside().len() > mine.rest().aside().len() {
                self.notices.tell(Notice::OtherWords);
            }
            self.value.set(Some(joined.value));
        }
        self.put_aside().await
    }

    /// Another tab has written, or may have.
    fn hear(self) {
        if self.ask(|inside| inside.locked || inside.saving || inside.timer.is_some()) {
            // What waits to be saved meets it then.
            return;
        }
        spawn_local(async move {
            let theirs = if self.ask(|inside| inside.near) {
                storage::get_raw(T::NAME)
            } else {
                store::get([T::NAME]).await.map(|[text]| text)
            };
            let Ok(theirs) = theirs else { return };
            let busy = |inside: &Inside<T>| inside.saving || inside.timer.is_some();
            if self.ask(|inside| busy(inside) || inside.known == theirs) {
                return;
            }
            if let Some(value) = theirs.as_deref().and_then(save::read_plain::<T>) {
                self.tell(|inside| inside.known = theirs);
                self.value.set(Some(value));
            } else if self.take_in(theirs).await {
                self.save_soon();
            }
        });
    }

    /// Forgets everything, as where nothing was ever saved. What stands in the store is deleted by others.
    pub fn forget(self) {
        let timer = self.tell(|inside| {
            inside.known = None;
            inside.locked = false;
            inside.again = false;
            inside.aside.clear();
            inside.timer.take()
        });
        if let Some(timer) = timer {
            timer.clear();
        }
        if self.peek(|_| ()).is_some() {
            self.value.set(Some(T::default()));
        }
    }

    fn ask<R: Default>(self, read: impl FnOnce(&Inside<T>) -> R) -> R {
        self.inside.try_with_value(read).unwrap_or_default()
    }

    fn tell<R: Default>(self, change: impl FnOnce(&mut Inside<T>) -> R) -> R {
        self.inside.try_update_value(change).unwrap_or_default()
    }
}
