//! Text that means harm, through everything that reads what others wrote: links, questions of one's own, saved work,
//! backups, the coach. It stays text, comes back byte for byte, and nothing panics.
//!
//! The list is `tests/hostile.json`; the journey `hostile` takes the same list through the browser.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use coach::{
    draft::Mode,
    feedback::{Model, Prompt, report},
    link::Link,
    own::{OwnProbe, OwnQuestion},
    question::Asks,
    rewind,
    save::{
        Attempt, Attempts, Backup, Drafts, Loaded, Marks, Own, Quizzes, Settings, Tally, Ticks,
        read, write,
    },
    template,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Payload {
    kind: String,
    text: String,
    #[serde(default)]
    repeat: usize,
    #[serde(default)]
    head: String,
    #[serde(default)]
    tail: String,
}

impl Payload {
    fn whole(&self) -> String {
        [self.head.as_str(), &self.text.repeat(self.repeat.max(1)), &self.tail].concat()
    }
}

fn payloads() -> Vec<(String, String)> {
    let list: Vec<Payload> =
        serde_json::from_str(include_str!("../../../tests/hostile.json")).unwrap();
    assert!(list.len() >= 150, "{}", list.len());
    list.iter().map(|one| (one.kind.clone(), one.whole())).collect()
}

#[test]
fn links_name_an_item_or_nothing() {
    for (kind, text) in payloads() {
        for address in [text.clone(), format!("questions/{text}"), format!("{text}/a")] {
            let Ok(link) = address.parse::<Link>() else { continue };
            assert_eq!(link.to_string(), address, "{kind}");
            assert!(link.id.len() <= 80, "{kind}: a name of {} bytes", link.id.len());
            let plain =
                |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            assert!(link.id.bytes().all(plain), "{kind}: {address:?} names an item");
        }
    }
}

#[test]
fn a_file_is_a_backup_or_is_refused() {
    for (kind, text) in payloads() {
        let Ok(opened) = Backup::from_file(&text) else { continue };
        // A few of the list are backups with something strange beside them: it is carried along for a newer
        // version that may know it, or taken for the ticks of a damaged checklist. None of it is words.
        let tally = Tally::of(&opened.backup);
        assert_eq!(tally.total(), tally.ticks, "{kind}: {:.80}", text);
    }
}

#[test]
fn saved_work_is_read_or_kept_aside() {
    fn of<T: coach::save::Aggregate>(text: &str) {
        match read::<T>(Some(text)) {
            Loaded::Corrupt { backup, .. } => assert_eq!(backup, text),
            Loaded::FromNewer { .. } => {}
            _ => panic!("{text:.80} was read as saved work"),
        }
    }
    for (_, text) in payloads() {
        of::<Drafts>(&text);
        of::<Attempts>(&text);
        of::<Marks>(&text);
        of::<Ticks>(&text);
        of::<Quizzes>(&text);
        of::<Own>(&text);
        of::<Settings>(&text);
    }
}

#[test]
fn everything_typed_comes_back_to_the_byte() {
    // Of those that are long, one text would do; a dozen of each is more than a browser keeps.
    let all: Vec<_> = payloads().into_iter().filter(|(_, text)| text.len() < 100_000).collect();
    let mut backup = Backup::default();
    for (at, (_, text)) in (1_u64..).zip(&all) {
        backup.attempts.list.push(Attempt {
            at: at * 10_000,
            question: text.clone(),
            prompt: text.clone(),
            text: text.clone(),
            mode: Mode::default(),
            from: None,
        });
        let own = OwnQuestion {
            prompt: text.clone(),
            place: text.clone(),
            strong: vec![text.clone()],
            probes: vec![OwnProbe { gap: None, ask: text.clone() }],
            framework: Some(text.clone()),
            ..OwnQuestion::default()
        };
        assert!(own.errors().len() <= 1);
        let _ = (own.card("own-1"), own.clone().tidy());
        backup.own.questions.insert(format!("own-{at}"), own.clone());
        // As a name, which is where prototypes are reached in other languages.
        backup.own.questions.insert(text.clone(), own);
    }
    let once = Backup::default().merge(&backup).after;
    let saved = write(&once.own);
    assert_eq!(read::<Own>(Some(&saved)), Loaded::Loaded(once.own.clone()));
    let saved = write(&once.attempts);
    assert_eq!(read::<Attempts>(Some(&saved)), Loaded::Loaded(once.attempts.clone()));
    assert_eq!(once.attempts.list.len(), all.len());
}

#[test]
fn the_coach_and_its_tools_read_anything() {
    for (kind, text) in payloads() {
        // The long ones once: an unoptimised build takes its time with them.
        let forms = [Asks::Example, Asks::Plan, Asks::View];
        for asks in forms.into_iter().take(if text.len() > 10_000 { 1 } else { 3 }) {
            let prompt = Prompt { text: &text, asks };
            let report = report(Model::shipped(), &prompt, &text);
            for sentence in &report.sentences {
                assert!(text.get(sentence.span.start..sentence.span.end).is_some(), "{kind}");
            }
        }
        let pieces = rewind::diff(&text, "I said sorry. She came back.");
        assert!(!pieces.is_empty() || text.is_empty());
        let _ = template::pieces(&text);
    }
}
