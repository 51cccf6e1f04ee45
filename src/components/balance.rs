//! The balance of an answer as one strip: background, action, result, insight.

use coach::{feedback::Balance, part::Part};
use leptos::prelude::*;

use crate::{
    reactive::{at, drawn},
    wording::feedback as wording,
};

/// The most background that interviewers like, in per cent.
const AIM: u32 = 40;

/// The strip.
#[component]
pub fn BalanceBar(
    /// Words by part.
    balance: Balance,
    /// Whether to mark how much background is enough.
    #[prop(optional)]
    aim: bool,
    /// Whether the coach misses an ending: it shows as a dashed end.
    lacks_result: bool,
) -> impl IntoView {
    let segment = |class: &'static str, words: u32| {
        (words > 0).then(|| view! { <span class=class use:drawn=at(&[("--w", words)])></span> })
    };
    let background = balance.context();
    let total = balance.total();
    let no_result = lacks_result.then(|| segment("seg none", (total / 6).max(4)));
    view! {
        <div class="balance" role="img" aria-label=wording::balance_spoken(&balance)>
            {segment("seg ctx", background)} {segment("seg act", balance.of(Part::Action))}
            {segment("seg res", balance.of(Part::Result))}
            {segment("seg ins", balance.of(Part::Insight))} {no_result}
            {aim.then(|| view! { <span class="aim" use:drawn=at(&[("--x", AIM)])></span> })}
        </div>
    }
}

/// What the strip's patterns mean.
#[component]
pub fn BalanceKey() -> impl IntoView {
    view! {
        <ul class="key" aria-label="Key to the ribbon">
            <li><span class="seg ctx"></span>"Background"</li>
            <li><span class="seg act"></span>"Action"</li>
            <li><span class="seg res"></span>"Result"</li>
            <li><span class="seg ins"></span>"Insight"</li>
        </ul>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn an_ending_told_in_passing_is_not_drawn_as_missing() {
        let balance = Balance { situation: 10, action: 20, ..Balance::default() };
        let html = |lacks_result| {
            Owner::new().with(|| view! { <BalanceBar balance lacks_result /> }.to_html())
        };
        assert!(html(true).contains("seg none"));
        assert!(!html(false).contains("seg none"));
    }
}
