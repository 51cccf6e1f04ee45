//! A word said twice or made louder, where one plain fact would say more: "very very hot".

use std::ops::Range;

use crate::feedback::{
    Context, Finding, FindingKind,
    lexicon::{self, Lexicon},
};

/// Words that only turn up the volume.
const LOUD: &Lexicon = &[
    "very|really|so|too|extremely|super|totally|absolutely|completely|incredibly|truly|literally",
    "insanely|hugely|highly|utterly|seriously|terribly|unbelievably|ultra|mega|way|much|such",
];
/// Pairs that are ordinary English: "so much", "way too long".
const PLAIN: &Lexicon = &[
    "so|too|very|really much",
    "way|much too",
    "so very|really",
    "too much so",
    "not so much",
    "such a",
    "so much so",
];

/// See the module. Points at the whole phrase with the word that it makes louder.
pub fn check(context: &Context) -> Option<Finding> {
    let mut hits = Vec::new();
    for range in &context.ranges {
        let mut at = range.start;
        while at < range.end {
            let run = loud_run(context, at, range.end);
            if run.len() >= 2 && !is_plain(context, &run) {
                // "So, so sorry": with the word it is all about.
                let end = (run.end + 1).min(range.end);
                hits.push(run.start..end);
                at = end;
            } else {
                at = run.end.max(at + 1);
            }
        }
    }
    context.finding(FindingKind::Intensified, hits)
}

/// The loud words from `at` on.
fn loud_run(context: &Context, at: usize, end: usize) -> Range<usize> {
    let loud = |at: &usize| lexicon::is_one_of(context.words.folded(*at), LOUD);
    at..at + (at..end).take_while(loud).count()
}

fn is_plain(context: &Context, run: &Range<usize>) -> bool {
    lexicon::first(&context.words, run.clone(), PLAIN).is_some_and(|hit| hit == *run)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::feedback::rules::testing::run;

    #[test]
    fn twice_or_stacked() {
        assert_eq!(run(check, "It was very very hot."), Some(vec!["very very hot"]));
        assert_eq!(
            run(check, "I was so, so sorry and really extremely tired, really really!"),
            Some(vec!["so, so sorry", "really extremely tired", "really really"])
        );
    }

    #[test]
    fn ordinary_english() {
        assert_eq!(
            run(check, "It was very hot, so much so that the queue was way too long."),
            None
        );
        assert_eq!(run(check, "It was hot. So so I waited very long."), Some(vec!["So so I"]));
    }
}
