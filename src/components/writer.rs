//! The sheet that an answer is written on: plain text, with the coach's marks under the words and the
//! ribbon in the margin.
//!
//! Words are typed into a textarea; below it lies a layer with the same text that nobody sees, which
//! carries the marks and tells where each sentence stands. The textarea itself is only written to
//! when its text comes from elsewhere, so the caret never moves by itself.

use coach::{feedback::Report, part::Part};
use leptos::{html, prelude::*};

use super::{
    notes::{About, Note},
    ribbon::{self, Run},
};
use crate::{
    browser::{measure, page},
    reactive::{at, drawn, effect, live, typed},
    wording,
};

/// A stretch of the lower layer.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    text: String,
    /// The note that it belongs to: its number, and whether it is a praise.
    mark: Option<(usize, bool)>,
}

/// What the coach read, and in which text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The text that was read.
    pub text: String,
    /// What was read in it.
    pub report: Report,
    /// What is said about it now.
    pub notes: Vec<Note>,
}

/// The length of what two texts have in common at the start, on a character boundary.
fn common(a: &str, b: &str) -> usize {
    a.char_indices()
        .zip(b.chars())
        .find(|((_, x), y)| x != y)
        .map_or(a.len().min(b.len()), |((i, _), _)| i)
}

/// Cuts the text of one sentence at its marks. Marks that the typing has gone past stay; those in
/// what is being changed go.
fn cut(text: &str, start: usize, end: usize, reading: &Reading, upto: usize) -> Vec<Piece> {
    let mut marks: Vec<(usize, usize, usize, bool)> = Vec::new();
    for (i, note) in reading.notes.iter().enumerate() {
        let good = matches!(note.about, About::Strength(_));
        for span in note.spans.iter().filter(|s| s.start >= start && s.end <= end && s.end <= upto)
        {
            marks.push((span.start, span.end, i + 1, good));
        }
    }
    marks.sort_unstable();
    let mut pieces = Vec::new();
    let mut at = start;
    for (from, to, number, good) in marks {
        if from < at {
            continue;
        }
        if from > at {
            pieces.push(Piece { text: text[at..from].to_owned(), mark: None });
        }
        pieces.push(Piece { text: text[from..to].to_owned(), mark: Some((number, good)) });
        at = to;
    }
    if at < end {
        pieces.push(Piece { text: text[at..end].to_owned(), mark: None });
    }
    pieces
}

/// The lower layer: each sentence as a group of pieces, and what stands between them.
fn layer(text: &str, reading: &Reading) -> Vec<(bool, Vec<Piece>)> {
    let upto = common(text, &reading.text);
    let mut groups = Vec::new();
    let mut at = 0;
    for sentence in reading.report.sentences.iter().filter(|s| s.span.end <= upto) {
        let (start, end) = (sentence.span.start, sentence.span.end);
        if start > at {
            groups.push((false, vec![Piece { text: text[at..start].to_owned(), mark: None }]));
        }
        groups.push((true, cut(text, start, end, reading, upto)));
        at = end;
    }
    // A zero-width character makes a last empty line count.
    let rest = format!("{}\u{200b}", &text[at..]);
    groups.push((false, vec![Piece { text: rest, mark: None }]));
    groups
}

fn draw(pieces: Vec<Piece>) -> impl IntoView {
    pieces
        .into_iter()
        .map(|piece| match piece.mark {
            None => piece.text.into_any(),
            Some((number, good)) => {
                let class = if good { "good" } else { "care" };
                view! { <mark class=class data-n=number.to_string()>{piece.text}</mark> }.into_any()
            }
        })
        .collect_view()
}

/// The sheet.
#[component]
pub fn Sheet(
    /// The id of the text field.
    id: &'static str,
    /// What stands on it.
    #[prop(into)]
    text: Signal<String>,
    /// What the coach read in it, a little behind the typing.
    #[prop(into)]
    reading: Signal<Reading>,
    /// Shown while it is empty.
    placeholder: &'static str,
    /// The part that is asked for below the text.
    #[prop(into)]
    missing: Signal<Option<Part>>,
    /// Called with the whole text at every change.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    let under = NodeRef::<html::Div>::new();
    let runs = RwSignal::new(Vec::<Run>::new());

    let mut first = true;
    effect(move || {
        let text = text.get();
        let Some(field) = field.get() else { return };
        // What someone typed before the page came alive is theirs.
        let early = std::mem::take(&mut first) && text.is_empty() && !field.value().is_empty();
        if early {
            on_change.run(field.value());
        } else {
            page::set_field(&field, &text);
        }
    });
    let measure = move || {
        let Some(under) = under.try_get_untracked().flatten() else { return };
        let Some(parts) = reading
            .try_with_untracked(|r| r.report.sentences.iter().map(|s| s.part).collect::<Vec<_>>())
        else {
            return;
        };
        let lines = measure::lines(&under, "sen");
        // While words are being changed there are fewer sentences below than were read.
        if lines.len() == parts.len() {
            runs.try_set(ribbon::runs(&parts, &lines));
        }
    };
    effect(move || {
        reading.track();
        // After the layer has been drawn.
        request_animation_frame(measure);
    });
    effect(move || {
        // Fonts and windows change where sentences stand.
        let watch = under.get().and_then(|under| measure::SizeWatch::new(&under, measure));
        let watch = StoredValue::new_local(watch);
        on_cleanup(move || {
            watch.try_update_value(Option::take);
        });
    });

    let groups = live(move || {
        let reading = reading.get();
        text.with(|text| layer(text, &reading))
            .into_iter()
            .map(|(sentence, pieces)| {
                let drawn = draw(pieces);
                if sentence {
                    view! { <span class="sen">{drawn}</span> }.into_any()
                } else {
                    drawn.into_any()
                }
            })
            .collect_view()
    });
    let segments = live(move || {
        let draw = |run: Run| {
            let letter = run.part.letter();
            view! {
                <i
                    class=ribbon::class(run.part)
                    data-l=(!letter.is_empty()).then_some(letter)
                    use:drawn=at(&[
                        ("--y", run.top.round() as u32),
                        ("--h", (run.bottom - run.top).round() as u32),
                    ])
                ></i>
            }
        };
        runs.get().into_iter().map(draw).collect_view()
    });
    let ghost = live(move || {
        let empty = text.with(String::is_empty);
        missing
            .get()
            .filter(|_| !empty)
            .map(|part| view! { <p class="ghost">{wording::ask_for(part)}</p> })
    });
    view! {
        <div class="paper">
            <div class="sheet">
                <div class="under words" aria-hidden="true" node_ref=under>{groups}</div>
                <textarea
                    class="over words"
                    id=id
                    rows="1"
                    placeholder=placeholder
                    autocapitalize="sentences"
                    node_ref=field
                    on:input=typed(move |text| on_change.run(text))
                ></textarea>
                {ghost}
                <div class="ribbon" aria-hidden="true">{segments}</div>
            </div>
        </div>
    }
}

/// A field for one step or one slot.
#[component]
pub fn StepField(
    /// The id of the text field.
    #[prop(into)]
    id: String,
    /// The id of what describes it.
    #[prop(into)]
    described_by: String,
    /// What stands in it.
    #[prop(into)]
    text: Signal<String>,
    /// Shown while it is empty.
    #[prop(optional, into)]
    placeholder: String,
    /// Called with the whole text at every change.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    effect(move || {
        let text = text.get();
        if let Some(field) = field.get() {
            page::set_field(&field, &text);
        }
    });
    view! {
        <textarea
            class="in short"
            id=id
            aria-describedby=described_by
            placeholder=placeholder
            rows="2"
            node_ref=field
            on:input=typed(move |text| on_change.run(text))
        ></textarea>
    }
}

#[cfg(test)]
mod tests {
    use coach::{
        feedback::{self, FindingKind, Model, Next, Prompt, Span},
        question::Asks,
    };

    use super::*;

    fn reading(text: &str, notes: Vec<Note>) -> Reading {
        let prompt = Prompt { text: "Tell me about a time.", asks: Asks::Example };
        Reading {
            text: text.into(),
            report: feedback::report(Model::shipped(), &prompt, text),
            notes,
        }
    }

    fn plain(groups: &[(bool, Vec<Piece>)]) -> String {
        groups.iter().flat_map(|(_, pieces)| pieces).map(|piece| piece.text.as_str()).collect()
    }

    fn note(kind: FindingKind, spans: Vec<Span>) -> Note {
        Note { about: About::Finding(kind), spans, next: Next::Nothing, count: 1 }
    }

    #[test]
    fn the_layer_has_the_same_text_as_the_field() {
        let text = "  I listened. Then é 🙂 I rang!\n\nShe was glad.\n";
        let spans = vec![Span { start: 4, end: 12 }];
        let note = note(FindingKind::Vague, spans);
        let groups = layer(text, &reading(text, vec![note]));
        assert_eq!(plain(&groups), format!("{text}\u{200b}"));
        assert!(groups.iter().any(|(_, pieces)| {
            pieces.iter().any(|p| p.mark == Some((1, false)) && p.text == "listened")
        }));
    }

    #[test]
    fn marks_stay_before_the_typing_and_go_after_it() {
        let read = "I listened. I rang.";
        let notes = vec![
            note(FindingKind::Vague, vec![Span { start: 2, end: 10 }]),
            note(FindingKind::Hedged, vec![Span { start: 14, end: 18 }]),
        ];
        let now = "I listened. I sang.";
        let groups = layer(now, &reading(read, notes));
        assert_eq!(plain(&groups), format!("{now}\u{200b}"));
        let marks: Vec<_> = groups.iter().flat_map(|(_, p)| p).filter_map(|p| p.mark).collect();
        assert_eq!(marks, [(1, false)]);
    }

    #[test]
    fn any_edit_anywhere_keeps_the_layer_true() {
        let read = "Ünï. côde 🙂 here. And there.";
        let reading = reading(read, vec![]);
        for end in (0..=read.len()).filter(|i| read.is_char_boundary(*i)) {
            for tail in ["", "x", "é🙂", &read[end..]] {
                let now = format!("{}{tail}", &read[..end]);
                assert_eq!(plain(&layer(&now, &reading)), format!("{now}\u{200b}"));
            }
        }
    }
}
