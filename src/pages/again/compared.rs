//! A finished answer beside an earlier try of the same question, as a piece of its page.

use coach::{feedback::Report, question::Asks, save::Attempt};
use leptos::prelude::*;

use super::read;
use crate::{
    browser::clock,
    components::{
        change::{change, side_by_side},
        fold::fold,
    },
    reactive::{live, text, typed},
    state::use_work,
};

/// The comparison with an earlier try, which can be chosen; nothing where there is none.
pub fn compared(attempt: &Attempt, asks: Asks, report: &Report) -> Option<AnyView> {
    let tries = use_work().attempts.peek(|attempts| {
        let all: Vec<Attempt> = attempts.before(attempt).cloned().collect();
        attempts.compared(attempt).map(|first| (first.at, all))
    });
    let (first, all) = tries.flatten()?;
    let chosen = RwSignal::new(first);
    let choice = (all.len() > 1).then(|| choice(&all, first, chosen));
    let (report, answer) = (report.clone(), attempt.text.clone());
    let body = live(move || {
        let at = chosen.get();
        let earlier = all.iter().find(|earlier| earlier.at == at)?;
        let before = read(earlier, asks, &earlier.text);
        Some(vec![
            change(&before, &report, "This one", false),
            fold("Word by word", false, side_by_side(&earlier.text, &answer, "This one")),
        ])
    });
    let heading = text(move || format!("Compared with your try of {}", clock::short(chosen.get())));
    let section = view! {
        <section class="stack g4">
            <h2>{heading}</h2>
            {choice} {body}
        </section>
    };
    Some(section.into_any())
}

/// Choosing the earlier try.
fn choice(all: &[Attempt], first: u64, chosen: RwSignal<u64>) -> impl IntoView + use<> {
    let option = |attempt: &Attempt| {
        let at = attempt.at;
        view! { <option value=at.to_string() selected=at == first>{clock::short(at)}</option> }
    };
    let choose = typed(move |at| {
        if let Ok(at) = at.parse() {
            chosen.set(at);
        }
    });
    view! {
        <div class="field stack g2">
            <label for="earlier-try">"Choose another try"</label>
            <select class="in" id="earlier-try" on:change=choose>
                {all.iter().map(option).collect_view()}
            </select>
        </div>
    }
}
