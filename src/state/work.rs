//! The user's own work: drafts, attempts and settings, and what may be done with them.

use coach::{
    draft::{Draft, Mode},
    save::{Attempt, Attempts, Backup, Drafts, Settings},
};
use leptos::prelude::*;

use super::{
    notices::{Notice, Notices},
    saved::Saved,
};
use crate::browser::{clock, page, panic, storage};

/// Everything that is kept.
#[derive(Clone, Copy)]
pub struct Work {
    /// The unfinished answers.
    pub drafts: Saved<Drafts>,
    /// The finished answers.
    pub attempts: Saved<Attempts>,
    /// The settings.
    pub settings: Saved<Settings>,
}

impl Work {
    /// Nothing known yet.
    #[must_use]
    pub fn new(notices: Notices) -> Self {
        Self {
            drafts: Saved::unknown(notices),
            attempts: Saved::unknown(notices),
            settings: Saved::unknown(notices),
        }
    }

    /// Reads everything from storage, and from then on saves it when the page goes out of sight.
    pub fn load(self, notices: Notices) {
        self.settings.load();
        self.attempts.load();
        self.drafts.load();
        if let Ok(Some(_)) = storage::get_raw(panic::RESCUE) {
            notices.tell(Notice::Rescued);
        }
        page::on_hide(move || self.flush());
    }

    /// Saves now what waits to be saved.
    pub fn flush(self) {
        self.drafts.flush();
        self.attempts.flush();
        self.settings.flush();
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
            draft.changed = now;
            draft.finished = None;
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
        let mode =
            self.drafts.peek(|d| d.by_question.get(question).map(|d| d.mode.clone())).flatten();
        let attempt = Attempt {
            at: clock::now(),
            question: question.to_owned(),
            prompt: prompt.to_owned(),
            text,
            mode: mode.unwrap_or_default(),
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
        name
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
        })
    }

    /// Puts everything in place of what there is.
    pub fn replace(self, backup: Backup) {
        self.drafts.update(|drafts| *drafts = backup.drafts);
        self.attempts.update(|attempts| *attempts = backup.attempts);
        self.settings.update(|settings| *settings = backup.settings);
        self.flush();
    }
}

/// The user's work, from anywhere below the app.
pub fn use_work() -> Work {
    expect_context()
}
