//! One aggregate that is kept on the device.

use leptos::prelude::*;

use super::{
    Alive,
    codec::{self, Kind, Opened, Taken},
    keeper::{Holds, Keeper, Merged, Restored},
    left::Left,
    notices::Notices,
};
use crate::reactive::effect;

/// An aggregate in memory, and what keeps it on the device. Not known until it has been loaded.
pub struct Saved<T: Kind> {
    value: RwSignal<Option<T>>,
    keeper: Keeper,
}

impl<T: Kind> Clone for Saved<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Kind> Copy for Saved<T> {}

impl<T: Kind> Saved<T> {
    /// An aggregate that is not known yet, and the text that stands in the store.
    #[must_use]
    pub fn unknown(notices: Notices, known: Option<String>) -> Self {
        let value = RwSignal::new(None);
        Self { value, keeper: Keeper::new(T::NAME, notices, known, false) }
    }

    /// One that is kept in the near storage, which a page can read before it is drawn.
    #[must_use]
    pub fn near(notices: Notices) -> Self {
        let value = RwSignal::new(None);
        Self { value, keeper: Keeper::new(T::NAME, notices, None, true) }
    }

    /// Loads it as soon as the page is alive, unless that was done before. From then on what waits to be
    /// saved is saved when the page goes out of sight.
    ///
    /// Pages ask for what only they need: then reading and writing it comes with their code.
    pub fn want(self) {
        let (alive, keeper): (Alive, _) = (expect_context(), self.keeper);
        keeper.hold(|| Box::new(Held(self.value)));
        if alive.0.get_untracked() {
            keeper.load_late();
        } else {
            effect(move || {
                if alive.get() {
                    keeper.load_late();
                }
            });
        }
    }

    /// Loads it, unless that was done before.
    pub fn load(self) {
        self.keeper.hold(|| Box::new(Held(self.value)));
        self.keeper.load();
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
            self.keeper.save_soon();
        }
    }

    /// Saves now what waits to be saved.
    pub fn flush(self) {
        self.keeper.flush();
    }

    /// Saves what waits to be saved, and is done when it is.
    pub async fn settle(self) {
        self.keeper.settle().await;
    }

    /// Forgets everything, as where nothing was ever saved. What stands in the store is deleted by others.
    pub fn forget(self) {
        self.keeper.forget();
    }
}

/// The value, for its keeper.
struct Held<T>(RwSignal<Option<T>>);

impl<T: Kind> Holds for Held<T> {
    fn is_known(&self) -> bool {
        self.0.with_untracked(Option::is_some)
    }

    fn text(&self) -> Option<String> {
        let codec = T::of(codec::here()?);
        self.0.try_with_untracked(|value| value.as_ref().map(codec.write)).flatten()
    }

    fn show(&self, text: Option<&str>) -> bool {
        let value = match text {
            None => Some(T::default()),
            Some(text) => codec::here().and_then(|codecs| (T::of(codecs).read)(text)),
        };
        let read = value.is_some();
        if read {
            self.0.set(value);
        }
        read
    }

    fn open(&self, known: Option<&str>, left: Vec<Left>) -> Option<Restored> {
        let codec = T::of(codec::here()?);
        let Opened { value, newer, damaged, salvage, joined } = (codec.open)(known, left);
        self.0.set(Some(value));
        Some(Restored { newer, damaged, salvage, joined })
    }

    fn take_in(&self, known: Option<&str>, theirs: Option<&str>) -> Merged {
        let Some(codec) = codec::here().map(T::of) else { return Merged::Not };
        let take = |mine: &Option<T>| (codec.take_in)(known, mine.as_ref()?, theirs);
        let Some(Taken { value, damaged, other_words }) = self.0.with_untracked(take) else {
            return Merged::Newer;
        };
        if value.is_some() {
            self.0.set(value);
        }
        Merged::Joined { damaged, other_words }
    }
}
