//! The user's own work: drafts, attempts and settings, and what may be done with them.

use std::iter;

use coach::{
    draft::{Draft, Mode, Taken},
    link::Link,
    rewind::Section,
    save::{
        self, Aggregate, Attempt, Attempts, Backup, Drafts, Marks, Own, Quizzes, Rest, Settings,
        Ticks,
    },
};
use leptos::prelude::*;

use super::{
    codec, left,
    notices::{Notice, Notices},
    saved::Saved,
};
use crate::browser::{
    clock, keep, panic,
    storage::{self, StorageError},
    store,
};

/// What stands in the store as the page begins. It is read before the page is drawn, so that nothing is
/// typed into a field whose words are not known yet.
#[derive(Default)]
pub struct Stands {
    /// In the order of [`STORED`]; shorter where there is nothing.
    texts: Vec<Option<String>>,
    refused: bool,
}

const STORED: [&str; 6] =
    [Drafts::NAME, Attempts::NAME, Marks::NAME, Ticks::NAME, Quizzes::NAME, Own::NAME];

impl Stands {
    /// Reads it, and has the code fetched that knows what it says.
    pub async fn read() -> Self {
        let Ok(texts) = store::get(&STORED).await else {
            return Self { texts: Vec::new(), refused: true };
        };
        if texts.iter().any(Option::is_some) || left::is_any() {
            // Where it fails, the pages say so.
            codec::fetch().await;
        }
        Self { texts, refused: false }
    }
}

/// Everything that is kept.
#[derive(Clone, Copy)]
pub struct Work {
    /// The unfinished answers.
    pub drafts: Saved<Drafts>,
    /// The finished answers.
    pub attempts: Saved<Attempts>,
    /// The settings.
    pub settings: Saved<Settings>,
    /// What was put aside to come back to.
    pub marks: Saved<Marks>,
    /// What was ticked off.
    pub ticks: Saved<Ticks>,
    /// Quizzes.
    pub quizzes: Saved<Quizzes>,
    /// What the candidate added.
    pub own: Saved<Own>,
    /// Whether the store refused to be read.
    refused: bool,
}

impl Work {
    /// Nothing known yet.
    #[must_use]
    pub fn new(notices: Notices, stands: Stands) -> Self {
        let mut texts = stands.texts.into_iter().chain(iter::repeat_with(|| None));
        let mut next = move || texts.next().flatten();
        Self {
            // In the order of `STORED`.
            drafts: Saved::unknown(notices, next()),
            attempts: Saved::unknown(notices, next()),
            settings: Saved::near(notices),
            marks: Saved::unknown(notices, next()),
            ticks: Saved::unknown(notices, next()),
            quizzes: Saved::unknown(notices, next()),
            own: Saved::unknown(notices, next()),
            refused: stands.refused,
        }
    }

    /// Reads from storage what most pages need. The rest is read by those who want it: see
    /// [`Saved::want`].
    pub fn load(self, notices: Notices) {
        if self.refused {
            notices.tell(Notice::NotSaving);
        }
        self.settings.load();
        self.attempts.load();
        self.drafts.load();
        self.marks.load();
        if let Ok(Some(_)) = storage::get_raw(panic::RESCUE) {
            notices.tell(Notice::Rescued);
        }
    }

    /// Reads all the rest too.
    pub fn want_all(self) {
        self.ticks.want();
        self.quizzes.want();
        self.own.want();
    }

    /// Saves now what waits to be saved.
    pub fn flush(self) {
        self.drafts.flush();
        self.attempts.flush();
        self.settings.flush();
        self.marks.flush();
    }

    /// The draft of a question as it is now; a blank one where there is none.
    pub fn draft(self, question: &str) -> Draft {
        self.drafts.with(|d| d.by_question.get(question).cloned()).flatten().unwrap_or_default()
    }

    /// Changes a question's draft. Its words are no longer those of a finished answer.
    pub fn edit(self, question: &str, change: impl FnOnce(&mut Draft)) {
        let now = clock::now();
        self.drafts.update(|drafts| {
            let draft = drafts.by_question.entry(question.to_owned()).or_default();
            change(draft);
            draft.touch(now);
        });
    }

    /// Changes how a question's answer is being written, which touches none of its words.
    pub fn write_by(self, question: &str, mode: Mode) {
        self.drafts.update(|drafts| {
            drafts.by_question.entry(question.to_owned()).or_default().mode = mode;
        });
    }

    /// Saves a finished answer and returns its name. The draft keeps its words, so that it can be
    /// improved on.
    pub fn finish(self, question: &str, prompt: &str, text: String) -> Option<u64> {
        let draft = self.drafts.peek(|d| {
            let draft = d.by_question.get(question)?;
            Some((draft.mode.clone(), draft.finished.or(draft.from)))
        });
        let (mode, from) = draft.flatten().unwrap_or_default();
        let attempt = Attempt {
            at: clock::now(),
            question: question.to_owned(),
            prompt: prompt.to_owned(),
            text,
            mode,
            from,
        };
        let mut name = None;
        self.attempts.update(|attempts| name = Some(attempts.add(attempt)));
        self.drafts.update(|drafts| {
            if let Some(draft) = drafts.by_question.get_mut(question) {
                draft.finished = name;
            }
        });
        // A finished answer is not left to a timer.
        self.flush();
        // Now there is something to lose, and the site has been used.
        keep::ask_quietly();
        name
    }

    /// The new words for a part of a finished answer.
    pub fn again(self, attempt: u64, section: Section) -> String {
        self.drafts.with(|drafts| drafts.again(attempt, section).to_owned()).unwrap_or_default()
    }

    /// Writes new words for a part of a finished answer.
    pub fn set_again(self, attempt: u64, section: Section, words: String) {
        self.drafts.update(|drafts| drafts.set_again(attempt, section, words));
    }

    /// Saves a finished answer again with a part said anew, and returns its name. The earlier one stays.
    pub fn keep_again(self, earlier: &Attempt, section: Section, text: String) -> Option<u64> {
        let attempt = Attempt {
            at: clock::now(),
            text,
            mode: Mode::Free,
            from: Some(earlier.at),
            ..earlier.clone()
        };
        let mut name = None;
        self.attempts.update(|attempts| name = Some(attempts.add(attempt)));
        if name.is_some() {
            self.set_again(earlier.at, section, String::new());
            self.flush();
        }
        name
    }

    /// Puts the fillings of a template into a question's draft, unless there are others.
    pub fn take_slots(self, question: &str, template: &str, slots: &[String]) -> Taken {
        let taken = self.drafts.peek(|drafts| drafts.by_question.get(question).cloned()).flatten();
        let taken = taken.unwrap_or_default().take_slots(template, slots);
        if taken == Taken::Put {
            self.edit(question, |draft| {
                draft.take_slots(template, slots);
            });
        }
        taken
    }

    /// Makes a finished answer the draft again, unless another draft with words is being written.
    pub fn take_up(self, attempt: &Attempt) {
        self.drafts.update(|drafts| {
            let draft = drafts.by_question.entry(attempt.question.clone()).or_default();
            let other_words = draft.finished.is_none() && !draft.is_blank();
            if draft.finished != Some(attempt.at) && !other_words {
                draft.mode = Mode::Free;
                draft.free.clone_from(&attempt.text);
                draft.finished = Some(attempt.at);
            }
        });
    }

    /// Whether an item is marked; `None` while that is not known.
    pub fn is_marked(self, link: &Link) -> Option<bool> {
        self.marks.with(|marks| marks.items.contains_key(&link.to_string()))
    }

    /// Marks an item, or takes the mark back.
    pub fn toggle_mark(self, link: &Link) {
        let (name, now) = (link.to_string(), clock::now());
        self.marks.update(|marks| {
            if marks.items.remove(&name).is_none() {
                marks.items.insert(name, now);
            }
        });
    }

    /// Whether the question has been answered; `None` while that is not known.
    pub fn practised(self, question: &str) -> Option<bool> {
        self.attempts.with(|attempts| attempts.list.iter().any(|a| a.question == question))
    }

    /// Everything, for a file to take away. `None` while it is not known.
    pub fn backup(self) -> Option<Backup> {
        Some(Backup {
            drafts: self.drafts.peek(Clone::clone)?,
            attempts: self.attempts.peek(Clone::clone)?,
            settings: self.settings.peek(Clone::clone)?,
            marks: self.marks.peek(Clone::clone)?,
            ticks: self.ticks.peek(Clone::clone)?,
            quizzes: self.quizzes.peek(Clone::clone)?,
            own: self.own.peek(Clone::clone)?,
            rest: carried(),
        })
    }

    /// Puts everything in place of what there is.
    pub fn replace(self, backup: Backup) {
        carry(&backup);
        self.drafts.update(|drafts| *drafts = backup.drafts);
        self.attempts.update(|attempts| *attempts = backup.attempts);
        self.settings.update(|settings| *settings = backup.settings);
        self.marks.update(|marks| *marks = backup.marks);
        self.ticks.update(|ticks| *ticks = backup.ticks);
        self.quizzes.update(|quizzes| *quizzes = backup.quizzes);
        self.own.update(|own| *own = backup.own);
    }

    /// Saves everything that waits to be saved, and is done when it is.
    pub async fn settle(self) {
        self.drafts.settle().await;
        self.attempts.settle().await;
        self.settings.settle().await;
        self.marks.settle().await;
        self.ticks.settle().await;
        self.quizzes.settle().await;
        self.own.settle().await;
    }

    /// Words that lost against newer ones for the same place, written in another window.
    pub fn other_words(self) -> Vec<String> {
        let all = [
            self.drafts.with(other_words),
            self.attempts.with(other_words),
            self.quizzes.with(other_words),
            self.own.with(other_words),
        ];
        all.into_iter().flatten().flatten().collect()
    }

    /// Lets go of them.
    pub fn drop_other_words(self) {
        self.drafts.update(|drafts| drafts.rest.drop_aside());
        self.attempts.update(|attempts| attempts.rest.drop_aside());
        self.quizzes.update(|quizzes| quizzes.rest.drop_aside());
        self.own.update(|own| own.rest.drop_aside());
    }

    /// Deletes everything that is kept, wherever it is.
    ///
    /// # Errors
    /// See [`StorageError`].
    pub async fn delete_all(self) -> Result<(), StorageError> {
        self.drafts.forget();
        self.attempts.forget();
        self.settings.forget();
        self.marks.forget();
        self.ticks.forget();
        self.quizzes.forget();
        self.own.forget();
        store::delete_all().await?;
        save::NAMES.iter().for_each(|name| store::tell(name));
        Ok(())
    }
}

fn other_words<T: Aggregate>(kept: &T) -> Vec<String> {
    kept.rest().aside().into_iter().map(|(_, words)| words.to_owned()).collect()
}

/// Where the parts of a copy are kept that only a newer version knows, so that the next copy has them too.
const CARRIED: &str = "carried";

fn carried() -> Rest {
    let file = storage::get_raw(CARRIED).unwrap_or(None);
    let opened = file.and_then(|file| Backup::from_file(&file).ok());
    opened.map(|opened| opened.backup.rest).unwrap_or_default()
}

fn carry(all: &Backup) {
    if all.rest.is_empty() {
        let _ = storage::remove(CARRIED);
    } else if let Ok(file) = (Backup { rest: all.rest.clone(), ..Backup::default() }).to_file() {
        let _ = storage::set_raw(CARRIED, &file);
    }
}

/// The user's work, from anywhere below the app.
pub fn use_work() -> Work {
    expect_context()
}
