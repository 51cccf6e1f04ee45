//! Making the most of a saved document: what fits is read, entry by entry and field by field, and what
//! does not is counted.

use serde_json::{Map, Value, json};

use super::{Aggregate, json::Parsed, rest::Rest};

/// A part of an aggregate that holds entries.
#[derive(Clone, Copy, Debug)]
pub struct Entries {
    /// Its name in the document.
    pub field: &'static str,
    /// What an entry looks like.
    pub entry: Entry,
}

/// What an entry looks like, so that one that has lost its place is known again.
#[derive(Clone, Copy, Debug)]
pub enum Entry {
    /// An object that always has these fields, by a name.
    Named(&'static [&'static str]),
    /// The same, by a name that starts so.
    NamedFrom(&'static str, &'static [&'static str]),
    /// The same in a list.
    Listed(&'static [&'static str]),
    /// Texts by the name of an answer, which is a number.
    ByNumber,
    /// Texts by any name but these, which are lists in other entries.
    Texts(&'static [&'static str]),
    /// A time by a name with a slash in it.
    Time,
    /// Times by name, by a name.
    Times,
}

impl Entry {
    /// Whether this is surely one.
    fn is(self, key: &str, value: &Value) -> bool {
        let texts = || {
            value
                .as_array()
                .is_some_and(|list| !list.is_empty() && list.iter().all(Value::is_string))
        };
        match self {
            Self::Named(signs) => !key.is_empty() && signs.iter().all(|s| value.get(s).is_some()),
            Self::NamedFrom(start, signs) => {
                key.starts_with(start) && signs.iter().all(|sign| value.get(sign).is_some())
            }
            Self::Listed(signs) => signs.iter().all(|sign| value.get(sign).is_some()),
            Self::ByNumber => is_number(key) && texts(),
            Self::Texts(others) => !key.is_empty() && !others.contains(&key) && texts(),
            Self::Time => key.contains('/') && value.is_u64(),
            Self::Times => {
                !key.is_empty()
                    && value
                        .as_object()
                        .is_some_and(|steps| !steps.is_empty() && steps.values().all(Value::is_u64))
            }
        }
    }

    /// Whether what stands in its place in a damaged document has anything of one.
    fn may_be(self, key: &str, value: &Value) -> bool {
        match self {
            Self::Named(signs) | Self::NamedFrom(_, signs) | Self::Listed(signs) => {
                signs.iter().any(|sign| value.get(sign).is_some())
            }
            Self::Texts(others) => !others.contains(&key),
            _ => true,
        }
    }

    const fn is_listed(self) -> bool {
        matches!(self, Self::Listed(_))
    }
}

fn is_number(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit())
}

/// An aggregate made of a document.
#[derive(Debug)]
pub(super) struct Mended<T> {
    pub value: T,
    /// How many entries it has.
    pub entries: usize,
    /// How many places could not be read.
    pub lost: usize,
}

/// The fields of an envelope.
pub(super) const LABEL: [&str; 4] = ["app", "aggregate", "version", "data"];
/// The fields whose words come from a list that may grow. A word that this version does not know is
/// no damage there.
pub(super) const GROWING: [&str; 9] =
    ["mode", "theme", "category", "asks", "competencies", "tracks", "levels", "difficulty", "gap"];

/// Whether a part is missing from sound data, and its entries stand under a name that is not known: the
/// name was damaged. Where the part is there too, it is a part that only a newer version knows.
pub(super) fn is_displaced<T: Aggregate>(data: &Value) -> bool {
    let Value::Object(data) = data else { return false };
    let known = |name: &str| T::ENTRIES.iter().any(|entries| entries.field == name);
    T::ENTRIES.iter().filter(|entries| !data.contains_key(entries.field)).any(|entries| {
        let is = |name: &str, child: &Value| entries.entry.is(name, child);
        data.iter().filter(|(name, _)| !known(name)).any(|(_, value)| match value {
            Value::Object(map) => map.iter().any(|(name, child)| is(name, child)),
            Value::Array(list) => list.iter().any(|child| is("", child)),
            _ => false,
        })
    })
}

/// What can be made of a damaged document of an aggregate.
pub(super) fn mend<T: Aggregate>(parsed: Parsed) -> Mended<T> {
    let Parsed { value, strays, gaps } = parsed;
    let mut outside = strays;
    let mut data = Map::new();
    if let Value::Object(root) = value {
        for (key, value) in root {
            match value {
                Value::Object(found) if key == "data" => data = found,
                value if !LABEL.contains(&key.as_str()) || !is_plain(&value) => {
                    outside.push((key, value))
                }
                _ => {}
            }
        }
    } else {
        outside.push((String::new(), value));
    }
    let mut moved = Vec::new();
    for (key, value) in &mut data {
        let field = T::ENTRIES.iter().find(|entries| entries.field == key);
        collect::<T>(value, field, &mut moved);
    }
    // What stands in the data under a name that is none of its fields may be an entry that fell out.
    let homeless: Vec<String> = data
        .iter()
        .filter(|(key, value)| home::<T>(key, value).is_some())
        .map(|(key, _)| key.clone())
        .collect();
    for key in homeless {
        outside.extend(data.remove(&key).map(|value| (key, value)));
    }
    for (key, mut value) in outside {
        collect::<T>(&mut value, None, &mut moved);
        moved.push((key, value));
    }
    let mut lost = gaps;
    for (key, value) in moved {
        lost += usize::from(!put_home::<T>(&mut data, key, value));
    }
    for entries in T::ENTRIES {
        match data.get_mut(entries.field) {
            Some(Value::Object(map)) => map.retain(|key, value| entries.entry.may_be(key, value)),
            Some(Value::Array(list)) => list.retain(|value| entries.entry.may_be("", value)),
            _ => {}
        }
    }
    let mut mended = read_data::<T>(&Value::Object(data));
    mended.lost += lost;
    mended
}

fn is_plain(value: &Value) -> bool {
    !value.is_object() && !value.is_array()
}

/// Where an entry or a whole part belongs, unless it is a part of this aggregate's data already.
fn home<T: Aggregate>(key: &str, value: &Value) -> Option<&'static Entries> {
    if T::ENTRIES.iter().any(|entries| entries.field == key) {
        return None;
    }
    T::ENTRIES.iter().find(|entries| entries.entry.is(key, value))
}

/// Whether something is surely an entry of an aggregate.
pub(super) fn is_entry<T: Aggregate>(key: &str, value: &Value) -> bool {
    home::<T>(key, value).is_some()
}

/// Whether something is an aggregate's data or a part of it, by the names.
pub(super) fn claims<T: Aggregate>(key: &str, value: &Value) -> bool {
    let part = |name: &str, child: &Value| {
        !is_plain(child) && T::ENTRIES.iter().any(|entries| entries.field == name)
    };
    let has_part = |map: &Map<String, Value>| map.iter().any(|(name, child)| part(name, child));
    key == T::NAME || part(key, value) || value.as_object().is_some_and(has_part)
}

/// Takes out of a value what has surely got there by accident: entries inside of others, and parts.
fn collect<T: Aggregate>(
    value: &mut Value,
    field: Option<&Entries>,
    moved: &mut Vec<(String, Value)>,
) {
    let strays = |key: &str, child: &Value| {
        let is_part = T::ENTRIES.iter().any(|entries| entries.field == key)
            && (child.is_object() || child.is_array());
        let in_place = field.is_some_and(|entries| {
            entries.entry.is(key, child) || matches!(entries.entry, Entry::Texts(_))
        });
        is_part || (!in_place && home::<T>(key, child).is_some())
    };
    match value {
        Value::Object(map) => {
            for (key, child) in map.iter_mut() {
                let part = T::ENTRIES.iter().find(|entries| entries.field == key);
                collect::<T>(child, part, moved);
            }
            let out: Vec<String> = map
                .iter()
                .filter(|(key, child)| strays(key, child))
                .map(|(key, _)| key.clone())
                .collect();
            for key in out {
                moved.extend(map.remove(&key).map(|child| (key, child)));
            }
        }
        Value::Array(list) => {
            list.iter_mut().for_each(|child| collect::<T>(child, None, moved));
            let mut at = 0;
            while at < list.len() {
                if strays("", &list[at]) {
                    moved.push((String::new(), list.remove(at)));
                } else {
                    at += 1;
                }
            }
        }
        _ => {}
    }
}

/// Puts what was found where it belongs, unless something else is there. Whether it has a place.
fn put_home<T: Aggregate>(data: &mut Map<String, Value>, key: String, value: Value) -> bool {
    if T::ENTRIES.iter().any(|entries| entries.field == key) {
        let parts: Vec<(String, Value)> = match value {
            Value::Object(map) => map.into_iter().collect(),
            Value::Array(list) => list.into_iter().map(|value| (String::new(), value)).collect(),
            _ => return false,
        };
        let mut all = true;
        for (name, value) in parts {
            all &= put_into::<T>(data, &key, name, value);
        }
        return all;
    }
    let homes = T::ENTRIES.iter().filter(|entries| entries.entry.is(&key, &value));
    for entries in homes {
        if put_into::<T>(data, entries.field, key.clone(), value.clone()) {
            return true;
        }
    }
    // The bare husk of what was taken apart is no loss.
    value.is_null() || value.as_object().is_some_and(Map::is_empty)
}

fn put_into<T: Aggregate>(
    data: &mut Map<String, Value>,
    field: &str,
    key: String,
    value: Value,
) -> bool {
    let listed = T::ENTRIES.iter().any(|e| e.field == field && e.entry.is_listed());
    let place = data.entry(field).or_insert_with(|| if listed { json!([]) } else { json!({}) });
    match place {
        Value::Array(list) if listed => {
            if !list.contains(&value) {
                list.push(value);
            }
            true
        }
        Value::Object(map) if !listed && !key.is_empty() => match map.get_mut(&key) {
            None => {
                map.insert(key, value);
                true
            }
            Some(known) if *known == value => true,
            // Of two under one name the one with more in it: what is cut has less.
            Some(known) => {
                if value.to_string().len() > known.to_string().len() {
                    *known = value;
                }
                false
            }
        },
        // An entry without a name.
        Value::Object(_) if !listed => false,
        // What stands there is no place for entries.
        _ => {
            data.remove(field);
            put_into::<T>(data, field, key, value)
        }
    }
}

/// An aggregate as far as its data fits.
pub(super) fn read_data<T: Aggregate>(data: &Value) -> Mended<T> {
    let mut lost = 0;
    let fits = |value: &Value| T::deserialize(value).is_ok();
    let kept = if fits(data) { Some((data.clone(), data.clone())) } else { None };
    let (fit, whole) =
        kept.or_else(|| prune(data, &fits, &mut lost)).unwrap_or_else(|| (json!({}), json!({})));
    let mut value = T::deserialize(&fit).unwrap_or_default();
    let read = serde_json::to_value(&value).unwrap_or_default();
    let rest = Rest::of(&whole, &read);
    value.tidy();
    // What was put in order may have other places, or be there no more: only what still has one is kept.
    let tidy = serde_json::to_value(&value).unwrap_or_default();
    let mut whole = tidy.clone();
    rest.put_into(&mut whole);
    *value.rest_mut() = Rest::of(&whole, &tidy);
    let count = |entries: &Entries| match (read.get(entries.field), entries.entry) {
        (Some(Value::Object(map)), Entry::Times) => {
            map.values().map(|steps| steps.as_object().map_or(0, Map::len)).sum()
        }
        (Some(Value::Object(map)), _) => map.len(),
        (Some(Value::Array(list)), _) => list.len(),
        _ => 0,
    };
    let entries = match T::ENTRIES {
        // What has no entries has fields.
        [] => fit.as_object().map_or(0, Map::len),
        all => all.iter().map(count).sum(),
    };
    Mended { value, entries, lost }
}

/// What fits of a value, and the same with what only a newer version may know. Counts what is neither.
fn prune(value: &Value, fits: &dyn Fn(&Value) -> bool, lost: &mut usize) -> Option<(Value, Value)> {
    if fits(value) {
        return Some((value.clone(), value.clone()));
    }
    match value {
        Value::Object(map) => prune_object(map, fits, lost),
        Value::Array(list) => prune_list(list, fits, lost),
        _ => {
            *lost += 1;
            None
        }
    }
}

fn prune_object(
    map: &Map<String, Value>,
    fits: &dyn Fn(&Value) -> bool,
    lost: &mut usize,
) -> Option<(Value, Value)> {
    let one = |name: &str, value: &Value| {
        let mut map = Map::new();
        map.insert(name.to_owned(), value.clone());
        map
    };
    // The field that there must be, if there is one.
    let mut base = Map::new();
    if !fits(&json!({})) {
        let needed = map.iter().find(|(name, value)| fits(&Value::Object(one(name, value))));
        let Some((name, value)) = needed else {
            *lost += 1;
            return None;
        };
        base = one(name, value);
    }
    let (mut fit, mut whole) = (base.clone(), base.clone());
    for (name, value) in map.iter().filter(|(name, _)| !base.contains_key(*name)) {
        let alone = |value: &Value| {
            let mut all = base.clone();
            all.insert(name.clone(), value.clone());
            fits(&Value::Object(all))
        };
        let mut gone = 0;
        let kept = prune(value, &alone, &mut gone);
        if is_growth(name, value) {
            fit.extend(kept.map(|(value, _)| (name.clone(), value)));
            whole.insert(name.clone(), value.clone());
            continue;
        }
        *lost += gone;
        if let Some((value, more)) = kept {
            fit.insert(name.clone(), value);
            whole.insert(name.clone(), more);
        }
    }
    Some((Value::Object(fit), Value::Object(whole)))
}

fn prune_list(
    list: &[Value],
    fits: &dyn Fn(&Value) -> bool,
    lost: &mut usize,
) -> Option<(Value, Value)> {
    // A text among texts leaves its place empty, so that the others keep theirs.
    let bad = list.iter().filter(|value| !value.is_string()).count();
    let texts = list.iter().map(|v| if v.is_string() { v.clone() } else { json!("") }).collect();
    let texts = Value::Array(texts);
    if bad > 0 && bad < list.len() && fits(&texts) {
        *lost += bad;
        return Some((texts.clone(), texts));
    }
    if !fits(&json!([])) {
        *lost += 1;
        return None;
    }
    let alone = |value: &Value| fits(&json!([value]));
    let kept = list.iter().filter_map(|value| prune(value, &alone, lost));
    let (fit, whole): (Vec<Value>, Vec<Value>) = kept.unzip();
    Some((Value::Array(fit), Value::Array(whole)))
}

/// Whether a value looks like a word, or words, of a vocabulary that has grown.
fn is_growth(name: &str, value: &Value) -> bool {
    GROWING.contains(&name)
        && match value {
            Value::String(_) => true,
            Value::Object(map) => map.len() == 1 && map.values().all(Value::is_string),
            Value::Array(list) => list.iter().all(Value::is_string),
            _ => false,
        }
}
