//! The pages that do not come with the first file: each group of them is a WASM file of its own.
//!
//! What is in the first file may name these pages only through [`page`] and [`piece`]. A page whose
//! code and data are here is drawn at once, so that a prerendered page is adopted as it stands; else
//! they are fetched, and where that fails the user can try again. Without the feature `split` all code
//! is always here.

use std::{future::Future, pin::Pin};

use bank::file;
use futures_util::future::join;
use leptos::{prelude::*, task::spawn_local};

use super::{
    again, answer, attempt, checklists, collection, earlier, frameworks, glossary, guides, library,
    not_found::NotFound, phrases, privacy, progress, question, questions, quizzes, search,
    settings, templates, today,
};
use crate::{
    browser::{
        fetch::{self, FetchError},
        page,
    },
    components::{
        icon::{Icon, Sign},
        shell::Main,
    },
    reactive::{live, press},
    routes::Page,
    state::{Data, Files, codec, use_data},
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
        search: search::SearchPage,
    }
}

group! {
    /// Writing answers, with the coach reading along, and the way so far.
    practise: Practise {
        answer: answer::Answer,
        own_answer: answer::OwnAnswer,
        progress: progress::Progress,
        earlier: earlier::Earlier,
        own_earlier: earlier::OwnEarlier,
    }
}

group! {
    /// Looking at a finished answer, and practising a part of it again: all that the coach reads only then.
    review: Review {
        attempt: attempt::AttemptPage,
        again: again::AgainPage,
    }
}

group! {
    /// Ways to answer.
    shapes: Shapes {
        frameworks: frameworks::Frameworks,
        framework: frameworks::FrameworkPage,
        templates: templates::Templates,
        template: templates::TemplatePage,
        fill: templates::fill::Fill,
    }
}

group! {
    /// What there is to read.
    reading: Reading {
        library: library::Library,
        guides: guides::Guides,
        guide: guides::GuidePage,
        glossary: glossary::Glossary,
        term: glossary::TermPage,
        phrases: phrases::Phrases,
        phrase_group: phrases::GroupPage,
        checklists: checklists::Checklists,
        checklist: checklists::ChecklistPage,
    }
}

group! {
    /// Quizzes.
    quiz: Quiz {
        quizzes: quizzes::Quizzes,
        quiz: quizzes::QuizPage,
        play: quizzes::play::Play,
    }
}

group! {
    /// What is the candidate's own.
    own: Own {
        collection: collection::Collection,
        question: collection::question::OwnQuestionPage,
        edit: collection::edit::EditQuestion,
    }
}

group! {
    /// Settings and data.
    settings: Settings {
        settings: settings::SettingsPage,
        privacy: privacy::Privacy,
        keeper: settings::keeper::start,
    }
}

/// The view of a page, if its code is here. The page of a question is in the first file, because most
/// people come in through one.
fn view(page: &Page) -> Option<View> {
    match page {
        Page::Question(_) => Some(|| question::QuestionPage().into_any()),
        Page::Today => Overview::here().map(|group| group.today),
        Page::Questions => Overview::here().map(|group| group.questions),
        Page::Search => Overview::here().map(|group| group.search),
        Page::Answer(_) => Practise::here().map(|group| group.answer),
        Page::OwnAnswer => Practise::here().map(|group| group.own_answer),
        Page::Attempt => Review::here().map(|group| group.attempt),
        Page::Again => Review::here().map(|group| group.again),
        Page::Progress => Practise::here().map(|group| group.progress),
        Page::Frameworks => Shapes::here().map(|group| group.frameworks),
        Page::Framework(_) => Shapes::here().map(|group| group.framework),
        Page::Templates => Shapes::here().map(|group| group.templates),
        Page::Template(_) => Shapes::here().map(|group| group.template),
        Page::Fill(_) => Shapes::here().map(|group| group.fill),
        Page::Library => Reading::here().map(|group| group.library),
        Page::Guides => Reading::here().map(|group| group.guides),
        Page::Guide(_) => Reading::here().map(|group| group.guide),
        Page::Glossary => Reading::here().map(|group| group.glossary),
        Page::Term(_) => Reading::here().map(|group| group.term),
        Page::Phrases => Reading::here().map(|group| group.phrases),
        Page::PhraseGroup(_) => Reading::here().map(|group| group.phrase_group),
        Page::Checklists => Reading::here().map(|group| group.checklists),
        Page::Checklist(_) => Reading::here().map(|group| group.checklist),
        Page::Quizzes => Quiz::here().map(|group| group.quizzes),
        Page::Quiz(_) => Quiz::here().map(|group| group.quiz),
        Page::Play(_) => Quiz::here().map(|group| group.play),
        Page::Collection => Own::here().map(|group| group.collection),
        Page::OwnQuestion => Own::here().map(|group| group.question),
        Page::EditQuestion => Own::here().map(|group| group.edit),
        Page::Settings => Settings::here().map(|group| group.settings),
        Page::Privacy => Settings::here().map(|group| group.privacy),
    }
}

/// Fetches the code of a page.
fn code(page: &Page) -> Fetching {
    match page {
        Page::Question(_) => Box::pin(async { true }),
        Page::Today | Page::Questions | Page::Search => Overview::fetch(),
        Page::Answer(_) | Page::OwnAnswer | Page::Progress => Practise::fetch(),
        Page::Attempt | Page::Again => Review::fetch(),
        Page::Frameworks
        | Page::Framework(_)
        | Page::Templates
        | Page::Template(_)
        | Page::Fill(_) => Shapes::fetch(),
        Page::Library
        | Page::Guides
        | Page::Guide(_)
        | Page::Glossary
        | Page::Term(_)
        | Page::Phrases
        | Page::PhraseGroup(_)
        | Page::Checklists
        | Page::Checklist(_) => Reading::fetch(),
        Page::Quizzes | Page::Quiz(_) | Page::Play(_) => Quiz::fetch(),
        Page::Collection | Page::OwnQuestion | Page::EditQuestion => Own::fetch(),
        Page::Settings | Page::Privacy => Settings::fetch(),
    }
}

/// What became of a page that was to be fetched.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// On its way.
    Coming,
    /// Here.
    Here,
    /// There is no such page.
    Missing,
    /// It could not be had.
    Failed,
}

/// Fetches the code of a page, and with a page that is for writing what saves it: no word that is written
/// there waits for that.
async fn code_to_write(page: &Page) -> bool {
    let is_to_write = matches!(
        page,
        Page::Answer(_)
            | Page::OwnAnswer
            | Page::Again
            | Page::Fill(_)
            | Page::EditQuestion
            | Page::Play(_)
    );
    let saving = async { !is_to_write || codec::fetch().await };
    let (code, saving) = join(code(page), saving).await;
    code && saving
}

/// Fetches whatever the page needs to be drawn.
pub async fn complete(page: &Page, data: Data) -> Arrival {
    if !code_to_write(page).await {
        return Arrival::Failed;
    }
    match data.fetch(page.files()).await {
        Ok(()) => Arrival::Here,
        // Where even what every build has is missing, the page's whole build is gone from the server.
        Err(FetchError::Missing) if data.is_served().await => Arrival::Missing,
        Err(_) => Arrival::Failed,
    }
}

/// Fetches the code and the data of the page that the app starts in. Says whether the code came, and
/// which files did.
pub async fn bring(page: &Page, address: &str) -> (bool, Files) {
    let code = code_to_write(page).await;
    let mut files = Files::new();
    for path in page.files() {
        if let Ok(bytes) = fetch::bytes(&format!("{address}{}", file::name(&path))).await {
            files.insert(path, bytes);
        }
    }
    (code, files)
}

/// Fetches all groups, one after the other, so that later pages come at once. Where that fails,
/// nothing is said: it is tried again when the page is wanted.
///
/// Copies that come by themselves begin then, on whichever page.
pub fn fetch_all(owner: Owner) {
    spawn_local(async move {
        codec::fetch().await;
        Overview::fetch().await;
        Practise::fetch().await;
        Review::fetch().await;
        Shapes::fetch().await;
        Reading::fetch().await;
        Quiz::fetch().await;
        Own::fetch().await;
        Settings::fetch().await;
        if let Some(group) = Settings::here() {
            owner.with(group.keeper);
        }
    });
}

/// A whole page: at once where its code and its data are here, else as soon as they are.
pub fn page(page: Page) -> AnyView {
    let data = use_data();
    let draw = {
        let page = page.clone();
        move || data.has(&page.files()).then(|| view(&page)).flatten().map(|view| view())
    };
    let fetch = move || -> Coming {
        let page = page.clone();
        Box::pin(async move { complete(&page, data).await })
    };
    draw().unwrap_or_else(|| arriving(Box::new(fetch), Box::new(draw), true))
}

/// A piece of a page out of a group, with the data files that it needs.
pub fn piece<G: Group>(view: fn(&G) -> View, files: fn() -> Vec<String>) -> AnyView {
    let data = use_data();
    let draw = move || data.has(&files()).then(|| G::here()).flatten().map(|group| view(group)());
    let fetch = move || -> Coming {
        Box::pin(async move {
            let came = G::fetch().await && data.fetch(files()).await.is_ok();
            if came { Arrival::Here } else { Arrival::Failed }
        })
    };
    draw().unwrap_or_else(|| arriving(Box::new(fetch), Box::new(draw), false))
}

/// A piece of a page that needs data files of its own, which its page could not name beforehand.
pub fn with_files(files: Vec<String>, draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let data = use_data();
    if data.has(&files) {
        return draw();
    }
    let fetch = move || -> Coming {
        let files = files.clone();
        Box::pin(async move {
            let came = data.fetch(files).await.is_ok();
            if came { Arrival::Here } else { Arrival::Failed }
        })
    };
    arriving(Box::new(fetch), Box::new(move || Some(draw())), false)
}

/// On its way, and what became of it.
type Coming = Pin<Box<dyn Future<Output = Arrival>>>;

/// What is shown of a view until it is here. `whole` is whether the view is a whole page.
fn arriving(
    fetch: Box<dyn Fn() -> Coming + Send + Sync>,
    draw: Box<dyn Fn() -> Option<AnyView> + Send>,
    whole: bool,
) -> AnyView {
    let state = RwSignal::new(Arrival::Coming);
    let fetch = StoredValue::new(fetch);
    let arrived = whole.then(super::arrived);
    let begin = StoredValue::new(Box::new(move || {
        state.set(Arrival::Coming);
        let Some(coming) = fetch.try_with_value(|fetch| fetch()) else { return };
        let arrived = arrived.clone();
        spawn_local(async move {
            let came = coming.await;
            state.try_set(came);
            if let Some(arrived) = arrived {
                // On the way here the heading was looked for before it was there.
                arrived();
            }
        });
    }) as Box<dyn Fn() + Send + Sync>);
    let begin = move || {
        begin.try_with_value(|begin| begin());
    };
    begin();
    live(move || match (state.get(), whole) {
        (Arrival::Here, _) => draw().into_any(),
        (Arrival::Missing, _) => view! { <NotFound /> }.into_any(),
        (Arrival::Coming, true) => view! { <Main>{coming()}</Main> }.into_any(),
        (Arrival::Coming, false) => coming().into_any(),
        (Arrival::Failed, true) => view! {
            <Main>
                <div class="stack g5 narrow">
                    <h1>"This page could not be opened"</h1>
                    {failed(begin)}
                </div>
            </Main>
        }
        .into_any(),
        (Arrival::Failed, false) => failed(begin).into_any(),
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
                    "This part of Rapport could not be loaded. There may be no network just now, or the site has just been updated. Your answers are safe."
                </p>
                <div class="row">
                    <button class="btn" on:click=press(again)>"Try again"</button>
                    <button class="btn quiet" on:click=press(page::reload)>"Load the page anew"</button>
                </div>
            </div>
        </section>
    }
}
