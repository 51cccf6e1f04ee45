//! Words: where they stand in the answer, and how they compare.

use std::ops::Range;

use super::{
    Span,
    lexicon::Fingerprint,
    sentence::{is_mark, is_transparent},
};

/// One word of an answer.
#[derive(Clone, Debug)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Its folded form, as a range of [`Words::folded`].
    folded: Range<usize>,
    print: Fingerprint,
    /// Whether a comma, a dash, a bracket or the like stands between it and the word before.
    pub after_break: bool,
    /// Whether a quotation opens right before it.
    pub quoted: bool,
}

/// The words of an answer. All folded forms (lower case, straight apostrophes) share one buffer, so
/// comparing allocates nothing.
#[derive(Clone, Debug, Default)]
pub struct Words {
    list: Vec<Word>,
    folded: String,
}

impl Words {
    /// Finds the words of a text: runs of letters and digits, with apostrophes and hyphens inside
    /// words and points, commas and colons inside numbers.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut words = Self { list: Vec::new(), folded: String::with_capacity(text.len()) };
        let mut chars = text.char_indices().peekable();
        let (mut after_break, mut quoted) = (false, false);
        let mut before = ' ';
        while let Some((start, first)) = chars.next() {
            if !first.is_alphanumeric() {
                after_break |= is_break(first);
                quoted = match first {
                    '“' | '„' | '«' | '‘' => true,
                    '"' | '\'' => before.is_whitespace() || is_break(before),
                    _ => quoted && !first.is_whitespace(),
                };
                before = first;
                continue;
            }
            let from = words.folded.len();
            fold(first, &mut words.folded);
            let (mut end, mut last) = (start + first.len_utf8(), first);
            while let Some(&(at, c)) = chars.peek() {
                let rest = &text[at + c.len_utf8()..];
                if is_transparent(c) && rest.starts_with(is_inner) {
                    chars.next();
                    continue;
                }
                if !(is_inner(c) || (is_joint(c) && joins(last, c, rest))) {
                    break;
                }
                fold(c, &mut words.folded);
                (end, last) = (at + c.len_utf8(), c);
                chars.next();
            }
            let folded = from..words.folded.len();
            let print = Fingerprint::of(&words.folded[folded.clone()]);
            words.list.push(Word { span: Span { start, end }, folded, print, after_break, quoted });
            (after_break, quoted, before) = (false, false, last);
        }
        words
    }

    /// Leaves out what lies in none of the stretches (in order): the numbers of a list, say.
    pub fn keep(&mut self, spans: &[Span]) {
        let mut spans = spans.iter().peekable();
        self.list.retain(|word| {
            while spans.next_if(|span| span.end <= word.span.start).is_some() {}
            spans.peek().is_some_and(|span| span.start <= word.span.start)
        });
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The folded form of a word; empty past the end.
    #[must_use]
    pub fn folded(&self, index: usize) -> &str {
        self.list.get(index).map_or("", |word| &self.folded[word.folded.clone()])
    }

    /// By what lexicons pass over a word.
    pub(super) fn fingerprint(&self, index: usize) -> Fingerprint {
        self.list.get(index).map_or_else(|| Fingerprint::of(""), |word| word.print)
    }

    /// A word, if there are so many.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&Word> {
        self.list.get(index)
    }

    /// Where a run of words stands, from the first to the last. An empty run is an empty span.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.list.get(range.start).map_or(0, |word| word.span.start);
        let last = self.list.get(range.end.saturating_sub(1)).map_or(start, |word| word.span.end);
        Span { start, end: last.max(start) }
    }

    /// The words that lie within a stretch of text, looking from word `from` on.
    #[must_use]
    pub fn within(&self, span: Span, from: usize) -> Range<usize> {
        let rest = self.list.get(from..).unwrap_or_default();
        let skip = rest.iter().take_while(|word| word.span.start < span.start).count();
        let len = rest[skip..].iter().take_while(|word| word.span.end <= span.end).count();
        from + skip..from + skip + len
    }
}

/// A character that may stand inside a word but not begin one: combining marks.
fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

/// A character that may join two halves of a word.
const fn is_joint(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '´' | '`' | '-' | '‐' | '‑' | '.' | ',' | ':')
}

/// Whether a joint stands between the right neighbours.
fn joins(before: char, joint: char, rest: &str) -> bool {
    let Some(after) = rest.chars().next() else { return false };
    match joint {
        '.' | ',' | ':' => before.is_numeric() && after.is_numeric(),
        _ => before.is_alphanumeric() && after.is_alphanumeric(),
    }
}

const fn is_break(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '…' | '–' | '—' | '(' | ')' | '\n' | '/')
}

fn fold(c: char, out: &mut String) {
    match c {
        '’' | 'ʼ' | '´' | '`' => out.push('\''),
        '‐' | '‑' => out.push('-'),
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        _ => out.extend(c.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        let words = Words::of(text);
        (0..words.len()).map(|i| words.folded(i).to_owned()).collect()
    }

    #[test]
    fn apostrophes_hyphens_and_numbers_stay_whole() {
        assert_eq!(
            folded("I’d follow-up at 3.30, don't ‘worry’ – £1,200!"),
            ["i'd", "follow-up", "at", "3.30", "don't", "worry", "1,200"]
        );
    }

    #[test]
    fn folding_is_lower_case_in_any_script() {
        assert_eq!(folded("ÉCOLE ΑΒΓ İx"), ["école", "αβγ", "i̇x"]);
    }

    #[test]
    fn any_script_and_any_sign() {
        for (text, words) in [
            ("don´t don`t don’t donʼt", &["don't", "don't", "don't", "don't"][..]),
            (
                "cus\u{ad}tomer, \u{202e}was\u{202c} late\u{200b}then",
                &["customer", "was", "late", "then"],
            ),
            ("\u{feff}I\u{2060}d \u{200d}", &["id"]),
            ("cafe\u{301} नमस्ते שָׁלוֹם", &["cafe\u{301}", "नमस्ते", "שָׁלוֹם"]),
            (
                "jo.smith@example.com at 3.30 a.m.",
                &["jo", "smith", "example", "com", "at", "3.30", "a", "m"],
            ),
            (
                "1,200 or 1.5, 14:30; £3.50 (50%) #1",
                &["1,200", "or", "1.5", "14:30", "3.50", "50", "1"],
            ),
            (
                "rock 'n' roll, the '90s, dogs' bowls",
                &["rock", "n", "roll", "the", "90s", "dogs", "bowls"],
            ),
            (
                "well...no—yes–no/yes e-mail -- x",
                &["well", "no", "yes", "no", "yes", "e-mail", "x"],
            ),
            ("👩‍👩‍👧 1️⃣ ½ ² ٣", &["1", "½", "²", "٣"]),
            ("\0\u{301}\u{fffd}", &[]),
        ] {
            assert_eq!(folded(text), words, "{text:?}");
        }
    }

    #[test]
    fn spans_point_at_the_text_as_typed() {
        let text = "Well, “Fine” — I said";
        let words = Words::of(text);
        assert_eq!(words.span(1..2).of(text), "Fine");
        assert_eq!(words.span(1..4).of(text), "Fine” — I said");
        assert_eq!(words.span(9..9), Span { start: 0, end: 0 });
    }

    #[test]
    fn breaks_and_quotes_are_noted() {
        let words = Words::of("I said, 'please wait' and left");
        let flags: Vec<_> =
            (0..6).filter_map(|i| words.get(i).map(|w| (w.after_break, w.quoted))).collect();
        assert_eq!(
            flags,
            [
                (false, false),
                (false, false),
                (true, true),
                (false, false),
                (false, false),
                (false, false)
            ]
        );
    }

    #[test]
    fn words_within_a_span() {
        let words = Words::of("One two. Three four.");
        assert_eq!(words.within(Span { start: 9, end: 20 }, 0), 2..4);
        assert_eq!(words.within(Span { start: 9, end: 20 }, 2), 2..4);
        assert_eq!(words.within(Span { start: 8, end: 9 }, 0), 2..2);
    }
}
