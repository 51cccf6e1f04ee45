//! Practising one part of a finished answer again: new words for it, and what they change.
//!
//! The answer and the part stand in the address (`?at=…&part=result`). The new words are kept as they
//! are typed, for that part of that answer; the finished answer itself never changes.

pub(super) mod compared;
pub(super) mod offers;
mod reading;

use bank::file;
use coach::{
    feedback::{self, Prompt, Report},
    own::OwnQuestion,
    question::Asks,
    rewind::{self, Rewritten, Section},
    save::Attempt,
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
};

use super::{answer, attempt};
use crate::{
    browser::page,
    components::{
        change::{as_said, change, side_by_side, soft},
        fold::fold,
        icon::{Icon, Sign},
        shell::Main,
        writer::StepField,
    },
    reactive::{live, press, text},
    routes::Page,
    state::{Alive, Work, use_coach, use_data, use_work},
    wording::rewind as say,
};

/// The id of the field for the new words, to come back to it.
const FIELD: &str = "new-words";
/// The id of the heading over what changed.
const CHANGED: &str = "changed";

/// The form of answer that an attempt's question calls for.
pub(super) fn asks_of(attempt: &Attempt) -> Asks {
    let cards = use_data().get(&file::cards()).into_iter().flatten();
    let card = cards.into_iter().find(|card| card.id == attempt.question);
    let own =
        || use_work().own.with(|own| own.questions.get(&attempt.question).map(OwnQuestion::asks));
    let asks = card.map(|card| card.asks).or_else(|| own().flatten());
    asks.unwrap_or_else(|| Asks::of_prompt(&attempt.prompt))
}

/// What the coach reads in an answer to an attempt's question.
fn read(attempt: &Attempt, asks: Asks, text: &str) -> Report {
    feedback::report(use_coach(), &Prompt { text: &attempt.prompt, asks }, text)
}

/// The page.
#[component]
pub fn AgainPage() -> impl IntoView {
    let work = use_work();
    work.own.want();
    let alive: Alive = expect_context();
    let query = use_query_map();
    let found = Memo::new(move |_| {
        if !alive.get() {
            return None;
        }
        // On the way to another page its query is there already: it is not this page's.
        let at = query.with_untracked(|query| query.get("at")).and_then(|at| at.parse().ok());
        let attempt = work.attempts.with(|attempts| attempts.get(at?).cloned())?;
        Some(attempt.map(|attempt| (asks_of(&attempt), attempt)))
    });
    let section = move || {
        let part = query.with_untracked(|query| query.get("part"));
        part.and_then(|part| Section::from_slug(&part))
    };
    live(move || match found.get() {
        None => view! {
            <Main>
                <h1>"Practise one part again"</h1>
                <p class="soft" role="status">"Looking for your answer"</p>
            </Main>
        }
        .into_any(),
        Some(None) => view! { <Main>{attempt::gone()}</Main> }.into_any(),
        Some(Some((asks, attempt))) => practise(attempt, asks, section()).into_any(),
    })
}

/// A part that is being practised.
#[derive(Clone, Copy)]
struct Practice {
    work: Work,
    asks: Asks,
    section: Section,
    /// The finished answer, and what the coach read in it.
    earlier: StoredValue<(Attempt, Report)>,
    /// The new words, as they are typed.
    words: Memo<String>,
    /// Whether both tries are being looked at.
    comparing: RwSignal<bool>,
}

impl Practice {
    fn at(self) -> u64 {
        self.earlier.with_value(|(attempt, _)| attempt.at)
    }

    /// The whole answer with these words for the part, and what the coach reads in it.
    fn now(self, words: &str) -> (Rewritten, Report) {
        self.earlier.with_value(|(attempt, report)| {
            let now = rewind::rewrite(report, &attempt.text, self.section, words);
            let report = read(attempt, self.asks, &now.text);
            (now, report)
        })
    }

    /// The earlier words of the part.
    fn before(self) -> String {
        self.earlier.with_value(|(attempt, report)| {
            let stretches = self.section.stretches(report);
            let words = stretches.into_iter().map(|span| span.of(&attempt.text));
            words.collect::<Vec<_>>().join(" ")
        })
    }

    fn back(self) -> String {
        Page::Attempt.href_with("at", &self.at().to_string())
    }
}

fn practise(attempt: Attempt, asks: Asks, section: Option<Section>) -> impl IntoView {
    let work = use_work();
    let report = read(&attempt, asks, &attempt.text);
    let weakest = || rewind::weak(&report).first().map(|weak| weak.section);
    let section = section.or_else(weakest).unwrap_or(Section::Action);
    let (at, prompt) = (attempt.at, attempt.prompt.clone());
    let practice = Practice {
        work,
        asks,
        section,
        earlier: StoredValue::new((attempt, report)),
        words: Memo::new(move |_| work.again(at, section)),
        comparing: RwSignal::new(false),
    };
    let settled = answer::settled(practice.words, || false);
    let body =
        live(
            move || {
                if practice.comparing.get() { compare(practice) } else { write(practice, settled) }
            },
        );
    let state = text(move || {
        let blank = practice.words.with(|words| words.trim().is_empty());
        if blank { "Saved on this device as you type" } else { "New words saved on this device" }
            .to_owned()
    });
    view! {
        <header class="top">
            <a class="ib edge" href=practice.back() aria-label="Close and keep the new words">
                <Sign icon=Icon::Close />
            </a>
            <span class="small soft">{state}</span>
        </header>
        <Main class="page wide">
            <div class="stack g5">
                <header class="stack g2">
                    <h1>{say::practise(section)}</h1>
                    <p class="said sm">{prompt}</p>
                </header>
                {body}
            </div>
        </Main>
        {dock(practice)}
    }
}

/// The earlier words, what an interviewer misses, and the field for the new ones.
fn write(practice: Practice, settled: RwSignal<String>) -> AnyView {
    let Practice { work, section, words, .. } = practice;
    let before = practice.before();
    let earlier = if before.is_empty() {
        soft("This part has no words of its own yet.")
    } else {
        fold("Your earlier words", true, as_said(vec![before.into_any()]))
    };
    let change = move |text| work.set_again(practice.at(), section, text);
    view! {
        <div class="cols snug">
            <div class="stack g5">
                {reading::misses(practice)} {earlier}
                <div class="field stack g2">
                    <label for=FIELD>"Your new words"</label>
                    <p class="hint" id="new-words-hint">
                        {say::ask_for(section)}
                    </p>
                    <StepField id=FIELD described_by="new-words-hint" text=words on_change=change />
                </div>
            </div>
            {reading::aside(practice, settled)}
        </div>
    }
    .into_any()
}

/// Both tries beside each other, and what the coach says of the difference.
fn compare(practice: Practice) -> AnyView {
    let words = practice.words.get_untracked();
    let (now, later) = practice.now(&words);
    let change = practice.earlier.with_value(|(_, earlier)| change(earlier, &later, "New", true));
    view! {
        <section class="stack g4">
            <h2 id=CHANGED tabindex="-1">"What changed"</h2>
            {change}
        </section>
        <section class="stack g4">
            <h2>"Word by word"</h2>
            {side_by_side(&practice.before(), &words, "New")}
            {fold("Your whole answer with the new words", false, reading::whole(&now))}
            <a class="btn quiet" href=practice.back()>"Leave it as it was"</a>
        </section>
    }
    .into_any()
}

/// The buttons at the foot.
fn dock(practice: Practice) -> AnyView {
    let Practice { work, section, words, comparing, .. } = practice;
    let too_little = RwSignal::new(false);
    let navigate = use_navigate();
    let look = move || {
        let empty = words.with_untracked(|words| words.trim().is_empty());
        too_little.set(empty);
        comparing.set(!empty);
        let next = if empty { FIELD } else { CHANGED };
        page::once_drawn(move || page::focus(next));
    };
    let again = move || {
        comparing.set(false);
        page::once_drawn(|| page::focus(FIELD));
    };
    let keep = move || {
        let (now, _) = practice.now(&words.get_untracked());
        let earlier = practice.earlier.with_value(|(attempt, _)| attempt.clone());
        if let Some(at) = work.keep_again(&earlier, section, now.text) {
            navigate(&format!("/{}?at={at}", Page::Attempt.path()), NavigateOptions::default());
        }
    };
    let hint = text(move || {
        let empty = too_little.get() && words.with(|words| words.trim().is_empty());
        if empty { "Write a sentence first." } else { "" }.to_owned()
    });
    let hides = move |when: bool| move || comparing.get() == when;
    view! {
        <div class="dock wide">
            <div class="row">
                <button class="btn go grow" hidden=hides(true) on:click=press(look)>"Compare"</button>
                <button class="btn go grow" hidden=hides(false) on:click=press(keep)>"Keep it"</button>
                <button class="btn" hidden=hides(false) on:click=press(again)>"Try again"</button>
                <span class="small" role="status">
                    {hint}
                </span>
            </div>
        </div>
    }
    .into_any()
}
