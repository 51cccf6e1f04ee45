//! How the rounds of one quiz went on this device.

use coach::{quiz::Standing, save::QuizResult};
use leptos::prelude::*;

use crate::{
    browser::clock,
    components::icon::{Icon, Sign},
    reactive::{at, drawn, live},
    state::use_work,
    wording::quiz as say,
};

/// How many rounds are shown.
const SHOWN: usize = 5;

/// The section; nothing before the first round is over.
pub fn section(quiz: &'static str) -> impl IntoView {
    let work = use_work();
    let known = Memo::new(move |_| {
        work.quizzes
            .with(|quizzes| {
                let standing = quizzes.standing(quiz)?;
                let rounds: Vec<QuizResult> = quizzes.whole(quiz).take(SHOWN).cloned().collect();
                Some((standing, rounds))
            })
            .flatten()
    });
    live(move || known.get().map(|(standing, rounds)| draw(&standing, rounds)))
}

fn draw(standing: &Standing, rounds: Vec<QuizResult>) -> impl IntoView + use<> {
    let best = standing.best;
    let mut best_told = false;
    let rows = rounds
        .into_iter()
        .map(|round| {
            let score = round.score();
            let is_best = !best_told && standing.rounds > 1 && score == best;
            best_told |= is_best;
            view! {
                <li>
                    <span class="soft">{clock::short(round.at)}</span>
                    <span class="bar" aria-hidden="true">
                        <i use:drawn=at(&[("--w", u32::try_from(score.percent()).unwrap_or(0))])></i>
                    </span>
                    <span class="num">
                        <strong>{say::score(score)}</strong>
                        {is_best.then(|| view! { <span class="tag good"><Sign icon=Icon::Check />"Best"</span> })}
                    </span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack g3" aria-labelledby="standing">
            <h2 id="standing">"Your rounds so far"</h2>
            <p class="meta num">
                <span>{format!("Last {}", say::score(standing.last))}</span>
                {(standing.rounds > 1).then(|| view! { <span>{format!("Best {}", say::score(best))}</span> })}
                <span>{say::trend(standing)}</span>
            </p>
            <ol class="rounds small">{rows}</ol>
        </section>
    }
}
