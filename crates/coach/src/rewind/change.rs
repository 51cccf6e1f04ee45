//! What is different between two tries, as the coach reads them.

use super::{
    Section,
    weak::{counts, says_missing},
};
use crate::feedback::{Balance, Finding, FindingKind, Report, StrengthKind};

/// One thing of two tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Both<T> {
    /// Of the earlier one.
    pub earlier: T,
    /// Of the later one.
    pub later: T,
}

/// What is different between an earlier try and a later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What was to mend and is mended, the most useful first.
    pub mended: Vec<FindingKind>,
    /// What is to mend now and was not before.
    pub new: Vec<FindingKind>,
    /// What was to mend and still is.
    pub still: Vec<FindingKind>,
    /// What is done well now and was not before.
    pub gained: Vec<StrengthKind>,
    /// What was done well and is not any more.
    pub lost: Vec<StrengthKind>,
    /// Parts that have words now and had none. What [`Change::mended`] says is not said again.
    pub told: Vec<Section>,
    /// Parts that had words, have none now and should. What [`Change::new`] says is not said again.
    pub untold: Vec<Section>,
    /// The marks, 1 to 5; `None` where there is not enough to judge.
    pub mark: Both<Option<u8>>,
    /// How many words.
    pub words: Both<u32>,
    /// How long they take to say, in seconds.
    pub seconds: Both<u32>,
    /// Words by part.
    pub balance: Both<Balance>,
}

impl Change {
    /// Whether the later try is marked higher, where both are marked.
    #[must_use]
    pub fn is_higher(&self) -> bool {
        self.mark.earlier.is_some() && self.mark.later > self.mark.earlier
    }

    /// Whether the later try is marked lower, where both are marked.
    #[must_use]
    pub fn is_lower(&self) -> bool {
        self.mark.later.is_some() && self.mark.later < self.mark.earlier
    }
}

/// Compares two tries of one question.
#[must_use]
pub fn compare(earlier: &Report, later: &Report) -> Change {
    let (was, is) = (findings(earlier), findings(later));
    let (strong_before, strong_now) = (strengths(earlier), strengths(later));
    let mended: Vec<FindingKind> =
        without(&was, &is).into_iter().filter(|kind| !is_overtaken(*kind, &is)).collect();
    let new = without(&is, &was);
    let told = |report: &Report, section: Section| section.words(report) > 0;
    let sections = || Section::ALL.iter().copied();
    let said = |list: &[FindingKind], section| {
        list.iter().any(|kind| says_missing(*kind) == Some(section))
    };
    Change {
        told: sections()
            .filter(|it| told(later, *it) && !told(earlier, *it) && !said(&mended, *it))
            .collect(),
        untold: sections()
            .filter(|it| told(earlier, *it) && !told(later, *it) && later.lacks(it.part()))
            .filter(|it| !said(&new, *it))
            .collect(),
        still: was.iter().copied().filter(|kind| is.contains(kind)).collect(),
        mended,
        new,
        gained: without(&strong_now, &strong_before),
        lost: without(&strong_before, &strong_now),
        mark: Both { earlier: earlier.quality, later: later.quality },
        words: Both { earlier: earlier.words, later: later.words },
        seconds: Both { earlier: earlier.seconds, later: later.seconds },
        balance: Both { earlier: earlier.balance, later: later.balance },
    }
}

/// Whether a finding is gone only because all that it was about is missing: an ending that is not there
/// is not easy to believe.
fn is_overtaken(kind: FindingKind, now: &[FindingKind]) -> bool {
    let missing = match kind {
        FindingKind::NoEvidence => FindingKind::NoResult,
        FindingKind::Vague | FindingKind::WeOnly => FindingKind::NoOwnAction,
        _ => return false,
    };
    now.contains(&missing)
}

/// The kinds of an answer's findings, the most useful first.
fn findings(report: &Report) -> Vec<FindingKind> {
    let held = |finding: &&Finding| counts(finding.kind, report);
    report.findings.iter().filter(held).map(|finding| finding.kind).collect()
}

/// The kinds of an answer's strengths, each once, in the order of their list.
fn strengths(report: &Report) -> Vec<StrengthKind> {
    // An ending that somebody confirms can be checked: of the two only the rarer is praised. Small
    // things are praised only where there is nothing greater, so they come and go without a loss.
    let same = |kind| match kind {
        StrengthKind::Confirmed => StrengthKind::CheckableResult,
        other => other,
    };
    let has = |kind: &&StrengthKind| report.strengths.iter().any(|it| same(it.kind) == **kind);
    StrengthKind::ALL.iter().filter(|kind| !kind.is_small()).filter(has).copied().collect()
}

/// What is in one list and not in the other.
fn without<T: Copy + PartialEq>(list: &[T], other: &[T]) -> Vec<T> {
    list.iter().copied().filter(|one| !other.contains(one)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        feedback::{Model, Prompt, report},
        question::Asks,
    };

    const BEGUN: &str = "Last May a guest shouted at our desk because her bill was wrong. I listened \
        until she had finished. I said sorry for the second bill and I called the office while she \
        waited. I printed a new bill and I carried her bags to the taxi.";
    const ENDING: &str = "She paid one bill and wrote to my manager the next day to thank me.";

    fn read(asks: Asks, text: &str) -> Report {
        let prompt = Prompt { text: "Tell me about a time you helped a customer.", asks };
        report(Model::shipped(), &prompt, text)
    }

    #[test]
    fn an_ending_is_better_and_taking_it_away_is_a_loss() {
        let (begun, ended) =
            (read(Asks::Example, BEGUN), read(Asks::Example, &format!("{BEGUN} {ENDING}")));
        let forth = compare(&begun, &ended);
        assert!(forth.mended.contains(&FindingKind::NoResult), "{forth:?}");
        assert!(forth.gained.contains(&StrengthKind::CheckableResult), "{forth:?}");
        assert!(forth.still.contains(&FindingKind::NoInsight), "{forth:?}");
        assert_eq!((forth.new.as_slice(), forth.lost.as_slice()), (&[][..], &[][..]));
        assert_eq!(forth.told, [], "the finding that is gone says it");
        assert!(forth.is_higher() && !forth.is_lower(), "{:?} {:?}", begun.reasons, ended.reasons);
        assert!(forth.words.later > forth.words.earlier);
        let back = compare(&ended, &begun);
        assert_eq!((&back.new, &back.lost), (&forth.mended, &forth.gained));
        assert!(back.is_lower() && !back.is_higher());
    }

    #[test]
    fn the_same_answer_is_no_change() {
        let same = read(Asks::Example, BEGUN);
        let change = compare(&same, &same);
        assert!(change.mended.is_empty() && change.new.is_empty());
        assert!(change.gained.is_empty() && change.lost.is_empty());
        assert!(change.told.is_empty() && change.untold.is_empty());
        assert!(!change.is_higher() && !change.is_lower());
        assert!(!change.still.is_empty());
    }

    #[test]
    fn what_is_not_asked_for_is_not_lost() {
        let lesson = format!("{BEGUN} {ENDING} I learned to read every bill aloud.");
        let shorter = format!("{BEGUN} {ENDING}");
        let of = |asks| compare(&read(asks, &lesson), &read(asks, &shorter));
        assert_eq!(of(Asks::Plan).untold, []);
        assert!(!of(Asks::Plan).new.contains(&FindingKind::NoInsight));
        assert!(of(Asks::Example).new.contains(&FindingKind::NoInsight));
    }

    #[test]
    fn what_is_missing_is_not_mended() {
        let found = |kind| {
            let findings = vec![Finding::absent(kind)];
            Report { findings, ..read(Asks::Example, BEGUN) }
        };
        let change = |was, is| compare(&found(was), &found(is));
        let gone = change(FindingKind::NoEvidence, FindingKind::NoResult);
        assert_eq!((gone.mended, gone.new), (vec![], vec![FindingKind::NoResult]));
        assert_eq!(change(FindingKind::Vague, FindingKind::NoOwnAction).mended, []);
        let mended = change(FindingKind::NoEvidence, FindingKind::Hedged).mended;
        assert_eq!(mended, [FindingKind::NoEvidence]);
    }

    #[test]
    fn nothing_is_neither_higher_nor_lower_than_something() {
        let change = compare(&read(Asks::Example, ""), &read(Asks::Example, BEGUN));
        assert!(!change.is_higher() && !change.is_lower());
        assert_eq!(change.mark.earlier, None);
        assert!(change.told.contains(&Section::Action), "{change:?}");
    }
}
