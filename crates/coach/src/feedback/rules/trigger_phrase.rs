//! Something is said to a customer that inflames, and not told as a mistake.

use crate::feedback::{Context, Finding, FindingKind, lexicon::Lexicon};

const INFLAMES: &Lexicon = &[
    "need|have|should|please|just|sir|madam|must .. calm down",
    "told|tell|asked|ask|telling .. @him to relax|wait|shush",
    "told|tell|asked|ask|telling .. @him to calm|hurry down|up",
    "< calm down",
    "say|said calm down",
    "not|isn't|wasn't|ain't my problem|job|fault|department|responsibility",
    "as|like i .. already said|told|explained|mentioned",
    "i already told you",
    "nothing i can|could do",
    "what do you expect|want me to do",
    "you should have|you should've .. read|checked|known|called|listened|come|ordered",
    "you must have done|broken|pressed",
    "you people",
    "you're wrong|lying|overreacting",
    "read the sign|contract|terms|label|instructions",
    "take it or leave it",
    "watch your tone|mouth|language",
    "you have to understand",
    "with all due respect",
];
/// What shows that it is avoided, or told as a mistake.
const AVOIDED: &Lexicon = &[
    "never|don't|didn't|wouldn't|won't|not|avoid*|without",
    "rather|instead|nobody|no|worst|mistake|regret*|shouldn't|stopped",
];
const REGRETTED: &Lexicon = &[
    "mistake|regret*|shouldn't|wish|worse|ashamed|learned|learnt|hindsight|sorry",
    "wrong thing",
    "should have|not have .. not|said",
];

/// How many words after it the regret may come.
const NEAR: usize = 40;

/// See the module.
pub fn check(context: &Context) -> Option<Finding> {
    let mut hits = Vec::new();
    for (at, range) in context.ranges.iter().enumerate() {
        let here = crate::feedback::lexicon::all(&context.words, range.clone(), INFLAMES);
        let next = context.ranges.get(at + 1).map_or(range.end, |next| next.end);
        for hit in here {
            let before = hit.start.saturating_sub(4).max(range.start)..(hit.start + 1).min(hit.end);
            let negated = hit.start.saturating_sub(4).max(range.start)..hit.start;
            if !context.says(negated, AVOIDED)
                && !context.says(before, TO_ME)
                && !context.says(hit.end..next.min(hit.end + NEAR), REGRETTED)
            {
                hits.push(hit);
            }
        }
    }
    context.finding(FindingKind::TriggerPhrase, hits)
}

/// Said to the speaker or thought by somebody else.
const TO_ME: &Lexicon = &[
    "told|asked|tells me|us",
    "he|she|they|customer|guest said|told|shouted|yelled|replied|thought",
];

#[cfg(test)]
mod tests {
    use super::check;
    use crate::feedback::rules::testing::run;

    #[test]
    fn oil_on_the_fire() {
        assert_eq!(
            run(check, "I said: madam, please calm down."),
            Some(vec!["madam, please calm down"])
        );
        assert_eq!(run(check, "I told him that's not my job."), Some(vec!["not my job"]));
    }

    #[test]
    fn avoided_or_regretted() {
        assert_eq!(run(check, "I would never say it's not my problem."), None);
        assert_eq!(run(check, "I told her to calm down. That was a mistake."), None);
        assert_eq!(run(check, "I waited until she had calmed down."), None);
        assert_eq!(run(check, "She said it was not my fault."), None);
    }
}
