//! What must hold for the content as a whole.

use std::collections::{BTreeMap, BTreeSet};

use coach::{
    part::Part,
    question::{Asks, Question},
    template::TemplateError,
};

use crate::{Content, Problem, style};

/// The source ids that must be answered by now: everything that starts with one of these.
const COMPLETE: &[&str] = &["a-q", "a-t", "b-fw", "b-tpl", "c-q0", "c-q1", "c-q2"];

/// What a check gave.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// What to mend; none where the content is fit to ship.
    pub problems: Vec<Problem>,
    /// Source ids that no item answers yet and that are not due yet.
    pub open: Vec<String>,
}

/// Checks ids, links, completeness and style.
#[must_use]
pub fn check(content: &Content) -> Checked {
    let mut checked = Checked::default();
    let problems = &mut checked.problems;
    ids(content, problems);
    for (question, file) in content.questions.iter().zip(&content.files) {
        fields(question, file, problems);
        links(content, question, file, problems);
        style::question(question, file, problems);
    }
    for framework in &content.frameworks {
        if framework.example.text.len() != framework.parts.len() {
            problems.push(problem(
                "frameworks.toml",
                &framework.id,
                "The example does not have one text for each part.",
                "write the example's `text` with as many entries as there are parts.",
            ));
        }
        style::framework(framework, problems);
    }
    for template in &content.templates {
        if let Err(error) = template.check() {
            let (what, fix) = match error {
                TemplateError::Unclosed(at) => {
                    (format!("A `{{` at byte {at} is not closed."), "write the slot as `{name}`.")
                }
                TemplateError::Undeclared(name) => (
                    format!("The text names `{{{name}}}`, which is no slot."),
                    "add the slot, or take it out of the text.",
                ),
                TemplateError::Misplaced(name) => (
                    format!("The slot `{name}` is not in the text, or not in this place."),
                    "use each slot once, and declare the slots in the order of the text.",
                ),
            };
            problems.push(problem("templates.toml", &template.id, &what, fix));
        }
        style::template(template, problems);
    }
    sources(content, &mut checked);
    checked
}

fn problem(file: &str, item: &str, what: &str, fix: &str) -> Problem {
    Problem { file: file.into(), item: item.into(), what: what.into(), fix: fix.into() }
}

fn is_kebab(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= 40
        && id.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// Ids are well formed and stand once; no two questions ask the same.
fn ids(content: &Content, problems: &mut Vec<Problem>) {
    let questions = content
        .questions
        .iter()
        .zip(&content.files)
        .map(|(q, file)| (q.id.as_str(), file.as_str()));
    let frameworks = content.frameworks.iter().map(|f| (f.id.as_str(), "frameworks.toml"));
    let templates = content.templates.iter().map(|t| (t.id.as_str(), "templates.toml"));
    let mut seen: [BTreeSet<&str>; 3] = Default::default();
    let all = questions
        .map(|x| (0, x))
        .chain(frameworks.map(|x| (1, x)))
        .chain(templates.map(|x| (2, x)));
    for (kind, (id, file)) in all {
        if !is_kebab(id) {
            problems.push(problem(
                file,
                id,
                "The id is not kebab-case of at most 40 letters.",
                "use a-z, 0-9 and single hyphens.",
            ));
        }
        if !seen[kind].insert(id) {
            problems.push(problem(
                file,
                id,
                "The id stands twice.",
                "give one of them another id.",
            ));
        }
    }
    let mut prompts: BTreeMap<String, &str> = BTreeMap::new();
    for (question, file) in content.questions.iter().zip(&content.files) {
        let key: String =
            question.prompt.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        if let Some(other) = prompts.insert(key, &question.id) {
            problems.push(problem(
                file,
                &question.id,
                &format!("It asks the same as {other}."),
                "join the two, or ask something else.",
            ));
        }
    }
}

/// Every field says something, and as much as a candidate needs.
fn fields(question: &Question, file: &str, problems: &mut Vec<Problem>) {
    let mut at_least = |name: &str, have: usize, need: usize| {
        if have < need {
            let what = format!("`{name}` has {have}, and needs {need} or more.");
            problems.push(problem(file, &question.id, &what, "write the missing ones."));
        }
    };
    at_least("competencies", question.competencies.len(), 1);
    at_least("listens_for", question.listens_for.len(), 3);
    at_least("strong", question.strong.len(), 3);
    at_least("flags", question.flags.len(), 3);
    at_least("probes", question.probes.len(), 2);
    at_least("frameworks", question.frameworks.len(), 1);
    at_least("sample", question.samples.len(), 1);
    for sample in &question.samples {
        let has = |part| sample.text.iter().any(|(p, _)| *p == part);
        let needed: &[Part] = match question.asks {
            Asks::Example => &[Part::Situation, Part::Action, Part::Result],
            Asks::Plan | Asks::View => &[Part::Action],
        };
        for part in needed.iter().filter(|part| !has(**part)) {
            let what = format!("The sample by “{}” has no {}.", sample.voice, part.slug());
            problems.push(problem(
                file,
                &question.id,
                &what,
                "add a sentence, or mark the one that serves it.",
            ));
        }
    }
}

/// What a question points at is there.
fn links(content: &Content, question: &Question, file: &str, problems: &mut Vec<Problem>) {
    for id in &question.frameworks {
        if !content.frameworks.iter().any(|f| f.id == *id) {
            problems.push(problem(
                file,
                &question.id,
                &format!("There is no framework `{id}`."),
                "use an id from frameworks.toml.",
            ));
        }
    }
    if let Some(id) = &question.template
        && !content.templates.iter().any(|t| t.id == *id)
    {
        problems.push(problem(
            file,
            &question.id,
            &format!("There is no template `{id}`."),
            "use an id from templates.toml.",
        ));
    }
}

/// Every source id that is named exists, and every one that is due is answered.
fn sources(content: &Content, checked: &mut Checked) {
    let mut answered: BTreeSet<&str> = BTreeSet::new();
    let questions = content
        .questions
        .iter()
        .zip(&content.files)
        .map(|(q, f)| (f.as_str(), q.id.as_str(), &q.sources));
    let frameworks =
        content.frameworks.iter().map(|f| ("frameworks.toml", f.id.as_str(), &f.sources));
    let templates = content.templates.iter().map(|t| ("templates.toml", t.id.as_str(), &t.sources));
    for (file, item, named) in questions.chain(frameworks).chain(templates) {
        for id in named {
            if content.sources.iter().any(|source| source.id == *id) {
                answered.insert(id);
            } else {
                let what = format!("There is no source `{id}`.");
                checked.problems.push(problem(file, item, &what, "use an id from sources.toml."));
            }
        }
    }
    for source in &content.sources {
        if answered.contains(source.id.as_str()) {
            continue;
        }
        // `c-quiz…` starts like the questions of the same document and is due later.
        let due = COMPLETE.iter().any(|start| source.id.starts_with(start));
        if due {
            let what = format!("No item answers it ({}).", source.about);
            checked.problems.push(problem(
                "sources.toml",
                &source.id,
                &what,
                "name it in the `sources` of the item that does.",
            ));
        } else {
            checked.open.push(source.id.clone());
        }
    }
}
