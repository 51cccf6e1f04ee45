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

/// A stretch of a page under a heading.
fn under(heading: &'static str, body: AnyView) -> AnyView {
    view! {
        <section class="stack g2">
            <h3>{heading}</h3>
            {body}
        </section>
    }
    .into_any()
}

/// What is better, what got lost and what is still open, with the balance of both tries. `name` is what
/// the later one is called, `wide` is whether there is room for two columns.
pub fn change(earlier: &Report, later: &Report, name: &'static str, wide: bool) -> AnyView {
    let say::Lists { better, lost, open } = say::lists(&rewind::compare(earlier, later));
    let same = better.is_empty() && lost.is_empty();
    let rows = |lines: Vec<&'static str>| lines.into_iter().map(|line| (line, "")).collect();
    let mut lists = vec![
        list("Better now", Icon::Check, "ticks good", rows(better)),
        list("Lost on the way", Icon::Flag, "ticks flag", rows(lost)),
        list("Still open", Icon::Note, "ticks", open),
    ];
    if same {
        lists.insert(
            0,
            Some(soft("The coach sees no difference yet. Word by word you see what you changed.")),
        );
    }
    let measures = vec![measure("Earlier", earlier), measure(name, later)].into_any();
    view! {
        <div class=if wide { "cols snug" } else { "stack g5" }>
            <div class="stack g5">{lists}</div>
            {under("Balance and time", measures)}
        </div>
    }
    .into_any()
}

/// A remark.
pub fn soft(words: &'static str) -> AnyView {
    view! { <p class="small soft">{words}</p> }.into_any()
}

/// Lines under a heading, if there are any: each with what may follow it.
fn list(
    heading: &'static str,
    icon: Icon,
    class: &'static str,
    lines: Vec<(&'static str, &'static str)>,
) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let lines: Vec<_> = lines.into_iter().map(|(line, next)| tick(icon, "", line, next)).collect();
    Some(under(heading, view! { <ul class=class>{lines}</ul> }.into_any()))
}

/// A line with a sign before it. Where a next step follows, the line is what it is about.
pub fn tick(icon: Icon, class: &'static str, line: &'static str, next: &'static str) -> AnyView {
    let line = if next.is_empty() {
        line.into_any()
    } else {
        view! { <strong>{line}</strong> ". " {next} }.into_any()
    };
    view! { <li class=class><Sign icon=icon />{line}</li> }.into_any()
}

fn measure(name: &'static str, report: &Report) -> AnyView {
    let words = wording::count(report.words as usize, "word", "words");
    let size = format!("{words}, {} spoken", wording::minutes(report.seconds));
    view! {
        <div class="stack g1">
            <p class="between small"><strong>{name}</strong><span class="soft num">{size}</span></p>
            <BalanceBar balance=report.balance lacks_result=report.lacks(Part::Result) />
        </div>
    }
    .into_any()
}

/// Two texts side by side, one below the other where it is narrow: what was removed is marked in the
/// earlier one, what was added in the later one, which goes by that name.
pub fn side_by_side(earlier: &str, later: &str, name: &'static str) -> AnyView {
    let pieces = rewind::diff(earlier, later);
    let side = |heading, text: &str, kind| {
        let words = match text.trim() {
            "" => soft("Nothing yet."),
            _ => as_said(marked(&pieces, text, kind)),
        };
        under(heading, words)
    };
    let sides = vec![side("Earlier", earlier, Kind::Removed), side(name, later, Kind::Added)];
    view! { <div class="both-tries">{sides}</div> }.into_any()
}

/// Words of an answer, as they were typed.
pub fn as_said(words: Vec<AnyView>) -> AnyView {
    view! { <p class="said sm plain-quotes as-typed">{words}</p> }.into_any()
}

/// The words of one side, with those marked that only it has. Screen readers are told where they begin
/// and end: few of them say `ins` and `del`.
fn marked(pieces: &[Piece], text: &str, kind: Kind) -> Vec<AnyView> {
    let here = pieces.iter().filter(|piece| piece.kind == Kind::Same || piece.kind == kind);
    let mut out = Vec::new();
    for piece in here {
        let span = if kind == Kind::Removed { piece.earlier } else { piece.later };
        let words = span.of(text);
        // White space after the words is not theirs: it would be struck through or underlined.
        let (words, space) = words.split_at(words.trim_end().len());
        let words = words.to_owned().into_any();
        out.push(match piece.kind {
            Kind::Same => words,
            Kind::Removed => {
                let words = vec![spoken("[removed: "), words, spoken("] ")];
                view! { <del>{words}</del> }.into_any()
            }
            Kind::Added => {
                let words = vec![spoken("[new: "), words, spoken("] ")];
                view! { <ins>{words}</ins> }.into_any()
            }
        });
        out.push(space.to_owned().into_any());
    }
    out
}

fn spoken(words: &'static str) -> AnyView {
    view! { <span class="vh">{words}</span> }.into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_in_words_too_and_leave_the_space_out() {
        let view = || side_by_side("I rang her at once.", "I rang Ann at once.", "New");
        let html = Owner::new().with(|| view().to_html()).replace("<!>", "");
        let plain = html.replace("<!---->", "");
        assert!(
            plain.contains("[removed: </span>her<span class=\"vh\">] </span></del> at once."),
            "{plain}"
        );
        assert!(
            plain.contains("[new: </span>Ann<span class=\"vh\">] </span></ins> at once."),
            "{plain}"
        );
        assert!(plain.contains("<h3>New</h3>"), "{plain}");
    }

    #[test]
    fn the_same_words_are_not_marked() {
        let html = Owner::new().with(|| side_by_side("I rang.", "I rang.", "New").to_html());
        assert!(!html.contains("<del>") && !html.contains("<ins>"), "{html}");
    }
}
