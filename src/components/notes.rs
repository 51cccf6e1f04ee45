//! What the coach says: at most three things first, numbered as in the text.

use coach::{
    feedback::{
        Finding, FindingKind, Lacking, Next, Reasons, Report, Span, Strength, StrengthKind,
        next::quotable,
    },
    part::Part,
};
use leptos::prelude::*;

use crate::{browser::page, reactive::press, wording::feedback as wording};

/// How many notes come first; the rest is folded.
pub const FIRST: usize = 3;
/// So many words that a note points at are named, where each is short.
const NAMED: usize = 4;
/// A short one has at most so many bytes.
const SHORT: usize = 24;

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
    /// What the next step can be said with.
    pub next: Next,
    /// How many of it there are.
    pub count: u32,
}

impl Note {
    /// The words to show for it on a finished answer: those it is about, or else those its next step
    /// turns on.
    #[must_use]
    pub fn places(&self) -> Vec<Span> {
        if self.spans.is_empty() {
            self.next.place().into_iter().collect()
        } else {
            self.spans.clone()
        }
    }
}

impl From<&Strength> for Note {
    fn from(strength: &Strength) -> Self {
        Self {
            about: About::Strength(strength.kind),
            spans: vec![strength.span],
            next: Next::Nothing,
            count: strength.count,
        }
    }
}

impl From<&Finding> for Note {
    fn from(finding: &Finding) -> Self {
        // Half an answer underlined tells nobody anything: here the place to begin is enough.
        let spans = match finding.kind {
            FindingKind::TopHeavy | FindingKind::TooLong => vec![],
            _ => finding.spans.clone(),
        };
        let next = finding.next.clone();
        let count = u32::try_from(finding.spans.len()).unwrap_or(u32::MAX);
        Self { about: About::Finding(finding.kind), spans, next, count }
    }
}

/// What to say first while someone writes: what is best in it, then what would help most. Length is
/// not mentioned while the answer is still growing.
#[must_use]
pub fn first(report: &Report) -> Vec<Note> {
    let findings = findings(report)
        .into_iter()
        .filter(|note| note.about != About::Finding(FindingKind::TooShort));
    strengths(report).into_iter().take(1).chain(findings).take(FIRST).collect()
}

/// Everything to keep, the rarest first.
#[must_use]
pub fn strengths(report: &Report) -> Vec<Note> {
    let mut all: Vec<&Strength> = report.strengths.iter().collect();
    all.sort_by_key(|strength| strength.kind);
    all.into_iter().map(Note::from).collect()
}

/// Everything to mend, the most useful first.
#[must_use]
pub fn findings(report: &Report) -> Vec<Note> {
    let needed = |finding: &&Finding| match (&report.reasons, finding.kind) {
        // Of what cannot be judged nothing can be said but that there is too little of it.
        (Reasons::NotEnough(Lacking::Words(_)), kind) => kind == FindingKind::TooShort,
        (Reasons::NotEnough(Lacking::English), _) => false,
        // A plan or a view needs no lesson: not a thing to mend where it is not missing.
        (_, FindingKind::NoInsight) => report.lacks(Part::Insight),
        _ => true,
    };
    report.findings.iter().filter(needed).map(Note::from).collect()
}

/// What someone has just mended: what a note that was shown asked for, and is found no more.
#[must_use]
pub fn mended(shown: &[Note], now: &Report) -> Option<FindingKind> {
    shown.iter().find_map(|note| match note.about {
        About::Finding(kind) if !finds(now, kind) => Some(kind),
        _ => None,
    })
}

/// Whether something is found.
#[must_use]
pub fn finds(report: &Report, kind: FindingKind) -> bool {
    report.findings.iter().any(|finding| finding.kind == kind)
}

/// The words of a note as quotations: all of them where they are short, else the first.
#[must_use]
pub fn quote(note: &Note, text: &str) -> Option<String> {
    let words = |span: &Span| text.get(span.start..span.end).map(quotable);
    let first = note.spans.first()?;
    let short = |span: &&Span| span.end - span.start <= SHORT;
    let mut all: Vec<String> = Vec::new();
    for span in note.spans.iter().take_while(short) {
        let quoted = words(span)?;
        if all.len() < NAMED && !all.iter().any(|known| known.eq_ignore_ascii_case(&quoted)) {
            all.push(quoted);
        }
    }
    if all.is_empty() {
        all.push(words(first)?);
    }
    Some(all.iter().map(|one| format!("“{one}”")).collect::<Vec<_>>().join(", "))
}

/// Notes as a short numbered list, beside an answer that is being written.
#[component]
pub fn NoteList(
    /// What to say.
    notes: Vec<Note>,
    /// The answer they are about.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let rows = notes.into_iter().enumerate().map(|(i, note)| {
        let quote = quote(&note, &text);
        let number = i + 1;
        match note.about {
            About::Strength(kind) => view! {
                <li class="good">
                    <b>{number}</b>
                    <p class="small"><strong>{quote}</strong>" "{wording::praise(kind, note.count)}</p>
                </li>
            }
            .into_any(),
            About::Finding(kind) => {
                let advice = wording::advice(kind, &note.next, note.count as usize);
                // Where the next step has the words in it, they are not said twice.
                let quote = quote.filter(|_| note.next == Next::Nothing);
                view! {
                    <li>
                        <b>{number}</b>
                        <div class="stack g1 small">
                            <p><strong>{wording::title(kind)}</strong></p>
                            {quote.map(|quote| view! { <p class="soft">{quote}</p> })}
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

/// The id of the button with the number of a note.
#[must_use]
pub fn number_id(number: usize) -> String {
    format!("note-{number}")
}

/// The id of a marked stretch of the answer.
#[must_use]
pub fn mark_id(mark: usize) -> String {
    format!("words-{mark}")
}

/// Notes on a finished answer, each with all there is to say. A number leads to the words in the
/// answer.
#[component]
pub fn FullNotes(
    /// What to mend, each with its number and with the mark that shows its words, if there is one.
    notes: Vec<(usize, Option<usize>, Note)>,
    /// The answer they are about.
    #[prop(into)]
    text: String,
    /// The number of the note whose words are shown.
    shown: RwSignal<Option<usize>>,
) -> impl IntoView {
    let rows = notes.into_iter().filter_map(|(number, mark, note)| {
        let About::Finding(kind) = note.about else { return None };
        let advice = wording::advice(kind, &note.next, note.count as usize);
        let title = wording::title(kind);
        let sign = match mark {
            None => view! { <b>{number}</b> }.into_any(),
            Some(mark) => {
                let show = press(move || {
                    shown.set(Some(number));
                    page::focus(&mark_id(mark));
                });
                view! {
                    <button
                        class="to-words"
                        id=number_id(number)
                        aria-label=format!("{number}, show it in the answer: {title}")
                        on:click=show
                    >
                        <b>{number}</b>
                    </button>
                }
                .into_any()
            }
        };
        Some(view! {
            <li>
                {sign}
                <div class="stack g2">
                    <h3 class="h3">{title}</h3>
                    {quote(&note, &text).map(|quote| view! { <p class="soft">{quote}</p> })}
                    <p class="small soft">{wording::why_it_matters(kind)}</p>
                    <p>{advice.next}</p>
                    <p class="small gone"><strong>"Gone when: "</strong>{advice.gone}</p>
                </div>
            </li>
        })
    });
    view! { <ol class="finds full">{rows.collect_view()}</ol> }
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
    fn nothing_is_said_of_what_cannot_be_judged() {
        let german =
            read(Asks::Example, "Der Kunde war wütend und wollte sofort sein Geld zurück.");
        assert_eq!(findings(&german), []);
        let short = findings(&read(Asks::Example, "I asked her."));
        assert!(short.iter().all(|note| note.about == About::Finding(FindingKind::TooShort)));
    }

    #[test]
    fn what_was_mended_is_named_once_it_is_gone() {
        let before = first(&read(Asks::Example, STORY));
        assert_eq!(mended(&before, &read(Asks::Example, STORY)), None);
        let told = format!("{STORY} In the end the office took one bill back and she thanked me.");
        assert_eq!(mended(&before, &read(Asks::Example, &told)), Some(FindingKind::NoResult));
    }

    fn about(spans: Vec<Span>) -> Note {
        Note { about: About::Finding(FindingKind::Vague), spans, next: Next::Nothing, count: 1 }
    }

    #[test]
    fn short_words_are_all_named_and_long_ones_cut() {
        let text = "um, um, maybe so, and a lot more words than can be shown here at once";
        let span = |start, end| Span { start, end };
        let short = about(vec![span(0, 2), span(4, 6), span(8, 13)]);
        assert_eq!(quote(&short, text).as_deref(), Some("“um”, “maybe”"));
        assert_eq!(quote(&about(vec![span(18, text.len())]), text).map(|q| q.len()), Some(57));
        let long = "é".repeat(200);
        let cut = quote(&about(vec![span(0, long.len())]), &long).expect("a quotation");
        assert!(cut.starts_with("“éé") && cut.ends_with("é …”"), "{cut}");
        assert_eq!(quote(&about(vec![span(0, 999)]), text), None);
        assert_eq!(quote(&about(vec![]), text), None);
    }
}
