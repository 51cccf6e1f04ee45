//! What is different between two tries: in lists, and word by word.

use coach::{
    feedback::Report,
    part::Part,
    rewind::{self, Kind, Piece},
};
use leptos::prelude::*;

use super::{
    balance::BalanceBar,
    icon::{Icon, Sign},
};
use crate::wording::{self, rewind as say};

/// What is better, what got lost and what is still open, with the balance of both tries.
#[component]
pub fn ChangeLists(
    /// What the coach read in the earlier try.
    earlier: Report,
    /// What it reads in the later one.
    later: Report,
    /// What the later one is called.
    name: &'static str,
    /// Whether there is room for two columns.
    #[prop(optional)]
    wide: bool,
) -> impl IntoView {
    let say::Lists { better, lost, open } = say::lists(&rewind::compare(&earlier, &later));
    let same = (better.is_empty() && lost.is_empty()).then(|| {
        view! {
            <p class="small soft">
                "The coach sees no difference yet. Word by word you see what you changed."
            </p>
        }
    });
    let open = open.into_iter().map(|(title, next)| {
        view! {
            <li>
                <Sign icon=Icon::Note />
                <strong>{title}</strong>
                ". "
                {next}
            </li>
        }
    });
    let open: Vec<_> = open.collect();
    let still_open = (!open.is_empty()).then(|| {
        view! {
            <section class="stack g2">
                <h3>"Still open"</h3>
                <ul class="ticks">{open}</ul>
            </section>
        }
    });
    view! {
        <div class=if wide { "cols snug" } else { "stack g5" }>
            <div class="stack g5">
                {same} {list("Better now", Icon::Check, "ticks good", better)}
                {list("Lost on the way", Icon::Flag, "ticks flag", lost)}
                {still_open}
            </div>
            <section class="stack g3">
                <h3>"Balance and time"</h3>
                {measure("Earlier", &earlier)} {measure(name, &later)}
            </section>
        </div>
    }
}

fn list(
    heading: &'static str,
    icon: Icon,
    class: &'static str,
    lines: Vec<String>,
) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let line = |line: String| view! { <li><Sign icon=icon />{line}</li> };
    let lines = lines.into_iter().map(line).collect_view();
    let list = view! {
        <section class="stack g2">
            <h3>{heading}</h3>
            <ul class=class>{lines}</ul>
        </section>
    };
    Some(list.into_any())
}

fn measure(name: &'static str, report: &Report) -> impl IntoView + use<> {
    let words = wording::count(report.words as usize, "word", "words");
    view! {
        <div class="stack g1">
            <p class="between small">
                <strong>{name}</strong>
                <span class="soft num">{format!("{words}, {} spoken", wording::minutes(report.seconds))}</span>
            </p>
            <BalanceBar balance=report.balance lacks_result=report.lacks(Part::Result) />
        </div>
    }
}

/// Two texts side by side, one below the other where it is narrow: what was removed is marked in the
/// earlier one, what was added in the later one.
#[component]
pub fn SideBySide(
    /// The earlier text.
    earlier: String,
    /// The later text.
    later: String,
    /// What the later one is called.
    name: &'static str,
) -> impl IntoView {
    let pieces = rewind::diff(&earlier, &later);
    let side = |heading, text: &str, kind| {
        let words = match text.trim() {
            "" => view! { <p class="small soft">"Nothing yet."</p> }.into_any(),
            _ => {
                view! { <p class="said sm plain-quotes as-typed">{marked(&pieces, text, kind)}</p> }
                    .into_any()
            }
        };
        view! {
            <section class="stack g2">
                <h3 class="label">{heading}</h3>
                {words}
            </section>
        }
    };
    view! {
        <div class="both-tries">
            {side("Earlier", &earlier, Kind::Removed)} {side(name, &later, Kind::Added)}
        </div>
    }
}

/// The words of one side, with those marked that only it has. Screen readers are told where they begin
/// and end: few of them say `ins` and `del`.
fn marked(pieces: &[Piece], text: &str, kind: Kind) -> impl IntoView + use<> {
    let here = |piece: &&Piece| piece.kind == Kind::Same || piece.kind == kind;
    let draw = |piece: &Piece| {
        let span = if kind == Kind::Removed { piece.earlier } else { piece.later };
        let words = span.of(text);
        let end = words.trim_end().len();
        // White space after the words is not theirs: it would be struck through or underlined.
        let (words, space) = (words[..end].to_owned(), words[end..].to_owned());
        match piece.kind {
            Kind::Same => view! { {words}{space} }.into_any(),
            Kind::Removed => view! {
                <del>{spoken("[removed: ")}{words}{spoken("] ")}</del>
                {space}
            }
            .into_any(),
            Kind::Added => view! {
                <ins>{spoken("[new: ")}{words}{spoken("] ")}</ins>
                {space}
            }
            .into_any(),
        }
    };
    pieces.iter().filter(here).map(draw).collect_view()
}

fn spoken(words: &'static str) -> impl IntoView {
    view! { <span class="vh">{words}</span> }
}
