//! The library: what there is to read, and to take along.

use leptos::prelude::*;

use crate::{
    components::{
        icon::{Icon, Sign},
        shell::Main,
    },
    routes::Page,
};

/// The parts of the library, with what each is good for.
const SHELVES: [(Page, Icon, &str, &str); 6] = [
    (
        Page::Guides,
        Icon::Book,
        "Guides",
        "Short texts: what interviewers look for, each kind of question and of job, the day, and what comes after.",
    ),
    (
        Page::Frameworks,
        Icon::Frame,
        "Answer frameworks",
        "Orders in which to tell something, so that nerves cannot take the thread away.",
    ),
    (
        Page::Templates,
        Icon::Blank,
        "Templates",
        "Answers and messages with gaps for your own facts.",
    ),
    (
        Page::Phrases,
        Icon::Talk,
        "Phrases that help",
        "What not to say, what to say instead, and why.",
    ),
    (
        Page::Glossary,
        Icon::Search,
        "Glossary",
        "The words of the trade in plain English, metrics with their sums.",
    ),
    (
        Page::Checklists,
        Icon::Check,
        "Checklists",
        "From the first plan to your first week, to tick off.",
    ),
];

/// The page.
#[component]
pub fn Library() -> impl IntoView {
    let shelves = SHELVES.into_iter().map(|(page, icon, name, about)| {
        view! {
            <li>
                <a class="item with-sign" href=page.href()>
                    <span class="t">{name}</span>
                    <span class="meta">{about}</span>
                    <span class="sign"><Sign icon /></span>
                    <span class="end"><Sign icon=Icon::Next /></span>
                </a>
            </li>
        }
    });
    let first = Page::Guide("what-interviewers-look-for".to_owned());
    view! {
        <Main>
            <div class="stack g5 narrow">
                <header class="stack g2">
                    <h1>"Library"</h1>
                    <p class="soft">
                        "Everything that helps between two answers. Each piece is short and ends in something to do."
                    </p>
                </header>
                <ul class="list">{shelves.collect_view()}</ul>
                <p>
                    "New here? Start with "
                    <a href=first.href()>"what interviewers look for"</a>
                    "."
                </p>
            </div>
        </Main>
    }
}
