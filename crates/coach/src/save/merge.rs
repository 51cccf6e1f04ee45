//! What several tabs write at once, brought together: see `docs/decisions/0005-tabs.md`.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use serde_json::{Map, Value, json};

use super::{
    Aggregate, Loaded,
    envelope::{Document, read_document, text_of, tree},
    mend::GROWING,
};

/// For how long a write may still be overwritten by a tab that had not seen it, in milliseconds. Browsers
/// tell their processes of a write within some tens; a slow phone may need ten times that.
pub const SETTLE_MS: u64 = 2_000;
/// How many other words are kept for one place.
const MOST_ASIDE: usize = 20;

/// What a tab knows of what stands in storage.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// The text that it last read or wrote, where all of it is in `seen`.
    text: Option<String>,
    /// What it last took in or wrote.
    seen: Document,
    /// What it has replaced of late, and when: another tab that has not seen that yet may put it back.
    past: Vec<(u64, Vec<Change>)>,
}

/// A place that this tab has changed, and what stood there before.
type Change = (Vec<String>, Option<Value>);

/// What a tab's value and what stands in storage come to.
#[derive(Clone, Debug)]
pub struct Joined<T> {
    /// What is to be written. `None`: what stands there says it all.
    pub text: Option<String>,
    /// What the tab is to show from now on, if that is something else.
    pub value: Option<T>,
    /// What stood there and was damaged: to be put aside before anything is written.
    pub damaged: Option<String>,
    /// What the tab knows once that is written.
    pub next: Standing,
}

impl Standing {
    /// After a text was read, and `value` made of it.
    #[must_use]
    pub fn new<T: Aggregate>(raw: Option<&str>, value: &T) -> Self {
        let (loaded, label) = read_document::<T>(raw);
        let sound = matches!(loaded, Loaded::Loaded(_) | Loaded::Migrated(_));
        Self {
            text: raw.filter(|_| sound).map(str::to_owned),
            seen: Document { label, data: tree(value) },
            past: Vec::new(),
        }
    }

    /// Brings the tab's value and what stands in storage together. `typing`: a field is being typed in,
    /// so that the tab's own words are not to change under the hands; what is new comes another time.
    ///
    /// `None` where a newer version has written: nothing may be written then.
    #[must_use]
    pub fn join<T: Aggregate>(
        &self,
        mine: &T,
        raw: Option<&str>,
        now: u64,
        typing: bool,
    ) -> Option<Joined<T>> {
        let own = tree(mine);
        let known = raw.is_some() && raw == self.text.as_deref();
        let (theirs, damaged) = if known {
            (self.seen.clone(), None)
        } else {
            let (loaded, label) = read_document::<T>(raw);
            match loaded {
                Loaded::FromNewer { .. } => return None,
                Loaded::Fresh => (Document::default(), None),
                Loaded::Loaded(value) | Loaded::Migrated(value) => {
                    (Document { label, data: tree(&value) }, None)
                }
                Loaded::Corrupt { backup, value, .. } => {
                    (Document { label, data: tree(&value) }, Some(backup))
                }
            }
        };
        let past = self.past.iter().filter(|(at, _)| now.saturating_sub(*at) <= SETTLE_MS);
        let mut past: Vec<(u64, Vec<Change>)> = past.cloned().collect();
        let before = [Some(&self.seen.data)];
        let replaced = past.iter().flat_map(|(_, changes)| changes).cloned().collect();
        let mut join = Join { typing, aside: Vec::new(), overwritten: false, replaced };
        let nothing = json!({});
        let theirs_data = if raw.is_some() { &theirs.data } else { &nothing };
        let joined = join.values(&before, Some(&own), Some(theirs_data), Side::Even, &[]);
        let mut data = joined.unwrap_or_else(|| own.clone());
        put_aside(&mut data, std::mem::take(&mut join.aside));
        if data != own && data != *theirs_data {
            data = tree(&from_tree::<T>(&data));
        }
        let is_news = data != *theirs_data && !(raw.is_none() && data == tree(&T::default()));
        let must_write = is_news || damaged.is_some();
        let value = (data != own && !typing).then(|| from_tree::<T>(&data));
        let seen_data = if typing { held(&data, &own, &self.seen.data) } else { data.clone() };
        let whole = seen_data == data;
        let (mut label, mut text) = (theirs.label.clone(), raw.map(str::to_owned));
        let written = must_write.then(|| {
            label.insert("revision".into(), (theirs.revision() + 1).into());
            if join.overwritten {
                // It may happen again: the time to settle begins anew.
                past.iter_mut().for_each(|(at, _)| *at = now);
            }
            let mut changes = Vec::new();
            note_changes(&self.seen.data, &own, &mut Vec::new(), &mut changes);
            past.push((now, changes));
            text_of::<T>(&Document { label: label.clone(), data })
        });
        if written.is_some() {
            text.clone_from(&written);
        }
        let seen = Document { label, data: seen_data };
        let next = Self { text: text.filter(|_| whole), seen, past };
        Some(Joined { text: written, value, damaged, next })
    }
}

fn from_tree<T: Aggregate>(data: &Value) -> T {
    super::mend::read_data::<T>(data).value
}

/// What the tab has seen where it does not take over what is new: there it still knows the old.
fn held(joined: &Value, own: &Value, seen: &Value) -> Value {
    match (joined, own, seen) {
        _ if joined == own => joined.clone(),
        (Value::Object(joined), Value::Object(own), Value::Object(seen)) => {
            let names: BTreeSet<&String> =
                joined.keys().chain(own.keys()).chain(seen.keys()).collect();
            let parts = names.into_iter().filter_map(|name| {
                let part = match (joined.get(name), own.get(name), seen.get(name)) {
                    (joined, own, _) if joined == own => joined?.clone(),
                    (Some(joined), Some(own), Some(seen)) => held(joined, own, seen),
                    (_, _, seen) => seen?.clone(),
                };
                Some((name.clone(), part))
            });
            Value::Object(parts.collect())
        }
        _ => seen.clone(),
    }
}

/// Every place where `own` says something else than `seen`.
fn note_changes(seen: &Value, own: &Value, path: &mut Vec<String>, out: &mut Vec<Change>) {
    let by_name = |value: &Value| match value {
        Value::Array(list) if is_timed(list) => by_time(Some(list)),
        value => value.clone(),
    };
    let names = |value: &Value| match value {
        Value::Object(map) => map.keys().cloned().collect(),
        _ => BTreeSet::new(),
    };
    let (before, now) = (by_name(seen), by_name(own));
    for name in names(&before).union(&names(&now)) {
        path.push(name.clone());
        match (before.get(name), now.get(name)) {
            (one, other) if one == other => {}
            (Some(one), Some(other))
                if one.is_object() && other.is_object() || one.is_array() && other.is_array() =>
            {
                let known = out.len();
                note_changes(one, other, path, out);
                if out.len() == known || one.as_array().is_some_and(|list| !is_timed(list)) {
                    out.push((path.clone(), Some(one.clone())));
                }
            }
            (one, _) => out.push((path.clone(), one.cloned())),
        }
        path.pop();
    }
}

/// Whose word counts where both have changed the same.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Mine,
    Theirs,
    /// Neither is newer: any rule will do that gives the same in both tabs.
    Even,
}

struct Join {
    typing: bool,
    /// Words that lost, with their place.
    aside: Vec<(String, String)>,
    /// Whether somebody who had not seen it has written over what this tab wrote of late.
    overwritten: bool,
    /// What this tab has replaced of late.
    replaced: Vec<Change>,
}

impl Join {
    /// What a value comes to. `before` is what the tab last saw, then what it has replaced of late: where
    /// theirs is one of these, nobody else has changed it.
    fn values(
        &mut self,
        before: &[Option<&Value>],
        mine: Option<&Value>,
        theirs: Option<&Value>,
        side: Side,
        path: &[&str],
    ) -> Option<Value> {
        if mine == theirs || before.first() == Some(&theirs) {
            return mine.cloned();
        }
        let here = |(place, old): &Change| old.as_ref() == theirs && place.iter().eq(path);
        if self.replaced.iter().any(here) {
            self.overwritten = true;
            return mine.cloned();
        }
        // Unless something inside was changed of late: then it is looked at one by one.
        let inside = |(place, _): &Change| {
            place.len() > path.len() && place.iter().zip(path).all(|(one, other)| one == other)
        };
        if before.first() == Some(&mine) && !self.replaced.iter().any(inside) {
            return theirs.cloned();
        }
        if let [ASIDE] = path {
            return all_aside(mine, theirs);
        }
        let (one, other) = match (mine, theirs) {
            (Some(one), Some(other)) => (one, other),
            // A part that is not there is empty; an entry that was changed here is not taken away.
            (Some(one @ Value::Object(_)), None) if path.len() == 1 => (one, &*EMPTY),
            (Some(one @ Value::Array(_)), None) if path.len() == 1 => (one, &*NONE),
            (Some(one), None) => return Some(one.clone()),
            (None, other) => return other.cloned(),
        };
        match (one, other) {
            (Value::Object(one), Value::Object(other)) if !one.contains_key("seed") => {
                let side = self.newer(one, other, side);
                Some(self.objects(before, one, other, side, path))
            }
            (Value::Array(one), Value::Array(other)) => {
                if is_timed(one) || is_timed(other) {
                    return Some(self.lists(before, one, other, path));
                }
                if path.iter().any(|name| IN_ORDER.contains(name)) {
                    return Some(self.texts(before, one, other, side, path));
                }
                Some(self.pick(mine?, theirs?, side, path))
            }
            _ => Some(self.pick(one, other, side, path)),
        }
    }

    fn newer(&self, one: &Map<String, Value>, other: &Map<String, Value>, side: Side) -> Side {
        let changed = |map: &Map<String, Value>| map.get("changed").and_then(Value::as_u64);
        match (changed(one), changed(other)) {
            _ if self.typing => Side::Mine,
            (Some(one), Some(other)) if one > other => Side::Mine,
            (Some(one), Some(other)) if one < other => Side::Theirs,
            _ => side,
        }
    }

    fn objects(
        &mut self,
        before: &[Option<&Value>],
        one: &Map<String, Value>,
        other: &Map<String, Value>,
        side: Side,
        path: &[&str],
    ) -> Value {
        let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
        let mut map = Map::new();
        for name in names {
            let before: Vec<Option<&Value>> =
                before.iter().map(|value| value.and_then(|value| value.get(name))).collect();
            let path: Vec<&str> = path.iter().copied().chain([name.as_str()]).collect();
            let value = self.values(&before, one.get(name), other.get(name), side, &path);
            map.extend(value.map(|value| (name.clone(), value)));
        }
        Value::Object(map)
    }

    /// Lists of what has a time: by that, as if it were a name.
    fn lists(
        &mut self,
        before: &[Option<&Value>],
        one: &[Value],
        other: &[Value],
        path: &[&str],
    ) -> Value {
        let before: Vec<Value> =
            before.iter().map(|v| by_time(v.and_then(|v| v.as_array()))).collect();
        let before: Vec<Option<&Value>> = before.iter().map(Some).collect();
        let (one, other) = (by_time(Some(&one.to_vec())), by_time(Some(&other.to_vec())));
        let (Value::Object(one), Value::Object(other)) = (one, other) else { return json!([]) };
        let mut list = Vec::new();
        for name in one.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
            let before: Vec<Option<&Value>> =
                before.iter().map(|value| value.and_then(|value| value.get(name))).collect();
            let (mine, theirs) = (one.get(name), other.get(name));
            let path: Vec<&str> = path.iter().copied().chain([name.as_str()]).collect();
            list.extend(self.values(&before, mine, theirs, Side::Even, &path));
        }
        Value::Array(list)
    }

    /// Texts that each have their place.
    fn texts(
        &mut self,
        before: &[Option<&Value>],
        one: &[Value],
        other: &[Value],
        side: Side,
        path: &[&str],
    ) -> Value {
        let blank = json!("");
        let list = (0..one.len().max(other.len())).map(|at| {
            // A place that is not there yet is an empty one.
            let text = |list: Option<&Value>| list.and_then(|l| l.get(at)).cloned();
            let before: Vec<Value> =
                before.iter().map(|list| text(*list).unwrap_or_else(|| blank.clone())).collect();
            let before: Vec<Option<&Value>> = before.iter().map(Some).collect();
            let (mine, theirs) = (one.get(at).unwrap_or(&blank), other.get(at).unwrap_or(&blank));
            self.values(&before, Some(mine), Some(theirs), side, path).unwrap_or_default()
        });
        Value::Array(list.collect())
    }

    /// One of two, where both have changed the same.
    fn pick(&mut self, mine: &Value, theirs: &Value, side: Side, path: &[&str]) -> Value {
        let larger = |one: &Value, other: &Value| {
            let size = |value: &Value| {
                let given = value.get("given").and_then(Value::as_array).map_or(0, Vec::len);
                (value.as_u64(), given, value.to_string())
            };
            size(one) >= size(other)
        };
        let is_time = path.last() == Some(&"changed") || (path.len() > 1 && mine.is_u64());
        let mine_wins = match side {
            _ if mine.get("seed").is_some() && mine.get("seed") == theirs.get("seed") => {
                larger(mine, theirs)
            }
            _ if is_time && !matches!(path.last(), Some(&"finished" | &"from")) => {
                larger(mine, theirs)
            }
            Side::Mine => true,
            Side::Theirs => false,
            Side::Even => self.typing || larger(mine, theirs),
        };
        let (winner, loser) = if mine_wins { (mine, theirs) } else { (theirs, mine) };
        let is_words = !path.iter().any(|name| GROWING.contains(name) || CHOICES.contains(name));
        let lost = words(loser);
        if is_words && !lost.trim().is_empty() && !words(winner).contains(lost.trim()) {
            self.aside.push((path.join("/"), lost));
        }
        winner.clone()
    }
}

/// Where words that lost are kept: a part of every aggregate. See [`super::Rest::aside`].
const ASIDE: &str = "aside";
/// The parts whose lists have one text for each place.
const IN_ORDER: [&str; 5] = ["steps", "slots", "again", "filling", "anchors"];
/// Fields that are no words of the candidate's.
const CHOICES: [&str; 4] = ["framework", "template", "quiz", "question"];
static EMPTY: LazyLock<Value> = LazyLock::new(|| json!({}));
static NONE: LazyLock<Value> = LazyLock::new(|| json!([]));

/// The words in a text or in a list of texts.
fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
        _ => String::new(),
    }
}

fn is_timed(list: &[Value]) -> bool {
    list.first().is_some_and(|value| value.get("at").is_some())
}

/// A list as an object: each by its time and all that it says, for what has a time never changes.
fn by_time(list: Option<&Vec<Value>>) -> Value {
    let mut named = BTreeMap::new();
    for value in list.into_iter().flatten() {
        let at = value.get("at").and_then(Value::as_u64).unwrap_or(0);
        let mut name = format!("{at:020} {value}");
        while named.contains_key(&name) {
            name.push('+');
        }
        named.insert(name, value.clone());
    }
    Value::Object(named.into_iter().collect())
}

/// The words put aside here and there.
fn all_aside(mine: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
    let mut all = mine.or(theirs)?.clone();
    let places = theirs.and_then(Value::as_object).into_iter().flatten();
    for (place, words) in places {
        let words = words.as_array().into_iter().flatten().filter_map(Value::as_str);
        words.for_each(|words| add_aside(&mut all, place, words));
    }
    Some(all)
}

fn put_aside(data: &mut Value, aside: Vec<(String, String)>) {
    let Value::Object(data) = data else { return };
    for (place, words) in aside {
        add_aside(data.entry(ASIDE).or_insert_with(|| json!({})), &place, &words);
    }
}

/// Keeps words for a place, unless they are in others there. Those that are in them go: while somebody
/// types, each is the last and a letter more.
fn add_aside(all: &mut Value, place: &str, words: &str) {
    let Value::Object(places) = all else { return };
    let list = places.entry(place).or_insert_with(|| json!([]));
    let Value::Array(list) = list else { return };
    if list.iter().filter_map(Value::as_str).any(|known| known.contains(words)) {
        return;
    }
    list.retain(|known| known.as_str().is_none_or(|known| !words.contains(known)));
    list.push(words.into());
    list.sort_by_key(ToString::to_string);
    list.truncate(MOST_ASIDE);
}
