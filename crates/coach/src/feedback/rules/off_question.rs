//! Does not answer what was asked. Whether an answer fits its question takes understanding, so this
//! rule speaks only where it is plain: nonsense, the question copied, a refusal to answer.

use std::collections::BTreeSet;

use crate::feedback::{
    Context, Finding, FindingKind,
    clause::{Clause, Says, Who},
    context::is_common,
    lexicon::Lexicon,
    words::Words,
};

/// Ways of not answering.
const EVASIVE: &Lexicon = &[
    "rather not .. say|answer|talk|discuss|share|go|get",
    "i don't know .. what|how|that|about|this|the|really|never",
    "< i don't know",
    "no idea .. what|how|really",
    "no comment",
    "can't think of .. any|anything|a|an|one|example",
    "pass on this|that",
    "i refuse to answer",
    "next question",
    "none of your business",
];
/// Talk about the answer in place of one. "The STAR method" is what an answer is told by, not an answer.
const ABOUT_ITSELF: &Lexicon = &[
    "here i .. describe|explain|tell|write|say",
    "i'll|i will .. write|fill|finish|answer|come .. this|it|that|back|in .. later|tomorrow|soon",
    "not|never|haven't prepared|practised|practiced .. this|that|it|one|question|answer",
    "the|a|with star method",
    "like|want|going|try to answer the|this|that|your question",
    "find|need|look a|an good|better story|example",
    "idk",
    "dont|don't|didn't know what to|i write|say|answer",
];
/// Small words in an order in which no sentence has them.
const SALAD: &Lexicon = &[
    "the|a|an|my|your of|to|in|on|at|for|and|with|by|from|yes|no|is|was",
    "of|to|at|for|with|from of|at|for|with|and|under",
];
/// In so many words, two such places may happen to somebody who writes in a hurry or in another tongue.
const WORDS_OF_A_SLIP: usize = 30;
/// An answer that says more than this after an evasive word has probably come to the point.
const EVASIVE_WORDS: usize = 30;

/// See the module.
pub fn check(context: &Context) -> Option<Finding> {
    (by_hand(context)
        || is_about_itself(context)
        || is_one_word(context)
        || is_salad(context)
        || is_single_words(context))
    .then(|| Finding::absent(FindingKind::OffQuestion))
}

/// The plainest of it, as the model weighs it.
pub fn by_hand(context: &Context) -> bool {
    is_copied(context) || is_nonsense(context) || is_evasive(context)
}

/// Two of three pairs of words come from the question.
fn is_copied(context: &Context) -> bool {
    let asked = Words::of(context.prompt.text);
    let pairs: BTreeSet<(&str, &str)> =
        (1..asked.len()).map(|at| (asked.folded(at - 1), asked.folded(at))).collect();
    let words = &context.words;
    let shared =
        (1..words.len()).filter(|at| pairs.contains(&(words.folded(at - 1), words.folded(*at))));
    words.len() >= 4 && shared.count() * 3 >= (words.len() - 1) * 2
}

/// Hardly an English word, or the same few words again and again.
fn is_nonsense(context: &Context) -> bool {
    let len = context.words.len();
    let different: BTreeSet<&str> = (0..len).map(|at| context.words.folded(at)).collect();
    // Even long answers in one voice keep more than a tenth of their words different.
    (len >= 4 && context.common_percent() < 10) || (len >= 12 && different.len() * 3 < len.min(60))
}

/// Words in no order.
fn is_salad(context: &Context) -> bool {
    let places = context.find(SALAD).len();
    places >= 3 && places * WORDS_OF_A_SLIP > context.words.len() * 2
}

/// Hardly a sentence of more than one word.
fn is_single_words(context: &Context) -> bool {
    let count = context.sentences.len();
    count >= 6 && context.words.len() < count * 2
}

fn is_evasive(context: &Context) -> bool {
    context.words.len() <= EVASIVE_WORDS
        && context.facts.own_actions == 0
        && context.says(0..context.words.len(), EVASIVE)
}

/// A line or two about the answer, in which nobody else does anything.
fn is_about_itself(context: &Context) -> bool {
    let other = |clause: &Clause| {
        matches!(clause.who, Who::Person | Who::We)
            || clause.who == Who::Thing && clause.says == Says::Did
    };
    context.words.len() <= EVASIVE_WORDS
        && !context.clauses().any(|(_, clause)| other(clause))
        && context.says(0..context.words.len(), ABOUT_ITSELF)
}

/// A third of it is one and the same word, and not one of the small ones.
fn is_one_word(context: &Context) -> bool {
    let len = context.words.len();
    let words = || (0..len).map(|at| context.words.folded(at));
    // What stands there that often is among three candidates: each word that is none of them costs each
    // of them one (Misra and Gries).
    let mut candidates: [(&str, usize); 3] = [("", 0); 3];
    for word in words() {
        if let Some(same) =
            candidates.iter_mut().find(|(known, count)| *count > 0 && *known == word)
        {
            same.1 += 1;
        } else if let Some(free) = candidates.iter_mut().find(|(_, count)| *count == 0) {
            *free = (word, 1);
        } else {
            candidates.iter_mut().for_each(|(_, count)| *count -= 1);
        }
    }
    let often = |word: &str| words().filter(|other| *other == word).count() * 3 >= len;
    len >= 12
        && candidates.iter().any(|(word, count)| *count > 0 && !is_common(word) && often(word))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::feedback::rules::testing::{run, run_on};
    use crate::question::Asks;

    #[test]
    fn nonsense() {
        assert!(run(check, "asdf jkl qwer uiop zxcv").is_some());
        assert!(run(check, &"the cat ".repeat(20)).is_some());
    }

    #[test]
    fn talk_about_the_answer() {
        assert!(run(check, "I will write this later, when I have found a good story.").is_some());
        assert!(run(check, "I used the STAR method for it.").is_some());
        assert!(
            run(check, "A trainee asked me how to prepare, so I showed her the STAR method.")
                .is_none()
        );
    }

    #[test]
    fn one_word_again_and_again() {
        assert!(run(check, &"I qwertz the qwertz and ".repeat(3)).is_some());
    }

    #[test]
    fn words_in_no_order() {
        assert!(
            run(
                check,
                "Yes of the chair with under my to seven and of in a for window at of lamp."
            )
            .is_some()
        );
        assert!(run(check, "Good. Yes. Maybe. No. Why. Then. Fine. Ok.").is_some());
        assert!(
            run(check, "I told him. He left. I was glad of it. Then at ten, for once, we sat.")
                .is_none()
        );
    }

    #[test]
    fn the_question_copied() {
        let question = "How would you calm an angry caller on a bad line?";
        assert!(run_on(check, Asks::Plan, question, question).is_some());
        assert!(
            run_on(check, Asks::Plan, question, "On a bad line I would first take the number.")
                .is_none()
        );
    }

    #[test]
    fn a_refusal() {
        assert!(run(check, "I don't know, nothing comes to my mind.").is_some());
        assert!(run(check, "I didn't know the answer, so I asked a colleague.").is_none());
    }
}
