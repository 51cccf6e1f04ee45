//! When there was a copy, when to remind of one, and when the next comes by itself.

use serde::{Deserialize, Serialize};

use super::{Attempts, Tally};

/// A day in milliseconds.
const DAY_MS: u64 = 86_400_000;
/// A reminder comes after so many finished answers that are in no copy: an afternoon's work, more than one
/// would gladly write again. Fewer are soon done anew, and a reminder after each would be passed over.
const MANY: usize = 5;
/// And not before so long, in milliseconds: browsers that clear up after sites do so after seven days
/// without a visit (WebKit's tracking prevention), so who comes back after a week has just been lucky.
const LONG_MS: u64 = 7 * DAY_MS;
/// Who put it aside is left in peace for so long, in milliseconds: about as long as people look for a job
/// before an interview. They have heard it.
const PEACE_MS: u64 = 30 * DAY_MS;

/// Copies that come by themselves come at most so often, in milliseconds: writing a file at every pause
/// would wear out a memory card, and a minute is written anew in a minute.
pub const EVERY_MS: u64 = 60_000;
/// After a change there may soon be another, so that it is waited for, in milliseconds.
const SOON_MS: u64 = 3_000;

/// What is known of copies. No part of what they hold: else each would differ from the last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Copies {
    /// When the last one was saved, in milliseconds since 1970 (UTC).
    pub last: Option<u64>,
    /// When the reminder was put aside, in milliseconds since 1970 (UTC).
    pub later: Option<u64>,
    /// The file that copies go to by themselves, if there is one.
    pub auto: Option<Auto>,
}

/// A file that copies go to by themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Auto {
    /// Its name.
    pub name: String,
    /// When it was last written, in milliseconds since 1970 (UTC).
    pub written: u64,
    /// The checksum of what was written.
    pub sum: u32,
    /// How many entries were in it.
    pub entries: usize,
}

/// What is to be done about the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// It has everything.
    Nothing,
    /// It is written.
    Write,
    /// There is far less here than in the file: this device may have lost something that the file still
    /// has. It is only written when the candidate says so.
    Less,
}

impl Copies {
    /// Reads what was written. What cannot be read is forgotten: no words are in it.
    #[must_use]
    pub fn read(raw: Option<&str>) -> Self {
        raw.and_then(|raw| serde_json::from_str(raw).ok()).unwrap_or_default()
    }

    /// As text.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// When the last copy was saved, as far as the clock makes sense: one in the future is none.
    #[must_use]
    pub fn last_before(&self, now: u64) -> Option<u64> {
        self.last.filter(|last| *last <= now)
    }

    /// How many finished answers are in no copy.
    #[must_use]
    pub fn missing(&self, attempts: &Attempts, now: u64) -> usize {
        let last = self.last_before(now);
        attempts.list.iter().filter(|attempt| last.is_none_or(|last| attempt.at > last)).count()
    }

    /// Whether to remind of a copy: at least [`MANY`] finished answers are in none, the last one (or else
    /// the first answer) is at least [`LONG_MS`] ago, and it was not put aside in the last [`PEACE_MS`].
    #[must_use]
    pub fn remind(&self, attempts: &Attempts, now: u64) -> bool {
        let since = self.last_before(now).or_else(|| Some(attempts.list.first()?.at));
        let long = since.is_some_and(|since| now.saturating_sub(since) >= LONG_MS);
        // A clock that was wrong then does not silence it for ever.
        let in_peace = self.later.is_some_and(|later| now.abs_diff(later) < PEACE_MS);
        long && !in_peace && self.missing(attempts, now) >= MANY
    }
}

impl Auto {
    /// How long to wait after a change before looking at what is to be written, in milliseconds.
    #[must_use]
    pub const fn wait(&self, now: u64) -> u64 {
        // A clock that went back does not stop it.
        let wait = if self.written > now { 0 } else { EVERY_MS.saturating_sub(now - self.written) };
        if wait > SOON_MS { wait } else { SOON_MS }
    }

    /// What is to be done, with a file's checksum and what is in it. `said_so`: the candidate pressed for
    /// it.
    #[must_use]
    pub const fn next(&self, sum: u32, all: &Tally, said_so: bool) -> Next {
        if self.written > 0 && self.sum == sum {
            Next::Nothing
        } else if !said_so && all.total() < self.entries.div_ceil(2) {
            Next::Less
        } else {
            Next::Write
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{draft::Mode, save::Attempt};

    const NOW: u64 = 1_760_000_000_000;

    fn attempts(times: &[u64]) -> Attempts {
        let mut attempts = Attempts::default();
        for at in times {
            attempts.add(Attempt {
                at: *at,
                question: "q".into(),
                prompt: "?".into(),
                text: at.to_string(),
                mode: Mode::Free,
                from: None,
            });
        }
        attempts
    }

    fn days_ago(days: u64) -> u64 {
        NOW - days * DAY_MS
    }

    #[test]
    fn a_reminder_comes_after_a_week_and_five_answers_and_can_be_put_aside() {
        let five = attempts(&[9, 8, 3, 2, 1].map(days_ago));
        let never = Copies::default();
        assert!(never.remind(&five, NOW));
        assert!(!never.remind(&attempts(&[9, 8, 3, 2].map(days_ago)), NOW), "only four");
        assert!(!never.remind(&attempts(&[6, 5, 4, 3, 2, 1].map(days_ago)), NOW), "not a week");
        assert!(!never.remind(&Attempts::default(), NOW));
        let after = |last| Copies { last: Some(days_ago(last)), ..Copies::default() };
        assert!(!after(7).remind(&five, NOW), "three are in no copy");
        assert!(after(10).remind(&five, NOW));
        assert!(!after(0).remind(&five, NOW));
        let later = |days| Copies { later: Some(days_ago(days)), ..after(10) };
        assert!(!later(29).remind(&five, NOW) && later(30).remind(&five, NOW));
    }

    #[test]
    fn a_clock_that_was_wrong_does_not_silence_it() {
        let five = attempts(&[9, 8, 3, 2, 1].map(days_ago));
        let ahead = Some(NOW + 400 * DAY_MS);
        assert!(Copies { last: ahead, later: ahead, auto: None }.remind(&five, NOW));
        assert_eq!(Copies { last: ahead, ..Copies::default() }.missing(&five, NOW), 5);
        let auto = Auto { written: NOW + 400 * DAY_MS, ..Auto::default() };
        assert_eq!(auto.wait(NOW), SOON_MS);
        assert!(!Copies::default().remind(&attempts(&[u64::MAX; 6]), 0), "no overflow");
    }

    #[test]
    fn a_copy_comes_at_most_once_a_minute_while_there_is_something_new() {
        let auto = Auto { name: "a".into(), written: NOW, sum: 7, entries: 10 };
        assert_eq!(auto.wait(NOW), EVERY_MS);
        assert_eq!(auto.wait(NOW + 50_000), 10_000);
        assert_eq!(auto.wait(NOW + 59_000), SOON_MS);
        assert_eq!(auto.wait(NOW + DAY_MS), SOON_MS);
        let all = |attempts| Tally { attempts, ..Tally::default() };
        assert_eq!(auto.next(7, &all(10), false), Next::Nothing);
        assert_eq!(auto.next(8, &all(11), false), Next::Write);
        assert_eq!(auto.next(8, &all(5), false), Next::Write);
        assert_eq!(Auto::default().next(0, &all(0), false), Next::Write, "the first one");
    }

    #[test]
    fn an_emptied_device_does_not_write_over_a_full_copy() {
        let auto = Auto { name: "a".into(), written: NOW, sum: 7, entries: 10 };
        let few = Tally { drafts: 4, ..Tally::default() };
        assert_eq!(auto.next(8, &few, false), Next::Less);
        assert_eq!(auto.next(8, &Tally::default(), false), Next::Less);
        assert_eq!(auto.next(8, &few, true), Next::Write, "the candidate said so");
    }

    #[test]
    fn what_is_known_of_copies_reads_back_and_damage_to_it_is_no_matter() {
        let all = Copies {
            last: Some(3),
            later: Some(4),
            auto: Some(Auto { name: "é.json".into(), written: 5, sum: 6, entries: 7 }),
        };
        assert_eq!(Copies::read(Some(&all.write())), all);
        for bad in [None, Some(""), Some("[]"), Some("{\"last\":\"x\"}"), Some("{\"auto\":5}")] {
            assert_eq!(Copies::read(bad), Copies::default());
        }
        assert_eq!(Copies::read(Some("{\"new\":1,\"last\":3}")).last, Some(3));
    }
}
