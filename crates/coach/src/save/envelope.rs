//! What every saved aggregate is wrapped in.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{
    json,
    mend::{Entries, LABEL, is_displaced, mend, read_data},
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

/// Reads what stands under an aggregate's key, whatever it is.
#[must_use]
pub fn read<T: Aggregate>(raw: Option<&str>) -> Loaded<T> {
    let Some(raw) = raw else { return Loaded::Fresh };
    let parsed = if raw.len() > LARGEST {
        json::Parsed { gaps: 1, ..json::Parsed::default() }
    } else {
        json::parse(raw)
    };
    let text = |name| parsed.value.get(name).and_then(Value::as_str);
    let ours = text("app") == Some(APP) && text("aggregate") == Some(T::NAME);
    let version = parsed.value.get("version").and_then(Value::as_u64).unwrap_or(0);
    if ours && version > u64::from(VERSION) {
        return Loaded::FromNewer { version: u32::try_from(version).unwrap_or(u32::MAX) };
    }
    let ours = ours && version > 0;
    // Version 1 is the first: there is nothing to migrate from yet.
    let mended = match (&parsed.value, parsed.value.get("data")) {
        (Value::Object(root), Some(data))
            if ours && parsed.gaps == 0 && !is_displaced::<T>(data) =>
        {
            let mut mended = read_data::<T>(data);
            let others = root.iter().filter(|(name, _)| !LABEL.contains(&name.as_str()));
            let label = others.map(|(name, value)| (name.clone(), value.clone()));
            mended.value.rest_mut().set_label(label.collect());
            if mended.lost == 0 {
                return Loaded::Loaded(mended.value);
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
    Loaded::Corrupt { backup: raw.to_owned(), value: mended.value, salvage }
}

#[derive(Serialize, Deserialize)]
struct Envelope<'a, T> {
    #[serde(borrow)]
    app: &'a str,
    #[serde(borrow)]
    aggregate: &'a str,
    version: u32,
    data: T,
}

/// Reads what this version wrote with [`write_plain`], and nothing else: `None` is for [`read`] to look at,
/// which knows what to make of damage, of other versions and of what they add, and is a lot of code.
#[must_use]
pub fn read_plain<T: Aggregate>(raw: &str) -> Option<T> {
    let envelope: Envelope<T> = serde_json::from_str(raw).ok()?;
    let mut value = envelope.data;
    value.tidy();
    (write_plain(&value).as_deref() == Some(raw)).then_some(value)
}

/// Writes an aggregate as it stands under its key. `None` if it carries what only a newer version knows:
/// that takes [`write`].
#[must_use]
pub fn write_plain<T: Aggregate>(value: &T) -> Option<String> {
    if !value.rest().is_empty() {
        return None;
    }
    let envelope = Envelope { app: APP, aggregate: T::NAME, version: VERSION, data: value };
    // Plain structures with text keys always have a JSON form.
    serde_json::to_string(&envelope).ok()
}

/// Writes any aggregate as it stands under its key.
#[must_use]
pub fn write<T: Aggregate>(value: &T) -> String {
    write_plain(value).unwrap_or_else(|| {
        let data = tree(value);
        let mut all = value.rest().label().clone();
        all.insert("app".into(), APP.into());
        all.insert("aggregate".into(), T::NAME.into());
        all.insert("version".into(), VERSION.into());
        all.insert("data".into(), data);
        Value::Object(all).to_string()
    })
}

/// The data of an aggregate as it is written, with what only a newer version knows.
pub(super) fn tree<T: Aggregate>(value: &T) -> Value {
    let mut tree = serde_json::to_value(value).unwrap_or_default();
    value.rest().put_into(&mut tree);
    tree
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
