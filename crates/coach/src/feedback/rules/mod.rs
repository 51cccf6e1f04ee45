//! What to mend: one file a rule, each with its tests beside it.
//!
//! A rule reads the [`Context`] and answers with at most one [`Finding`] that points at the words
//! meant, or at none where something is missing. To add one: a variant of
//! [`FindingKind`](super::FindingKind), a file here, and a line in [`RULES`], whose order is the
//! order in which findings are shown.

mod blame;
pub(super) mod hedged;
mod intensified;
mod no_evidence;
mod no_example;
mod no_insight;
mod no_own_action;
mod no_result;
mod off_question;
mod overpromise;
mod policy_first;
pub(super) mod too_long;
pub(super) mod too_short;
pub(super) mod top_heavy;
mod trigger_phrase;
pub(super) mod vague;
mod we_only;

pub(super) use hedged::hits as hedges;

use super::{Context, Finding};

/// A rule.
pub type Rule = fn(&Context) -> Option<Finding>;

/// Every rule, the one whose finding is most useful to hear first.
pub const RULES: &[Rule] = &[
    no_example::check,
    no_own_action::check,
    no_result::check,
    blame::check,
    trigger_phrase::check,
    policy_first::check,
    off_question::check,
    overpromise::check,
    we_only::check,
    vague::check,
    no_evidence::check,
    top_heavy::check,
    no_insight::check,
    hedged::check,
    intensified::check,
    too_short::check,
    too_long::check,
];

/// What rules of thumb say, for the model to weigh: each of the findings that it decides.
pub(super) const HAND_WRITTEN: &[fn(&Context) -> bool] = &[
    no_example::by_hand,
    no_own_action::by_hand,
    no_result::by_hand,
    no_evidence::by_hand,
    no_insight::by_hand,
    vague::by_hand,
    vague::is_general,
    we_only::by_hand,
    |context| blame::check(context).is_some(),
    off_question::by_hand,
    |context| policy_first::check(context).is_some(),
    |context| overpromise::check(context).is_some(),
    |context| trigger_phrase::check(context).is_some(),
    |context| hedged::check(context).is_some(),
];

/// All findings in an answer, the most useful first. An answer without a word has none: there is
/// nothing to mend yet.
#[must_use]
pub fn all(context: &Context) -> Vec<Finding> {
    if context.words.is_empty() {
        return Vec::new();
    }
    RULES.iter().filter_map(|rule| rule(context)).collect()
}

/// What the tests of the rules share.
#[cfg(test)]
pub(super) mod testing {
    use super::{Context, Rule};
    use crate::{
        feedback::{Model, Prompt},
        question::Asks,
    };

    /// Runs one rule; the words that the finding points at, or `None` without a finding.
    pub fn run_on<'a>(
        rule: Rule,
        asks: Asks,
        question: &str,
        text: &'a str,
    ) -> Option<Vec<&'a str>> {
        let context = Context::new(Model::shipped(), Prompt { text: question, asks }, text);
        let finding = rule(&context)?;
        Some(finding.spans.into_iter().map(|span| span.of(text)).collect())
    }

    /// Runs one rule on the answer to a question for an example.
    pub fn run(rule: Rule, text: &str) -> Option<Vec<&str>> {
        run_on(rule, Asks::Example, "Tell me about a time you helped somebody.", text)
    }
}
