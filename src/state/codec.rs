//! Saved work as text, and back: also what is damaged, of other versions, or written by other tabs. Who is
//! here for the first time has saved nothing, so it is a file of its own, fetched when there is something.

use coach::save::{
    self, Aggregate, Attempts, Drafts, Loaded, Marks, Own, Quizzes, Salvage, Settings, Ticks,
};

use super::left::Left;

type TakeIn<T> = fn(known: Option<&str>, mine: &T, theirs: Option<&str>) -> Option<Taken<T>>;

/// What can be done with one kind of saved work.
pub struct Of<T> {
    /// [`save::read_plain`].
    pub read: fn(&str) -> Option<T>,
    /// See [`open`].
    pub open: fn(Option<&str>, Vec<Left>) -> Opened<T>,
    /// [`save::write`].
    pub write: fn(&T) -> String,
    /// See [`take_in`].
    pub take_in: TakeIn<T>,
}

/// What was found where work is kept.
pub struct Opened<T> {
    /// The work.
    pub value: T,
    /// Some of it was written by a newer version: then nothing may be written.
    pub newer: bool,
    /// Texts that were damaged, to be kept aside whole.
    pub damaged: Vec<String>,
    /// What could be read of them.
    pub salvage: Option<Salvage>,
    /// The names of what was left and is in the value now.
    pub joined: Vec<String>,
}

/// What came of a text that another tab has written.
pub struct Taken<T> {
    /// The work of both, if that is another than this tab's.
    pub value: Option<T>,
    /// Whether the text was damaged, and is to be kept aside whole.
    pub damaged: bool,
    /// Whether words had to give way to newer ones.
    pub other_words: bool,
}

impl<T: Aggregate> Of<T> {
    const fn new() -> Self {
        Self {
            read: save::read_plain::<T>,
            open: open::<T>,
            write: save::write::<T>,
            take_in: take_in::<T>,
        }
    }
}

/// Reads what stands in the store, and joins with it what was left elsewhere.
fn open<T: Aggregate>(known: Option<&str>, left: Vec<Left>) -> Opened<T> {
    let mut opened = Opened {
        value: T::default(),
        newer: false,
        damaged: Vec::new(),
        salvage: None,
        joined: Vec::new(),
    };
    opened.value = opened.read(known).unwrap_or_default();
    for Left { name, base, text } in left {
        let Some(mine) = opened.read(Some(&text)) else { continue };
        let stands = save::write(&opened.value);
        if let Some(joined) = save::join(base.as_deref(), &mine, Some(&stands)) {
            opened.value = joined.value;
            opened.joined.push(name);
        }
    }
    opened
}

impl<T: Aggregate> Opened<T> {
    fn read(&mut self, text: Option<&str>) -> Option<T> {
        match save::read::<T>(text) {
            Loaded::Fresh => Some(T::default()),
            Loaded::Loaded(value) | Loaded::Migrated(value) => Some(value),
            Loaded::Corrupt { backup, value, salvage } => {
                self.damaged.push(backup);
                let all = self.salvage.get_or_insert_default();
                all.restored += salvage.restored;
                all.lost += salvage.lost;
                Some(value)
            }
            Loaded::FromNewer { .. } => {
                self.newer = true;
                None
            }
        }
    }
}

/// Joins this tab's work with what another one has written. `None`: that was a newer version.
fn take_in<T: Aggregate>(known: Option<&str>, mine: &T, theirs: Option<&str>) -> Option<Taken<T>> {
    let joined = save::join(known, mine, theirs)?;
    let aside = |value: &T| value.rest().aside().len();
    Some(Taken {
        damaged: joined.damaged,
        other_words: aside(&joined.value) > aside(mine),
        value: (joined.value != *mine).then_some(joined.value),
    })
}

macro_rules! codecs {
    ($($name:ident: $Aggregate:ident,)*) => {
        /// The codecs of everything.
        pub struct Codecs {
            $($name: Of<$Aggregate>,)*
        }

        static CODECS: Codecs = Codecs { $($name: Of::<$Aggregate>::new(),)* };

        $(impl Kind for $Aggregate {
            fn of(codecs: &'static Codecs) -> &'static Of<Self> {
                &codecs.$name
            }
        })*
    };
}

/// A kind of saved work.
pub trait Kind: Aggregate + Send + Sync + 'static {
    /// Its codec.
    fn of(codecs: &'static Codecs) -> &'static Of<Self>;
}

codecs! {
    drafts: Drafts,
    attempts: Attempts,
    settings: Settings,
    marks: Marks,
    ticks: Ticks,
    quizzes: Quizzes,
    own: Own,
}

#[cfg(feature = "split")]
static HERE: std::sync::OnceLock<&'static Codecs> = std::sync::OnceLock::new();

// Everything that can only be reached through this function is put into its file.
#[cfg(feature = "split")]
#[leptos::wasm_split::wasm_split(codecs, wasm_split_path = ::leptos::wasm_split, fallible)]
fn codecs() -> Result<&'static Codecs, leptos::wasm_split::SplitLoaderError> {
    Ok(&CODECS)
}

/// The codecs, if their code is here.
#[must_use]
pub fn here() -> Option<&'static Codecs> {
    #[cfg(feature = "split")]
    return HERE.get().copied();
    #[cfg(not(feature = "split"))]
    Some(&CODECS)
}

/// Fetches the code unless it is here, and says whether it is then.
pub async fn fetch() -> bool {
    #[cfg(feature = "split")]
    return codecs().await.map(|all| HERE.get_or_init(|| all)).is_ok();
    #[cfg(not(feature = "split"))]
    true
}
