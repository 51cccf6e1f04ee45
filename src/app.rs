//! The site: what pages share, where each one lives, and what happens on the way between them.

use std::time::Duration;

use bank::file;
use futures_util::future::join;
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    components::Router,
    hooks::use_location,
    location::{BrowserUrl, LocationProvider},
};

use crate::{
    browser::{page, start::Start, worker},
    components::shell::Shell,
    pages::{self, groups, not_found::NotFound},
    reactive::{effect, live},
    routes::{Base, Current},
    state::{Alive, Data, Notices, Work},
};

pub use crate::state::Stands;

/// How long after the first page the files of the other pages are fetched.
const LATER: Duration = Duration::from_secs(2);

/// Has everything here that the page one starts in needs to be drawn at once, and the user's work. A prerendered page can
/// only be adopted if it is; if not, it is drawn anew, and says what is missing.
pub async fn ready(mut start: Start) -> (Start, Stands) {
    let base = Base::new(&start.base);
    let Some(page) = base.page(&page::pathname()) else {
        return (start, Stands::read().await);
    };
    let address = data_address(&base, &start.version);
    let (stands, (code, files)) = join(Stands::read(), groups::bring(&page, &address)).await;
    start.prerendered &= code && page.files().iter().all(|path| files.contains_key(path));
    start.files = files;
    (start, stands)
}

/// Where the data files of a build lie.
fn data_address(base: &Base, version: &str) -> String {
    base.file(&file::folder(version))
}

/// The whole site.
#[component]
pub fn App(
    /// How the page that it starts in was made.
    start: Start,
    /// What stands in the store.
    stands: Stands,
) -> impl IntoView {
    let base = Base::new(&start.base);
    let notices = Notices::new();
    let work = Work::new(notices, stands);
    let alive = Alive(RwSignal::new(false));
    provide_context(base.clone());
    provide_context(notices);
    provide_context(work);
    provide_context(alive);
    provide_context(Data::new(start.files, &data_address(&base, &start.version)));

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
            if let Some(owner) = Owner::current() {
                set_timeout(move || groups::fetch_all(owner), LATER);
            }
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

    // A new page is named, and the focus goes to its heading. The page one starts with is drawn by now,
    // and the focus in it is the browser's.
    let mut first = true;
    effect(move || {
        current.track();
        if std::mem::take(&mut first) {
            pages::settle(current, false);
        } else {
            page::once_drawn(move || pages::settle(current, true));
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
        <Shell page=current>
            {live(move || match current.get() {
                Some(page) => groups::page(page),
                None => view! { <NotFound /> }.into_any(),
            })}
        </Shell>
    }
}
