//! No outcome is stated.

use crate::{
    feedback::{Context, Finding, FindingKind, clause::Says},
    question::Asks,
};

/// See the module.
pub fn check(context: &Context) -> Option<Finding> {
    let found = context.finds(FindingKind::NoResult, by_hand(context));
    found.then(|| Finding::absent(FindingKind::NoResult))
}

/// A view has no outcome to tell unless it is shown by something that happened.
pub fn by_hand(context: &Context) -> bool {
    let facts = context.facts;
    let told = facts.event && context.clauses().any(|(_, clause)| clause.says == Says::Did);
    let wanted = context.prompt.asks != Asks::View || told;
    wanted && !facts.outcome
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::{
        feedback::rules::testing::{run, run_on},
        question::Asks,
    };

    #[test]
    fn a_story_without_an_end() {
        assert!(run(check, "A man lost his ticket. I called the office for him.").is_some());
    }

    #[test]
    fn an_end_in_a_sentence_or_in_a_clause() {
        assert!(
            run(check, "A man lost his ticket. I called the office. In the end he got home.")
                .is_none()
        );
        assert!(
            run(check, "A man lost his ticket. I printed a new one and he thanked me.").is_none()
        );
    }

    #[test]
    fn a_view_needs_none() {
        let view = "I believe that service is about time, and I try to give people mine.";
        assert!(run_on(check, Asks::View, "What is service?", view).is_none());
    }
}
