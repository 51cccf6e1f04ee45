//! Quizzes: each item can be decided, and none gives its answer away.

use std::{cmp::Ordering, collections::BTreeSet};

use coach::quiz::{Item, ItemKind, QuizFile};

use crate::{Content, Filed, Problem};

/// How many items a quiz has at least.
const FEWEST: usize = 10;
/// Of the items with one right option, so many percent at most may have it as the longest, and so many
/// as the shortest: by chance it is a third to a quarter of them.
const LENGTH_PERCENT: usize = 40;
/// Of these, so many percent at most may have it at the same place in the file.
const PLACE_PERCENT: usize = 50;
/// How many kinds of item a quiz mixes at least.
const KINDS: usize = 4;

pub fn check(content: &Content, problems: &mut Vec<Problem>) {
    for file in &content.quizzes {
        for item in &file.items {
            if let Some((what, fix)) = fault(item) {
                problems.push(Problem::new(&file.file, &item.id, what, fix));
            }
        }
        whole(file, problems);
    }
}

/// What is wrong with an item by itself.
fn fault(item: &Item) -> Option<(String, &'static str)> {
    let options = &item.options;
    let rights = options.iter().filter(|option| option.right).count();
    let (fewest, most, right) = match item.kind {
        ItemKind::Single | ItemKind::Better | ItemKind::Trigger => (3, 4, 1..=1),
        ItemKind::Several => (4, 6, 2..=options.len().saturating_sub(1)),
        ItemKind::Order => (4, 5, 0..=0),
        ItemKind::Match => (3, 5, 0..=0),
    };
    if !(fewest..=most).contains(&options.len()) {
        let what = format!("It has {} options, and needs {fewest} to {most}.", options.len());
        return Some((what, "write some, or take some out."));
    }
    if !right.contains(&rights) {
        let what = format!("{rights} of its options are right, which does not suit its kind.");
        return Some((what, "mark the right ones, or change the kind."));
    }
    let texts: BTreeSet<&str> = options.iter().map(|option| option.text.as_str()).collect();
    let pairs: BTreeSet<&str> = options.iter().map(|option| option.pair.as_str()).collect();
    if texts.len() < options.len() {
        return Some(("Two options say the same.".into(), "change one."));
    }
    let is_match = item.kind == ItemKind::Match;
    if is_match && (pairs.len() < options.len() || pairs.contains("")) {
        let what = "Each option needs a partner of its own.";
        return Some((what.into(), "write a `pair` for each, all different."));
    }
    if !is_match && options.iter().any(|option| !option.pair.is_empty()) {
        return Some(("Only items of the kind match have pairs.".into(), "take them out."));
    }
    let passage = item.passage.as_deref();
    if matches!(item.kind, ItemKind::Trigger | ItemKind::Better) && passage.is_none() {
        return Some(("It has no passage.".into(), "write what is said."));
    }
    let outside = |text: &&str| passage.is_some_and(|passage| passage.matches(*text).count() != 1);
    if item.kind == ItemKind::Trigger
        && let Some(text) = texts.iter().find(|text| outside(text))
    {
        let what = format!("“{text}” does not stand in the passage exactly once.");
        return Some((what, "copy the words from the passage."));
    }
    None
}

/// What is wrong with a quiz as a whole.
fn whole(file: &Filed<QuizFile>, problems: &mut Vec<Problem>) {
    let mut add = |what: String, fix: &str| {
        problems.push(Problem::new(&file.file, &file.quiz.id, what, fix));
    };
    if file.items.len() < FEWEST {
        add(format!("It has {} items, and needs {FEWEST}.", file.items.len()), "write more.");
    }
    let kinds: BTreeSet<ItemKind> = file.items.iter().map(|item| item.kind).collect();
    if kinds.len() < KINDS {
        add(format!("It mixes {} kinds of item, and needs {KINDS}.", kinds.len()), "mix more.");
    }
    let of_kind = |item: &&Item| matches!(item.kind, ItemKind::Single | ItemKind::Better);
    let one_right: Vec<&Item> = file.items.iter().filter(of_kind).collect();
    let all = one_right.len();
    for (name, by_length) in [("longest", Ordering::Greater), ("shortest", Ordering::Less)] {
        let so = one_right.iter().filter(|item| right_against_wrong(item) == by_length).count();
        if so > 2 && so * 100 > all * LENGTH_PERCENT {
            add(
                format!("In {so} of {all} items the right option is the {name}."),
                "shorten some options, or say more in others.",
            );
        }
    }
    for place in 0..4 {
        let here = one_right
            .iter()
            .filter(|item| item.options.get(place).is_some_and(|option| option.right))
            .count();
        if here * 100 > one_right.len() * PLACE_PERCENT && here > 2 {
            add(
                format!(
                    "In {here} of {} items the right option is number {}.",
                    one_right.len(),
                    place + 1
                ),
                "move some.",
            );
        }
    }
}

/// Whether the right option is longer or shorter than all the wrong ones, or neither.
fn right_against_wrong(item: &Item) -> Ordering {
    let lengths = |right| {
        let options = item.options.iter().filter(move |option| option.right == right);
        options.map(|option| option.text.chars().count())
    };
    let right = lengths(true).max().unwrap_or(0);
    if lengths(false).all(|wrong| wrong < right) {
        Ordering::Greater
    } else if lengths(false).all(|wrong| wrong > right) {
        Ordering::Less
    } else {
        Ordering::Equal
    }
}

#[cfg(test)]
mod tests {
    use coach::quiz::{Choice, Quiz};

    use super::*;

    fn choice(text: &str, right: bool) -> Choice {
        Choice { text: text.into(), pair: String::new(), right, why: "Because.".into() }
    }

    fn item(kind: ItemKind, options: &[(&str, bool)]) -> Item {
        Item {
            id: "i".into(),
            kind,
            ask: "Which?".into(),
            passage: None,
            options: options.iter().map(|(text, right)| choice(text, *right)).collect(),
            see: vec![],
            sources: vec![],
        }
    }

    #[test]
    fn an_item_that_cannot_be_decided_is_found() {
        let good = item(ItemKind::Single, &[("a", true), ("b", false), ("c", false)]);
        assert_eq!(fault(&good), None);
        let found = |item: &Item| fault(item).map(|(what, _)| what).unwrap_or_default();
        assert!(found(&item(ItemKind::Single, &[("a", true), ("b", false)])).contains("2 options"));
        let two = item(ItemKind::Single, &[("a", true), ("b", true), ("c", false)]);
        assert!(found(&two).contains("2 of its options"));
        let same = item(ItemKind::Single, &[("a", true), ("b", false), ("b", false)]);
        assert!(found(&same).contains("say the same"));
        let lonely = item(ItemKind::Match, &[("a", false), ("b", false), ("c", false)]);
        assert!(found(&lonely).contains("partner"));
        let mut trigger = item(ItemKind::Trigger, &[("a", true), ("b", false), ("c", false)]);
        assert!(found(&trigger).contains("no passage"));
        trigger.passage = Some("a or b".into());
        assert!(found(&trigger).contains("“c”"));
        let all = item(ItemKind::Several, &[("a", true), ("b", true), ("c", true), ("d", true)]);
        assert!(found(&all).contains("4 of its options"));
    }

    #[test]
    fn a_quiz_that_can_be_guessed_is_found() {
        let giveaway =
            item(ItemKind::Single, &[("the long right one", true), ("b", false), ("c", false)]);
        let quiz = Quiz { id: "q".into(), title: String::new(), about: String::new(), see: vec![] };
        let file =
            Filed { file: "f.toml".into(), item: QuizFile { quiz, items: vec![giveaway; 12] } };
        let mut problems = Vec::new();
        whole(&file, &mut problems);
        let all: Vec<&str> = problems.iter().map(|problem| problem.what.as_str()).collect();
        assert!(
            all.iter().any(|what| what.contains("12 of 12 items the right option is the longest"))
        );
        assert!(all.iter().any(|what| what.contains("is number 1")));
        assert!(all.iter().any(|what| what.contains("mixes 1")));
    }
}
