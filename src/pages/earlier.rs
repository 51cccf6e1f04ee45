//! The candidate's own answers to the question of the page, as a piece of it.

use bank::file;
use coach::{
    feedback::{self, Prompt},
    part::Part,
    question::Question,
    save::Attempt,
};
use leptos::prelude::*;

use super::use_id;
use crate::{
    browser::clock,
    components::balance::BalanceBar,
    reactive::live,
    routes::Page,
    state::{use_data, use_work},
    wording,
};

/// How many are shown.
const SHOWN: usize = 3;

/// The last answers to the question that the address names.
#[component]
pub fn Earlier() -> impl IntoView {
    use_data().get(&file::question(&use_id())).map(|page| answers(&page.item))
}

fn answers(card: &'static Question) -> impl IntoView {
    let work = use_work();
    let rows = live(move || {
        work.attempts.with(|attempts| {
            attempts.of(&card.id).take(SHOWN).map(|attempt| row(card, attempt)).collect_view()
        })
    });
    view! {
        <section class="card sunk stack g3" aria-labelledby="yours">
            <h2 class="h3" id="yours">"Your answers"</h2>
            <ul class="plain stack g4">{rows}</ul>
        </section>
    }
}

fn row(card: &'static Question, attempt: &Attempt) -> impl IntoView + use<> {
    let report = feedback::report(&Prompt { text: &card.prompt, asks: card.asks }, &attempt.text);
    let href = format!("{}?at={}", Page::Attempt.href(), attempt.at);
    view! {
        <li class="stack g1">
            <p class="between">
                <a href=href>{clock::short(attempt.at)}</a>
                <span class="small soft">{wording::minutes(report.seconds)}" spoken"</span>
            </p>
            <BalanceBar balance=report.balance lacks_result=report.lacks(Part::Result) />
        </li>
    }
}
