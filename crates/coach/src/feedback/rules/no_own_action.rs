//! No sentence says what the speaker personally did or would do.

use crate::feedback::{Context, Finding, FindingKind};

/// See the module. Where everything is told as "we", [`we_only`](super::we_only) says it.
pub fn check(context: &Context) -> Option<Finding> {
    let found = context.finds(FindingKind::NoOwnAction, by_hand(context));
    found.then(|| Finding::absent(FindingKind::NoOwnAction))
}

/// Nobody acts, neither "I" nor "we".
pub fn by_hand(context: &Context) -> bool {
    context.facts.own_actions == 0 && context.facts.team_actions == 0
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::{
        feedback::rules::testing::{run, run_on},
        question::Asks,
    };

    #[test]
    fn others_or_nobody_acting() {
        assert!(run(check, "The shop was full and my manager called security.").is_some());
        assert!(run(check, "It is important to be patient with people.").is_some());
    }

    #[test]
    fn own_steps() {
        assert!(
            run(check, "The shop was full. I opened a second till and waved people over.")
                .is_none()
        );
        assert!(run_on(check, Asks::Plan, "How do you?", "I ask them what they need.").is_none());
    }
}
