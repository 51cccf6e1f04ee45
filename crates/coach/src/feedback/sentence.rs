//! Sentences: where they begin and end in whatever somebody typed.

mod markers;
mod stops;

use super::Span;

pub(super) use markers::marker;
pub use stops::is_stop;
use stops::{After, ends_sentence, is_closer, is_picture};
pub(super) use stops::{is_mark, is_transparent};

/// What ends a line.
pub(super) const LINE_ENDS: [char; 6] = ['\n', '\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'];

/// Splits a text into sentences, in order, without the white space around them. A line end always
/// ends a sentence; a bullet or number at the head of a line belongs to none; a stretch without a
/// letter or digit joins the sentence before it on its line. Text without stops is one
/// sentence here; [`super::dictated`] cuts it further.
#[must_use]
pub fn split(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut line = 0;
    for piece in text.split_inclusive(LINE_ENDS) {
        split_line(text, line, line + piece.len(), &mut out);
        line += piece.len();
    }
    out
}

fn split_line(text: &str, from: usize, end: usize, out: &mut Vec<Span>) {
    let first = out.len();
    let mut start = from + marker(&text[from..end]);
    let mut at = start;
    while let Some(c) = text[at..end].chars().next() {
        at += c.len_utf8();
        if !is_stop(c) {
            continue;
        }
        let point = at - c.len_utf8();
        let rest = text[at..end].trim_start_matches(is_stop);
        let alone = c == '.' && rest.len() == end - at;
        let tail = rest.trim_start_matches(is_closer);
        let closed = tail.len() < rest.len();
        let rest = tail.trim_start_matches(is_picture);
        let pictured = rest.len() < tail.len();
        at = end - rest.len();
        let after = After { alone, closed, pictured, rest };
        if ends_sentence(&text[start..point], c, after) {
            push(text, start, at, first, out);
            start = at;
        }
    }
    push(text, start, end, first, out);
}

/// Adds a stretch, trimmed; one without words joins its left neighbour on the line.
fn push(text: &str, start: usize, end: usize, first: usize, out: &mut Vec<Span>) {
    let raw = &text[start..end];
    let start = start + (raw.len() - raw.trim_start().len());
    let end = start + raw.trim().len();
    if raw.contains(char::is_alphanumeric) {
        out.push(Span { start, end });
    } else if end > start
        && out.len() > first
        && let Some(last) = out.last_mut()
    {
        last.end = end;
    }
}

#[cfg(test)]
mod tests;
