//! Progress: what was practised, how it changed, and every answer.

use std::collections::BTreeSet;

use bank::file;
use coach::{
    feedback::{self, Prompt, Report},
    own::OWN,
    part::Part,
    question::Card,
    save::Attempt,
};
use leptos::prelude::*;

use super::again::asks_of;
use crate::{
    browser::clock,
    components::{
        balance::{BalanceBar, BalanceKey},
        shell::Main,
    },
    reactive::{at, drawn, live},
    routes::Page,
    state::{use_coach, use_data, use_work},
    wording,
};

/// How many of the first and of the last answers are compared.
const COMPARED: usize = 3;
/// How many answers are listed at first.
const LISTED: usize = 20;

fn read(attempt: &Attempt) -> Report {
    let prompt = Prompt { text: &attempt.prompt, asks: asks_of(attempt) };
    feedback::report(use_coach(), &prompt, &attempt.text)
}

/// The page.
#[component]
pub fn Progress() -> impl IntoView {
    let work = use_work();
    work.own.want();
    let cards: &'static [Card] = use_data().get(&file::cards()).map_or(&[], Vec::as_slice);
    let body = live(move || {
        work.attempts.with(|attempts| {
            if attempts.list.is_empty() {
                empty().into_any()
            } else {
                practised(&attempts.list, cards).into_any()
            }
        })
    });
    let unknown = live(move || {
        (!work.attempts.is_known())
            .then(|| view! { <h1>"Progress"</h1><p class="soft" role="status">"Looking for your answers"</p> })
    });
    view! { <Main><div class="stack g6">{unknown} {body}</div></Main> }
}

fn empty() -> impl IntoView {
    view! {
        <div class="empty stack g3">
            <svg class="art" viewBox="0 0 160 24" aria-hidden="true">
                <path class="fa" d="M2 4h44v16H2z"></path>
                <path class="fa" d="M50 4h46v16H50z"></path>
                <path class="fr" d="M100 4h58l-9 8 9 8h-58z"></path>
            </svg>
            <h1>"Your first answer will stand here"</h1>
            <p>
                "Most people need about four minutes for one. It does not have to be good: the second one is compared with it."
            </p>
            <div><a class="btn go" href=Page::Questions.href()>"Choose a question"</a></div>
            {collection()}
        </div>
    }
}

/// The way to what was put aside and written down besides.
fn collection() -> impl IntoView {
    view! {
        <p><a class="link small" href=Page::Collection.href()>"Your bookmarks, questions and kept answers"</a></p>
    }
}

fn practised(list: &[Attempt], cards: &[Card]) -> impl IntoView + use<> {
    let known = |id: &str| cards.iter().any(|card| card.id == id);
    let asked = list.iter().map(|attempt| attempt.question.as_str());
    let (own, asked): (BTreeSet<&str>, BTreeSet<&str>) = asked.partition(|id| id.starts_with(OWN));
    let questions: Vec<&str> = asked.into_iter().filter(|id| known(id)).collect();
    let heading = match own.len() {
        0 => format!("You have answered {} of {}", questions.len(), cards.len()),
        own => format!(
            "You have answered {} of {}, and {own} of your own",
            questions.len(),
            cards.len()
        ),
    };
    let days: BTreeSet<i64> = list.iter().map(|attempt| clock::day(attempt.at)).collect();
    let rows: Vec<(Attempt, Report)> =
        list.iter().rev().take(LISTED).map(|attempt| (attempt.clone(), read(attempt))).collect();
    let more = list.len().saturating_sub(LISTED);
    view! {
        <header class="stack g2">
            <h1>{heading}</h1>
            <p>
                {wording::count(list.len(), "answer", "answers")} " on "
                {wording::count(days.len(), "day", "days")} ". If you miss a day, nothing is lost."
            </p>
            {collection()}
        </header>
        <div class="cols even">
            <section class="stack g4" aria-labelledby="answers">
                <h2 id="answers">"Your answers"</h2>
                <ul class="list">{rows.into_iter().map(|(attempt, report)| row(&attempt, &report)).collect_view()}</ul>
                {(more > 0).then(|| view! { <p class="small soft">{format!("{more} earlier ones are kept, and are in your saved copy.")}</p> })}
                <BalanceKey />
            </section>
            {moved(list)}
        </div>
    }
}

fn row(attempt: &Attempt, report: &Report) -> impl IntoView + use<> {
    let href = Page::Attempt.href_with("at", &attempt.at.to_string());
    view! {
        <li class="stack g2 answer-row">
            <a class="item" href=href>
                <span class="t">{attempt.prompt.clone()}</span>
                <span class="meta">
                    <span>{clock::short(attempt.at)}</span>
                    <span>{wording::minutes(report.seconds)} " spoken"</span>
                </span>
            </a>
            <BalanceBar balance=report.balance lacks_result=report.lacks(Part::Result) />
        </li>
    }
}

/// What changed between the first answers and the last ones.
fn moved(list: &[Attempt]) -> impl IntoView + use<> {
    if list.len() < 2 {
        return view! {
            <section class="stack g3" aria-labelledby="moved">
                <h2 id="moved">"What moved"</h2>
                <p class="soft">"After your second answer you see here how they change."</p>
            </section>
        }
        .into_any();
    }
    let size = COMPARED.min(list.len() / 2);
    let reports = |list: &[Attempt]| list.iter().map(read).collect::<Vec<Report>>();
    let (first, last) = (reports(&list[..size]), reports(&list[list.len() - size..]));
    let mean = |reports: &[Report], of: fn(&Report) -> u32| -> u32 {
        let sum: u32 = reports.iter().map(of).sum();
        sum / u32::try_from(reports.len()).unwrap_or(1).max(1)
    };
    type Measure = (&'static str, fn(&Report) -> u32);
    const MEASURES: [Measure; 3] = [
        ("Action and result", |report| report.balance.substance_percent()),
        ("Background", |report| report.balance.context_percent()),
        ("Endings", |report| if report.lacks(Part::Result) { 0 } else { 100 }),
    ];
    let rows = MEASURES.map(|(name, of)| {
        let (was, is) = (mean(&first, of), mean(&last, of));
        view! {
            <div class="skill small">
                <strong>{name}</strong>
                <span class="soft num">{format!("{was}% to {is}%")}</span>
                <div class="track" aria-hidden="true" use:drawn=at(&[("--a", was), ("--b", is)])>
                    <i></i>
                    <b class="was"></b>
                    <b></b>
                </div>
            </div>
        }
    });
    let before = if size == 1 { "your first answer" } else { "your first answers" };
    let after = if size == 1 { "your last one" } else { "your last ones" };
    view! {
        <section class="stack g3" aria-labelledby="moved">
            <h2 id="moved">"What moved"</h2>
            <p class="small soft">{format!("From {before} (ring) to {after} (dot). Aim for 60% or more of action and result.")}</p>
            <div>{rows.into_iter().collect_view()}</div>
        </section>
    }
    .into_any()
}
