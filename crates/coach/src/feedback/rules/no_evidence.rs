//! An outcome is stated with nothing measurable or observable behind it.

use crate::{
    feedback::{Context, Finding, FindingKind},
    part::Part,
};

/// See the module. Points at the sentences of result.
pub fn check(context: &Context) -> Option<Finding> {
    if !context.finds(FindingKind::NoEvidence, by_hand(context)) {
        return None;
    }
    let spans = context.ranges_of(Part::Result).map(|range| context.span(range)).collect();
    Some(Finding::about(FindingKind::NoEvidence, spans))
}

/// An outcome is told, and nothing that can be checked.
pub fn by_hand(context: &Context) -> bool {
    context.facts.outcome && !context.facts.evidence
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::feedback::rules::testing::run;

    #[test]
    fn an_outcome_in_general_words() {
        let text = "The queue was long. I opened a till. In the end everyone was happy.";
        assert_eq!(run(check, text), Some(vec!["In the end everyone was happy"]));
    }

    #[test]
    fn something_to_check() {
        for end in
            ["The wait fell from twenty minutes to five.", "In the end she wrote to thank me."]
        {
            let text = format!("The queue was long. I opened a till. {end}");
            assert_eq!(run(check, &text), None, "{text}");
        }
    }

    #[test]
    fn no_outcome_is_another_matter() {
        assert_eq!(run(check, "The queue was long. I opened a till."), None);
    }
}
