//! An answer while it is being written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{framework::Framework, template::Template};

/// How an answer is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// As one text.
    #[default]
    Free,
    /// Part by part of a framework, by its id.
    Steps(String),
    /// By filling the slots of a template, by its id.
    Template(String),
}

/// An unfinished answer to one question. Every way of writing keeps its own words, so that going
/// from one to another loses nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// How it is being written now.
    pub mode: Mode,
    /// The words of [`Mode::Free`].
    pub free: String,
    /// The words of each framework's parts, in order, by framework id.
    pub steps: BTreeMap<String, Vec<String>>,
    /// The fillings of each template's slots, in order, by template id.
    pub slots: BTreeMap<String, Vec<String>>,
    /// When a word last changed, in milliseconds since 1970 (UTC).
    pub changed: u64,
    /// The name of the finished answer that has exactly these words, if there is one.
    pub finished: Option<u64>,
    /// The name of the finished answer that these words came from, if they came from one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<u64>,
}

/// What became of fillings that were to be put into a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// They are in it.
    Put,
    /// They were in it already.
    Same,
    /// Others are in it, and were left alone.
    Others,
}

/// Puts a text into the given place of a list, growing it where needed.
pub(crate) fn put(list: &mut Vec<String>, at: usize, text: String) {
    if list.len() <= at {
        list.resize(at + 1, String::new());
    }
    list[at] = text;
}

impl Draft {
    /// Takes fillings of a template in, unless there are others. What was written in other ways stays.
    pub fn take_slots(&mut self, template: &str, slots: &[String]) -> Taken {
        let words = |list: &[String]| -> Vec<String> {
            let mut words: Vec<String> = list.iter().map(|text| text.trim().to_owned()).collect();
            words.truncate(words.iter().rposition(|text| !text.is_empty()).map_or(0, |at| at + 1));
            words
        };
        let here = words(self.slots.get(template).map_or(&[], Vec::as_slice));
        if here == words(slots) {
            return Taken::Same;
        }
        if !here.is_empty() {
            return Taken::Others;
        }
        self.slots.insert(template.to_owned(), slots.to_vec());
        Taken::Put
    }

    /// Notes that words have changed: they are no longer those of a finished answer, and may come from
    /// one. What was cleared comes from none.
    pub fn touch(&mut self, now: u64) {
        self.changed = now;
        self.from = self.finished.take().or(self.from);
        if self.is_blank() {
            self.from = None;
        }
    }

    /// Writes the text of one part of a framework.
    pub fn set_step(&mut self, framework: &str, at: usize, text: String) {
        put(self.steps.entry(framework.to_owned()).or_default(), at, text);
    }

    /// Writes the filling of one slot of a template.
    pub fn set_slot(&mut self, template: &str, at: usize, text: String) {
        put(self.slots.entry(template.to_owned()).or_default(), at, text);
    }

    /// What was written for one part of a framework.
    #[must_use]
    pub fn step(&self, framework: &str, at: usize) -> &str {
        self.steps.get(framework).and_then(|list| list.get(at)).map_or("", String::as_str)
    }

    /// What was written into one slot of a template.
    #[must_use]
    pub fn slot(&self, template: &str, at: usize) -> &str {
        self.slots.get(template).and_then(|list| list.get(at)).map_or("", String::as_str)
    }

    /// The whole answer as it would be spoken, in the present way of writing.
    ///
    /// Parts are joined in the framework's order, each closed with a full stop where it has no end
    /// mark of its own. An untouched template gives nothing rather than its bare frame.
    #[must_use]
    pub fn text<'a>(
        &self,
        frameworks: impl IntoIterator<Item = &'a Framework>,
        templates: impl IntoIterator<Item = &'a Template>,
    ) -> String {
        match &self.mode {
            Mode::Free => self.free.trim().to_owned(),
            Mode::Steps(id) => {
                let found = frameworks.into_iter().find(|f| f.id == *id);
                let count = found.map_or(0, |f| f.parts.len());
                let mut out = String::new();
                for at in 0..count {
                    push_closed(&mut out, self.step(id, at));
                }
                out
            }
            Mode::Template(id) => match templates.into_iter().find(|t| t.id == *id) {
                Some(template) if self.touched(id) => {
                    template.join(self.slots.get(id).map_or(&[], Vec::as_slice))
                }
                _ => String::new(),
            },
        }
    }

    /// The candidate's own words in the present way of writing, without what a template puts around
    /// them.
    #[must_use]
    pub fn own_words(&self) -> String {
        let list = |of: &BTreeMap<String, Vec<String>>, id| of.get(id).map(|list| list.join(" "));
        match &self.mode {
            Mode::Free => self.free.clone(),
            Mode::Steps(id) => list(&self.steps, id).unwrap_or_default(),
            Mode::Template(id) => list(&self.slots, id).unwrap_or_default(),
        }
    }

    fn touched(&self, template: &str) -> bool {
        self.slots
            .get(template)
            .is_some_and(|slots| slots.iter().any(|slot| !slot.trim().is_empty()))
    }

    /// Whether no word was written in any way.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let blank = |list: &Vec<String>| list.iter().all(|text| text.trim().is_empty());
        self.free.trim().is_empty()
            && self.steps.values().all(blank)
            && self.slots.values().all(blank)
    }
}

fn push_closed(out: &mut String, part: &str) {
    let part = part.trim();
    if part.is_empty() {
        return;
    }
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(part);
    if !part.ends_with(['.', '!', '?', '…', '”', '"']) {
        out.push('.');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        framework::{FrameworkExample, FrameworkPart},
        part::Part,
    };

    fn framework() -> Framework {
        let part = |name: &str| FrameworkPart {
            letter: "X".into(),
            name: name.into(),
            serves: Part::Action,
            guide: String::new(),
            aim: String::new(),
        };
        Framework {
            id: "f".into(),
            name: "F".into(),
            tagline: String::new(),
            purpose: String::new(),
            use_when: String::new(),
            avoid_when: String::new(),
            misuse: String::new(),
            parts: vec![part("one"), part("two"), part("three")],
            example: FrameworkExample { prompt: String::new(), voice: String::new(), text: vec![] },
            sources: vec![],
        }
    }

    #[test]
    fn own_words_are_those_of_the_present_way_without_the_frame() {
        let mut draft = Draft { free: "freely".into(), ..Draft::default() };
        draft.set_step("star-i", 1, "in steps".into());
        draft.set_slot("upset-customer", 0, "in a gap".into());
        assert_eq!(draft.own_words(), "freely");
        draft.mode = Mode::Steps("star-i".into());
        assert_eq!(draft.own_words().trim(), "in steps");
        draft.mode = Mode::Template("upset-customer".into());
        assert_eq!(draft.own_words(), "in a gap");
        draft.mode = Mode::Steps("none".into());
        assert_eq!(draft.own_words(), "");
    }

    #[test]
    fn changed_words_remember_the_answer_they_came_from() {
        let mut draft = Draft { free: "words".into(), finished: Some(5), ..Draft::default() };
        draft.touch(7);
        assert_eq!((draft.changed, draft.finished, draft.from), (7, None, Some(5)));
        draft.touch(8);
        assert_eq!(draft.from, Some(5));
        draft.free.clear();
        draft.touch(9);
        assert_eq!(draft.from, None);
    }

    #[test]
    fn fillings_are_taken_in_where_there_are_no_others() {
        let slots = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
        let mut draft = Draft { free: "freely".into(), ..Draft::default() };
        draft.set_slot("t", 1, "  ".into());
        assert_eq!(draft.take_slots("t", &slots(&["rang", "wrote"])), Taken::Put);
        assert_eq!(draft.take_slots("t", &slots(&["rang ", "wrote", ""])), Taken::Same);
        assert_eq!(draft.take_slots("t", &slots(&["slept"])), Taken::Others);
        assert_eq!((draft.slot("t", 0), draft.free.as_str()), ("rang", "freely"));
    }

    #[test]
    fn steps_join_into_a_spoken_answer() {
        let mut draft = Draft { mode: Mode::Steps("f".into()), ..Draft::default() };
        draft.set_step("f", 2, "It worked!".into());
        draft.set_step("f", 0, " I listened ".into());
        assert_eq!(draft.text(&[framework()], &[]), "I listened. It worked!");
    }

    #[test]
    fn changing_the_way_of_writing_keeps_every_word() {
        let mut draft = Draft { free: "Free words".into(), ..Draft::default() };
        draft.mode = Mode::Steps("f".into());
        draft.set_step("f", 0, "Step words".into());
        draft.mode = Mode::Free;
        assert_eq!(draft.text(&[framework()], &[]), "Free words");
        assert_eq!(draft.step("f", 0), "Step words");
    }

    #[test]
    fn a_framework_that_is_gone_leaves_the_words_alone() {
        let mut draft = Draft { mode: Mode::Steps("gone".into()), ..Draft::default() };
        draft.set_step("gone", 0, "Still here".into());
        assert_eq!(draft.text(&[], &[]), "");
        assert!(!draft.is_blank());
    }
}
