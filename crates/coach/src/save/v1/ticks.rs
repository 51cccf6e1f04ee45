//! What was ticked off.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::save::{Aggregate, Entries, Entry, Rest};

/// What was ticked off on checklists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ticks {
    /// When each step was done, in milliseconds since 1970 (UTC), by checklist and step.
    pub done: BTreeMap<String, BTreeMap<String, u64>>,
    /// What only a newer version knows of it.
    #[serde(skip)]
    pub rest: Rest,
}

impl Aggregate for Ticks {
    const NAME: &'static str = "ticks";
    const ENTRIES: &'static [Entries] = &[Entries { field: "done", entry: Entry::Times }];

    fn rest(&self) -> &Rest {
        &self.rest
    }

    fn rest_mut(&mut self) -> &mut Rest {
        &mut self.rest
    }
}

impl Ticks {
    /// Whether a step is done.
    #[must_use]
    pub fn is_done(&self, checklist: &str, step: &str) -> bool {
        self.done.get(checklist).is_some_and(|steps| steps.contains_key(step))
    }

    /// Ticks a step off, or takes the tick back.
    pub fn toggle(&mut self, checklist: &str, step: &str, now: u64) {
        let steps = self.done.entry(checklist.to_owned()).or_default();
        if steps.remove(step).is_none() {
            steps.insert(step.to_owned(), now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tick_can_be_taken_back() {
        let mut ticks = Ticks::default();
        ticks.toggle("the-day", "shoes", 5);
        assert!(ticks.is_done("the-day", "shoes") && !ticks.is_done("the-day", "map"));
        ticks.toggle("the-day", "shoes", 6);
        assert!(!ticks.is_done("the-day", "shoes"));
    }
}
