//! The question asks for a particular event and none is told.

use crate::{
    feedback::{Context, Finding, FindingKind, lexicon::Lexicon},
    question::Asks,
};

/// An event in name only.
const HOLLOW: &Lexicon = &[
    "situation|time .. where|when i .. challenged|tasked",
    "exceed*|exceeding expectations",
    "above and beyond",
    "any situation",
    "never .. happened to me",
    "haven't had|been",
    "i've|have not|never .. had|done|been|needed",
    "can't think of",
    "never .. fail|failed",
];
/// What a particular event has and a phrase about events has not.
const PARTICULAR: &Lexicon = &[
    "#",
    "last|one|that|next week|month|year|summer|winter|day|night|morning|evening|afternoon",
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas",
    "he|she|they @did",
    "customer|guest|caller|client|man|woman|lady|colleague|teammate|boss|manager .. @did",
];

/// See the module.
pub fn check(context: &Context) -> Option<Finding> {
    let found = context.finds(FindingKind::NoExample, by_hand(context));
    found.then(|| Finding::absent(FindingKind::NoExample))
}

/// An example is asked for, and none is told but in name.
pub fn by_hand(context: &Context) -> bool {
    if context.prompt.asks != Asks::Example {
        return false;
    }
    let all = 0..context.words.len();
    let hollow = context.says(all.clone(), HOLLOW) && !context.says(all, PARTICULAR);
    !context.facts.event || hollow
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::{
        feedback::rules::testing::{run, run_on},
        question::Asks,
    };

    #[test]
    fn beliefs_are_no_example() {
        assert!(
            run(check, "I always listen to customers because they want to be heard.").is_some()
        );
        assert!(run(check, "I have never had a difficult customer.").is_some());
    }

    #[test]
    fn an_event_is_one() {
        assert!(
            run(check, "A man lost his ticket at noon. I printed another one for him.").is_none()
        );
    }

    #[test]
    fn a_plan_needs_none() {
        assert!(run_on(check, Asks::Plan, "What would you do?", "I'd ask her first.").is_none());
    }
}
