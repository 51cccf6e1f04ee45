//! For each finding: what its next step is said with, and that it is gone once the answer is mended
//! as the condition that the page names says.

use super::*;
use crate::feedback::{Model, Prompt, report};

const ASKED: &str = "Tell me about a time you helped an upset customer.";

fn find(asks: Asks, question: &str, text: &str, kind: FindingKind) -> Option<Finding> {
    let report = report(Model::shipped(), &Prompt { text: question, asks }, text);
    report.findings.into_iter().find(|finding| finding.kind == kind)
}

fn next(kind: FindingKind, text: &str) -> Next {
    find(Asks::Example, ASKED, text, kind).unwrap_or_else(|| panic!("no {kind:?}: {text}")).next
}

/// It is found in the first text and not in the second, which is the first one mended.
fn goes(kind: FindingKind, text: &str, mended: &str) {
    let _ = next(kind, text);
    let left = find(Asks::Example, ASKED, mended, kind);
    assert_eq!(left, None, "{kind:?} stays in: {mended}");
}

const STORY: &str = "Last May a guest stood at our desk in tears because her card was blocked. I let her \
    finish and I said sorry for the long wait. I called the bank and stayed on the line with her.";

#[test]
fn an_ending_is_asked_for_after_the_last_act() {
    let Next::After { act, done: true, other: Other::She } = next(FindingKind::NoResult, STORY)
    else {
        panic!("no act")
    };
    assert_eq!((act.text.as_str(), act.turned), ("stayed on the line with her", true));
    // A sentence that says what happened in the end.
    let mended = format!("{STORY} In the end the bank opened her card again and she thanked me.");
    goes(FindingKind::NoResult, STORY, &mended);
}

#[test]
fn a_lesson_is_asked_for_after_the_act_that_turned_it() {
    let text =
        format!("{STORY} In the end she got her money and thanked me. I walked her to the door.");
    let Next::After { act, .. } = next(FindingKind::NoInsight, &text) else { panic!("no act") };
    assert_eq!(act.text, "stayed on the line with her");
    // A sentence with what was learned, or what is done since.
    let mended = format!("{text} Since then I always ask first what the money is needed for.");
    goes(FindingKind::NoInsight, &text, &mended);
}

#[test]
fn an_event_is_asked_for_by_the_habit() {
    let text = "I always listen to people carefully, because every customer wants to be heard and \
                I believe that kindness is what makes good service. I stay calm at all times.";
    assert!(matches!(next(FindingKind::NoExample, text), Next::Habit(said)
        if said.text == "listen to people carefully" && said.turned));
    // One time, told as it happened, with what the speaker did then.
    let mended = "Last winter a man came to our desk with a wet parcel. I took him to the back room \
                  and I listened until he had finished. I called the sender and he got a new one.";
    goes(FindingKind::NoExample, text, mended);
}

#[test]
fn an_own_share_is_asked_for_by_what_others_did() {
    let text = "The shop was full and the queue went out of the door. Our card machine was broken. My \
                manager called a technician. People were angry and some of them left the shop.";
    let Next::Theirs(said) = next(FindingKind::NoOwnAction, text) else { panic!("nobody") };
    assert_eq!(said.text, "My manager called a technician");
    // Sentences that start with "I" and a verb.
    let mended = format!("{text} I opened a second till. I told people how long it would take.");
    goes(FindingKind::NoOwnAction, text, &mended);

    let text = "The hall was full of boxes before the wedding. We sorted the boxes and we carried them \
                to the cellar. We laid the tables again. In the end we opened on time.";
    assert!(matches!(next(FindingKind::WeOnly, text), Next::Ours(said)
        if said.text == "We sorted the boxes"));
    // At least as many steps with "I" as with "we".
    let mended = text.replace("We sorted", "I sorted").replace("we carried", "I carried");
    goes(FindingKind::WeOnly, text, &mended);
}

#[test]
fn something_to_believe_is_asked_for_by_the_ending() {
    let text = format!("{STORY} It all went well and everybody was happy.");
    let Next::Outcome { said, other } = next(FindingKind::NoEvidence, &text) else {
        panic!("no outcome")
    };
    assert_eq!(said.text, "It all went well and everybody was happy");
    assert_eq!(other, Other::She);
    // A number, a time, or what a person said or did.
    let mended =
        format!("{STORY} Twenty minutes later she had her money, and she wrote to thank me.");
    goes(FindingKind::NoEvidence, &text, &mended);
}

#[test]
fn a_step_is_asked_for_by_the_general_words() {
    let text = "Last May a room was booked twice at our hotel. I handled the situation and I did my \
                best. It worked out well.";
    let Next::General { said, ending: false } = next(FindingKind::Vague, text) else {
        panic!("no words")
    };
    assert_eq!(said.text, "I handled the situation");
    // A step that can be seen in the place of each.
    let mended = "Last May a room was booked twice at our hotel. I walked both guests to the bar and \
                  I called the hotel next door. One of them got a room there with a view of the lake.";
    goes(FindingKind::Vague, text, mended);
}

#[test]
fn soft_and_loud_words_go() {
    let text = format!("{STORY} Maybe she was tired, I guess, and kind of sad.");
    let Next::Without(soft) = next(FindingKind::Hedged, &text) else { panic!("not mended") };
    assert_eq!(soft, "She was tired and sad.");
    // Fewer than three of them; two are no finding.
    goes(FindingKind::Hedged, &text, &format!("{STORY} Maybe she was tired, I guess, and sad."));
    goes(FindingKind::Hedged, &text, &format!("{STORY} {soft}"));

    let text = format!("{STORY} The line was very very long.");
    let Next::Without(plain) = next(FindingKind::Intensified, &text) else { panic!("not mended") };
    // At most one strong word before another.
    goes(FindingKind::Intensified, &text, &format!("{STORY} {plain}"));
    goes(FindingKind::Intensified, &text, &format!("{STORY} The line was very long."));
}

#[test]
fn blame_a_rule_a_promise_and_words_that_inflame_go() {
    let text = format!("{STORY} The lazy colleague had not read the mail.");
    let Next::Without(fact) = next(FindingKind::Blame, &text) else { panic!("not mended") };
    assert_eq!(fact, "The colleague had not read the mail.");
    goes(FindingKind::Blame, &text, &format!("{STORY} {fact}"));

    let late = "I am sorry that you waited, I said.";
    let text =
        format!("A man wanted his money back. I told him it's our policy to keep it. {late}");
    let Next::Rule { rule, kind: Some(kind) } = next(FindingKind::PolicyFirst, &text) else {
        panic!("no rule")
    };
    assert_eq!(
        (rule.text.as_str(), kind.text.as_str()),
        ("it's our policy", late.trim_end_matches('.'))
    );
    // A kind sentence before the rule.
    goes(
        FindingKind::PolicyFirst,
        &text,
        &format!("A man wanted his money back. {late} I told him it's our policy to keep it."),
    );

    let text = format!("{STORY} I told her it will never happen again.");
    let Next::Promise { said, sort: Promise::Never } = next(FindingKind::Overpromise, &text) else {
        panic!("no promise")
    };
    assert_eq!(said.text, "I told her it will never happen again");
    goes(FindingKind::Overpromise, &text, &format!("{STORY} I told her I would ring by four."));

    let text = format!("{STORY} I told her to calm down.");
    let Next::Instead { said, better: Better::Feeling } = next(FindingKind::TriggerPhrase, &text)
    else {
        panic!("no words")
    };
    assert_eq!(said.text, "told her to calm down");
    goes(
        FindingKind::TriggerPhrase,
        &text,
        &format!("{STORY} I told her I could see how hard it was."),
    );
    // Or told as a mistake right after.
    goes(FindingKind::TriggerPhrase, &text, &format!("{text} That was a mistake."));
}

#[test]
fn lengths_are_counted() {
    let text = "A guest came in last May. I called the bank for her.";
    let Next::Thin { part, words } = next(FindingKind::TooShort, text) else { panic!("no part") };
    assert_eq!((part, words), (Part::Result, 40 - 12));
    let mended = format!("{text} {}", "and then I waited with her ".repeat(5));
    goes(FindingKind::TooShort, text, &mended);

    let text = format!("{STORY} {}", "The hall was cold and grey that day. ".repeat(40));
    let Next::Background { cut: Cut::Stretch, words, .. } = next(FindingKind::TooLong, &text)
    else {
        panic!("no stretch")
    };
    // 330 words or fewer.
    let total = text.split_whitespace().count();
    assert_eq!(usize::try_from(words), Ok(total - too_long::MOST));
    let mended =
        text.replacen("The hall was cold and grey that day. ", "", (total - 330).div_ceil(8));
    goes(FindingKind::TooLong, &text, &mended);
}

#[test]
fn background_is_cut_to_its_share() {
    let scene = "Two winters ago I worked at a ski shop in a small village. There was a storm and the \
                 road was closed. A family was waiting for boots that had been sent to another town.";
    let steps = "I lent them mine and I called the depot. They went up the hill that day.";
    let text = format!("{scene} {steps}");
    let Next::Background { said, cut: Cut::Join, words } = next(FindingKind::TopHeavy, &text)
    else {
        panic!("no background")
    };
    assert!(said.text.starts_with("There was a storm"), "{said:?}");
    // So many words less, and it is gone; with one word more it is not.
    let short = |less: usize| {
        let all: Vec<&str> = scene.split(' ').collect();
        format!(
            "{}. {steps} I fitted them by the stove while they drank hot chocolate.",
            all[..all.len() - less].join(" ").trim_end_matches('.')
        )
    };
    assert!(words > 0);
    assert!(find(Asks::Example, ASKED, &short(0), FindingKind::TopHeavy).is_some());
    goes(FindingKind::TopHeavy, &text, &short(18));
}

#[test]
fn an_answer_off_the_question_has_no_words_to_build_on() {
    assert_eq!(next(FindingKind::OffQuestion, "asdf jkl qwer uiop zxcv"), Next::Nothing);
    // Something about what was asked, in own words.
    goes(FindingKind::OffQuestion, "I don't know, nothing comes to my mind.", STORY);
}

#[test]
fn every_finding_was_looked_at() {
    // A new kind belongs into the tests above.
    assert_eq!(FindingKind::ALL.len(), 17);
}
