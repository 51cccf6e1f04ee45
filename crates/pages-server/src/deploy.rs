//! Deploys that go wrong: a server that changes its folder while it runs, and answers some of it badly.

use std::{
    io,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use crate::site::Site;

/// What becomes of an answer.
#[derive(Clone, Debug)]
pub enum Fault {
    /// There is no such file.
    Missing,
    /// The server cannot just now.
    Busy,
    /// It comes, but late.
    Slow(Duration),
    /// Half of it comes, and passes for the whole.
    Short,
    /// Half of it comes, then the connection breaks.
    Cut,
    /// Nothing comes for as long as a visitor may wait.
    Never,
    /// Another text stands in its place.
    Text(String),
    /// Another deploy answers.
    From(Folder),
}

/// A folder that a deploy may answer from.
#[derive(Clone, Debug)]
pub struct Folder(pub(crate) Arc<Site>);

impl Folder {
    /// The built site in `dist`, for the path `base`.
    ///
    /// # Errors
    /// Where the folder is not there.
    pub fn new(dist: impl AsRef<Path>, base: &str) -> io::Result<Self> {
        Site::new(dist.as_ref(), base).map(|site| Self(Arc::new(site)))
    }
}

/// What is deployed now. Clones are the same one; what is set holds from the next request on.
#[derive(Clone, Debug)]
pub struct Deploy(Arc<Mutex<Now>>);

#[derive(Debug)]
struct Now {
    folder: Folder,
    faults: Vec<(String, Fault)>,
}

impl Deploy {
    /// A sound one.
    #[must_use]
    pub fn new(folder: &Folder) -> Self {
        Self(Arc::new(Mutex::new(Now { folder: folder.clone(), faults: Vec::new() })))
    }

    /// From now on that folder answers, with these faults: of the first whose text is in a path. `""` is in each.
    pub fn set(&self, folder: &Folder, faults: Vec<(String, Fault)>) {
        *self.now() = Now { folder: folder.clone(), faults };
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who answers a request for that path, and how.
    pub(crate) fn at(&self, path: &str) -> (Folder, Option<Fault>) {
        let now = self.now();
        let fault = now.faults.iter().find(|(part, _)| fits(part, path)).map(|(_, fault)| fault);
        match fault {
            Some(Fault::From(folder)) => (folder.clone(), None),
            other => (now.folder.clone(), other.cloned()),
        }
    }
}

/// Whether a fault is meant for a path. A pattern that ends in a slash names the page of just that folder.
fn fits(part: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap_or(path);
    if part.ends_with('/') { path.ends_with(part) } else { path.contains(part) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_meant_for_a_file_or_for_the_page_of_a_folder() {
        assert!(fits(".wasm", "/rapport/a.wasm?x") && fits("", "/rapport/"));
        assert!(fits("/questions/", "/rapport/questions/"));
        assert!(!fits("/questions/", "/rapport/questions/a/"));
    }
}
