//! What form of answer a question calls for, guessed from its wording.

use super::{
    lexicon::{self, Lexicon},
    words::Words,
};
use crate::question::Asks;

/// Words that ask for something that happened.
/// Only an example is asked for like this.
const STRONG: &Lexicon =
    &["a|the|one|last|first time", "example|instance|occasion", "have you ever"];
const EXAMPLE: &Lexicon = &[
    "a|the|one|last|first time",
    "example|examples|instance|occasion",
    "tell|told me|us .. a|an|about|of story",
    "share|tell .. story|experience",
    "have you ever",
    "when have|did you",
    "did you",
    "describe|recount .. situation|moment|case|experience",
    "what was|were",
    "what|which .. has|have been",
    "tell me|us about a|an|your|the|one|something",
    "you've|you have|you had|you were|you received|you learned|you learnt|you made",
];

/// Words that ask for a plan or a habit.
const PLAN: &Lexicon = &[
    "how do|would|will|should|can|could you",
    "what would|do|will you",
    "what .. do you .. do|say|answer|tell|reply|write",
    "how .. you .. handle|approach|respond|reply|deal|react|answer",
    "describe|explain|share|discuss your .. process|approach|strateg*|method*|way",
    "walk me|us through how|your|what",
    "a|the|your customer|guest|caller|user|client|colleague|patient",
];

/// Words that ask for a view even though they hold words of the lists above.
const VIEW: &Lexicon = &[
    "why do|did|are|should|would",
    "what does|is|makes|motivates|interests|attracts",
    "what .. mean",
    "where .. see|like|want",
    "how would .. describe|define|rate",
    "what .. salary|pay",
    "strengths|weakness*|weaknesses",
    "how much",
    "tell .. about yourself",
    "what do you .. know|think|like|expect|enjoy|believe|understand|want|look",
    "do you prefer|like|enjoy",
];

impl Asks {
    /// Guesses from the wording of a question what form of answer it calls for: a particular event
    /// when it asks for one (even in passing), else a view or a plan.
    #[must_use]
    pub fn of_prompt(text: &str) -> Self {
        let words = Words::of(text);
        let all = 0..words.len();
        if lexicon::has(&words, all.clone(), STRONG) {
            Self::Example
        } else if lexicon::has(&words, all.clone(), VIEW) {
            Self::View
        } else if lexicon::has(&words, all.clone(), EXAMPLE) {
            Self::Example
        } else if lexicon::has(&words, all, PLAN) {
            Self::Plan
        } else {
            Self::View
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events() {
        for text in [
            "Tell me about a time you calmed someone down.",
            "When did you last change your mind at work?",
            "Describe a situation in which you had too much to do.",
            "What was your hardest call?",
            "How do you set priorities? Give an example.",
        ] {
            assert_eq!(Asks::of_prompt(text), Asks::Example, "{text}");
        }
    }

    #[test]
    fn plans_and_habits() {
        for text in [
            "How would you greet a regular?",
            "A guest wants a late check-out that you cannot give. What do you say?",
            "What would you do if the queue did not move?",
            "How do you keep notes on a long call?",
        ] {
            assert_eq!(Asks::of_prompt(text), Asks::Plan, "{text}");
        }
    }

    #[test]
    fn views() {
        for text in [
            "What does good service mean to you?",
            "Why do you want to work here?",
            "Where do you see yourself in five years?",
            "What salary are you looking for?",
            "",
        ] {
            assert_eq!(Asks::of_prompt(text), Asks::View, "{text}");
        }
    }
}
