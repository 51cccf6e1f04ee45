//! Words for the things of the subject. The core names them; here they are put to a candidate.

pub mod feedback;
pub mod quiz;
pub mod readings;
pub mod rewind;
pub mod signs;

use bank::Brief;
use coach::{
    guide::Topic,
    link::Kind,
    part::Part,
    phrase::PhraseGroup,
    question::{Asks, Category, Competency, Difficulty, Gap, Level, SampleLevel, Track},
    save::{BadSeal, Changes, ImportError, Salvage, Tally},
    term::TermTopic,
};

/// A kind of question.
pub const fn category(category: Category) -> &'static str {
    match category {
        Category::Definition => "What service means",
        Category::Behavioural => "Past example",
        Category::Situational => "What would you do",
        Category::Skills => "Tools and skills",
        Category::Values => "Values and team",
        Category::Growth => "About you",
        Category::Salary => "Pay",
    }
}

/// A competency.
pub const fn competency(competency: Competency) -> &'static str {
    match competency {
        Competency::Communication => "Communication",
        Competency::Ownership => "Solving problems",
        Competency::Resilience => "Staying steady",
        Competency::Mindset => "Caring about customers",
    }
}

/// A role track.
pub const fn track(track: Track) -> &'static str {
    match track {
        Track::Retail => "Retail",
        Track::ContactCentre => "Contact centre",
        Track::Hospitality => "Hospitality",
        Track::Technical => "Technical support",
        Track::Remote => "Remote",
    }
}

/// A level.
pub const fn level(level: Level) -> &'static str {
    match level {
        Level::FirstJob => "First job",
        Level::Experienced => "Experienced",
        Level::TeamLead => "Team lead",
    }
}

/// A difficulty.
pub const fn difficulty(difficulty: Difficulty) -> &'static str {
    match difficulty {
        Difficulty::WarmUp => "Warm-up",
        Difficulty::Core => "Core",
        Difficulty::Hard => "Hard",
    }
}

/// What form of answer is wanted, and how long.
pub const fn asks(asks: Asks) -> &'static str {
    match asks {
        Asks::Example => "They want one real event. Aim for 1 to 2 minutes.",
        Asks::Plan => "They want your steps, in order. Aim for about a minute.",
        Asks::View => {
            "They want your view and what shows that you live it. Aim for about a minute."
        }
    }
}

/// The form of an answer, as a choice.
pub const fn asks_short(asks: Asks) -> &'static str {
    match asks {
        Asks::Example => "One real event",
        Asks::Plan => "A plan, step by step",
        Asks::View => "Your view, and why",
    }
}

/// What must be missing for a follow-up to be asked.
pub const fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::Example => "If there is no real case",
        Gap::OwnAction => "If your own part is unclear",
        Gap::Result => "If there is no ending",
        Gap::Evidence => "If the ending cannot be checked",
        Gap::Insight => "If nothing was learned",
        Gap::Empathy => "If the other person’s feeling is missing",
        Gap::Reasoning => "If your reasons are missing",
        Gap::Limits => "If they want to see how far you would go",
    }
}

/// How good a sample is.
pub const fn sample_level(level: SampleLevel) -> &'static str {
    match level {
        SampleLevel::Solid => "A solid answer",
        SampleLevel::Outstanding => "An outstanding answer",
    }
}

/// The part of an answer that a sentence serves.
pub const fn part(part: Part) -> &'static str {
    match part {
        Part::Situation => "Situation",
        Part::Task => "Task",
        Part::Action => "Action",
        Part::Result => "Result",
        Part::Insight => "Insight",
        Part::Other => "Opening or aside",
    }
}

/// A question that gets someone to write a part that is missing.
pub const fn ask_for(part: Part) -> &'static str {
    match part {
        Part::Situation => "Where were you, and who needed help?",
        Part::Task => "What was yours to sort out?",
        Part::Action => "What did you do? Say “I”.",
        Part::Result => "How did it end?",
        Part::Insight => "What do you do differently now?",
        Part::Other => "",
    }
}

/// What an item is called. A group of phrases has no name of its own in the bank.
pub fn title(brief: &Brief) -> &str {
    match brief.link.kind {
        Kind::Phrase => {
            PhraseGroup::from_slug(&brief.link.id).map_or(&brief.title, |group| phrase_group(group))
        }
        _ => &brief.title,
    }
}

/// A kind of item, as a label before its name.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Question => "Question",
        Kind::Framework => "Framework",
        Kind::Template => "Template",
        Kind::Guide => "Guide",
        Kind::Term => "Term",
        Kind::Phrase => "Phrases",
        Kind::Quiz => "Quiz",
        Kind::Checklist => "Checklist",
    }
}

/// A heading over so many items of a kind.
pub const fn kinds(kind: Kind, count: usize) -> &'static str {
    match kind {
        _ if count == 1 => self::kind(kind),
        Kind::Question => "Questions",
        Kind::Framework => "Frameworks",
        Kind::Template => "Templates",
        Kind::Guide => "Guides",
        Kind::Term => "Terms",
        Kind::Phrase => "Phrases",
        Kind::Quiz => "Quizzes",
        Kind::Checklist => "Checklists",
    }
}

/// A link to an item of a kind, where its name is not at hand.
pub const fn open(kind: Kind) -> &'static str {
    match kind {
        Kind::Question => "Practise it",
        Kind::Framework => "Open the framework",
        Kind::Template => "Open the template",
        Kind::Guide => "Read the guide",
        Kind::Term => "Look up the term",
        Kind::Phrase => "See the phrases",
        Kind::Quiz => "Open the quiz",
        Kind::Checklist => "Open the checklist",
    }
}

/// What a guide is about.
pub const fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Start => "Where to start",
        Topic::Prepare => "Getting ready",
        Topic::Questions => "Kinds of question",
        Topic::Roles => "Your kind of job",
        Topic::Today => "The work today",
        Topic::Day => "On the day",
        Topic::After => "Afterwards",
    }
}

/// What a term is about.
pub const fn term_topic(topic: TermTopic) -> &'static str {
    match topic {
        TermTopic::Metrics => "Metrics",
        TermTopic::Channels => "Channels",
        TermTopic::Tools => "Tools",
        TermTopic::Techniques => "Techniques",
        TermTopic::Work => "Work and interviews",
    }
}

/// When a phrase is needed.
pub const fn phrase_group(group: PhraseGroup) -> &'static str {
    match group {
        PhraseGroup::Upset => "Someone is upset",
        PhraseGroup::SayingNo => "Saying no",
        PhraseGroup::NotKnowing => "Not knowing",
        PhraseGroup::Waiting => "Keeping somebody waiting",
        PhraseGroup::Mistakes => "Something went wrong",
        PhraseGroup::Policy => "A rule in the way",
        PhraseGroup::Written => "Chat and email",
        PhraseGroup::Phone => "On the phone",
        PhraseGroup::Closing => "Closing a conversation",
        PhraseGroup::Interview => "The interview itself",
    }
}

/// What could be restored of something damaged.
#[must_use]
pub fn restored(salvage: Salvage) -> String {
    let restored = match salvage.restored {
        0 => "Nothing in it could be restored.".to_owned(),
        1 => "1 entry of it was restored.".to_owned(),
        count => format!("{count} entries of it were restored."),
    };
    let lost = match salvage.lost {
        1 => "1 place in it could not be read.".to_owned(),
        count => format!("{count} places in it could not be read."),
    };
    format!(
        "{restored} {lost} All of it is kept aside, unchanged. You can save it as a file and go on."
    )
}

/// Why a file cannot be imported, and what to do. Nothing has changed in any of these cases.
pub fn import_error(error: &ImportError) -> String {
    let what = match error {
        ImportError::TooLarge => "This file is far larger than any Rapport backup. Choose the file that Rapport saved for you.".to_owned(),
        ImportError::NotReadable => "This file cannot be read. It may have been cut short on its way. Save it again where it came from, or choose another one.".to_owned(),
        ImportError::NotOurs => "This file is not a Rapport backup. Its name usually starts with “rapport-backup”.".to_owned(),
        ImportError::FromNewer(version) => format!("This file was made by a newer Rapport (format {version}). Load this page again to get the new version, then try once more."),
        ImportError::Damaged => "This file is a Rapport backup, but it is so damaged that nothing in it can be read. Choose an earlier copy if you have one.".to_owned(),
        ImportError::SealedDamaged => "This file is a protected Rapport backup, and it is damaged. Even the right passphrase cannot open it. Choose an earlier copy if you have one.".to_owned(),
        ImportError::SealedStrange => "This file is protected in a way that this Rapport does not know. Load this page again to get the newest version, then try once more.".to_owned(),
    };
    format!("{what} Nothing on this device has changed.")
}

/// "1 question", "2 questions".
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// "1 question is", "2 questions are".
pub fn are(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", count(number, one, many), if number == 1 { "is" } else { "are" })
}

/// How much there is of everything that is kept: "1 answer, 2 drafts and 3 bookmarks". Empty where there
/// is nothing.
pub fn tally(all: &Tally) -> String {
    let counted = [
        (all.attempts, "answer", "answers"),
        (all.drafts, "draft", "drafts"),
        (all.questions, "question of your own", "questions of your own"),
        (all.kept, "kept answer", "kept answers"),
        (all.begun, "half-written text", "half-written texts"),
        (all.marks, "bookmark", "bookmarks"),
        (all.ticks, "tick on a checklist", "ticks on checklists"),
        (all.quizzes, "quiz result", "quiz results"),
    ];
    let there = counted.iter().filter(|(number, ..)| *number > 0);
    let words: Vec<String> = there.map(|(number, one, many)| count(*number, one, many)).collect();
    match words.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => words.concat(),
    }
}

/// What can be read of a copy that is damaged, before anything is done with it.
pub fn damaged_copy(salvage: Salvage) -> String {
    let read = match salvage.restored {
        1 => "1 entry of it can be read".to_owned(),
        count => format!("{count} entries of it can be read"),
    };
    let lost = match salvage.lost {
        1 => "at least 1 place is not as it was saved".to_owned(),
        count => format!("at least {count} places are not as they were saved"),
    };
    format!(
        "This copy was damaged after it was saved. {read}, and {lost}. Keep the file. If you have an earlier copy, look at that one too."
    )
}

/// What would be different, a line for each way: "Added: 2 answers." None where nothing would.
pub fn changes(all: &Changes) -> Vec<String> {
    let mut lines = Vec::new();
    // What might be missed first.
    let ways = [("Removed", &all.removed), ("Changed", &all.changed), ("Added", &all.added)];
    for (what, number) in ways.iter().filter(|(_, number)| !number.is_empty()) {
        lines.push(format!("{what}: {}.", tally(number)));
    }
    if all.settings {
        lines.push("Changed: your choice of light or dark.".to_owned());
    }
    lines
}

/// Why a passphrase cannot be taken.
pub fn bad_seal(why: BadSeal) -> String {
    match why {
        BadSeal::TooShort(least) => format!(
            "A passphrase needs at least {least} characters. Four words are easy to remember and hard to guess."
        ),
        BadSeal::NotTheSame => {
            "The two passphrases are not the same. Type them again, or show them and compare."
                .to_owned()
        }
    }
}

/// Seconds as minutes: "1:05".
pub fn minutes(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_there_is_reads_as_one_sentence() {
        let all = Tally { attempts: 1, drafts: 2, marks: 1, ..Tally::default() };
        assert_eq!(tally(&all), "1 answer, 2 drafts and 1 bookmark");
        assert_eq!(tally(&Tally { kept: 2, ..Tally::default() }), "2 kept answers");
        assert_eq!(tally(&Tally::default()), "");
        let some = Changes { added: all, removed: Tally { ticks: 1, ..all }, ..Changes::default() };
        assert_eq!(
            changes(&Changes { settings: true, ..some }),
            [
                "Removed: 1 answer, 2 drafts, 1 bookmark and 1 tick on a checklist.",
                "Added: 1 answer, 2 drafts and 1 bookmark.",
                "Changed: your choice of light or dark."
            ]
        );
        assert!(changes(&Changes::default()).is_empty());
    }
}
