//! The mark in words: a heading, what it needs next, and why it is what it is.

use coach::{
    feedback::{Anchor, JUDGEABLE_WORDS, Lacking, Reasons},
    question::Asks,
};

use crate::wording;

/// The heading over a finished answer.
pub fn headline(reasons: &Reasons, asks: Asks) -> &'static str {
    let lacks = |anchor| reasons.missing().any(|missing| missing == anchor);
    match reasons.mark() {
        None => "Not enough to judge yet",
        Some(1) => "This is a start",
        Some(2) if lacks(Anchor::Event) => "Now make it one real case",
        Some(2) if lacks(Anchor::OwnStep) || lacks(Anchor::OwnVoice) => "Now show your own part",
        Some(2) => "One thing stands in its way",
        Some(_) if lacks(Anchor::Outcome) => "On its way, and waiting for its ending",
        Some(3) => match asks {
            Asks::Example => "A real case, on its way",
            Asks::Plan => "A plan, on its way",
            Asks::View => "A view of your own, on its way",
        },
        Some(4) => "A clear answer with an ending",
        Some(_) => "Ready to say aloud",
    }
}

/// One or two sentences under that heading.
pub fn summary(reasons: &Reasons) -> String {
    if let Reasons::NotEnough(lacking) = reasons {
        return needed(*lacking);
    }
    let missing: Vec<_> = reasons.missing().map(missing).collect();
    match reasons.mark() {
        Some(1) => {
            "What an interviewer needs is not here yet. The notes below show where to begin."
                .to_owned()
        }
        Some(5) => {
            "Your steps, an ending they could check and a lesson are all here. Practise it aloud now."
                .to_owned()
        }
        _ if missing.is_empty() => {
            "All the pieces are here. Now give your steps and the ending a little more room."
                .to_owned()
        }
        _ => format!("What it needs next: {}.", list(&missing)),
    }
}

/// What is needed before there can be a mark.
fn needed(lacking: Lacking) -> String {
    match lacking {
        Lacking::Words(more) => format!(
            "The coach needs at least {JUDGEABLE_WORDS} words before it can say anything true. {} more, and it reads along.",
            wording::count(more as usize, "word", "words")
        ),
        Lacking::English => {
            "The coach reads English, and it finds too little of it here to say anything true."
                .to_owned()
        }
    }
}

/// Why a mark is what it is.
pub struct Why {
    /// The mark in words.
    pub mark: String,
    /// What is there.
    pub reached: Vec<&'static str>,
    /// What is missing for the next mark.
    pub missing: Vec<String>,
    /// What else moved it, if anything did.
    pub moved: Option<String>,
}

/// Why a mark is what it is; `None` where there is none.
pub fn why(reasons: &Reasons) -> Option<Why> {
    let Reasons::Climbed { rungs, by_rungs, by_examples } = reasons else { return None };
    let mark = reasons.mark()?;
    let several = rungs.iter().any(|rung| rung.anchor == Anchor::SeveralSteps && rung.reached);
    let reached = rungs
        .iter()
        // Several steps say more than one.
        .filter(|rung| !(several && rung.anchor == Anchor::OwnStep))
        .filter(|rung| rung.reached)
        .filter_map(|rung| reached(rung.anchor))
        .collect();
    let moved = by_examples.map(|examples| {
        format!(
            "From these steps alone it would be {by_rungs} of 5. The coach also compares it with example answers that have marks, and those come to {examples}. It stands between the two."
        )
    });
    Some(Why {
        mark: format!("This answer is at {mark} of 5."),
        reached,
        missing: reasons.missing().map(|anchor| capital(missing(anchor))).collect(),
        moved,
    })
}

/// What is there. What goes without saying is not praised.
const fn reached(anchor: Anchor) -> Option<&'static str> {
    Some(match anchor {
        Anchor::Event => "One real event",
        Anchor::OwnStep => "A step of your own",
        Anchor::SeveralSteps => "Several steps of your own",
        Anchor::Outcome => "An ending",
        Anchor::Evidence => "Something in the ending that can be checked",
        Anchor::Lesson => "What you learned or do differently",
        _ => return None,
    })
}

/// What is missing, as it stands in a list.
const fn missing(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::OnQuestion => "something about what they asked, in your own words",
        Anchor::NotOnlyBlame => "what you did, in place of what others did wrong",
        Anchor::Event => "one real event",
        Anchor::OwnStep => "a step of your own",
        Anchor::OwnVoice => "your own part, told with “I”",
        Anchor::PersonFirst => "a kind word before the rule",
        Anchor::NotOnlyPromises => "a step that you can really take",
        Anchor::SeveralSteps => "a second step of your own",
        Anchor::Outcome => "an ending",
        Anchor::Pictured => "a step or an ending that can be pictured",
        Anchor::Evidence => "something in the ending that can be checked",
        Anchor::Lesson => "what you learned or do differently",
    }
}

/// Things in a row, "a, b and c".
fn list(things: &[&str]) -> String {
    match things {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use coach::feedback::{Model, Prompt, report};

    use super::*;

    fn reasons(text: &str) -> Reasons {
        let prompt = Prompt { text: "Tell me about a time you helped.", asks: Asks::Example };
        report(Model::shipped(), &prompt, text).reasons
    }

    #[test]
    fn what_was_reached_and_what_is_missing() {
        let reasons = reasons(
            "A guest found a hair in his soup last May. I took the bowl back to the kitchen.",
        );
        let why = why(&reasons).expect("it can be judged");
        assert_eq!(why.mark, "This answer is at 3 of 5.");
        assert_eq!(why.reached, ["One real event", "A step of your own"]);
        assert_eq!(why.missing, ["A second step of your own", "An ending"]);
        assert!(why.moved.is_none());
        assert_eq!(headline(&reasons, Asks::Example), "On its way, and waiting for its ending");
        assert_eq!(
            summary(&reasons),
            "What it needs next: a second step of your own, and an ending."
        );
    }

    #[test]
    fn what_is_needed_before_there_is_a_mark() {
        let reasons = reasons("I asked her.");
        assert!(why(&reasons).is_none());
        assert!(summary(&reasons).contains("5 words more"), "{}", summary(&reasons));
    }

    #[test]
    fn what_moved_it_is_said() {
        let reasons = Reasons::Climbed { rungs: Vec::new(), by_rungs: 5, by_examples: Some(3) };
        let why = why(&reasons).expect("there is a mark");
        assert_eq!(why.mark, "This answer is at 4 of 5.");
        assert!(
            why.moved.is_some_and(|words| words.contains("5 of 5") && words.contains("come to 3"))
        );
    }
}
