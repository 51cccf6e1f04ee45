//! Actions are told mainly as "we": the speaker's own part cannot be made out.

use crate::feedback::{
    Context, Finding, FindingKind,
    clause::{Clause, Who},
};
use crate::part::Part;

/// See the module. Points at each "we …".
pub fn check(context: &Context) -> Option<Finding> {
    if !context.finds(FindingKind::WeOnly, by_hand(context)) {
        return None;
    }
    let ours =
        |c: &(Part, &Clause)| c.1.who == Who::We && c.1.words.len() > 1 && Context::is_step(*c);
    let spans = context.clauses().filter(ours).map(|c| context.span(c.1.words.clone())).collect();
    Finding::at(FindingKind::WeOnly, spans)
}

/// "We" acts, and "I" less than half as often.
pub fn by_hand(context: &Context) -> bool {
    let facts = context.facts;
    facts.team_actions > 0 && facts.team_actions > facts.own_actions * 2
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::feedback::rules::testing::run;

    #[test]
    fn we_did_it() {
        assert_eq!(
            run(check, "The cake was late. We called the baker and we quickly found another one."),
            Some(vec!["We called", "we quickly found"])
        );
    }

    #[test]
    fn i_did_my_part() {
        assert_eq!(run(check, "The cake was late. I called the baker and we found another."), None);
        assert_eq!(run(check, "We were three. I called the baker."), None);
    }
}
