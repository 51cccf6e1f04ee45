//! Things the user must be told, once, with a way on.

use coach::save::Salvage;
use leptos::prelude::*;

use crate::browser::worker::NewVersion;

/// Something to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// What is written cannot be saved on this device.
    NotSaving,
    /// Something saved was damaged: it is kept aside, and what could be read of it is here.
    PutAside(Salvage),
    /// What is saved was written by a newer version of the app.
    FromNewer,
    /// What is saved could not be opened, because a file of the site is missing.
    NotOpened,
    /// Words for the same place were written in another window.
    OtherWords,
    /// The app stopped the last time, and kept what stood in the fields.
    Rescued,
}

/// What is to be told now.
#[derive(Clone, Copy)]
pub struct Notices {
    /// In the order in which it came.
    pub list: RwSignal<Vec<Notice>>,
    /// A new version of the site that waits to be used.
    pub update: RwSignal<Option<NewVersion>, LocalStorage>,
}

impl Notices {
    /// Nothing to tell.
    #[must_use]
    pub fn new() -> Self {
        Self { list: RwSignal::new(Vec::new()), update: RwSignal::new_local(None) }
    }

    /// Tells something, unless it is being told already.
    pub fn tell(self, notice: Notice) {
        if self.list.with_untracked(|list| !list.contains(&notice)) {
            self.list.update(|list| list.push(notice));
        }
    }

    /// Tells what was restored of what was damaged. Of several documents it is told together.
    pub fn tell_restored(self, more: Salvage) {
        let mut all = more;
        self.list.update(|list| {
            list.retain(|notice| match notice {
                Notice::PutAside(known) => {
                    all.restored += known.restored;
                    all.lost += known.lost;
                    false
                }
                _ => true,
            });
            list.push(Notice::PutAside(all));
        });
    }

    /// Takes back that something was put aside.
    pub fn take_back_aside(self) {
        self.list.update(|list| list.retain(|notice| !matches!(notice, Notice::PutAside(_))));
    }

    /// Takes back what no longer holds.
    pub fn take_back(self, notice: Notice) {
        if self.list.with_untracked(|list| list.contains(&notice)) {
            self.list.update(|list| list.retain(|known| *known != notice));
        }
    }
}
