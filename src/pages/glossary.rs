//! The glossary: all terms to look through, and each one by itself.

use bank::{Page as Item, Search, file};
use coach::{
    link::{Kind, Link},
    term::{Term, TermTopic},
};
use leptos::prelude::*;

use super::{back, not_found::NotFound, use_id};
use crate::{
    components::{
        icon::{Icon, Sign},
        mark::MarkButton,
        related::Related,
        shell::Main,
    },
    reactive::{live, text, typed},
    routes::Page,
    state::use_data,
    wording,
};

/// The terms that fit what was typed, in their order; all where nothing was.
fn fitting(terms: &'static [Item<Term>], typed: &str) -> Vec<&'static Item<Term>> {
    let search = Search::new(typed);
    let mistakes = |term: &Item<Term>| {
        let names = [Some(&term.name), term.short.as_ref()].into_iter().flatten().chain(&term.also);
        names.filter_map(|name| search.mistakes(name)).min()
    };
    // Where something is called just that, no typing mistake was made.
    let fewest = terms.iter().filter_map(mistakes).min();
    let fits = |term: &&Item<Term>| match mistakes(term) {
        Some(here) => fewest > Some(0) || here == 0,
        None => false,
    };
    terms.iter().filter(fits).collect()
}

/// The list.
#[component]
pub fn Glossary() -> impl IntoView {
    let terms = use_data().get(&file::glossary()).map_or(&[][..], Vec::as_slice);
    let wanted = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let found = wanted.with(|wanted| fitting(terms, wanted));
        found.into_iter().map(|term| term.id.as_str()).collect::<Vec<_>>()
    });
    let topics = TermTopic::ALL.iter().map(move |topic| {
        live(move || {
            let of_topic = terms.iter().filter(|term| term.topic == *topic);
            let here =
                of_topic.filter(|term| found.with(|found| found.contains(&term.id.as_str())));
            let rows: Vec<_> = here.map(row).collect();
            (!rows.is_empty()).then(|| {
                view! {
                    <section class="stack g3" aria-labelledby=topic.slug()>
                        <h2 id=topic.slug()>{wording::term_topic(*topic)}</h2>
                        <ul class="list">{rows}</ul>
                    </section>
                }
            })
        })
    });
    let count = text(move || wording::count(found.with(Vec::len), "term", "terms"));
    let nothing = live(move || {
        found.with(Vec::is_empty).then(|| {
            view! {
                <div class="empty stack g3">
                    <h2 class="h3">"No term is called that"</h2>
                    <p>
                        "Try the letters people use, such as FCR, or "
                        <a href=Page::Search.href()>"search through everything"</a>
                        "."
                    </p>
                </div>
            }
        })
    });
    view! {
        <Main>
            <div class="stack g5 narrow">
                <header class="stack g4">
                    {back(Page::Library.href(), "Library")}
                    <h1>"Glossary"</h1>
                    <p class="soft">
                        "The words that adverts, teams and interviewers use. Each says how to use it in an answer."
                    </p>
                </header>
                <form role="search" class="search" on:submit=move |event| event.prevent_default()>
                    <label class="vh" for="term">"Find a term"</label>
                    <Sign icon=Icon::Search />
                    <input
                        class="in"
                        id="term"
                        type="search"
                        placeholder="Find a term, such as CSAT"
                        autocomplete="off"
                        on:input=typed(move |text| wanted.set(text))
                    />
                </form>
                <p class="small soft" role="status">{count}</p>
                <div class="stack g6">{topics.collect_view()}</div>
                {nothing}
            </div>
        </Main>
    }
}

/// The name with the letters that stand for it.
fn full_name(term: &Term) -> String {
    match &term.short {
        Some(short) => format!("{} ({short})", term.name),
        None => term.name.clone(),
    }
}

/// As much of a text as a list needs.
fn first_sentence(text: &'static str) -> &'static str {
    text.split_inclusive(['.', '?']).next().unwrap_or(text).trim()
}

fn row(term: &'static Item<Term>) -> impl IntoView + use<> {
    view! {
        <li>
            <a class="item" href=Page::Term(term.id.clone()).href()>
                <span class="t">{full_name(term)}</span>
                <span class="meta">{first_sentence(&term.meaning)}</span>
                <span class="end"><Sign icon=Icon::Next /></span>
            </a>
        </li>
    }
}

/// One term.
#[component]
pub fn TermPage() -> impl IntoView {
    let id = use_id();
    let terms = use_data().get(&file::glossary()).into_iter().flatten();
    match terms.into_iter().find(|term| term.id == id) {
        Some(term) => term_page(term).into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

fn term_page(term: &'static Item<Term>) -> impl IntoView {
    let also = (!term.also.is_empty())
        .then(|| view! { <p class="small soft">"Also called: "{term.also.join(", ")}</p> });
    let sum = term.formula.as_ref().zip(term.worked.as_ref()).map(|(formula, worked)| {
        view! {
            <section class="stack g3">
                <h2>"How it is counted"</h2>
                <p class="card sunk formula">{formula.as_str()}</p>
                <p>{worked.as_str()}</p>
            </section>
        }
    });
    let beware = term.beware.as_ref().map(|beware| {
        view! {
            <section class="note care">
                <Sign icon=Icon::Note />
                <div>
                    <h2 class="h3">"Take care"</h2>
                    <p>{beware.as_str()}</p>
                </div>
            </section>
        }
    });
    view! {
        <Main>
            <div class="stack g6">
                <header class="stack g4">
                    {back(Page::Glossary.href(), "Glossary")}
                    <h1>{full_name(term)}</h1>
                    <p class="meta"><span>{wording::term_topic(term.topic)}</span></p>
                    <p>{term.meaning.as_str()}</p>
                    {also}
                    <div class="row"><MarkButton link=Link::new(Kind::Term, &term.id) /></div>
                </header>
                <div class="cols">
                    <div class="stack g7">
                        {sum}
                        <section class="stack g3">
                            <h2>"In an interview"</h2>
                            <p>{term.say.as_str()}</p>
                        </section>
                        {beware}
                    </div>
                    <aside class="stack g6"><Related related=&term.related /></aside>
                </div>
            </div>
        </Main>
    }
}
