//! Fill-in-the-blank answers: a text with named slots, and how filled slots join into sentences.

use serde::{Deserialize, Serialize};

use crate::{
    question::{Card, Category, Competency, Track},
    vocabulary,
};

vocabulary! {
    /// How a filled-in text is used.
    Form {
        /// Said aloud.
        Answer = "answer",
        /// Sent in writing.
        Message = "message",
    }
}

/// Most are said aloud.
const fn spoken() -> Form {
    Form::Answer
}

/// A fill-in-the-blank answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// The stable name, in kebab-case: it is in the address and in saved drafts, and never changes.
    pub id: String,
    /// What it is for: "When a customer is upset".
    pub title: String,
    /// When to use it and how to make it one's own, in a sentence or two.
    pub use_when: String,
    /// The kind of question that it answers.
    pub category: Category,
    /// The role tracks that it suits. Empty: all of them.
    #[serde(default)]
    pub tracks: Vec<Track>,
    /// How it is used once it is filled in.
    #[serde(default = "spoken")]
    pub form: Form,
    /// The text, with each slot written `{name}`.
    pub text: String,
    /// The slots, in the order of the text.
    #[serde(rename = "slot")]
    pub slots: Vec<Slot>,
    /// The ids of the source demands that it answers.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// One blank of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// The name that stands in the text, in kebab-case.
    pub name: String,
    /// What to write, as a label: "Your first calming step".
    pub label: String,
    /// One line of help.
    pub hint: String,
    /// A filled-in example that fits the sentence as it stands.
    pub example: String,
    /// What makes a filling strong.
    pub strong: String,
    /// The competency that it shows.
    pub competency: Competency,
}

/// A stretch of a template's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words that stand as they are.
    Text(&'a str),
    /// A slot, by its name.
    Slot(&'a str),
}

/// A stretch of a filled-in template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filled<'a> {
    /// Words of the template.
    Text(&'a str),
    /// A slot, by its place, and its filling as it fits there; empty where there is none yet.
    Slot(usize, String),
}

/// Why a template's text cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateError {
    /// A `{` has no `}`; the byte offset of the `{`.
    Unclosed(usize),
    /// A slot stands in the text that the template does not declare.
    Undeclared(String),
    /// A slot is declared that does not stand in the text exactly once, in order.
    Misplaced(String),
}

/// Splits a text into words and slots.
///
/// # Errors
/// [`TemplateError::Unclosed`] where a slot is opened and never closed.
pub fn pieces(text: &str) -> Result<Vec<Piece<'_>>, TemplateError> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|i| at + i) {
        let close = text[open..].find('}').map(|i| open + i);
        let close = close.ok_or(TemplateError::Unclosed(open))?;
        if open > at {
            out.push(Piece::Text(&text[at..open]));
        }
        out.push(Piece::Slot(&text[open + 1..close]));
        at = close + 1;
    }
    if at < text.len() {
        out.push(Piece::Text(&text[at..]));
    }
    Ok(out)
}

impl Template {
    /// Checks that text and slots agree.
    ///
    /// # Errors
    /// The first disagreement, see [`TemplateError`].
    pub fn check(&self) -> Result<(), TemplateError> {
        let mut named = Vec::new();
        for piece in pieces(&self.text)? {
            if let Piece::Slot(name) = piece {
                named.push(name);
            }
        }
        for name in &named {
            if !self.slots.iter().any(|slot| slot.name == *name) {
                return Err(TemplateError::Undeclared((*name).to_owned()));
            }
        }
        for (i, slot) in self.slots.iter().enumerate() {
            if named.get(i) != Some(&slot.name.as_str()) {
                return Err(TemplateError::Misplaced(slot.name.clone()));
            }
        }
        Ok(())
    }

    /// The text with the given fillings in place, in the order of the slots.
    ///
    /// A filling is fitted into its sentence: white space is folded, a closing full stop is dropped
    /// where the sentence goes on or closes by itself, and its first letter is raised where it opens
    /// a sentence. A text that cannot be read gives nothing; the content check rules that out.
    #[must_use]
    pub fn filled(&self, fillings: &[String]) -> Vec<Filled<'_>> {
        let mut before = String::with_capacity(self.text.len() * 2);
        let mut slots = 0..self.slots.len();
        let fill = |piece| match piece {
            Piece::Text(text) => {
                before.push_str(text);
                Filled::Text(text)
            }
            Piece::Slot(_) => {
                let slot = slots.next().unwrap_or_default();
                let text = fit(&before, fillings.get(slot).map_or("", String::as_str));
                before.push_str(if text.is_empty() { "…" } else { &text });
                Filled::Slot(slot, text)
            }
        };
        pieces(&self.text).unwrap_or_default().into_iter().map(fill).collect()
    }

    /// The same as one text. An empty filling becomes `…`, so the answer can be read while it grows.
    #[must_use]
    pub fn join(&self, fillings: &[String]) -> String {
        let text = |piece: &Filled| match piece {
            Filled::Text(text) => (*text).to_owned(),
            Filled::Slot(_, text) if text.is_empty() => "…".to_owned(),
            Filled::Slot(_, text) => text.clone(),
        };
        self.filled(fillings).iter().map(text).collect()
    }
}

impl Template {
    /// The questions that it fits: those made for it first, then those of its kind. A message answers
    /// none.
    #[must_use]
    pub fn fitting<'a>(&self, cards: &'a [Card]) -> Vec<&'a Card> {
        let made_for_it = |card: &Card| card.template.as_ref() == Some(&self.id);
        let mut fitting: Vec<&Card> = cards
            .iter()
            .filter(|card| made_for_it(card) || card.category == self.category)
            .filter(|_| self.form == Form::Answer)
            .collect();
        fitting.sort_by_key(|card| !made_for_it(card));
        fitting
    }
}

/// Whether what stands in `before` has just ended a sentence, so the next word opens one.
fn opens_sentence(before: &str) -> bool {
    let tail = before.trim_end().trim_end_matches(['"', '\'', '”', '’', ')']);
    let new_line = before[before.trim_end().len()..].contains('\n');
    tail.is_empty() || new_line || tail.ends_with(['.', '!', '?'])
}

/// A filling as it stands in its sentence, after the text `before` it.
fn fit(before: &str, raw: &str) -> String {
    let text = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    // The template has the punctuation that the sentence needs after the slot.
    let text = text.trim_end_matches(['.', ',', ';', ' ']);
    if !opens_sentence(before) {
        return text.to_owned();
    }
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

#[cfg(test)]
impl Template {
    /// A template with nothing but its text, for tests.
    pub(crate) fn plain(id: &str, text: &str, names: &[&str]) -> Self {
        let slot = |name: &&str| Slot {
            name: (*name).to_owned(),
            label: String::new(),
            hint: String::new(),
            example: String::new(),
            strong: String::new(),
            competency: Competency::Ownership,
        };
        Self {
            id: id.into(),
            title: String::new(),
            use_when: String::new(),
            category: Category::Definition,
            tracks: vec![],
            form: Form::Answer,
            text: text.into(),
            slots: names.iter().map(slot).collect(),
            sources: vec![],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(text: &str, names: &[&str]) -> Template {
        Template::plain("t", text, names)
    }

    fn join(text: &str, names: &[&str], fillings: &[&str]) -> String {
        let fillings: Vec<String> = fillings.iter().map(|s| (*s).to_owned()).collect();
        template(text, names).join(&fillings)
    }

    #[test]
    fn a_filling_flows_into_its_sentence() {
        assert_eq!(
            join(
                "First I {step}. Then I {fix}.",
                &["step", "fix"],
                &["  let them\nfinish. ", "called Sam"]
            ),
            "First I let them finish. Then I called Sam."
        );
    }

    #[test]
    fn a_filling_that_opens_a_sentence_gets_a_capital() {
        assert_eq!(
            join("{what} helped. {how}.", &["what", "how"], &["élan", "i rang back"]),
            "Élan helped. I rang back."
        );
    }

    #[test]
    fn after_a_colon_the_sentence_goes_on() {
        assert_eq!(
            join("One call stays: {what}.", &["what"], &["a man rang"]),
            "One call stays: a man rang."
        );
        assert_eq!(join("To do:\n{what}.", &["what"], &["call Ana"]), "To do:\nCall Ana.");
    }

    #[test]
    fn an_empty_filling_shows_where_it_is_missing() {
        assert_eq!(join("I {step}, so {end}.", &["step", "end"], &["waited"]), "I waited, so ….");
    }

    #[test]
    fn a_filling_of_only_punctuation_counts_as_none() {
        assert_eq!(join("I said {x}. Done.", &["x"], &["..."]), "I said …. Done.");
    }

    #[test]
    fn check_finds_what_text_and_slots_disagree_on() {
        assert_eq!(template("a {b", &[]).check(), Err(TemplateError::Unclosed(2)));
        assert_eq!(template("a {b}", &[]).check(), Err(TemplateError::Undeclared("b".into())));
        assert_eq!(
            template("a {b} {c}", &["c", "b"]).check(),
            Err(TemplateError::Misplaced("c".into()))
        );
        assert_eq!(
            template("a {b}", &["b", "c"]).check(),
            Err(TemplateError::Misplaced("c".into()))
        );
        assert_eq!(template("a {b} {c}", &["b", "c"]).check(), Ok(()));
    }
}
