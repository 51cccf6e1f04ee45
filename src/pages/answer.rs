//! Answering one question: three ways to write, and the coach reading along.

pub(crate) mod aside;
pub(crate) mod ways;

use std::time::Duration;

use bank::file;
use coach::{
    draft::{Draft, Mode},
    feedback::{self, Prompt},
    framework::Framework,
    part::Part,
    question::{Asks, Card, Question},
    template::Template,
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
    reactive::{self, effect, live, press},
    routes::Page,
    state::{Alive, use_coach, use_data, use_work},
};

/// How long someone must have paused before the coach reads again: its marks must not move under the
/// hands of someone who types.
const PAUSE: Duration = Duration::from_millis(800);

/// The id of the text field, to come back to it.
const FIELD: &str = "answer";

/// The question that is being answered.
#[derive(Clone, Copy)]
pub(crate) struct Asked(StoredValue<Card>);

impl Asked {
    /// What `read` makes of it.
    fn with<R>(self, read: impl FnOnce(&Card) -> R) -> R {
        self.0.with_value(read)
    }

    fn id(self) -> String {
        self.with(|card| card.id.clone())
    }
}

/// The page of a question of the bank.
#[component]
pub fn Answer() -> impl IntoView {
    let id = use_id();
    match use_data().get(&file::question(&id)) {
        Some(question) => {
            let card = Card::from(&question.item as &Question);
            composer(Asked(StoredValue::new(card)), Page::Question(id).href()).into_any()
        }
        None => view! { <NotFound /> }.into_any(),
    }
}

/// The page of a question of one's own. Which one stands in the address, and what it is on the device:
/// both are only known once the page is alive.
#[component]
pub fn OwnAnswer() -> impl IntoView {
    let work = use_work();
    work.own.want();
    let alive: Alive = expect_context();
    let query = use_query_map();
    let id = move || query.with_untracked(|query| query.get("id")).unwrap_or_default();
    let card = Memo::new(move |_| {
        let id = alive.get().then(id)?;
        work.own.with(|own| own.questions.get(&id).map(|own| own.card(&id)))
    });
    live(move || match card.get() {
        None => view! {
            <Main>
                <h1>"Your own question"</h1>
                <p class="soft" role="status">"Looking for your question"</p>
            </Main>
        }
        .into_any(),
        Some(None) => view! {
            <Main>
                <div class="stack g4 narrow">
                    <h1>"This question is not on this device"</h1>
                    <p>"Questions of your own stay where they were written."</p>
                    <div class="row">
                        <a class="btn go" href=Page::Collection.href()>"Open your collection"</a>
                    </div>
                </div>
            </Main>
        }
        .into_any(),
        Some(Some(card)) => {
            let close = Page::OwnQuestion.href_with("id", &card.id);
            composer(Asked(StoredValue::new(card)), close).into_any()
        }
    })
}

/// All frameworks.
fn frameworks() -> impl Iterator<Item = &'static Framework> {
    use_data().get(&file::frameworks()).into_iter().flatten().map(|framework| &framework.item)
}

/// All templates.
fn templates() -> impl Iterator<Item = &'static Template> {
    use_data().get(&file::templates()).into_iter().flatten().map(|template| &template.item)
}

/// The words as the coach reads them. Written freely they are taken as they stand, so that its marks
/// fit the field to the letter.
fn spoken(draft: &Draft) -> String {
    match draft.mode {
        Mode::Free => draft.free.clone(),
        _ => draft.text(frameworks(), templates()),
    }
}

fn read(prompt: &str, asks: Asks, text: String) -> Reading {
    let report = feedback::report(use_coach(), &Prompt { text: prompt, asks }, &text);
    let notes = notes::first(&report);
    Reading { text, report, notes }
}

/// Writing, with the coach reading along. `close` is where the cross leads.
fn composer(asked: Asked, close: String) -> impl IntoView {
    let work = use_work();
    let prompt = asked.with(|card| card.prompt.clone());
    let draft = Memo::new(move |_| work.draft(&asked.id()));
    let words = Memo::new(move |_| draft.with(spoken));
    let mode = Memo::new(move |_| draft.with(|draft| draft.mode.clone()));
    let reading = follow(asked, mode, words);
    choose_from_address(asked);

    let too_little = RwSignal::new(false);
    let navigate = use_navigate();
    let check = move || {
        let answer = words.get_untracked().trim().to_owned();
        too_little.set(answer.is_empty());
        if answer.is_empty() {
            page::focus(FIELD);
        } else if let Some(at) = asked.with(|card| work.finish(&card.id, &card.prompt, answer)) {
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
                href=close
                aria-label="Close and keep the draft"
            >
                <Sign icon=Icon::Close />
            </a>
            <span class="small soft">{state}</span>
        </header>
        <Main class="page wide">
            <div class="stack g5">
                <h1 class="said lg">{prompt}</h1>
                <div class="cols snug">
                    <div class="stack g4">{ways::ways(asked, draft, reading, missing)}</div>
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
fn follow(asked: Asked, mode: Memo<Mode>, text: Memo<String>) -> Memo<Reading> {
    let mut read_by = None;
    let another_way = move || read_by.replace(mode.get()) != Some(mode.get_untracked());
    let settled = settled(text, another_way);
    Memo::new(move |_| asked.with(|card| read(&card.prompt, card.asks, settled.get())))
}

/// A text that keeps changing, as it stands once nobody types: at once where it was empty before or
/// `at_once` says so.
pub(super) fn settled(
    text: Memo<String>,
    mut at_once: impl FnMut() -> bool + 'static,
) -> RwSignal<String> {
    let settled = RwSignal::new(text.get_untracked());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    effect(move || {
        let now = text.get();
        stop();
        if settled.with_untracked(|settled| *settled == now) {
            return;
        }
        // A draft that has just been opened, or another way of writing: nobody is typing.
        if at_once() || (settled.with_untracked(String::is_empty) && now.len() > 1) {
            settled.set(now);
            return;
        }
        let settle = move || {
            settled.try_set(now);
        };
        timer.set_value(set_timeout_with_handle(settle, PAUSE).ok());
    });
    on_cleanup(stop);
    settled
}

/// A link may say how to write: `?by=star-i` or `?by=upset-customer`.
fn choose_from_address(asked: Asked) {
    let work = use_work();
    let alive: Alive = expect_context();
    let query = use_query_map();
    effect(move || {
        if !alive.get() {
            return;
        }
        let Some(id) = query.with_untracked(|query| query.get("by")) else { return };
        let mode = if frameworks().any(|framework| framework.id == id) {
            Mode::Steps(id)
        } else if templates().any(|template| template.id == id) {
            Mode::Template(id)
        } else {
            return;
        };
        work.write_by(&asked.id(), mode);
    });
}
