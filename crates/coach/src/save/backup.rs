//! Everything in one file that can be taken away and brought back.

use serde::{Deserialize, Serialize};

use super::{
    envelope::{APP, VERSION},
    v1::{Attempts, Drafts, Settings},
};

/// The name that marks the file.
const KIND: &str = "backup";

/// The largest file that is read, in bytes: thousands of answers, and far below what would stall a
/// cheap phone.
const LARGEST: usize = 20_000_000;

/// Everything that is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// The unfinished answers.
    pub drafts: Drafts,
    /// The finished answers.
    pub attempts: Attempts,
    /// The settings.
    pub settings: Settings,
}

#[derive(Serialize)]
struct File<'a> {
    app: &'static str,
    kind: &'static str,
    version: u32,
    /// When it was made, in milliseconds since 1970 (UTC).
    made: u64,
    data: &'a Backup,
}

#[derive(Deserialize)]
struct Label {
    app: String,
    kind: String,
    version: u32,
}

#[derive(Deserialize)]
struct Content {
    data: Backup,
}

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
    /// Ours, but with something in it that does not fit.
    Damaged,
}

/// What a merge changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MergeSummary {
    /// Finished answers that were new here.
    pub attempts: usize,
    /// Unfinished answers that were new or newer than the ones here.
    pub drafts: usize,
}

/// A merge: what there would be, and what is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// Everything after the merge.
    pub after: Backup,
    /// What it changed.
    pub summary: MergeSummary,
}

impl Backup {
    /// The file's text.
    ///
    /// # Errors
    /// Only where a value cannot be put into JSON at all, which nothing of this app has.
    pub fn to_file(&self, now: u64) -> Result<String, serde_json::Error> {
        let file = File { app: APP, kind: KIND, version: VERSION, made: now, data: self };
        serde_json::to_string_pretty(&file)
    }

    /// Reads a file's text.
    ///
    /// # Errors
    /// See [`ImportError`]; nothing is changed anywhere in that case.
    pub fn from_file(text: &str) -> Result<Self, ImportError> {
        if text.len() > LARGEST {
            return Err(ImportError::TooLarge);
        }
        let text = text.trim_start_matches('\u{feff}');
        let label: Label = serde_json::from_str(text).map_err(|error| {
            if error.is_data() { ImportError::NotOurs } else { ImportError::NotReadable }
        })?;
        if label.app != APP || label.kind != KIND {
            return Err(ImportError::NotOurs);
        }
        if label.version > VERSION {
            return Err(ImportError::FromNewer(label.version));
        }
        serde_json::from_str::<Content>(text)
            .map(|content| content.data)
            .map_err(|_| ImportError::Damaged)
    }

    /// Brings another backup in without losing anything that is here: attempts are joined, and of two
    /// drafts the newer one stays. Settings stay as they are.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Merge {
        let mut after = self.clone();
        let mut summary = MergeSummary::default();
        for attempt in &other.attempts.list {
            let known = after.attempts.list.iter().any(|here| {
                here.question == attempt.question
                    && here.text == attempt.text
                    && here.at.abs_diff(attempt.at) < 1_000
            });
            if !known {
                after.attempts.add(attempt.clone());
                summary.attempts += 1;
            }
        }
        for (question, draft) in &other.drafts.by_question {
            let newer = match after.drafts.by_question.get(question) {
                Some(here) => {
                    here.is_blank() || (draft.changed > here.changed && !draft.is_blank())
                }
                None => !draft.is_blank(),
            };
            if newer && after.drafts.by_question.get(question) != Some(draft) {
                after.drafts.by_question.insert(question.clone(), draft.clone());
                summary.drafts += 1;
            }
        }
        Merge { after, summary }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        draft::{Draft, Mode},
        save::Attempt,
    };

    fn backup(attempts: &[(u64, &str)], drafts: &[(&str, &str, u64)]) -> Backup {
        let mut backup = Backup::default();
        for (at, text) in attempts {
            let (at, text) = (*at, (*text).to_owned());
            backup.attempts.add(Attempt {
                at,
                question: "q".into(),
                prompt: "?".into(),
                text,
                mode: Mode::Free,
            });
        }
        for (id, free, changed) in drafts {
            let draft = Draft { free: (*free).to_owned(), changed: *changed, ..Draft::default() };
            backup.drafts.by_question.insert((*id).to_owned(), draft);
        }
        backup
    }

    #[test]
    fn a_file_reads_back_as_it_was() {
        let mine = backup(&[(1, "an “answer” with é and 🙂")], &[("q", "half a sen", 3)]);
        let file = mine.to_file(42).unwrap();
        assert_eq!(Backup::from_file(&file), Ok(mine.clone()));
        assert_eq!(Backup::from_file(&format!("\u{feff}{file}")), Ok(mine));
    }

    #[test]
    fn each_bad_file_is_told_apart() {
        let good = backup(&[(1, "a")], &[]).to_file(1).unwrap();
        assert_eq!(Backup::from_file(&good[..good.len() / 2]), Err(ImportError::NotReadable));
        assert_eq!(Backup::from_file("hello"), Err(ImportError::NotReadable));
        assert_eq!(Backup::from_file("{\"app\":\"chess\"}"), Err(ImportError::NotOurs));
        assert_eq!(Backup::from_file("[]"), Err(ImportError::NotOurs));
        let newer = good.replace("\"version\": 1", "\"version\": 9");
        assert_eq!(Backup::from_file(&newer), Err(ImportError::FromNewer(9)));
        let odd = good.replace("\"at\": 1", "\"at\": \"soon\"");
        assert_eq!(Backup::from_file(&odd), Err(ImportError::Damaged));
        assert_eq!(Backup::from_file(&" ".repeat(LARGEST + 1)), Err(ImportError::TooLarge));
    }

    #[test]
    fn a_merge_never_loses_what_is_here() {
        let here = backup(&[(1_000, "mine")], &[("a", "newer here", 9), ("b", "older here", 1)]);
        let file = backup(
            &[(1_000, "mine"), (1_000, "theirs")],
            &[("a", "older", 2), ("b", "newer", 5), ("c", " ", 5)],
        );
        let merge = here.merge(&file);
        assert_eq!(merge.summary, MergeSummary { attempts: 1, drafts: 1 });
        assert_eq!(merge.after.attempts.list.len(), 2);
        assert_eq!(merge.after.drafts.by_question["a"].free, "newer here");
        assert_eq!(merge.after.drafts.by_question["b"].free, "newer");
        let again = merge.after.merge(&file);
        assert_eq!(again.summary, MergeSummary::default(), "importing twice adds nothing");
    }
}
