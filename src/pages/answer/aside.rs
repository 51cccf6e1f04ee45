//! What the coach says beside the answer.

use coach::{
    feedback::{FindingKind, Report},
    part::Part,
};
use leptos::prelude::*;

use crate::{
    components::{
        balance::BalanceBar,
        notes::{self, Note, NoteList},
        scale::TimeScale,
        writer::Reading,
    },
    reactive::live,
    wording::{self, feedback as say},
};

/// Below so many words there is nothing true to say yet.
const ENOUGH: u32 = 8;

/// The column.
pub fn aside(reading: Memo<Reading>) -> impl IntoView {
    let body = live(move || {
        reading.with(|reading| {
            if reading.report.words < ENOUGH {
                view! {
                    <section class="stack g3" aria-labelledby="coach">
                        <h2 class="h3" id="coach">"The coach reads along"</h2>
                        <p class="small soft">
                            "After a sentence or two you see here what your words show: which part each sentence serves, the balance, and what is missing."
                        </p>
                    </section>
                }
                .into_any()
            } else {
                said(reading).into_any()
            }
        })
    });
    // What a note asked for has been done. It is said once, and stays until it is so no more.
    let done = Memo::new(move |before: Option<&Done>| {
        reading.with(|reading| {
            let enough = reading.report.words >= ENOUGH;
            let before = before.filter(|_| enough);
            let shown = before.map_or(&[][..], |before| &before.shown);
            let last = before.and_then(|before| before.last);
            let last = notes::mended(shown, &reading.report)
                .or(last.filter(|kind| !notes::finds(&reading.report, *kind)));
            Done { shown: reading.notes.clone(), last }
        })
    });
    let done = live(move || {
        let title = done.with(|done| done.last.map(say::title))?;
        Some(view! { <p>{format!("Done: {title}")}</p> })
    });
    view! {
        <aside class="stack g6" aria-label="The coach">
            <div class="done small" role="status">{done}</div>
            {body}
        </aside>
    }
}

/// What the notes said last, and which of them has been done since.
#[derive(Clone, PartialEq)]
struct Done {
    shown: Vec<Note>,
    last: Option<FindingKind>,
}

fn said(reading: &Reading) -> impl IntoView + use<> {
    let report = &reading.report;
    let said = if reading.notes.is_empty() && report.quality.is_none() {
        view! { <p class="small soft">{say::summary(&report.reasons)}</p> }.into_any()
    } else {
        view! { <NoteList notes=reading.notes.clone() text=reading.text.clone() /> }.into_any()
    };
    view! {
        <section class="stack g3" aria-labelledby="balance">
            <h2 class="h3" id="balance">"Balance"</h2>
            <BalanceBar balance=report.balance aim=true lacks_result=report.lacks(Part::Result) />
            <p class="small">{say::balance(&report.balance)}</p>
        </section>
        <section class="stack g3" aria-labelledby="words">
            <h2 class="h3" id="words">"In your words"</h2>
            {said}
        </section>
        <section class="stack g3" aria-labelledby="time">
            <h2 class="h3" id="time">"Spoken, about "{wording::minutes(report.seconds)}</h2>
            <TimeScale seconds=report.seconds />
            <p class="small soft">{say::length(report)}</p>
        </section>
        {sentences(report, &reading.text)}
    }
}

/// The ribbon in words: each sentence with its part.
pub fn sentences(report: &Report, text: &str) -> impl IntoView + use<> {
    let rows = report
        .sentences
        .iter()
        .map(|sentence| {
            let words = sentence.span.of(text).to_owned();
            view! {
                <li>
                    <strong>{wording::part(sentence.part)}": "</strong>
                    {words}
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="fold">
            <summary>"Sentence by sentence"</summary>
            <div class="in-fold"><ol class="bul small">{rows}</ol></div>
        </details>
    }
}
