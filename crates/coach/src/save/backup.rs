//! Everything in one file that can be taken away and brought back.

use serde_json::{Map, Value, json};

use super::{
    Aggregate, Rest,
    envelope::{APP, VERSION, tree},
    json,
    mend::read_data,
    v1::{Attempts, Drafts, Marks, Own, Quizzes, Settings, Ticks},
};
use crate::draft::put;

/// The name that marks the file.
const KIND: &str = "backup";

/// The largest file that is read, in bytes: thousands of answers, and far below what would stall a
/// cheap phone.
const LARGEST: usize = 20_000_000;

/// Everything that is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// The unfinished answers.
    pub drafts: Drafts,
    /// The finished answers.
    pub attempts: Attempts,
    /// The settings.
    pub settings: Settings,
    /// What was put aside to come back to.
    pub marks: Marks,
    /// What was ticked off.
    pub ticks: Ticks,
    /// Quizzes.
    pub quizzes: Quizzes,
    /// What the candidate added.
    pub own: Own,
    /// What only a newer version knows of a file.
    pub rest: Rest,
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
    /// Own questions that were new or newer than the ones here.
    pub questions: usize,
    /// Kept answers that were new or newer than the ones here.
    pub kept: usize,
    /// Templates being filled in, questions being written down and parts of answers being practised that
    /// were new here.
    pub begun: usize,
    /// Bookmarks that were new here.
    pub marks: usize,
    /// Steps that were ticked off there and not here.
    pub ticks: usize,
    /// Results of quizzes, and quizzes being played, that were new here.
    pub quizzes: usize,
}

impl MergeSummary {
    /// How much there is of everything: what bringing it in where there is nothing would bring.
    #[must_use]
    pub fn of(everything: &Backup) -> Self {
        Backup::default().merge(everything).summary
    }

    /// Whether nothing was new.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
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
    /// The file's text, made at `now`, in milliseconds since 1970 (UTC).
    ///
    /// # Errors
    /// Only where a value cannot be put into JSON at all, which nothing of this app has.
    pub fn to_file(&self, now: u64) -> Result<String, serde_json::Error> {
        let mut data = Map::new();
        self.rest.put_into_map(&mut data);
        let mut put = |name: &str, value: Value| data.insert(name.to_owned(), value);
        put(Drafts::NAME, tree(&self.drafts));
        put(Attempts::NAME, tree(&self.attempts));
        put(Settings::NAME, tree(&self.settings));
        put(Marks::NAME, tree(&self.marks));
        put(Ticks::NAME, tree(&self.ticks));
        put(Quizzes::NAME, tree(&self.quizzes));
        put(Own::NAME, tree(&self.own));
        let file = json!({
            "app": APP, "kind": KIND, "version": VERSION, "made": now, "data": data,
        });
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
        let parsed = json::parse(text);
        if parsed.gaps > 0 {
            return Err(ImportError::NotReadable);
        }
        let label = |name| parsed.value.get(name);
        if label("app") != Some(&json!(APP)) || label("kind") != Some(&json!(KIND)) {
            return Err(ImportError::NotOurs);
        }
        let version = label("version").and_then(Value::as_u64).ok_or(ImportError::NotOurs)?;
        if version > u64::from(VERSION) {
            return Err(ImportError::FromNewer(u32::try_from(version).unwrap_or(u32::MAX)));
        }
        let data = label("data").ok_or(ImportError::Damaged)?;
        let needed = [Drafts::NAME, Attempts::NAME, Settings::NAME];
        if needed.iter().any(|name| data.get(name).is_none()) {
            return Err(ImportError::Damaged);
        }
        let known = [Marks::NAME, Ticks::NAME, Quizzes::NAME, Own::NAME].into_iter().chain(needed);
        let known =
            known.map(|name| (name.to_owned(), data.get(name).cloned().unwrap_or_default()));
        Ok(Self {
            drafts: part(data)?,
            attempts: part(data)?,
            settings: part(data)?,
            marks: part(data)?,
            ticks: part(data)?,
            quizzes: part(data)?,
            own: part(data)?,
            rest: Rest::of(data, &Value::Object(known.collect())).only_fields(),
        })
    }

    /// Brings another backup in without losing anything that is here: attempts are joined, and of two
    /// drafts the newer one stays. Settings stay as they are.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Merge {
        let mut after = self.clone();
        let mut summary = MergeSummary::default();
        after.join_rest(other);
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
        for (attempt, parts) in &other.drafts.again {
            for (at, words) in
                parts.iter().enumerate().filter(|(_, words)| !words.trim().is_empty())
            {
                let here = after.drafts.again.entry(attempt.clone()).or_default();
                if here.get(at).is_none_or(|here| here.trim().is_empty()) {
                    put(here, at, words.clone());
                    summary.begun += 1;
                }
            }
        }
        after.merge_quizzes(&other.quizzes, &mut summary);
        after.merge_own(&other.own, &mut summary);
        for (item, at) in &other.marks.items {
            if after.marks.items.insert(item.clone(), *at).is_none() {
                summary.marks += 1;
            }
        }
        for (checklist, steps) in &other.ticks.done {
            for (step, at) in steps {
                if !after.ticks.is_done(checklist, step) {
                    after.ticks.toggle(checklist, step, *at);
                    summary.ticks += 1;
                }
            }
        }
        Merge { after, summary }
    }

    fn join_rest(&mut self, other: &Self) {
        self.rest.join(&other.rest);
        self.drafts.rest.join(&other.drafts.rest);
        self.attempts.rest.join(&other.attempts.rest);
        self.settings.rest.join(&other.settings.rest);
        self.marks.rest.join(&other.marks.rest);
        self.ticks.rest.join(&other.ticks.rest);
        self.quizzes.rest.join(&other.quizzes.rest);
        self.own.rest.join(&other.own.rest);
    }

    fn merge_quizzes(&mut self, other: &Quizzes, summary: &mut MergeSummary) {
        for result in &other.results {
            if !self.quizzes.results.contains(result) {
                let place = self.quizzes.results.partition_point(|known| known.at <= result.at);
                self.quizzes.results.insert(place, result.clone());
                summary.quizzes += 1;
            }
        }
        for (quiz, round) in &other.open {
            if !self.quizzes.open.contains_key(quiz) {
                self.quizzes.open.insert(quiz.clone(), round.clone());
                summary.quizzes += 1;
            }
        }
    }

    fn merge_own(&mut self, other: &Own, summary: &mut MergeSummary) {
        for (id, question) in &other.questions {
            let here = self.own.questions.get(id);
            if here.is_none_or(|here| here.changed < question.changed) {
                self.own.questions.insert(id.clone(), question.clone());
                summary.questions += 1;
            }
        }
        for (name, answer) in &other.answers {
            let here = self.own.answers.get(name);
            if here.is_none_or(|here| here.changed < answer.changed) {
                self.own.answers.insert(*name, answer.clone());
                summary.kept += 1;
            }
        }
        let blank = |slots: &[String]| slots.iter().all(|slot| slot.trim().is_empty());
        for (template, slots) in &other.filling {
            let here = self.own.filling.get(template).is_some_and(|here| !blank(here));
            if !here && !blank(slots) {
                self.own.filling.insert(template.clone(), slots.clone());
                summary.begun += 1;
            }
        }
        for (name, question) in &other.editing {
            if !self.own.editing.contains_key(name) {
                self.own.editing.insert(name.clone(), question.clone());
                summary.begun += 1;
            }
        }
    }
}

/// One aggregate of a file. One that is not there is empty; one that does not fit spoils the file.
fn part<T: Aggregate>(data: &Value) -> Result<T, ImportError> {
    let Some(data) = data.get(T::NAME) else { return Ok(T::default()) };
    let mended = read_data::<T>(data);
    if mended.lost > 0 { Err(ImportError::Damaged) } else { Ok(mended.value) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        draft::{Draft, Mode},
        own::{KeptAnswer, OwnQuestion},
        rewind::Section,
        save::{Attempt, QuizResult},
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
                from: None,
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
        assert_eq!(merge.summary, MergeSummary { attempts: 1, drafts: 1, ..Default::default() });
        assert_eq!(merge.after.attempts.list.len(), 2);
        assert_eq!(merge.after.drafts.by_question["a"].free, "newer here");
        assert_eq!(merge.after.drafts.by_question["b"].free, "newer");
        let again = merge.after.merge(&file);
        assert!(again.summary.is_empty(), "importing twice adds nothing");
    }

    #[test]
    fn a_merge_joins_what_was_added_marked_ticked_and_played() {
        let here = Backup::default();
        let mut file = Backup::default();
        file.marks.items.insert("questions/a".into(), 1);
        file.ticks.toggle("the-day", "shoes", 1);
        file.quizzes.results.push(QuizResult { at: 1, quiz: "q".into(), ..Default::default() });
        let id = file.own.add_question(OwnQuestion::default(), 4);
        file.own.keep_answer(KeptAnswer::default(), None, 5);
        file.own.filling.insert("t".into(), vec!["words".into()]);
        file.own.filling.insert("u".into(), vec![" ".into()]);
        file.own.editing.insert("new".into(), OwnQuestion::default());
        file.drafts.set_again(7, Section::Result, "She came".into());
        file.drafts.set_again(8, Section::Result, " ".into());
        let merge = here.merge(&file);
        let all = MergeSummary {
            questions: 1,
            kept: 1,
            begun: 3,
            marks: 1,
            ticks: 1,
            quizzes: 1,
            ..Default::default()
        };
        assert_eq!(merge.summary, all);
        assert_eq!(MergeSummary::of(&file), all);
        assert!(merge.after.own.questions.contains_key(&id));
        assert_eq!(merge.after.own.filling["t"], ["words"]);
        assert_eq!(merge.after.drafts.again(7, Section::Result), "She came");
        assert_eq!(merge.after.drafts.again.len(), 1);
        assert!(merge.after.merge(&file).summary.is_empty());
    }

    #[test]
    fn a_file_from_before_there_was_all_that_still_opens() {
        let old = r#"{"app":"rapport","kind":"backup","version":1,"made":1,"data":{"drafts":{},"attempts":{},"settings":{}}}"#;
        assert_eq!(Backup::from_file(old), Ok(Backup::default()));
    }
}
