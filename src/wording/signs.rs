//! How it is put what an answer does not show yet, and what they would ask next.

use coach::{
    feedback::{Sign, fit::Next},
    question::Gap,
};

/// A light next step towards something that was not heard.
#[rustfmt::skip]
pub const fn step(sign: Sign) -> &'static str {
    match sign {
        Sign::ListenedFirst => "Say that you let them finish, or that you waited for their answer.",
        Sign::ExactApology => "Say sorry for one exact thing: the wait, the wrong bill, the lost evening.",
        Sign::KindWord => "Add the kind word, the greeting or the thanks that you would really say.",
        Sign::NamedFeeling => "Name what the person felt: worried, disappointed, in a hurry.",
        Sign::TheirSide => "Say what the other person wanted, needed or was afraid of.",
        Sign::CalmVoice => "Say how you stayed calm: a slow voice, a breath, more time.",
        Sign::PrivateTalk => "Say where you spoke to them alone, and who could not hear it.",
        Sign::TheirReaction => "Tell what the other person did or said then.",
        Sign::AskedFirst => "Add the question that you asked, in the words you used.",
        Sign::NoticedSign => "Say what you saw or heard that told you.",
        Sign::CheckedFacts => "Say what you checked, read or compared, and where.",
        Sign::CheckedItWorked => "Say how you made sure afterwards that it worked.",
        Sign::FoundCause => "Say what the reason behind it was, and how you found it.",
        Sign::SaidBack => "Say how you repeated it, so that they could say yes or no.",
        Sign::OwnSolution => "Name one practical thing that you arranged yourself.",
        Sign::OfferedChoice => "Say what you offered instead, or which choice you gave.",
        Sign::SmallGesture => "Name the small thing that made the moment easier.",
        Sign::OwnedMistake => "Say “I” or “we” at the point where it went wrong.",
        Sign::KeptPromise => "Say what you had promised, and when you kept it.",
        Sign::InvolvedRightPerson => "Say whom you told or asked, and when.",
        Sign::ToldThoseAffected => "Say what you told the people who were waiting.",
        Sign::WroteItDown => "Say what you wrote down, and who could find it.",
        Sign::ToldATime => "Name a time or a day.",
        Sign::ActedEarly => "Say how soon you did it: at once, the same day, before they asked.",
        Sign::PutOrderByUrgency => "Say what came first and what could wait.",
        Sign::StepByStep => "Say your steps in order: first, then, after that.",
        Sign::TriedOut => "Say what you tried, tested or practised.",
        Sign::PlainWords => "Give the plain word or the picture that you used.",
        Sign::SpokenWords => "Give the sentence itself, in quotation marks.",
        Sign::Agreed => "Say what the two of you agreed.",
        Sign::HelpedColleague => "Say how you helped your colleague.",
        Sign::LeftSomethingBetter => "Say what is better for the next person since then.",
        Sign::SaidNo => "Say plainly what was not possible.",
        Sign::NamedLimit => "Say how far you would go, and what you do then.",
        Sign::NoBlame => "Say how you kept blame out of it.",
        Sign::NoGuess => "Say what you did not know, and that you did not guess.",
        Sign::KeptRule => "Name the rule, and how you kept to it.",
        Sign::SameForAll => "Say that you would do the same for everyone.",
        Sign::ProtectedData => "Say what you kept private, and how.",
        Sign::SafetyFirst => "Say how you made sure that nobody could be hurt.",
        Sign::TookBreak => "Name the break, the breath or the walk that helps you.",
        Sign::RealMoment => "Add one moment that really happened.",
        Sign::Number => "Add one number: how many, how long, how often.",
        Sign::ExplainedWhy => "Add one “because”.",
        Sign::Outcome => "Tell what came of it in the end.",
        Sign::Lesson => "Say what you see differently now.",
        Sign::ChangedHabit => "Say what you do differently since then.",
        Sign::HonestCost => "Say openly what was hard, or what it cost.",
        Sign::OwnView => "Say your view in one plain sentence.",
        Sign::WhyThisJob => "Say what you would like about doing this work here.",
    }
}

/// A follow-up for a question that has none written down.
pub const fn ask(gap: Gap) -> &'static str {
    match gap {
        Gap::Example => "Can you tell me about one time when that happened?",
        Gap::OwnAction => "And what did you do yourself?",
        Gap::Result => "How did it end?",
        Gap::Evidence => "How do you know that it worked?",
        Gap::Insight => "What would you do differently next time?",
        Gap::Empathy => "How do you think it was for the other person?",
        Gap::Reasoning => "Why did you do it that way?",
        Gap::Limits => "And what if that had not been enough?",
    }
}

/// Why they would ask that.
pub const fn why(next: Next) -> &'static str {
    match (next.gap, next.missing) {
        (Gap::Example, true) => "Because there is no particular case in your answer yet.",
        (Gap::OwnAction, true) => "Because it is not clear yet what you did yourself.",
        (Gap::Result, true) => "Because your answer has no ending yet.",
        (Gap::Evidence, true) => "Because nothing shows yet that it worked.",
        (Gap::Insight, true) => "Because you have not said yet what you learned.",
        (Gap::Empathy, true) => "Because we do not hear yet how it was for the other person.",
        (Gap::Reasoning, true) => "Because you have not said yet why you did it that way.",
        (Gap::Limits, true) => "Because you have not said yet how far you would go.",
        (Gap::Example, false) => {
            "The main parts are there, so they would like to hear another case."
        }
        (Gap::OwnAction, false) => {
            "The main parts are there, so they look more closely at your own part."
        }
        (Gap::Result, false) => {
            "The main parts are there, so they want to hear more of the ending."
        }
        (Gap::Evidence, false) => "The main parts are there, so they test how sure the ending is.",
        (Gap::Insight, false) => "The main parts are there, so they ask what stayed with you.",
        (Gap::Empathy, false) => "The main parts are there, so they ask how you see people.",
        (Gap::Reasoning, false) => "The main parts are there, so they ask how you think.",
        (Gap::Limits, false) => "The main parts are there, so they test how far it goes.",
    }
}
