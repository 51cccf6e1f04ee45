//! What the candidate added.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    draft::put,
    own::{KeptAnswer, OWN, OwnError, OwnQuestion, same_prompt},
    save::{Aggregate, Entries, Entry, Rest},
    template::Template,
};

/// What the candidate added.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Own {
    /// Questions, by id.
    pub questions: BTreeMap<String, OwnQuestion>,
    /// Answers kept from templates, by when they were first kept, in milliseconds since 1970 (UTC).
    pub answers: BTreeMap<u64, KeptAnswer>,
    /// What is being filled into each template, by its id, in the order of the slots.
    pub filling: BTreeMap<String, Vec<String>>,
    /// Questions that are being written down or changed, as they were typed: by their id, [`NEW`], or
    /// [`FROM`] and the id of the question of the bank that they start from.
    pub editing: BTreeMap<String, OwnQuestion>,
    /// What only a newer version knows of it.
    #[serde(skip)]
    pub rest: Rest,
}

/// What a question that is being written down for the first time is called.
pub const NEW: &str = "new";
/// What stands before the id of the question of the bank that a new one starts from.
pub const FROM: &str = "from/";

impl Aggregate for Own {
    const NAME: &'static str = "own";
    const ENTRIES: &'static [Entries] = &[
        Entries { field: "questions", entry: Entry::NamedFrom(OWN, &["prompt", "anchors"]) },
        Entries { field: "editing", entry: Entry::Named(&["prompt", "anchors"]) },
        Entries { field: "answers", entry: Entry::Named(&["slots", "text"]) },
        Entries {
            field: "filling",
            entry: Entry::Texts(&[
                "competencies",
                "tracks",
                "levels",
                "listens_for",
                "strong",
                "flags",
                "probes",
                "slots",
                "anchors",
            ]),
        },
    ];

    fn rest(&self) -> &Rest {
        &self.rest
    }

    fn rest_mut(&mut self) -> &mut Rest {
        &mut self.rest
    }
}

impl Own {
    /// Adds a question and returns its id.
    pub fn add_question(&mut self, question: OwnQuestion, now: u64) -> String {
        let mut at = now;
        let mut id = format!("{OWN}{at}");
        while self.questions.contains_key(&id) {
            at += 1;
            id = format!("{OWN}{at}");
        }
        self.questions.insert(id.clone(), question);
        id
    }

    /// Saves what is being edited, in place of `id` or as a new question, and returns its id.
    ///
    /// # Errors
    /// What is wrong with it; nothing has changed then.
    pub fn save_question(
        &mut self,
        editing: &str,
        base: &OwnQuestion,
        id: Option<&str>,
        now: u64,
    ) -> Result<String, Vec<OwnError>> {
        let question = self.editing.get(editing).unwrap_or(base);
        let errors = question.errors();
        if !errors.is_empty() {
            return Err(errors);
        }
        let question = OwnQuestion { changed: now, ..question.clone() }.tidy();
        self.editing.remove(editing);
        Ok(match id {
            Some(id) => {
                self.questions.insert(id.to_owned(), question);
                id.to_owned()
            }
            None => self.add_question(question, now),
        })
    }

    /// The question that asks the same, if there is one besides `except`.
    #[must_use]
    pub fn asking(&self, prompt: &str, except: Option<&str>) -> Option<&str> {
        let others = self.questions.iter().filter(|(id, _)| Some(id.as_str()) != except);
        let mut others = others.filter(|(_, other)| same_prompt(&other.prompt, prompt));
        others.next().map(|(id, _)| id.as_str())
    }

    /// Writes what is filled into one slot of a template: into the kept answer of that name, or into
    /// what is being filled in.
    pub fn fill(
        &mut self,
        template: &Template,
        kept: Option<u64>,
        at: usize,
        text: String,
        now: u64,
    ) {
        let Some(name) = kept else {
            put(self.filling.entry(template.id.clone()).or_default(), at, text);
            return;
        };
        if let Some(answer) = self.answers.get_mut(&name) {
            put(&mut answer.slots, at, text);
            answer.text = template.join(&answer.slots);
            answer.changed = now;
        }
    }

    /// What is filled into a template: into the kept answer of that name, or what is being filled in.
    #[must_use]
    pub fn filled(&self, template: &str, kept: Option<u64>) -> &[String] {
        let slots = match kept {
            Some(name) => self.answers.get(&name).map(|answer| &answer.slots),
            None => self.filling.get(template),
        };
        slots.map_or(&[], Vec::as_slice)
    }

    /// Keeps an answer and returns its name. A name that is given is written over.
    pub fn keep_answer(&mut self, answer: KeptAnswer, name: Option<u64>, now: u64) -> u64 {
        let mut at = name.unwrap_or(now);
        while name.is_none() && self.answers.contains_key(&at) {
            at += 1;
        }
        self.answers.insert(at, answer);
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_own_things_never_share_a_name() {
        let mut own = Own::default();
        let first = own.add_question(OwnQuestion::default(), 5);
        let second = own.add_question(OwnQuestion::default(), 5);
        assert_eq!((first.as_str(), second.as_str()), ("own-5", "own-6"));
        assert_eq!(own.keep_answer(KeptAnswer::default(), None, 5), 5);
        assert_eq!(own.keep_answer(KeptAnswer::default(), None, 5), 6);
        assert_eq!(own.keep_answer(KeptAnswer::default(), Some(5), 9), 5);
        assert_eq!(own.answers.len(), 2);
    }

    #[test]
    fn a_question_is_saved_once_it_asks_something() {
        let mut own = Own::default();
        let base = OwnQuestion::default();
        assert_eq!(own.save_question(NEW, &base, None, 5), Err(vec![OwnError::NoPrompt]));
        own.editing.insert(NEW.into(), OwnQuestion { prompt: " Why us? ".into(), ..base.clone() });
        let id = own.save_question(NEW, &base, None, 5).unwrap();
        assert!(own.editing.is_empty());
        assert_eq!(
            (own.questions[&id].prompt.as_str(), own.questions[&id].changed),
            ("Why us?", 5)
        );
        assert_eq!(own.asking("why us", None), Some(id.as_str()));
        assert_eq!(own.asking("why us", Some(&id)), None);
        // What was not touched is saved as it is.
        let base = own.questions[&id].clone();
        assert_eq!(own.save_question(&id, &base, Some(&id), 6).as_ref(), Ok(&id));
        assert_eq!(own.questions.len(), 1);
    }

    #[test]
    fn what_is_filled_in_goes_where_it_belongs() {
        let template = Template::plain("t", "I {a} and {b}.", &["a", "b"]);
        let mut own = Own::default();
        own.fill(&template, None, 1, "rang".into(), 1);
        assert_eq!(own.filled("t", None), ["", "rang"]);
        let name =
            own.keep_answer(KeptAnswer { template: "t".into(), ..Default::default() }, None, 2);
        own.fill(&template, Some(name), 0, "wrote".into(), 3);
        assert_eq!(own.filled("t", Some(name)), ["wrote"]);
        assert_eq!(own.answers[&name].text, "I wrote and ….");
        own.fill(&template, Some(99), 0, "nothing".into(), 4);
        assert_eq!((own.filled("t", Some(99)), own.answers.len()), (&[][..], 1));
    }
}
