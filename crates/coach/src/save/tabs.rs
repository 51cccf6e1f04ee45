//! Several tabs that write at once: nothing of any is lost, and all come to the same.

use super::{Aggregate, Attempt, Attempts, Drafts, Loaded, Marks, Standing, mutations::Dice, read};
use crate::draft::{Draft, Mode};

/// A tab: what it shows, and what it knows of storage.
struct Tab<T> {
    value: T,
    standing: Standing,
}

impl<T: Aggregate> Tab<T> {
    fn open(raw: Option<&str>) -> Self {
        let value = match read::<T>(raw) {
            Loaded::Loaded(value) => value,
            _ => T::default(),
        };
        Self { standing: Standing::new(raw, &value), value }
    }

    /// Saves, with what this tab believes to stand in storage.
    fn save(&mut self, stands: Option<&str>, now: u64, typing: bool) -> Option<String> {
        let joined = self.standing.join(&self.value, stands, now, typing).unwrap();
        self.standing = joined.next;
        self.value = joined.value.unwrap_or_else(|| self.value.clone());
        joined.text
    }
}

fn draft(free: &str, changed: u64) -> Draft {
    Draft { free: free.into(), changed, ..Draft::default() }
}

fn attempt(at: u64, text: &str) -> Attempt {
    Attempt {
        at,
        question: "q".into(),
        prompt: "?".into(),
        text: text.into(),
        mode: Mode::Free,
        from: None,
    }
}

fn drafts(of: &[(&str, &str, u64)]) -> Drafts {
    let mut drafts = Drafts::default();
    for (question, free, changed) in of {
        drafts.by_question.insert((*question).into(), draft(free, *changed));
    }
    drafts
}

#[test]
fn eight_tabs_that_write_by_turns_lose_nothing() {
    let mut stands: Option<String> = None;
    let mut tabs: Vec<Tab<Drafts>> = (0..8).map(|_| Tab::open(None)).collect();
    for now in 0..80_u64 {
        let at = (now % 8) as usize;
        let words = format!("words {now} of tab {at}");
        tabs[at].value.by_question.insert(format!("q{at}"), draft(&words, now));
        stands = tabs[at].save(stands.as_deref(), now * 100, false).or(stands);
    }
    let all = Tab::<Drafts>::open(stands.as_deref()).value;
    for at in 0..8 {
        assert_eq!(
            all.by_question[&format!("q{at}")].free,
            format!("words {} of tab {at}", 72 + at)
        );
    }
}

#[test]
fn eight_tabs_that_write_in_any_order_lose_nothing_and_come_to_the_same() {
    for seed in 0..8 {
        let mut dice = Dice::new(seed);
        let mut stands: Vec<Option<String>> = vec![None];
        let mut tabs: Vec<(Tab<Attempts>, usize)> = (0..8).map(|_| (Tab::open(None), 0)).collect();
        let mut made = Vec::new();
        let mut now = 0;
        for turn in 0..200_u64 {
            now += dice.below(60) as u64;
            let at = dice.below(8);
            let (tab, heard) = &mut tabs[at];
            // It reads what stands there; what was stale comes in a test of its own.
            *heard = stands.len() - 1;
            let begins = turn < 100;
            if begins {
                // Two of one moment have a test of their own.
                tab.value.add(attempt(1_000 * (turn + 1), &format!("words {turn}")));
                made.push(format!("words {turn}"));
            }
            let seen = stands[*heard].clone();
            if let Some(text) = tab.save(seen.as_deref(), now, dice.below(2) == 0) {
                stands.push(Some(text));
                *heard = stands.len() - 1;
            }
        }
        // In the end every tab hears of the last write, until none has more to say.
        for _ in 0..20 {
            for (tab, _) in &mut tabs {
                let text = stands.last().unwrap().clone();
                stands.extend(tab.save(text.as_deref(), now, false).map(Some));
            }
        }
        let last = Tab::<Attempts>::open(stands.last().unwrap().as_deref()).value;
        for words in &made {
            let stays = last.list.iter().any(|attempt| attempt.text == *words);
            assert!(stays, "seed {seed}: {words:?} was lost");
        }
        assert_eq!(last.list.len(), made.len(), "seed {seed}");
        assert!(tabs.iter().all(|(tab, _)| tab.value == last), "seed {seed}: tabs differ");
    }
}

#[test]
fn what_two_changed_comes_to_the_same_in_both_and_keeps_all_words() {
    let base = drafts(&[("a", "one", 1), ("b", "two", 1), ("c", "three", 1)]);
    let text = super::write(&base);
    let mut one = Tab::<Drafts>::open(Some(&text));
    let mut other = Tab::<Drafts>::open(Some(&text));
    one.value.by_question.insert("a".into(), draft("one of mine", 5));
    one.value.by_question.get_mut("b").unwrap().set_step("star-i", 0, "My step".into());
    one.value.by_question.remove("c");
    other.value.by_question.insert("a".into(), draft("another one", 6));
    other.value.by_question.get_mut("b").unwrap().set_step("star-i", 1, "Their step".into());
    let mine = super::write(&one.value);
    let theirs = super::write(&other.value);
    one.save(Some(&theirs), 10_000, false);
    other.save(Some(&mine), 10_000, false);
    assert_eq!(one.value, other.value);
    assert_eq!(one.value.by_question["a"].free, "another one", "the newer");
    assert_eq!(one.value.rest.aside(), [("by_question/a/free", "one of mine")]);
    assert_eq!(one.value.by_question["b"].steps["star-i"], ["My step", "Their step"]);
    assert!(!one.value.by_question.contains_key("c"), "taken away");
}

#[test]
fn what_is_being_typed_stays_as_it_is_and_the_others_words_are_kept() {
    let text = super::write(&drafts(&[("a", "one", 1)]));
    let mut one = Tab::<Drafts>::open(Some(&text));
    one.value.by_question.insert("a".into(), draft("one and", 5));
    let theirs = super::write(&drafts(&[("a", "something else", 9), ("b", "new", 9)]));
    let written = one.save(Some(&theirs), 9_000, true).unwrap();
    assert_eq!(one.value.by_question["a"].free, "one and");
    assert!(!one.value.by_question.contains_key("b"), "not while it is being typed in");
    let stands = Tab::<Drafts>::open(Some(&written)).value;
    assert_eq!(stands.by_question["a"].free, "one and");
    assert_eq!(stands.by_question["b"].free, "new");
    assert_eq!(stands.rest.aside(), [("by_question/a/free", "something else")]);
    // The next letter takes nothing away, and afterwards all of it is shown.
    one.value.by_question.insert("a".into(), draft("one and two", 12));
    let written = one.save(Some(&written), 9_400, true).unwrap();
    assert_eq!(one.save(Some(&written), 9_500, false), None);
    assert_eq!(one.value.by_question["a"].free, "one and two");
    assert_eq!(one.value.by_question["b"].free, "new");
}

#[test]
fn a_mark_that_another_tab_took_away_is_gone_and_a_write_that_was_overwritten_comes_again() {
    let mut marks = Marks::default();
    marks.items.insert("questions/a".into(), 1);
    let with = super::write(&marks);
    let without = super::write(&Marks::default());
    let mut tab = Tab::<Marks>::open(Some(&with));
    assert_eq!(tab.save(Some(&without), 50_000, false), None);
    assert!(tab.value.items.is_empty());
    tab.value.items.insert("questions/b".into(), 2);
    let written = tab.save(Some(&without), 60_000, false);
    assert!(written.is_some());
    assert!(tab.save(Some(&without), 60_100, false).is_some(), "somebody had not seen it");
    assert_eq!(tab.save(Some(&without), 70_000, false), None, "somebody took it away");
    assert!(tab.value.items.is_empty());
}

#[test]
fn a_newer_version_is_never_written_over() {
    let newer = r#"{"app":"rapport","aggregate":"marks","version":2,"data":5}"#;
    let mut tab = Tab::<Marks>::open(None);
    tab.value.items.insert("questions/a".into(), 1);
    assert!(tab.standing.join(&tab.value, Some(newer), 5, false).is_none());
}

#[test]
fn a_label_is_kept_and_counts_the_writes() {
    let raw = r#"{"app":"rapport","aggregate":"marks","version":1,"later":[1],"data":{"items":{"questions/a":1}}}"#;
    let mut tab = Tab::<Marks>::open(Some(raw));
    tab.value.items.insert("questions/b".into(), 1);
    let text = tab.save(Some(raw), 5, false).unwrap();
    assert!(text.contains(r#""later":[1]"#) && text.contains(r#""revision":1"#), "{text}");
    tab.value.items.insert("questions/c".into(), 1);
    let text = tab.save(Some(&text), 5, false).unwrap();
    assert!(text.contains(r#""later":[1]"#) && text.contains(r#""revision":2"#), "{text}");
}
