//! The finished answers.

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
        // Whoever has many, as a file from elsewhere may, does not wait for each with each.
        let by_words: By = |one, other| {
            let words = |attempt: &Attempt| (attempt.question.len(), attempt.text.len());
            let words = words(one).cmp(&words(other));
            let words = words.then_with(|| one.text.cmp(&other.text));
            words.then_with(|| (&one.question, one.at).cmp(&(&other.question, other.at)))
        };
        self.list.sort_by(by_words);
        let mut last: Option<(u64, usize)> = None;
        let keep: Vec<bool> = (0..self.list.len())
            .map(|place| {
                let one = &self.list[place];
                let again = last.is_some_and(|(at, known)| {
                    let known = &self.list[known];
                    known.text == one.text && known.question == one.question && one.at - at < 1_000
                });
                if !again {
                    last = Some((one.at, place));
                }
                !again
            })
            .collect();
        let mut keep = keep.into_iter();
        self.list.retain(|_| keep.next().unwrap_or(true));
        // By what they say too, so that every tab comes to the same.
        let by_time: By = |one, other| {
            (one.at, &one.text, &one.question).cmp(&(other.at, &other.text, &other.question))
        };
        self.list.sort_by(by_time);
        let mut free = 0;
        for attempt in &mut self.list {
            attempt.at = attempt.at.max(free);
            free = attempt.at.saturating_add(1);
        }
        // At the end of time, which only a damaged file comes to, there is only room before.
        let mut free = u64::MAX;
        for attempt in self.list.iter_mut().rev() {
            attempt.at = attempt.at.min(free);
            free = attempt.at.saturating_sub(1);
        }
    }
}

/// An order of attempts.
type By = fn(&Attempt, &Attempt) -> std::cmp::Ordering;

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
    fn a_list_in_disorder_is_tidied_without_losing_a_word() {
        let mut attempts = Attempts::default();
        let times = [5, 5, 6, 5, 9, 7, 5, u64::MAX, u64::MAX, u64::MAX, 0, 8];
        attempts.list =
            times.iter().enumerate().map(|(n, at)| attempt(*at, &n.to_string())).collect();
        attempts.list.push(attempt(3, "0"));
        attempts.list.push(Attempt { question: "other".into(), ..attempt(5, "0") });
        attempts.list.push(attempt(2_000, "0"));
        attempts.tidy();
        assert!(attempts.list.is_sorted_by(|one, other| one.at < other.at), "{attempts:?}");
        let of = |text: &str| attempts.list.iter().filter(|a| a.text == text).count();
        assert_eq!(of("0"), 3, "the earlier of two, that of another question, and a later one");
        assert!((1..12).all(|n| of(&n.to_string()) == 1), "{attempts:?}");
        let again = attempts.clone();
        attempts.tidy();
        assert_eq!(attempts, again);
        // So many that each with each would take minutes.
        attempts.list = (0..40_000).rev().map(|at| attempt(at / 2, &at.to_string())).collect();
        attempts.tidy();
        assert_eq!(attempts.list.len(), 40_000);
        assert!(attempts.list.is_sorted_by(|one, other| one.at < other.at));
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
