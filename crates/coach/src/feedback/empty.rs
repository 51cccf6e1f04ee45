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

/// The texts with their kinds. A blank line between two lines belongs to a text.
fn answers() -> Vec<(&'static str, &'static str)> {
    let mut out = Vec::new();
    for block in ANSWERS.split("\n## ").skip(1) {
        let Some((kind, texts)) = block.split_once('\n') else { continue };
        let ends = texts.match_indices('\n').map(|(at, _)| at);
        let mut start = 0;
        for end in ends {
            // A heading alone on its line goes on after a blank line.
            let goes_on = texts[..end].ends_with(':') && texts[end..].starts_with("\n\n")
                || texts[start..end].is_empty();
            if !goes_on {
                out.push((kind, texts[start..end].trim()));
                start = end + 1;
            }
        }
    }
    out
}

#[test]
fn nothing_is_never_worth_more_than_two() {
    let mut wrong = Vec::new();
    for (kind, text) in answers() {
        for (question, asks) in QUESTIONS {
            let report = report(Model::shipped(), &Prompt { text: question, asks }, text);
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
    assert!(all.len() >= 60, "{}", all.len());
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
