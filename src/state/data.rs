//! The site's data files: which are here, and having them fetched.

use std::{
    any::Any,
    collections::BTreeMap,
    sync::{Arc, LazyLock, OnceLock},
};

use bank::{File, file};
use coach::feedback::{Model, ModelFile};
use leptos::prelude::*;
use serde::de::DeserializeOwned;

use crate::browser::fetch::{self, FetchError};

/// Files by their paths, as they came.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A file that came, and what was found in it. It is read when it is first asked for, by the page that
/// knows its type, and kept for as long as the site is open: there are only so many files.
struct Kept {
    bytes: Vec<u8>,
    value: Option<&'static (dyn Any + Send + Sync)>,
}

/// The data files.
#[derive(Clone, Copy)]
pub struct Data {
    kept: StoredValue<BTreeMap<String, Kept>>,
    address: StoredValue<Arc<str>>,
}

impl Data {
    /// The files that the page came with; others are fetched from the folder at that address.
    #[must_use]
    pub fn new(files: Files, address: &str) -> Self {
        let kept = files.into_iter().map(|(path, bytes)| (path, Kept { bytes, value: None }));
        Self { kept: StoredValue::new(kept.collect()), address: StoredValue::new(address.into()) }
    }

    /// What is in a file, if the file is here.
    pub fn get<T: DeserializeOwned + Send + Sync + 'static>(
        self,
        file: &File<T>,
    ) -> Option<&'static T> {
        self.kept
            .try_update_value(|kept| {
                let kept = kept.get_mut(file.path())?;
                if kept.value.is_none() {
                    let value: &'static T = Box::leak(Box::new(file.unpack(&kept.bytes)?));
                    kept.value = Some(value);
                    kept.bytes = Vec::new();
                }
                kept.value?.downcast_ref()
            })
            .flatten()
    }

    /// Whether all of these are here.
    pub fn has(self, paths: &[String]) -> bool {
        self.kept.with_value(|kept| paths.iter().all(|path| kept.contains_key(path)))
    }

    /// Whether the server, or the device, has the files of this build at all.
    pub async fn is_served(self) -> bool {
        let Some(address) = self.address.try_get_value() else { return false };
        let cards: String = file::cards().into();
        fetch::bytes(&format!("{address}{}", file::name(&cards))).await.is_ok()
    }

    /// Fetches what is not here of these.
    ///
    /// # Errors
    /// Of the first that cannot be had.
    pub async fn fetch(self, paths: Vec<String>) -> Result<(), FetchError> {
        for path in paths {
            if self.has(std::slice::from_ref(&path)) {
                continue;
            }
            let Some(address) = self.address.try_get_value() else { return Ok(()) };
            let bytes = fetch::bytes(&format!("{address}{}", file::name(&path))).await?;
            self.kept.try_update_value(|kept| {
                kept.entry(path).or_insert(Kept { bytes, value: None });
            });
        }
        Ok(())
    }
}

/// What the coach has learned. Pages that need it name its file in [`Page::files`](crate::routes::Page).
pub fn use_coach() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    static NONE: LazyLock<Model> = LazyLock::new(|| Model::new(ModelFile::default()));
    if let Some(model) = MODEL.get() {
        return model;
    }
    match use_data().get(&file::coach()) {
        Some(file) => MODEL.get_or_init(|| Model::new(file.clone())),
        None => &NONE,
    }
}

/// The data files, from anywhere below the app.
pub fn use_data() -> Data {
    expect_context()
}
