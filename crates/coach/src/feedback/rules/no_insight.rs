//! Nothing learned or changed is stated.

use crate::feedback::{Context, Finding, FindingKind};

/// See the module.
pub fn check(context: &Context) -> Option<Finding> {
    let found = context.finds(FindingKind::NoInsight, by_hand(context));
    found.then(|| Finding::absent(FindingKind::NoInsight))
}

/// No lesson is told anywhere.
pub fn by_hand(context: &Context) -> bool {
    !context.facts.lesson
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::feedback::rules::testing::run;

    #[test]
    fn without_and_with_a_lesson() {
        let text = "A man lost his ticket. I printed a new one and he thanked me.";
        assert!(run(check, text).is_some());
        assert!(run(check, &format!("{text} Since then I keep spare paper.")).is_none());
        assert!(run(check, &format!("{text} That taught me to stay at the desk.")).is_none());
    }
}
