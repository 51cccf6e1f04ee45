//! The mark: 1 to 5 on behavioural anchors, from what was found and not from how it sounds.
//!
//! | mark | an answer |
//! |---|---|
//! | 1 | with nothing usable: off the question, empty, or nothing but blame |
//! | 2 | in general words: beliefs and intentions, no event or step of the speaker's own |
//! | 3 | with an event or plan and at least one clear step of the speaker's own |
//! | 4 | with several steps and an outcome |
//! | 5 | as 4, with an outcome that can be checked and a lesson or change of practice |

use super::{Context, Finding, FindingKind};
use crate::question::Asks;

/// How many steps are "several".
const SEVERAL: usize = 2;

/// Marks an answer; `None` where there is not enough English to judge.
#[must_use]
pub fn judge(context: &Context, findings: &[Finding]) -> Option<u8> {
    let facts = context.facts;
    if !facts.judgeable {
        return None;
    }
    let found = |kind| findings.iter().any(|finding| finding.kind == kind);
    if found(FindingKind::OffQuestion) {
        return Some(1);
    }
    let nothing_told = found(FindingKind::NoOwnAction) || found(FindingKind::NoExample);
    if found(FindingKind::Blame) && (nothing_told || found(FindingKind::TriggerPhrase)) {
        return Some(1);
    }
    if nothing_told || found(FindingKind::WeOnly) || found(FindingKind::PolicyFirst) {
        return Some(2);
    }
    if found(FindingKind::Overpromise) && found(FindingKind::Vague) {
        return Some(2);
    }
    if context.prompt.asks == Asks::View && facts.own_actions == 0 {
        return Some(2);
    }
    let by_rule = ladder(context, found);
    // The ladder counts what is there; the model has seen how much of it people wanted. Where the two
    // are far apart, the truth lies between.
    let weighed = context.weighed.as_ref().map_or(by_rule, |facts| context.model.mark(facts));
    if by_rule.abs_diff(weighed) > 1 {
        Some((by_rule + weighed).div_ceil(2))
    } else {
        Some(by_rule)
    }
}

/// From 3 to 5, by what is there.
fn ladder(context: &Context, found: impl Fn(FindingKind) -> bool) -> u8 {
    let facts = context.facts;
    let several = facts.own_actions >= SEVERAL;
    let vague = found(FindingKind::Vague) && !facts.evidence;
    if !several || !facts.outcome || vague {
        return 3;
    }
    if facts.evidence && facts.lesson && !found(FindingKind::Vague) { 5 } else { 4 }
}

#[cfg(test)]
mod tests {
    use crate::{
        feedback::{Model, Prompt, report},
        question::Asks,
    };

    fn mark(asks: Asks, text: &str) -> Option<u8> {
        report(
            Model::shipped(),
            &Prompt { text: "Tell me about a time you dealt with a complaint.", asks },
            text,
        )
        .quality
    }

    #[test]
    fn too_little_or_not_english_is_not_judged() {
        assert_eq!(mark(Asks::Example, "I asked her what was wrong."), None);
        assert_eq!(
            mark(Asks::Example, "Der Kunde war sehr wütend und wollte sofort sein Geld zurück."),
            None
        );
        assert_eq!(mark(Asks::Example, "asdf jkl qwer uiop zxcv bnm asdf jkl qwer"), None);
    }

    #[test]
    fn empty_words_stay_low() {
        for text in [
            "I don't know, I have never really thought about that question at all, sorry.",
            "Tell me about a time you dealt with a complaint. A time you dealt with a complaint.",
            "I always stay calm and I believe that good service is important to all of us.",
        ] {
            assert!(mark(Asks::Example, text) <= Some(2), "{text}");
        }
    }

    #[test]
    fn the_ladder() {
        let one = "A guest found a hair in his soup last May. I took the bowl back to the kitchen.";
        assert_eq!(mark(Asks::Example, one), Some(3));
        let four = format!(
            "{one} I apologised for the hair and asked what he would like instead. He laughed and \
             stayed for dessert."
        );
        assert_eq!(mark(Asks::Example, &four), Some(4));
        let five = format!("{four} I learned to look at every plate before it leaves my hand.");
        assert_eq!(mark(Asks::Example, &five), Some(5));
    }
}
