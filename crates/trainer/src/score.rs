//! How well the coach reads labelled answers: parts, moves, findings and marks, as a benchmark would
//! score them.

use std::{collections::BTreeMap, fmt, fmt::Write as _};

use coach::{
    feedback::{FindingKind, Model, Move, Prompt, Report, report},
    part::Part,
    question::Asks,
};

use crate::answers::Labelled;

/// Findings beyond the labelling guide: not scored.
const BEYOND: [FindingKind; 2] = [FindingKind::TopHeavy, FindingKind::Intensified];

/// Right, found wrongly, missed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Found, and there.
    pub right: usize,
    /// Found, and not there.
    pub wrong: usize,
    /// There, and not found.
    pub missed: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, there: bool, found: bool) {
        match (there, found) {
            (true, true) => self.right += 1,
            (false, true) => self.wrong += 1,
            (true, false) => self.missed += 1,
            (false, false) => {}
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            right: self.right + other.right,
            wrong: self.wrong + other.wrong,
            missed: self.missed + other.missed,
        }
    }

    /// The harmonic mean of precision and recall.
    #[must_use]
    pub fn f1(self) -> f64 {
        share(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }

    fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    fn recall(self) -> f64 {
        share(self.right, self.right + self.missed)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

/// What was counted.
#[derive(Debug, Default)]
pub struct Score {
    answers: usize,
    /// Rows: what it is; columns: what the coach says.
    parts: [[usize; Part::ALL.len()]; Part::ALL.len()],
    moves: BTreeMap<Move, Tally>,
    findings: BTreeMap<FindingKind, Tally>,
    marks: Vec<(u8, u8)>,
}

/// Scores a model on answers.
#[must_use]
pub fn score(model: &Model, answers: &[Labelled]) -> Score {
    let mut score = Score { answers: answers.len(), ..Score::default() };
    for answer in answers {
        let text = answer.text();
        let asks = Asks::of_prompt(&answer.question);
        let report = report(model, &Prompt { text: &answer.question, asks }, &text);
        score.sentences(answer, &report);
        for kind in FindingKind::ALL.iter().filter(|kind| !BEYOND.contains(kind)) {
            if !answer.findings_open.contains(kind) {
                let found = report.findings.iter().any(|finding| finding.kind == *kind);
                let tally = score.findings.entry(*kind).or_default();
                tally.add(answer.findings.contains(kind), found);
            }
        }
        score.marks.push((answer.quality, report.quality.unwrap_or(1)));
    }
    score
}

impl Score {
    fn sentences(&mut self, answer: &Labelled, report: &Report) {
        let mut start = 0;
        for sentence in &answer.sentences {
            let end = start + sentence.text.len();
            let mut votes = [0usize; Part::ALL.len()];
            let mut seen = Vec::new();
            for read in &report.sentences {
                let both = end.min(read.span.end).saturating_sub(start.max(read.span.start));
                votes[read.part as usize] += both;
                if both > 0 && 2 * both >= (end - start).min(read.span.end - read.span.start) {
                    seen.extend(&read.moves);
                }
            }
            if let Some(part) = sentence.part {
                let most = (0..votes.len()).rev().max_by_key(|at| votes[*at]).unwrap_or(0);
                let said = if votes[most] == 0 { Part::Other as usize } else { most };
                self.parts[part as usize][said] += 1;
            }
            for kind in Move::ALL.iter().filter(|kind| !sentence.moves_open.contains(kind)) {
                let tally = self.moves.entry(*kind).or_default();
                tally.add(sentence.moves.contains(kind), seen.contains(kind));
            }
            start = end + 1;
        }
    }

    fn part(&self, part: usize) -> Tally {
        let right = self.parts[part][part];
        let said: usize = self.parts.iter().map(|row| row[part]).sum();
        let is: usize = self.parts[part].iter().sum();
        Tally { right, wrong: said - right, missed: is - right }
    }

    /// Of all sentences, the share with the right part.
    #[must_use]
    pub fn part_accuracy(&self) -> f64 {
        let right = (0..Part::ALL.len()).map(|part| self.parts[part][part]).sum();
        share(right, self.parts.iter().flatten().sum())
    }

    /// The mean F1 of the parts that occur.
    #[must_use]
    pub fn part_macro_f1(&self) -> f64 {
        let occur = (0..Part::ALL.len()).filter(|part| self.parts[*part].iter().sum::<usize>() > 0);
        let f1: Vec<f64> = occur.map(|part| self.part(part).f1()).collect();
        f1.iter().sum::<f64>() / f64::from(u32::try_from(f1.len().max(1)).unwrap_or(1))
    }

    /// F1 over all moves taken together.
    #[must_use]
    pub fn moves_f1(&self) -> f64 {
        self.moves.values().fold(Tally::default(), |sum, tally| sum.and(*tally)).f1()
    }

    /// F1 over all findings taken together.
    #[must_use]
    pub fn findings_f1(&self) -> f64 {
        self.findings.values().fold(Tally::default(), |sum, tally| sum.and(*tally)).f1()
    }

    /// The share of marks that are at most one off.
    #[must_use]
    pub fn within_one(&self) -> f64 {
        share(self.marks.iter().filter(|(is, said)| is.abs_diff(*said) <= 1).count(), self.answers)
    }

    /// Cohen's kappa of the marks, weighted by the square of the distance (Cohen 1968).
    #[must_use]
    pub fn kappa(&self) -> f64 {
        let square = |a: u8, b: u8| f64::from(a.abs_diff(b)).powi(2);
        let seen: f64 = self.marks.iter().map(|(is, said)| square(*is, *said)).sum();
        let chance: f64 = self
            .marks
            .iter()
            .flat_map(|(is, _)| self.marks.iter().map(|(_, said)| square(*is, *said)))
            .sum();
        let count = f64::from(u32::try_from(self.answers.max(1)).unwrap_or(u32::MAX));
        if chance == 0.0 { 1.0 } else { 1.0 - seen * count / chance }
    }

    fn exact(&self) -> f64 {
        share(self.marks.iter().filter(|(is, said)| is == said).count(), self.answers)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentences: usize = self.parts.iter().flatten().sum();
        writeln!(f, "{} answers, {sentences} sentences", self.answers)?;
        let row = |f: &mut fmt::Formatter<'_>, name: &str, tally: Tally| {
            let count = tally.right + tally.missed;
            let (p, r, f1) = (tally.precision(), tally.recall(), tally.f1());
            writeln!(f, "{name:<16}{count:>5}{p:>7.2}{r:>7.2}{f1:>7.2}")
        };
        writeln!(f, "{:<16}{:>5}{:>7}{:>7}{:>7}", "part", "n", "P", "R", "F1")?;
        for (at, part) in Part::ALL.iter().enumerate() {
            row(f, part.slug(), self.part(at))?;
        }
        writeln!(f, "\n{:<16}  what the coach says", "what it is")?;
        for (is, line) in Part::ALL.iter().zip(&self.parts) {
            let mut cells = String::new();
            for (said, count) in Part::ALL.iter().zip(line) {
                let _ = write!(cells, "{:>6}", format!("{}:{count}", said.letter()));
            }
            writeln!(f, "{:<16}{cells}", is.slug())?;
        }
        writeln!(f, "\n{:<16}{:>5}{:>7}{:>7}{:>7}", "move", "n", "P", "R", "F1")?;
        for (kind, tally) in &self.moves {
            row(f, kind.slug(), *tally)?;
        }
        writeln!(f, "\n{:<16}{:>5}{:>7}{:>7}{:>7}", "finding", "n", "P", "R", "F1")?;
        for (kind, tally) in &self.findings {
            row(f, kind.slug(), *tally)?;
        }
        writeln!(
            f,
            "\nparts {:.3} (macro-F1 {:.3}), moves {:.3}, findings {:.3}, marks: exact {:.3}, within one {:.3}, weighted kappa {:.3}",
            self.part_accuracy(),
            self.part_macro_f1(),
            self.moves_f1(),
            self.findings_f1(),
            self.exact(),
            self.within_one(),
            self.kappa()
        )
    }
}
