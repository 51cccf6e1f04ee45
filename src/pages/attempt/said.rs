//! What the coach says about a finished answer: what worked, what comes next, and why the mark is what
//! it is.

use coach::feedback::{Reasons, Report};
use leptos::prelude::*;

use super::along::{Mark, mark_of};
use crate::{
    components::{
        icon::{Icon, Sign},
        notes::{self, About, FIRST, FullNotes, Note},
    },
    wording::feedback as say,
};

/// What worked, the rarest first; nothing where nothing did.
pub fn worked(report: &Report, text: &str) -> Option<AnyView> {
    let mut first = notes::strengths(report);
    if first.is_empty() {
        return None;
    }
    let rest = first.split_off(first.len().min(FIRST));
    let list = |notes: Vec<Note>| {
        let rows = notes
            .into_iter()
            .filter_map(|note| {
                let About::Strength(kind) = note.about else { return None };
                Some(view! {
                    <li>
                        <Sign icon=Icon::Check />
                        <strong>{notes::quote(&note, text)}</strong>
                        " "
                        {say::praise(kind, note.count)}
                    </li>
                })
            })
            .collect_view();
        view! { <ul class="ticks good">{rows}</ul> }
    };
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="fold bare">
                <summary>"More that worked"</summary>
                <div class="in-fold">{list(rest)}</div>
            </details>
        }
    });
    let view = view! {
        <section class="stack g4">
            <h2>"What worked"</h2>
            {list(first)}
            {more}
        </section>
    };
    Some(view.into_any())
}

/// What comes next: three notes, and the rest folded. Nothing where there is too little to judge.
pub fn next(
    reasons: &Reasons,
    all: &[Note],
    text: &str,
    marks: &[Mark],
    shown: RwSignal<Option<usize>>,
) -> Option<AnyView> {
    if all.is_empty() && reasons.mark().is_none() {
        return None;
    }
    let heading = match all.len() {
        0 => "Nothing stands in its way",
        1 => "One next thing",
        2 => "Two next things",
        _ => "Three next things",
    };
    let mut first: Vec<_> = all
        .iter()
        .enumerate()
        .map(|(at, note)| (at + 1, mark_of(marks, at + 1), note.clone()))
        .collect();
    let rest = first.split_off(first.len().min(FIRST));
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>"Smaller things"</summary>
                <div class="in-fold"><FullNotes notes=rest text=text shown=shown /></div>
            </details>
        }
    });
    let hint = first.iter().any(|(_, mark, _)| mark.is_some()).then(|| {
        view! { <p class="small soft">"Press a number to see the words in your answer."</p> }
    });
    let list =
        (!first.is_empty()).then(|| view! { <FullNotes notes=first text=text shown=shown /> });
    let view = view! {
        <section class="stack g4">
            <h2>{heading}</h2>
            {hint}
            {list}
            {more}
        </section>
    };
    Some(view.into_any())
}

/// Why the mark is what it is; nothing where there is none.
pub fn why(reasons: &Reasons) -> Option<AnyView> {
    let why = say::why_this_mark(reasons)?;
    let reached = (!why.reached.is_empty()).then(|| {
        let rows = why.reached.into_iter().map(|what| {
            view! {
                <li>
                    <Sign icon=Icon::Check />
                    {what}
                </li>
            }
        });
        view! {
            <p><strong>"Reached"</strong></p>
            <ul class="ticks good">{rows.collect_view()}</ul>
        }
    });
    let missing = (!why.missing.is_empty()).then(|| {
        let rows = why.missing.into_iter().map(|what| view! { <li>{what}</li> });
        view! {
            <p><strong>"Missing for the next mark"</strong></p>
            <ul class="bul">{rows.collect_view()}</ul>
        }
    });
    let view = view! {
        <details class="fold bare">
            <summary>"Why this mark"</summary>
            <div class="in-fold stack g3">
                <p>{why.mark}</p>
                {reached}
                {missing}
                {why.moved.map(|words| view! { <p>{words}</p> })}
                <p class="small soft">
                    "The coach counts what it can read, and may be one step off. Trust the notes more than the number."
                </p>
            </div>
        </details>
    };
    Some(view.into_any())
}
