//! Sentences: where they begin and end in whatever somebody typed.

use super::Span;

/// Words that end in a point without ending a sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "prof", "st", "vs", "e.g", "i.e", "eg", "ie", "approx", "dept",
];

/// Words after whose point a sentence goes on unless a capital follows.
const MAYBE: &[&str] = &["a.m", "p.m", "am", "pm", "etc", "u.s", "u.k", "ph.d"];

/// Splits a text into sentences, in order, without the white space around them. A line end always
/// ends a sentence; a bullet or number at the head of a line belongs to none; a stretch without a
/// letter or digit joins the sentence before it on its line. Text without stops is one
/// sentence here; [`super::dictated`] cuts it further.
#[must_use]
pub fn split(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut line = 0;
    for piece in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}']) {
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
        let closed = rest.trim_start_matches(is_closer);
        let after_closer = closed.len() < rest.len();
        at = end - closed.len();
        if ends_sentence(&text[start..point], c, alone, after_closer, closed) {
            push(text, start, at, first, out);
            start = at;
        }
    }
    push(text, start, end, first, out);
}

/// Whether a sentence ends between `before` (without the stop) and `after`.
fn ends_sentence(before: &str, stop: char, alone: bool, after_closer: bool, after: &str) -> bool {
    let Some(next) = after.chars().next() else { return true };
    let spaced = next.is_whitespace();
    let Some(head) = after.trim_start().chars().next() else { return true };
    if !spaced {
        // "3.30", "a.m.", "example.com" go on; "I waited.Then he came" does not, nor do
        // scripts without spaces.
        let letter = before.chars().next_back().is_some_and(|c| c.is_lowercase() || is_wide(stop));
        return is_wide(stop) || (letter && head.is_uppercase());
    }
    if after_closer && head.is_lowercase() {
        return false;
    }
    if !alone {
        let trails = stop == '.' || stop == '…';
        return !(trails && head.is_lowercase());
    }
    let word = last_word(before);
    if is_one_of(word, ABBREVIATIONS) || is_enumerator(before) {
        return false;
    }
    if is_one_of(word, MAYBE) {
        return !head.is_lowercase();
    }
    if word.eq_ignore_ascii_case("no") {
        return !head.is_numeric();
    }
    // An initial: "J. Smith".
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(|c| c.is_uppercase() && c != 'I');
    !(initial && letters.next().is_none() && head.is_uppercase())
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

/// The length of white space and a list marker at the head of a line: "- ", "• ", "2. ", "b) ".
fn marker(line: &str) -> usize {
    let body = line.trim_start();
    let space = line.len() - body.len();
    let sign = body.trim_start_matches(['-', '*', '•', '–', '—', '·', '▪', '>', '#']);
    if sign.len() < body.len() && sign.starts_with(char::is_whitespace) {
        return line.len() - sign.len();
    }
    let name = body.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    let rest = name.trim_start_matches(['.', ')']);
    let named = &body[..body.len() - name.len()];
    if rest.len() + 1 == name.len() && rest.starts_with(char::is_whitespace) && is_enumerator(named)
    {
        return line.len() - rest.len();
    }
    space
}

/// A number or a single small letter that counts the items of a list.
fn is_enumerator(text: &str) -> bool {
    let text = text.trim_start();
    (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
        || text.len() == 1 && text.bytes().all(|b| b.is_ascii_lowercase())
}

/// The end of the text back to the last space or bracket. Only the last few characters matter, so
/// that a text without spaces costs no more than any other.
fn last_word(text: &str) -> &str {
    let at = text
        .char_indices()
        .rev()
        .take(8)
        .find(|(_, c)| c.is_whitespace() || matches!(c, '(' | '"' | '“' | '‘' | '\''))
        .map_or(0, |(at, c)| at + c.len_utf8());
    &text[at..]
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    word.len() < 8 && list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
}

/// Whether a character ends sentences.
#[must_use]
pub const fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‽' | '؟' | '۔' | '।') || is_wide(c)
}

/// Stops of scripts that put no space behind them.
const fn is_wide(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '．')
}

const fn is_closer(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '"' | '\'' | '”' | '’' | '»' | '›' | '」' | '』')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        split(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn plain_stops() {
        assert_eq!(
            texts(" One. Two! Three? four… Five "),
            ["One.", "Two!", "Three?", "four…", "Five"]
        );
        assert_eq!(texts("no stops at all"), ["no stops at all"]);
        assert_eq!(texts("i waited. then he came"), ["i waited.", "then he came"]);
        assert_eq!(texts("I waited.Then he came"), ["I waited.", "Then he came"]);
    }

    #[test]
    fn points_inside_a_sentence() {
        for text in [
            "Mr. Ali came at 3.30 p.m. and left.",
            "We use e.g. Zendesk.",
            "See No. 5 on the list.",
            "I wrote to example.com again.",
            "J. Ortiz called me.",
            "um... so I waited",
        ] {
            assert_eq!(texts(text), [text]);
        }
        assert_eq!(
            texts("He came at 9 a.m. I was late. No. Really."),
            ["He came at 9 a.m.", "I was late.", "No.", "Really."]
        );
        assert_eq!(
            texts("It was my boss and I. Then he left."),
            ["It was my boss and I.", "Then he left."]
        );
    }

    #[test]
    fn quotes_and_brackets_after_the_stop() {
        assert_eq!(
            texts("She said “Stop!” and left. (I stayed.) He said 'no.' Fine."),
            ["She said “Stop!” and left.", "(I stayed.)", "He said 'no.'", "Fine."]
        );
    }

    #[test]
    fn lines_and_lists() {
        assert_eq!(
            texts("First:\n- I asked\n• I called. Twice.\r\n2. I wrote\n b) I rang"),
            ["First:", "I asked", "I called.", "Twice.", "I wrote", "I rang"]
        );
        assert_eq!(texts("---\n\n.\n"), [] as [&str; 0]);
        assert_eq!(texts("Great. 🙂\n🙂 hi"), ["Great. 🙂", "🙂 hi"]);
        assert_eq!(texts("2020 was hard"), ["2020 was hard"]);
    }

    #[test]
    fn other_scripts() {
        assert_eq!(texts("你好。再见！"), ["你好。", "再见！"]);
        assert_eq!(texts("هل؟ نعم"), ["هل؟", "نعم"]);
    }
}
