//! The file: how it is written, and how it is read even where it is damaged.
//!
//! The same work gives the same bytes, whichever browser writes it: no time stands in the file, members
//! come in the order of their names, and nothing of ours is a fraction. When it was made stands in its name.

use serde_json::{Map, Value};

use super::{Backup, Tally, sealed::Sealed, sum};
use crate::save::{
    Aggregate, Attempts, Drafts, Marks, NAMES, Own, Quizzes, Rest, Salvage, Settings, Ticks,
    envelope::{APP, VERSION, tree},
    json::{self, Parsed},
    mend::{Mended, claims, is_displaced, is_entry, mend, read_data},
};

/// The name that marks the file.
const KIND: &str = "backup";

/// The largest file that is read, in bytes: thousands of answers, and far below what would stall a
/// cheap phone.
pub(super) const LARGEST: usize = 20_000_000;

/// The same of a file that may be protected: sealed, four bytes stand for three.
pub const LARGEST_FILE: usize = LARGEST / 3 * 4 + 10_000;

/// Why a file cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// Larger than any backup of ours.
    TooLarge,
    /// Not JSON, or cut short.
    NotReadable,
    /// JSON, but not a backup of ours.
    NotOurs,
    /// Made by a newer version of the app.
    FromNewer(u32),
    /// Ours, but so damaged that nothing in it can be read.
    Damaged,
    /// Protected with a passphrase, and damaged: the passphrase cannot open it any more.
    SealedDamaged,
    /// Protected in a way that this version does not know, or that would take far too long.
    SealedStrange,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What is in it.
    pub backup: Backup,
    /// It is not as it was saved: how much of it could be read, and what could not.
    pub damage: Option<Salvage>,
}

/// A file of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "there is one of them at a time")]
pub enum File {
    /// One that can be read.
    Plain(Opened),
    /// One that a passphrase opens.
    Sealed(Sealed),
}

impl Backup {
    /// The file's text.
    ///
    /// # Errors
    /// Only where a value cannot be put into JSON at all, which nothing of this app has.
    pub fn to_file(&self) -> Result<String, serde_json::Error> {
        let mut data = Map::new();
        self.rest.put_into_map(&mut data);
        let mut put = |name: &str, value: Value| data.insert(name.to_owned(), value);
        put(Drafts::NAME, tree(&self.drafts));
        put(Attempts::NAME, tree(&self.attempts));
        put(Settings::NAME, tree(&self.settings));
        put(Marks::NAME, tree(&self.marks));
        put(Ticks::NAME, tree(&self.ticks));
        put(Quizzes::NAME, tree(&self.quizzes));
        put(Own::NAME, tree(&self.own));
        let mut file = Map::new();
        file.insert("app".to_owned(), APP.into());
        file.insert("kind".to_owned(), KIND.into());
        file.insert("version".to_owned(), VERSION.into());
        file.insert("data".to_owned(), Value::Object(data));
        sum::seal(file)
    }

    /// Reads the text of a file that is not protected.
    ///
    /// # Errors
    /// See [`ImportError`]; nothing is changed anywhere in that case.
    pub fn from_file(text: &str) -> Result<Opened, ImportError> {
        match open(text)? {
            File::Plain(opened) => Ok(opened),
            File::Sealed(_) => Err(ImportError::NotOurs),
        }
    }
}

/// Reads a file's text. What is damaged is read as far as it goes, and that is said.
///
/// # Errors
/// See [`ImportError`]; nothing is changed anywhere in that case.
pub fn open(text: &str) -> Result<File, ImportError> {
    let may_be_sealed = text.len() <= LARGEST_FILE && text.contains(Sealed::KIND);
    if text.len() > LARGEST && !may_be_sealed {
        return Err(ImportError::TooLarge);
    }
    let parsed = json::parse(text);
    let sound = parsed.gaps == 0;
    let label = |name| parsed.value.get(name).and_then(Value::as_str);
    if label("app") == Some(APP) && label("kind") == Some(Sealed::KIND) {
        let Value::Object(root) = &parsed.value else { return Err(ImportError::NotOurs) };
        return Sealed::read(root, sound).map(File::Sealed);
    }
    // Two of three, so that damage to one of them does not make it somebody else's.
    let fallen = |name: &str| parsed.strays.iter().any(|(stray, _)| stray == name);
    let data = parsed.value.get("data").unwrap_or(&parsed.value);
    let has_ours = NAMES.iter().any(|name| data.get(name).is_some() || fallen(name));
    let is_backup = label("kind") == Some(KIND)
        || parsed.strays.iter().any(|(name, value)| name == "kind" && value == KIND);
    let signs = [label("app") == Some(APP), is_backup, has_ours];
    let signs = signs.iter().filter(|sign| **sign).count();
    if signs < 2 {
        return Err(if sound { ImportError::NotOurs } else { ImportError::NotReadable });
    }
    let Parsed { value, mut strays, gaps } = parsed;
    let Value::Object(mut root) = value else { return Err(ImportError::NotOurs) };
    let version = root.get("version").and_then(Value::as_u64);
    let mut lost = gaps + usize::from(signs < 3 || version.is_none());
    // Without any, it is from before there were checksums; those had the time of their making instead.
    let summed = root.get(sum::CHECKSUM).cloned();
    let right = |root: &Map<String, Value>| summed.as_ref() == Some(&sum::of(root).into());
    if version.is_some_and(|version| version > u64::from(VERSION)) {
        let said = root.insert("version".to_owned(), VERSION.into());
        if !right(&root) {
            let version = said.and_then(|said| said.as_u64()).unwrap_or_default();
            return Err(ImportError::FromNewer(u32::try_from(version).unwrap_or(u32::MAX)));
        }
        lost += 1;
    } else if if summed.is_some() { !right(&root) } else { root.get("made").is_none() } {
        lost += 1;
    }
    let mut data = match root.remove("data") {
        Some(Value::Object(data)) => data,
        other => {
            strays.extend(other.map(|value| (String::new(), value)));
            Map::new()
        }
    };
    let needed = [Drafts::NAME, Attempts::NAME, Settings::NAME];
    lost += needed.iter().filter(|name| !data.contains_key(**name)).count();
    if lost == 0 {
        let (backup, gone) = read_parts(&data, None);
        if gone == 0 {
            return Ok(File::Plain(Opened { backup, damage: None }));
        }
    }
    // What stands beside the data, or in it under a name that nobody knows, may have fallen out.
    let labels = ["app", "kind", "version", "made", sum::CHECKSUM];
    strays.extend(root.into_iter().filter(|(name, _)| !labels.contains(&name.as_str())));
    let is_stray = |name: &str, value: &Value| {
        let owner = is_owner_by_looks(name, value).or_else(|| is_owner_by_name(name, value));
        !NAMES.contains(&name) && owner.is_some()
    };
    let fallen: Vec<String> =
        data.iter().filter(|(name, value)| is_stray(name, value)).map(|(n, _)| n.clone()).collect();
    for name in fallen {
        strays.extend(data.remove(&name).map(|value| (name, value)));
    }
    let (backup, gone) = read_parts(&data, Some(strays));
    let restored = Tally::of(&backup).total();
    if restored == 0 && backup == Backup::default() {
        return Err(ImportError::Damaged);
    }
    let damage = Some(Salvage { restored, lost: (lost + gone).max(1) });
    Ok(File::Plain(Opened { backup, damage }))
}

/// The aggregates of a file, and how many places in them could not be read. Of a damaged one with what was
/// found outside any place.
fn read_parts(data: &Map<String, Value>, strays: Option<Vec<(String, Value)>>) -> (Backup, usize) {
    let damaged = strays.is_some();
    let mut strays = strays.unwrap_or_default();
    let mut lost = 0;
    // Entries that are known by their looks go first: parts are only known by their names.
    let mut mine = Homes::default();
    mine.take(&mut strays, is_owner_by_looks);
    mine.take(&mut strays, is_owner_by_name);
    if damaged {
        lost += strays.len();
    }
    let [drafts, attempts, settings, marks, ticks, quizzes, own] = mine.0;
    let backup = Backup {
        drafts: part(data, drafts, damaged, &mut lost),
        attempts: part(data, attempts, damaged, &mut lost),
        settings: part(data, settings, damaged, &mut lost),
        marks: part(data, marks, damaged, &mut lost),
        ticks: part(data, ticks, damaged, &mut lost),
        quizzes: part(data, quizzes, damaged, &mut lost),
        own: part(data, own, damaged, &mut lost),
        rest: Rest::default(),
    };
    let known: Map<String, Value> = NAMES
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), data.get(*name)?.clone())))
        .collect();
    let rest = Rest::of(&Value::Object(data.clone()), &Value::Object(known)).only_fields();
    (Backup { rest, ..backup }, lost)
}

/// Which aggregate something belongs to, in the order of [`NAMES`].
type Owner = fn(&str, &Value) -> Option<usize>;

fn is_owner_by_looks(name: &str, value: &Value) -> Option<usize> {
    let is = [
        is_entry::<Drafts>,
        is_entry::<Attempts>,
        is_entry::<Settings>,
        is_entry::<Marks>,
        is_entry::<Ticks>,
        is_entry::<Quizzes>,
        is_entry::<Own>,
    ];
    is.iter().position(|is| is(name, value))
}

fn is_owner_by_name(name: &str, value: &Value) -> Option<usize> {
    let is = [
        claims::<Drafts>,
        claims::<Attempts>,
        claims::<Settings>,
        claims::<Marks>,
        claims::<Ticks>,
        claims::<Quizzes>,
        claims::<Own>,
    ];
    is.iter().position(|is| is(name, value))
}

/// What was found outside any place, by the aggregate that it belongs to.
#[derive(Default)]
struct Homes([Vec<(String, Value)>; NAMES.len()]);

impl Homes {
    fn take(&mut self, strays: &mut Vec<(String, Value)>, owner: Owner) {
        for (name, value) in std::mem::take(strays) {
            match owner(&name, &value) {
                Some(place) => self.0[place].push((name, value)),
                None => strays.push((name, value)),
            }
        }
    }
}

/// One aggregate of a file. One that is not there is empty.
fn part<T: Aggregate>(
    data: &Map<String, Value>,
    strays: Vec<(String, Value)>,
    damaged: bool,
    lost: &mut usize,
) -> T {
    let found = data.get(T::NAME);
    if found.is_none() && strays.is_empty() {
        return T::default();
    }
    let mended = match found {
        Some(data) if strays.is_empty() && !is_displaced::<T>(data) => read_data::<T>(data),
        found => {
            let mut root = Map::new();
            root.extend(found.map(|data| ("data".to_owned(), data.clone())));
            mend::<T>(Parsed { value: Value::Object(root), strays, gaps: usize::from(!damaged) })
        }
    };
    let Mended { value, lost: gone, .. } = mended;
    *lost += gone;
    value
}
