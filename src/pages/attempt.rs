//! One finished answer: what worked, what comes next, and the answer along its ribbon.

mod along;
mod fit;
mod readings;
mod said;

use bank::file;
use coach::{
    feedback::{self, Prompt},
    own::OWN,
    part::Part,
    save::Attempt,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{
    again::{asks_of, compared::compared, offers::offers},
    answer::aside::sentences,
    back,
};
use crate::{
    browser::{clock, page},
    components::{
        balance::{BalanceBar, BalanceKey},
        icon::{Icon, Sign},
        notes,
        scale::TimeScale,
        shell::Main,
    },
    reactive::{live, press},
    routes::{Page, answer_to},
    state::{Alive, use_coach, use_data, use_work},
    wording::{self, feedback as say},
};

/// The page.
#[component]
pub fn AttemptPage() -> impl IntoView {
    let work = use_work();
    work.own.want();
    let alive: Alive = expect_context();
    let query = use_query_map();
    let attempt = move || {
        if !alive.get() {
            return None;
        }
        let at = query.with(|query| query.get("at")).and_then(|at| at.parse::<u64>().ok());
        work.attempts.with(|attempts| match at {
            Some(at) => attempts.get(at).cloned(),
            None => attempts.list.last().cloned(),
        })
    };
    let body = live(move || match attempt() {
        None => view! {
            <h1>"What the coach read"</h1>
            <p class="soft" role="status">"Looking for your answer"</p>
        }
        .into_any(),
        Some(None) => gone().into_any(),
        Some(Some(attempt)) => report(attempt).into_any(),
    });
    view! {
        <Main>
            <div class="stack g6">{back(Page::Progress.href(), "Progress")} {body}</div>
        </Main>
    }
}

pub(super) fn gone() -> impl IntoView {
    view! {
        <div class="stack g4 narrow">
            <h1>"This answer is not on this device"</h1>
            <p>
                "Answers stay where they were written. If you wrote it on another device, save a copy there and bring it in under Settings."
            </p>
            <div class="row">
                <a class="btn go" href=Page::Questions.href()>"Choose a question"</a>
            </div>
        </div>
    }
}

fn report(attempt: Attempt) -> impl IntoView {
    let again = again_at(&attempt.question);
    let asks = asks_of(&attempt);
    let (report, read) =
        feedback::in_depth(use_coach(), &Prompt { text: &attempt.prompt, asks }, &attempt.text);
    let next = notes::findings(&report);
    let marks = along::marks(&next);
    let shown = RwSignal::new(None);
    let fit = fit::sections(&attempt, asks, &report, again.clone());
    view! {
        <header class="stack g3">
            <p class="eyebrow">{clock::short(attempt.at)}", "{wording::count(report.words as usize, "word", "words")}</p>
            <h1>{say::headline(&report.reasons, asks)}</h1>
            <p>{say::summary(&report.reasons)}</p>
            {said::why(&report.reasons)}
            <p class="said sm">{attempt.prompt.clone()}</p>
            {actions(&attempt, again)}
        </header>
        <div class="cols">
            <div class="stack g7">
                {said::worked(&report, &attempt.text)}
                {said::next(&report.reasons, &next, &attempt.text, &marks, shown)}
                {offers(&report, attempt.at)}
                {fit}
                {readings::view(&read, &report, &attempt.text)}
                <section class="stack g4">
                    <h2>"Your answer along its ribbon"</h2>
                    {along::along(&report, &attempt.text, &marks, shown)}
                </section>
                {compared(&attempt, asks, &report)}
            </div>
            <aside class="stack g6">
                <section class="stack g3">
                    <h2 class="h3">"Balance"</h2>
                    <BalanceBar balance=report.balance aim=true lacks_result=report.lacks(Part::Result) />
                    <p class="small">{say::balance(&report.balance)}</p>
                    <BalanceKey />
                </section>
                <section class="stack g3">
                    <h2 class="h3">"Spoken, about "{wording::minutes(report.seconds)}</h2>
                    <TimeScale seconds=report.seconds />
                    <p class="small soft">{say::length(&report)}</p>
                </section>
                {sentences(&report, &attempt.text)}
            </aside>
        </div>
    }
}

/// Where the question of an attempt can be answered again, if it is still there.
fn again_at(question: &str) -> Option<String> {
    let there = if question.starts_with(OWN) {
        use_work().own.with(|own| own.questions.contains_key(question))?
    } else {
        use_data().get(&file::cards())?.iter().any(|card| card.id == question)
    };
    there.then(|| answer_to(question))
}

fn actions(attempt: &Attempt, again: Option<String>) -> impl IntoView + use<> {
    let work = use_work();
    let taken = attempt.clone();
    let again = again.map(|href| {
        view! {
            <a
                class="btn go"
                href=href
                on:click=press(move || work.take_up(&taken))
            >
                "Improve this answer"
            </a>
        }
    });
    view! {
        <div class="row">
            {again}
            <a class="btn quiet" href=Page::Questions.href()>"Choose another question"</a>
            <button class="btn quiet" on:click=press(page::print)>
                <Sign icon=Icon::Print />
                "Print"
            </button>
        </div>
    }
}
