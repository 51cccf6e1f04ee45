//! What the coach says: at most three things first, numbered as in the text.

use coach::{
    feedback::{Finding, FindingKind, Report, Span, StrengthKind},
    part::Part,
};
use leptos::prelude::*;

use crate::wording::feedback as wording;

/// How many notes come first; the rest is folded.
const FIRST: usize = 3;
/// A quotation is cut after so many characters: it only has to be recognised.
const QUOTE: usize = 60;

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Something to mend.
    Finding(FindingKind),
    /// Something to keep.
    Strength(StrengthKind),
}

/// One thing to say, and the words it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub about: About,
    /// The words, where there are any.
    pub spans: Vec<Span>,
}

/// What to say first while someone writes: what is best in it, then what would help most. Length is
/// not mentioned while the answer is still growing.
#[must_use]
pub fn first(report: &Report) -> Vec<Note> {
    let strength = report
        .strengths
        .first()
        .map(|s| Note { about: About::Strength(s.kind), spans: vec![s.span] });
    let findings = findings(report)
        .into_iter()
        .filter(|note| note.about != About::Finding(FindingKind::TooShort));
    strength.into_iter().chain(findings).take(FIRST).collect()
}

/// Everything to mend, the most useful first.
#[must_use]
pub fn findings(report: &Report) -> Vec<Note> {
    let note = |finding: &Finding| Note {
        about: About::Finding(finding.kind),
        // Half an answer underlined tells nobody anything: the balance shows this one.
        spans: if finding.kind == FindingKind::TopHeavy { vec![] } else { finding.spans.clone() },
    };
    // A plan or a view needs no lesson: not a thing to mend where it is not missing.
    let needed =
        |finding: &&Finding| finding.kind != FindingKind::NoInsight || report.lacks(Part::Insight);
    report.findings.iter().filter(needed).map(note).collect()
}

/// The words of a note as a quotation.
fn quote(note: &Note, text: &str) -> Option<String> {
    let words = note.spans.first().and_then(|span| text.get(span.start..span.end))?;
    let mut short: String = words.chars().take(QUOTE).collect();
    if short.len() < words.len() {
        short = short.trim_end().to_owned() + " …";
    }
    Some(format!("“{short}”"))
}

/// Notes as a numbered list.
#[component]
pub fn NoteList(
    /// What to say.
    notes: Vec<Note>,
    /// The answer they are about.
    #[prop(into)]
    text: String,
    /// Whether to say why each matters.
    #[prop(optional)]
    full: bool,
    /// The number of the first one.
    #[prop(default = 1)]
    from: usize,
) -> impl IntoView {
    let rows = notes.into_iter().enumerate().map(|(i, note)| {
        let quote = quote(&note, &text);
        let number = i + from;
        match note.about {
            About::Strength(kind) => view! {
                <li class="good">
                    <b>{number}</b>
                    <p class="small"><strong>{quote}</strong>" "{wording::praise(kind)}</p>
                </li>
            }
            .into_any(),
            About::Finding(kind) => {
                let advice = wording::advice(kind);
                view! {
                    <li>
                        <b>{number}</b>
                        <div class="stack g1 small">
                            <p><strong>{advice.title}</strong></p>
                            {quote.map(|quote| view! { <p class="soft">{quote}</p> })}
                            {full.then(|| view! { <p>{advice.why}</p> })}
                            <p>{advice.next}</p>
                        </div>
                    </li>
                }
                .into_any()
            }
        }
    });
    view! { <ol class="finds">{rows.collect_view()}</ol> }
}

#[cfg(test)]
mod tests {
    use coach::{
        feedback::{Model, Prompt, report},
        question::Asks,
    };

    use super::*;

    const STORY: &str = "Last May a guest shouted at our desk because her bill was wrong. I listened until she had finished. I said sorry for the second bill and I called the office while she waited.";

    fn read(asks: Asks, text: &str) -> Report {
        report(Model::shipped(), &Prompt { text: "What happened?", asks }, text)
    }

    #[test]
    fn what_is_good_comes_first_and_there_are_at_most_three_things() {
        let notes = first(&read(Asks::Example, STORY));
        assert!(matches!(notes[0].about, About::Strength(_)), "{notes:?}");
        assert!(notes.len() <= FIRST && notes.len() > 1, "{notes:?}");
    }

    #[test]
    fn nobody_is_told_to_write_more_while_they_write() {
        let notes = first(&read(Asks::Example, "I listened to her and then I called the office."));
        assert!(
            notes.iter().all(|note| note.about != About::Finding(FindingKind::TooShort)),
            "{notes:?}"
        );
    }

    #[test]
    fn a_plan_is_not_asked_for_a_lesson() {
        let lesson = |asks| {
            findings(&read(asks, STORY))
                .iter()
                .any(|n| n.about == About::Finding(FindingKind::NoInsight))
        };
        assert!(lesson(Asks::Example));
        assert!(!lesson(Asks::Plan));
    }

    #[test]
    fn a_long_quotation_is_cut_between_characters() {
        let text = "é".repeat(80);
        let span = Span { start: 0, end: text.len() };
        let note = Note { about: About::Finding(FindingKind::Vague), spans: vec![span] };
        assert_eq!(quote(&note, &text), Some(format!("“{} …”", "é".repeat(QUOTE))));
        assert_eq!(quote(&Note { spans: vec![Span { start: 0, end: 999 }], ..note }, &text), None);
    }
}
