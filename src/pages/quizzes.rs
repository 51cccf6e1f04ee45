//! The quizzes: which there are, and the page that each one starts from.

pub mod play;
mod source;
mod standing;

use std::collections::BTreeSet;

use bank::{QuizCard, QuizPage, file};
use coach::quiz::ItemKind;
use leptos::prelude::*;

use self::source::Source;
use super::{back, not_found::NotFound, use_id};
use crate::{
    components::{
        icon::{Icon, Sign},
        mark::MarkButton,
        related::Related,
        shell::Main,
    },
    reactive::{live, press, text},
    routes::Page,
    state::{use_data, use_work},
    wording::quiz as say,
};

/// How many items a round of the mixed quiz has.
const MIXED_LENGTH: usize = 12;

/// The list.
#[component]
pub fn Quizzes() -> impl IntoView {
    use_work().quizzes.want();
    let cards = use_data().get(&file::quizzes()).map_or(&[][..], Vec::as_slice);
    let one = |card: &'static QuizCard| {
        row(&card.id, &card.title, card.about.clone(), card.items.len()).into_any()
    };
    let mut rows: Vec<AnyView> = cards.iter().map(one).collect();
    let mixed = Source::Mixed(cards);
    // After the one that covers everything.
    rows.insert(
        rows.len().min(1),
        row(mixed.id(), mixed.title(), mixed.about(), mixed.length()).into_any(),
    );
    view! {
        <Main>
            <div class="stack g5 narrow">
                <header class="stack g2">
                    <h1>"Quizzes"</h1>
                    <p class="soft">
                        "Short cases from the job, with the reason for every option. What was wrong comes again at the end."
                    </p>
                </header>
                <ul class="list">{rows}</ul>
            </div>
        </Main>
    }
}

fn row(id: &'static str, title: &'static str, about: String, length: usize) -> impl IntoView {
    let work = use_work();
    let state = Memo::new(move |_| {
        let read = |quizzes: &coach::save::Quizzes| {
            let open = quizzes.open.get(id).and_then(|round| {
                round.next().map(|task| {
                    if task.again { (task.of, task.of) } else { (task.number, task.of) }
                })
            });
            (open, quizzes.standing(id))
        };
        work.quizzes.with(read).unwrap_or_default()
    });
    let mark = move || match state.get() {
        (Some(_), _) => "draft",
        (_, Some(_)) => "ready",
        _ => "new",
    };
    let facts = live(move || {
        let (open, standing) = state.get();
        let open = open.map(|(at, of)| {
            view! { <span class="tag now">{format!("Go on: {at} of {of}")}</span> }
        });
        let last = standing.map(|s| {
            view! {
                <span>{format!("Last {}", say::score(s.last))}</span>
                {(s.rounds > 1).then(|| view! { <span>{format!("Best {}", say::score(s.best))}</span> })}
            }
        });
        view! { {open} {last} }
    });
    view! {
        <li>
            <a class="item" href=Page::Quiz(id.to_owned()).href() data-st=mark>
                <span class="t">{title}</span>
                <span class="meta"><span>{about}</span></span>
                <span class="meta num quiz-facts"><span>{say::length(length)}</span>{facts}</span>
                <span class="end"><Sign icon=Icon::Next /></span>
            </a>
        </li>
    }
}

/// The page that a quiz starts from.
#[component]
pub fn QuizPage() -> impl IntoView {
    match Source::open(&use_id()) {
        Some(source) => quiz_page(source).into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

fn quiz_page(source: Source) -> impl IntoView {
    use_work().quizzes.want();
    let id = source.id();
    let kinds = source.page().map(kinds);
    let related = source.page().map(|page| view! { <Related related=&page.related /> });
    let mark = source.page().map(|_| {
        view! { <MarkButton link=coach::link::Link::new(coach::link::Kind::Quiz, id) /> }
    });
    view! {
        <Main>
            <div class="stack g6">
                <header class="stack g4">
                    {back(Page::Quizzes.href(), "Quizzes")}
                    <h1>{source.title()}</h1>
                    <p>{source.about()}</p>
                    <p class="meta">
                        <span>{say::length(source.length())}</span>
                        <span>"No clock"</span>
                        <span>"Saved after every answer"</span>
                    </p>
                    <div class="row">{start(source)} {mark}</div>
                </header>
                <div class="cols">
                    <div class="stack g7">
                        {standing::section(id)}
                        {kinds}
                        <section class="stack g3">
                            <h2>"How it works"</h2>
                            <ul class="bul">
                                <li>"One question at a time. After each you see the reason for every option."</li>
                                <li>"What was wrong comes once more at the end, in another order."</li>
                                <li>"You can stop whenever you like and go on later, also without a network."</li>
                            </ul>
                        </section>
                    </div>
                    <aside class="stack g6">{related}</aside>
                </div>
            </div>
        </Main>
    }
}

/// The way into the quiz: a new round, or on with the one that is open.
fn start(source: Source) -> impl IntoView {
    let work = use_work();
    let id = source.id();
    let open = Memo::new(move |_| {
        work.quizzes
            .with(|quizzes| {
                let task = quizzes.open.get(id)?.next()?;
                Some(if task.again {
                    "Go on: the wrong ones, once more".to_owned()
                } else {
                    format!("Go on: {} of {}", task.number, task.of)
                })
            })
            .flatten()
    });
    // A round that is over would be shown again.
    let clear = move |all: bool| {
        work.quizzes.update(|quizzes| {
            quizzes.ended.remove(id);
            if all {
                quizzes.open.remove(id);
            }
        });
        work.quizzes.flush();
    };
    let href = Page::Play(id.to_owned()).href();
    let afresh = {
        let href = href.clone();
        live(move || {
            open.with(Option::is_some).then(|| {
                view! {
                    <a class="btn" href=href.clone() on:click=press(move || clear(true))>
                        "Start afresh"
                    </a>
                }
            })
        })
    };
    view! {
        <a class="btn go big" href=href on:click=press(move || clear(false))>
            {text(move || open.get().unwrap_or_else(|| "Start".to_owned()))}
        </a>
        {afresh}
    }
}

/// The kinds of task in a quiz, the commonest first.
fn kinds(page: &'static QuizPage) -> impl IntoView {
    let present: BTreeSet<ItemKind> = page.items.iter().map(|item| item.kind).collect();
    let mut counted: Vec<(usize, ItemKind)> = present
        .into_iter()
        .map(|kind| (page.items.iter().filter(|item| item.kind == kind).count(), kind))
        .collect();
    counted.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let rows = counted.into_iter().map(|(count, kind)| {
        view! { <li class="between"><span>{say::kind(kind)}</span><span class="soft num">{count}</span></li> }
    });
    view! {
        <section class="stack g3">
            <h2>"What you do in it"</h2>
            <ul class="list quiz-kinds">{rows.collect_view()}</ul>
        </section>
    }
}
