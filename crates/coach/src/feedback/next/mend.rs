//! A sentence without the words meant, so that the speaker sees how it would sound.

use std::ops::Range;

use super::{sentence_of, words_in};
use crate::feedback::{
    Context, Span,
    lexicon::{Lexicon, is_one_of},
};

/// A sentence of more words is shown in part: so many before the first word taken out …
const BEFORE: usize = 8;
/// … and so many after it.
const AFTER: usize = 16;
/// Text without spaces is not worth showing.
const MOST_CHARS: usize = 300;
/// Fewer words than this say nothing when the rest has been taken out.
const FEWEST: usize = 3;

/// Soft words that another clause hangs on: "I guess that he was tired".
const CLAUSES: &Lexicon = &["guess|suppose|mean|sure|know"];
const HANGS: &Lexicon = &["that|if|what|how|why|when|where|who|about|to|of|whether|which|it|this"];
const SUBJECTS: &Lexicon =
    &["i|we|you|he|she|they|it|the|a|an|my|our|that|this|there|next|when|if|people"];
/// Loud words that the grammar may need one of: "too late", "so sorry".
const NEEDED: &Lexicon = &["so|too|much|such|way"];

/// The sentence with the most soft words, without them.
pub(super) fn without_soft(context: &Context, spans: &[Span]) -> Option<String> {
    let hits: Vec<_> = spans.iter().map(|span| words_in(context, *span)).collect();
    let safe = hits.into_iter().filter(|hit| {
        let last = context.words.folded(hit.end.saturating_sub(1));
        !(is_one_of(last, CLAUSES) && is_one_of(context.words.folded(hit.end), HANGS))
    });
    sentence(context, &safe.collect::<Vec<_>>(), false)
}

/// The sentence with the most loud words, with at most one of them at a place.
pub(super) fn without_loud(context: &Context, spans: &[Span]) -> Option<String> {
    let joins = |hit: &Range<usize>| {
        // "The way, so he waited": no louder word, but the next clause.
        let last = context.words.folded(hit.end.saturating_sub(1));
        is_one_of(last, SUBJECTS) && context.words.folded(hit.end.saturating_sub(2)) == "so"
    };
    let all = spans.iter().map(|span| words_in(context, *span)).filter(|hit| !joins(hit));
    let hits = all.map(|hit| {
        // The last word is what it is all about.
        let loud = hit.start..hit.end.saturating_sub(1).max(hit.start);
        match loud.clone().rev().find(|at| is_one_of(context.words.folded(*at), NEEDED)) {
            Some(keep) if keep + 1 == loud.end => loud.start..keep,
            Some(_) => loud.start..loud.end.saturating_sub(1),
            None => loud,
        }
    });
    let hits: Vec<_> = hits.filter(|hit| !hit.is_empty()).collect();
    sentence(context, &hits, true)
}

/// The sentence with the most of these runs of words (in order), without them.
pub(super) fn without(context: &Context, hits: &[Range<usize>]) -> Option<String> {
    sentence(context, hits, false)
}

/// As [`without`]; `close` says that what stands between the words and the next one goes with them.
fn sentence(context: &Context, hits: &[Range<usize>], close: bool) -> Option<String> {
    let mut best: Option<(usize, &[Range<usize>])> = None;
    let mut rest = hits;
    while let Some(first) = rest.first() {
        let sentence = sentence_of(context, first.start)?;
        let end = context.ranges[sentence].end;
        let (here, later) = rest.split_at(rest.partition_point(|hit| hit.start < end));
        if best.is_none_or(|(_, most)| here.len() > most.len()) {
            best = Some((sentence, here));
        }
        rest = later;
    }
    let (sentence, hits) = best?;
    let whole = context.ranges[sentence].clone();
    let first = hits.first()?.start;
    let part = if whole.len() <= BEFORE + AFTER {
        whole.clone()
    } else {
        first.saturating_sub(BEFORE).max(whole.start)..(first + AFTER).min(whole.end)
    };
    take_out(context, sentence, part, hits, close)
}

fn take_out(
    context: &Context,
    sentence: usize,
    part: Range<usize>,
    hits: &[Range<usize>],
    close: bool,
) -> Option<String> {
    let whole = &context.ranges[sentence];
    let text = context.text;
    let inside: Vec<_> = hits.iter().filter(|hit| hit.end <= part.end).collect();
    let gone: usize = inside.iter().map(|hit| hit.len()).sum();
    if part.len() < gone + FEWEST {
        return None;
    }
    let span = context.sentences[sentence].span;
    let start =
        if part.start == whole.start { span.start } else { context.span(part.clone()).start };
    let end = if part.end == whole.end { span.end } else { context.span(part.clone()).end };
    let capital = text[start..].chars().next().is_some_and(char::is_uppercase);
    let mut out = String::with_capacity(end - start);
    let mut from = start;
    for hit in inside {
        let hole = context.span(hit.clone());
        join(&mut out, text.get(from..hole.start)?);
        let next = context.words.get(hit.end).filter(|_| close && hit.end < part.end);
        from = next.map_or(hole.end, |word| word.span.start);
    }
    join(&mut out, text.get(from..end)?);
    let mut out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    if out.chars().count() > MOST_CHARS {
        return None;
    }
    if capital {
        out = capitalised(&out);
    }
    if part.start > whole.start {
        out.insert_str(0, "… ");
    }
    if part.end < whole.end {
        out.push_str(" …");
    }
    Some(out)
}

/// Puts the next piece behind a hole: of two commas around it neither is needed, nor one at either
/// end.
fn join(out: &mut String, piece: &str) {
    let left = out.trim_end();
    let bare = piece.trim_start();
    let comma = bare.starts_with(',');
    let trimmed = bare.trim_start_matches(',').trim_start();
    if left.is_empty() {
        *out = trimmed.to_owned();
        return;
    }
    let stop = trimmed.is_empty() || trimmed.starts_with(['.', '!', '?', ';', ':', '…', ')']);
    let left_comma = left.ends_with(',');
    let kept = if left_comma && (comma || stop) { left.trim_end_matches(',') } else { left };
    let mut new = kept.trim_end().to_owned();
    if comma && !left_comma && !stop {
        new.push(',');
    }
    if !stop {
        new.push(' ');
    }
    new.push_str(trimmed);
    *out = new;
}

/// The text with a capital at its head.
fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return String::new() };
    first.to_uppercase().chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use crate::{
        feedback::{FindingKind, Model, Next, Prompt, report},
        question::Asks,
    };

    fn mended(kind: FindingKind, text: &str) -> Option<String> {
        let prompt = Prompt { text: "Tell me about a time.", asks: Asks::Example };
        let report = report(Model::shipped(), &prompt, text);
        let finding = report.findings.into_iter().find(|finding| finding.kind == kind);
        match finding.expect("it is found").next {
            Next::Without(text) => Some(text),
            _ => None,
        }
    }

    #[test]
    fn soft_words_go_with_their_commas() {
        let soft = |text| mended(FindingKind::Hedged, text).expect("it can be mended");
        assert_eq!(soft("Um, I kind of waited and, you know, rang him."), "I waited and rang him.");
        assert_eq!(soft("Maybe I waited, I guess, maybe for him."), "I waited for him.");
        assert_eq!(soft("maybe I waited, basically, an hour, I guess."), "I waited an hour.");
        // What hangs on them keeps them.
        assert_eq!(
            soft("I guess that he was tired, maybe, and I basically rang him."),
            "I guess that he was tired and I rang him."
        );
    }

    #[test]
    fn loud_words_go_unless_the_grammar_needs_one() {
        let loud = |text| mended(FindingKind::Intensified, text).expect("it can be mended");
        assert_eq!(loud("It was very very hot."), "It was hot.");
        assert_eq!(loud("I was so, so sorry."), "I was so sorry.");
        assert_eq!(loud("Really really loud Zoë was extremely very loud."), "Loud Zoë was loud.");
    }

    #[test]
    fn a_long_sentence_is_shown_in_part() {
        let text =
            format!("{}maybe um er {}", "one two three ".repeat(20), "four five ".repeat(20));
        let soft = mended(FindingKind::Hedged, &text).expect("it can be mended");
        assert!(soft.starts_with("… two three one") && soft.ends_with(" …"), "{soft}");
        assert!(!soft.contains("maybe"), "{soft}");
        assert_eq!(mended(FindingKind::Hedged, "Um, maybe, I guess."), None);
    }
}
