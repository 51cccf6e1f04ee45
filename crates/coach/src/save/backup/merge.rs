//! Bringing another backup in without losing anything that is here.

use std::collections::{BTreeMap, BTreeSet};

use super::{Backup, Changes};
use crate::{
    draft::put,
    save::{Attempt, Attempts, Own, Quizzes},
};

/// A merge: what there would be, and what is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// Everything after the merge.
    pub after: Backup,
    /// What it changed. It never removes.
    pub changes: Changes,
}

impl Backup {
    /// Brings another backup in without losing anything that is here: attempts are joined, and of two
    /// drafts the newer one stays. Settings stay as they are.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Merge {
        let mut after = self.clone();
        after.join_rest(other);
        after.merge_attempts(other);
        after.merge_drafts(other);
        after.merge_quizzes(&other.quizzes);
        after.merge_own(&other.own);
        for (item, at) in &other.marks.items {
            after.marks.items.entry(item.clone()).or_insert(*at);
        }
        for (checklist, steps) in &other.ticks.done {
            let here = after.ticks.done.entry(checklist.clone()).or_default();
            for (step, at) in steps {
                here.entry(step.clone()).or_insert(*at);
            }
        }
        let changes = Changes::between(self, &after);
        Merge { after, changes }
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

    fn merge_attempts(&mut self, other: &Self) {
        // By what they say, so that a file with many answers takes no longer than it must.
        let mut known: BTreeMap<(&str, &str), BTreeSet<u64>> = BTreeMap::new();
        for attempt in &self.attempts.list {
            known.entry((&attempt.question, &attempt.text)).or_default().insert(attempt.at);
        }
        let mut new: Vec<Attempt> = Vec::new();
        for attempt in &other.attempts.list {
            let times = known.entry((&attempt.question, &attempt.text)).or_default();
            // Where its time was taken it has moved on a little.
            let near = attempt.at.saturating_sub(999)..=attempt.at.saturating_add(999);
            if times.range(near).next().is_none() {
                times.insert(attempt.at);
                new.push(attempt.clone());
            }
        }
        add_all(&mut self.attempts, new);
    }

    fn merge_drafts(&mut self, other: &Self) {
        for (question, draft) in &other.drafts.by_question {
            let here = self.drafts.by_question.get(question);
            let newer = here.is_none_or(|here| here.is_blank() || draft.changed > here.changed);
            if newer && !draft.is_blank() {
                self.drafts.by_question.insert(question.clone(), draft.clone());
            }
        }
        for (attempt, parts) in &other.drafts.again {
            for (at, words) in
                parts.iter().enumerate().filter(|(_, words)| !words.trim().is_empty())
            {
                let here = self.drafts.again.entry(attempt.clone()).or_default();
                if here.get(at).is_none_or(|here| here.trim().is_empty()) {
                    put(here, at, words.clone());
                }
            }
        }
    }

    fn merge_quizzes(&mut self, other: &Quizzes) {
        let here = &mut self.quizzes;
        let mut known: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (place, result) in here.results.iter().enumerate() {
            known.entry(result.at).or_default().push(place);
        }
        let is_new = |result: &&crate::save::QuizResult| {
            let places = known.get(&result.at).map_or(&[][..], Vec::as_slice);
            places.iter().all(|place| here.results[*place] != **result)
        };
        let new: Vec<_> = other.results.iter().filter(is_new).cloned().collect();
        here.results.extend(new);
        // Those of one time stay in the order in which they came.
        here.results.sort_by_key(|result| result.at);
        for (quiz, round) in &other.open {
            here.open.entry(quiz.clone()).or_insert_with(|| round.clone());
        }
        for (quiz, round) in &other.ended {
            if !here.open.contains_key(quiz) {
                here.ended.entry(quiz.clone()).or_insert_with(|| round.clone());
            }
        }
    }

    fn merge_own(&mut self, other: &Own) {
        for (id, question) in &other.questions {
            let here = self.own.questions.get(id);
            if here.is_none_or(|here| here.changed < question.changed) {
                self.own.questions.insert(id.clone(), question.clone());
            }
        }
        for (name, answer) in &other.answers {
            let here = self.own.answers.get(name);
            if here.is_none_or(|here| here.changed < answer.changed) {
                self.own.answers.insert(*name, answer.clone());
            }
        }
        let blank = |slots: &[String]| slots.iter().all(|slot| slot.trim().is_empty());
        for (template, slots) in &other.filling {
            let here = self.own.filling.get(template).is_some_and(|here| !blank(here));
            if !here && !blank(slots) {
                self.own.filling.insert(template.clone(), slots.clone());
            }
        }
        for (name, question) in &other.editing {
            self.own.editing.entry(name.clone()).or_insert_with(|| question.clone());
        }
    }
}

/// Adds many, in the time that sorting them takes. The first of them keep their times.
pub(super) fn add_all(attempts: &mut Attempts, new: Vec<Attempt>) {
    // Where to look on from a time that is taken.
    let mut next: BTreeMap<u64, u64> =
        attempts.list.iter().map(|attempt| (attempt.at, attempt.at.saturating_add(1))).collect();
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
        attempts.list.push(attempt);
    }
    let mut at = u64::MAX;
    for mut attempt in late {
        while at > 0 && next.contains_key(&at) {
            at -= 1;
        }
        next.insert(at, at);
        attempt.at = at;
        attempts.list.push(attempt);
    }
    attempts.list.sort_by_key(|attempt| attempt.at);
}
