//! Today: the one next thing to do.

use bank::file;
use coach::question::Card;
use leptos::prelude::*;

use crate::{
    components::{
        icon::{Icon, Sign},
        item::QuestionItem,
        remind::remind,
        shell::Main,
    },
    reactive::{full, live, share, text},
    routes::{Page, answer_to},
    state::{use_data, use_work},
    wording,
};

/// How many further questions are offered.
const OFFERED: usize = 3;
/// How many of the last words of a draft are shown.
const LAST_WORDS: usize = 14;

/// What to do next.
#[derive(Clone, PartialEq, Eq)]
enum Next {
    /// Go on with a draft: the question's id, the question, and the text so far.
    GoOn(String, String, String),
    /// Answer a question for the first time.
    Start(&'static Card),
    /// Everything has been answered.
    Done,
}

/// Questions in the order in which someone new would take them: the bank has warm-ups first.
fn ladder() -> &'static [Card] {
    use_data().get(&file::cards()).map_or(&[], Vec::as_slice)
}

/// The page.
#[component]
pub fn Today() -> impl IntoView {
    let work = use_work();
    work.own.want();
    let cards = ladder();
    let answered = Memo::new(move |_| {
        let practised = |card: &&Card| work.practised(&card.id) == Some(true);
        cards.iter().filter(practised).count()
    });
    let next = Memo::new(move |_| {
        let prompt = |id: &str| {
            let own = work.own.with(|own| own.questions.get(id).map(|own| own.prompt.clone()));
            let card = cards.iter().find(|card| card.id == id);
            own.flatten().or_else(|| card.map(|card| card.prompt.clone()))
        };
        let draft = work.drafts.with(|drafts| {
            let (id, draft) = drafts.latest(|id| prompt(id).is_some())?;
            Some(Next::GoOn(id.to_owned(), prompt(id)?, draft.own_words()))
        });
        let untried = || cards.iter().find(|card| work.practised(&card.id) != Some(true));
        draft.flatten().or_else(|| untried().map(Next::Start)).unwrap_or(Next::Done)
    });
    let offered = live(move || {
        let now = match next.get() {
            Next::GoOn(id, ..) => Some(id),
            Next::Start(card) => Some(card.id.clone()),
            Next::Done => None,
        };
        cards
            .iter()
            .filter(|card| Some(&card.id) != now.as_ref() && work.practised(&card.id) != Some(true))
            .take(OFFERED)
            .map(|card| view! { <QuestionItem card /> })
            .collect_view()
    });
    let first_visit = move || {
        work.attempts.with(|attempts| attempts.list.is_empty()).unwrap_or(true)
            && !matches!(next.get(), Next::GoOn(..))
    };
    let heading = text(move || {
        if first_visit() {
            "Get better at the interview, one answer at a time"
        } else {
            "One next thing"
        }
        .to_owned()
    });
    let about = text(move || {
        if first_visit() {
            "Practice for jobs with customers: shops, contact centres, hotels, technical support, remote. Free, without an account, and it works offline."
        } else {
            "A few minutes are enough. Everything you write stays on this device."
        }
        .to_owned()
    });
    view! {
        <Main>
            <div class="stack g6">
                <header class="stack g2">
                    <h1>{heading}</h1>
                    <p class="soft">{about}</p>
                </header>
                <div class="cols">
                    <div class="stack g7">
                        {live(move || card(next.get()))}
                        {remind()}
                        <section class="stack g3" aria-labelledby="more">
                            <div class="between">
                                <h2 id="more">"Also worth a try"</h2>
                                <a class="link small" href=Page::Questions.href()>"All questions"</a>
                            </div>
                            <ul class="list">{offered}</ul>
                        </section>
                    </div>
                    <aside class="stack g7">
                        <section class="stack g3" aria-labelledby="count">
                            <h2 class="h3" id="count">"Questions you have answered"</h2>
                            <p class="fig">
                                {text(move || answered.get().to_string())}
                                <span class="h2 soft">" of "{cards.len()}</span>
                            </p>
                            <span class="bar" aria-hidden="true">
                                <i use:full=share(move || answered.get() * 100 / cards.len().max(1))></i>
                            </span>
                            <p><a class="link small" href=Page::Progress.href()>"See your answers"</a></p>
                        </section>
                        <section class="stack g3" aria-labelledby="how">
                            <h2 class="h3" id="how">"How it works"</h2>
                            <ol class="bul small stack g2">
                                <li>"Read what the interviewer wants to learn."</li>
                                <li>"Write your answer freely, step by step, or by filling gaps."</li>
                                <li>"See what your own words show, and what is missing."</li>
                            </ol>
                        </section>
                    </aside>
                </div>
            </div>
        </Main>
    }
}

fn card(next: Next) -> AnyView {
    match next {
        Next::GoOn(id, prompt, text) => go_on(&id, prompt, &text).into_any(),
        Next::Start(card) => start(card).into_any(),
        Next::Done => done().into_any(),
    }
}

fn go_on(id: &str, prompt: String, text: &str) -> impl IntoView + use<> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let cut = words.len().saturating_sub(LAST_WORDS);
    let last = format!("{}{}", if cut > 0 { "… " } else { "" }, words[cut..].join(" "));
    view! {
        <section class="card lift marked stack" aria-labelledby="next">
            <p class="eyebrow">"Go on where you stopped"</p>
            <h2 id="next" class="clear-mark">{prompt}</h2>
            <p class="said sm">{last}</p>
            <div class="row">
                <a class="btn go big" href=answer_to(id)>"Go on writing"</a>
                <span class="tag">{wording::count(words.len(), "word", "words")}" so far"</span>
            </div>
        </section>
    }
}

fn start(card: &'static Card) -> impl IntoView {
    view! {
        <section class="card lift marked stack" aria-labelledby="next">
            <p class="eyebrow">"Your next question"</p>
            <h2 id="next" class="said clear-mark">{card.prompt.as_str()}</h2>
            <p>{wording::asks(card.asks)}</p>
            <div class="row">
                <a class="btn go big" href=Page::Answer(card.id.clone()).href()>"Answer this"</a>
                <a class="btn quiet" href=Page::Question(card.id.clone()).href()>"Read about it first"</a>
            </div>
            <p class="tag"><Sign icon=Icon::Clock />"About 4 minutes"</p>
        </section>
    }
}

fn done() -> impl IntoView {
    view! {
        <section class="card lift marked stack" aria-labelledby="next">
            <p class="eyebrow">"Every question answered"</p>
            <h2 id="next" class="clear-mark">"Make one of them stronger"</h2>
            <p>"You have an answer to every question here. Read your first ones again: you know more now."</p>
            <div class="row">
                <a class="btn go big" href=Page::Progress.href()>"Open your answers"</a>
            </div>
        </section>
    }
}
