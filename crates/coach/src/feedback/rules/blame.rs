//! Customers, colleagues or an employer are put down.

use crate::feedback::{Context, Finding, FindingKind, lexicon::Lexicon};

const PUT_DOWN: &Lexicon = &[
    "useless|lazy|stupid|idiot|idiots|idiotic",
    "moron*|incompetent|clueless|dumb|ungrateful|pathetic|brainless",
    "a|an|complete|total|real|absolute nightmare|jerk|karen|clown|joke|pain|liar|liars|bully",
    "is|was|were|are so|very|really|just|always jealous|crazy|entitled",
    "is|was|were|are so|very|really|just|always toxic|rude|ridiculous|hopeless",
    "he|she|they|people|customers is|was|were|are jealous|entitled|toxic|rude|hopeless",
    "he|she|they|who did|does|do nothing",
    "too lazy|stupid|dumb|proud|slow to",
    "his|her|their own|the customer's fault|problem|mistake",
    "wasn't|isn't|not|never my fault|problem",
    "somebody|someone else's fault",
    "customers|people|they|some|them .. just want .. free|attention",
    "couldn't|can't be bothered",
    "no|any common sense",
    "everybody|everyone else was|is wrong|lazy",
    "jealous of me",
    "without me the|nothing|they",
    "bad|terrible|awful|horrible boss|manager|management|company|employer",
];
/// Said about oneself, or as what somebody else said, it is no blame.
const OWN: &Lexicon = &["i|i'm|me|myself|my|robotic|felt|feel|sounds|sounded"];

/// See the module.
pub fn check(context: &Context) -> Option<Finding> {
    let mut hits = context.find(PUT_DOWN);
    hits.retain(|hit| {
        let quoted = (hit.start.saturating_sub(4)..hit.end)
            .any(|at| context.words.get(at).is_some_and(|word| word.quoted));
        let before = hit.start.saturating_sub(2)..hit.start;
        !quoted && !context.says(before, OWN)
    });
    context.finding(FindingKind::Blame, hits)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::feedback::rules::testing::run;

    #[test]
    fn putting_people_down() {
        assert_eq!(
            run(check, "My manager was useless and the guest was a nightmare."),
            Some(vec!["useless", "a nightmare"])
        );
        assert_eq!(run(check, "They were too lazy to lift a box."), Some(vec!["too lazy to"]));
    }

    #[test]
    fn oneself_and_other_peoples_words() {
        assert_eq!(run(check, "I felt stupid, and I had missed the sign."), None);
        assert_eq!(run(check, "She shouted 'you are useless' at me."), None);
        assert_eq!(run(check, "He was upset because his parcel was late."), None);
    }
}
