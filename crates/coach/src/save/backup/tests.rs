//! Files, whole and damaged, and bringing them in.

use serde_json::{Value, json};

use super::{file::LARGEST, *};
use crate::{
    draft::{Draft, Mode},
    own::{KeptAnswer, OwnQuestion},
    rewind::Section,
    save::{
        Attempt, QuizResult, Salvage,
        mutations::{Dice, fixture, mutate},
    },
};

fn backup(attempts: &[(u64, &str)], drafts: &[(&str, &str, u64)]) -> Backup {
    let mut backup = Backup::default();
    for (at, text) in attempts {
        let (at, text) = (*at, (*text).to_owned());
        backup.attempts.add(Attempt {
            at,
            question: "q".into(),
            prompt: "?".into(),
            text,
            mode: Mode::Free,
            from: None,
        });
    }
    for (id, free, changed) in drafts {
        let draft = Draft { free: (*free).to_owned(), changed: *changed, ..Draft::default() };
        backup.drafts.by_question.insert((*id).to_owned(), draft);
    }
    backup
}

fn sound(backup: Backup) -> Result<Opened, ImportError> {
    Ok(Opened { backup, damage: None })
}

#[test]
fn a_file_reads_back_as_it_was() {
    let mine = backup(&[(1, "an “answer” with é and 🙂")], &[("q", "half a sen", 3)]);
    let file = mine.to_file().unwrap();
    assert_eq!(Backup::from_file(&file), sound(mine.clone()));
    assert_eq!(Backup::from_file(&format!("\u{feff}{file}")), sound(mine.clone()));
    assert_eq!(Backup::from_file(&file.replace('\n', "\r\n")), sound(mine.clone()));
    assert_eq!(mine.newest(), Some(3));
}

#[test]
fn the_same_work_gives_the_same_bytes() {
    // Every kind of entry, and what only a newer version knows.
    let old = Backup::from_file(fixture("backup")).unwrap().backup;
    let file = old.to_file().unwrap();
    assert_eq!(file, include_str!("../fixtures/v1/backup-summed.json"), "the bytes never change");
    let again = Backup::from_file(&file).unwrap();
    assert_eq!(again, Opened { backup: old.clone(), damage: None });
    assert_eq!(again.backup.to_file().unwrap(), file);
    let merged = Backup::default().merge(&old).after;
    assert_eq!(merged.attempts, old.attempts);
}

#[test]
fn what_only_a_newer_version_knows_keeps_its_bytes() {
    let mut dice = Dice::new(3);
    for _ in 0..2_000 {
        let bits = (dice.below(1 << 32) as u64) << 32 | dice.below(1 << 32) as u64;
        // Of fractions only such that no reader rounds: ours are whole.
        let number = dice.below(1 << 50) as f64 / 1024.0 - 1e9;
        let mut root: Value = serde_json::from_str(&Backup::default().to_file().unwrap()).unwrap();
        root["data"]["later"] = json!({"n": number, "i": bits, "s": [null, true]});
        root["data"]["attempts"]["later"] = json!(number);
        root["made"] = json!(1);
        root.as_object_mut().unwrap().remove("checksum");
        let file = Backup::from_file(&root.to_string()).unwrap().backup.to_file().unwrap();
        let again = Backup::from_file(&file).unwrap().backup.to_file().unwrap();
        assert_eq!(file, again);
        assert!(file.contains("\"later\": {"), "{file}");
    }
}

#[test]
fn each_bad_file_is_told_apart() {
    let good = backup(&[(1, "a")], &[]).to_file().unwrap();
    assert_eq!(Backup::from_file("hello"), Err(ImportError::NotReadable));
    assert_eq!(Backup::from_file("{\"app\":\"chess\"}"), Err(ImportError::NotOurs));
    assert_eq!(Backup::from_file("[]"), Err(ImportError::NotOurs));
    assert_eq!(Backup::from_file(&good[..30]), Err(ImportError::NotReadable));
    let newer = r#"{"app":"rapport","kind":"backup","version":9,"data":[]}"#;
    assert_eq!(Backup::from_file(newer), Err(ImportError::FromNewer(9)));
    let drafts = crate::save::write(&Drafts::default());
    assert_eq!(Backup::from_file(&drafts), Err(ImportError::NotOurs), "one aggregate");
    assert_eq!(Backup::from_file(&" ".repeat(LARGEST + 1)), Err(ImportError::TooLarge));
}

#[test]
fn a_damaged_file_gives_what_it_still_has_and_says_so() {
    let mine = backup(&[(1_000, "first"), (2_000, "second")], &[("q", "half a sen", 3)]);
    let good = mine.to_file().unwrap();
    let says = |text: &str| {
        let opened = Backup::from_file(text).unwrap_or_else(|error| panic!("{error:?}: {text}"));
        let damage = opened.damage.unwrap_or_else(|| panic!("nothing was said of {text}"));
        (opened.backup, damage)
    };
    // One letter of an answer: only the checksum can tell.
    let (read, damage) = says(&good.replace("second", "secund"));
    assert_eq!(read.attempts.list[1].text, "secund");
    assert_eq!(damage, Salvage { restored: 3, lost: 1 });
    // A time that is none, and the checksum.
    let (read, damage) = says(&good.replace("\"at\": 1000", "\"at\": \"soon\""));
    assert_eq!(read.attempts.list[0].text, "first");
    assert_eq!((damage.restored, damage.lost), (3, 2));
    // The label.
    for (was, is) in [("\"rapport\"", "\"rappor\""), ("\"backup\"", "\"bakup\"")] {
        assert_eq!(says(&good.replace(was, is)).0, mine);
    }
    assert_eq!(says(&good.replace("\"version\": 1", "\"version\": 9")).0, mine);
    assert_eq!(says(&good.replace("\"version\": 1", "\"vers\": 1")).0, mine);
    assert_eq!(says(&good.replace("\"checksum\"", "\"chequesum\"")).0, mine);
    // The names of parts, and what stands around them.
    assert_eq!(says(&good.replace("\"data\": {", "\"data\": #")).0, mine);
    assert_eq!(says(&good.replace("\"attempts\"", "\"attemps\"")).0, mine);
    let (read, _) = says(&good.replace("\"list\"", "\"last\""));
    assert_eq!(read.attempts.list, mine.attempts.list);
    assert_eq!(says(&good.replace("\"drafts\": {", "\"drafts\":")).0, mine);
    // Cut short.
    let (read, damage) = says(&good[..good.find("second").unwrap() + 3]);
    assert_eq!(read.attempts.list[0].text, "first");
    assert_eq!(read.attempts.list[1].text, "sec");
    assert!(damage.lost > 0);
    // Nothing is left.
    let cut = &good[..good.find("\"list\"").unwrap()];
    assert_eq!(Backup::from_file(cut), Err(ImportError::Damaged));
}

/// Two thousand files with a fault: none is taken for a sound one, and what is read stood in it.
#[test]
fn no_damage_goes_unsaid() {
    let old = Backup::from_file(fixture("backup")).unwrap().backup;
    let file = old.to_file().unwrap();
    let whole = Tally::of(&old).total();
    let (mut told, mut refused, mut same, mut read) = (0, 0, 0, 0);
    for seed in 0..2_000 {
        let text = mutate(&file, &mut Dice::new(seed));
        match open(&text) {
            Ok(File::Plain(Opened { backup, damage: None })) => {
                assert_eq!(backup, old, "seed {seed}: {text}");
                same += 1;
            }
            Ok(File::Plain(Opened { backup, damage: Some(damage) })) => {
                told += 1;
                assert!(damage.lost > 0);
                let there = Tally::of(&backup).total();
                assert_eq!(damage.restored, there);
                read += there;
                let merge = Backup::default().merge(&backup);
                let twice = merge.after.merge(&backup);
                assert!(twice.changes.is_empty() && twice.after == merge.after, "seed {seed}");
                for attempt in &backup.attempts.list {
                    let raw = json!(attempt.text).to_string();
                    let mends =
                        attempt.text.contains(|c: char| !c.is_ascii() || "\"\\\n".contains(c));
                    assert!(mends || text.contains(&raw[1..raw.len() - 1]), "seed {seed}: {raw}");
                }
            }
            Ok(File::Sealed(_)) => panic!("seed {seed}: taken for a protected one"),
            Err(_) => refused += 1,
        }
    }
    println!("{same} are no damage, {told} told, {refused} refused, {read} of {}", told * whole);
    assert!(told > 1_500 && refused < 100, "{told} {refused}");
    assert!(read * 10 > told * whole * 8, "{read} of {} entries", told * whole);
}

/// Every single bit of a small file.
#[test]
fn no_flipped_bit_goes_unsaid() {
    let mine = backup(&[(1_000, "I stayed calm.")], &[("q", "half", 3)]);
    let file = mine.to_file().unwrap();
    let mut same = 0;
    for at in 0..file.len() * 8 {
        let mut bytes = file.clone().into_bytes();
        bytes[at / 8] ^= 1 << (at % 8);
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(File::Plain(Opened { backup, damage: None })) = open(&text) {
            assert_eq!(backup, mine, "bit {at}: {text}");
            same += 1;
        }
    }
    println!("{same} of {} flips are no damage", file.len() * 8);
}

#[test]
fn what_comes_changes_and_goes_is_counted() {
    let here = backup(&[(1_000, "mine"), (2_000, "both")], &[("a", "one", 1), ("b", "two", 1)]);
    let mut file = backup(&[(2_000, "both"), (3_000, "theirs")], &[("a", "other", 2)]);
    file.settings.theme = crate::save::Theme::Dark;
    file.marks.items.insert("questions/a".into(), 1);
    let replaced = Changes::between(&here, &file);
    assert_eq!(replaced.added, Tally { attempts: 1, marks: 1, ..Tally::default() });
    assert_eq!(replaced.changed, Tally { drafts: 1, ..Tally::default() });
    assert_eq!(replaced.removed, Tally { attempts: 1, drafts: 1, ..Tally::default() });
    assert!(replaced.settings);
    let merged = here.merge(&file).changes;
    assert_eq!((merged.added, merged.changed), (replaced.added, replaced.changed));
    assert!(merged.removed.is_empty() && !merged.settings);
    assert!(Changes::between(&file, &file.clone()).is_empty());
    let back = Changes::between(&file, &here);
    assert_eq!((back.added, back.removed), (replaced.removed, replaced.added));
}

#[test]
fn many_are_added_as_one_by_one() {
    let times = [5, 5, 6, 5, 9, 7, 5, u64::MAX, u64::MAX, u64::MAX, 0, 8];
    let attempt = |at: u64, text: &str| Attempt {
        at,
        text: text.to_owned(),
        ..backup(&[(1, "")], &[]).attempts.list[0].clone()
    };
    let mut one_by_one = Attempts::default();
    one_by_one.add(attempt(6, "first"));
    one_by_one.add(attempt(u64::MAX - 1, "late"));
    let mut at_once = one_by_one.clone();
    let new: Vec<Attempt> = times.iter().map(|at| attempt(*at, &at.to_string())).collect();
    for attempt in &new {
        one_by_one.add(attempt.clone());
    }
    merge::add_all(&mut at_once, new);
    assert_eq!(at_once, one_by_one);
    assert!(at_once.list.is_sorted_by(|one, other| one.at < other.at));
    // A hundred thousand of one time take no time.
    merge::add_all(&mut at_once, vec![attempt(1, "x"); 100_000]);
    merge::add_all(&mut at_once, (0..100_000).map(|at| attempt(at / 2, "x")).collect());
    assert!(at_once.list.is_sorted_by(|one, other| one.at < other.at));
}

#[test]
fn many_answers_are_brought_in_at_once() {
    let mut file = Backup::default();
    let attempts = backup(&[(1, "words")], &[]).attempts.list;
    let many = (0..20_000).map(|at| Attempt { at, text: at.to_string(), ..attempts[0].clone() });
    merge::add_all(&mut file.attempts, many.collect());
    file.quizzes.results = vec![QuizResult::default(); 1];
    let text = file.to_file().unwrap();
    assert!(text.len() < LARGEST);
    let opened = Backup::from_file(&text).unwrap().backup;
    let merge = opened.merge(&backup(&[(10_000, "10000"), (7, "new")], &[]));
    assert_eq!(merge.changes.added, Tally { attempts: 1, ..Tally::default() });
}

#[test]
fn a_merge_never_loses_what_is_here() {
    let here = backup(&[(1_000, "mine")], &[("a", "newer here", 9), ("b", "older here", 1)]);
    let file = backup(
        &[(1_000, "mine"), (1_000, "theirs")],
        &[("a", "older", 2), ("b", "newer", 5), ("c", " ", 5)],
    );
    let merge = here.merge(&file);
    let added = Tally { attempts: 1, ..Default::default() };
    let changed = Tally { drafts: 1, ..Default::default() };
    assert_eq!(merge.changes, Changes { added, changed, ..Default::default() });
    assert_eq!(merge.after.attempts.list.len(), 2);
    assert_eq!(merge.after.drafts.by_question["a"].free, "newer here");
    assert_eq!(merge.after.drafts.by_question["b"].free, "newer");
    let again = merge.after.merge(&file);
    assert!(again.changes.is_empty(), "importing twice adds nothing");
}

#[test]
fn a_merge_joins_what_was_added_marked_ticked_and_played() {
    let here = Backup::default();
    let mut file = Backup::default();
    file.marks.items.insert("questions/a".into(), 1);
    file.ticks.toggle("the-day", "shoes", 1);
    file.quizzes.results.push(QuizResult { at: 1, quiz: "q".into(), ..Default::default() });
    let id = file.own.add_question(OwnQuestion::default(), 4);
    file.own.keep_answer(KeptAnswer::default(), None, 5);
    file.own.filling.insert("t".into(), vec!["words".into()]);
    file.own.filling.insert("u".into(), vec![" ".into()]);
    file.own.editing.insert("new".into(), OwnQuestion::default());
    file.drafts.set_again(7, Section::Result, "She came".into());
    file.drafts.set_again(8, Section::Result, " ".into());
    let merge = here.merge(&file);
    let all = Tally {
        questions: 1,
        kept: 1,
        begun: 3,
        marks: 1,
        ticks: 1,
        quizzes: 1,
        ..Default::default()
    };
    assert_eq!(merge.changes, Changes { added: all, ..Default::default() });
    assert_eq!(Tally::of(&file), all);
    assert!(merge.after.own.questions.contains_key(&id));
    assert_eq!(merge.after.own.filling["t"], ["words"]);
    assert_eq!(merge.after.drafts.again(7, Section::Result), "She came");
    assert_eq!(merge.after.drafts.again.len(), 1);
    assert!(merge.after.merge(&file).changes.is_empty());
}

#[test]
fn a_file_from_before_there_was_all_that_still_opens() {
    let old = r#"{"app":"rapport","kind":"backup","version":1,"made":1,"data":{"drafts":{},"attempts":{},"settings":{}}}"#;
    assert_eq!(Backup::from_file(old), sound(Backup::default()));
}
