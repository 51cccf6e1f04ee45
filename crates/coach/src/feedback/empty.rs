//! Texts that answer nothing: none is marked above 2, whatever is asked.

use super::{Model, Prompt, report};
use crate::question::Asks;

const ANSWERS: &str = include_str!("empty/answers.txt");

/// What is asked, one of each form and one that is copied below.
const QUESTIONS: [(&str, Asks); 6] = [
    ("Tell me about a time when you dealt with an angry customer.", Asks::Example),
    ("Describe a situation in which you had too much to do.", Asks::Example),
    ("How would you handle a customer who wants a refund without a receipt?", Asks::Plan),
    ("What does good customer service mean to you?", Asks::View),
    ("Why do you want to work here?", Asks::View),
    ("", Asks::Example),
];

/// The texts with their kinds.
fn answers() -> Vec<(&'static str, String)> {
    let mut kind = "";
    let mut out = Vec::new();
    for line in ANSWERS.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        match line.strip_prefix("## ") {
            Some(name) => kind = name,
            None => out.push((kind, line.replace("\\n", "\n"))),
        }
    }
    out
}

#[test]
fn nothing_is_never_worth_more_than_two() {
    let mut wrong = Vec::new();
    for (kind, text) in answers() {
        for (question, asks) in QUESTIONS {
            let report = report(Model::shipped(), &Prompt { text: question, asks }, &text);
            if report.quality > Some(2) {
                wrong.push(format!("{:?} {kind}: {question:?} {text:?}", report.quality));
            }
        }
    }
    assert!(wrong.is_empty(), "{} marked too high:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn there_are_enough_of_each_kind() {
    let all = answers();
    assert!(all.len() >= 77, "{}", all.len());
    for kind in [
        "nonsense",
        "copied question",
        "I don't know",
        "headings without content",
        "keyword stuffing",
    ] {
        assert!(all.iter().filter(|(of, _)| *of == kind).count() >= 12, "{kind}");
    }
}
