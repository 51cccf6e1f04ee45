//! What would be different: how much comes, changes and goes.

use std::collections::BTreeMap;

use super::Backup;
use crate::save::Attempt;

/// How much there is of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Finished answers.
    pub attempts: usize,
    /// Unfinished answers with words in them.
    pub drafts: usize,
    /// Questions of the candidate's own.
    pub questions: usize,
    /// Kept answers.
    pub kept: usize,
    /// Templates being filled in, questions being written down and parts of answers being practised.
    pub begun: usize,
    /// Bookmarks.
    pub marks: usize,
    /// Steps that are ticked off.
    pub ticks: usize,
    /// Results of quizzes, and quizzes being played.
    pub quizzes: usize,
}

impl Tally {
    /// How much there is of everything.
    #[must_use]
    pub fn of(everything: &Backup) -> Self {
        Changes::between(&Backup::default(), everything).added
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// All kinds together.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.attempts
            + self.drafts
            + self.questions
            + self.kept
            + self.begun
            + self.marks
            + self.ticks
            + self.quizzes
    }
}

/// What is different between two states of everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// What is new.
    pub added: Tally,
    /// What is there before and after, and says something else.
    pub changed: Tally,
    /// What is gone.
    pub removed: Tally,
    /// Whether the choice of light or dark is another.
    pub settings: bool,
}

impl Changes {
    /// What is different after.
    #[must_use]
    pub fn between(before: &Backup, after: &Backup) -> Self {
        let mut all = Self { settings: before.settings != after.settings, ..Self::default() };
        all.count(before, after, attempts, |tally| &mut tally.attempts);
        all.count(before, after, drafts, |tally| &mut tally.drafts);
        all.count(before, after, |all| refs(&all.own.questions), |tally| &mut tally.questions);
        all.count(before, after, |all| refs(&all.own.answers), |tally| &mut tally.kept);
        all.count(before, after, again, |tally| &mut tally.begun);
        all.count(before, after, filling, |tally| &mut tally.begun);
        all.count(before, after, |all| refs(&all.own.editing), |tally| &mut tally.begun);
        // When something was marked or ticked makes no difference that anybody sees.
        all.count(before, after, marks, |tally| &mut tally.marks);
        all.count(before, after, ticks, |tally| &mut tally.ticks);
        all.count(before, after, |all| refs(&all.quizzes.open), |tally| &mut tally.quizzes);
        all.count(before, after, results, |tally| &mut tally.quizzes);
        all
    }

    /// Whether nothing is different that a candidate could see.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn count<'a, K: Ord, V: PartialEq>(
        &mut self,
        before: &'a Backup,
        after: &'a Backup,
        entries: impl Fn(&'a Backup) -> BTreeMap<K, V>,
        number: impl Fn(&mut Tally) -> &mut usize,
    ) {
        let (before, after) = (entries(before), entries(after));
        for (name, value) in &after {
            match before.get(name) {
                None => *number(&mut self.added) += 1,
                Some(known) if known != value => *number(&mut self.changed) += 1,
                Some(_) => {}
            }
        }
        let gone = before.keys().filter(|name| !after.contains_key(name)).count();
        *number(&mut self.removed) += gone;
    }
}

fn refs<K: Ord, V>(map: &BTreeMap<K, V>) -> BTreeMap<&K, &V> {
    map.iter().collect()
}

fn attempts(all: &Backup) -> BTreeMap<(u64, &str, &str), &Attempt> {
    let list = all.attempts.list.iter();
    list.map(|one| ((one.at, one.question.as_str(), one.text.as_str()), one)).collect()
}

fn drafts(all: &Backup) -> BTreeMap<&str, &crate::draft::Draft> {
    let drafts = all.drafts.by_question.iter().filter(|(_, draft)| !draft.is_blank());
    drafts.map(|(id, draft)| (id.as_str(), draft)).collect()
}

fn again(all: &Backup) -> BTreeMap<(&str, usize), &str> {
    let parts = all.drafts.again.iter().flat_map(|(name, parts)| {
        parts.iter().enumerate().map(move |(at, words)| ((name.as_str(), at), words.as_str()))
    });
    parts.filter(|(_, words)| !words.trim().is_empty()).collect()
}

fn filling(all: &Backup) -> BTreeMap<&str, &[String]> {
    let filling = all.own.filling.iter().map(|(id, slots)| (id.as_str(), slots.as_slice()));
    filling.filter(|(_, slots)| slots.iter().any(|slot| !slot.trim().is_empty())).collect()
}

fn marks(all: &Backup) -> BTreeMap<&str, ()> {
    all.marks.items.keys().map(|name| (name.as_str(), ())).collect()
}

fn ticks(all: &Backup) -> BTreeMap<(&str, &str), ()> {
    let lists = all.ticks.done.iter();
    lists
        .flat_map(|(list, steps)| steps.keys().map(|step| ((list.as_str(), step.as_str()), ())))
        .collect()
}

/// Each by all that it says; the same one may be there twice.
fn results(all: &Backup) -> BTreeMap<(u64, &str, [usize; 4]), usize> {
    let mut results = BTreeMap::new();
    for one in &all.quizzes.results {
        let says = [one.right, one.of, one.mended, usize::from(one.part)];
        *results.entry((one.at, one.quiz.as_str(), says)).or_default() += 1;
    }
    results
}
