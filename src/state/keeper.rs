//! Keeping a text on the device: whose it is, the keeper does not know.

use std::time::Duration;

use coach::save::{self, Salvage};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};

use super::{
    codec,
    left::{self, Left},
    notices::{Notice, Notices},
};
use crate::browser::{
    clock, page,
    storage::{self, StorageError},
    store::{self, Swap},
};

/// How long after a change it is saved. Short enough that at most a word is lost if the browser
/// itself dies, long enough not to write at every key.
const SOON: Duration = Duration::from_millis(400);

/// How often it is looked whether a save has ended, in milliseconds.
const A_MOMENT_MS: i32 = 20;

/// What is kept. For the keeper it is a text; it has its types in [`super::saved`].
///
/// Compiled for every type anew, so as little as there can be.
pub trait Holds: Send + Sync {
    /// Whether it has been loaded.
    fn is_known(&self) -> bool;

    /// The value as it is to be written; `None` before it is known, and where the code for it is not here.
    fn text(&self) -> Option<String>;

    /// Takes the value from a text as this version writes it, or from none. Whether it is such a text.
    fn show(&self, text: Option<&str>) -> bool;

    /// Takes the value from any text and from what was left, if the code for that is here.
    fn open(&self, known: Option<&str>, left: Vec<Left>) -> Option<Restored>;

    /// Joins the value with what another tab has written.
    fn take_in(&self, known: Option<&str>, theirs: Option<&str>) -> Merged;
}

/// What the codec reading found beside the value.
pub struct Restored {
    /// Some of it was written by a newer version.
    pub newer: bool,
    /// Texts that were damaged.
    pub damaged: Vec<String>,
    /// What could be read of them.
    pub salvage: Option<Salvage>,
    /// The names of what was left and is in the value now.
    pub joined: Vec<String>,
}

/// What came of joining.
pub enum Merged {
    /// The value has everything.
    Joined {
        /// What the other tab wrote was damaged.
        damaged: bool,
        /// Words had to give way to newer ones.
        other_words: bool,
    },
    /// The other text was written by a newer version.
    Newer,
    /// The code for it is not here.
    Not,
}

/// Keeps one aggregate on the device.
///
/// Saving is: write this tab's text in place of the one it knows to stand there. If another stands there,
/// another tab has written: then both are joined, and it is tried again.
#[derive(Clone, Copy)]
pub struct Keeper {
    name: &'static str,
    inside: StoredValue<Inside>,
    held: StoredValue<Option<Box<dyn Holds>>>,
    notices: Notices,
}

#[derive(Default)]
struct Inside {
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
    /// The name under which this tab leaves what it could not save before it was closed. There is one
    /// once it is being loaded.
    left: Option<String>,
}

impl Inside {
    const fn is_busy(&self) -> bool {
        self.saving || self.timer.is_some()
    }
}

impl Keeper {
    /// A keeper, and the text that stands in the store.
    pub fn new(name: &'static str, notices: Notices, known: Option<String>, near: bool) -> Self {
        let inside = Inside { near, known, ..Inside::default() };
        Self { name, inside: StoredValue::new(inside), held: StoredValue::new(None), notices }
    }

    /// What it is to keep, unless it has that. Only those who want it say so: reading and writing it comes
    /// with their code.
    pub fn hold(self, held: impl FnOnce() -> Box<dyn Holds>) {
        self.held.update_value(|known| {
            known.get_or_insert_with(held);
        });
    }

    /// Loads it, unless that was done before.
    pub fn load(self) {
        if self.held(|held| held.is_known()) || self.ask(|inside| inside.left.is_some()) {
            return;
        }
        if self.ask(|inside| inside.near) {
            let raw = storage::get_raw(self.name);
            if raw.is_err() {
                self.notices.tell(Notice::NotSaving);
            }
            self.tell(|inside| inside.known = raw.unwrap_or(None));
        }
        self.tell(|inside| inside.left = Some(left::name(self.name)));
        page::on_hide(move || self.leave());
        store::on_change(self.name, move || self.hear());
        if !self.open() {
            spawn_local(async move {
                if !codec::fetch().await || !self.open() {
                    // Nothing is written over what this page could not read.
                    self.tell(|inside| inside.locked = true);
                    self.notices.tell(Notice::NotOpened);
                    self.held(|held| held.show(None));
                }
            });
        }
    }

    /// The same, where what is known of the store is as old as the page.
    pub fn load_late(self) {
        self.load();
        self.hear();
    }

    /// Reads what is there. Whether it could be read with the code that is here.
    fn open(self) -> bool {
        let known = self.ask(|inside| inside.known.clone());
        let left = if self.ask(|inside| inside.near) { Vec::new() } else { left::all(self.name) };
        if left.is_empty() && self.held(|held| held.show(known.as_deref())) {
            return true;
        }
        let Some(restored) = self.held(|held| held.open(known.as_deref(), left)) else {
            return false;
        };
        if restored.newer {
            self.lock();
        }
        if let Some(salvage) = restored.salvage {
            self.notices.tell_restored(salvage);
        }
        // What is sound stays as it stands until there is a change.
        if !restored.damaged.is_empty() || !restored.joined.is_empty() {
            self.tell(|inside| {
                inside.aside = restored.damaged;
                inside.done_with = restored.joined;
            });
            self.save_soon();
        }
        true
    }

    /// From now on nothing is written: what stands there was written by a newer version.
    fn lock(self) {
        self.tell(|inside| inside.locked = true);
        self.notices.tell(Notice::FromNewer);
    }

    /// Saves it soon.
    pub fn save_soon(self) {
        if self.ask(|inside| inside.timer.is_some()) {
            return;
        }
        if codec::here().is_none() {
            spawn_local(async {
                codec::fetch().await;
            });
        }
        match set_timeout_with_handle(move || self.flush(), SOON) {
            Ok(timer) => self.tell(|inside| inside.timer = Some(timer)),
            Err(_) => spawn_local(self.save()),
        }
    }

    /// Saves now what waits to be saved.
    pub fn flush(self) {
        let Some(timer) = self.tell(|inside| inside.timer.take()) else { return };
        timer.clear();
        if self.ask(|inside| inside.near && inside.aside.is_empty()) {
            // In this turn: the page may be gone in the next.
            if let Some(text) = self.text()
                && self.swap_near(text).is_none()
            {
                return;
            }
        }
        spawn_local(self.save());
    }

    /// Saves what waits to be saved, and is done when it is.
    pub async fn settle(self) {
        if let Some(timer) = self.tell(|inside| inside.timer.take()) {
            timer.clear();
            self.save().await;
        }
        while self.ask(|inside| inside.saving) {
            clock::pause(A_MOMENT_MS).await;
        }
    }

    /// Leaves what is not saved yet where the next page finds it: the store answers only in a later turn,
    /// which a page that is being closed may not live to see.
    fn leave(self) {
        if self.ask(|inside| inside.is_busy() && !inside.near)
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
        if self.ask(|inside| inside.locked) { None } else { self.held(|held| held.text()) }
    }

    async fn save(self) {
        if self.tell(|inside| std::mem::replace(&mut inside.saving, true)) {
            self.tell(|inside| inside.again = true);
            return;
        }
        if !codec::fetch().await {
            self.notices.tell(Notice::NotSaving);
        } else if self.put_aside().await {
            while self.save_once().await {}
        }
        self.tell(|inside| (inside.saving, inside.again) = (false, false));
    }

    /// One try at saving. Whether another one is called for.
    async fn save_once(self) -> bool {
        self.tell(|inside| inside.again = false);
        let Some(text) = self.text() else { return false };
        let known = self.ask(|inside| inside.known.clone());
        let stands = if known.as_ref() == Some(&text) {
            self.saved(text);
            return false;
        } else if self.ask(|inside| inside.near) {
            self.swap_near(text)
        } else {
            match store::swap(self.name, known.as_deref(), Some(&text)).await {
                Ok(Swap::Done) => {
                    store::tell(self.name);
                    self.saved(text);
                    None
                }
                Ok(Swap::Stands(theirs)) => Some(theirs),
                Err(StorageError::Interrupted) => {
                    // If the page comes back, it tries again.
                    self.save_soon();
                    None
                }
                Err(_) => self.failed(),
            }
        };
        match stands {
            Some(theirs) => self.take_in(theirs).await,
            None => self.ask(|inside| inside.again),
        }
    }

    /// Writes into the near storage. What stands there instead, if something does.
    fn swap_near(self, text: String) -> Option<Option<String>> {
        let known = self.ask(|inside| inside.known.clone());
        match store::swap_near(self.name, known.as_deref(), Some(&text)) {
            Ok(Swap::Done) => {
                store::tell(self.name);
                self.saved(text);
                None
            }
            Ok(Swap::Stands(theirs)) => Some(theirs),
            Err(_) => self.failed(),
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

    fn failed<T>(self) -> Option<T> {
        self.notices.tell(Notice::NotSaving);
        None
    }

    /// Keeps damaged texts under names of their own. Whether that is done.
    async fn put_aside(self) -> bool {
        while let Some(raw) = self.ask(|inside| inside.aside.last().cloned()) {
            let name = format!("{}{}-{}", save::BROKEN, self.name, clock::now());
            match store::swap(&name, None, Some(&raw)).await {
                Ok(Swap::Done) => drop(self.tell(|inside| inside.aside.pop())),
                // Another one was put aside in the same millisecond.
                Ok(Swap::Stands(_)) => {}
                // What stands there is all there is: leave it alone.
                Err(_) => {
                    self.notices.tell(Notice::NotSaving);
                    return false;
                }
            }
        }
        true
    }

    /// Takes in what another tab has written. Whether this tab may write then.
    async fn take_in(self, theirs: Option<String>) -> bool {
        let known = self.ask(|inside| inside.known.clone());
        // In one turn: no key is pressed between reading the value and setting it.
        let merged = self.held(|held| Some(held.take_in(known.as_deref(), theirs.as_deref())));
        match merged {
            Some(Merged::Joined { damaged, other_words }) => {
                if other_words {
                    self.notices.tell(Notice::OtherWords);
                }
                self.tell(|inside| {
                    if damaged {
                        inside.aside.extend(theirs.clone());
                    }
                    inside.known = theirs;
                });
                self.put_aside().await
            }
            Some(Merged::Newer) => {
                self.lock();
                false
            }
            Some(Merged::Not) | None => false,
        }
    }

    /// Another tab has written, or may have.
    fn hear(self) {
        if self.ask(|inside| inside.locked || inside.is_busy()) {
            // What waits to be saved meets it then.
            return;
        }
        spawn_local(async move {
            let theirs = if self.ask(|inside| inside.near) {
                storage::get_raw(self.name)
            } else {
                store::get(&[self.name]).await.map(|mut texts| texts.pop().flatten())
            };
            let Ok(theirs) = theirs else { return };
            let known = self.held(|held| held.is_known());
            codec::fetch().await;
            if !known || self.ask(|inside| inside.is_busy() || inside.known == theirs) {
                return;
            }
            if self.held(|held| held.show(theirs.as_deref())) {
                self.tell(|inside| inside.known = theirs);
            } else if self.take_in(theirs).await {
                self.save_soon();
            }
        });
    }

    /// Forgets everything, as where nothing was ever saved.
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
        if self.held(|held| held.is_known()) {
            self.held(|held| held.show(None));
        }
    }

    fn held<R: Default>(self, ask: impl FnOnce(&dyn Holds) -> R) -> R {
        self.held.try_with_value(|held| held.as_deref().map(ask)).flatten().unwrap_or_default()
    }

    fn ask<R: Default>(self, read: impl FnOnce(&Inside) -> R) -> R {
        self.inside.try_with_value(read).unwrap_or_default()
    }

    fn tell<R: Default>(self, change: impl FnOnce(&mut Inside) -> R) -> R {
        self.inside.try_update_value(change).unwrap_or_default()
    }
}
