//! Praise that is earned, and praise that is not.

use crate::{
    feedback::{Model, Prompt, StrengthKind, report},
    question::Asks,
};

fn strengths(text: &str) -> Vec<(StrengthKind, String)> {
    let report = report(
        Model::shipped(),
        &Prompt { text: "Tell me about a time.", asks: Asks::Example },
        text,
    );
    report.strengths.iter().map(|s| (s.kind, s.span.of(text).to_owned())).collect()
}

#[test]
fn praise_points_at_words() {
    let found = strengths(
        "A man came in with a torn coat last May. I let him finish and I said sorry about the \
         torn sleeve. I told him that must be frustrating before a wedding. I promised to ring \
         within two hours. He came back on Friday and bought a scarf. I learned to check every \
         seam before a coat leaves the shop.",
    );
    let kinds: Vec<_> = found.iter().map(|(kind, _)| *kind).collect();
    for kind in [
        StrengthKind::Listened,
        StrengthKind::SpecificApology,
        StrengthKind::NamedFeeling,
        StrengthKind::OwnSteps,
        StrengthKind::TimedPromise,
        StrengthKind::Confirmed,
        StrengthKind::Lesson,
    ] {
        assert!(kinds.contains(&kind), "{kind:?}: {found:#?}");
    }
    assert!(found.contains(&(StrengthKind::NamedFeeling, "frustrating".into())));
    assert!(found.contains(&(StrengthKind::TimedPromise, "within two hours".into())));
}

#[test]
fn an_empty_apology_earns_nothing() {
    let found =
        strengths("A guest was angry last week. I said sorry for any inconvenience and moved on.");
    assert!(!found.iter().any(|(kind, _)| *kind == StrengthKind::SpecificApology), "{found:?}");
}

#[test]
fn no_praise_for_nothing() {
    assert_eq!(strengths("I am a very good listener."), []);
    assert_eq!(strengths(""), []);
}

/// The words praised as that, in a story with this in its middle.
fn praised(kind: StrengthKind, words: &str) -> Option<String> {
    let text = format!(
        "Last May a man came to our desk with a torn coat. {words} I took the coat to the tailor. In \
         the end he had it back on the same day."
    );
    strengths(&text).into_iter().find(|(found, _)| *found == kind).map(|(_, words)| words)
}

#[test]
fn praise_is_for_what_was_done_and_not_for_its_contrary() {
    for (kind, done, shown, not) in [
        (
            StrengthKind::AskedFirst,
            "I asked him when he needed it.",
            "I asked him when he needed it",
            "I opened the till. I asked him when he needed it.",
        ),
        (
            StrengthKind::KeptPromise,
            "I promised to ring him at noon, and I did.",
            "and I did",
            "I was at home at noon, and I did the rest.",
        ),
        (
            StrengthKind::OwnedMistake,
            "I told him that it was our mistake.",
            "it was our mistake",
            "I told him that it was not our mistake.",
        ),
        (
            StrengthKind::PlainWords,
            "I explained the form to him step by step.",
            "I explained the form to him step by step",
            "He explained the form to me step by step.",
        ),
        (
            StrengthKind::PassedOn,
            "I let him finish. I wrote a note for the next shift.",
            "I wrote a note for the next shift",
            "I let him finish. I never wrote a note for the next shift.",
        ),
    ] {
        assert!(
            praised(kind, done).is_some_and(|words| words.contains(shown)),
            "{kind:?}: {:?}",
            praised(kind, done)
        );
        assert_eq!(praised(kind, not), None, "{not}");
    }
}

#[test]
fn somebody_else_confirms_the_ending() {
    let ends = |end: &str| {
        let text = format!(
            "Last May a man came in with a torn coat. I sewed it for him at once and he waited. {end}"
        );
        strengths(&text).into_iter().find(|(kind, _)| *kind == StrengthKind::Confirmed)
    };
    let end = "In the end he wrote to my manager, and he came back with his wife.";
    assert!(
        ends(end).is_some_and(|(_, words)| words == "he wrote to my manager"),
        "{:?}",
        ends(end)
    );
    assert_eq!(ends("In the end he never came back."), None);
}

#[test]
fn small_things_are_said_only_where_there_is_nothing_greater() {
    let small = "Last winter a man fell on the stairs of our shop. I called the ambulance for him.";
    let kinds: Vec<_> = strengths(small).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [StrengthKind::RealMoment]);
    let more = format!(
        "{small} I told him that must be frightening, and I asked how he felt. I sat with him. He thanked me in the end."
    );
    assert!(strengths(&more).iter().all(|(kind, _)| !kind.is_small()), "{:?}", strengths(&more));
}

#[test]
fn no_words_are_praised_twice_and_none_that_do_harm() {
    let timed = |promise: &str| {
        let text = format!(
            "A man came in with a torn coat. I let him finish. I called the tailor. {promise}"
        );
        strengths(&text).iter().any(|(kind, _)| *kind == StrengthKind::TimedPromise)
    };
    assert!(timed("I promised him to ring by Friday at noon."));
    assert!(!timed("I guarantee you that I will ring by Friday at noon."));
    assert_eq!(strengths("asdf jkl qwer uiop zxcv bnm the and"), []);
    let spans = report(
        Model::shipped(),
        &Prompt { text: "Tell me about a time.", asks: Asks::Example },
        "A man came in with a torn coat. I took it. In the end he wrote to my manager within two hours.",
    );
    let kinds: Vec<_> = spans.strengths.iter().map(|s| s.kind).collect();
    assert!(kinds.contains(&StrengthKind::Confirmed), "{kinds:?}");
    assert!(!kinds.contains(&StrengthKind::CheckableResult), "{kinds:?}");
}
