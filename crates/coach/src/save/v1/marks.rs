//! What was put aside to come back to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    link::{Kind, Link},
    save::{Aggregate, Entries, Entry, Rest},
};

/// What was put aside to come back to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Marks {
    /// When each item was marked, in milliseconds since 1970 (UTC), by its link as text. A text, so that
    /// a kind of item that this version does not know stays.
    pub items: BTreeMap<String, u64>,
    /// What only a newer version knows of it.
    #[serde(skip)]
    pub rest: Rest,
}

impl Aggregate for Marks {
    const NAME: &'static str = "marks";
    const ENTRIES: &'static [Entries] = &[Entries { field: "items", entry: Entry::Time }];

    fn rest(&self) -> &Rest {
        &self.rest
    }

    fn rest_mut(&mut self) -> &mut Rest {
        &mut self.rest
    }
}

impl Marks {
    /// The marked items of one kind, the last marked first.
    #[must_use]
    pub fn of(&self, kind: Kind) -> Vec<Link> {
        let links =
            self.items.iter().filter_map(|(name, at)| Some((at, name.parse::<Link>().ok()?)));
        let mut links: Vec<(&u64, Link)> = links.filter(|(_, link)| link.kind == kind).collect();
        links.sort_by(|(one, _), (other, _)| other.cmp(one));
        links.into_iter().map(|(_, link)| link).collect()
    }

    /// What is marked and is of no kind that this version knows.
    #[must_use]
    pub fn unknown(&self) -> Vec<&str> {
        self.items.keys().map(String::as_str).filter(|name| name.parse::<Link>().is_err()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_come_by_kind_and_none_is_lost() {
        let mut marks = Marks::default();
        for (name, at) in [("questions/a", 1), ("guides/b", 2), ("questions/c", 3), ("songs/d", 4)]
        {
            marks.items.insert(name.into(), at);
        }
        let ids = |kind| marks.of(kind).into_iter().map(|link| link.id).collect::<Vec<_>>();
        assert_eq!(ids(Kind::Question), ["c", "a"]);
        assert_eq!(ids(Kind::Quiz), [""; 0]);
        assert_eq!(marks.unknown(), ["songs/d"]);
    }
}
