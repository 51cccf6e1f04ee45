//! The pages that do not come with the first file: each group of them is a WASM file of its own.
//!
//! What is in the first file may name these pages only through [`page`] and [`piece`]. A group that is
//! here is drawn at once, so that a prerendered page is adopted as it stands; one that is not is
//! fetched, and where that fails the user can try again. Without the feature `split` all groups are
//! always here.

use std::{future::Future, pin::Pin};

use leptos::{prelude::*, task::spawn_local};

use super::{
    answer, attempt, earlier, frameworks, progress, questions, settings, templates, today,
};
use crate::{
    browser::page::focus_heading_soon,
    components::{
        icon::{Icon, Sign},
        shell::Main,
    },
    reactive::{live, press},
    routes::Page,
};

/// A view of a group. What it needs to know stands in the address and in the contexts.
type View = fn() -> AnyView;

/// On its way; whether it came.
type Fetching = Pin<Box<dyn Future<Output = bool>>>;

/// Views that share a file.
pub trait Group: Sized + 'static {
    /// The views, if their file is here.
    fn here() -> Option<&'static Self>;

    /// Fetches the file unless it is here. What failed before is tried again.
    fn fetch() -> Fetching;
}

/// Makes a group of pages: a type with a field for each, and the way to have it fetched.
macro_rules! group {
    ($(#[$about:meta])* $group:ident: $Views:ident { $($view:ident: $page:path,)* }) => {
        $(#[$about])*
        pub struct $Views {
            $(pub $view: View,)*
        }

        const _: () = {
            static VIEWS: $Views = $Views { $($view: || $page().into_any(),)* };

            #[cfg(feature = "split")]
            static HERE: std::sync::OnceLock<&'static $Views> = std::sync::OnceLock::new();

            // Everything that can only be reached through this function is put into the group's file.
            #[cfg(feature = "split")]
            #[leptos::wasm_split::wasm_split($group, wasm_split_path = ::leptos::wasm_split, fallible)]
            fn $group() -> Result<&'static $Views, leptos::wasm_split::SplitLoaderError> {
                Ok(&VIEWS)
            }

            #[cfg(feature = "split")]
            impl Group for $Views {
                fn here() -> Option<&'static Self> {
                    HERE.get().copied()
                }

                fn fetch() -> Fetching {
                    Box::pin(async {
                        $group().await.map(|views| HERE.get_or_init(|| views)).is_ok()
                    })
                }
            }

            #[cfg(not(feature = "split"))]
            impl Group for $Views {
                fn here() -> Option<&'static Self> {
                    Some(&VIEWS)
                }

                fn fetch() -> Fetching {
                    Box::pin(async { true })
                }
            }
        };
    };
}

group! {
    /// Finding a question.
    overview: Overview {
        today: today::Today,
        questions: questions::Questions,
    }
}

group! {
    /// Writing answers and what the coach reads in them: everything that needs the coach's rules.
    practise: Practise {
        answer: answer::Answer,
        attempt: attempt::AttemptPage,
        progress: progress::Progress,
        earlier: earlier::Earlier,
    }
}

group! {
    /// Reading about ways to answer.
    library: Library {
        frameworks: frameworks::Frameworks,
        framework: frameworks::FrameworkPage,
        templates: templates::Templates,
        template: templates::TemplatePage,
    }
}

group! {
    /// Settings and data.
    settings: Settings {
        settings: settings::SettingsPage,
    }
}

/// Has everything here that the page needs to be drawn at once. Says whether it is.
pub async fn ready(page: &Page) -> bool {
    match page {
        Page::Today | Page::Questions => Overview::fetch().await,
        Page::Answer(_) | Page::Attempt | Page::Progress => Practise::fetch().await,
        Page::Frameworks | Page::Framework(_) | Page::Templates | Page::Template(_) => {
            Library::fetch().await
        }
        Page::Settings => Settings::fetch().await,
        Page::Question(_) => true,
    }
}

/// Fetches all groups, one after the other, so that later pages come at once. Where that fails,
/// nothing is said: it is tried again when the page is wanted.
pub fn fetch_all() {
    spawn_local(async {
        Overview::fetch().await;
        Practise::fetch().await;
        Library::fetch().await;
        Settings::fetch().await;
    });
}

/// A whole page out of a group.
pub fn page<G: Group>(view: fn(&G) -> View) -> AnyView {
    let draw = move || G::here().map(|group| view(group)());
    draw().unwrap_or_else(|| arriving(G::fetch, Box::new(draw), true))
}

/// A piece of a page out of a group.
pub fn piece<G: Group>(view: fn(&G) -> View) -> AnyView {
    let draw = move || G::here().map(|group| view(group)());
    draw().unwrap_or_else(|| arriving(G::fetch, Box::new(draw), false))
}

#[derive(Clone, Copy)]
enum State {
    Coming,
    Here,
    Failed,
}

/// What is shown of a view until its group is here. `whole` is whether the view is a whole page.
fn arriving(
    fetch: fn() -> Fetching,
    draw: Box<dyn Fn() -> Option<AnyView> + Send>,
    whole: bool,
) -> AnyView {
    let state = RwSignal::new(State::Coming);
    let fetch = move || {
        state.set(State::Coming);
        spawn_local(async move {
            let came = fetch().await;
            state.try_set(if came { State::Here } else { State::Failed });
            if whole {
                // On the way here the heading was looked for before it was there.
                focus_heading_soon();
            }
        });
    };
    fetch();
    live(move || match (state.get(), whole) {
        (State::Here, _) => draw().into_any(),
        (State::Coming, true) => view! { <Main>{coming()}</Main> }.into_any(),
        (State::Coming, false) => coming().into_any(),
        (State::Failed, true) => view! {
            <Main>
                <div class="stack g5 narrow">
                    <h1>"This page could not be opened"</h1>
                    {failed(fetch)}
                </div>
            </Main>
        }
        .into_any(),
        (State::Failed, false) => failed(fetch).into_any(),
    })
}

fn coming() -> impl IntoView {
    view! { <p class="soft" role="status">"Opening"</p> }
}

fn failed(again: impl Fn() + 'static) -> impl IntoView {
    view! {
        <section class="note care" role="alert">
            <Sign icon=Icon::Note />
            <div class="stack g3">
                <p>
                    "This part of Rapport could not be loaded. There may be no network just now. Your answers are safe."
                </p>
                <div class="row">
                    <button class="btn" on:click=press(again)>"Try again"</button>
                </div>
            </div>
        </section>
    }
}
