//! What every saved aggregate is wrapped in.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// The version that this app writes.
pub const VERSION: u32 = 1;

/// The name that marks a document as ours.
pub const APP: &str = "rapport";

/// One thing that is saved under one key.
pub trait Aggregate: Serialize + DeserializeOwned + Default {
    /// The stable name of the aggregate: the last part of its key, and written in its envelope.
    const NAME: &'static str;
}

#[derive(Serialize)]
struct Wrapped<'a, T> {
    app: &'static str,
    aggregate: &'static str,
    version: u32,
    data: &'a T,
}

#[derive(Deserialize)]
struct Label {
    app: String,
    aggregate: String,
    version: u32,
}

#[derive(Deserialize)]
struct Content<T> {
    data: T,
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
    /// Not readable. The raw text must be kept aside before anything is written.
    Corrupt {
        /// What stood there, unchanged.
        backup: String,
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
    let Some(raw) = raw else { return Loaded::Fresh };
    let corrupt = || Loaded::Corrupt { backup: raw.to_owned() };
    let Ok(label) = serde_json::from_str::<Label>(raw) else { return corrupt() };
    if label.app != APP || label.aggregate != T::NAME || label.version == 0 {
        return corrupt();
    }
    if label.version > VERSION {
        return Loaded::FromNewer { version: label.version };
    }
    // Version 1 is the first: there is nothing to migrate from yet.
    match serde_json::from_str::<Content<T>>(raw) {
        Ok(content) => Loaded::Loaded(content.data),
        Err(_) => corrupt(),
    }
}

/// Writes an aggregate as it stands under its key.
///
/// # Errors
/// Only where a value cannot be put into JSON at all, which no aggregate of this app has.
pub fn write<T: Aggregate>(data: &T) -> Result<String, serde_json::Error> {
    serde_json::to_string(&Wrapped { app: APP, aggregate: T::NAME, version: VERSION, data })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::save::{Attempts, Settings, Theme};

    #[test]
    fn what_is_written_reads_back() {
        let settings = Settings { theme: Theme::Dark };
        let raw = write(&settings).unwrap();
        assert_eq!(read::<Settings>(Some(&raw)), Loaded::Loaded(settings));
    }

    #[test]
    fn nothing_saved_is_fresh() {
        assert_eq!(read::<Settings>(None), Loaded::Fresh);
    }

    #[test]
    fn what_cannot_be_read_comes_back_whole() {
        let cut = &write(&Settings::default()).unwrap()[..20];
        for raw in [
            "",
            "null",
            "{}",
            "[1,2]",
            cut,
            r#"{"app":"other","aggregate":"settings","version":1,"data":{}}"#,
        ] {
            assert_eq!(
                read::<Settings>(Some(raw)),
                Loaded::Corrupt { backup: raw.to_owned() },
                "{raw}"
            );
        }
    }

    #[test]
    fn another_aggregate_under_this_key_is_not_taken_for_ours() {
        let raw = write(&Settings::default()).unwrap();
        assert!(matches!(read::<Attempts>(Some(&raw)), Loaded::Corrupt { .. }));
    }

    #[test]
    fn a_newer_version_is_recognised_even_where_its_data_is_strange() {
        let raw = r#"{"app":"rapport","aggregate":"settings","version":7,"data":"new shape"}"#;
        assert_eq!(read::<Settings>(Some(raw)), Loaded::FromNewer { version: 7 });
    }
}
