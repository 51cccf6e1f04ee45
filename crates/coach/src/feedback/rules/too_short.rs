//! Too short to judge or to convince.

use crate::feedback::{Context, Finding, FindingKind};

/// The fewest words that can tell an event and its outcome: about 20 seconds.
pub const FEWEST: usize = 40;

/// See the module.
pub fn check(context: &Context) -> Option<Finding> {
    (context.words.len() < FEWEST).then(|| Finding::absent(FindingKind::TooShort))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::feedback::rules::testing::run;

    #[test]
    fn forty_words_are_enough() {
        assert!(run(check, &"word ".repeat(39)).is_some());
        assert!(run(check, &"word ".repeat(40)).is_none());
    }
}
