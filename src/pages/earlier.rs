//! The candidate's own answers to the question of the page, as a piece of it.

use bank::file;
use coach::{
    feedback::{self, Prompt},
    part::Part,
    question::Asks,
    save::Attempt,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::use_id;
use crate::{
    browser::clock,
    components::balance::BalanceBar,
    reactive::live,
    routes::Page,
    state::{use_coach, use_data, use_work},
    wording,
};

/// How many are shown.
const SHOWN: usize = 3;

/// The last answers to the question that the address names.
#[component]
pub fn Earlier() -> impl IntoView {
    let question = use_data().get(&file::question(&use_id()));
    question.map(|question| answers(question.id.clone(), question.prompt.clone(), question.asks))
}

/// The last answers to the question of one's own that the address names.
#[component]
pub fn OwnEarlier() -> impl IntoView {
    let id = use_query_map().with_untracked(|query| query.get("id")).unwrap_or_default();
    let question = use_work().own.peek(|own| {
        let own = own.questions.get(&id)?;
        Some((own.prompt.clone(), own.asks()))
    });
    question.flatten().map(|(prompt, asks)| answers(id, prompt, asks))
}

fn answers(id: String, prompt: String, asks: Asks) -> AnyView {
    let work = use_work();
    let rows = live(move || {
        let prompt = Prompt { text: &prompt, asks };
        work.attempts.with(|attempts| {
            attempts.of(&id).take(SHOWN).map(|attempt| row(&prompt, attempt)).collect_view()
        })
    });
    view! {
        <section class="card sunk stack g3" aria-labelledby="yours">
            <h2 class="h3" id="yours">"Your answers"</h2>
            <ul class="plain stack g4">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(prompt: &Prompt<'_>, attempt: &Attempt) -> impl IntoView + use<> {
    let report = feedback::report(use_coach(), prompt, &attempt.text);
    let href = Page::Attempt.href_with("at", &attempt.at.to_string());
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
