//! What the coach says beside the new words of a part.

use coach::{
    feedback::Report,
    part::Part,
    rewind::{self, Rewritten, Section, Weak, Why},
};
use leptos::prelude::*;

use super::Practice;
use crate::{
    components::{
        balance::BalanceBar,
        icon::{Icon, Sign},
    },
    reactive::live,
    wording::{self, rewind as say},
};

/// The whole answer with the new words, as it is read while someone writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Now {
    rewritten: Rewritten,
    report: Report,
}

impl Now {
    /// The answer with these words.
    pub fn of(practice: Practice, words: &str) -> Self {
        let (rewritten, report) = practice.now(words);
        Self { rewritten, report }
    }

    /// The parts that the new sentences serve.
    fn parts(&self) -> Vec<Part> {
        let new = self.rewritten.new;
        let sentences = self.report.sentences.iter();
        let inside = sentences.filter(|it| it.span.start >= new.start && it.span.start < new.end);
        inside.map(|sentence| sentence.part).collect()
    }
}

/// Why a part of an answer is worth practising.
fn reasons(report: &Report, section: Section) -> Vec<Why> {
    let weak = rewind::weak(report).into_iter();
    let here = |weak: Weak| (weak.section == section).then_some(weak.why);
    weak.filter_map(here).next().unwrap_or_default()
}

/// What an interviewer misses in the part.
pub fn misses(practice: Practice) -> impl IntoView {
    let section = practice.section;
    let reasons = practice.earlier.with_value(|(_, report)| reasons(report, section));
    if reasons.is_empty() {
        return view! {
            <p class="small soft">"Nothing stands in its way here. You can still try to say it better."</p>
        }
        .into_any();
    }
    let rows = reasons.into_iter().enumerate().map(|(at, why)| {
        let (title, because) = say::why(section, why);
        view! {
            <li>
                <b>{at + 1}</b>
                <div class="stack g1 small">
                    <p><strong>{title}</strong></p>
                    <p>{because}</p>
                </div>
            </li>
        }
    });
    view! {
        <section class="stack g2">
            <h2 class="h3">"What an interviewer misses here"</h2>
            <ol class="finds">{rows.collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// How the new words read within the whole answer.
pub fn aside(practice: Practice, now: Memo<Now>) -> impl IntoView {
    let section = practice.section;
    let wanted = practice.earlier.with_value(|(_, report)| reasons(report, section));
    let wanted = StoredValue::new(wanted);
    let body = live(move || {
        now.with(|now| {
            let parts = now.parts();
            if parts.is_empty() {
                return view! {
                    <p class="small soft">
                        "After a sentence you see here how the coach reads your new words within the whole answer."
                    </p>
                }
                .into_any();
            }
            let open = reasons(&now.report, section);
            let still = |why: &Why| open.contains(why) || open.contains(&Why::Missing);
            let row = |why: &Why| {
                if still(why) {
                    let (title, _) = say::why(section, *why);
                    view! { <li><Sign icon=Icon::Note />"Still open: "{title}"."</li> }.into_any()
                } else {
                    view! { <li class="good"><Sign icon=Icon::Check />{say::done(section, *why)}</li> }
                        .into_any()
                }
            };
            let rows = wanted.with_value(|wanted| wanted.iter().map(row).collect_view());
            view! {
                <p class="small" role="status">{say::read_as(section, &parts)}</p>
                <ul class="ticks small">{rows}</ul>
                <BalanceBar balance=now.report.balance aim=true lacks_result=now.report.lacks(Part::Result) />
                <p class="small soft">
                    "Spoken, about "{wording::minutes(now.report.seconds)}" for the whole answer."
                </p>
                <details class="fold bare">
                    <summary>"Your whole answer with the new words"</summary>
                    <div class="in-fold">{whole(&now.rewritten)}</div>
                </details>
            }
            .into_any()
        })
    });
    view! {
        <aside class="stack g3" aria-label="The coach">
            <h2 class="h3">"How it reads now"</h2>
            {body}
        </aside>
    }
}

/// The whole answer with the new words marked.
pub fn whole(now: &Rewritten) -> impl IntoView + use<> {
    let (before, after) = (&now.text[..now.new.start], &now.text[now.new.end..]);
    view! {
        <p class="small as-typed">
            {before.to_owned()} <mark class="slot">{now.new.of(&now.text).to_owned()}</mark>
            {after.to_owned()}
        </p>
    }
}
