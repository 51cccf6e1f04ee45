//! How the difference between two tries is put: what is better first, then what got lost on the way,
//! then what is still open.

use coach::{
    feedback::{FindingKind, StrengthKind},
    part::Part,
    rewind::{Change, Section, Why},
};

use super::feedback::{general, title, why_it_matters};

/// What a part is called within a sentence.
const fn section(section: Section) -> &'static str {
    match section {
        Section::Background => "situation and task",
        Section::Action => "action",
        Section::Result => "result",
        Section::Insight => "insight",
    }
}

/// A question that gets someone to say it.
pub const fn ask_for(section: Section) -> &'static str {
    match section {
        Section::Background => "Where were you, who needed help, and what was yours to sort out?",
        Section::Action => "What did you do? Say “I”, one step after the other.",
        Section::Result => "How did it end? What did they say or do, and when?",
        Section::Insight => "What do you do differently since then?",
    }
}

/// The offer to practise a part.
pub const fn practise(section: Section) -> &'static str {
    match section {
        Section::Background => "Practise the situation and task again",
        Section::Action => "Practise the action again",
        Section::Result => "Practise the result again",
        Section::Insight => "Practise the insight again",
    }
}

/// Why a part is worth practising: in a few words, and why it matters to an interviewer.
pub const fn why(section: Section, why: Why) -> (&'static str, &'static str) {
    match why {
        Why::Finding(kind) => (title(kind), why_it_matters(kind)),
        Why::Missing => match section {
            Section::Background => {
                ("Say where it happened", "Without a scene they cannot follow what you did.")
            }
            Section::Action => self::why(section, Why::Finding(FindingKind::NoOwnAction)),
            Section::Result => self::why(section, Why::Finding(FindingKind::NoResult)),
            Section::Insight => self::why(section, Why::Finding(FindingKind::NoInsight)),
        },
        Why::Thin => (
            "Give your steps more room",
            "Action and result should be 60% or more: that is what they choose by.",
        ),
    }
}

/// As what the coach reads the sentences of new words, which there are.
pub fn read_as(section: Section, parts: &[Part]) -> String {
    let name = self::section(section);
    let fits = parts.iter().filter(|part| Section::of(**part) == Some(section)).count();
    if fits == parts.len() {
        format!("The coach reads this as {name}.")
    } else if fits > 0 {
        format!("The coach reads {fits} of {} sentences as {name}.", parts.len())
    } else {
        let other = parts.iter().find_map(|part| Section::of(*part)).map(self::section);
        let other = other.unwrap_or("an opening or aside");
        format!("The coach reads this as {other}, not yet as {name}.")
    }
}

/// What is said where a reason to practise no longer holds.
pub const fn done(section: Section, why: Why) -> &'static str {
    match why {
        Why::Finding(kind) => mended(kind),
        Why::Missing => told(section),
        Why::Thin => "Your steps have room now.",
    }
}

/// The difference between two tries in plain words, each line once.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Lists {
    /// What is better now.
    pub better: Vec<&'static str>,
    /// What got lost on the way.
    pub lost: Vec<&'static str>,
    /// What is still open: what it is, and a next step.
    pub open: Vec<(&'static str, &'static str)>,
}

/// The difference between two tries.
pub fn lists(change: &Change) -> Lists {
    let mut lists = Lists::default();
    if change.is_higher() {
        lists.better.push("As a whole, it reads a step stronger.");
    } else if change.is_lower() {
        lists.lost.push("As a whole, it reads a step weaker.");
    }
    lists.better.extend(change.mended.iter().map(|kind| mended(*kind)));
    lists.better.extend(change.told.iter().map(|section| told(*section)));
    let says = |list: &[FindingKind], kind| twin(kind).is_some_and(|twin| list.contains(&twin));
    let gained = change.gained.iter().filter(|kind| !says(&change.mended, **kind));
    lists.better.extend(gained.map(|kind| self::gained(*kind)));
    lists.lost.extend(change.new.iter().map(|kind| fallen(*kind)));
    lists.lost.extend(change.untold.iter().map(|section| untold(*section)));
    let lost = change.lost.iter().filter(|kind| !says(&change.new, **kind));
    lists.lost.extend(lost.map(|kind| self::lost(*kind)));
    lists.open = change.still.iter().map(|kind| (title(*kind), general(*kind))).collect();
    lists
}

/// The finding that says the same of what is missing as a strength does of what is there.
const fn twin(kind: StrengthKind) -> Option<FindingKind> {
    match kind {
        StrengthKind::CheckableResult | StrengthKind::Confirmed => Some(FindingKind::NoEvidence),
        StrengthKind::Lesson => Some(FindingKind::NoInsight),
        StrengthKind::OwnSteps => Some(FindingKind::NoOwnAction),
        _ => None,
    }
}

/// What is said of a finding that is gone.
const fn mended(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::NoExample => "You tell one real event now.",
        FindingKind::NoOwnAction => "They can see what you did.",
        FindingKind::NoResult => "It has an ending now.",
        FindingKind::NoEvidence => "The ending is easy to believe now.",
        FindingKind::NoInsight => "You say what you learned.",
        FindingKind::Blame => "It is told without blame now.",
        FindingKind::PolicyFirst => "The feeling comes before the rule now.",
        FindingKind::TriggerPhrase => "The words that make people angrier are gone.",
        FindingKind::Vague => "They can picture what you did.",
        FindingKind::Hedged => "The soft words are gone. It sounds surer.",
        FindingKind::WeOnly => "You say “I” for your own steps now.",
        FindingKind::TooShort => "It is long enough now.",
        FindingKind::TooLong => "It is short enough to follow now.",
        FindingKind::OffQuestion => "It answers the question now.",
        FindingKind::Overpromise => "You promise only what you can keep.",
        FindingKind::TopHeavy => "The beginning leaves room for what you did.",
        FindingKind::Intensified => "Plain facts stand where louder words were.",
    }
}

/// What is said of a finding that was not there before.
const fn fallen(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::NoExample => "The one real event can no longer be seen.",
        FindingKind::NoOwnAction => "What you did yourself can no longer be seen.",
        FindingKind::NoResult => "The ending is gone.",
        FindingKind::NoEvidence => "The fact that made the ending easy to believe is gone.",
        FindingKind::NoInsight => "What you learned is gone.",
        FindingKind::Blame => "It now puts blame on someone.",
        FindingKind::PolicyFirst => "The rule now comes before the kind word.",
        FindingKind::TriggerPhrase => "There are words in it now that make people angrier.",
        FindingKind::Vague => "It is more general now, and harder to picture.",
        FindingKind::Hedged => "There are more soft words in it now, such as “maybe”.",
        FindingKind::WeOnly => "It says “we” now where it was you.",
        FindingKind::TooShort => "It is too short now.",
        FindingKind::TooLong => "It is too long to follow now.",
        FindingKind::OffQuestion => "It no longer answers the question.",
        FindingKind::Overpromise => "It now promises what nobody can be sure of.",
        FindingKind::TopHeavy => "The beginning takes too much room now.",
        FindingKind::Intensified => "A louder word stands where a plain fact would say more.",
    }
}

/// What is said of a strength that was not there before.
const fn gained(kind: StrengthKind) -> &'static str {
    match kind {
        StrengthKind::Listened => "You let the person finish.",
        StrengthKind::SpecificApology => "You say sorry for one particular thing.",
        StrengthKind::NamedFeeling => "You name how the person felt.",
        StrengthKind::OwnSteps => "Your own steps are clear.",
        StrengthKind::CheckableResult => "The ending can be checked.",
        StrengthKind::Lesson => "You say what you took from it.",
        StrengthKind::TimedPromise => "There is a promise with a time.",
        StrengthKind::Confirmed => "Someone else shows how it ended.",
        StrengthKind::KeptPromise => "You say that you kept a promise.",
        StrengthKind::OwnedMistake => "You call a mistake your own.",
        StrengthKind::AskedFirst => "You asked before you acted.",
        StrengthKind::PlainWords => "You made it easy to follow.",
        StrengthKind::PassedOn => "You passed it on for the next person.",
        StrengthKind::RealMoment => "It is one real time.",
        StrengthKind::OneStep => "One step is clearly yours.",
    }
}

/// What is said of a strength that is gone.
const fn lost(kind: StrengthKind) -> &'static str {
    match kind {
        StrengthKind::Listened => "That you let the person finish can no longer be seen.",
        StrengthKind::SpecificApology => "The “sorry” for one particular thing is gone.",
        StrengthKind::NamedFeeling => "How the person felt is no longer named.",
        StrengthKind::OwnSteps => "Your own steps are less clear.",
        StrengthKind::CheckableResult => "The ending can no longer be checked.",
        StrengthKind::Lesson => "What you took from it is gone.",
        StrengthKind::TimedPromise => "The promise with a time is gone.",
        StrengthKind::Confirmed => "What someone else said or did at the end is gone.",
        StrengthKind::KeptPromise => "That you kept a promise can no longer be seen.",
        StrengthKind::OwnedMistake => "That a mistake was yours can no longer be seen.",
        StrengthKind::AskedFirst => "That you asked first can no longer be seen.",
        StrengthKind::PlainWords => "How you made it easy to follow is gone.",
        StrengthKind::PassedOn => "That you passed it on can no longer be seen.",
        StrengthKind::RealMoment => "The one real time is gone.",
        StrengthKind::OneStep => "The step that was clearly yours is gone.",
    }
}

/// What is said of a part that has words now.
const fn told(section: Section) -> &'static str {
    match section {
        Section::Background => "There is a scene to follow now.",
        Section::Action => "What you did has words of its own now.",
        Section::Result => "The ending has words of its own now.",
        Section::Insight => "What you learned has words of its own now.",
    }
}

/// What is said of a part that has no words any more.
const fn untold(section: Section) -> &'static str {
    match section {
        Section::Background => "The scene is gone.",
        Section::Action => "What you did is gone.",
        Section::Result => "The ending is gone.",
        Section::Insight => "What you learned is gone.",
    }
}

#[cfg(test)]
mod tests {
    use coach::{
        feedback::{Model, Prompt, report},
        question::Asks,
        rewind::compare,
    };

    use super::*;

    const BEGUN: &str = "Last May a guest shouted at our desk because her bill was wrong. I listened until she had finished. I said sorry for the second bill and I called the office while she waited. I printed a new bill and I carried her bags to the taxi.";
    const ENDING: &str = "She paid one bill and wrote to my manager the next day to thank me. I learned to read every bill aloud before I print it.";

    fn between(earlier: &str, later: &str) -> Lists {
        let read = |text: &str| {
            let prompt = Prompt { text: "What happened?", asks: Asks::Example };
            report(Model::shipped(), &prompt, text)
        };
        lists(&compare(&read(earlier), &read(later)))
    }

    #[test]
    fn a_better_answer_has_nothing_lost_and_says_nothing_twice() {
        let Lists { better, lost, open } = between(BEGUN, &format!("{BEGUN} {ENDING}"));
        assert_eq!(better[0], "As a whole, it reads a step stronger.");
        assert!(better.contains(&"It has an ending now."), "{better:?}");
        // The finding that is gone says it; the strength would say it again.
        assert!(better.contains(&"You say what you learned."), "{better:?}");
        assert!(!better.contains(&"You say what you took from it."), "{better:?}");
        assert_eq!((lost.len(), open.len()), (0, 0), "{lost:?} {open:?}");
    }

    #[test]
    fn what_got_lost_is_told() {
        let Lists { better, lost, .. } = between(&format!("{BEGUN} {ENDING}"), BEGUN);
        assert!(better.is_empty(), "{better:?}");
        assert!(lost.contains(&"The ending is gone."), "{lost:?}");
    }

    #[test]
    fn the_same_answer_has_only_what_is_open() {
        let Lists { better, lost, open } = between(BEGUN, BEGUN);
        assert!(better.is_empty() && lost.is_empty());
        assert!(open.iter().any(|(title, _)| *title == "Give it an ending"), "{open:?}");
    }
}
