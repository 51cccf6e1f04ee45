//! What holds for every text, tried on many odd ones.

use std::env;

use proptest::{collection::vec, prelude::*, sample::select, test_runner::RngSeed};

use super::{
    Model, Next, Prompt, Readings, Reasons, Report, Span, in_depth, next::Said, report, sentence,
    words::Words,
};
use crate::question::Asks;

/// Scraps that have broken text code before.
const SCRAPS: &[&str] = &[
    "I",
    "and then I",
    "so she said",
    "because",
    "I asked her what was wrong",
    "the refund",
    "we",
    "she",
    "asked",
    "very",
    "so",
    "calm down",
    "policy",
    "a.m.",
    "No. 5",
    "3.30",
    "Mr.",
    "1. ",
    "\n2) ",
    "\n• ",
    "iii.",
    "jo@Example.com",
    "Ph.D.",
    "J.",
    "- ",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "\0",
    ".",
    "...",
    "…",
    "!",
    "?!",
    "“",
    "”",
    "'",
    "’",
    "\"",
    "(",
    ")",
    "🙂",
    "👩‍👩‍👧",
    "e\u{301}",
    "\u{301}",
    "\u{200d}",
    "\u{feff}",
    "\u{202e}",
    "\u{202c}",
    "\u{200b}",
    "\u{ad}",
    "´",
    "שלום",
    "مرحبا؟",
    "你好。",
    "İ",
    "ß",
    "ǅ",
    "ﬁ",
    "don't",
    "I'd",
    "'d",
    "--",
    "—",
    ",",
    ":",
    "\u{2028}",
    "x",
    "learned that",
    "In the end",
    "٣",
    "½",
    "²",
    "NPS of 140 %",
    "CSAT from 92 to 85%",
    "I offered a refund",
    "came back every week",
    "the queue fell from 9 to 2",
    "then I",
];

/// Whitespace as it is left behind at the end of a text.
const SPACES: &[&str] = &[" ", "\n", "\r\n", "\t", "\u{a0}", "\u{3000}", "\u{2028}"];

/// A run of scraps, of characters of any kind, and of both.
fn text() -> impl Strategy<Value = String> {
    let scrap = select(SCRAPS).prop_map(str::to_owned);
    let spaced = (scrap.clone(), select(&[" ", " ", "", "\n"][..])).prop_map(|(a, b)| a + b);
    let any = any::<String>();
    let piece = prop_oneof![6 => scrap, 12 => spaced, 1 => any, 1 => "[a-zA-Z .!?'’,]{0,30}"];
    prop_oneof![8 => vec(piece.clone(), 0..40), 1 => vec(piece, 60..120)]
        .prop_map(|pieces| pieces.concat())
}

fn asks() -> impl Strategy<Value = Asks> {
    select(Asks::ALL)
}

fn read(question: &str, asks: Asks, text: &str) -> Report {
    report(Model::shipped(), &Prompt { text: question, asks }, text)
}

fn is_inside(span: Span, text: &str) -> bool {
    span.start <= span.end
        && span.end <= text.len()
        && text.is_char_boundary(span.start)
        && text.is_char_boundary(span.end)
}

/// All that the readings point at.
fn pointed(readings: &Readings) -> Vec<Span> {
    let steps = readings.service.iter().flat_map(|service| {
        let early = service.early.iter().flat_map(|early| [early.offer, early.heard]);
        service.steps.iter().filter_map(|step| step.span).chain(early).collect::<Vec<_>>()
    });
    let rungs = readings.ladder.iter().flat_map(|ladder| ladder.rungs.into_iter().flatten());
    let words = readings.repeats.iter().flat_map(|repeat| repeat.spans.iter().copied());
    let pictures = [readings.pictures.general, readings.pictures.concrete];
    steps
        .chain(rungs)
        .chain(words)
        .chain(pictures.into_iter().flatten())
        .chain(readings.metrics.iter().map(|metric| metric.span))
        .chain(readings.soft.spans.iter().copied())
        .collect()
}

/// What holds for a report of a text by itself.
fn holds(report: &Report, text: &str) {
    let mut end = 0;
    for sentence in &report.sentences {
        assert!(is_inside(sentence.span, text), "{text:?}: {sentence:?}");
        assert!(sentence.span.start >= end, "{text:?}: {sentence:?} overlaps");
        assert!(sentence.span.start < sentence.span.end, "{text:?}: {sentence:?} is empty");
        let said = sentence.span.of(text);
        assert_eq!(said.trim(), said, "{text:?}");
        assert!(!Words::of(said).is_empty(), "{text:?}: {sentence:?} has no word");
        assert!(
            nothing_but_markers(&text[end..sentence.span.start]),
            "{text:?}: before {sentence:?}"
        );
        end = sentence.span.end;
    }
    assert!(nothing_but_markers(&text[end..]), "{text:?}: after the last sentence");
    let in_a_sentence = |span: &Span| {
        report.sentences.iter().any(|s| s.span.start <= span.start && span.end <= s.span.end)
    };
    for finding in &report.findings {
        for span in &finding.spans {
            assert!(is_inside(*span, text) && in_a_sentence(span), "{text:?}: {finding:?}");
            assert!(span.start < span.end, "{text:?}: {finding:?} points at nothing");
        }
        assert!(finding.spans.is_sorted(), "{text:?}: {finding:?}");
        let said: &[&Said] = match &finding.next {
            Next::After { act: said, .. }
            | Next::Outcome { said, .. }
            | Next::Ours(said)
            | Next::Theirs(said)
            | Next::General { said, .. }
            | Next::Fact(said)
            | Next::Background { said, .. }
            | Next::Promise { said, .. }
            | Next::Instead { said, .. }
            | Next::Habit(said) => &[said],
            Next::Rule { rule, kind: Some(kind) } => &[rule, kind],
            Next::Rule { rule, kind: None } => &[rule],
            Next::Without(sentence) => {
                assert!(sentence.chars().any(char::is_alphanumeric), "{text:?}: {finding:?}");
                &[]
            }
            Next::Nothing | Next::Thin { .. } => &[],
        };
        for said in said {
            assert!(is_inside(said.span, text), "{text:?}: {finding:?}");
            assert!(!said.span.of(text).is_empty() && !said.text.is_empty(), "{finding:?}");
            assert!(said.text.chars().count() < 120, "{text:?}: {finding:?}");
        }
    }
    for strength in &report.strengths {
        assert!(
            is_inside(strength.span, text) && in_a_sentence(&strength.span),
            "{text:?}: {strength:?}"
        );
    }
    assert!(report.strengths.is_sorted_by_key(|s| s.span), "{text:?}");
    assert_eq!(report.balance.total(), report.words, "{text:?}: every word has one sentence");
    assert!(report.quality.is_none_or(|mark| (1..=5).contains(&mark)), "{text:?}");
    // What stopped the climb is named, and nothing is where nothing did.
    if let Reasons::Climbed { by_rungs, .. } = &report.reasons {
        assert_eq!(report.reasons.missing().count() == 0, *by_rungs == 5, "{text:?}");
    }
}

/// Whether all words in what no sentence has are the bullets and numbers of a list.
fn nothing_but_markers(gap: &str) -> bool {
    gap.split_inclusive(sentence::LINE_ENDS).all(|line| {
        let rest = &line[sentence::marker(line)..];
        !rest.contains(char::is_alphanumeric)
    })
}

/// The same few hundred texts each time, so that a run says what the last one said. For others:
/// `PROPTEST_CASES=100000 cargo test --release -p coach properties`.
fn config() -> ProptestConfig {
    let fixed = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if env::var_os("PROPTEST_CASES").is_some() {
        return fixed;
    }
    ProptestConfig { cases: 400, rng_seed: RngSeed::Fixed(1), ..fixed }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_text_gives_a_sound_report(question in text(), asks in asks(), text in text()) {
        let prompt = Prompt { text: &question, asks };
        let (report, readings) = in_depth(Model::shipped(), &prompt, &text);
        holds(&report, &text);
        for span in pointed(&readings) {
            assert!(is_inside(span, &text) && span.start < span.end, "{text:?}: {readings:?}");
        }
        let _ = Asks::of_prompt(&text);
    }

    #[test]
    fn any_characters_do(question in any::<String>(), text in any::<String>()) {
        for asks in Asks::ALL {
            holds(&read(&question, *asks, &text), &text);
        }
    }

    #[test]
    fn the_same_text_always_reads_the_same(asks in asks(), text in text()) {
        let prompt = Prompt { text: "Tell me about a time.", asks };
        let first = in_depth(Model::shipped(), &prompt, &text);
        prop_assert_eq!(&first, &in_depth(Model::shipped(), &prompt, &text));
        prop_assert_eq!(first.0, report(Model::shipped(), &prompt, &text));
    }

    #[test]
    fn white_space_at_the_end_changes_nothing(asks in asks(), text in text(), space in vec(select(SPACES), 1..4)) {
        let spaced = format!("{text}{}", space.concat());
        prop_assert_eq!(read("", asks, &text), read("", asks, &spaced), "{:?}", spaced);
    }
}

#[test]
fn every_single_scrap_does_too() {
    for asks in Asks::ALL {
        for scrap in SCRAPS {
            holds(&read(scrap, *asks, scrap), scrap);
        }
    }
}
