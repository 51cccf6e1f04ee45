//! Answering one question: three ways to write, and the coach reading along.

pub(crate) mod aside;
pub(crate) mod ways;

use std::time::Duration;

use bank::{bank, library};
use coach::{
    draft::{Draft, Mode},
    feedback::{self, Prompt},
    part::Part,
    question::Card,
};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use leptos_router::hooks::{use_navigate, use_query_map};

use super::{not_found::NotFound, use_id};
use crate::{
    browser::page,
    components::{
        icon::{Icon, Sign},
        notes,
        shell::Main,
        writer::Reading,
    },
    reactive::{self, effect, press},
    routes::Page,
    state::{Alive, use_work},
};

/// How long someone must have paused before the coach reads again: its marks must not move under the
/// hands of someone who types.
const PAUSE: Duration = Duration::from_millis(800);

/// The id of the text field, to come back to it.
const FIELD: &str = "answer";

/// The page.
#[component]
pub fn Answer() -> impl IntoView {
    match bank().question(&use_id()) {
        Some(card) => composer(card).into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

/// The words as the coach reads them. Written freely they are taken as they stand, so that its marks
/// fit the field to the letter.
fn spoken(draft: &Draft) -> String {
    match draft.mode {
        Mode::Free => draft.free.clone(),
        _ => draft.text(&library().frameworks, &library().templates),
    }
}

fn read(card: &Card, text: String) -> Reading {
    let report = feedback::report(&Prompt { text: &card.prompt, asks: card.asks }, &text);
    let notes = notes::first(&report);
    Reading { text, report, notes }
}

fn composer(card: &'static Card) -> impl IntoView {
    let work = use_work();
    let draft = Memo::new(move |_| work.draft(&card.id));
    let words = Memo::new(move |_| draft.with(spoken));
    let mode = Memo::new(move |_| draft.with(|draft| draft.mode.clone()));
    let reading = follow(card, mode, words);
    choose_from_address(card);

    let too_little = RwSignal::new(false);
    let navigate = use_navigate();
    let check = move || {
        let answer = words.get_untracked().trim().to_owned();
        too_little.set(answer.is_empty());
        if answer.is_empty() {
            page::focus(FIELD);
        } else if let Some(at) = work.finish(&card.id, &card.prompt, answer) {
            navigate(
                &format!("/{}?at={at}", Page::Attempt.path()),
                leptos_router::NavigateOptions::default(),
            );
        }
    };
    let state = reactive::text(move || {
        let blank = draft.with(Draft::is_blank);
        if blank { "Saved on this device as you type" } else { "Draft saved on this device" }
            .to_owned()
    });
    let missing = Memo::new(move |_| {
        let ends = [Part::Action, Part::Result, Part::Insight];
        reading.with(|r| ends.into_iter().find(|part| r.report.lacks(*part)))
    });
    let hint = reactive::text(move || {
        let empty = too_little.get() && words.with(|words| words.trim().is_empty());
        if empty { "Write a sentence or two first." } else { "" }.to_owned()
    });
    view! {
        <header class="top">
            <a
                class="ib edge"
                href=Page::Question(card.id.clone()).href()
                aria-label="Close and keep the draft"
            >
                <Sign icon=Icon::Close />
            </a>
            <span class="small soft">{state}</span>
        </header>
        <Main class="page wide">
            <div class="stack g5">
                <h1 class="said lg">{card.prompt.as_str()}</h1>
                <div class="cols snug">
                    <div class="stack g4">{ways::ways(card, draft, reading, missing)}</div>
                    {aside::aside(reading)}
                </div>
            </div>
        </Main>
        <div class="dock wide">
            <div class="row">
                <button class="btn go grow" on:click=press(check)>"Check my answer"</button>
                <span class="small" role="status">
                    {hint}
                </span>
            </div>
        </div>
    }
}

/// What the coach reads in a text that keeps changing: at once where the way of writing changes or a
/// draft is opened, and after a pause while someone types.
fn follow(card: &'static Card, mode: Memo<Mode>, text: Memo<String>) -> Memo<Reading> {
    let settled = RwSignal::new(text.get_untracked());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let mut read_by = None;
    effect(move || {
        let now = text.get();
        stop();
        if settled.with_untracked(|settled| *settled == now) {
            return;
        }
        // A draft that has just been opened, or another way of writing: nobody is typing.
        let another_way = read_by.replace(mode.get()) != Some(mode.get_untracked());
        if another_way || (settled.with_untracked(String::is_empty) && now.len() > 1) {
            settled.set(now);
            return;
        }
        let settle = move || {
            settled.try_set(now);
        };
        timer.set_value(set_timeout_with_handle(settle, PAUSE).ok());
    });
    on_cleanup(stop);
    Memo::new(move |_| read(card, settled.get()))
}

/// A link may say how to write: `?by=star-i` or `?by=upset-customer`.
fn choose_from_address(card: &'static Card) {
    let work = use_work();
    let alive: Alive = expect_context();
    let query = use_query_map();
    effect(move || {
        if !alive.get() {
            return;
        }
        let Some(id) = query.with_untracked(|query| query.get("by")) else { return };
        let mode = if library().framework(&id).is_some() {
            Mode::Steps(id)
        } else if library().template(&id).is_some() {
            Mode::Template(id)
        } else {
            return;
        };
        work.write_by(&card.id, mode);
    });
}
