//! A closer look at a finished answer: steps with a person, what it was worth, metrics, words. Only what
//! applies is shown.

use coach::feedback::{
    Readings, Report, Span,
    reading::{Ladder, MetricUse, Remark, Rung, Service},
};
use leptos::prelude::*;

use crate::{
    components::icon::{Icon, Sign},
    routes::Page,
    wording::readings as say,
};

/// A quotation is cut after so many characters: it only has to be recognised.
const QUOTE: usize = 110;
/// How many soft words are few. From one more on there is a finding about them.
const FEW: usize = 2;

/// The section; nothing where there is nothing to say.
pub fn view(readings: &Readings, report: &Report, text: &str) -> Option<AnyView> {
    let topics: Vec<AnyView> = [
        readings.service.as_ref().and_then(|service| steps(service, text)),
        readings.ladder.as_ref().map(|ladder| rungs(ladder, text)),
        metrics(&readings.metrics, text),
        words(readings, report, text),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!topics.is_empty()).then(|| {
        view! {
            <section class="stack g5" aria-labelledby="closer">
                <h2 id="closer">"A closer look"</h2>
                {topics}
            </section>
        }
        .into_any()
    })
}

/// One topic.
fn topic(id: &'static str, heading: &'static str, body: AnyView) -> AnyView {
    view! {
        <section class="stack g3" aria-labelledby=id>
            <h3 id=id>{heading}</h3>
            {body}
        </section>
    }
    .into_any()
}

/// A line that is there, with its words, or one that is open.
fn line(name: &'static str, words: Option<String>) -> AnyView {
    match words {
        Some(words) => view! {
            <li>
                <Sign icon=Icon::Check />
                <strong>{name}": "</strong>
                {words}
            </li>
        }
        .into_any(),
        None => view! {
            <li class="open">
                <Sign icon=Icon::Plus />
                <strong>{name}": "</strong>
                "not there yet"
            </li>
        }
        .into_any(),
    }
}

/// The way on, and where it can be read up.
fn next(advice: &'static str, href: String, more: &'static str) -> AnyView {
    view! { <p class="small">{advice}" "<a href=href>{more}</a></p> }.into_any()
}

fn steps(service: &Service, text: &str) -> Option<AnyView> {
    let there = service.steps.iter().filter(|step| step.span.is_some()).count();
    if !service.upset && service.early.is_none() && there < 2 {
        return None;
    }
    let shown = service.steps.iter().filter(|step| service.upset || step.span.is_some());
    let rows: Vec<_> = shown
        .map(|step| line(say::step(step.step), step.span.map(|span| quote(span, text))))
        .collect();
    let order = match service.early {
        Some(early) => Some(say::before(&quote(early.offer, text), &quote(early.heard, text))),
        None => say::told(service),
    };
    let advice = match (&service.early, service.open()) {
        (Some(_), _) => say::EARLY,
        (None, Some(step)) => say::open_step(step),
        (None, None) => "",
    };
    let page = Page::Framework(service.way.framework().to_owned());
    let body = view! {
        <ol class="ticks good small">{rows}</ol>
        {order.map(|order| view! { <p class="small soft">{order}</p> })}
        {next(advice, page.href(), say::way(service.way))}
    };
    Some(topic("steps-with", say::service(service), body.into_any()))
}

fn rungs(ladder: &Ladder, text: &str) -> AnyView {
    let shown = Rung::ALL.into_iter().zip(ladder.rungs);
    let rows: Vec<_> = shown
        .filter(|(rung, span)| span.is_some() || ladder.missing == Some(*rung))
        .map(|(rung, span)| line(say::rung(rung), span.map(|span| quote(span, text))))
        .collect();
    let page = Page::Framework("value-ladder".to_owned());
    let body = view! {
        <ol class="ticks good small">{rows}</ol>
        {next(say::climb(ladder), page.href(), "The Value-Outcome Ladder")}
    };
    topic("worth", "From what you did to what it was worth", body.into_any())
}

fn metrics(metrics: &[MetricUse], text: &str) -> Option<AnyView> {
    let link = |used: &MetricUse| {
        let href = Page::Term(used.metric.slug().to_owned()).href();
        view! { <a href=href>{say::metric(used.metric)}</a> }
    };
    let (names, told): (Vec<_>, Vec<_>) =
        metrics.iter().partition(|used| used.remark == Remark::NameOnly);
    let mut rows: Vec<AnyView> = told
        .into_iter()
        .map(|used| {
            let good = used.remark == Remark::Compared;
            let icon = if good { Icon::Check } else { Icon::Note };
            view! {
                <li class:open=!good>
                    <Sign icon=icon />
                    <strong>{quote(used.span, text)}</strong>
                    " "
                    {say::remark(used.metric, used.remark)}
                    " "
                    {link(used)}
                </li>
            }
            .into_any()
        })
        .collect();
    if let Some(first) = names.first() {
        let remark = say::remark(first.metric, first.remark);
        let links: Vec<_> = names.iter().map(|used| view! { {link(used)}" " }).collect();
        let row = view! { <li class="open"><Sign icon=Icon::Note />{links}{remark}</li> };
        rows.push(row.into_any());
    }
    (!rows.is_empty()).then(|| {
        let body = view! { <ul class="ticks good small">{rows}</ul> };
        topic("numbers", "Numbers and metrics", body.into_any())
    })
}

fn words(readings: &Readings, report: &Report, text: &str) -> Option<AnyView> {
    let row = |good: bool, words: String, said: String| {
        let icon = if good { Icon::Check } else { Icon::Note };
        view! { <li class:open=!good><Sign icon=icon /><strong>{words}</strong>" "{said}</li> }
            .into_any()
    };
    let mut rows = Vec::new();
    if let Some(span) = readings.pictures.concrete {
        rows.push(row(true, quote(span, text), say::CONCRETE.to_owned()));
    }
    if let Some(span) = readings.pictures.general {
        rows.push(row(false, quote(span, text), say::GENERAL.to_owned()));
    }
    for repeat in &readings.repeats {
        rows.push(row(false, quote(repeat.spans[0], text), say::repeat(repeat)));
    }
    let soft = &readings.soft;
    if (1..=FEW).contains(&soft.spans.len()) && report.quality.is_some() {
        let words: Vec<_> = soft.spans.iter().map(|span| quote(*span, text)).collect();
        rows.push(row(false, words.join(", "), say::soft(soft)));
    }
    (!rows.is_empty()).then(|| {
        topic("words-used", "Words", view! { <ul class="ticks good small">{rows}</ul> }.into_any())
    })
}

/// The words as a quotation, with dots where it stops short of the end of what was said.
fn quote(span: Span, text: &str) -> String {
    let words = span.of(text);
    let mut short: String = words.chars().take(QUOTE).collect();
    let cut = short.len() < words.len();
    if cut {
        short.truncate(short.rfind(' ').unwrap_or(short.len()));
    }
    let goes_on = words.chars().count() > 20
        && words.ends_with(char::is_alphanumeric)
        && text[span.end..].trim_start().starts_with(char::is_alphanumeric);
    let dots = if cut || goes_on { " …" } else { "" };
    format!("“{}{dots}”", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_says_where_it_was_cut() {
        let text = "I asked the lady for her name and then I wrote it down. Then I left.";
        let quoted = |words: &str| {
            let start = text.find(words).unwrap();
            quote(Span { start, end: start + words.len() }, text)
        };
        let sentence = "I asked the lady for her name and then I wrote it down.";
        assert_eq!(quoted(sentence), format!("“{sentence}”"));
        assert_eq!(quoted(&sentence[..29]), "“I asked the lady for her name …”");
        assert_eq!(quoted("Then I"), "“Then I”");
        let long = "word ".repeat(60);
        let cut = quote(Span { start: 0, end: long.len() }, &long);
        assert!(cut.ends_with("word …”") && cut.chars().count() <= QUOTE + 4, "{cut}");
    }
}
