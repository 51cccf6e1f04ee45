//! How the closer look at a finished answer is put: what is there, and one way on.

use coach::feedback::reading::{
    Ladder, Metric, Remark, Repeat, RepeatKind, Rung, Service, Soft, Step, Way,
};

use super::count;

/// The heading over the steps with a person.
pub const fn service(service: &Service) -> &'static str {
    if service.upset { "Steps with an upset person" } else { "Your steps with the person" }
}

/// The name of a step, as its framework has it.
pub const fn step(step: Step) -> &'static str {
    match step {
        Step::Listen => "Listen",
        Step::Apologise => "Apologise",
        Step::Solve => "Solve",
        Step::Thank => "Thank",
        Step::Calm => "Calm",
        Step::Clarify => "Clarify",
        Step::Options => "Create options",
    }
}

/// Where the order of the steps comes from.
pub const fn way(way: Way) -> &'static str {
    match way {
        Way::Last => "How LAST works",
        Way::ThreeC => "How 3C works",
    }
}

/// What to do about a step that is open.
pub const fn open_step(step: Step) -> &'static str {
    match step {
        Step::Listen => {
            "Add how you listened: you let the person finish, or you asked one question."
        }
        Step::Apologise => {
            "Add one kind sentence: what you were sorry for, or what the person had lost."
        }
        Step::Solve => "Say what you offered or did, and by when.",
        Step::Thank => {
            "You can end it with thanks for one exact thing, such as the patience or the call."
        }
        Step::Calm => {
            "Begin with the person: let them finish, or say how it must feel. The facts come second."
        }
        Step::Clarify => "Add the question you asked to find out what was wrong.",
        Step::Options => "Say what you could offer, who chose, and what happened next.",
    }
}

/// What came before what, both as quotations.
pub fn before(offer: &str, heard: &str) -> String {
    format!("{offer} comes before {heard}.")
}

/// What to do where an offer came before anybody listened.
pub const EARLY: &str = "Tell the listening first. After that, an offer sounds like an answer.";

/// The order in which the steps were told, where it is another one than the framework's.
pub fn told(service: &Service) -> Option<String> {
    let mut told: Vec<_> =
        service.steps.iter().filter_map(|s| s.span.map(|span| (span.start, s.step))).collect();
    let kept = told.is_sorted_by_key(|(start, _)| *start);
    told.sort_by_key(|(start, _)| *start);
    let names: Vec<_> = told.into_iter().map(|(_, one)| step(one).to_lowercase()).collect();
    (!kept).then(|| format!("In your answer: {}.", names.join(", then ")))
}

/// A rung of the ladder.
pub const fn rung(rung: Rung) -> &'static str {
    match rung {
        Rung::Action => "What you did",
        Rung::Operation => "What it changed in the work",
        Rung::Business => "What that was worth",
    }
}

/// What to do about the ladder.
pub const fn climb(ladder: &Ladder) -> &'static str {
    match (ladder.missing, &ladder.rungs) {
        (Some(Rung::Business), _) => {
            "Add one sentence: what did that save, keep or win? Only claim what you saw or were told."
        }
        (Some(_), _) => {
            "Add the step between: what became quicker, rarer or easier in the daily work?"
        }
        (None, [_, Some(_), Some(_)]) if !ladder.linked => {
            "Tell them next to each other, or join them with “so” or “which meant”."
        }
        (None, [_, Some(_), Some(_)]) => {
            "All three steps are here. Keep them together, in this order."
        }
        (None, [_, Some(_), _]) => "Say how you know: who counted, and over which time.",
        (None, _) => "Say how you know: a date, a message, or their own words.",
    }
}

/// A metric in the letters that people use, or in words where there are none.
pub const fn metric(metric: Metric) -> &'static str {
    match metric {
        Metric::Csat => "CSAT",
        Metric::Nps => "NPS",
        Metric::Ces => "CES",
        Metric::Fcr => "FCR",
        Metric::Aht => "AHT",
        Metric::Asa => "ASA",
        Metric::FirstResponse => "First response time",
        Metric::Resolution => "Resolution time",
        Metric::ServiceLevel => "Service level",
        Metric::Sla => "SLA",
        Metric::Abandonment => "Abandonment rate",
        Metric::Churn => "Churn",
        Metric::Retention => "Retention rate",
        Metric::Reopen => "Reopen rate",
        Metric::Quality => "Quality score",
        Metric::Adherence => "Schedule adherence",
        Metric::AfterCall => "After-call work",
        Metric::Hold => "Hold time",
    }
}

/// What to say about the use of a metric.
pub const fn remark(metric: Metric, remark: Remark) -> &'static str {
    match (remark, metric) {
        (Remark::Impossible, Metric::Nps) => {
            "NPS runs from −100 to +100, so this number cannot be right. Check it before you say it."
        }
        (Remark::Impossible, _) => {
            "A share cannot be more than 100%. Check the number before you say it."
        }
        (Remark::NetPercent, _) => {
            "NPS is not a percentage: it runs from −100 to +100. Say the number without “percent”."
        }
        (
            Remark::WrongUnit,
            Metric::Aht
            | Metric::Asa
            | Metric::FirstResponse
            | Metric::Resolution
            | Metric::AfterCall
            | Metric::Hold,
        ) => "This is a time. Say it in minutes or hours.",
        (Remark::WrongUnit, Metric::Nps) => "This is a score from −100 to +100, not a time.",
        (Remark::WrongUnit, _) => "This is a share, not a time. Say how many in a hundred.",
        (
            Remark::WrongWay,
            Metric::Csat
            | Metric::Nps
            | Metric::Fcr
            | Metric::ServiceLevel
            | Metric::Retention
            | Metric::Quality
            | Metric::Adherence,
        ) => {
            "Here a higher number is better. Check the direction, or say why it was right to let it fall."
        }
        (Remark::WrongWay, _) => {
            "Here a lower number is better. Check the direction, or say why it was right to let it rise."
        }
        (Remark::Misnamed, Metric::Nps) => "The letters stand for net promoter score.",
        (Remark::Misnamed, Metric::Csat) => "The name is customer satisfaction score.",
        (Remark::Misnamed, Metric::Ces) => "The letters stand for customer effort score.",
        (Remark::Misnamed, Metric::Fcr) => "The letters stand for first contact resolution.",
        (Remark::Misnamed, Metric::Aht) => "The letters stand for average handle time.",
        (Remark::Misnamed, Metric::Sla) => "The letters stand for service level agreement.",
        (Remark::Misnamed, _) => "It has another name. Look it up before you say it.",
        (Remark::NameOnly, _) => {
            "A name alone says little. Take one of them and say what you changed because of it."
        }
        (Remark::Alone, _) => "Say what it was before, or over which time.",
        (Remark::Compared, _) => "A number with something to compare it with. Keep it.",
    }
}

/// What comes too often, and what to do about it.
pub fn repeat(repeat: &Repeat) -> String {
    let times = count(repeat.spans.len(), "time", "times");
    match repeat.kind {
        RepeatKind::Word => format!("{times}. Leave out every second one, or use another word."),
        RepeatKind::Opening => {
            format!("{times}. Leave it out where the order is clear, or begin with a time.")
        }
    }
}

/// One or two soft words.
pub fn soft(soft: &Soft) -> String {
    let (whole, tenth) = (soft.tenths_per_100 / 10, soft.tenths_per_100 % 10);
    let many = count(soft.spans.len(), "soft word", "soft words");
    format!(
        "{many}, {whole}.{tenth} in a hundred words. That is few. If you are sure, leave them out."
    )
}

/// The most general sentence.
pub const GENERAL: &str =
    "Nobody can picture this one yet. Say one thing that a camera would have seen.";

/// The most concrete sentence.
pub const CONCRETE: &str = "Easy to picture. Tell the other steps like this one.";

#[cfg(test)]
mod tests {
    use coach::{
        feedback::{Model, Prompt, in_depth},
        question::Asks,
    };

    use super::*;

    #[test]
    fn another_order_is_told() {
        let text = "A guest shouted at our desk last May because his bill was wrong. I said sorry for the second bill. I asked him what had happened. I printed the right bill for him and thanked him for waiting.";
        let prompt = Prompt { text: "Tell me about an angry guest.", asks: Asks::Example };
        let read = in_depth(Model::shipped(), &prompt, text).1.service;
        let told = read.as_ref().and_then(told);
        assert!(
            told.is_some_and(|told| told.starts_with("In your answer: apologise, then listen"))
        );
    }

    #[test]
    fn soft_words_have_a_rate() {
        let span = coach::feedback::Span { start: 0, end: 5 };
        let one = Soft { spans: vec![span], tenths_per_100: 15 };
        assert!(soft(&one).starts_with("1 soft word, 1.5 in a hundred"), "{}", soft(&one));
    }
}
