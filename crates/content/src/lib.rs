//! Reads the content files (TOML, by topic), checks them, and packs them into the site's data files.
//!
//! The files are in `crates/bank/content/`. A problem names the file, the item and the fix, so that
//! someone who has never seen the code can mend it.

mod check;
mod entry;
mod pack;

use std::{
    collections::BTreeSet,
    fmt, fs,
    ops::{Deref, DerefMut},
    path::Path,
};

use coach::{
    checklist::Checklist, framework::Framework, guide::Guide, phrase::Pair, question::Question,
    quiz::QuizFile, template::Template, term::Term,
};
use serde::{Deserialize, de::DeserializeOwned};

pub use check::{Checked, check};
pub use pack::{Packed, pack};

/// An item and the file that it stands in.
#[derive(Clone, Debug)]
pub struct Filed<T> {
    /// The file's name, below the content folder.
    pub file: String,
    /// The item.
    pub item: T,
}

impl<T> Deref for Filed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.item
    }
}

impl<T> DerefMut for Filed<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.item
    }
}

/// Everything that the content files hold, in the order of the files and of the entries in them.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// The questions.
    pub questions: Vec<Filed<Question>>,
    /// The frameworks.
    pub frameworks: Vec<Filed<Framework>>,
    /// The templates.
    pub templates: Vec<Filed<Template>>,
    /// The guides.
    pub guides: Vec<Filed<Guide>>,
    /// The terms of the glossary.
    pub terms: Vec<Filed<Term>>,
    /// The pairs of phrases.
    pub phrases: Vec<Filed<Pair>>,
    /// The quizzes.
    pub quizzes: Vec<Filed<QuizFile>>,
    /// The checklists.
    pub checklists: Vec<Filed<Checklist>>,
    /// What the source documents ask for.
    pub sources: Vec<Filed<Source>>,
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

impl Problem {
    fn new(file: &str, item: &str, what: impl Into<String>, fix: &str) -> Self {
        Self { file: file.into(), item: item.into(), what: what.into(), fix: fix.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {} Fix: {}", self.file, self.item, self.what, self.fix)
    }
}

/// A kind of file: its items stand under one name.
macro_rules! files {
    ($($File:ident { $name:literal: $Item:ty })*) => {
        $(
            #[derive(Deserialize)]
            #[serde(deny_unknown_fields)]
            struct $File {
                #[serde(rename = $name)]
                items: Vec<$Item>,
            }

            impl From<$File> for Vec<$Item> {
                fn from(file: $File) -> Self {
                    file.items
                }
            }
        )*
    };
}

files! {
    QuestionFile { "question": Question }
    FrameworkFile { "framework": Framework }
    TemplateFile { "template": Template }
    GuideFile { "guide": Guide }
    TermFile { "term": Term }
    PhraseFile { "pair": Pair }
    ChecklistFile { "checklist": Checklist }
    SourceFile { "source": Source }
}

/// A quiz is a file by itself.
#[derive(Deserialize)]
#[serde(transparent)]
struct OneQuiz(QuizFile);

impl From<OneQuiz> for Vec<QuizFile> {
    fn from(OneQuiz(quiz): OneQuiz) -> Self {
        vec![quiz]
    }
}

/// Reads all content files below `root`, which is `crates/bank/content`.
///
/// # Errors
/// Every file that is missing or does not fit the schema.
pub fn load(root: &Path) -> Result<Content, Vec<Problem>> {
    let mut reader = Reader { root, problems: Vec::new() };
    let content = Content {
        questions: reader.folder::<QuestionFile, _>("questions"),
        frameworks: reader.file::<FrameworkFile, _>("frameworks.toml"),
        templates: reader.folder::<TemplateFile, _>("templates"),
        guides: reader.folder::<GuideFile, _>("guides"),
        terms: reader.folder::<TermFile, _>("glossary"),
        phrases: reader.folder::<PhraseFile, _>("phrases"),
        quizzes: reader.folder::<OneQuiz, _>("quizzes"),
        checklists: reader.folder::<ChecklistFile, _>("checklists"),
        sources: reader.file::<SourceFile, _>("sources.toml"),
    };
    if reader.problems.is_empty() { Ok(content) } else { Err(reader.problems) }
}

struct Reader<'a> {
    root: &'a Path,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    /// The items of all files in a folder. The names are sorted, so that every machine reads the same
    /// order.
    fn folder<F: DeserializeOwned + Into<Vec<T>>, T>(&mut self, folder: &str) -> Vec<Filed<T>> {
        let dir = fs::read_dir(self.root.join(folder)).into_iter().flatten().flatten();
        let names: BTreeSet<String> = dir
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| Path::new(name).extension().is_some_and(|ext| ext == "toml"))
            .map(|name| format!("{folder}/{name}"))
            .collect();
        names.iter().flat_map(|name| self.file::<F, T>(name)).collect()
    }

    fn file<F: DeserializeOwned + Into<Vec<T>>, T>(&mut self, name: &str) -> Vec<Filed<T>> {
        let text = match fs::read_to_string(self.root.join(name)) {
            Ok(text) => text,
            Err(e) => {
                self.add(name, format!("It cannot be read ({e})."), "put the file there.");
                return Vec::new();
            }
        };
        match toml::from_str::<F>(&text) {
            Ok(file) => {
                let items: Vec<T> = file.into();
                items.into_iter().map(|item| Filed { file: name.to_owned(), item }).collect()
            }
            Err(e) => {
                let what = format!("It does not fit the schema: {}", e.to_string().trim());
                self.add(name, what, "see the field's description in crates/coach/src.");
                Vec::new()
            }
        }
    }

    fn add(&mut self, file: &str, what: impl Into<String>, fix: &str) {
        self.problems.push(Problem::new(file, "the file", what, fix));
    }
}
