//! What every saved aggregate is wrapped in.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{
    json,
    mend::{Entries, is_displaced, mend, read_data},
    rest::Rest,
};

/// The version that this app writes.
pub const VERSION: u32 = 1;

/// The name that marks a document as ours.
pub const APP: &str = "rapport";

/// The longest document that is looked at, in bytes: four times what a browser's storage holds.
const LARGEST: usize = 20_000_000;

/// One thing that is saved under one key.
pub trait Aggregate: Serialize + DeserializeOwned + Default + Clone + PartialEq {
    /// The stable name of the aggregate: the last part of its key, and written in its envelope.
    const NAME: &'static str;
    /// Its parts that hold entries, so that each can be saved from a damaged document by itself.
    const ENTRIES: &'static [Entries];

    /// What only a newer version knows of it.
    fn rest(&self) -> &Rest;
    /// The same, to be changed.
    fn rest_mut(&mut self) -> &mut Rest;
    /// Puts in order what a damaged document may have left in disorder.
    fn tidy(&mut self) {}
}

/// An envelope and what is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Document {
    /// Everything but the data, with what only a newer version knows.
    pub label: Map<String, Value>,
    /// The data.
    pub data: Value,
}

impl Document {
    /// How often it was written. One from before that was counted was never.
    pub fn revision(&self) -> u64 {
        self.label.get("revision").and_then(Value::as_u64).unwrap_or(0)
    }
}

/// What could be saved from a damaged document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Salvage {
    /// How many entries were.
    pub restored: usize,
    /// In how many places something could not be read. At least one.
    pub lost: usize,
}

/// What reading a saved aggregate gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loaded<T> {
    /// Nothing had been saved.
    Fresh,
    /// Saved by this version.
    Loaded(T),
    /// Saved by an older version and brought up to this one.
    Migrated(T),
    /// Damaged. The raw text must be kept aside before anything is written.
    Corrupt {
        /// What stood there, unchanged.
        backup: String,
        /// What could be read of it.
        value: T,
        /// How much that is.
        salvage: Salvage,
    },
    /// Saved by a newer version: it must not be overwritten.
    FromNewer {
        /// The version that wrote it.
        version: u32,
    },
}

/// Reads what stands under an aggregate's key.
#[must_use]
pub fn read<T: Aggregate>(raw: Option<&str>) -> Loaded<T> {
    read_document(raw).0
}

/// The same, and the label that it had.
pub(super) fn read_document<T: Aggregate>(raw: Option<&str>) -> (Loaded<T>, Map<String, Value>) {
    let Some(raw) = raw else { return (Loaded::Fresh, Map::new()) };
    let parsed = if raw.len() > LARGEST {
        json::Parsed { gaps: 1, ..json::Parsed::default() }
    } else {
        json::parse(raw)
    };
    let text = |name| parsed.value.get(name).and_then(Value::as_str);
    let ours = text("app") == Some(APP) && text("aggregate") == Some(T::NAME);
    let version = parsed.value.get("version").and_then(Value::as_u64).unwrap_or(0);
    if ours && version > u64::from(VERSION) {
        let version = u32::try_from(version).unwrap_or(u32::MAX);
        return (Loaded::FromNewer { version }, Map::new());
    }
    let mut label = Map::new();
    let ours = ours && version > 0;
    // Version 1 is the first: there is nothing to migrate from yet.
    let mended = match (&parsed.value, parsed.value.get("data")) {
        (Value::Object(root), Some(data))
            if ours && parsed.gaps == 0 && !is_displaced::<T>(data) =>
        {
            let others = root.iter().filter(|(name, _)| *name != "data");
            label.extend(others.map(|(name, value)| (name.clone(), value.clone())));
            let mended = read_data::<T>(data);
            if mended.lost == 0 {
                return (Loaded::Loaded(mended.value), label);
            }
            mended
        }
        _ => {
            let mut mended = mend::<T>(parsed);
            if !ours {
                // Somebody else's words are not carried on.
                *mended.value.rest_mut() = Rest::default();
            }
            mended
        }
    };
    let salvage = Salvage { restored: mended.entries, lost: mended.lost.max(1) };
    (Loaded::Corrupt { backup: raw.to_owned(), value: mended.value, salvage }, label)
}

/// The data of an aggregate as it is written, with what only a newer version knows.
pub(super) fn tree<T: Aggregate>(value: &T) -> Value {
    let mut tree = serde_json::to_value(value).unwrap_or_default();
    value.rest().put_into(&mut tree);
    tree
}

/// The text of a document.
pub(super) fn text_of<T: Aggregate>(document: &Document) -> String {
    let mut all = document.label.clone();
    all.insert("app".into(), APP.into());
    all.insert("aggregate".into(), T::NAME.into());
    all.insert("version".into(), VERSION.into());
    all.insert("data".into(), document.data.clone());
    Value::Object(all).to_string()
}

/// Writes an aggregate as it stands under its key, where nothing stands yet.
#[must_use]
pub fn write<T: Aggregate>(value: &T) -> String {
    text_of::<T>(&Document { label: Map::new(), data: tree(value) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::save::{Attempts, Settings, Theme};

    #[test]
    fn what_is_written_reads_back() {
        let settings = Settings { theme: Theme::Dark, ..Settings::default() };
        let raw = write(&settings);
        assert_eq!(read::<Settings>(Some(&raw)), Loaded::Loaded(settings));
    }

    #[test]
    fn nothing_saved_is_fresh() {
        assert_eq!(read::<Settings>(None), Loaded::Fresh);
    }

    #[test]
    fn what_cannot_be_read_comes_back_whole() {
        let cut = &write(&Settings::default())[..20];
        for raw in [
            "",
            "null",
            "{}",
            "[1,2]",
            cut,
            r#"{"app":"other","aggregate":"settings","version":1,"data":{}}"#,
        ] {
            let read = read::<Settings>(Some(raw));
            let Loaded::Corrupt { backup, value, salvage } = read else {
                panic!("{raw}: {read:?}")
            };
            assert_eq!((backup.as_str(), value, salvage.restored), (raw, Settings::default(), 0));
            assert!(salvage.lost > 0);
        }
    }

    #[test]
    fn another_aggregate_under_this_key_is_not_taken_for_ours() {
        let raw = write(&Settings::default());
        assert!(matches!(read::<Attempts>(Some(&raw)), Loaded::Corrupt { .. }));
    }

    #[test]
    fn a_newer_version_is_recognised_even_where_its_data_is_strange() {
        let raw = r#"{"app":"rapport","aggregate":"settings","version":7,"data":"new shape"}"#;
        assert_eq!(read::<Settings>(Some(raw)), Loaded::FromNewer { version: 7 });
    }
}
