//! Several tabs that write at once: nothing of any is lost, and all come to the same.

use std::collections::BTreeSet;

use super::{
    Aggregate, Attempt, Attempts, Drafts, Loaded, Marks, join, mutations::Dice, read, read_plain,
    write,
};
use crate::draft::{Draft, Mode};

/// What all tabs write to. It changes a text only for who knows what stands there, as the browser's does.
#[derive(Default)]
struct Store(Option<String>);

impl Store {
    fn swap(&mut self, expected: Option<&str>, text: &str) -> Result<(), Option<String>> {
        if self.0.as_deref() != expected {
            return Err(self.0.clone());
        }
        self.0 = Some(text.to_owned());
        Ok(())
    }
}

/// A tab: what it shows, and what it knows to stand in the store.
struct Tab<T> {
    value: T,
    known: Option<String>,
}

impl<T: Aggregate> Tab<T> {
    fn open(raw: Option<&str>) -> Self {
        let value = match read::<T>(raw) {
            Loaded::Loaded(value) => value,
            _ => T::default(),
        };
        Self { value, known: raw.map(str::to_owned) }
    }

    /// One try at saving: it is saved, or else this tab has taken in what stands there.
    fn save(&mut self, store: &mut Store) -> bool {
        let text = write(&self.value);
        if self.known.as_deref() == Some(&text) {
            return true;
        }
        match store.swap(self.known.as_deref(), &text) {
            Ok(()) => self.known = Some(text),
            Err(theirs) => {
                let known = self.known.as_deref();
                self.value = join(known, &self.value, theirs.as_deref()).unwrap().value;
                self.known = theirs;
                return false;
            }
        }
        true
    }

    /// What another tab has written is taken in.
    fn hear(&mut self, store: &mut Store) {
        if self.known != store.0 {
            let known = self.known.as_deref();
            self.value = join(known, &self.value, store.0.as_deref()).unwrap().value;
            self.known.clone_from(&store.0);
            self.save_all(store);
        }
    }

    fn save_all(&mut self, store: &mut Store) {
        while !self.save(store) {}
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
    let mut store = Store::default();
    let mut tabs: Vec<Tab<Drafts>> = (0..8).map(|_| Tab::open(None)).collect();
    for now in 0..80_u64 {
        let at = (now % 8) as usize;
        let words = format!("words {now} of tab {at}");
        tabs[at].value.by_question.insert(format!("q{at}"), draft(&words, now));
        tabs[at].save_all(&mut store);
    }
    let all = Tab::<Drafts>::open(store.0.as_deref()).value;
    for at in 0..8 {
        let words = format!("words {} of tab {at}", 72 + at);
        assert_eq!(all.by_question[&format!("q{at}")].free, words);
    }
}

#[test]
fn eight_tabs_that_write_in_any_order_lose_nothing_and_come_to_the_same() {
    for seed in 0..100 {
        let mut dice = Dice::new(seed);
        let mut store = Store::default();
        let mut tabs: Vec<Tab<Attempts>> = (0..8).map(|_| Tab::open(None)).collect();
        let mut made: Vec<String> = Vec::new();
        let mut gone: BTreeSet<String> = BTreeSet::new();
        // Half of the time in one moment with another tab. Then nothing is deleted: an answer that has to
        // move to the next millisecond is another one to a tab that deletes it in that moment.
        let crowded = seed % 2 == 0;
        for turn in 0..200_u64 {
            let tab = &mut tabs[dice.below(8)];
            match dice.below(8) {
                0..4 => {
                    let words = format!("words {turn}");
                    let moment = if crowded { turn / 3 } else { turn };
                    tab.value.add(attempt(1_000 * moment, &words));
                    made.push(words);
                }
                4 if !crowded && !tab.value.list.is_empty() => {
                    let at = dice.below(tab.value.list.len());
                    gone.insert(tab.value.list.remove(at).text);
                }
                _ => {
                    tab.save(&mut store);
                }
            }
        }
        // In the end every tab has its say, and hears of the last.
        tabs.iter_mut().for_each(|tab| tab.save_all(&mut store));
        tabs.iter_mut().for_each(|tab| tab.hear(&mut store));
        let last = Tab::<Attempts>::open(store.0.as_deref()).value;
        for words in made.iter().filter(|words| !gone.contains(*words)) {
            let stays = last.list.iter().any(|attempt| attempt.text == *words);
            assert!(stays, "seed {seed}: {words:?} was lost");
        }
        assert!(last.list.iter().all(|a| !gone.contains(&a.text)), "seed {seed}: one came back");
        assert_eq!(last.list.len(), made.len() - gone.len(), "seed {seed}: one came twice");
        assert!(
            tabs.iter().all(|tab| write(&tab.value) == write(&last)),
            "seed {seed}: tabs differ"
        );
    }
}

#[test]
fn what_two_changed_comes_to_the_same_in_both_and_keeps_all_words() {
    let base = write(&drafts(&[("a", "one", 1), ("b", "two", 1), ("c", "three", 1)]));
    let mut one = read_plain::<Drafts>(&base).unwrap();
    let mut other = one.clone();
    one.by_question.insert("a".into(), draft("one of mine", 5));
    one.by_question.get_mut("b").unwrap().set_step("star-i", 0, "My step".into());
    one.by_question.remove("c");
    other.by_question.insert("a".into(), draft("another one", 6));
    other.by_question.get_mut("b").unwrap().set_step("star-i", 1, "Their step".into());
    let here = join(Some(&base), &one, Some(&write(&other))).unwrap().value;
    let there = join(Some(&base), &other, Some(&write(&one))).unwrap().value;
    assert_eq!(here, there);
    assert_eq!(here.by_question["a"].free, "another one", "the newer");
    assert_eq!(here.rest.aside(), [("by_question/a/free", "one of mine")]);
    assert_eq!(here.by_question["b"].steps["star-i"], ["My step", "Their step"]);
    assert!(!here.by_question.contains_key("c"), "taken away");
}

#[test]
fn what_another_tab_took_away_is_gone_unless_it_was_changed_here() {
    let mut marks = Marks::default();
    marks.items.insert("questions/a".into(), 1);
    let with = write(&marks);
    let without = write(&Marks::default());
    let same = join(Some(&with), &marks, Some(&without)).unwrap();
    assert!(same.value.items.is_empty() && same.text == without);
    assert!(join(Some(&with), &marks, None).unwrap().value.items.is_empty(), "all was deleted");
    marks.items.insert("questions/b".into(), 2);
    let changed = join(Some(&with), &marks, Some(&without)).unwrap().value;
    assert_eq!(changed.items.into_keys().collect::<Vec<_>>(), ["questions/b"]);
    let base = drafts(&[("a", "one", 1)]);
    let mine = drafts(&[("a", "one and two", 2)]);
    let joined = join(Some(&write(&base)), &mine, Some(&write(&Drafts::default()))).unwrap();
    assert_eq!(joined.value, mine, "words that were changed are never taken away");
}

#[test]
fn joining_the_same_change_twice_changes_nothing() {
    let base = write(&drafts(&[("a", "one", 1), ("b", "two", 1)]));
    let mut mine = drafts(&[("a", "one and more", 5), ("c", "new", 5)]);
    mine.by_question.remove("b");
    let theirs = write(&drafts(&[("a", "one", 1), ("b", "two", 1), ("d", "other", 3)]));
    let once = join(Some(&base), &mine, Some(&theirs)).unwrap();
    let twice = join(Some(&base), &mine, Some(&once.text)).unwrap();
    assert_eq!(once, twice);
    assert_eq!(once.value.by_question.into_keys().collect::<Vec<_>>(), ["a", "c", "d"]);
}

#[test]
fn a_newer_version_is_never_written_over() {
    let newer = r#"{"app":"rapport","aggregate":"marks","version":2,"data":5}"#;
    assert!(join(None, &Marks::default(), Some(newer)).is_none());
}

#[test]
fn what_is_damaged_is_joined_as_far_as_it_can_be_read() {
    let theirs = write(&drafts(&[("a", "one", 1), ("b", "two", 2)]));
    let cut = &theirs[..theirs.len() - 20];
    let joined = join(None, &drafts(&[("c", "three", 3)]), Some(cut)).unwrap();
    assert!(joined.damaged && joined.value.by_question.contains_key("a"), "{joined:?}");
    assert!(joined.value.by_question.contains_key("c"));
}

#[test]
fn what_only_a_newer_version_knows_stays_in_the_label_and_in_the_data() {
    let raw = r#"{"app":"rapport","aggregate":"marks","version":1,"later":[1],"data":{"moon":2,"items":{"questions/a":1}}}"#;
    assert_eq!(read_plain::<Marks>(raw), None, "it takes more than the plain reading");
    let mut tab = Tab::<Marks>::open(Some(raw));
    let mut store = Store(Some(raw.to_owned()));
    tab.value.items.insert("questions/b".into(), 1);
    tab.save_all(&mut store);
    let text = store.0.clone().unwrap();
    let all = [r#""later":[1]"#, r#""moon":2"#, "questions/a", "questions/b"];
    assert!(all.iter().all(|part| text.contains(part)), "{text}");
    // And where this tab has not seen it.
    let mut other = Tab::<Marks>::open(None);
    other.value.items.insert("questions/c".into(), 1);
    other.save_all(&mut store);
    let text = store.0.unwrap();
    assert!(all.iter().chain(&["questions/c"]).all(|part| text.contains(part)), "{text}");
}
