//! `cargo xtask analyse`: the coach behind a pipe, so that its reading of answers can be scored.
//!
//! One JSON object a line comes in, `{"id", "question", "answer"}`, and one a line goes out, `{"id",
//! "sentences": [{"start", "end", "part", "moves"}], "quality", "findings"}`, where places count
//! Unicode code points of the answer. Nothing else is written to standard output.

use std::io::{self, BufRead, BufWriter, Write};

use coach::{
    feedback::{FindingKind, Model, Prompt, Report, report},
    question::Asks,
};
use lexopt::Parser;
use serde_json::{Value, json};

use crate::{Outcome, nothing_more};

/// What the coach finds beyond the guide that answers were labelled by.
const BEYOND_THE_GUIDE: [FindingKind; 2] = [FindingKind::TopHeavy, FindingKind::Intensified];

/// Reads standard input to its end.
pub fn command(mut args: Parser) -> Outcome {
    nothing_more(&mut args)?;
    let mut out = BufWriter::new(io::stdout().lock());
    for (number, line) in (1..).zip(io::stdin().lock().lines()) {
        let line = line.map_err(|e| format!("line {number}: {e}"))?;
        if line.trim().is_empty() {
            continue;
        }
        let read = answer(&line).map_err(|e| format!("line {number}: {e}"))?;
        writeln!(out, "{read}").map_err(|e| format!("cannot write the report: {e}"))?;
    }
    out.flush().map_err(|e| format!("cannot write the report: {e}"))
}

/// What the coach reads in one answer.
fn answer(line: &str) -> Outcome<Value> {
    let given: Value = serde_json::from_str(line).map_err(|e| format!("not JSON: {e}"))?;
    let text = |name: &str| {
        given[name]
            .as_str()
            .ok_or_else(|| format!("has no text {name:?}; each line needs id, question, answer"))
    };
    let (question, answer) = (text("question")?, text("answer")?);
    let prompt = Prompt { text: question, asks: Asks::of_prompt(question) };
    Ok(as_json(&given["id"], answer, &report(Model::shipped(), &prompt, answer)))
}

fn as_json(id: &Value, answer: &str, report: &Report) -> Value {
    let mut points = CodePoints::new(answer);
    let sentences: Vec<_> = report
        .sentences
        .iter()
        .map(|sentence| {
            let moves: Vec<_> = sentence.moves.iter().map(|one| one.slug()).collect();
            json!({
                "start": points.before(sentence.span.start),
                "end": points.before(sentence.span.end),
                "part": sentence.part.slug(),
                "moves": moves,
            })
        })
        .collect();
    let kinds = report.findings.iter().map(|finding| finding.kind);
    let findings: Vec<_> =
        kinds.filter(|kind| !BEYOND_THE_GUIDE.contains(kind)).map(|kind| kind.slug()).collect();
    // The guide has no "not enough to judge": such an answer is at the bottom of its scale.
    json!({
        "id": id,
        "sentences": sentences,
        "quality": report.quality.unwrap_or(1),
        "findings": findings,
    })
}

/// Turns places in bytes, asked for in rising order, into places in code points.
struct CodePoints<'a> {
    text: &'a str,
    byte: usize,
    point: usize,
}

impl<'a> CodePoints<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, byte: 0, point: 0 }
    }

    /// How many code points come before a byte.
    fn before(&mut self, byte: usize) -> usize {
        if let Some(passed) = self.text.get(self.byte..byte) {
            self.point += passed.chars().count();
            self.byte = byte;
        }
        self.point
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_code_points() {
        let line = json!({
            "id": 7,
            "question": "Tell me about a time you helped a customer.",
            "answer": "  Il était tard 😀 and a man came in. I said sorry and found his parcel.",
        });
        let said = answer(&line.to_string()).expect("a report");
        assert_eq!(said["id"], 7);
        let text: Vec<char> = line["answer"].as_str().expect("text").chars().collect();
        let place = |sentence: &Value, name: &str| {
            usize::try_from(sentence[name].as_u64().expect("a place")).expect("a small one")
        };
        let sentences = said["sentences"].as_array().expect("sentences");
        let last = sentences.last().expect("one at least");
        let words: String = text[place(last, "start")..place(last, "end")].iter().collect();
        assert_eq!(words, "I said sorry and found his parcel.");
        assert!((1..=5).contains(&said["quality"].as_u64().expect("a number")));
    }

    #[test]
    fn what_is_not_an_answer_is_refused() {
        assert!(answer("{").is_err());
        let error = answer("{\"id\": 1, \"question\": \"q\"}").expect_err("no answer");
        assert!(error.contains("answer"), "{error}");
    }
}
