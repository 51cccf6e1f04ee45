//! Reads the content files (TOML, by topic) and checks them.
//!
//! The files are in `crates/bank/content/`. A problem names the file, the item and the fix, so that
//! someone who has never seen the code can mend it.

mod check;
mod style;

use std::{collections::BTreeSet, fmt, fs, path::Path};

use coach::{framework::Framework, question::Question, template::Template};
use serde::Deserialize;

pub use check::{Checked, check};

/// Everything that the content files hold.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// The questions, in the order of the files and of the entries in them.
    pub questions: Vec<Question>,
    /// The frameworks.
    pub frameworks: Vec<Framework>,
    /// The templates.
    pub templates: Vec<Template>,
    /// What the source documents ask for.
    pub sources: Vec<Source>,
    /// For each question, the file it stands in.
    pub files: Vec<String>,
}

/// One thing that the source documents ask for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id: the document's letter and a name, as `a-q01`.
    pub id: String,
    /// What it is about, in a few words.
    pub about: String,
}

/// Something to mend in the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file's name, below the content folder.
    pub file: String,
    /// The id of the item, or what stands for it.
    pub item: String,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub fix: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {} Fix: {}", self.file, self.item, self.what, self.fix)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionFile {
    question: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrameworkFile {
    framework: Vec<Framework>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TemplateFile {
    template: Vec<Template>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFile {
    source: Vec<Source>,
}

fn parse<T: for<'de> Deserialize<'de>>(root: &Path, name: &str) -> Result<T, Problem> {
    let problem = |what: String, fix: &str| Problem {
        file: name.to_owned(),
        item: "the file".to_owned(),
        what,
        fix: fix.to_owned(),
    };
    let text = fs::read_to_string(root.join(name))
        .map_err(|e| problem(format!("It cannot be read ({e})."), "put the file there."))?;
    toml::from_str(&text).map_err(|e| {
        problem(
            format!("It does not fit the schema: {}", e.to_string().trim()),
            "see the field's description in crates/coach/src.",
        )
    })
}

/// Reads all content files below `root`, which is `crates/bank/content`.
///
/// # Errors
/// Every file that is missing or does not fit the schema.
pub fn load(root: &Path) -> Result<Content, Vec<Problem>> {
    let mut content = Content::default();
    let mut problems = Vec::new();
    for name in question_files(root) {
        match parse::<QuestionFile>(root, &name) {
            Ok(file) => {
                content.files.extend(file.question.iter().map(|_| name.clone()));
                content.questions.extend(file.question);
            }
            Err(problem) => problems.push(problem),
        }
    }
    match parse::<FrameworkFile>(root, "frameworks.toml") {
        Ok(file) => content.frameworks = file.framework,
        Err(problem) => problems.push(problem),
    }
    match parse::<TemplateFile>(root, "templates.toml") {
        Ok(file) => content.templates = file.template,
        Err(problem) => problems.push(problem),
    }
    match parse::<SourceFile>(root, "sources.toml") {
        Ok(file) => content.sources = file.source,
        Err(problem) => problems.push(problem),
    }
    if problems.is_empty() { Ok(content) } else { Err(problems) }
}

/// The names of the question files, sorted, so that every machine reads the same order.
fn question_files(root: &Path) -> BTreeSet<String> {
    let Ok(dir) = fs::read_dir(root.join("questions")) else { return BTreeSet::new() };
    dir.flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| Path::new(name).extension().is_some_and(|ext| ext == "toml"))
        .map(|name| format!("questions/{name}"))
        .collect()
}
