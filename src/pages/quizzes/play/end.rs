//! The end of a round: how it went, what to read, and what to do next.

use bank::Brief;
use coach::quiz::{Item, Score, Trace};
use leptos::prelude::*;

use super::{RESULT, Table, pieces, reasons, share};
use crate::{
    components::icon::{Icon, Sign},
    pages::quizzes::source,
    reactive::press,
    routes::Page,
    wording::{self, quiz as say},
};

/// How many topics are named at most.
const TOPICS: usize = 8;

/// One item as it was played.
struct Played {
    item: &'static Item,
    names: &'static [Brief],
    trace: Trace,
    /// What was answered first.
    answer: Vec<u8>,
}

/// The items in the order of play; those that are no longer in the bank are left out.
fn played(table: Table) -> Vec<Played> {
    let read = |round: &coach::quiz::Round| {
        let traces = round.traces(usize::MAX);
        let one = |(at, id): (usize, &String)| {
            let (item, names) = table.source.item(table.data, id)?;
            let answer = round.tries(at).0?.answer.clone();
            Some(Played { item, names, trace: traces[at], answer })
        };
        round.items.iter().enumerate().filter_map(one).collect()
    };
    table.peek(read).unwrap_or_default()
}

/// The result.
pub fn end(table: Table) -> impl IntoView {
    let id = table.source.id();
    let (score, part) = table.peek(|round| (round.score(), round.part)).unwrap_or_default();
    let played = played(table);
    let traces: Vec<Trace> = played.iter().map(|one| one.trace).collect();
    let compared =
        if part { None } else { table.work.quizzes.peek(|quizzes| quizzes.standing(id)).flatten() };
    let sentence = if part { say::part_sentence(score) } else { say::sentence(score) };
    let topics = topics(&played);
    let label = format!("{} right at the first try", say::score(score));
    view! {
        <div class="stack g6 quiz">
            <section class="stack g4" aria-labelledby=RESULT>
                <h2 class="h3" id=RESULT tabindex="-1">
                    {if part { "The wrong ones, once more" } else { "Your result" }}
                </h2>
                <p class="quiz-score">
                    <span class="fig">{score.right}</span>
                    <span class="soft">{format!(" of {} at the first try", score.of)}</span>
                </p>
                {pieces(&traces, label)}
                <p>{sentence}</p>
                {compared.map(|standing| view! { <p class="soft">{say::compared(&standing)}</p> })}
                {part.then(|| view! { <p class="soft">"It does not count towards your best and last rounds."</p> })}
            </section>
            {topics}
            {again(&played)}
            // Of those that were wrong before, the score alone would say too much.
            {(!part).then(|| share::share(table.source, score, traces))}
            <section class="stack g3">
                <h2 class="h3">"And now"</h2>
                <div class="row">
                    <a class="btn" href=Page::Quizzes.href()>"Another quiz"</a>
                    <a class="btn quiet" href=Page::Quiz(id.to_owned()).href()>"All your rounds"</a>
                </div>
            </section>
        </div>
    }
}

/// What is done next, at the foot.
pub fn dock(table: Table) -> impl IntoView {
    let score = table.peek(|round| round.score()).unwrap_or_default();
    let Score { right, of, .. } = score;
    let wrong = (right < of).then(|| {
        view! {
            <button class="btn go grow" on:click=press(move || table.begin_wrong())>
                "Only the wrong ones"
            </button>
        }
    });
    let class = if wrong.is_some() { "btn grow" } else { "btn go grow" };
    view! {
        <div class="dock">
            <div class="row">
                {wrong}
                <button class=class on:click=press(move || table.begin_new())>"A new round"</button>
            </div>
        </div>
    }
}

/// What to read about: what the items that were wrong point at.
fn topics(played: &[Played]) -> impl IntoView + use<> {
    let mut found: Vec<&'static Brief> = Vec::new();
    for one in played.iter().filter(|one| one.trace != Trace::Right) {
        for brief in source::named(one.item, one.names) {
            if !found.iter().any(|known| known.link == brief.link) {
                found.push(brief);
            }
        }
    }
    let rows: Vec<_> = found
        .into_iter()
        .take(TOPICS)
        .map(|brief| {
            view! {
                <li class="stack g1">
                    <span class="eyebrow">{wording::kind(brief.link.kind)}</span>
                    <a href=Page::of(&brief.link).href()>{wording::title(brief)}</a>
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack g3">
                <h2 class="h3">"Worth reading now"</h2>
                <p class="small soft">"What the questions that were wrong are about."</p>
                <ul class="plain stack g3 quiz-topics">{rows}</ul>
            </section>
        }
    })
}

/// All items with their reasons, folded; those that were right in a fold of their own, where there are
/// others.
fn again(played: &[Played]) -> impl IntoView + use<> {
    let (right, wrong): (Vec<_>, Vec<_>) = played.iter().partition(|one| one.trace == Trace::Right);
    let all = |list: Vec<&Played>| list.into_iter().map(fold).collect_view();
    let right = match (right.len(), wrong.is_empty()) {
        (_, true) => all(right).into_any(),
        (0, _) => ().into_any(),
        (count, _) => view! {
            <details class="fold">
                <summary>{say::right_ones(count)}</summary>
                <div class="in-fold">{all(right)}</div>
            </details>
        }
        .into_any(),
    };
    view! {
        <section class="stack g3">
            <h2 class="h3">"Read the reasons again"</h2>
            <div>{all(wrong)} {right}</div>
        </section>
    }
}

fn fold(one: &Played) -> AnyView {
    let (class, icon, word) = match one.trace {
        Trace::Right => ("tag good", Icon::Check, "Right"),
        Trace::Mended => ("tag good", Icon::Again, "Right at the second try"),
        _ => ("tag now", Icon::Close, "Not yet"),
    };
    let order = reasons::order(one.item, 0);
    view! {
        <details class="fold">
            <summary>
                <span class="stack g1">
                    <span>{one.item.ask.as_str()}</span>
                    <span class=class><Sign icon />{word}</span>
                </span>
            </summary>
            <div class="in-fold stack g4">
                {reasons::passage(one.item, &one.answer)}
                {reasons::reasons(one.item, &one.answer, &order)}
            </div>
        </details>
    }
    .into_any()
}
