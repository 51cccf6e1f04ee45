//! So long that an interviewer would have stopped listening.

use crate::feedback::{Context, Finding, FindingKind};

/// The most words that fit in about two and a half minutes.
pub const MOST: usize = 330;

/// See the module. Points at what goes beyond.
pub fn check(context: &Context) -> Option<Finding> {
    let len = context.words.len();
    if len <= MOST {
        return None;
    }
    Finding::at(FindingKind::TooLong, vec![context.span(MOST..len)])
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::feedback::rules::testing::run;

    #[test]
    fn points_at_what_goes_beyond() {
        assert!(run(check, &"word ".repeat(330)).is_none());
        assert_eq!(run(check, &"word ".repeat(332)), Some(vec!["word word"]));
    }
}
