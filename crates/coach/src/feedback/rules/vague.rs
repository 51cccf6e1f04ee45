//! Key steps or the outcome are stated only in general words.

use std::ops::Range;

use crate::feedback::{Context, Finding, FindingKind, lexicon::Lexicon};

const GENERAL: &Lexicon = &[
    "handle|handled|handling|resolve .. it|this|that|them|things",
    "resolved|fixed|managed|addressed .. it|this|that|them|things",
    "handle|handled|handling|resolve .. situation|everything|conflict|issue|problem",
    "resolved|fixed|managed|addressed .. situation|everything|conflict|issue|problem",
    "deal|dealt|dealing with .. it|this|that|them|things",
    "deal|dealt|dealing with .. situation|everything|conflict|issue|problem",
    "sort|sorted .. things|it|everything .. out",
    "did|do|doing|try|tried my|our best",
    "took|take decisive|appropriate|necessary|the necessary action|steps|measures",
    "above and beyond",
    "find|found the best|a|good solution|way",
    "the|a .. best|right|perfect solution",
    "in a polite|professional|calm|nice|friendly way|manner",
    "everything worked out|fine",
    "it .. worked out|well",
    "was|got resolved|solved|handled .. quickly|efficiently|successfully|well",
    "resolve the conflict|issue|problem|situation",
    "positive outcome*|result*|impact*|attitude",
    "surpassed|exceeded .. target|targets|expectations",
    "open and|or _ communication",
    "successfully @did",
    "paid off",
    "learned a lot",
    "be helpful",
    "work|worked .. hard|tirelessly",
    "adapt|adapted easily|quickly|well",
    "good|great|clear|effective communication",
    "made sure everyone|everybody|everything",
    "professionally",
    "and so on|stuff like that",
    "took care of it|everything|that",
    "did what i could|had to",
    "various|different|several things|steps|measures|ways|tasks",
];

/// See the module. Where nobody is said to act, [`no_own_action`](super::no_own_action) says more.
pub fn check(context: &Context) -> Option<Finding> {
    if !context.finds(FindingKind::Vague, by_hand(context)) {
        return None;
    }
    let spans = context.find(GENERAL).into_iter().map(|hit| context.span(hit)).collect();
    Some(Finding::about(FindingKind::Vague, spans))
}

/// General words, and not so many steps that can be pictured that one of them does no harm.
pub fn by_hand(context: &Context) -> bool {
    let facts = context.facts;
    let enough = if facts.evidence || facts.own_actions >= 4 { 2 } else { 1 };
    facts.own_actions > 0 && context.find(GENERAL).len() >= enough
}

/// Whether general words stand in a run of words.
pub fn is_general_in(context: &Context, words: Range<usize>) -> bool {
    context.says(words, GENERAL)
}

/// Whether any of the general words stands in it.
pub fn is_general(context: &Context) -> bool {
    !context.find(GENERAL).is_empty()
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::feedback::rules::testing::run;

    #[test]
    fn general_words() {
        assert_eq!(
            run(check, "The room was double-booked. I dealt with it and did my best."),
            Some(vec!["dealt with it", "did my best"])
        );
    }

    #[test]
    fn steps_to_picture() {
        assert_eq!(
            run(check, "The room was double-booked. I walked both guests to the bar."),
            None
        );
    }

    #[test]
    fn nobody_acts() {
        assert_eq!(run(check, "It was handled in a professional way."), None);
    }
}
