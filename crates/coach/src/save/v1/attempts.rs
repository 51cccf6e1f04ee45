//! The finished answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    draft::Mode,
    save::{Aggregate, Entries, Entry, Rest},
};

/// One finished answer. What a coach says of it is not saved: it follows from the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// When it was finished, in milliseconds since 1970 (UTC). No two attempts share it, so it is
    /// also the attempt's name.
    #[serde(default)]
    pub at: u64,
    /// The question's id.
    #[serde(default)]
    pub question: String,
    /// The question as it was asked then, so that the history reads even if the bank changes.
    #[serde(default)]
    pub prompt: String,
    /// The answer. There is none without.
    pub text: String,
    /// How it was written.
    #[serde(default)]
    pub mode: Mode,
    /// The name of the finished answer that it came from, if it came from one. That one may be gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u64>,
}

/// The finished answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attempts {
    /// In order of time, the oldest first.
    pub list: Vec<Attempt>,
    /// What only a newer version knows of it.
    #[serde(skip)]
    pub rest: Rest,
}

impl Aggregate for Attempts {
    const NAME: &'static str = "attempts";
    const ENTRIES: &'static [Entries] =
        &[Entries { field: "list", entry: Entry::Listed(&["at", "text", "question"]) }];

    fn rest(&self) -> &Rest {
        &self.rest
    }

    fn rest_mut(&mut self) -> &mut Rest {
        &mut self.rest
    }

    /// In order of time, and no two of the same.
    fn tidy(&mut self) {
        if self.list.is_sorted_by(|one, other| one.at < other.at) {
            return;
        }
        // By what they say too, so that every tab comes to the same.
        self.list.sort_by(|one, other| (one.at, &one.text).cmp(&(other.at, &other.text)));
        // The last time of each that stays: they come in the order of time.
        let mut last: BTreeMap<(String, String), u64> = BTreeMap::new();
        let mut all = std::mem::take(&mut self.list);
        all.retain(|attempt| {
            let name = (attempt.question.clone(), attempt.text.clone());
            let near = last.get(&name).is_some_and(|last| attempt.at - last < 1_000);
            if !near {
                last.insert(name, attempt.at);
            }
            !near
        });
        self.add_all(all);
    }
}

impl Attempts {
    /// Adds an attempt; where its time is taken, it moves on by a millisecond (at the end of time, which
    /// only a damaged file comes to, back by one). Returns its time.
    pub fn add(&mut self, mut attempt: Attempt) -> u64 {
        let free = |at: &u64| self.list.iter().all(|known| known.at != *at);
        let later = (attempt.at..=u64::MAX).find(free);
        let at = later.or_else(|| (0..attempt.at).rev().find(free)).unwrap_or(attempt.at);
        attempt.at = at;
        let place = self.list.partition_point(|known| known.at < at);
        self.list.insert(place, attempt);
        at
    }

    /// Adds many, in the time that sorting them takes. The first of them keep their times.
    pub fn add_all(&mut self, new: Vec<Attempt>) {
        // Where to look on from a time that is taken.
        let mut next: BTreeMap<u64, u64> =
            self.list.iter().map(|attempt| (attempt.at, attempt.at.saturating_add(1))).collect();
        let mut late = Vec::new();
        for mut attempt in new {
            let mut at = attempt.at;
            while at < u64::MAX
                && let Some(further) = next.get(&at)
            {
                at = *further;
            }
            // The same way is not gone twice.
            let mut seen = attempt.at;
            while seen < at
                && let Some(further) = next.insert(seen, at)
            {
                seen = further;
            }
            if at == u64::MAX {
                late.push(attempt);
                continue;
            }
            next.insert(at, at + 1);
            attempt.at = at;
            self.list.push(attempt);
        }
        let mut at = u64::MAX;
        for mut attempt in late {
            while at > 0 && next.contains_key(&at) {
                at -= 1;
            }
            next.insert(at, at);
            attempt.at = at;
            self.list.push(attempt);
        }
        self.list.sort_by_key(|attempt| attempt.at);
    }

    /// The attempt finished at that time.
    #[must_use]
    pub fn get(&self, at: u64) -> Option<&Attempt> {
        self.list.iter().find(|attempt| attempt.at == at)
    }

    /// The attempts at one question, the newest first.
    pub fn of<'a>(&'a self, question: &'a str) -> impl Iterator<Item = &'a Attempt> {
        self.list.iter().rev().filter(move |attempt| attempt.question == question)
    }

    /// The attempts at the same question before this one, the newest first.
    pub fn before<'a>(&'a self, attempt: &'a Attempt) -> impl Iterator<Item = &'a Attempt> {
        self.of(&attempt.question).filter(move |known| known.at < attempt.at)
    }

    /// The attempt that this one is best compared with: the one that it came from, or else the last one
    /// before it.
    #[must_use]
    pub fn compared<'a>(&'a self, attempt: &'a Attempt) -> Option<&'a Attempt> {
        let from = self.before(attempt).find(|known| Some(known.at) == attempt.from);
        from.or_else(|| self.before(attempt).next())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::save::Drafts;

    fn attempt(at: u64, text: &str) -> Attempt {
        Attempt {
            at,
            question: "q".into(),
            prompt: "?".into(),
            text: text.into(),
            mode: Mode::Free,
            from: None,
        }
    }

    #[test]
    fn a_try_is_compared_with_the_one_it_came_from() {
        let mut attempts = Attempts::default();
        for at in [1, 2, 3] {
            attempts.add(attempt(at, "words"));
        }
        attempts.add(Attempt { question: "other".into(), ..attempt(4, "words") });
        let names =
            |at| attempts.before(attempts.get(at).unwrap()).map(|a| a.at).collect::<Vec<_>>();
        assert_eq!((names(3), names(1), names(4)), (vec![2, 1], vec![], vec![]));
        let with = |from| {
            attempts.compared(&Attempt { from, ..attempt(9, "words") }).map(|attempt| attempt.at)
        };
        assert_eq!(with(Some(1)), Some(1));
        assert_eq!(with(None), Some(3));
        assert_eq!(with(Some(4)), Some(3), "an answer to another question");
        assert_eq!(with(Some(77)), Some(3), "one that is gone");
    }

    #[test]
    fn an_answer_from_before_it_could_come_from_another_still_opens() {
        let old = r#"{"at":5,"question":"q","prompt":"?","text":"a","mode":"free"}"#;
        assert_eq!(serde_json::from_str::<Attempt>(old).unwrap(), attempt(5, "a"));
        assert_eq!(serde_json::to_string(&attempt(5, "a")).unwrap(), old);
        let drafts = r#"{"by_question":{}}"#;
        assert_eq!(serde_json::from_str::<Drafts>(drafts).unwrap(), Drafts::default());
        assert_eq!(serde_json::to_string(&Drafts::default()).unwrap(), drafts);
    }

    #[test]
    fn many_are_added_as_one_by_one() {
        let times = [5, 5, 6, 5, 9, 7, 5, u64::MAX, u64::MAX, u64::MAX, 0, 8];
        let mut one_by_one = Attempts::default();
        one_by_one.add(attempt(6, "first"));
        one_by_one.add(attempt(u64::MAX - 1, "late"));
        let mut at_once = one_by_one.clone();
        let new: Vec<Attempt> = times.iter().map(|at| attempt(*at, &at.to_string())).collect();
        for attempt in &new {
            one_by_one.add(attempt.clone());
        }
        at_once.add_all(new);
        assert_eq!(at_once, one_by_one);
        assert!(at_once.list.is_sorted_by(|one, other| one.at < other.at));
        // A hundred thousand of one time take no time.
        at_once.add_all(vec![attempt(1, "x"); 100_000]);
        at_once.add_all((0..100_000).map(|at| attempt(at / 2, "x")).collect());
        assert!(at_once.list.is_sorted_by(|one, other| one.at < other.at));
    }

    #[test]
    fn two_attempts_never_share_a_name() {
        let mut attempts = Attempts::default();
        assert_eq!(attempts.add(attempt(5, "a")), 5);
        assert_eq!(attempts.add(attempt(6, "b")), 6);
        assert_eq!(attempts.add(attempt(5, "c")), 7);
        assert_eq!(attempts.add(attempt(1, "d")), 1);
        let order: Vec<_> = attempts.list.iter().map(|a| a.text.as_str()).collect();
        assert_eq!(order, ["d", "a", "b", "c"]);
        assert_eq!(attempts.of("q").next().map(|a| a.at), Some(7));
    }
}
