//! What the coach says beside the answer.

use coach::{feedback::Report, part::Part};
use leptos::prelude::*;

use crate::{
    components::{balance::BalanceBar, notes::NoteList, scale::TimeScale, writer::Reading},
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
    view! { <aside class="stack g6" aria-label="The coach">{body}</aside> }
}

fn said(reading: &Reading) -> impl IntoView + use<> {
    let report = &reading.report;
    view! {
        <section class="stack g3" aria-labelledby="balance">
            <h2 class="h3" id="balance">"Balance"</h2>
            <BalanceBar balance=report.balance aim=true lacks_result=report.lacks(Part::Result) />
            <p class="small" role="status">{say::balance(&report.balance)}</p>
        </section>
        <section class="stack g3" aria-labelledby="words">
            <h2 class="h3" id="words">"In your words"</h2>
            <NoteList notes=reading.notes.clone() text=reading.text.clone() />
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
