//! The answer cut into stretches of one part, each beside its piece of ribbon, with the words that the
//! notes are about.

use coach::{
    feedback::{Report, Span},
    part::Part,
};
use leptos::prelude::*;

use crate::{
    browser::page,
    components::{
        icon::{Icon, Sign},
        notes::{Note, mark_id, number_id},
        ribbon,
    },
    reactive::{live, press},
    wording,
};

/// Words that one or more notes are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    span: Span,
    /// The numbers of the notes.
    notes: Vec<usize>,
}

/// The words that notes are about, in order of the text and not overlapping.
pub fn marks(notes: &[Note]) -> Vec<Mark> {
    let mut all: Vec<(Span, usize)> = Vec::new();
    for (at, note) in notes.iter().enumerate() {
        all.extend(note.places().into_iter().map(|span| (span, at + 1)));
    }
    all.sort_unstable();
    let mut marks: Vec<Mark> = Vec::new();
    for (span, number) in all {
        match marks.last_mut() {
            Some(last) if span.start < last.span.end => {
                last.span.end = last.span.end.max(span.end);
                if !last.notes.contains(&number) {
                    last.notes.push(number);
                }
            }
            _ => marks.push(Mark { span, notes: vec![number] }),
        }
    }
    marks
}

/// The mark that shows the words of a note first.
pub fn mark_of(marks: &[Mark], number: usize) -> Option<usize> {
    marks.iter().position(|mark| mark.notes.contains(&number))
}

/// A piece of the answer: its words, and which mark they belong to.
type Piece<'a> = (&'a str, Option<usize>);

/// Cuts a stretch of the answer at the marks in it.
fn cut<'a>(text: &'a str, stretch: Span, marks: &[Mark]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut at = stretch.start;
    for (number, mark) in marks.iter().enumerate() {
        let (from, to) = (mark.span.start.max(at), mark.span.end.min(stretch.end));
        if from >= to {
            continue;
        }
        if from > at {
            pieces.push((&text[at..from], None));
        }
        pieces.push((&text[from..to], Some(number)));
        at = to;
    }
    if at < stretch.end {
        pieces.push((&text[at..stretch.end], None));
    }
    pieces
}

/// The view. `shown` is the number of the note whose words are shown.
pub fn along(
    report: &Report,
    text: &str,
    marks: &[Mark],
    shown: RwSignal<Option<usize>>,
) -> impl IntoView + use<> {
    let mut runs: Vec<(Part, Span)> = Vec::new();
    for sentence in &report.sentences {
        match runs.last_mut() {
            Some((part, span)) if *part == sentence.part => span.end = sentence.span.end,
            _ => runs.push((sentence.part, sentence.span)),
        }
    }
    runs.into_iter()
        .map(|(part, span)| {
            let pieces = cut(text, span, marks);
            let here: Vec<usize> = pieces
                .iter()
                .filter_map(|(_, mark)| *mark)
                // The way back stands where the words begin.
                .filter(|mark| marks[*mark].span.start >= span.start)
                .flat_map(|mark| {
                    let first = |number: &usize| mark_of(marks, *number) == Some(mark);
                    marks[mark].notes.iter().copied().filter(first).collect::<Vec<_>>()
                })
                .collect();
            let words = pieces
                .into_iter()
                .map(|(words, mark)| match mark {
                    None => words.to_owned().into_any(),
                    Some(mark) => {
                        let begins = marks[mark].span.start >= span.start;
                        let numbers: Vec<_> =
                            marks[mark].notes.iter().map(ToString::to_string).collect();
                        view! {
                            <mark
                                class="care"
                                id=begins.then(|| mark_id(mark))
                                tabindex="-1"
                                data-n=numbers.join(", ")
                            >
                                {words.to_owned()}
                            </mark>
                        }
                        .into_any()
                    }
                })
                .collect_view();
            let back = live(move || {
                let number = shown.get().filter(|number| here.contains(number))?;
                let go = press(move || {
                    shown.set(None);
                    page::reveal(&number_id(number));
                });
                Some(view! {
                    <button class="btn quiet" on:click=go>
                        <Sign icon=Icon::Back />
                        {format!("Back to note {number}")}
                    </button>
                })
            });
            view! {
                <div class="partstep">
                    <span class=ribbon::class(part)></span>
                    <div class="stack g1">
                        <p class="eyebrow">{wording::part(part)}</p>
                        <p class="said sm plain-quotes">{words}</p>
                        {back}
                    </div>
                </div>
            }
        })
        .collect_view()
}

#[cfg(test)]
mod tests {
    use coach::feedback::{FindingKind, Next};

    use super::*;
    use crate::components::notes::About;

    fn note(spans: &[(usize, usize)]) -> Note {
        let spans = spans.iter().map(|(start, end)| Span { start: *start, end: *end }).collect();
        Note { about: About::Finding(FindingKind::Vague), spans, next: Next::Nothing, count: 1 }
    }

    #[test]
    fn every_note_with_words_has_a_mark_even_where_words_overlap() {
        let marks = marks(&[note(&[(8, 12), (0, 4)]), note(&[]), note(&[(2, 6)])]);
        assert_eq!(marks.len(), 2);
        assert_eq!(
            (marks[0].span, marks[0].notes.as_slice()),
            (Span { start: 0, end: 6 }, &[1, 3][..])
        );
        assert_eq!(mark_of(&marks, 1), Some(0));
        assert_eq!(mark_of(&marks, 2), None);
        assert_eq!(mark_of(&marks, 3), Some(0));
    }

    #[test]
    fn a_stretch_is_cut_at_the_marks_in_it_and_nothing_is_lost() {
        let text = "é one two three four";
        let marks = marks(&[note(&[(0, 6)]), note(&[(11, 21)])]);
        let pieces = cut(text, Span { start: 3, end: 16 }, &marks);
        assert_eq!(pieces, [("one", Some(0)), (" two ", None), ("three", Some(1))]);
        assert_eq!(cut(text, Span { start: 7, end: 10 }, &marks), [("two", None)]);
    }
}
