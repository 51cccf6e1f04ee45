//! The site: what pages share, where each one lives, and what happens on the way between them.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    components::Router,
    hooks::use_location,
    location::{BrowserUrl, LocationProvider},
};

use crate::{
    browser::{page, start::Start, worker},
    components::shell::Shell,
    pages::{
        groups::{self, Library, Overview, Practise, Settings, page as lazy},
        not_found::NotFound,
        question::QuestionPage,
    },
    reactive::{effect, live},
    routes::{self, Base, Current, Page},
    state::{Alive, Details, Notices, Work},
};

/// How long after the first page the files of the other pages are fetched.
const LATER: Duration = Duration::from_secs(2);

/// Has everything here that the page one starts in needs to be drawn at once. Says whether it is, and
/// whether there is such a page.
pub async fn ready(start: &Start) -> bool {
    match Base::new(&start.base).page(&page::pathname()) {
        Some(page) => page.title().is_some() && groups::ready(&page).await,
        None => true,
    }
}

/// The whole site.
#[component]
pub fn App(
    /// How the page that it starts in was made.
    start: Start,
) -> impl IntoView {
    let base = Base::new(&start.base);
    let notices = Notices::new();
    let work = Work::new(notices);
    let alive = Alive(RwSignal::new(false));
    provide_context(base.clone());
    provide_context(notices);
    provide_context(work);
    provide_context(alive);
    provide_context(Details::new(start.question));

    let wake = move || {
        work.load(notices);
        alive.0.set(true);
    };
    if cfg!(not(feature = "ssr")) && !start.prerendered {
        // Nothing was rendered before: the first render may know everything.
        wake();
    }
    {
        let base = base.clone();
        effect(move || {
            if start.prerendered {
                wake();
            }
            if start.offline {
                let (address, scope) = (base.file("sw.js"), base.file(""));
                spawn_local(async move {
                    worker::register(&address, &scope, move |ready| {
                        notices.update.set(Some(ready))
                    })
                    .await;
                });
            }
            set_timeout(groups::fetch_all, LATER);
        });
        effect(move || {
            if let Some(theme) = work.settings.with(|settings| settings.theme) {
                page::set_theme(theme);
            }
        });
    }

    view! {
        <Router base=base.as_str().to_owned()>
            <Site />
        </Router>
    }
}

/// The site inside its router.
#[component]
fn Site() -> impl IntoView {
    let base: Base = expect_context();
    let pathname = use_location().pathname;
    let current = Memo::new(move |_| base.page(&pathname.get()));
    provide_context(Current(current));
    let alive: Alive = expect_context();

    // A new page is named, and the focus goes to its heading; not for the page one starts with, where
    // the browser has done both.
    let mut first = true;
    effect(move || {
        let title = current.with(|page| page.as_ref().and_then(Page::title));
        let title = title.unwrap_or_else(|| routes::NOT_FOUND.to_owned());
        page::set_title(&title);
        if !std::mem::take(&mut first) {
            page::focus_heading_soon();
        }
    });
    // The router puts a new address into the address bar once it is told that the page is drawn. It
    // goes on after everything that waits for the same address by now, so after the page.
    if let Some(router) = use_context::<BrowserUrl>() {
        effect(move || {
            pathname.track();
            router.ready_to_complete();
        });
    }
    effect(move || {
        // Tests and styles may wait for this: the page is alive and knows what is saved.
        if alive.get() {
            page::mark_alive();
        }
    });

    view! {
        <Shell page=current>{live(move || view_of(current.get()))}</Shell>
    }
}

/// The view of a page.
fn view_of(page: Option<Page>) -> AnyView {
    match page {
        None => view! { <NotFound /> }.into_any(),
        Some(Page::Question(_)) => view! { <QuestionPage /> }.into_any(),
        Some(Page::Today) => lazy(|group: &Overview| group.today),
        Some(Page::Questions) => lazy(|group: &Overview| group.questions),
        Some(Page::Answer(_)) => lazy(|group: &Practise| group.answer),
        Some(Page::Progress) => lazy(|group: &Practise| group.progress),
        Some(Page::Attempt) => lazy(|group: &Practise| group.attempt),
        Some(Page::Frameworks) => lazy(|group: &Library| group.frameworks),
        Some(Page::Framework(_)) => lazy(|group: &Library| group.framework),
        Some(Page::Templates) => lazy(|group: &Library| group.templates),
        Some(Page::Template(_)) => lazy(|group: &Library| group.template),
        Some(Page::Settings) => lazy(|group: &Settings| group.settings),
    }
}
