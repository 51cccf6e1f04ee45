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
        change::{as_said, soft, tick},
        fold::fold,
        icon::Icon,
    },
    reactive::live,
    wording::{self, rewind as say},
};

/// The parts that the new sentences serve.
fn parts(now: &Rewritten, report: &Report) -> Vec<Part> {
    let inside = |at: usize| at >= now.new.start && at < now.new.end;
    let new = report.sentences.iter().filter(|sentence| inside(sentence.span.start));
    new.map(|sentence| sentence.part).collect()
}

/// Why a part of an answer is worth practising.
fn reasons(report: &Report, section: Section) -> Vec<Why> {
    let weak = rewind::weak(report).into_iter();
    let here = |weak: Weak| (weak.section == section).then_some(weak.why);
    weak.filter_map(here).next().unwrap_or_default()
}

/// What an interviewer misses in the part.
pub fn misses(practice: Practice) -> AnyView {
    let section = practice.section;
    let reasons = practice.earlier.with_value(|(_, report)| reasons(report, section));
    if reasons.is_empty() {
        return soft("Nothing stands in its way here. You can still try to say it better.");
    }
    let row = |(at, why): (usize, Why)| {
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
        .into_any()
    };
    let rows: Vec<AnyView> = reasons.into_iter().enumerate().map(row).collect();
    view! {
        <section class="stack g2">
            <h2 class="h3">"What an interviewer misses here"</h2>
            <ol class="finds">{rows}</ol>
        </section>
    }
    .into_any()
}

/// How the new words read within the whole answer.
pub fn aside(practice: Practice, settled: RwSignal<String>) -> AnyView {
    let section = practice.section;
    let wanted = practice.earlier.with_value(|(_, report)| reasons(report, section));
    let body = live(move || {
        let (now, report) = settled.with(|words| practice.now(words));
        let parts = parts(&now, &report);
        if parts.is_empty() {
            return soft(
                "After a sentence you see here how the coach reads your new words within the whole answer.",
            );
        }
        let open = reasons(&report, section);
        let row = |why: &Why| {
            if open.contains(why) || open.contains(&Why::Missing) {
                tick(Icon::Note, "", "Still open", say::why(section, *why).0)
            } else {
                tick(Icon::Check, "good", say::done(section, *why), "")
            }
        };
        let rows: Vec<AnyView> = wanted.iter().map(row).collect();
        let time =
            format!("Spoken, about {} for the whole answer.", wording::minutes(report.seconds));
        view! {
            <p class="small" role="status">{say::read_as(section, &parts)}</p>
            <ul class="ticks small">{rows}</ul>
            <BalanceBar balance=report.balance aim=true lacks_result=report.lacks(Part::Result) />
            <p class="small soft">{time}</p>
            {fold("Your whole answer with the new words", false, whole(&now))}
        }
        .into_any()
    });
    view! {
        <aside class="stack g3" aria-label="The coach">
            <h2 class="h3">"How it reads now"</h2>
            {body}
        </aside>
    }
    .into_any()
}

/// The whole answer with the new words marked.
pub fn whole(now: &Rewritten) -> AnyView {
    let (before, after) = (&now.text[..now.new.start], &now.text[now.new.end..]);
    let new = now.new.of(&now.text).to_owned();
    as_said(vec![
        before.to_owned().into_any(),
        view! { <mark class="slot">{new}</mark> }.into_any(),
        after.to_owned().into_any(),
    ])
}
