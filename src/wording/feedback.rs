//! How the coach's findings are put: kindly, and with a way on.

mod finding;
mod mark;
mod praise;

use coach::feedback::{Balance, Report};

pub use finding::{advice, general, title, why as why_it_matters};
pub use mark::{headline, summary, why as why_this_mark};
pub use praise::praise;

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
