//! Which part of an answer to practise again, and why.

use super::Section;
use crate::{
    feedback::{Finding, FindingKind, Report},
    part::Part,
};

/// How much of an answer should be action and result, in per cent: what interview guides advise, and
/// what the balance of a report aims at.
const SUBSTANCE: u32 = 60;

/// A reason to practise a part again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Something was found in it.
    Finding(FindingKind),
    /// It should be there and is not.
    Missing,
    /// There is little of it beside the rest.
    Thin,
}

/// A part that is worth practising again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weak {
    /// The part.
    pub section: Section,
    /// Why, the most useful reason first. Never empty.
    pub why: Vec<Why>,
}

/// The weak parts of an answer, the weakest first: in the order in which findings are useful to hear,
/// then what is missing, then what is thin. What concerns the answer as a whole names no part.
#[must_use]
pub fn of(report: &Report) -> Vec<Weak> {
    let mut all: Vec<Weak> = Vec::new();
    let mut add = |section, why| match all.iter_mut().find(|weak| weak.section == section) {
        Some(weak) => weak.why.push(why),
        None => all.push(Weak { section, why: vec![why] }),
    };
    for finding in &report.findings {
        if let Some(section) = concerns(finding, report) {
            add(section, Why::Finding(finding.kind));
        }
    }
    for part in &report.missing {
        let Some(section) = Section::of(*part) else { continue };
        let said = |finding: &Finding| says_missing(finding.kind) == Some(section);
        if !report.findings.iter().any(said) {
            add(section, Why::Missing);
        }
    }
    let lacks_action = report.lacks(Part::Action);
    let judged = report.quality.is_some();
    let substance = report.balance.substance_percent();
    let told = report.findings.iter().any(|finding| finding.kind == FindingKind::TopHeavy);
    if judged && !lacks_action && !told && substance < SUBSTANCE && report.balance.situation > 0 {
        add(Section::Action, Why::Thin);
    }
    all
}

/// The part whose absence a finding tells.
pub(super) const fn says_missing(kind: FindingKind) -> Option<Section> {
    match kind {
        FindingKind::NoExample => Some(Section::Background),
        FindingKind::NoOwnAction => Some(Section::Action),
        FindingKind::NoResult => Some(Section::Result),
        FindingKind::NoInsight => Some(Section::Insight),
        _ => None,
    }
}

/// Whether a finding holds for this answer: a plan or a view needs no lesson, so that its absence is
/// nothing to mend there.
pub(super) fn counts(kind: FindingKind, report: &Report) -> bool {
    kind != FindingKind::NoInsight || report.lacks(Part::Insight)
}

/// The part that a finding is about: where its words stand, or the part that they are missing from.
fn concerns(finding: &Finding, report: &Report) -> Option<Section> {
    if !counts(finding.kind, report) {
        return None;
    }
    if let Some(section) = says_missing(finding.kind) {
        return Some(section);
    }
    match finding.kind {
        FindingKind::WeOnly => Some(Section::Action),
        FindingKind::NoEvidence => Some(Section::Result),
        FindingKind::TopHeavy => Some(Section::Background),
        FindingKind::OffQuestion | FindingKind::TooShort | FindingKind::TooLong => None,
        FindingKind::Vague => Some(most(finding, report).unwrap_or(Section::Action)),
        _ => most(finding, report),
    }
}

/// The part that most of a finding's places stand in; on a tie the one told first.
fn most(finding: &Finding, report: &Report) -> Option<Section> {
    let mut counts = [0_usize; Section::ALL.len()];
    for span in &finding.spans {
        let at = report.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        if let Some(section) = report.sentences.get(at).and_then(|s| Section::of(s.part)) {
            counts[section as usize] += 1;
        }
    }
    let best = Section::ALL.iter().rev().max_by_key(|section| counts[**section as usize])?;
    (counts[*best as usize] > 0).then_some(*best)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        feedback::{Model, Prompt, report},
        question::Asks,
    };

    fn weakest(asks: Asks, text: &str) -> Vec<Weak> {
        let prompt = Prompt { text: "Tell me about a time you helped a customer.", asks };
        of(&report(Model::shipped(), &prompt, text))
    }

    const BEGUN: &str = "Last May a guest shouted at our desk because her bill was wrong. I listened \
        until she had finished. I said sorry for the second bill and I called the office while she \
        waited. I printed a new bill and I carried her bags to the taxi.";

    #[test]
    fn without_an_ending_the_result_comes_first() {
        let weak = weakest(Asks::Example, BEGUN);
        assert_eq!(weak[0].section, Section::Result, "{weak:?}");
        assert_eq!(weak[0].why[0], Why::Finding(FindingKind::NoResult));
        assert!(weak.iter().any(|weak| weak.section == Section::Insight), "{weak:?}");
    }

    #[test]
    fn a_plan_is_not_sent_to_practise_a_lesson() {
        let weak = weakest(Asks::Plan, BEGUN);
        assert!(weak.iter().all(|weak| weak.section != Section::Insight), "{weak:?}");
    }

    #[test]
    fn general_words_send_to_the_part_they_stand_in() {
        let text = "Last May a guest shouted at our desk because her bill was wrong. I handled the \
            situation in a professional manner and did my best. In the end the problem was solved.";
        let weak = weakest(Asks::Example, text);
        let action = weak.iter().find(|weak| weak.section == Section::Action);
        assert!(
            action.is_some_and(|weak| weak.why.contains(&Why::Finding(FindingKind::Vague))),
            "{weak:?}"
        );
    }

    #[test]
    fn every_reason_is_named_once_and_a_whole_answer_has_none() {
        for text in ["", "Hello.", BEGUN] {
            for weak in weakest(Asks::Example, text) {
                assert!(!weak.why.is_empty());
                assert!((1..weak.why.len()).all(|at| !weak.why[..at].contains(&weak.why[at])));
            }
        }
        let whole = "Last May a guest shouted at our desk because her bill was wrong. I listened until \
            she had finished. I said sorry for the second bill and I called the office while she \
            waited. I printed a new bill and carried her bags to the taxi. She paid one bill and \
            wrote to my manager the next day to thank me. Since then I always read a bill aloud \
            before I print it.";
        assert_eq!(weakest(Asks::Example, whole), []);
    }
}
