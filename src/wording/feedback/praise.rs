//! What to say about something done well: what it is, and what an interviewer sees in it.

use coach::feedback::StrengthKind;

/// Praise for a strength; `count` is how many of it there are.
pub fn praise(kind: StrengthKind, count: u32) -> String {
    let fixed = match kind {
        StrengthKind::Confirmed => {
            "You let someone else show how it ended. That is easy to believe."
        }
        StrengthKind::KeptPromise => "You promised, and you say that you kept it. Keep this part.",
        StrengthKind::OwnedMistake => "You call a mistake your own. It shows that you are honest.",
        StrengthKind::AskedFirst => "You asked before you acted, so the help could fit.",
        StrengthKind::SpecificApology => {
            "You say sorry for one particular thing. That sounds true."
        }
        StrengthKind::NamedFeeling => "You name how the person felt. It shows that you noticed.",
        StrengthKind::TimedPromise => "A promise with a time. The person knows what to expect.",
        StrengthKind::PlainWords => "You made it easy to follow. They can picture you doing that.",
        StrengthKind::PassedOn => "You wrote it down or passed it on, so the next person knows.",
        StrengthKind::CheckableResult => "This ending can be checked. Keep it.",
        StrengthKind::Lesson => "You say what you took from it.",
        StrengthKind::Listened => "You listened. They hope to hear this.",
        StrengthKind::OwnSteps => {
            return format!("You name {count} steps of your own, so they can see you at work.");
        }
        StrengthKind::RealMoment => "This is one real time. A good example starts like that.",
        StrengthKind::OneStep => "This step is clearly yours. Build on it.",
    };
    fixed.to_owned()
}
