//! Promises a customer what the speaker cannot know or give.

use crate::feedback::{
    Context, Finding, FindingKind,
    lexicon::{self, Lexicon},
};

const TOO_MUCH: &Lexicon = &[
    "guarantee*|guaranteed .. that|you|it|this|him|her|them|never|a|the",
    "will|would|won't|wouldn't never|ever .. happen|happens|occur .. again",
    "promise*|promised .. never|always|anything|everything|full|whatever",
    "it|this will|would definitely|certainly|absolutely .. be|arrive|work",
    "whatever .. you|he|she|they|the customer want|wants|wanted|need|ask|asks|asked .. for",
    "i|i'd|we|we'd .. give|do them|him|her|anything|whatever .. want|wants|wanted|ask|asks",
    "they'll|you'll have|be .. it|there|fixed|ready .. by .. summer|spring|autumn",
    "he'll|she'll|it'll have|be .. it|there|fixed|ready .. by .. summer|spring|autumn",
    "they'll|you'll have|be .. it|there|fixed|ready .. by .. winter|christmas|year",
    "he'll|she'll|it'll have|be .. it|there|fixed|ready .. by .. winter|christmas|year",
    "100|hundred % .. sure|fixed|certain",
    "no matter what it|the takes|costs",
    "free for life|ever",
];
/// Said about what the speaker avoids, or asked of the speaker.
const NOT_PROMISED: &Lexicon = &[
    "never|don't|didn't|wouldn't|can't|cannot|couldn't",
    "won't|not|without|avoid*|rather|instead|wanted|no",
];
/// Promises inside the house are no promises to a customer.
const INSIDE: &Lexicon = &["boss|manager|supervisor|team|colleague*"];

/// See the module.
pub fn check(context: &Context) -> Option<Finding> {
    let mut hits = Vec::new();
    for range in &context.ranges {
        if context.says(range.clone(), INSIDE) {
            continue;
        }
        hits.extend(lexicon::all(&context.words, range.clone(), TOO_MUCH).into_iter().filter(
            |hit| {
                let before = hit.start.saturating_sub(3).max(range.start)..hit.start;
                !context.says(before, NOT_PROMISED)
            },
        ));
    }
    context.finding(FindingKind::Overpromise, hits)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::feedback::rules::testing::run;

    #[test]
    fn more_than_one_can_know() {
        assert_eq!(
            run(check, "I told him it will never happen again."),
            Some(vec!["will never happen again"])
        );
        assert_eq!(
            run(check, "I guarantee you that it arrives tomorrow."),
            Some(vec!["guarantee you"])
        );
    }

    #[test]
    fn honest_promises() {
        assert_eq!(run(check, "I promised to call by four."), None);
        assert_eq!(run(check, "I said that I can't guarantee the date."), None);
    }
}
