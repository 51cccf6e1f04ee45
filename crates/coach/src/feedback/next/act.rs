//! Acts as words: from the verb of a clause to where the next thing begins.

use std::ops::Range;

use super::Said;
use crate::{
    feedback::{
        Context, Move,
        clause::{Clause, Says, Who},
        lexicon::{Lexicon, is, is_one_of},
        rules::vague,
        words::Word,
    },
    part::Part,
};

/// An act of the speaker's.
pub(super) struct Act {
    /// Its words.
    pub said: Said,
    /// Where they stand, with the subject.
    pub words: Range<usize>,
    /// Whether it is told as done.
    pub done: bool,
    /// The part that its sentence serves.
    pub part: Part,
}

/// Moves that show that the person was seen.
pub(super) const FELT: &[Move] =
    &[Move::Acknowledge, Move::Apologise, Move::Listen, Move::Thank, Move::Clarify, Move::Options];

/// Words with which another thing begins.
const STOPS: &Lexicon = &[
    "and|but|so|then|because|when|while|which|who|although|though|until|once|whilst|plus|since",
    "before|after|as|or|cause|cos|unless|afterwards",
];
/// Words that lead on within the same act: "asked her what had happened".
const LEADS: &Lexicon = &["that|what|where|how|if|whether|why|who|when|which|because|to"];
/// Verbs that tell somebody something, with no joining word between.
const TELLS: &str = "told|tell|said|say|promised|promise|explained|explain|assured|assure|knew";
/// Words that a phrase does not end with.
const DANGLING: &Lexicon = &[
    "the|a|an|to|of|for|with|that|at|in|on|from|by|my|your|their|our|its|into|about|if|what|how",
    "this|even|way|every|only|still|own|and|or|but|so|very|really|also|just|not|where|why|whether|who|when|i|he|she|they|we|it's|was|were|is|had",
];
/// Verbs that say enough alone. Any other needs a word after it.
const ENOUGH: &Lexicon = &[
    "apologised|apologized|listened|waited|agreed|smiled|refused|volunteered|knelt|paused|intervened",
    "apologise|apologize|listen|wait|agree|smile|refuse|pause",
];
/// What must follow a verb of speaking so that no direct speech is cut in two.
const SAID: &Lexicon = &["that|sorry|thank*|hello|goodbye|goodnight|yes|no|what|how|nothing"];
const ASKED: &Lexicon = &[
    "what|if|whether|how|why|when|where|which|who|him|her|them|for|about|the|a|an|my|each|every|to",
    "@customer|@staff|one|another|someone|somebody|everyone|everybody",
];
/// Acts that show nothing, and denials typed without an apostrophe.
const HOLLOW: &Lexicon = &[
    "< tried|try|trying to",
    "< kept|keep going|calm|my|smiling|trying",
    "< did|do what|it|that|this|my|the|all|everything|anything",
    "< stay|stayed|remain|remained calm|polite|professional|positive|focused",
    "< make|made sure|priorities",
    "< dont|didnt|cant|wont|doesnt|wouldnt|couldnt|havent",
    "< be|was|am|become|became",
];
/// A phrase of more words is cut where a new stretch of it begins.
const MOST: usize = 10;
const CUTS: &Lexicon =
    &["in|on|at|for|from|with|about|by|through|during|over|into|to|of|without|within"];

/// The last act of the speaker's that can be named.
pub(super) fn last(context: &Context) -> Option<Act> {
    before(context, context.sentences.len())
}

/// The act that turned it: the last one before the outcome.
pub(super) fn turning(context: &Context) -> Option<Act> {
    let result = context.sentences.iter().position(|sentence| sentence.part == Part::Result);
    result.and_then(|at| before(context, at)).or_else(|| last(context))
}

/// The last act that can be named in the first so many sentences: one that was done, or else one
/// that is intended.
fn before(context: &Context, sentences: usize) -> Option<Act> {
    let pick = |done: bool| {
        (0..sentences).rev().find_map(|at| {
            let list = &context.clauses[at];
            (0..list.len()).rev().find_map(|nth| own(context, at, nth, done))
        })
    };
    pick(true).or_else(|| pick(false))
}

fn own(context: &Context, sentence: usize, nth: usize, done: bool) -> Option<Act> {
    let clause = &context.clauses[sentence][nth];
    let part = context.sentences[sentence].part;
    let fits = match clause.says {
        Says::Did => done,
        Says::Would | Says::Does => !done,
        _ => false,
    };
    if !fits || clause.who != Who::I || clause.negated || !Context::is_step((part, clause)) {
        return None;
    }
    let words = phrase(context, sentence, nth)?;
    if vague::is_general_in(context, words.clone()) {
        return None;
    }
    // With its subject it reads as the speaker's own sentence.
    let whole = clause.words.start..words.end;
    let said = Said::turn(context, words).unwrap_or_else(|| Said::quote(context, whole.clone()));
    Some(Act { said, words: whole, done, part })
}

/// What one of these did, with its subject: "we sorted the boxes"; the first deed.
pub(super) fn told_by(context: &Context, who: &[Who]) -> Option<Said> {
    let fits = |part: Part, clause: &Clause| {
        who.contains(&clause.who)
            && clause.words.len() > 1
            && !clause.negated
            // What others usually do is no deed beside which one's own could stand.
            && (clause.says == Says::Did || part != Part::Other && clause.is_act())
    };
    (0..context.sentences.len()).find_map(|at| {
        let part = context.sentences[at].part;
        let list = &context.clauses[at];
        (0..list.len()).filter(|nth| fits(part, &list[*nth])).find_map(|nth| {
            let words = phrase(context, at, nth)?;
            Some(Said::quote(context, list[nth].words.start..words.end))
        })
    })
}

/// What the speaker says to do as a habit, in the base form: "listen to customers".
pub(super) fn habit(context: &Context) -> Option<Said> {
    (0..context.sentences.len()).find_map(|at| {
        let list = &context.clauses[at];
        let fits = |nth: &usize| {
            let clause = &list[*nth];
            clause.who == Who::I
                && !clause.negated
                && matches!(clause.says, Says::Does | Says::Would)
        };
        (0..list.len()).filter(fits).find_map(|nth| {
            let words = phrase(context, at, nth)?;
            let general = vague::is_general_in(context, words.clone());
            Said::turn(context, words).filter(|_| !general)
        })
    })
}

/// The words of an act, from its verb on; `None` where they say nothing alone.
fn phrase(context: &Context, sentence: usize, nth: usize) -> Option<Range<usize>> {
    let words = &context.words;
    let clauses = &context.clauses[sentence];
    let clause = &clauses[nth];
    let verb = clause.words.end.checked_sub(1)?;
    // "I did call": the verb is in its base form, and "did" makes it the past.
    let from =
        if verb > clause.words.start && words.folded(verb - 1) == "did" { verb - 1 } else { verb };
    let limit = context.ranges[sentence].end;
    let tells = is(words.folded(verb), TELLS);
    let mut next = clauses[nth + 1..].iter().map(|c| c.words.start).peekable();
    let mut end = verb + 1;
    while end < limit && end < verb + 2 * MOST {
        while next.next_if(|start| *start < end).is_some() {}
        let word = words.folded(end);
        let led = is_one_of(words.folded(end - 1), LEADS) || tells && end <= verb + 2;
        let another = next.peek() == Some(&end) && !led;
        let stops = is_one_of(word, STOPS) && !is_pair(context, verb..end, word);
        if another || stops || words.get(end).is_some_and(|word| word.after_break || word.quoted) {
            break;
        }
        end += 1;
    }
    if end > verb + MOST {
        let cut = (verb + 4..=verb + MOST).rev().find(|at| is_one_of(words.folded(*at), CUTS));
        end = cut.unwrap_or(verb + MOST);
    }
    while end > verb + 1 && is_one_of(words.folded(end - 1), DANGLING) {
        end -= 1;
    }
    let (said, after) = (words.folded(verb), words.folded(verb + 1));
    let says = match said {
        _ if end == verb + 1 => is_one_of(said, ENOUGH),
        "said" | "say" => is_one_of(after, SAID) && (after != "that" || end > verb + 3),
        "asked" | "ask" => is_one_of(after, ASKED),
        // "Told him": what is missing.
        "told" | "tell" | "gave" | "give" => end > verb + 2,
        // "Let the boy": what he was let do is missing.
        "let" => end > verb + 2 && !matches!(after, "the" | "a" | "my") || end > verb + 3,
        _ => true,
    };
    (says && !context.says(verb..end, HOLLOW)).then_some(from..end)
}

/// The words around a few telling ones that make them a thing to quote: from the subject of their
/// clause to where the next thing begins.
pub(in crate::feedback) fn around(context: &Context, hit: Range<usize>) -> Range<usize> {
    let words = &context.words;
    let Some(sentence) = super::sentence_of(context, hit.start) else { return hit };
    let clauses = &context.clauses[sentence];
    let after = clauses.partition_point(|clause| clause.words.start <= hit.start);
    let subject = after.checked_sub(1).map(|at| clauses[at].words.start);
    let start = subject.filter(|start| start + MOST > hit.start).unwrap_or(hit.start);
    let limit = context.ranges[sentence].end.min(start + 2 * MOST);
    let mut end = hit.end.min(context.ranges[sentence].end);
    while end < limit {
        let ends = |word: &Word| word.after_break || word.quoted;
        let stops = is_one_of(words.folded(end), STOPS)
            && !is_pair(context, hit.start..end, words.folded(end));
        if words.get(end).is_some_and(ends) || stops {
            break;
        }
        end += 1;
    }
    start..end.max(hit.end)
}

/// "Between nine and ten": the word joins two halves of one thing.
fn is_pair(context: &Context, phrase: Range<usize>, joint: &str) -> bool {
    matches!(joint, "and" | "or") && context.says(phrase, &["between|both|either|whether"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        feedback::{Model, Prompt},
        question::Asks,
    };

    fn acts(asks: Asks, text: &str) -> Option<(String, bool)> {
        let prompt = Prompt { text: "Tell me about a time.", asks };
        let context = Context::new(Model::shipped(), prompt, text);
        last(&context).map(|act| (act.said.text, act.said.turned))
    }

    fn act(text: &str) -> Option<String> {
        acts(Asks::Example, text).map(|(text, _)| text)
    }

    #[test]
    fn from_the_verb_to_where_the_next_thing_begins() {
        for (text, is) in [
            ("A guest had lost her card. I called the bank.", "called the bank"),
            ("A guest came in. I quickly called the bank, and she waited.", "called the bank"),
            ("A guest came in. I asked her what had happened.", "asked her what had happened"),
            (
                "A guest came in. I told her I would ring my manager.",
                "told her you would ring your manager",
            ),
            ("A guest came in. I apologised and then I gave", "apologised"),
            (
                "A guest came in. I opened the shop between nine and ten.",
                "opened the shop between nine and ten",
            ),
            ("one day a guest was angry i gave her a new key she left", "gave her a new key"),
        ] {
            assert_eq!(act(text).as_deref(), Some(is), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_turned_is_quoted_with_its_subject() {
        assert_eq!(
            acts(Asks::Example, "A guest came in. I told her that we were full."),
            Some(("I told her that we were full".into(), false))
        );
    }

    #[test]
    fn general_acts_and_none() {
        assert_eq!(
            act("A guest came in. I took the bag. I did my best."),
            Some("took the bag".into())
        );
        assert_eq!(act("A guest came in. She left."), None);
        assert_eq!(act(""), None);
    }

    #[test]
    fn a_plan_has_its_verb_in_the_base_form() {
        assert_eq!(
            acts(Asks::Plan, "I would let her finish. Then I'd ask for the order number."),
            Some(("ask for the order number".into(), true))
        );
    }
}
