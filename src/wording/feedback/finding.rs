//! What to say about a finding: why it matters, one next step in the speaker's own words where there
//! are any, and what would make it go away.

use coach::{
    feedback::{
        FindingKind, Next,
        next::{Better, Cut, Other, Promise, Said},
    },
    part::Part,
};

use crate::wording;

/// What to say about one finding.
pub struct Advice {
    /// One concrete next step.
    pub next: String,
    /// What would make it go away.
    pub gone: String,
}

/// What it is, in a few words.
#[rustfmt::skip]
pub const fn title(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::NoExample => "Tell one real event",
        FindingKind::NoOwnAction => "Say what you did",
        FindingKind::NoResult => "Give it an ending",
        FindingKind::NoEvidence => "Make the ending easy to believe",
        FindingKind::NoInsight => "Say what you learned",
        FindingKind::Blame => "Say it without blame",
        FindingKind::PolicyFirst => "The person first, then the rule",
        FindingKind::TriggerPhrase => "These words make people angrier",
        FindingKind::Vague => "Make it a step that can be seen",
        FindingKind::Hedged => "Take out the soft words",
        FindingKind::WeOnly => "Say “I” where it was you",
        FindingKind::TooShort => "Say a little more",
        FindingKind::TooLong => "Make it shorter",
        FindingKind::OffQuestion => "Come back to the question",
        FindingKind::Overpromise => "Promise only what you can keep",
        FindingKind::TopHeavy => "Shorten the beginning",
        FindingKind::Intensified => "One fact is stronger",
    }
}

/// Why it matters to an interviewer.
#[rustfmt::skip]
pub const fn why(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::NoExample => "They asked for something that happened. Anyone can claim a habit.",
        FindingKind::NoOwnAction => "They are hiring you, and so far they cannot see you.",
        FindingKind::NoResult => "Without an ending they cannot know if it worked.",
        FindingKind::NoEvidence => "Anyone can say “It went well”. They look for a sign that it did.",
        FindingKind::NoInsight => "It shows them that you will be better next time.",
        FindingKind::Blame => "They hear how you may one day talk about their customers and team.",
        FindingKind::PolicyFirst => "A rule before a kind word sounds like a closed door.",
        FindingKind::TriggerPhrase => "Said to an upset person, they sound like blame.",
        FindingKind::Vague => "They cannot picture general words, so they soon forget them.",
        FindingKind::Hedged => "Many of them make a good answer sound unsure.",
        FindingKind::WeOnly => "With “we” they cannot see your own part.",
        FindingKind::TooShort => "There is no room yet for what you did and how it ended.",
        FindingKind::TooLong => "After about two minutes it is hard to keep listening.",
        FindingKind::OffQuestion => "It does not answer what they asked yet.",
        FindingKind::Overpromise => "They notice a promise that nobody could keep.",
        FindingKind::TopHeavy => "A long beginning leaves little room for what you did.",
        FindingKind::Intensified => "A louder word says less than a plain fact.",
    }
}

/// What to do about it, and how to know that it is done. `marked` is how many places it points at.
pub fn advice(kind: FindingKind, next: &Next, marked: usize) -> Advice {
    Advice { next: step(kind, next), gone: gone(kind, next, marked) }
}

/// One next step.
fn step(kind: FindingKind, next: &Next) -> String {
    match next {
        Next::After { act, done, other } => after(kind, act, *done, *other),
        Next::Outcome { said, other } => format!(
            "You say {}. How could someone see that? Add a number, a time, or what {} said or did.",
            quote(said),
            who(*other)
        ),
        Next::Ours(said) => {
            format!("Which part of {} was yours? Say that part with “I”.", quote(said))
        }
        Next::Theirs(said) => {
            format!("You say {}. And what did you do? Start with “I”.", quote(said))
        }
        Next::General { said, ending: false } => format!(
            "You say {}. What would someone next to you see you do? Name one thing you asked, checked or gave.",
            quote(said)
        ),
        Next::General { said, ending: true } => format!(
            "You say {}. What was different then? Name one thing that someone could see or count.",
            quote(said)
        ),
        Next::Without(sentence) if kind == FindingKind::Intensified => {
            format!("Say it plainly, “{sentence}” Then add a fact: how long, how many or how much.")
        }
        Next::Without(sentence) if kind == FindingKind::Blame => {
            format!("Leave the label out: “{sentence}” The fact is enough.")
        }
        Next::Without(sentence) => format!("Hear it without them: “{sentence}”"),
        Next::Fact(said) => {
            format!("Keep what happened, such as {}, and leave the label out.", quote(said))
        }
        Next::Rule { rule, kind: Some(kind) } => {
            format!("Say {} first, and {} after it.", quote(kind), quote(rule))
        }
        Next::Rule { rule, kind: None } => format!(
            "Before {}, put one kind sentence: “I can see that this is not what you hoped for.”",
            quote(rule)
        ),
        Next::Background { said, cut, words } => background(said, *cut, *words),
        Next::Promise { said, sort } => {
            format!("In place of {}, say what is in your hands: {}", quote(said), promise(*sort))
        }
        Next::Instead { said, better } => {
            format!("In place of {}, try: {}", quote(said), instead(*better))
        }
        Next::Habit(said) => {
            format!("When did you last {}? Tell that one time. Start with “One day …”.", said.text)
        }
        Next::Thin { part: Part::Result, .. } => {
            "The ending has the fewest words. Add what happened then, and what the person said."
                .to_owned()
        }
        Next::Thin { part: Part::Situation, .. } => {
            "The beginning has the fewest words. Add where you were and what had gone wrong."
                .to_owned()
        }
        Next::Thin { .. } => {
            "Your steps have the fewest words. Add what you did first, and what you did then."
                .to_owned()
        }
        Next::Nothing => general(kind).to_owned(),
    }
}

/// What to ask for after an act: the ending, or the lesson.
fn after(kind: FindingKind, act: &Said, done: bool, other: Other) -> String {
    let (what, who) = (&act.text, who(other));
    match (kind, act.turned, done) {
        (FindingKind::NoInsight, true, true) => format!(
            "You {what}. What do you do differently since that day? Start with “Since then I …”."
        ),
        (FindingKind::NoInsight, true, false) => {
            format!("You would {what}. What taught you to do that? Say it in one sentence.")
        }
        (FindingKind::NoInsight, false, _) => {
            format!(
                "You say {}. What did you learn from it? Start with “Since then I …”.",
                quote(act)
            )
        }
        (_, true, true) => {
            format!("After you {what}: what did {who} say or do? Start with “In the end …”.")
        }
        (_, true, false) => {
            format!("When you {what}: how does it end? Say what {who} would say or do then.")
        }
        (_, false, _) => format!(
            "You say {}. And then, what did {who} say or do? Start with “In the end …”.",
            quote(act)
        ),
    }
}

fn background(said: &Said, cut: Cut, words: u32) -> String {
    let (quote, words) = (quote(said), wording::count(words as usize, "word", "words"));
    match cut {
        Cut::Drop => format!("{quote} may not be needed. Take out about {words} of background."),
        Cut::Join => format!(
            "Join {quote} with the sentence before it. Take out about {words} of background."
        ),
        Cut::Shorten => format!("Make {quote} shorter, by about {words}."),
        Cut::Stretch => {
            format!("The longest background begins with {quote}. Tell that part in two sentences.")
        }
    }
}

const fn promise(sort: Promise) -> &'static str {
    match sort {
        Promise::Never => "“I will check it myself before it goes out.”",
        Promise::Anything => "“What I can do for you today is …”",
        Promise::Date => "“I will find out when it comes and tell you by four o’clock.”",
        Promise::Certain => "“I will check it now and call you by four o’clock.”",
    }
}

const fn instead(better: Better) -> &'static str {
    match better {
        Better::Feeling => "“I can hear how upsetting this is. Let us solve it together.”",
        Better::Stay => "“I will find the right person, and stay with you until they answer.”",
        Better::OtherWords => "“Let me say it in another way.”",
        Better::CanDo => "“Here is what I can do for you today.”",
        Better::Ask => "“What would help you most now?”",
        Better::Forward => "“Let us look at what we can do now.”",
        Better::HowLong => "“This takes about five minutes. Then I will come back to you.”",
        Better::Understand => "“I understand that this is not what you hoped for.”",
    }
}

/// What to do where none of the own words help.
#[rustfmt::skip]
pub const fn general(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::NoExample => "Think of one day at work, at school or at home. Start with “One day …” and stay with that day.",
        FindingKind::NoOwnAction => "Add two sentences about yourself: “I asked …”, “I called …”.",
        FindingKind::NoResult => "Add one sentence that starts with “In the end …”: what did the person say or do?",
        FindingKind::NoEvidence => "Add a number, a time, or what the person said or did next.",
        FindingKind::NoInsight => "Add one sentence that starts with “Since then I …”.",
        FindingKind::Blame => "Say what they did, as a camera would show it. Then say what you did.",
        FindingKind::PolicyFirst => "Put one sentence that shows you understand before the rule.",
        FindingKind::TriggerPhrase => "Say what you will do: “Let me look into this with you now.”",
        FindingKind::Vague => "Say which step you took: whom you asked, what you checked, what you gave.",
        FindingKind::Hedged => "Read it once more without “maybe”, “kind of” and “I guess”.",
        FindingKind::WeOnly => "Keep “we” for the team’s result. For each step of yours, say “I”.",
        FindingKind::TooShort => "Add one sentence about each of your steps, and one about the ending.",
        FindingKind::TooLong => "Cut the beginning to two sentences and keep only the steps that mattered.",
        FindingKind::OffQuestion => "Read the question once more and start with its own words.",
        FindingKind::Overpromise => "Say what you will do, and by when you will tell them more.",
        FindingKind::TopHeavy => "Tell the scene in two sentences, then go to your first step.",
        FindingKind::Intensified => "Say how long, how many or how much.",
    }
}

/// What would make it go away.
fn gone(kind: FindingKind, next: &Next, marked: usize) -> String {
    let fixed = match kind {
        FindingKind::NoExample => {
            "two or three sentences tell one time: what happened, and what you did."
        }
        FindingKind::NoOwnAction => "a sentence starts with “I” and something you did.",
        FindingKind::NoResult => "a sentence says what happened in the end.",
        FindingKind::NoEvidence => {
            "the ending has a number, a time, or something that a person said or did."
        }
        FindingKind::NoInsight => "a sentence says what you learned, or what you do since then.",
        FindingKind::Blame => "the words that put someone down are gone.",
        FindingKind::PolicyFirst => "a kind sentence or a question stands before the rule.",
        FindingKind::TriggerPhrase => {
            "these words are gone, or you say right after them that they were a mistake."
        }
        FindingKind::Vague => "steps that someone could see stand in place of the general words.",
        FindingKind::WeOnly => "at least as many steps start with “I” as with “we”.",
        FindingKind::OffQuestion => "it says something about their question in your own words.",
        FindingKind::Overpromise => "something that you can do yourself stands in its place.",
        FindingKind::TopHeavy => "at most 40% of the words are background.",
        FindingKind::Intensified => "no strong word stands right before another one.",
        FindingKind::Hedged => {
            return format!("there are fewer than three soft words. Now there are {marked}.");
        }
        FindingKind::TooShort => match next {
            Next::Thin { words, .. } => {
                return format!(
                    "it has 40 words. That is {} more.",
                    wording::count(*words as usize, "word", "words")
                );
            }
            _ => "it has 40 words.",
        },
        FindingKind::TooLong => match next {
            Next::Background { words, .. } => {
                return format!(
                    "it has at most 330 words. That is {} less.",
                    wording::count(*words as usize, "word", "words")
                );
            }
            _ => "it has at most 330 words.",
        },
    };
    fixed.to_owned()
}

/// The speaker's own words in quotation marks.
fn quote(said: &Said) -> String {
    format!("“{}”", said.text)
}

const fn who(other: Other) -> &'static str {
    match other {
        Other::She => "she",
        Other::He => "he",
        Other::They => "they",
        Other::Somebody => "the other person",
    }
}

#[cfg(test)]
mod tests {
    use coach::{
        feedback::{Model, Prompt, report},
        question::Asks,
    };

    use super::*;

    fn advice_on(kind: FindingKind, text: &str) -> Advice {
        let prompt =
            Prompt { text: "Tell me about a time you helped someone.", asks: Asks::Example };
        let report = report(Model::shipped(), &prompt, text);
        let finding = report.findings.iter().find(|finding| finding.kind == kind);
        let finding = finding.expect("it is found");
        advice(kind, &finding.next, finding.spans.len())
    }

    #[test]
    fn a_step_in_own_words() {
        let text =
            "Last May a guest stood at our desk because her card was blocked. I called the bank.";
        assert_eq!(
            advice_on(FindingKind::NoResult, text).next,
            "After you called the bank: what did she say or do? Start with “In the end …”."
        );
        assert_eq!(
            advice_on(FindingKind::NoInsight, text).next,
            "You called the bank. What do you do differently since that day? Start with “Since then I …”."
        );
        let text = "I always listen to my guests. Good service is important to me.";
        assert_eq!(
            advice_on(FindingKind::NoExample, text).next,
            "When did you last listen to your guests? Tell that one time. Start with “One day …”."
        );
        let text = "Um, I kind of waited and, you know, rang him.";
        let soft = advice_on(FindingKind::Hedged, text);
        assert_eq!(soft.next, "Hear it without them: “I waited and rang him.”");
        assert_eq!(soft.gone, "there are fewer than three soft words. Now there are 3.");
    }

    #[test]
    fn the_limits_that_are_named_are_those_of_the_rules() {
        let words = |many: usize| "word ".repeat(many);
        let short = advice_on(FindingKind::TooShort, &words(39)).gone;
        assert_eq!(short, "it has 40 words. That is 1 word more.");
        let long = advice_on(FindingKind::TooLong, &words(332)).gone;
        assert_eq!(long, "it has at most 330 words. That is 2 words less.");
    }

    #[test]
    fn words_are_kind_and_plain() {
        for kind in FindingKind::ALL {
            let advice = advice(*kind, &Next::Nothing, 3);
            for words in [title(*kind), why(*kind), &advice.next, &advice.gone] {
                assert!(!words.is_empty() && !words.contains('!'), "{words}");
                for banned in [" just ", "simply", "obviously", "—", "great"] {
                    assert!(!words.to_lowercase().contains(banned), "{words}");
                }
            }
            assert!(advice.gone.ends_with('.'), "{}", advice.gone);
        }
    }
}
