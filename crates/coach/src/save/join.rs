//! What two copies of one aggregate come to, where each has changed since both were the same: see
//! `docs/decisions/0006-one-store-for-all-tabs.md`.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use serde_json::{Map, Value, json};

use super::{
    Aggregate, Loaded,
    envelope::{read, tree, write},
    mend::{GROWING, read_data},
};

/// How many other words are kept for one place.
const MOST_ASIDE: usize = 20;

/// What two copies come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined<T> {
    /// The aggregate, with all that either has added.
    pub value: T,
    /// Its text, to be written in place of theirs.
    pub text: String,
    /// Whether theirs was damaged: then its raw text must be kept aside before that.
    pub damaged: bool,
}

/// Joins this tab's copy with what stands in the store. `base` is what stood there when this tab last
/// looked: what is as it was there was not changed.
///
/// - What only one has changed is taken, a deletion too. A deletion against a change: the change stays.
/// - Two texts for one place: the later `changed` wins, or else a rule that gives the same in both tabs.
///   The words that lost are kept: see [`super::Rest::aside`].
/// - Finished answers and results are joined as sets. Rounds of a quiz are taken whole.
///
/// `None` where a newer version has written: nothing may be written then.
#[must_use]
pub fn join<T: Aggregate>(base: Option<&str>, mine: &T, theirs: Option<&str>) -> Option<Joined<T>> {
    let (theirs, rest, damaged) = match read::<T>(theirs) {
        Loaded::FromNewer { .. } => return None,
        Loaded::Fresh => (json!({}), mine.rest().clone(), false),
        Loaded::Loaded(value) | Loaded::Migrated(value) => {
            (tree(&value), value.rest().clone(), false)
        }
        Loaded::Corrupt { value, .. } => (tree(&value), value.rest().clone(), true),
    };
    let base = match read::<T>(base) {
        Loaded::Loaded(value) | Loaded::Migrated(value) | Loaded::Corrupt { value, .. } => {
            tree(&value)
        }
        Loaded::Fresh | Loaded::FromNewer { .. } => json!({}),
    };
    let own = tree(mine);
    let mut join = Join { aside: Vec::new() };
    let joined = join.values(Some(&base), Some(&own), Some(&theirs), Side::Even, &[]);
    let mut data = joined.unwrap_or(own);
    put_aside(&mut data, join.aside);
    let mut value = read_data::<T>(&data).value;
    value.rest_mut().take_label(&rest);
    let text = write(&value);
    Some(Joined { value, text, damaged })
}

/// Whose word counts where both have changed the same.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Mine,
    Theirs,
    /// Neither is newer: any rule will do that gives the same in both tabs.
    Even,
}

/// Whose copy was changed later, where both say when.
fn newer(one: &Map<String, Value>, other: &Map<String, Value>, side: Side) -> Side {
    let changed = |map: &Map<String, Value>| map.get("changed").and_then(Value::as_u64);
    match (changed(one), changed(other)) {
        (Some(one), Some(other)) if one > other => Side::Mine,
        (Some(one), Some(other)) if one < other => Side::Theirs,
        _ => side,
    }
}

struct Join {
    /// Words that lost, with their place.
    aside: Vec<(String, String)>,
}

impl Join {
    /// What a value comes to.
    fn values(
        &mut self,
        base: Option<&Value>,
        mine: Option<&Value>,
        theirs: Option<&Value>,
        side: Side,
        path: &[&str],
    ) -> Option<Value> {
        if mine == theirs || base == theirs {
            return mine.cloned();
        }
        if base == mine {
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
                let side = newer(one, other, side);
                Some(self.objects(base, one, other, side, path))
            }
            (Value::Array(one), Value::Array(other)) => {
                if is_timed(one) || is_timed(other) {
                    return Some(self.lists(base, one, other, path));
                }
                if path.iter().any(|name| IN_ORDER.contains(name)) {
                    return Some(self.texts(base, one, other, side, path));
                }
                Some(self.pick(mine?, theirs?, side, path))
            }
            _ => Some(self.pick(one, other, side, path)),
        }
    }

    fn objects(
        &mut self,
        base: Option<&Value>,
        one: &Map<String, Value>,
        other: &Map<String, Value>,
        side: Side,
        path: &[&str],
    ) -> Value {
        let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
        let mut map = Map::new();
        for name in names {
            let base = base.and_then(|base| base.get(name));
            let path: Vec<&str> = path.iter().copied().chain([name.as_str()]).collect();
            let value = self.values(base, one.get(name), other.get(name), side, &path);
            map.extend(value.map(|value| (name.clone(), value)));
        }
        Value::Object(map)
    }

    /// Lists of what has a time: by that, as if it were a name.
    fn lists(
        &mut self,
        base: Option<&Value>,
        one: &[Value],
        other: &[Value],
        path: &[&str],
    ) -> Value {
        let base = by_time(base.and_then(Value::as_array).map_or(&[], Vec::as_slice));
        let (one, other) = (by_time(one), by_time(other));
        let mut list = Vec::new();
        for name in one.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
            let (base, mine, theirs) = (base.get(name), one.get(name), other.get(name));
            let path: Vec<&str> = path.iter().copied().chain([name.as_str()]).collect();
            list.extend(self.values(base, mine, theirs, Side::Even, &path));
        }
        Value::Array(list)
    }

    /// Texts that each have their place.
    fn texts(
        &mut self,
        base: Option<&Value>,
        one: &[Value],
        other: &[Value],
        side: Side,
        path: &[&str],
    ) -> Value {
        let blank = json!("");
        let list = (0..one.len().max(other.len())).map(|at| {
            // A place that is not there yet is an empty one.
            let base = base.and_then(|list| list.get(at)).unwrap_or(&blank);
            let (mine, theirs) = (one.get(at).unwrap_or(&blank), other.get(at).unwrap_or(&blank));
            self.values(Some(base), Some(mine), Some(theirs), side, path).unwrap_or_default()
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
            Side::Even => larger(mine, theirs),
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

/// A list by names: each by its time and all that it says, for what has a time never changes.
fn by_time(list: &[Value]) -> BTreeMap<String, Value> {
    let mut named = BTreeMap::new();
    for value in list {
        let at = value.get("at").and_then(Value::as_u64).unwrap_or(0);
        let mut name = format!("{at:020} {value}");
        while named.contains_key(&name) {
            name.push('+');
        }
        named.insert(name, value.clone());
    }
    named
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
