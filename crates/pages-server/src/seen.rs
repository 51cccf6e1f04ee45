//! What a server was asked for and told, for those who want to know afterwards.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Where browsers tell what a page did against its policy, below the base. No file of a site begins with a dot.
pub(crate) const VIOLATIONS: &str = ".violations";

/// A list that outlives its server. Clones are the same one.
#[derive(Clone, Debug, Default)]
pub struct Seen(Arc<Mutex<Lists>>);

#[derive(Debug, Default)]
struct Lists {
    requests: Vec<String>,
    violations: Vec<String>,
}

impl Seen {
    fn lists(&self) -> MutexGuard<'_, Lists> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn request(&self, target: &str) {
        self.lists().requests.push(target.to_owned());
    }

    pub(crate) fn violation(&self, report: String) {
        self.lists().violations.push(report);
    }

    /// Every path that was asked for, with its query, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.lists().requests.clone()
    }

    /// Every report of a page that did something against its policy, as the browser sent it, since this was asked last.
    #[must_use]
    pub fn take_violations(&self) -> Vec<String> {
        std::mem::take(&mut self.lists().violations)
    }
}
