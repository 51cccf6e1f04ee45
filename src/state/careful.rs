//! The careful reading of saved work: damage, other versions, what other tabs have written. It is a lot
//! of code that is hardly ever wanted, so it is a file of its own, fetched when it is.

use coach::save::{
    self, Aggregate, Attempts, Drafts, Joined, Loaded, Marks, Own, Quizzes, Settings, Ticks,
};

/// What can be done with one kind of saved work. See [`coach::save`] for each.
pub struct Of<T> {
    /// [`save::read`].
    pub read: fn(Option<&str>) -> Loaded<T>,
    /// [`save::write`].
    pub write: fn(&T) -> String,
    /// [`save::join`].
    pub join: fn(Option<&str>, &T, Option<&str>) -> Option<Joined<T>>,
}

impl<T: Aggregate> Of<T> {
    const fn new() -> Self {
        Self { read: save::read::<T>, write: save::write::<T>, join: save::join::<T> }
    }
}

macro_rules! careful {
    ($($name:ident: $Aggregate:ident,)*) => {
        /// The careful reading of everything.
        pub struct Careful {
            $($name: Of<$Aggregate>,)*
        }

        static CAREFUL: Careful = Careful { $($name: Of::<$Aggregate>::new(),)* };

        $(impl Kind for $Aggregate {
            fn of(careful: &'static Careful) -> &'static Of<Self> {
                &careful.$name
            }
        })*
    };
}

/// A kind of saved work.
pub trait Kind: Aggregate + Send + Sync + 'static {
    /// Its careful reading.
    fn of(careful: &'static Careful) -> &'static Of<Self>;
}

careful! {
    drafts: Drafts,
    attempts: Attempts,
    settings: Settings,
    marks: Marks,
    ticks: Ticks,
    quizzes: Quizzes,
    own: Own,
}

#[cfg(feature = "split")]
static HERE: std::sync::OnceLock<&'static Careful> = std::sync::OnceLock::new();

// Everything that can only be reached through this function is put into its file.
#[cfg(feature = "split")]
#[leptos::wasm_split::wasm_split(careful, wasm_split_path = ::leptos::wasm_split, fallible)]
fn careful() -> Result<&'static Careful, leptos::wasm_split::SplitLoaderError> {
    Ok(&CAREFUL)
}

/// The careful reading of a kind, if its code is here.
#[must_use]
pub fn here<T: Kind>() -> Option<&'static Of<T>> {
    #[cfg(feature = "split")]
    return HERE.get().copied().map(T::of);
    #[cfg(not(feature = "split"))]
    Some(T::of(&CAREFUL))
}

/// Fetches the code unless it is here, and says whether it is then.
pub async fn fetch() -> bool {
    #[cfg(feature = "split")]
    return careful().await.map(|all| HERE.get_or_init(|| all)).is_ok();
    #[cfg(not(feature = "split"))]
    true
}
