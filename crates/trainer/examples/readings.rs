//! What the coach reads in labelled answers beyond the findings: how often each remark occurs, and every
//! one of a kind to read by eye.
//!
//! `cargo run --release -p trainer --example readings -- [PATH [KIND [LOWEST MARK]]]`

use std::{collections::BTreeMap, env, path::Path};

use coach::{
    feedback::{
        Model, Move, Prompt, Readings, Span, in_depth,
        reading::{Rung, Step},
    },
    question::Asks,
};
use trainer::answers::{self, Labelled};

fn main() -> Result<(), String> {
    let mut args = env::args().skip(1);
    let path = args.next().unwrap_or_else(|| "crates/trainer/answers/train".to_owned());
    let wanted = args.next().unwrap_or_default();
    let lowest: u8 = args.next().and_then(|mark| mark.parse().ok()).unwrap_or(4);
    let mut answers = answers::read(Path::new(&path))?;
    answers.retain(|answer| answer.quality >= lowest);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for answer in &answers {
        let text = answer.text();
        let prompt = Prompt { text: &answer.question, asks: Asks::of_prompt(&answer.question) };
        let (_, readings) = in_depth(Model::shipped(), &prompt, &text);
        for (kind, spans) in remarks(&readings, answer) {
            if !wanted.is_empty() && kind.starts_with(&wanted) {
                println!("{} [{kind}] {}", answer.id, answer.question);
                for span in &spans {
                    println!("    “{}”", span.of(&text));
                }
                if spans.is_empty() {
                    println!("    {text}");
                }
            }
            *counts.entry(kind).or_default() += 1;
        }
    }
    for (kind, count) in counts {
        println!("{kind:32} {count:5} of {}", answers.len());
    }
    Ok(())
}

/// Every remark by its kind, with its words.
fn remarks(readings: &Readings, answer: &Labelled) -> Vec<(String, Vec<Span>)> {
    let mut out = Vec::new();
    let mut add = |kind: String, spans: Vec<Span>| out.push((kind, spans));
    if let Some(service) = &readings.service {
        let all = service.steps.iter().filter_map(|step| step.span).collect();
        add(format!("service {:?} upset={}", service.way, service.upset), all);
        for step in &service.steps {
            // Labelled by people: whether they saw one of the moves of the step.
            let moves: &[Move] = match step.step {
                Step::Listen => &[Move::Listen, Move::Clarify],
                Step::Apologise => &[Move::Apologise, Move::Acknowledge],
                Step::Thank => &[Move::Thank],
                Step::Calm => &[Move::Listen, Move::Acknowledge, Move::Apologise],
                Step::Clarify => &[Move::Clarify],
                Step::Solve | Step::Options => &[Move::Options, Move::Escalate, Move::Commit],
            };
            let seen = answer.sentences.iter().any(|s| moves.iter().any(|m| s.moves.contains(m)));
            let state = if step.span.is_some() { "there" } else { "open" };
            let people = if seen { "seen by people" } else { "not seen by people" };
            add(format!("step {:?} {state}, {people}", step.step), step.span.into_iter().collect());
        }
        if let Some(open) = service.open() {
            add(format!("service next {open:?}"), Vec::new());
        }
        if let Some(early) = service.early {
            add("service early".to_owned(), vec![early.offer, early.heard]);
        }
    }
    if let Some(ladder) = &readings.ladder {
        for (rung, span) in Rung::ALL.iter().zip(ladder.rungs) {
            if let Some(span) = span {
                add(format!("ladder {rung:?}"), vec![span]);
            }
        }
        if let Some(missing) = ladder.missing {
            add(
                format!("ladder missing {missing:?}"),
                ladder.rungs.into_iter().flatten().collect(),
            );
        }
        if !ladder.linked {
            add("ladder apart".to_owned(), ladder.rungs.into_iter().flatten().collect());
        }
    }
    for metric in &readings.metrics {
        add(format!("metric {:?}", metric.remark), vec![metric.span]);
    }
    if let Some(span) = readings.pictures.general {
        add("general".to_owned(), vec![span]);
    }
    if let Some(span) = readings.pictures.concrete {
        add("concrete".to_owned(), vec![span]);
    }
    for repeat in &readings.repeats {
        add(format!("repeat {:?}", repeat.kind), repeat.spans.clone());
    }
    if !readings.soft.spans.is_empty() {
        let many = if readings.soft.spans.len() < 3 { "few" } else { "many" };
        add(format!("soft {many}"), readings.soft.spans.clone());
    }
    out
}
