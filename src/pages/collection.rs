//! What is the candidate's own: bookmarks, questions, kept answers.

pub mod edit;
mod marks;
pub mod question;

use bank::{Entry, file};
use coach::{
    link::{Kind, Link},
    own::{KeptAnswer, OwnQuestion},
    save::{FROM, NEW, Own},
};
use leptos::prelude::*;

use crate::{
    browser::clock,
    components::{
        icon::{Icon, Sign},
        item::own_line,
        removable::{Removable, ever},
        shell::Main,
    },
    reactive::live,
    routes::Page,
    state::{use_data, use_work},
};

/// How many words of a kept answer its line shows.
const SHOWN: usize = 18;

/// The page.
#[component]
pub fn Collection() -> impl IntoView {
    use_work().own.want();
    view! {
        <Main>
            <div class="stack g6">
                <header class="stack g2">
                    <h1>"Your collection"</h1>
                    <p class="soft">
                        "What you marked, wrote down and kept. It stays on this device, and it is in the copy that you can save under "
                        <a href=Page::Settings.href()>"Settings and data"</a>
                        "."
                    </p>
                </header>
                <div class="cols even">
                    <section class="stack g4" aria-labelledby="bookmarks">
                        <h2 id="bookmarks">"Bookmarks"</h2>
                        {marks::bookmarks()}
                    </section>
                    <div class="stack g7">
                        <section class="stack g4" aria-labelledby="questions">
                            <h2 id="questions">"Questions of your own"</h2>
                            {questions()}
                        </section>
                        <section class="stack g4" aria-labelledby="kept">
                            <h2 id="kept">"Kept answers"</h2>
                            {kept()}
                        </section>
                    </div>
                </div>
            </div>
        </Main>
    }
}

/// While nothing is known yet, nothing is said to be missing.
fn looking() -> AnyView {
    view! { <p class="soft" role="status">"Looking on this device"</p> }.into_any()
}

fn questions() -> impl IntoView {
    let work = use_work();
    let known = Memo::new(move |_| work.own.is_known());
    let ids = ever(move || {
        // The last written down comes first.
        work.own.with(|own| own.questions.keys().rev().cloned().collect()).unwrap_or_default()
    });
    let list = live(move || {
        if !known.get() {
            return looking();
        }
        let ids = ids.get();
        if ids.is_empty() {
            return view! {
                <p class="soft">
                    "Nothing here yet. Write down what you were asked in a real interview, or what worries you most. The question alone is enough, and you can answer it like all others."
                </p>
            }
            .into_any();
        }
        let rows = ids.into_iter().map(|id| view! { <li>{question(id)}</li> });
        view! { <ul class="list">{rows.collect_view()}</ul> }.into_any()
    });
    let unsaved = live(move || {
        let begun = work.own.with(begun).unwrap_or_default();
        (!begun.is_empty()).then(|| {
            let rows = begun.into_iter().map(|(href, words)| {
                view! { <li><a class="link small" href=href>{words}</a></li> }
            });
            view! {
                <div>
                    <h3 class="eyebrow">"Begun and not saved"</h3>
                    <ul class="plain">{rows.collect_view()}</ul>
                </div>
            }
        })
    });
    view! {
        {list}
        {unsaved}
        <div>
            <a class="btn go" href=Page::EditQuestion.href()>
                <Sign icon=Icon::Plus />
                "Write down a question"
            </a>
        </div>
    }
}

/// The questions that are being written down or changed: where to go on, and what they ask so far.
fn begun(own: &Own) -> Vec<(String, String)> {
    let known = |key: &str| key == NEW || key.starts_with(FROM) || own.questions.contains_key(key);
    let begun = own.editing.iter().filter(|(key, _)| known(key));
    let way = |(key, question): (&String, &OwnQuestion)| {
        let href = match key.strip_prefix(FROM) {
            Some(id) => Page::EditQuestion.href_with("from", id),
            None if key == NEW => Page::EditQuestion.href(),
            None => Page::EditQuestion.href_with("id", key),
        };
        let prompt = question.prompt.trim();
        let words = if prompt.is_empty() { "A question without words yet" } else { prompt };
        (href, words.to_owned())
    };
    begun.map(way).collect()
}

fn question(id: String) -> impl IntoView {
    let work = use_work();
    let own = {
        let id = id.clone();
        Memo::new(move |_| work.own.with(|own| own.questions.get(&id).cloned()).flatten())
    };
    // As it was last, to put it back.
    let Some(first) = own.get_untracked() else { return ().into_any() };
    let name = first.prompt.clone();
    let last = StoredValue::new(first);
    let is_here = Memo::new(move |_| own.with(Option::is_some));
    let (taken, returned, drawn) = (id.clone(), id.clone(), id.clone());
    let remove = Callback::new(move |()| {
        work.own.update(|own| {
            if let Some(question) = own.questions.remove(&taken) {
                last.set_value(question);
            }
        });
    });
    let put_back = Callback::new(move |()| {
        work.own.update(|own| {
            own.questions.insert(returned.clone(), last.get_value());
        });
    });
    let line = Box::new(move || last.with_value(|last| own_line(&drawn, last)));
    view! { <Removable id name gone="Taken out:" is_here remove put_back line /> }.into_any()
}

fn kept() -> impl IntoView {
    let work = use_work();
    let known = Memo::new(move |_| work.own.is_known());
    let names = ever(move || {
        let names = |at: &u64| at.to_string();
        work.own.with(|own| own.answers.keys().rev().map(names).collect()).unwrap_or_default()
    });
    live(move || {
        if !known.get() {
            return looking();
        }
        let names = names.get();
        if names.is_empty() {
            return view! {
                <p class="soft">
                    "Nothing here yet. Fill in a template with your own facts and press “Keep this answer”: then it stands here, to read again before the interview."
                </p>
                <div><a class="btn" href=Page::Templates.href()>"Choose a template"</a></div>
            }
            .into_any();
        }
        let rows = names.iter().filter_map(|at| at.parse().ok());
        let rows = rows.map(|at| view! { <li>{answer(at)}</li> });
        view! { <ul class="list">{rows.collect_view()}</ul> }.into_any()
    })
}

fn answer(at: u64) -> impl IntoView {
    let work = use_work();
    let first = work.own.peek(|own| own.answers.get(&at).cloned()).flatten();
    let Some(first) = first else { return ().into_any() };
    let is_here =
        Memo::new(move |_| work.own.with(|own| own.answers.contains_key(&at)).unwrap_or_default());
    let name = format!("{}, {}", first.title, clock::short(first.changed));
    let last = StoredValue::new(first);
    let remove = Callback::new(move |()| {
        work.own.update(|own| {
            if let Some(answer) = own.answers.remove(&at) {
                last.set_value(answer);
            }
        });
    });
    let put_back = Callback::new(move |()| {
        work.own.update(|own| {
            own.answers.insert(at, last.get_value());
        });
    });
    let line = Box::new(move || last.with_value(|last| answer_line(at, last)));
    view! { <Removable id=at.to_string() name gone="Taken out:" is_here remove put_back line /> }
        .into_any()
}

/// A kept answer, leading to where it can be changed. Where its template is no longer there it can still
/// be read.
fn answer_line(at: u64, answer: &KeptAnswer) -> AnyView {
    let template = Link::new(Kind::Template, &answer.template);
    let facts = view! { <span class="meta"><span>{clock::short(answer.changed)}</span></span> };
    if entry(&template).is_none() {
        return view! {
            <details class="fold bare">
                <summary>{answer.title.clone()}</summary>
                <div class="in-fold stack g2">
                    {facts}
                    <p>{answer.text.clone()}</p>
                    <p class="small soft">"Its template is no longer in Rapport. The text is yours to read and copy."</p>
                </div>
            </details>
        }
        .into_any();
    }
    let words: Vec<&str> = answer.text.split_whitespace().collect();
    let more = if words.len() > SHOWN { " …" } else { "" };
    let start = format!("{}{more}", words[..words.len().min(SHOWN)].join(" "));
    let href = Page::Fill(answer.template.clone()).href_with("at", &at.to_string());
    view! {
        <a class="item" href=href>
            <span class="t">{answer.title.clone()}</span>
            {facts}
            <span class="small said-start">{start}</span>
            <span class="end"><Sign icon=Icon::Next /></span>
        </a>
    }
    .into_any()
}

/// What the site knows about an item other than a question.
fn entry(link: &Link) -> Option<&'static Entry> {
    use_data().get(&file::index())?.iter().find(|entry| entry.link == *link)
}
