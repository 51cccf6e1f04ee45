//! What must hold for the content as a whole.

mod quiz;
mod reading;
mod shape;
mod style;

use std::collections::{BTreeMap, BTreeSet};

use coach::{
    link::{Kind, Link},
    phrase::PhraseGroup,
};

use crate::{
    Content, Problem,
    entry::{Entry, entries},
};

/// What a check gave.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// What to mend; none where the content is fit to ship.
    pub problems: Vec<Problem>,
    /// How many source ids are answered.
    pub answered: usize,
}

/// Checks ids, links, completeness and style.
#[must_use]
pub fn check(content: &Content) -> Checked {
    let entries = entries(content);
    let mut problems = Vec::new();
    ids(&entries, &mut problems);
    links(&entries, &mut problems);
    shape::check(content, &mut problems);
    quiz::check(content, &mut problems);
    for entry in &entries {
        style::check(entry, &mut problems);
        reading::check(entry, &mut problems);
    }
    let answered = sources(content, &entries, &mut problems);
    Checked { problems, answered }
}

fn is_kebab(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= 40
        && id.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// Ids are well formed and stand once; no two items of a kind ask or say the same.
fn ids(entries: &[Entry], problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    let mut asked: BTreeMap<(Option<Kind>, String), &str> = BTreeMap::new();
    for entry in entries {
        let mut add =
            |what: &str, fix: &str| problems.push(Problem::new(entry.file, entry.id, what, fix));
        if !is_kebab(entry.id) {
            let fix = "use a-z, 0-9 and single hyphens.";
            add("The id is not kebab-case of at most 40 letters.", fix);
        }
        if !seen.insert((entry.kind, entry.id)) {
            add("The id stands twice.", "give one of them another id.");
        }
        let key: String =
            entry.asks.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        if let Some(other) = asked.insert((entry.kind, key), entry.id) {
            add(&format!("It asks or says the same as {other}."), "join the two, or change one.");
        }
    }
}

/// What an item points at is there.
fn links(entries: &[Entry], problems: &mut Vec<Problem>) {
    let there: BTreeSet<(Kind, &str)> = entries
        .iter()
        .filter_map(|entry| Some((entry.kind?, entry.id)))
        .chain(PhraseGroup::ALL.iter().map(|group| (Kind::Phrase, group.slug())))
        .collect();
    for entry in entries {
        let mut seen = BTreeSet::new();
        for link in &entry.links {
            let Link { kind, id } = link;
            if !there.contains(&(*kind, id.as_str())) {
                let what = format!("It points at {link}, which there is not.");
                problems.push(Problem::new(entry.file, entry.id, what, "use an id that there is."));
            }
            if entry.kind == Some(*kind) && entry.id == id {
                let what = "It points at itself.";
                problems.push(Problem::new(entry.file, entry.id, what, "take the link out."));
            }
            if !seen.insert(link) && entry.kind == Some(Kind::Term) {
                let what = format!("It points at {link} twice.");
                problems.push(Problem::new(entry.file, entry.id, what, "take one out."));
            }
        }
    }
}

/// Every source id that is named exists, and every one is answered. Says how many are.
fn sources(content: &Content, entries: &[Entry], problems: &mut Vec<Problem>) -> usize {
    let mut answered: BTreeSet<&str> = BTreeSet::new();
    for entry in entries {
        for id in entry.sources {
            if content.sources.iter().any(|source| source.id == *id) {
                answered.insert(id);
            } else {
                let what = format!("There is no source `{id}`.");
                let fix = "use an id from sources.toml.";
                problems.push(Problem::new(entry.file, entry.id, what, fix));
            }
        }
    }
    for source in &content.sources {
        if !answered.contains(source.id.as_str()) {
            let what = format!("No item answers it ({}).", source.about);
            let fix = "name it in the `sources` of the item that does.";
            problems.push(Problem::new(&source.file, &source.id, what, fix));
        }
    }
    answered.len()
}
