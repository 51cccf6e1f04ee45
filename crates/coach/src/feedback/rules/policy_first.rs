//! A rule is cited, or a refusal made, before the person is acknowledged.

use crate::feedback::{
    Context, Finding, FindingKind, Move,
    lexicon::{self, Lexicon},
};

const RULE: &Lexicon = &[
    "it's|is|was our|the|company|against policy|rule|rules",
    "policy is|says|states|was",
    "the|our .. window|rule|rules|policy|terms is|are|says|state*|stated",
    "as per .. policy|terms",
    "according to .. policy|terms|rules",
    "policy is policy",
    "rules are rules",
    "terms and conditions",
    "stated|written|says on the .. website|receipt|sign|contract|box|ticket",
    "tell|told|say .. we|i can't|cannot|don't|couldn't|won't .. refund|do|give|accept",
    "said|explain|explained .. we|i can't|cannot|don't|couldn't|won't .. refund|do|give|accept",
    "tell|told|say .. we|i can't|cannot|don't|couldn't|won't .. take|allow|make|help",
    "said|explain|explained .. we|i can't|cannot|don't|couldn't|won't .. take|allow|make|help",
    "tell|told him|her|them no",
    "not allowed to",
    "the same for everyone|everybody|all",
    "refuse|refused .. to|him|her|them|refund",
];
/// The rule that the speaker sets aside is not cited at anybody.
const ASIDE: &Lexicon =
    &["never|don't|didn't|wouldn't|before|instead|without|not|exception|despite|although|even"];
const WARM: &[Move] =
    &[Move::Acknowledge, Move::Apologise, Move::Listen, Move::Thank, Move::Clarify, Move::Options];

/// See the module.
pub fn check(context: &Context) -> Option<Finding> {
    let warm_at = context
        .sentences
        .iter()
        .position(|sentence| sentence.moves.iter().any(|kind| WARM.contains(kind)))
        .unwrap_or(context.sentences.len());
    let mut hits = Vec::new();
    for range in &context.ranges[..warm_at] {
        let cited = lexicon::all(&context.words, range.clone(), RULE);
        hits.extend(cited.into_iter().filter(|hit| {
            let before = hit.start.saturating_sub(4).max(range.start)..hit.start;
            !context.says(before, ASIDE)
        }));
    }
    // Whoever is silent to the customer cites nothing at them.
    if context.facts.own_actions == 0 {
        return None;
    }
    context.finding(FindingKind::PolicyFirst, hits)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::{feedback::rules::testing::run_on, question::Asks};

    fn run(text: &str) -> Option<Vec<&str>> {
        run_on(check, Asks::Plan, "A guest asks for a late check-out. What do you say?", text)
    }

    #[test]
    fn the_rule_before_the_person() {
        assert_eq!(
            run("I'd tell her it's our policy to leave by ten. Then I'd apologise."),
            Some(vec!["it's our policy"])
        );
    }

    #[test]
    fn the_person_before_the_rule() {
        assert_eq!(
            run("I'd say I'm sorry about the rush. Then I'd tell her it's our policy."),
            None
        );
        assert_eq!(run("I'd ask when her train leaves. I'd never start with the policy."), None);
    }
}
