//! Searching through everything.

use std::sync::OnceLock;

use bank::{Hit, Index, Search, Span, file};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
    params::ParamsMap,
};

use super::address;
use crate::{
    browser::{clock, page},
    components::{
        icon::{Icon, Sign},
        shell::Main,
    },
    reactive::{effect, live, press, typed},
    routes::Page,
    state::{Alive, Data, use_data},
    wording,
};

/// How many finds are shown.
const SHOWN: usize = 40;
/// What others look for, to try.
const TRY: [&str; 6] = ["angry", "CSAT", "salary", "nervous", "refund", "video"];

/// Everything, made ready for searching once.
fn index(data: Data) -> Option<&'static Index> {
    static INDEX: OnceLock<Index> = OnceLock::new();
    let (cards, entries) = (data.get(&file::cards())?, data.get(&file::index())?);
    Some(INDEX.get_or_init(|| Index::new(cards, entries)))
}

/// The most letters of an address that are looked for: more than anyone types.
const LONGEST: usize = 200;

/// What an address asks to look for. Anyone may have written it.
fn wanted_in(query: &ParamsMap) -> String {
    query.get("q").unwrap_or_default().chars().take(LONGEST).collect()
}

/// The page.
#[component]
pub fn SearchPage() -> impl IntoView {
    let data = use_data();
    let alive: Alive = expect_context();
    let query = use_query_map();
    let wanted = RwSignal::new(String::new());
    let from_address = move || query.with(wanted_in);
    if alive.0.get_untracked() {
        wanted.set(query.with_untracked(wanted_in));
    }
    effect(move || {
        if alive.get() {
            let now = from_address();
            if wanted.with_untracked(|wanted| wanted.trim() != now) {
                wanted.set(now);
            }
        }
    });
    address::follow(&Page::Search, move || wanted.with(|wanted| to_query(wanted.trim())));

    let search = Memo::new(move |_| wanted.with(|wanted| Search::new(wanted)));
    let results = live(move || {
        let search = search.get();
        let hits = index(data).map(|index| index.find_and_mark(&search, SHOWN)).unwrap_or_default();
        if search.is_empty() {
            return starts(wanted).into_any();
        }
        if hits.is_empty() {
            return nothing().into_any();
        }
        let count = wording::count(hits.len(), "thing found", "things found");
        let rows = hits.iter().take(SHOWN).map(row).collect_view();
        let more = (hits.len() > SHOWN).then(|| {
            view! { <p class="small soft">"These are the best ones. One word more finds fewer."</p> }
        });
        view! {
            <h2 class="h3"><span role="status">{count}</span></h2>
            <ul class="list">{rows}</ul>
            {more}
        }
        .into_any()
    });
    view! {
        <Main>
            <div class="stack g5 narrow">
                <h1>"Search"</h1>
                <form role="search" class="search" on:submit=move |event| event.prevent_default()>
                    <label class="vh" for="everything">"Search through everything"</label>
                    <Sign icon=Icon::Search />
                    <input
                        class="in"
                        id="everything"
                        type="search"
                        placeholder="Questions, guides, phrases, terms"
                        autocomplete="off"
                        autocapitalize="none"
                        spellcheck="false"
                        prop:value=move || wanted.get()
                        on:input=typed(move |text| wanted.set(text))
                    />
                </form>
                <div class="stack g4">{results}</div>
            </div>
        </Main>
    }
}

/// What is being looked for, as it stands in the address.
fn to_query(wanted: &str) -> String {
    let mut query = ParamsMap::new();
    if !wanted.is_empty() {
        query.insert("q", wanted.to_owned());
    }
    query.to_query_string()
}

/// Before anything was typed.
fn starts(wanted: RwSignal<String>) -> impl IntoView {
    let chips = TRY.map(|word| {
        let look = move || {
            wanted.set(word.to_owned());
            page::focus("everything");
        };
        view! { <button class="chip" on:click=press(look)>{word}</button> }
    });
    view! {
        <p class="soft">"Typing mistakes are fine. To begin with, you could look for:"</p>
        <div class="chips wrap">{chips.into_iter().collect_view()}</div>
        <div class="row">{random()}</div>
    }
}

/// The way to something, no matter what.
fn random() -> impl IntoView {
    let (data, navigate) = (use_data(), use_navigate());
    let go = move || {
        let Some(link) = index(data).and_then(|index| index.any(clock::now())) else { return };
        navigate(&format!("/{}", Page::of(link).path()), NavigateOptions::default());
    };
    view! {
        <button class="btn" on:click=press(go)>
            <Sign icon=Icon::Shuffle />
            "Surprise me"
        </button>
    }
}

fn nothing() -> impl IntoView {
    view! {
        <div class="empty stack g3">
            <h2 class="h3"><span role="status">"Nothing has that in it"</span></h2>
            <p>"Try one plain word, or look through the library."</p>
            <div class="row">
                <a class="btn" href=Page::Questions.href()>"All questions"</a>
                <a class="btn" href=Page::Library.href()>"Library"</a>
            </div>
        </div>
    }
}

fn row(hit: &Hit) -> impl IntoView + use<> {
    let entry = hit.entry;
    let mut href = Page::of(&entry.link).href();
    if Page::of(&entry.link) == Page::Phrases {
        href = format!("{href}#{}", entry.link.id);
    }
    let about = (!entry.text.is_empty())
        .then(|| view! { <span>{marked(&entry.text, &hit.in_text)}</span> });
    view! {
        <li>
            <a class="item" href=href>
                <span class="t">{marked(&entry.title, &hit.in_title)}</span>
                <span class="meta lines">
                    <span>{wording::kind(entry.link.kind)}</span>
                    {about}
                </span>
                <span class="end"><Sign icon=Icon::Next /></span>
            </a>
        </li>
    }
}

/// A text with the found words marked in it.
fn marked(text: &str, spans: &[Span]) -> Vec<AnyView> {
    let mut out = Vec::new();
    let mut at = 0;
    for span in spans.iter().filter(|span| span.end <= text.len()) {
        if span.start < at {
            continue;
        }
        out.push(text[at..span.start].to_owned().into_any());
        out.push(
            view! { <mark class="found">{text[span.start..span.end].to_owned()}</mark> }.into_any(),
        );
        at = span.end;
    }
    out.push(text[at..].to_owned().into_any());
    out
}
