//! Labelled answers, as they are kept.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use coach::{
    feedback::{FindingKind, Move},
    part::Part,
};
use serde::Deserialize;

/// An answer with the labels that people gave it.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// Its name.
    pub id: String,
    /// Who wrote it: the name of its file.
    pub writer: String,
    /// What was asked.
    pub question: String,
    /// The sentences, in order.
    pub sentences: Vec<Sentence>,
    /// The mark, 1 to 5.
    pub quality: u8,
    /// What a good coach would point out.
    pub findings: BTreeSet<FindingKind>,
    /// Findings on which those who labelled it differ.
    pub findings_open: BTreeSet<FindingKind>,
}

/// A labelled sentence.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// What it says.
    pub text: String,
    /// The part it serves; `None` where those who labelled it differ.
    pub part: Option<Part>,
    /// The moves in it.
    pub moves: BTreeSet<Move>,
    /// Moves on which those who labelled it differ.
    pub moves_open: BTreeSet<Move>,
}

impl Labelled {
    /// The whole answer.
    #[must_use]
    pub fn text(&self) -> String {
        self.sentences.iter().map(|s| s.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// A line of our own files.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: String,
    q: String,
    /// Part, moves with spaces between, text.
    s: Vec<(String, String, String)>,
    quality: u8,
    findings: Vec<String>,
}

/// An entry of a file as benchmarks have it.
#[derive(Deserialize)]
struct Record {
    id: String,
    question: String,
    sentences: Vec<RecordSentence>,
    quality: u8,
    findings: Vec<String>,
    #[serde(default)]
    findings_open: Vec<String>,
}

#[derive(Deserialize)]
struct RecordSentence {
    text: String,
    part: Option<String>,
    moves: Vec<String>,
    #[serde(default)]
    moves_open: Vec<String>,
}

/// The answers in a file, or in all files of a folder in the order of their names.
///
/// # Errors
/// What cannot be read, and where.
pub fn read(path: &Path) -> Result<Vec<Labelled>, String> {
    let mut files: Vec<PathBuf> = vec![path.to_owned()];
    if path.is_dir() {
        let entries = fs::read_dir(path).map_err(|e| format!("{}: {e}", path.display()))?;
        files = entries.flatten().map(|entry| entry.path()).collect();
        files.retain(|file| file.extension().is_some_and(|end| end == "jsonl" || end == "json"));
        files.sort();
    }
    let mut all = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        let read = if file.extension().is_some_and(|end| end == "jsonl") {
            let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
            lines
                .map(|(at, line)| own(line).map_err(|e| format!("line {}: {e}", at + 1)))
                .collect::<Result<Vec<_>, _>>()
        } else {
            records(&text)
        };
        let writer = file.file_stem().unwrap_or_default().to_string_lossy();
        let read = read.map_err(|e| format!("{}: {e}", file.display()))?;
        all.extend(
            read.into_iter().map(|answer| Labelled { writer: writer.to_string(), ..answer }),
        );
    }
    Ok(all)
}

fn own(line: &str) -> Result<Labelled, String> {
    let line: Line = serde_json::from_str(line).map_err(|e| e.to_string())?;
    let sentence = |(part, moves, text): (String, String, String)| {
        Ok(Sentence {
            text,
            part: Some(named(Part::from_slug, &part)?),
            moves: moves
                .split_whitespace()
                .map(|m| named(Move::from_slug, m))
                .collect::<Result<_, _>>()?,
            moves_open: BTreeSet::new(),
        })
    };
    Ok(Labelled {
        id: line.id,
        writer: String::new(),
        question: line.q,
        sentences: line.s.into_iter().map(sentence).collect::<Result<_, String>>()?,
        quality: line.quality,
        findings: all(FindingKind::from_slug, &line.findings)?,
        findings_open: BTreeSet::new(),
    })
}

fn records(text: &str) -> Result<Vec<Labelled>, String> {
    let records: Vec<Record> = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let sentence = |s: RecordSentence| {
        Ok(Sentence {
            part: s.part.map(|part| named(Part::from_slug, &part)).transpose()?,
            moves: all(Move::from_slug, &s.moves)?,
            moves_open: all(Move::from_slug, &s.moves_open)?,
            text: s.text,
        })
    };
    let labelled = |r: Record| {
        Ok(Labelled {
            id: r.id,
            writer: String::new(),
            question: r.question,
            sentences: r.sentences.into_iter().map(sentence).collect::<Result<_, String>>()?,
            quality: r.quality,
            findings: all(FindingKind::from_slug, &r.findings)?,
            findings_open: all(FindingKind::from_slug, &r.findings_open)?,
        })
    };
    records.into_iter().map(labelled).collect()
}

fn named<T>(of: impl Fn(&str) -> Option<T>, name: &str) -> Result<T, String> {
    of(name).ok_or_else(|| format!("there is no label {name:?}"))
}

fn all<T: Ord>(of: impl Fn(&str) -> Option<T>, names: &[String]) -> Result<BTreeSet<T>, String> {
    names.iter().map(|name| named(&of, name)).collect()
}
