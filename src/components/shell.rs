//! What stands around every page: skip link, top bar, navigation, notices.

use leptos::prelude::*;

use super::{
    icon::{Icon, Sign},
    notices::{NoticeList, UpdateToast},
};
use crate::{reactive::live, routes::Page};

const ENTRIES: [(Page, Icon, &str); 5] = [
    (Page::Today, Icon::Today, "Today"),
    (Page::Questions, Icon::Talk, "Questions"),
    (Page::Quizzes, Icon::Quiz, "Quizzes"),
    (Page::Library, Icon::Book, "Library"),
    (Page::Progress, Icon::Steps, "Progress"),
];

/// What stands below an entry where there is room.
const SHELVES: [(Page, &str); 6] = [
    (Page::Guides, "Guides"),
    (Page::Frameworks, "Frameworks"),
    (Page::Templates, "Templates"),
    (Page::Phrases, "Phrases"),
    (Page::Glossary, "Glossary"),
    (Page::Checklists, "Checklists"),
];

/// The list that a page belongs to.
fn section(page: &Page) -> Page {
    match page {
        Page::Question(_) | Page::Answer(_) => Page::Questions,
        Page::Framework(_) => Page::Frameworks,
        Page::Template(_) | Page::Fill(_) => Page::Templates,
        Page::Guide(_) => Page::Guides,
        Page::Term(_) => Page::Glossary,
        Page::PhraseGroup(_) => Page::Phrases,
        Page::Checklist(_) => Page::Checklists,
        Page::Quiz(_) | Page::Play(_) => Page::Quizzes,
        Page::OwnQuestion | Page::EditQuestion | Page::OwnAnswer => Page::Collection,
        Page::Attempt => Page::Progress,
        other => other.clone(),
    }
}

/// The entry of the navigation that a list belongs to.
fn entry_of(section: Page) -> Page {
    if SHELVES.iter().any(|(shelf, _)| *shelf == section) { Page::Library } else { section }
}

/// The mark: a ribbon folded into an R.
fn mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
            <path class="b" d="M16.8 18.9l7.4 7.9"></path>
            <path class="k" d="M4.500 3.250h7V29.500L8 26l-3.500 3.500z"></path>
            <path class="a" d="M10 6h8.200a6 6 0 0 1 0 12H14"></path>
        </svg>
    }
}

/// The frame of the site. Pages for one job only come without navigation.
#[component]
pub fn Shell(
    /// The page that is shown; `None` where the address names none.
    page: Memo<Option<Page>>,
    /// The page itself.
    children: Children,
) -> impl IntoView {
    let is_focus = Memo::new(move |_| page.with(|page| page.as_ref().is_some_and(Page::is_focus)));
    view! {
        <a class="skip" href="#main">"Skip to the page"</a>
        <div class=move || if is_focus.get() { "focus" } else { "app" }>
            {live(move || (!is_focus.get()).then(|| navigation(page)))}
            {children()}
            <UpdateToast />
        </div>
    }
}

fn navigation(page: Memo<Option<Page>>) -> impl IntoView {
    let current = move |entry: &Page| {
        let page = page.get();
        match page {
            Some(page) if page == *entry => Some("page"),
            Some(page) if section(&page) == *entry => Some("true"),
            Some(page) if entry_of(section(&page)) == *entry => Some("true"),
            _ => None,
        }
    };
    let shelf = move |(shelf, name): (Page, &'static str)| {
        let href = shelf.href();
        view! { <li><a href=href aria-current=move || current(&shelf)>{name}</a></li> }
    };
    let entry = move |(entry, icon, name): (Page, Icon, &'static str)| {
        let href = entry.href();
        let below = (entry == Page::Library).then(
            || view! { <ul class="sub">{SHELVES.into_iter().map(shelf).collect_view()}</ul> },
        );
        view! {
            <li>
                <a href=href aria-current=move || current(&entry)>
                    <Sign icon />
                    <span>{name}</span>
                </a>
                {below}
            </li>
        }
    };
    let at = move |entry: Page| move || current(&entry);
    view! {
        <header class="top">
            <a class="brand" href=Page::Today.href()>{mark()}"Rapport"</a>
            <div class="row tight push">
                <a class="ib" href=Page::Search.href() aria-label="Search">
                    <Sign icon=Icon::Search />
                </a>
                <a class="ib" href=Page::Collection.href() aria-label="Your collection">
                    <Sign icon=Icon::Mark />
                </a>
                <a class="ib" href=Page::Settings.href() aria-label="Settings and data">
                    <Sign icon=Icon::Gear />
                </a>
            </div>
        </header>
        <nav class="nav" aria-label="Main">
            <a class="brand" href=Page::Today.href()>{mark()}"Rapport"</a>
            <ul>{ENTRIES.into_iter().map(entry).collect_view()}</ul>
            <div class="foot">
                <a href=Page::Search.href() aria-current=at(Page::Search)>
                    <Sign icon=Icon::Search />
                    <span>"Search"</span>
                </a>
                <a href=Page::Collection.href() aria-current=at(Page::Collection)>
                    <Sign icon=Icon::Mark />
                    <span>"Your collection"</span>
                </a>
                <a href=Page::Settings.href() aria-current=at(Page::Settings)>
                    <Sign icon=Icon::Gear />
                    <span>"Settings and data"</span>
                </a>
                <p class="xs soft">"Works offline. Everything you write stays on this device."</p>
                <a class="fine" href=Page::Privacy.href() aria-current=at(Page::Privacy)>"Privacy"</a>
            </div>
        </nav>
    }
}

/// The main part of a page, with its notices.
#[component]
pub fn Main(
    /// The classes of the page.
    #[prop(default = "page")]
    class: &'static str,
    /// The page itself.
    children: Children,
) -> impl IntoView {
    view! {
        <main id="main" class=class tabindex="-1">
            <NoticeList />
            {children()}
        </main>
    }
}
