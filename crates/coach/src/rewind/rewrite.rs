//! An answer with one part said anew.

use super::{Section, section::Run};
use crate::feedback::{Report, Span, split_sentences};

/// An answer in which one part was said anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// The whole answer.
    pub text: String,
    /// Where the new words stand in it. Empty where there are none.
    pub new: Span,
}

/// How an answer reads with new words for one part. Every other sentence stays as it was typed, with
/// the white space around it.
///
/// New words stand where the part stood; where it stood in several places, in the longest of them, and
/// the others go. Where it did not stand at all, they come after what is told before it. Without new
/// words the answer stays as it is. New words without an end mark get a full stop where more follows on
/// their line, and a line of their own after a sentence without one: else they would be read as one
/// sentence with their neighbour.
#[must_use]
pub fn rewrite(report: &Report, text: &str, section: Section, new: &str) -> Rewritten {
    let new = new.trim();
    let runs = section.runs(report);
    // On a tie the first one.
    let longest = runs.iter().rev().max_by_key(|run| length(report, run));
    match longest {
        _ if new.is_empty() => {
            let at = longest.map_or(0, |run| report.sentences[run.first].span.start);
            Rewritten { text: text.to_owned(), new: Span { start: at, end: at } }
        }
        Some(longest) => replaced(report, text, &runs, longest, new),
        None => added(report, text, section, new),
    }
}

fn length(report: &Report, run: &Run) -> usize {
    report.sentences[run.last].span.end - report.sentences[run.first].span.start
}

fn replaced(report: &Report, text: &str, runs: &[Run], longest: &Run, new: &str) -> Rewritten {
    let sentences = &report.sentences;
    let mut out = String::with_capacity(text.len() + new.len());
    let mut span = Span { start: 0, end: 0 };
    let mut at = 0;
    for run in runs {
        let (start, end) = (sentences[run.first].span.start, sentences[run.last].span.end);
        if run == longest {
            out.push_str(&text[at..start]);
            span = push(&mut out, new, &text[end..]);
            at = end;
        } else if let Some(next) = sentences.get(run.last + 1) {
            // With what lies between it and the next: a mark of a list before it then serves the next.
            out.push_str(&text[at..start]);
            at = next.span.start;
        } else {
            let before = run.first.checked_sub(1).map_or(at, |before| sentences[before].span.end);
            // Never back into what has been written.
            out.push_str(&text[at..before.max(at)]);
            at = end;
        }
    }
    out.push_str(&text[at..]);
    Rewritten { text: out, new: span }
}

fn added(report: &Report, text: &str, section: Section, new: &str) -> Rewritten {
    let sentences = &report.sentences;
    let told = |at: usize| Section::of(sentences[at].part);
    let before = (0..sentences.len()).rev().find(|at| told(*at).is_some_and(|it| it < section));
    let after = || (0..sentences.len()).find(|at| told(*at).is_some_and(|it| it > section));
    let (at, gap) = if let Some(before) = before.or_else(|| last_of(report, after().is_none())) {
        let at = sentences[before].span.end;
        (at, gap(report, text, before))
    } else if let Some(after) = after() {
        let at = sentences[after].span.start;
        let mut out = text[..at].to_owned();
        let span = push(&mut out, new, &text[at..]);
        out.push_str(&text[at..]);
        return Rewritten { text: out, new: span };
    } else {
        (text.trim_end().len(), if text.trim().is_empty() { "" } else { "\n" })
    };
    let mut out = text[..at].to_owned();
    let apart = format!("{out}{gap}{new}");
    let stands =
        out.is_empty() || split_sentences(&apart).iter().any(|span| span.start == at + gap.len());
    out.push_str(if stands { gap } else { "\n" });
    let span = push(&mut out, new, &text[at..]);
    out.push_str(&text[at..]);
    Rewritten { text: out, new: span }
}

/// The last sentence, where the new words go to the end.
fn last_of(report: &Report, to_the_end: bool) -> Option<usize> {
    report.sentences.len().checked_sub(1).filter(|_| to_the_end)
}

/// What parts the sentences there: what lies after this one, or before it where it is the last.
fn gap<'a>(report: &Report, text: &'a str, at: usize) -> &'a str {
    let pair = match (report.sentences.get(at + 1), at.checked_sub(1)) {
        (Some(next), _) => Some((report.sentences[at].span.end, next.span.start)),
        (None, Some(before)) => {
            Some((report.sentences[before].span.end, report.sentences[at].span.start))
        }
        (None, None) => None,
    };
    let gap = pair.map_or(" ", |(from, to)| &text[from..to]);
    match gap {
        "" => " ",
        gap if gap.trim().is_empty() => gap,
        gap if gap.contains('\n') => "\n",
        _ => " ",
    }
}

/// Writes the new words, closed and with a space where more follows on their line, and says where they
/// stand.
fn push(out: &mut String, new: &str, rest: &str) -> Span {
    let start = out.len();
    out.push_str(new);
    let line = rest.split(['\n', '\r']).next().unwrap_or(rest);
    let closed = new.ends_with(['.', '!', '?', '…', '”', '"', '’', '\'', ')', '。', '！', '？']);
    if !closed && line.contains(char::is_alphanumeric) {
        out.push('.');
    }
    if line.starts_with(|c: char| !c.is_whitespace()) {
        out.push(' ');
    }
    Span { start, end: start + new.len() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rewind::random::Random;
    use crate::{
        part::Part::{self, Action, Insight, Other, Result, Situation},
        rewind::section::testing::told,
    };

    fn with(text: &str, parts: &[Part], section: Section, new: &str) -> String {
        let report = told(text, parts);
        let rewritten = rewrite(&report, text, section, new);
        assert_eq!(rewritten.new.of(&rewritten.text), new.trim());
        rewritten.text
    }

    #[test]
    fn a_part_is_replaced_where_it_stands() {
        let text = "  It rained.\tI rang.  I waited.\n\nShe came. ";
        let parts = [Situation, Action, Action, Result];
        assert_eq!(
            with(text, &parts, Section::Action, " I drove there. "),
            "  It rained.\tI drove there.\n\nShe came. "
        );
    }

    #[test]
    fn scattered_words_of_a_part_come_together() {
        let text =
            "- I rang.\n- She came by bus.\n- I thanked her for coming.\n- I learned.\n- I waved.";
        let parts = [Action, Result, Action, Insight, Action];
        assert_eq!(
            with(text, &parts, Section::Action, "I drove."),
            "- She came by bus.\n- I drove.\n- I learned."
        );
    }

    #[test]
    fn a_missing_part_comes_after_what_is_told_before_it() {
        let text = "It rained. I rang. I learned. Thank you.";
        let parts = [Situation, Action, Insight, Other];
        assert_eq!(
            with(text, &parts, Section::Result, "She came"),
            "It rained. I rang. She came. I learned. Thank you."
        );
        let text = "Well. I rang. She came.";
        let parts = [Other, Action, Result];
        assert_eq!(
            with(text, &parts, Section::Background, "It rained"),
            "Well. It rained. I rang. She came."
        );
        assert_eq!(
            with(text, &parts, Section::Insight, "I learned"),
            "Well. I rang. She came. I learned"
        );
    }

    #[test]
    fn lines_stay_lines() {
        let text = "It rained.\nI rang.\n";
        assert_eq!(
            with(text, &[Situation, Action], Section::Result, "She came"),
            "It rained.\nI rang.\nShe came\n"
        );
    }

    #[test]
    fn a_neighbour_without_an_end_mark_stays_a_sentence_of_its_own() {
        let text = "It rained and I rang";
        assert_eq!(
            with(text, &[Action], Section::Result, "She came"),
            "It rained and I rang\nShe came"
        );
    }

    #[test]
    fn sentences_that_touch_are_parted() {
        let text = "It rained.Then I rang.She came.";
        let parts = [Situation, Action, Result];
        assert_eq!(with(text, &parts, Section::Action, "I drove"), "It rained.I drove. She came.");
    }

    #[test]
    fn an_answer_with_nothing_in_it_becomes_the_new_words() {
        assert_eq!(with("", &[], Section::Result, "She came"), "She came");
        assert_eq!(with(" \n", &[], Section::Result, "She came"), "She came \n");
        assert_eq!(with("Well.", &[Other], Section::Result, "She came"), "Well. She came");
    }

    #[test]
    fn without_new_words_nothing_changes() {
        for section in Section::ALL {
            assert_eq!(
                with("It rained. I rang", &[Situation, Action], *section, " \n"),
                "It rained. I rang"
            );
        }
    }

    #[test]
    fn every_other_sentence_of_any_answer_stays() {
        let sentences =
            ["It rained. ", "I rang ", "\n- She came.", " e.g. tea… ", "🙂 “Yes.” ", "No\r\n"];
        let mut random = Random(0x2545_f491_4f6c_dd1d);
        let mut below = |n: usize| random.below(n);
        for _ in 0..3000 {
            let count = below(8);
            let text: String = (0..count).map(|_| sentences[below(6)]).collect();
            let spans = split_sentences(&text);
            let parts: Vec<Part> = spans.iter().map(|_| Part::ALL[below(6)]).collect();
            let report = told(&text, &parts);
            let section = Section::ALL[below(4)];
            let new = ["Quite new words.", "quite new", "Neu 🙂"][below(3)];
            let Rewritten { text: now, new: at } = rewrite(&report, &text, section, new);
            assert_eq!(at.of(&now), new);
            let runs = section.runs(&report);
            if let [run] = runs.as_slice() {
                let (start, end) = (spans[run.first].start, spans[run.last].end);
                assert!(now.starts_with(&text[..start]), "{text:?}: {now:?}");
                assert!(now.ends_with(&text[end..]), "{text:?}: {now:?}");
            }
            let mut from = 0;
            for (i, span) in spans.iter().enumerate() {
                if runs.iter().any(|run| (run.first..=run.last).contains(&i)) {
                    continue;
                }
                let found = now[from..].find(span.of(&text));
                assert!(found.is_some(), "{text:?} {parts:?} {section:?}: {now:?}");
                from += found.unwrap() + (span.end - span.start);
            }
        }
    }
}
