//! What this version does not know of a saved document, kept so that it is there again when a newer one
//! opens it: fields, and words of a vocabulary that has grown.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// The rest of a document beside what this version reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rest {
    /// What the envelope says beside what every envelope says.
    label: Map<String, Value>,
    /// What is in the data, by name.
    inside: BTreeMap<String, Kept>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kept {
    /// A field that this version does not know.
    Field(Value),
    /// What stands where this version can only read `read`. Gone once something else is put there.
    Word { read: Value, stands: Value },
    /// The rest of what stands in a field.
    Inside(Rest),
}

/// Where the candidate's words are kept that lost against other words for the same place.
const ASIDE: &str = "aside";

impl Rest {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.label.is_empty() && self.inside.is_empty()
    }

    /// What the envelope says beside what every envelope says.
    pub(super) const fn label(&self) -> &Map<String, Value> {
        &self.label
    }

    /// Takes what the envelope says.
    pub(super) fn set_label(&mut self, label: Map<String, Value>) {
        self.label = label;
    }

    /// Takes what another envelope says too.
    pub(super) fn take_label(&mut self, other: &Self) {
        self.label.clone_from(&other.label);
    }

    /// Words that were written in another tab at the same time and for the same place, by the place.
    #[must_use]
    pub fn aside(&self) -> Vec<(&str, &str)> {
        let Some(Kept::Field(Value::Object(places))) = self.inside.get(ASIDE) else {
            return Vec::new();
        };
        let words = places.iter().filter_map(|(place, words)| Some((place, words.as_array()?)));
        let words = words.flat_map(|(place, words)| words.iter().map(move |word| (place, word)));
        words.filter_map(|(place, word)| Some((place.as_str(), word.as_str()?))).collect()
    }

    /// Lets go of those words.
    pub fn drop_aside(&mut self) {
        self.inside.remove(ASIDE);
    }

    /// What is in `whole` and not in `read`, which is what this version made of it.
    pub(super) fn of(whole: &Value, read: &Value) -> Self {
        let mut rest = BTreeMap::new();
        match (whole, read) {
            (Value::Object(whole), Value::Object(read)) => {
                for (name, value) in whole {
                    let kept = match read.get(name) {
                        None => Some(Kept::Field(value.clone())),
                        Some(read) => Self::kept(value, read),
                    };
                    rest.extend(kept.map(|kept| (name.clone(), kept)));
                }
            }
            (Value::Array(whole), Value::Array(read)) => {
                let read: BTreeMap<String, &Value> = named(read).collect();
                for (name, value) in named(whole) {
                    let kept = read.get(&name).and_then(|read| Self::kept(value, read));
                    rest.extend(kept.map(|kept| (name, kept)));
                }
            }
            _ => {}
        }
        Self { label: Map::new(), inside: rest }
    }

    fn kept(whole: &Value, read: &Value) -> Option<Kept> {
        if whole == read {
            return None;
        }
        let objects =
            |list: &Value| list.as_array().is_some_and(|l| l.iter().any(Value::is_object));
        let inside = (whole.is_object() && read.is_object()) || (objects(whole) && objects(read));
        if inside {
            let rest = Self::of(whole, read);
            return (!rest.is_empty()).then_some(Kept::Inside(rest));
        }
        Some(Kept::Word { read: read.clone(), stands: whole.clone() })
    }

    /// Puts the rest back into what this version writes.
    pub(super) fn put_into(&self, value: &mut Value) {
        match value {
            Value::Object(map) => {
                self.inside.iter().for_each(|(name, kept)| kept.put_into(name, map))
            }
            Value::Array(list) => {
                let names: Vec<String> = named(list).map(|(name, _)| name).collect();
                for (name, value) in names.iter().zip(list) {
                    if let Some(Kept::Inside(rest)) = self.inside.get(name) {
                        rest.put_into(value);
                    }
                }
            }
            _ => {}
        }
    }

    /// The same for an object that has no value yet.
    pub(super) fn put_into_map(&self, map: &mut Map<String, Value>) {
        self.inside.iter().for_each(|(name, kept)| kept.put_into(name, map));
    }

    /// Without what is inside of known fields.
    pub(super) fn only_fields(mut self) -> Self {
        self.inside.retain(|_, kept| matches!(kept, Kept::Field(_)));
        self
    }

    /// Takes in what another rest has and this one has not.
    pub fn join(&mut self, other: &Self) {
        for (name, kept) in &other.inside {
            match (self.inside.get_mut(name), kept) {
                (None, kept) => {
                    self.inside.insert(name.clone(), kept.clone());
                }
                (Some(Kept::Inside(here)), Kept::Inside(there)) => here.join(there),
                _ => {}
            }
        }
    }
}

impl Kept {
    fn put_into(&self, name: &str, map: &mut Map<String, Value>) {
        match (self, map.get_mut(name)) {
            (Self::Field(value), None) => {
                map.insert(name.to_owned(), value.clone());
            }
            (Self::Word { read, stands }, Some(value)) if value == read => *value = stands.clone(),
            (Self::Inside(rest), Some(value)) => rest.put_into(value),
            _ => {}
        }
    }
}

/// The elements of a list with their names: the time of those that have one, or else their place.
fn named(list: &[Value]) -> impl Iterator<Item = (String, &Value)> {
    let mut last = None;
    let mut twins = 0;
    list.iter().enumerate().map(move |(place, value)| {
        let at = value.get("at").and_then(Value::as_u64);
        twins = if at.is_some() && at == last { twins + 1 } else { 0 };
        last = at;
        (at.map_or_else(|| place.to_string(), |at| format!("at {at} {twins}")), value)
    })
}
