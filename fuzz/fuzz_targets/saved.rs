//! Any text as a backup and as each saved document: it is read or refused, what was read is written and
//! read again as it was, and a merge with it loses nothing and adds nothing the second time.
#![no_main]

use std::fmt::Debug;

use coach::save::{
    Aggregate, Attempts, Backup, Drafts, File, Loaded, Marks, Opened, Own, Quizzes, Settings, Ticks,
    join, open, read, read_plain, write,
};
use libfuzzer_sys::fuzz_target;

fn one<T: Aggregate + Debug>(text: &str) {
    let data = match read::<T>(Some(text)) {
        Loaded::Loaded(data) | Loaded::Migrated(data) => data,
        Loaded::Corrupt { backup, value, .. } => {
            assert_eq!(backup, text);
            value
        }
        Loaded::Fresh => panic!("something was saved"),
        Loaded::FromNewer { .. } => return,
    };
    let again = write(&data);
    assert_eq!(read::<T>(Some(&again)), Loaded::Loaded(data.clone()));
    if let Some(plain) = read_plain::<T>(text) {
        assert_eq!(plain, data);
    }
    let joined = join(None, &T::default(), Some(text)).expect("it is not newer");
    let twice = join(None, &T::default(), Some(&joined.text)).expect("it is not newer");
    assert_eq!((joined.value, joined.text), (twice.value, twice.text));
}

/// The text itself, and the text as what is in an envelope of that kind.
fn each<T: Aggregate + Debug>(text: &str) {
    one::<T>(text);
    let name = T::NAME;
    one::<T>(&format!(r#"{{"app":"rapport","aggregate":"{name}","version":1,"data":{text}}}"#));
}

fuzz_target!(|text: &str| {
    each::<Attempts>(text);
    each::<Drafts>(text);
    each::<Marks>(text);
    each::<Own>(text);
    each::<Quizzes>(text);
    each::<Settings>(text);
    each::<Ticks>(text);
    let wrapped = format!(r#"{{"app":"rapport","kind":"backup","version":1,"made":1,"data":{text}}}"#);
    for file in [text, &wrapped] {
        let Ok(File::Plain(Opened { backup, .. })) = open(file) else { continue };
        let again = backup.to_file().expect("writes");
        let sound = Opened { backup: backup.clone(), damage: None };
        assert_eq!(Backup::from_file(&again), Ok(sound));
        let merge = Backup::default().merge(&backup);
        let twice = merge.after.merge(&backup);
        assert!(twice.changes.is_empty(), "{:?}", twice.changes);
        assert_eq!(twice.after, merge.after);
    }
});
