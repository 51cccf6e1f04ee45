//! One question: what it is for, how answers to it differ, and the way to one's own.

use bank::{Page as Item, file};
use coach::{
    link::{Kind, Link},
    question::{Question, Sample},
};
use leptos::prelude::*;

use super::{
    back,
    groups::{self, Practise},
    not_found::NotFound,
    use_id,
};
use crate::{
    browser::page,
    components::{
        icon::{Icon, Sign},
        mark::MarkButton,
        related::Related,
        shell::Main,
    },
    reactive::{live, press, text},
    routes::Page,
    state::{use_data, use_work},
    wording,
};

/// The page.
#[component]
pub fn QuestionPage() -> impl IntoView {
    match use_data().get(&file::question(&use_id())) {
        Some(question) => question_page(question).into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

fn question_page(question: &'static Item<Question>) -> impl IntoView {
    view! {
        <Main>
            <div class="stack g6">
                <header class="stack g4">
                    {back(Page::Questions.href(), "Questions")}
                    <h1 class="said">{question.prompt.as_str()}</h1>
                    <p class="meta lines">
                        <span>{wording::category(question.category)}</span>
                        <span>{wording::difficulty(question.difficulty)}</span>
                        <span>{tracks(question)}</span>
                    </p>
                    <p class="soft">{wording::asks(question.asks)}</p>
                    <div class="row">
                        <a class="btn go big" href=Page::Answer(question.id.clone()).href()>{text(answer_label(question.id.clone()))}</a>
                        <MarkButton link=Link::new(Kind::Question, &question.id) />
                        <button class="btn quiet" on:click=press(page::print)>
                            <Sign icon=Icon::Print />
                            "Print"
                        </button>
                    </div>
                </header>
                <div class="cols">
                    <div class="stack g7">{texts(question)}</div>
                    <aside class="stack g6">
                        {earlier(question)}
                        <Related related=&question.related />
                        <p class="small soft unprinted">
                            "Was it asked a little differently where you were? "
                            <a href=Page::EditQuestion.href_with("from", &question.id)>"Make it your own"</a>
                        </p>
                    </aside>
                </div>
            </div>
        </Main>
    }
}

fn tracks(card: &Question) -> String {
    if card.tracks.is_empty() {
        return "Asked in every kind of role".to_owned();
    }
    let names: Vec<&str> = card.tracks.iter().map(|track| wording::track(*track)).collect();
    format!("Asked most in {}", names.join(", ").to_ascii_lowercase())
}

/// What the way to the answer is called, which depends on how far the answer is.
pub(super) fn answer_label(question: String) -> impl Fn() -> String {
    let work = use_work();
    move || {
        let draft = work.draft(&question);
        if draft.is_blank() {
            "Answer this"
        } else if draft.finished.is_some() {
            "Improve your answer"
        } else {
            "Go on writing"
        }
        .to_owned()
    }
}

/// A list of short texts, each with a sign.
pub(super) fn list<'a>(
    items: impl IntoIterator<Item = &'a String>,
    icon: Icon,
    class: &'static str,
) -> AnyView {
    let row = |text: &String| view! { <li><Sign icon />{text.clone()}</li> };
    view! { <ul class=class>{items.into_iter().map(row).collect_view()}</ul> }.into_any()
}

fn texts(question: &Question) -> impl IntoView + use<> {
    let listens = question
        .listens_for
        .iter()
        .map(|one| view! { <li>{one.hears.clone()}</li> })
        .collect_view();
    let probes = question
        .probes
        .iter()
        .map(|probe| {
            view! {
                <li class="stack g1">
                    <span class="eyebrow">{wording::gap(probe.gap)}</span>
                    <span class="said sm">{probe.ask.clone()}</span>
                </li>
            }
        })
        .collect_view();
    let anchors = [
        ("1", &question.anchors.one),
        ("3", &question.anchors.three),
        ("5", &question.anchors.five),
    ]
    .map(|(level, text)| view! { <div class="anchor"><b>{level}</b><p>{text.clone()}</p></div> })
    .into_iter()
    .collect_view();
    view! {
        <section class="stack g3">
            <h2>"What they want to learn"</h2>
            <p>{question.intent.clone()}</p>
            <h3>"They listen for"</h3>
            <ul class="bul">{listens}</ul>
        </section>
        <section class="stack g4">
            <h2>"Strong signals"</h2>
            {list(&question.strong, Icon::Check, "ticks good")}
        </section>
        <section class="stack g4">
            <h2>"Red flags"</h2>
            {list(question.flags.iter().map(|flag| &flag.text), Icon::Flag, "ticks flag")}
        </section>
        <section class="stack g4">
            <h2>"They may ask next"</h2>
            <ul class="plain stack g4">{probes}</ul>
        </section>
        <section class="stack g4">
            <h2>"What a 1, 3 and 5 sound like"</h2>
            <div>{anchors}</div>
        </section>
        <section class="stack g4">
            <h2>"If you get stuck"</h2>
            <div>
                {question.samples.iter().map(sample).collect_view()}
                <details class="fold">
                    <summary>"I have never been in that situation"</summary>
                    <div class="in-fold"><p>{question.stuck.clone()}</p></div>
                </details>
            </div>
        </section>
    }
}

/// A sample answer, folded. Each sentence has its part's letter before it.
fn sample(sample: &Sample) -> impl IntoView + use<> {
    let rows = sample
        .text
        .iter()
        .map(|(part, text)| {
            view! {
                <li>
                    <span class="letter" title=wording::part(*part)>
                        <span aria-hidden="true">{part.letter()}</span>
                        <span class="vh">{wording::part(*part)}": "</span>
                    </span>
                    <span>{text.clone()}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="fold">
            <summary>{wording::sample_level(sample.level)}</summary>
            <div class="in-fold stack g4">
                <p class="small soft">{sample.voice.clone()}</p>
                <ul class="spoken-rows">{rows}</ul>
                <p class="small soft">
                    "Use it for its shape, not for its words. Interviewers notice borrowed stories."
                </p>
            </div>
        </details>
    }
}

/// The candidate's own answers to this question, where there are any.
fn earlier(card: &'static Question) -> impl IntoView {
    let work = use_work();
    let practised = Memo::new(move |_| work.practised(&card.id) == Some(true));
    live(move || {
        practised
            .get()
            .then(|| groups::piece(|group: &Practise| group.earlier, || vec![file::coach().into()]))
    })
}
