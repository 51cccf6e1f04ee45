//! What an answer lacks most, and so what would be asked next.

use crate::{
    feedback::{Context, Finding, FindingKind, Move, Sign, signs},
    question::{Asks, Gap, Probe},
};

use super::Next;

/// From so much on something counts as missing, on the scale of [`lacks`].
const MISSING: u32 = 50;

/// Gaps by how deep a follow-up about them goes, the deepest first.
const DEEPEST: [Gap; 8] = [
    Gap::Limits,
    Gap::Reasoning,
    Gap::Insight,
    Gap::Empathy,
    Gap::Evidence,
    Gap::Result,
    Gap::OwnAction,
    Gap::Example,
];

/// The probe whose gap is what the answer lacks most, the earlier one where two are equal. Where
/// nothing is missing, the probe that goes deepest. Without probes, the same among all gaps.
pub fn next(context: &Context, findings: &[Finding], probes: &[Probe]) -> Next {
    let all: Vec<(Gap, Option<usize>)> = if probes.is_empty() {
        Gap::ALL.iter().map(|gap| (*gap, None)).collect()
    } else {
        probes.iter().enumerate().map(|(at, probe)| (probe.gap, Some(at))).collect()
    };
    let mut most = (0, Gap::Limits, None);
    for (gap, probe) in &all {
        let lack = lacks(context, findings, *gap);
        if lack > most.0 {
            most = (lack, *gap, *probe);
        }
    }
    if most.0 >= MISSING {
        return Next { gap: most.1, probe: most.2, missing: true };
    }
    let deepest = DEEPEST.iter().find_map(|deep| all.iter().find(|(gap, _)| gap == deep));
    let (gap, probe) = deepest.copied().unwrap_or((Gap::Limits, None));
    Next { gap, probe, missing: false }
}

/// How much an answer lacks something, from 0 to 100. What an interviewer cannot do without weighs most:
/// a case, then the speaker's part, the ending, something to check it by, the other person, the lesson,
/// the reasons, the limits.
fn lacks(context: &Context, findings: &[Finding], gap: Gap) -> u32 {
    let found = |kind| findings.iter().any(|finding| finding.kind == kind);
    let heard = |sign| !signs::hear(context, sign).is_empty();
    let facts = context.facts;
    let is_event = context.prompt.asks == Asks::Example;
    match gap {
        Gap::Example if found(FindingKind::NoExample) => 100,
        Gap::Example if !facts.event => 64,
        Gap::OwnAction if found(FindingKind::NoOwnAction) => 95,
        Gap::OwnAction if found(FindingKind::WeOnly) => 90,
        Gap::OwnAction if found(FindingKind::Vague) || facts.own_actions < 2 => 70,
        Gap::Result if found(FindingKind::NoResult) => 85,
        Gap::Result if !facts.outcome => {
            if is_event || facts.event {
                80
            } else {
                40
            }
        }
        Gap::Evidence if found(FindingKind::NoEvidence) => 78,
        Gap::Evidence if !facts.evidence => {
            if facts.outcome {
                72
            } else {
                62
            }
        }
        Gap::Empathy if found(FindingKind::PolicyFirst) => 82,
        Gap::Empathy => {
            let kind = [Move::Listen, Move::Acknowledge, Move::Apologise];
            let made =
                context.sentences.iter().any(|s| s.moves.iter().any(|made| kind.contains(made)));
            match (made || heard(Sign::NamedFeeling), heard(Sign::TheirSide)) {
                (false, false) => 68,
                (false, true) => 45,
                _ => 0,
            }
        }
        Gap::Insight if found(FindingKind::NoInsight) || !facts.lesson => {
            if is_event {
                66
            } else {
                42
            }
        }
        Gap::Reasoning if !heard(Sign::ExplainedWhy) => 60,
        Gap::Limits if !heard(Sign::NamedLimit) && !heard(Sign::SaidNo) => 55,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::{Model, Prompt, rules};

    fn ask(asks: Asks, gaps: &[Gap], text: &str) -> Next {
        let prompt = Prompt { text: "What happened?", asks };
        let context = Context::new(Model::shipped(), prompt, text);
        let probe = |gap: &Gap| Probe { gap: *gap, ask: "And?".into() };
        let probes: Vec<Probe> = gaps.iter().map(probe).collect();
        next(&context, &rules::all(&context), &probes)
    }

    const FULL: &str = "Last May a woman shouted at our desk because her bill was wrong. I let her \
        finish and I said I was sorry that we had charged her twice. I called the office while \
        she waited, because I can only give back ten euros by myself. She calmed down, and on \
        Friday she came back to thank me. I learned to read every bill before I print it.";

    #[test]
    fn what_is_missing_most_is_asked() {
        let told =
            "Last May a woman shouted at our desk. I let her finish and I called the office.";
        let probes = [Gap::Insight, Gap::Result, Gap::Empathy];
        let next = ask(Asks::Example, &probes, told);
        assert_eq!(next, Next { gap: Gap::Result, probe: Some(1), missing: true });
        let habit = "I am always kind to people, and I like to help them with what they need.";
        assert_eq!(ask(Asks::Example, &[Gap::Result, Gap::Example], habit).gap, Gap::Example);
    }

    #[test]
    fn where_nothing_is_missing_it_goes_deeper() {
        let probes = [Gap::Empathy, Gap::Result, Gap::Insight];
        let next = ask(Asks::Example, &probes, FULL);
        assert_eq!(next, Next { gap: Gap::Insight, probe: Some(2), missing: false });
    }

    #[test]
    fn without_probes_the_gap_itself_is_named() {
        let next = ask(Asks::Example, &[], FULL);
        assert_eq!((next.probe, next.missing), (None, false));
        assert_eq!(ask(Asks::Plan, &[], "").probe, None);
    }
}
