//! What becomes of damaged documents: thousands of them, of every aggregate.
//!
//! An entry counts as whole if its name and its value stand in the damaged text byte for byte. Every such
//! entry must be there afterwards, with that value. Nothing may be there under a name that does not stand
//! in the text, nor more than there was.

use serde_json::{Map, Value, json};

use super::{
    Aggregate, Attempts, Drafts, Entry, Loaded, Marks, Own, Quizzes, Settings, Ticks, read,
};

/// A small generator of numbers: the same for the same seed, everywhere.
pub(super) struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or(0) % end.max(1)
    }
}

pub(super) fn fixture(name: &str) -> &'static str {
    match name {
        "drafts" => include_str!("fixtures/v1/drafts.json"),
        "attempts" => include_str!("fixtures/v1/attempts.json"),
        "settings" => include_str!("fixtures/v1/settings.json"),
        "marks" => include_str!("fixtures/v1/marks.json"),
        "ticks" => include_str!("fixtures/v1/ticks.json"),
        "quizzes" => include_str!("fixtures/v1/quizzes.json"),
        "own" => include_str!("fixtures/v1/own.json"),
        _ => include_str!("fixtures/v1/backup.json"),
    }
}

/// The entries of a document: field, name (none in a list), value.
fn entries<T: Aggregate>(data: &Value) -> Vec<(&'static str, Option<String>, Value)> {
    let mut all = Vec::new();
    for part in T::ENTRIES {
        match &data[part.field] {
            Value::Object(map) => all.extend(
                map.iter().map(|(name, value)| (part.field, Some(name.clone()), value.clone())),
            ),
            Value::Array(list) => {
                all.extend(list.iter().map(|value| (part.field, None, value.clone())));
            }
            _ => {}
        }
    }
    all
}

/// The bytes of each entry as they stand in the text, which is as short as JSON can be.
fn bytes<'a>(text: &'a str, name: Option<&str>, value: &Value) -> &'a str {
    let start = match name {
        Some(name) => format!("{}:", json!(name)),
        None => String::new(),
    };
    // Fields stand in the order of the struct: it is looked for by what it reads as.
    for (at, _) in text.match_indices(if name.is_some() { start.as_str() } else { "{" }) {
        let from = at + start.len();
        let mut values = serde_json::Deserializer::from_str(&text[from..]).into_iter::<Value>();
        if let Some(Ok(found)) = values.next()
            && found == *value
        {
            return &text[at..from + values.byte_offset()];
        }
    }
    panic!("{name:?} is not in its own document")
}

pub(super) fn mutate(text: &str, dice: &mut Dice) -> String {
    let mut raw = text.as_bytes().to_vec();
    let at = dice.below(raw.len());
    let some = 1 + dice.below(40);
    let end = (at + some).min(raw.len());
    match dice.below(12) {
        0..=2 => {
            for _ in 0..=dice.below(3) {
                let at = dice.below(raw.len());
                raw[at] ^= 1 << dice.below(8);
            }
        }
        3 => {
            // The same, where it hurts.
            let marks: Vec<usize> =
                (0..raw.len()).filter(|at| b"{}[]\",:\\".contains(&raw[*at])).collect();
            for _ in 0..=dice.below(2) {
                raw[marks[dice.below(marks.len())]] = b"#{}[]\",:\\ \n0"[dice.below(12)];
            }
        }
        4 => raw.truncate(at),
        5 => drop(raw.drain(at..end)),
        6 => {
            let noise: Vec<u8> = (0..some).map(|_| b"{}[]\",:\\ a0\n#"[dice.below(13)]).collect();
            drop(raw.splice(at..at, noise));
        }
        7 => {
            let again = raw[at..end].to_vec();
            drop(raw.splice(at..at, again));
        }
        8 => {
            let deep = b"[{\"a\":".repeat(20 * some);
            drop(raw.splice(at..at, deep));
        }
        9 => {
            let other = fixture(["drafts", "own", "attempts", "backup"][dice.below(4)]);
            let from = dice.below(other.len());
            drop(raw.splice(at..end, other.as_bytes()[from..].iter().take(some).copied()));
        }
        _ => return wrong_type(text, dice),
    }
    String::from_utf8_lossy(&raw).into_owned()
}

/// The document with one value that is of another type.
fn wrong_type(text: &str, dice: &mut Dice) -> String {
    let mut value: Value = serde_json::from_str(text).unwrap();
    let mut place = &mut value["data"];
    for _ in 0..=dice.below(5) {
        let count = match &*place {
            Value::Object(map) => map.len(),
            Value::Array(list) => list.len(),
            _ => 0,
        };
        if count == 0 {
            break;
        }
        let at = dice.below(count);
        place = match place {
            Value::Object(map) => map.iter_mut().nth(at).unwrap().1,
            Value::Array(list) => &mut list[at],
            _ => unreachable!("it has something in it"),
        };
    }
    let others = [
        json!(null),
        json!(-1),
        json!(1.5),
        json!("soon"),
        json!([]),
        json!({}),
        json!([[]]),
        json!(true),
    ];
    *place = others[dice.below(others.len())].clone();
    value.to_string()
}

fn check<T: Aggregate>(seeds: std::ops::Range<u64>) -> (usize, usize, usize) {
    let text = fixture(T::NAME);
    let original: Value = serde_json::from_str(text).unwrap();
    let all = entries::<T>(&original["data"]);
    let spans: Vec<&str> =
        all.iter().map(|(_, name, value)| bytes(text, name.as_deref(), value)).collect();
    let (mut damaged, mut whole, mut part) = (0, 0, 0);
    let mut fails: Vec<String> = Vec::new();
    for seed in seeds {
        let raw = mutate(text, &mut Dice::new(seed));
        let (value, corrupt) = match read::<T>(Some(&raw)) {
            Loaded::Corrupt { backup, value, salvage } => {
                assert_eq!(backup, raw, "seed {seed}: the raw text is not whole");
                assert!(salvage.lost > 0);
                (value, true)
            }
            Loaded::Loaded(value) | Loaded::Migrated(value) => (value, false),
            Loaded::FromNewer { .. } => continue,
            Loaded::Fresh => panic!("seed {seed}: taken for nothing"),
        };
        damaged += usize::from(corrupt);
        let data = super::envelope::tree(&value);
        let read = entries::<T>(&data);
        for ((field, name, value), span) in all.iter().zip(&spans) {
            // Written anew with its fields in another order it is as whole as before.
            let anew = match name {
                Some(name) => format!("{}:{value}", json!(name)),
                None => value.to_string(),
            };
            // Of two under one name only one can stay.
            let twice = name.as_ref().is_some_and(|name| {
                raw.matches(&format!("{}:", json!(name))).count()
                    > text.matches(&format!("{}:", json!(name))).count()
            });
            if twice || !stands_in(&raw, span) && !stands_in(&raw, &anew) {
                continue;
            }
            whole += 1;
            let same = |(at, other, found): &(&str, Option<String>, Value)| {
                let twin = T::ENTRIES.iter().any(|e| {
                    e.field == *at && matches!(e.entry, Entry::Named(_) | Entry::NamedFrom(..))
                });
                (at == field || twin) && other == name && holds(found, value)
            };
            if !read.iter().any(same) {
                fails.push(format!(
                    "{} seed {seed}: {field} {name:?} was lost from\n{}\n{data}",
                    T::NAME,
                    short(&raw)
                ));
            }
        }
        part += read.len();
        if read.len() > all.len() + 1 {
            fails.push(format!(
                "{} seed {seed}: more than there was\n{}\n{data}",
                T::NAME,
                short(&raw)
            ));
        }
        for (field, name, _) in &read {
            let stands = name.as_ref().is_none_or(|name| {
                let plain = json!(name).to_string();
                raw.contains(&plain) || name.contains(|c: char| !c.is_ascii_alphanumeric())
            });
            if !stands {
                fails.push(format!(
                    "{} seed {seed}: {field} {name:?} was invented\n{}",
                    T::NAME,
                    short(&raw)
                ));
            }
        }
    }
    assert!(fails.is_empty(), "{} went wrong, the first {}", fails.len(), fails[0]);
    (damaged, whole, part)
}

/// Whether an entry stands in a text, with all digits of a number.
fn stands_in(raw: &str, entry: &str) -> bool {
    raw.match_indices(entry).any(|(at, _)| {
        let next = raw[at + entry.len()..].bytes().next();
        entry.ends_with('}') || entry.ends_with(']') || matches!(next, Some(b',' | b'}'))
    })
}

fn short(raw: &str) -> String {
    raw.replace(&"[{\"a\":".repeat(100), "[[…").chars().take(6_000).collect()
}

/// Whether what was found has all that there was; it may have got a field more by the damage.
fn holds(found: &Value, was: &Value) -> bool {
    match (found, was) {
        (Value::Object(found), Value::Object(was)) => {
            was.iter().all(|(name, value)| found.get(name).is_some_and(|found| holds(found, value)))
        }
        _ => found == was,
    }
}

#[test]
fn no_whole_entry_is_lost_and_none_is_invented_in_seven_thousand_damaged_documents() {
    let mut sum = (0, 0);
    for (name, counts) in [
        ("drafts", check::<Drafts>(0..1_000)),
        ("attempts", check::<Attempts>(1_000..2_000)),
        ("settings", check::<Settings>(2_000..3_000)),
        ("marks", check::<Marks>(3_000..4_000)),
        ("ticks", check::<Ticks>(4_000..5_000)),
        ("quizzes", check::<Quizzes>(5_000..6_000)),
        ("own", check::<Own>(6_000..7_000)),
    ] {
        let (damaged, whole, part) = counts;
        println!("{name}: {damaged} damaged, {whole} whole entries, {part} read");
        sum = (sum.0 + damaged, sum.1 + whole);
    }
    assert!(sum.0 > 4_000 && sum.1 > 10_000, "{sum:?}");
}

#[test]
fn what_version_1_saved_opens() {
    fn opens<T: Aggregate>() -> Value {
        let raw = fixture(T::NAME);
        let Loaded::Loaded(value) = read::<T>(Some(raw)) else { panic!("{} is closed", T::NAME) };
        let whole: Value = serde_json::from_str(raw).unwrap();
        let data = super::envelope::tree(&value);
        assert_eq!(data, whole["data"], "{}", T::NAME);
        data
    }
    let file: Value = serde_json::from_str(fixture("backup")).unwrap();
    for (name, data) in [
        ("drafts", opens::<Drafts>()),
        ("attempts", opens::<Attempts>()),
        ("settings", opens::<Settings>()),
        ("marks", opens::<Marks>()),
        ("ticks", opens::<Ticks>()),
        ("quizzes", opens::<Quizzes>()),
        ("own", opens::<Own>()),
    ] {
        assert_eq!(file["data"][name], data);
    }
    let opened = super::Backup::from_file(fixture("backup")).unwrap();
    assert_eq!(opened.damage, None);
    let again: Value = serde_json::from_str(&opened.backup.to_file().unwrap()).unwrap();
    assert_eq!(again["data"], file["data"]);
}

#[test]
fn what_is_not_ours_gives_nothing() {
    for foreign in [
        r#"{"todos":[{"id":1,"text":"milk","done":false}],"at":5}"#,
        r#"[1,2,{"a":[]}]"#,
        "<!doctype html><title>Sign in</title>",
        "\u{0}\u{1}\u{fffd}",
        "\"\"",
        "17",
    ] {
        let Loaded::Corrupt { value, salvage, .. } = read::<Drafts>(Some(foreign)) else {
            panic!()
        };
        assert_eq!((value, salvage.restored), (Drafts::default(), 0), "{foreign}");
        let Loaded::Corrupt { value, .. } = read::<Attempts>(Some(foreign)) else { panic!() };
        assert_eq!(value, Attempts::default());
        assert!(matches!(read::<Own>(Some(foreign)), Loaded::Corrupt { .. }));
    }
}

#[test]
fn the_deepest_and_the_largest_open() {
    let text = fixture("drafts");
    let deep = "[".repeat(400_000);
    for raw in [
        deep.clone(),
        format!("{}{deep}", &text[..300]),
        text.replace("\"free\":", &format!("\"new\":{deep}{},\"free\":", "]".repeat(400_000))),
        text.replace("late-delivery", &"x".repeat(4_000_000)),
        "\"".repeat(1_000_000),
        "{\"a\":".repeat(300_000),
        "x".repeat(20_000_001),
    ] {
        drop(read::<Drafts>(Some(&raw)));
    }
}

#[test]
fn what_a_newer_version_added_is_there_again() {
    fn again<T: Aggregate>() {
        let mut original: Value = serde_json::from_str(fixture(T::NAME)).unwrap();
        add_fields(&mut original["data"], 0);
        let Loaded::Loaded(value) = read::<T>(Some(&original.to_string())) else {
            panic!("{} did not open", T::NAME)
        };
        let data = super::envelope::tree(&value);
        assert!(holds(&data, &original["data"]), "{}\n{data}\n{}", T::NAME, original["data"]);
    }
    again::<Drafts>();
    again::<Attempts>();
    again::<Settings>();
    again::<Marks>();
    again::<Ticks>();
    again::<Quizzes>();
    again::<Own>();
}

/// Adds a field to every object that is one of ours and not a map.
fn add_fields(value: &mut Value, depth: usize) {
    match value {
        Value::Object(map) => {
            let known = ["free", "at", "quiz", "seed", "answer", "prompt", "ask", "text"];
            let is_struct = depth == 0 || known.iter().any(|name| map.contains_key(*name));
            map.values_mut().for_each(|child| add_fields(child, depth + 1));
            if is_struct {
                map.insert("later".into(), json!({"a": [1.5, null, {"b": "c"}]}));
            }
            let words: Map<String, Value> = [
                ("mode", json!({"voice": "whisper"})),
                ("theme", json!("sepia")),
                ("category", json!("new-kind")),
                ("levels", json!(["entry", "galactic"])),
            ]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
            for (name, word) in words {
                if is_struct && map.contains_key(&name) {
                    map.insert(name, word);
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|child| add_fields(child, depth + 1)),
        _ => {}
    }
}

#[test]
fn what_a_newer_version_said_of_an_entry_that_came_twice_goes_with_it() {
    let one = r#"{"at":1,"question":"q","prompt":"","text":"a","mode":"free"}"#;
    let other = one.replace('}', r#","moon":1}"#);
    let raw = format!(
        r#"{{"app":"rapport","aggregate":"attempts","version":1,"data":{{"list":[{one},{other}]}}}}"#
    );
    let Loaded::Loaded(read_once) = read::<Attempts>(Some(&raw)) else { panic!("it is sound") };
    let again = super::write(&read_once);
    assert_eq!(read::<Attempts>(Some(&again)), Loaded::Loaded(read_once));
}
