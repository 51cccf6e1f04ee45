//! From labelled answers to a model.

use std::{collections::BTreeSet, ops::Range};

use coach::{
    feedback::{
        Context, FindingKind, Model, ModelFile, Move, Prompt, Span,
        clause::{self, Clause},
        model::{Column, Common, FACTS, Facts, Feature, PARTS, ROWS, Verdict, of_answer},
        words::Words,
    },
    part::Part,
    question::Asks,
};

use crate::{
    answers::Labelled,
    crf::{Chain, Crf},
    logistic::{Dense, Sparse},
    score::Tally,
};

/// Into how many groups the writers are put, to see what is learned from some of them do on the others.
const GROUPS: usize = 6;
/// A word is common when it stands in one of so many answers.
const COMMON_IN: usize = 70;
/// Findings that are weighed over the whole answer.
pub const WEIGHED: [FindingKind; 8] = [
    FindingKind::NoExample,
    FindingKind::NoOwnAction,
    FindingKind::NoResult,
    FindingKind::NoEvidence,
    FindingKind::NoInsight,
    FindingKind::Vague,
    FindingKind::WeOnly,
    FindingKind::OffQuestion,
];
/// What one point of a fact's weight is.
const FACT_SCALE: f64 = 256.0;

/// What came of it.
pub struct Trained {
    /// The model.
    pub file: ModelFile,
    /// Of a hundred sentences, how many got the right part from a model that had seen no answer of their
    /// writer.
    pub parts_right: f64,
    /// The F1 of all moves, likewise, in per cent.
    pub moves_right: f64,
    /// How many answers it learned from.
    pub answers: usize,
    /// How many sentences.
    pub sentences: usize,
}

/// An answer as the model sees it.
struct Seen {
    chain: Chain,
    moves: Vec<Vec<bool>>,
}

/// Trains on answers.
#[must_use]
pub fn train(answers: &[Labelled]) -> Trained {
    let common = common(answers);
    let seen: Vec<Seen> = answers.iter().map(|answer| see(answer, &common)).collect();
    let mut facts: Vec<Option<Facts>> = vec![None; answers.len()];
    let (mut parts, mut moves) = (Tally::default(), Tally::default());
    // What is learned is tried on writers who did not teach it: people differ more than answers do.
    let writers: BTreeSet<&str> = answers.iter().map(|answer| answer.writer.as_str()).collect();
    let group =
        |answer: &Labelled| writers.iter().position(|w| *w == answer.writer).map(|at| at % GROUPS);
    for left_out in 0..GROUPS {
        let of_it = |answer: &Labelled| group(answer) == Some(left_out);
        let others: Vec<&Seen> =
            seen.iter().zip(answers).filter(|(_, a)| !of_it(a)).map(|(seen, _)| seen).collect();
        let model = Model::new(sentences(&others, &common));
        for (at, answer) in answers.iter().enumerate().filter(|(_, a)| of_it(a)) {
            let text = answer.text();
            let context = Context::new(&model, prompt(answer), &text);
            facts[at] = Some(Facts::of(&context));
            compare(&model, answer, &mut parts, &mut moves);
        }
    }
    let mut file = sentences(&seen.iter().collect::<Vec<_>>(), &common);
    let known: Vec<(&[u8; FACTS], &Labelled)> = facts
        .iter()
        .zip(answers)
        .filter_map(|(facts, answer)| Some((facts.as_ref()?.values(), answer)))
        .collect();
    for kind in WEIGHED {
        let cases: Vec<_> =
            known.iter().map(|(facts, answer)| (*facts, answer.findings.contains(&kind))).collect();
        file.findings
            .push((kind.slug().to_owned(), verdict(&best_shift(Dense::train(&cases), &cases))));
    }
    for least in 2..=5 {
        let cases: Vec<_> =
            known.iter().map(|(facts, answer)| (*facts, answer.quality >= least)).collect();
        file.mark.push(verdict(&Dense::train(&cases)));
    }
    Trained {
        file,
        parts_right: 100.0 * parts.f1(),
        moves_right: 100.0 * moves.f1(),
        answers: answers.len(),
        sentences: answers.iter().map(|answer| answer.sentences.len()).sum(),
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

fn common(answers: &[Labelled]) -> Common {
    let texts: Vec<String> = answers.iter().map(Labelled::text).collect();
    Common::of(texts.iter().map(String::as_str), answers.len().div_ceil(COMMON_IN))
}

fn prompt(answer: &Labelled) -> Prompt<'_> {
    Prompt { text: &answer.question, asks: Asks::of_prompt(&answer.question) }
}

/// An answer cut as it was labelled.
fn cut(answer: &Labelled, words: &Words) -> (Vec<Range<usize>>, Vec<Vec<Clause>>) {
    let (mut ranges, mut at, mut from) = (Vec::new(), 0, 0);
    for sentence in &answer.sentences {
        let span = Span { start: at, end: at + sentence.text.len() };
        at = span.end + 1;
        let range = words.within(span, from);
        from = range.end;
        ranges.push(range);
    }
    let clauses = ranges.iter().map(|range| clause::read(words, range.clone())).collect();
    (ranges, clauses)
}

fn see(answer: &Labelled, common: &Common) -> Seen {
    let words = Words::of(&answer.text());
    let (ranges, clauses) = cut(answer, &words);
    let features = of_answer(&words, &ranges, &clauses, prompt(answer).asks, common);
    let parts = answer.sentences.iter().map(|s| s.part.map(|part| part as usize)).collect();
    let there = |moves: &std::collections::BTreeSet<Move>| {
        Move::ALL.iter().map(|kind| moves.contains(kind)).collect()
    };
    Seen {
        chain: Chain { features, parts },
        moves: answer.sentences.iter().map(|s| there(&s.moves)).collect(),
    }
}

/// Notes which parts and moves a model reads as they were labelled.
fn compare(model: &Model, answer: &Labelled, parts: &mut Tally, moves: &mut Tally) {
    let words = Words::of(&answer.text());
    let (ranges, clauses) = cut(answer, &words);
    let read = model.read(&words, &ranges, &clauses, prompt(answer).asks);
    for ((sentence, part), found) in answer.sentences.iter().zip(&read.parts).zip(&read.moves) {
        if let Some(labelled) = sentence.part {
            // With one part a sentence, F1 over all parts is the share that is right.
            Part::ALL.iter().for_each(|kind| parts.add(labelled == *kind, part == kind));
        }
        Move::ALL
            .iter()
            .for_each(|kind| moves.add(sentence.moves.contains(kind), found.contains(kind)));
    }
}

/// What is learned of single sentences: their parts and their moves.
fn sentences(seen: &[&Seen], common: &Common) -> ModelFile {
    let crf = Crf::train(&seen.iter().map(|seen| &seen.chain).collect::<Vec<_>>());
    let most = crf.table.iter().flatten().map(|weight| weight.value.abs()).fold(0.0, f64::max);
    let scale = 127.0 / f64::max(most, 1e-9);
    let mut file = ModelFile {
        common: common.clone(),
        follows: crf.follows.map(|row| row.map(|x| whole(x * scale))),
        ..ModelFile::default()
    };
    for part in 0..PARTS {
        file.columns.push(Column::of(crf.table.iter().map(|row| small(row[part].value * scale))));
    }
    for kind in 0..Move::ALL.len() {
        let cases = move_cases(seen, kind);
        let learned = Sparse::train(&cases, PARTS);
        let shift = shift_of_move(seen, kind);
        let most = learned.table.iter().map(|weight| weight.value.abs()).fold(0.0, f64::max);
        let scale = 127.0 / f64::max(most, 1e-9);
        file.columns
            .push(Column::of(learned.table.iter().map(|weight| small(weight.value * scale))));
        let mut by_part = [0; PARTS];
        for (bias, learned) in by_part.iter_mut().zip(&learned.bias) {
            *bias = whole((learned + shift) * scale);
        }
        file.moves.push(by_part);
    }
    debug_assert_eq!(crf.table.len(), ROWS as usize);
    file
}

type Case<'a> = (&'a [Feature], usize, bool);

fn move_cases<'a>(seen: &[&'a Seen], kind: usize) -> Vec<Case<'a>> {
    let of_answer = |seen: &'a Seen| {
        let sentences = seen.chain.features.iter().zip(&seen.chain.parts).zip(&seen.moves);
        sentences.map(move |((features, part), moves)| {
            (features.as_slice(), part.unwrap_or(Part::Other as usize), moves[kind])
        })
    };
    seen.iter().flat_map(|seen| of_answer(seen)).collect()
}

/// By how much the points of a move are raised so that its F1 is best on sentences of answers that the
/// learner has not seen.
fn shift_of_move(seen: &[&Seen], kind: usize) -> f64 {
    let mut judged: Vec<(f64, bool)> = Vec::new();
    for fold in 0..2 {
        let half = |other: bool| -> Vec<&Seen> {
            let here = seen.iter().enumerate().filter(|(at, _)| (at % 2 == fold) != other);
            here.map(|(_, seen)| *seen).collect()
        };
        let learned = Sparse::train(&move_cases(&half(true), kind), PARTS);
        for (features, part, there) in move_cases(&half(false), kind) {
            judged.push((learned.points(features, part), there));
        }
    }
    shift(&judged)
}

/// What must be added to points so that "above zero" has the best F1. Between no shift and that, half
/// way: the best on some answers is never quite the best on others.
fn shift(judged: &[(f64, bool)]) -> f64 {
    let mut judged = judged.to_vec();
    judged.sort_by(|a, b| b.0.total_cmp(&a.0));
    let positives = judged.iter().filter(|(_, holds)| *holds).count();
    let (mut best, mut at_best, mut hits) = (0.0, 0.0, 0usize);
    for (at, (points, holds)) in judged.iter().enumerate() {
        hits += usize::from(*holds);
        let f1 = 2.0 * count(hits) / count(at + 1 + positives);
        if f1 > best {
            (best, at_best) = (f1, *points);
        }
    }
    -at_best * 0.8
}

fn best_shift(mut learned: Dense, cases: &[(&[u8; FACTS], bool)]) -> Dense {
    let judged: Vec<(f64, bool)> =
        cases.iter().map(|(facts, holds)| (learned.points(facts), *holds)).collect();
    learned.bias += shift(&judged);
    learned
}

fn verdict(learned: &Dense) -> Verdict {
    let weight = |x: &f64| i16::try_from(whole(x * FACT_SCALE)).unwrap_or(i16::MAX);
    Verdict {
        weights: learned.weights.iter().map(weight).collect(),
        bias: whole(learned.bias * FACT_SCALE),
    }
}

/// The nearest whole number.
fn whole(x: f64) -> i32 {
    #[allow(clippy::cast_possible_truncation, reason = "it is clamped first")]
    let whole = x.round().clamp(f64::from(i32::MIN), f64::from(i32::MAX)) as i32;
    whole
}

fn small(x: f64) -> i8 {
    i8::try_from(whole(x).clamp(-127, 127)).unwrap_or(0)
}
