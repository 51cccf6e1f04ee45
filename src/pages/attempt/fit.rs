//! Whether the answer meets its question: what they listen for, red flags, and what they would ask next.

use bank::file;
use coach::{
    feedback::{
        self, Prompt, Report, Span,
        fit::{Hearing, Raised, Wanted},
    },
    own::{OWN, OwnQuestion},
    question::{Asks, Flag, Listened, Probe},
    save::Attempt,
};
use leptos::prelude::*;

use crate::{
    components::icon::{Icon, Sign},
    pages::groups,
    reactive::press,
    state::{use_coach, use_data, use_work},
    wording::signs as say,
};

/// A quotation is cut after so many characters: it only has to be recognised.
const QUOTE: usize = 80;

/// The sections about the question of this answer. `again` is where it can be answered again. Of an answer
/// with too little to judge there is nothing to say.
pub fn sections(
    attempt: &Attempt,
    asks: Asks,
    report: &Report,
    again: Option<String>,
) -> Option<AnyView> {
    report.quality?;
    let attempt = attempt.clone();
    let is_own = attempt.question.starts_with(OWN);
    if is_own || again.is_none() {
        let own = use_work().own.with(|own| own.questions.get(&attempt.question).cloned());
        let own = own.flatten().map(Texts::from).unwrap_or_default();
        return Some(own.with(|wanted| both(&attempt, asks, wanted, again)));
    }
    let name = file::question(&attempt.question);
    let draw = move || {
        let question = use_data().get(&file::question(&attempt.question));
        question
            .map(|page| both(&attempt, asks, &Wanted::from(&page.item), again.clone()))
            .into_any()
    };
    Some(groups::with_files(vec![name.into()], draw))
}

/// What a question of one's own wants to hear. Its follow-ups count where it is known when they are asked.
#[derive(Default)]
struct Texts {
    intent: String,
    listens_for: Vec<Listened>,
    flags: Vec<Flag>,
    probes: Vec<Probe>,
}

impl From<OwnQuestion> for Texts {
    fn from(own: OwnQuestion) -> Self {
        let listens_for = own.listens_for.into_iter();
        let probes = own.probes.into_iter();
        Self {
            intent: own.intent,
            listens_for: listens_for.map(|hears| Listened { hears, sign: None }).collect(),
            flags: Vec::new(),
            probes: probes.filter_map(|one| Some(Probe { gap: one.gap?, ask: one.ask })).collect(),
        }
    }
}

impl Texts {
    fn with<R>(&self, read: impl FnOnce(&Wanted) -> R) -> R {
        read(&Wanted {
            intent: &self.intent,
            listens_for: &self.listens_for,
            flags: &self.flags,
            probes: &self.probes,
        })
    }
}

fn both(attempt: &Attempt, asks: Asks, wanted: &Wanted, again: Option<String>) -> AnyView {
    let prompt = Prompt { text: &attempt.prompt, asks };
    let fit = feedback::fit(use_coach(), &prompt, &attempt.text, wanted);
    let listens = (!wanted.listens_for.is_empty() || fit.doubted).then(|| {
        view! {
            <section class="stack g4" aria-labelledby="listens">
                <h2 id="listens">"What they listen for here"</h2>
                {doubt(fit.doubted)}
                {heard(wanted.listens_for, &fit.listened, &attempt.text)}
                {raised(wanted.flags, &fit.flags, &attempt.text)}
            </section>
        }
    });
    let probe = fit.next.probe.and_then(|at| wanted.probes.get(at));
    let ask = probe.map_or_else(|| say::ask(fit.next.gap).to_owned(), |probe| probe.ask.clone());
    view! {
        {listens}
        <section class="stack g4" aria-labelledby="next-question">
            <h2 id="next-question">"They would ask next"</h2>
            <p class="said">{ask}</p>
            <p>{say::why(fit.next)}</p>
            {write_on(attempt, again)}
        </section>
    }
    .into_any()
}

fn doubt(doubted: bool) -> Option<impl IntoView> {
    doubted.then(|| {
        view! {
            <div class="note">
                <Sign icon=Icon::Note />
                <p>
                    "We could not hear what this question is about. If your answer fits, use a few words of the question at the start."
                </p>
            </div>
        }
    })
}

/// What is listened for: heard with its words, not heard with a next step, and what only a person can
/// tell.
fn heard(wanted: &[Listened], hearings: &[Hearing], text: &str) -> impl IntoView + use<> {
    let told = hearings.iter().filter(|one| **one != Hearing::CannotTell).count();
    let count = hearings.iter().filter(|one| matches!(one, Hearing::Heard(_))).count();
    let row = |(one, hearing): (&Listened, &Hearing)| {
        let hears = one.hears.clone();
        let (state, icon, name, more) = match (hearing, one.sign) {
            (Hearing::Heard(span), _) => ("yes", Icon::Check, "Heard: ", quote(*span, text)),
            (Hearing::NotHeard, Some(sign)) => {
                ("no", Icon::Note, "Not heard yet: ", say::step(sign).to_owned())
            }
            _ => return None,
        };
        Some(view! {
            <li data-heard=state>
                <Sign icon />
                <p><span class="small soft">{name}</span><strong>{hears}</strong></p>
                <p class="small">{more}</p>
            </li>
        })
    };
    let rows: Vec<_> = wanted.iter().zip(hearings).filter_map(row).collect();
    let open = wanted.iter().zip(hearings).filter(|(_, one)| **one == Hearing::CannotTell);
    let open: Vec<_> = open.map(|(one, _)| view! { <li>{one.hears.clone()}</li> }).collect();
    view! {
        {(told > 0).then(|| view! {
            <p>
                <strong>{count}" of "{told}" heard. "</strong>
                "The coach looks for words that show it. It cannot know what you meant."
            </p>
            <ul class="ticks">{rows}</ul>
        })}
        {(!open.is_empty()).then(|| view! {
            <div class="stack g2">
                <h3>"Listen for this yourself"</h3>
                <p class="small soft">"No word shows it for sure. Read your answer aloud and decide."</p>
                <ul class="bul">{open}</ul>
            </div>
        })}
    }
}

fn raised(flags: &[Flag], up: &[Raised], text: &str) -> Option<impl IntoView + use<>> {
    let row = |one: &Raised| {
        let flag = flags.get(one.flag)?.text.clone();
        let words = one.spans.first().map(|span| quote(*span, text));
        Some(view! {
            <li>
                <Sign icon=Icon::Flag />
                <p>{flag}</p>
                {words.map(|words| view! { <p class="small soft">{words}</p> })}
            </li>
        })
    };
    let rows: Vec<_> = up.iter().filter_map(row).collect();
    let heading = if rows.len() == 1 { "A red flag may be up" } else { "Red flags that may be up" };
    (!rows.is_empty()).then(|| {
        view! {
            <div class="stack g2">
                <h3>{heading}</h3>
                <ul class="ticks flag">{rows}</ul>
            </div>
        }
    })
}

fn write_on(attempt: &Attempt, again: Option<String>) -> Option<impl IntoView + use<>> {
    let work = use_work();
    let taken = attempt.clone();
    again.map(|href| {
        view! {
            <div class="row">
                <a class="btn" href=href on:click=press(move || work.take_up(&taken))>
                    "Write on to answer it"
                </a>
            </div>
        }
    })
}

/// Words of the answer as a quotation.
fn quote(span: Span, text: &str) -> String {
    let words = text.get(span.start..span.end).unwrap_or_default();
    let mut short: String = words.chars().take(QUOTE).collect();
    if short.len() < words.len() {
        let whole = short.rfind(' ').unwrap_or(short.len());
        short.truncate(whole);
        short.push_str(" …");
    }
    format!("“{short}”")
}
