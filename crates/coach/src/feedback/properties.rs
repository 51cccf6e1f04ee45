//! What holds for every text, tried on a few thousand odd ones.

use super::{Model, Next, Prompt, Reasons, Span, next::Said, report};
use crate::question::Asks;

/// Scraps that have broken text code before.
const SCRAPS: &[&str] = &[
    "I",
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
];

/// A small deterministic generator (xorshift64).
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % n as u64).unwrap_or(0)
    }

    fn text(&mut self) -> String {
        let mut out = String::new();
        for _ in 0..self.below(40) {
            out.push_str(SCRAPS[self.below(SCRAPS.len())]);
            if self.below(3) > 0 {
                out.push(' ');
            }
        }
        out
    }
}

fn is_inside(span: Span, text: &str) -> bool {
    span.start <= span.end
        && span.end <= text.len()
        && text.is_char_boundary(span.start)
        && text.is_char_boundary(span.end)
}

fn holds(prompt: &Prompt, text: &str) {
    let report = report(Model::shipped(), prompt, text);
    let mut end = 0;
    for sentence in &report.sentences {
        assert!(is_inside(sentence.span, text), "{text:?}: {sentence:?}");
        assert!(sentence.span.start >= end, "{text:?}: {sentence:?} overlaps");
        assert!(sentence.span.start < sentence.span.end, "{text:?}: {sentence:?} is empty");
        let said = sentence.span.of(text);
        assert_eq!(said.trim(), said, "{text:?}");
        end = sentence.span.end;
    }
    for finding in &report.findings {
        assert!(finding.spans.iter().all(|s| is_inside(*s, text)), "{text:?}: {finding:?}");
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
        assert!(is_inside(strength.span, text), "{text:?}: {strength:?}");
    }
    assert!(report.strengths.is_sorted_by_key(|s| s.span), "{text:?}");
    assert_eq!(report.balance.total(), report.words, "{text:?}: every word has one sentence");
    assert!(report.quality.is_none_or(|mark| (1..=5).contains(&mark)), "{text:?}");
    // What stopped the climb is named, and nothing is where nothing did.
    if let Reasons::Climbed { by_rungs, .. } = &report.reasons {
        assert_eq!(report.reasons.missing().count() == 0, *by_rungs == 5, "{text:?}");
    }
}

#[test]
fn every_text_gives_a_sound_report() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for round in 0..4000 {
        let (question, text) = (random.text(), random.text());
        let asks = Asks::ALL[round % Asks::ALL.len()];
        holds(&Prompt { text: &question, asks }, &text);
        let _ = Asks::of_prompt(&text);
    }
}

#[test]
fn every_single_scrap_does_too() {
    for asks in Asks::ALL {
        for scrap in SCRAPS {
            holds(&Prompt { text: scrap, asks: *asks }, scrap);
        }
    }
}

#[test]
fn the_same_text_always_reads_the_same() {
    let mut random = Random(7);
    for _ in 0..200 {
        let text = random.text();
        let prompt = Prompt { text: "Tell me about a time.", asks: Asks::Example };
        assert_eq!(
            report(Model::shipped(), &prompt, &text),
            report(Model::shipped(), &prompt, &text),
            "{text:?}"
        );
    }
}
