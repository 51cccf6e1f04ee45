//! Three or more hedges or fillers.

use std::ops::Range;

use crate::feedback::{Context, Finding, FindingKind, lexicon::Lexicon};

/// So many take the weight off what is said.
pub const MANY: usize = 3;

const HEDGES: &Lexicon = &[
    "kinda|sorta",
    "kind|sort of",
    "i guess",
    "i suppose",
    "maybe",
    "perhaps",
    "basically",
    "you know",
    "um|umm|uh|uhm|er|erm|hmm",
    "i mean",
    "or something|whatever",
    "or so",
    "probably",
    "somewhat",
    "more or less",
    "i'm not sure",
    "actually like",
    "and stuff",
    "to be honest|fair",
    "possibly",
];
/// "What kind of", "you know the rules": no fillers.
const MEANT: &Lexicon =
    &["what|which|this|that|some|any|every|each|the|a|one|another|do|if|as|let|did|when"];

/// See the module. Points at each of them.
pub fn check(context: &Context) -> Option<Finding> {
    let hits = hits(context);
    if hits.len() < MANY { None } else { context.finding(FindingKind::Hedged, hits) }
}

/// Every hedge and filler, in order of the text.
pub fn hits(context: &Context) -> Vec<Range<usize>> {
    let mut hits = context.find(HEDGES);
    hits.retain(|hit| {
        let pair = hit.len() == 2 && matches!(context.words.folded(hit.end - 1), "of" | "know");
        let before = hit.start.saturating_sub(1)..hit.start;
        !(pair && hit.start > 0 && context.says(before, MEANT))
    });
    hits
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::feedback::rules::testing::run;

    #[test]
    fn three_are_too_many() {
        assert_eq!(
            run(check, "Um, I kind of waited and, you know, rang him."),
            Some(vec!["Um", "kind of", "you know"])
        );
        assert_eq!(run(check, "Maybe I waited, maybe not."), None);
    }

    #[test]
    fn words_that_mean_something() {
        assert_eq!(
            run(check, "I asked what kind of lamp, what sort of bulb, and if you know the shop."),
            None
        );
    }
}
