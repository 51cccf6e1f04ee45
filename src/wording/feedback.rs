//! How the coach's findings are put: kindly, and with a way on.

use coach::feedback::{Balance, FindingKind, Report, StrengthKind};

/// What to say about one finding.
pub struct Advice {
    /// What it is, in a few words.
    pub title: &'static str,
    /// Why it matters to an interviewer.
    pub why: &'static str,
    /// One concrete next step.
    pub next: &'static str,
}

/// What to say about a finding.
#[rustfmt::skip]
pub const fn advice(kind: FindingKind) -> Advice {
    let (title, why, next) = match kind {
        FindingKind::NoExample => ("Tell one real event", "They asked for something that happened. Habits are easy to claim.", "Start with “One day …” or “Last winter …” and stay with that one case."),
        FindingKind::NoOwnAction => ("Say what you did", "They are hiring you, and so far they cannot see you.", "Add two or three sentences that start with “I” and a verb."),
        FindingKind::NoResult => ("Give it an ending", "Without an ending they cannot know if it worked.", "Add one sentence: what did the person say or do in the end?"),
        FindingKind::NoEvidence => ("Make the ending easy to believe", "“It went well” can be said by anyone.", "Add a number, a time, or what the person said or did next."),
        FindingKind::NoInsight => ("Say what you learned", "It shows that you will be better next time.", "Add one sentence: what do you do differently since then?"),
        FindingKind::Blame => ("Say it without blame", "They hear how you will one day talk about their customers and team.", "Tell what happened as a fact, then what you did about it."),
        FindingKind::PolicyFirst => ("Feeling first, rule second", "A rule before a kind word sounds like a closed door.", "Put one sentence that shows you understand before the rule."),
        FindingKind::TriggerPhrase => ("These words make people angrier", "Said to an upset person, they sound like blame.", "Say what you will do instead: “Let me look into this with you now.”"),
        FindingKind::Vague => ("Too general to picture", "They cannot see what you did.", "Say which step you took: whom you called, what you checked, what you offered."),
        FindingKind::Hedged => ("Take out the soft words", "Many of them make a good answer sound unsure.", "Read it once more without “maybe”, “kind of” and “I guess”."),
        FindingKind::WeOnly => ("Say “I” where it was you", "With “we” they cannot see your own part.", "Keep “we” for the team’s result. For each step of yours, say “I”."),
        FindingKind::TooShort => ("Say a little more", "In under 40 words there is no room for what you did and how it ended.", "Add one sentence about each of your steps, and one about the ending."),
        FindingKind::TooLong => ("Make it shorter", "After about two minutes they stop listening.", "Cut the beginning to two sentences and keep only the steps that mattered."),
        FindingKind::OffQuestion => ("Come back to the question", "It does not answer what they asked yet.", "Read the question once more and start with its own words."),
        FindingKind::Overpromise => ("Promise only what you can keep", "Interviewers notice a promise that nobody could keep.", "Say what you will do and by when you will tell them more."),
        FindingKind::TopHeavy => ("Shorten the beginning", "Aim for 40% background or less, so there is room for what you did.", "Tell the scene in two sentences, then go to your first step."),
        FindingKind::Intensified => ("One fact is stronger", "A louder word says less than a plain fact.", "Say how hot, how long, how many."),
    };
    Advice { title, why, next }
}

/// What to say about something done well.
pub const fn praise(kind: StrengthKind) -> &'static str {
    match kind {
        StrengthKind::Listened => "You let the person finish. They hope to hear this.",
        StrengthKind::SpecificApology => {
            "You say sorry for one particular thing. That sounds true."
        }
        StrengthKind::NamedFeeling => "You name how the person felt. It shows that you noticed.",
        StrengthKind::OwnSteps => "Your own steps are clear.",
        StrengthKind::CheckableResult => "This ending can be checked. Keep it.",
        StrengthKind::Lesson => "You say what you took from it.",
        StrengthKind::TimedPromise => "A promise with a time. That is how trust is made.",
    }
}

/// The heading over a finished answer.
pub const fn headline(quality: Option<u8>) -> &'static str {
    match quality {
        None => "Not enough to judge yet",
        Some(1) => "This is a start",
        Some(2) => "Now make it one real case",
        Some(3) => "A real case, on its way",
        Some(4) => "A clear answer with an ending",
        Some(_) => "Ready to say aloud",
    }
}

/// One sentence under that heading.
pub const fn summary(quality: Option<u8>) -> &'static str {
    match quality {
        None => {
            "The coach needs a few sentences in English before it can say anything true about them."
        }
        Some(1) => {
            "What an interviewer needs is not here yet. The steps below show where to begin."
        }
        Some(2) => "It says what you believe. Interviewers remember what you did.",
        Some(3) => "There is a case and a step of your own. The ending decides the rest.",
        Some(4) => {
            "One more thing makes it memorable: a fact they could check, or what you learned."
        }
        Some(_) => {
            "A case, your steps, an ending they could check and a lesson. Practise it aloud now."
        }
    }
}

/// The balance in one sentence, with a size.
pub fn balance(balance: &Balance) -> String {
    let (background, substance) = (balance.context_percent(), balance.substance_percent());
    if balance.total() == 0 {
        "Nothing to weigh yet.".to_owned()
    } else if background > 40 {
        format!(
            "{background}% is background. Aim for 40% or less, so there is room for what you did."
        )
    } else if substance >= 60 {
        format!("{substance}% is action and result. That is the balance they like.")
    } else {
        format!("{substance}% is action and result. Aim for 60% or more.")
    }
}

/// The balance for a screen reader.
pub fn balance_spoken(balance: &Balance) -> String {
    use coach::part::Part;
    let share = |part| (balance.of(part) * 100 + balance.total() / 2) / balance.total().max(1);
    format!(
        "Situation and task {} percent, action {} percent, result {} percent, insight {} percent, other {} percent. Aim: at least 60 percent action and result.",
        share(Part::Situation) + share(Part::Task),
        share(Part::Action),
        share(Part::Result),
        share(Part::Insight),
        share(Part::Other)
    )
}

/// What the speaking time means.
pub const fn length(report: &Report) -> &'static str {
    match report.seconds {
        0..30 => "There is room for more.",
        30..60 => "One or two more sentences are right.",
        60..=120 => "A comfortable length.",
        121..=150 => "A little long. Two minutes is the limit for most.",
        _ => "Too long to follow. Cut it to two minutes.",
    }
}
