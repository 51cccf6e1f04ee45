//! Every item says what its kind must say, and as much as a candidate needs.

use std::collections::BTreeSet;

use coach::{
    checklist::Checklist,
    framework::Framework,
    guide::Guide,
    link::Kind,
    part::Part,
    phrase::PhraseGroup,
    question::{Asks, Category, Question, Track},
    template::{Template, TemplateError},
    term::Term,
};

use super::is_kebab;
use crate::{Content, Problem};

/// What is counted, how many there are to be at least, and how to count them.
type Promise = (&'static str, usize, fn(&Content) -> usize);

/// How many of each kind there are at least.
const PROMISED: [Promise; 7] = [
    ("questions", 200, |content| content.questions.len()),
    ("questions with two samples", 60, |content| {
        content.questions.iter().filter(|q| q.samples.len() > 1).count()
    }),
    ("templates", 30, |content| content.templates.len()),
    ("quiz items", 150, |content| content.quizzes.iter().map(|quiz| quiz.items.len()).sum()),
    ("terms", 90, |content| content.terms.len()),
    ("pairs of phrases", 60, |content| content.phrases.len()),
    ("frameworks", 7, |content| content.frameworks.len()),
];
/// How many questions each role track has at least, those asked in all roles not counted.
const PER_TRACK: usize = 20;
/// How many pairs a group of phrases has at least.
const PER_GROUP: usize = 4;

/// What is wrong with an item, and how to mend it.
type Fault = (String, &'static str);

pub fn check(content: &Content, problems: &mut Vec<Problem>) {
    let mut add = |file: &str, id: &str, faults: Vec<Fault>| {
        problems.extend(faults.into_iter().map(|(what, fix)| Problem::new(file, id, what, fix)));
    };
    content.questions.iter().for_each(|q| add(&q.file, &q.id, question(q)));
    content.frameworks.iter().for_each(|f| add(&f.file, &f.id, framework(f)));
    content.templates.iter().for_each(|t| add(&t.file, &t.id, template(t)));
    content.guides.iter().for_each(|g| add(&g.file, &g.id, guide(g)));
    content.terms.iter().for_each(|t| add(&t.file, &t.id, term(t)));
    content.checklists.iter().for_each(|c| add(&c.file, &c.id, checklist(c)));
    add("the content", "as a whole", whole(content));
}

/// As much as was promised, for everyone.
fn whole(content: &Content) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut at_least = |what: String, have: usize, need: usize| {
        if have < need {
            faults
                .push((format!("There are {have} {what}, and {need} are needed."), "write more."));
        }
    };
    for (name, need, count) in PROMISED {
        at_least(name.to_owned(), count(content), need);
    }
    for track in Track::ALL {
        let questions = content.questions.iter().filter(|q| q.tracks.contains(track)).count();
        at_least(format!("questions for {}", track.slug()), questions, PER_TRACK);
        let templates = content.templates.iter().filter(|t| t.tracks.contains(track)).count();
        at_least(format!("templates for {}", track.slug()), templates, 1);
    }
    for category in Category::ALL {
        let templates = content.templates.iter().filter(|t| t.category == *category).count();
        at_least(format!("templates for {}", category.slug()), templates, 1);
    }
    for group in PhraseGroup::ALL {
        let pairs = content.phrases.iter().filter(|pair| pair.group == *group).count();
        at_least(format!("pairs of phrases for {}", group.slug()), pairs, PER_GROUP);
    }
    faults
}

fn question(question: &Question) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut at_least = |name: &str, have: usize, need: usize| {
        if have < need {
            let what = format!("`{name}` has {have}, and needs {need} or more.");
            faults.push((what, "write the missing ones."));
        }
    };
    at_least("competencies", question.competencies.len(), 1);
    at_least("listens_for", question.listens_for.len(), 3);
    at_least("strong", question.strong.len(), 3);
    at_least("flags", question.flags.len(), 3);
    at_least("probes", question.probes.len(), 2);
    at_least("frameworks", question.frameworks.len(), 1);
    at_least("sample", question.samples.len(), 1);
    for flag in &question.flags {
        if flag.finding.is_some() && flag.sign_missing.is_some() {
            let what = format!("The flag “{}” names a finding and a sign.", flag.text);
            faults.push((what, "name the one that shows it best."));
        }
    }
    for sample in &question.samples {
        let has = |part| sample.text.iter().any(|(p, _)| *p == part);
        let needed: &[Part] = match question.asks {
            Asks::Example => &[Part::Situation, Part::Action, Part::Result],
            Asks::Plan | Asks::View => &[Part::Action],
        };
        for part in needed.iter().filter(|part| !has(**part)) {
            let what = format!("The sample by “{}” has no {}.", sample.voice, part.slug());
            faults.push((what, "add a sentence, or mark the one that serves it."));
        }
    }
    faults
}

fn framework(framework: &Framework) -> Vec<Fault> {
    let (texts, parts) = (framework.example.text.len(), framework.parts.len());
    if texts == parts {
        return Vec::new();
    }
    let what = format!("The example has {texts} texts for {parts} parts.");
    vec![(what, "write the example's `text` with one entry for each part.")]
}

fn template(template: &Template) -> Vec<Fault> {
    let mut faults = Vec::new();
    if let Err(error) = template.check() {
        faults.push(match error {
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
        });
    }
    faults
}

fn guide(guide: &Guide) -> Vec<Fault> {
    let mut faults = Vec::new();
    if guide.title.chars().count() > 60 {
        faults.push(("The title is longer than 60 characters.".into(), "shorten it."));
    }
    if guide.summary.chars().count() > 160 {
        faults.push(("The summary is longer than 160 characters.".into(), "shorten it."));
    }
    if !(2..=7).contains(&guide.sections.len()) {
        let what = format!("It has {} sections.", guide.sections.len());
        faults.push((what, "write 2 to 7."));
    }
    for section in &guide.sections {
        if section.text.is_empty() && section.points.is_empty() && section.quote.is_none() {
            faults.push((format!("The section “{}” is empty.", section.heading), "fill it."));
        }
    }
    // Reading another guide, or about a term, is not practice.
    if matches!(guide.act.link.kind, Kind::Guide | Kind::Term) {
        let what = format!("It ends in {}, where there is nothing to do.", guide.act.link);
        faults.push((what, "end it in a question, template, quiz, checklist or phrases."));
    }
    faults
}

fn term(term: &Term) -> Vec<Fault> {
    if term.formula.is_some() == term.worked.is_some() {
        return Vec::new();
    }
    vec![("It has a formula or a worked number, but not both.".into(), "write the other.")]
}

fn checklist(checklist: &Checklist) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for step in checklist.steps() {
        if !is_kebab(&step.id) || !seen.insert(step.id.as_str()) {
            let what = format!("The step id `{}` is not kebab-case, or stands twice.", step.id);
            faults.push((what, "give it another id."));
        }
        if step.text.split_whitespace().count() > 12 || step.text.ends_with('.') {
            let what =
                format!("The step “{}” is longer than 12 words or has a full stop.", step.text);
            faults.push((what, "shorten it; the rest belongs to `how`."));
        }
    }
    faults
}
