//! The signs and short words that tell where a sentence ends, and where it only seems to.

use super::markers::is_enumerator;

/// Words that end in a point without ending a sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "prof", "st", "vs", "e.g", "i.e", "eg", "ie", "approx", "dept",
    "capt", "messrs", "sgt", "lt", "mt",
];

/// Words after whose point a sentence goes on unless a capital follows. Letters with points between
/// ("a.m.", "U.S.", "C.E.O.") are always such.
const MAYBE: &[&str] =
    &["am", "pm", "etc", "ph.d", "inc", "ltd", "corp", "incl", "excl", "esp", "jr", "sr"];

/// Words after whose point a sentence goes on where a number follows.
const NUMBERED: &[&str] = &[
    "no", "nos", "nr", "fig", "tel", "ref", "rs", "pp", "vol", "ext", "max", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
];

/// Words that begin a sentence far more often than they are somebody's name.
const STARTERS: &[&str] = &[
    "i", "we", "he", "she", "they", "it", "the", "then", "so", "and", "but", "this", "that",
    "there", "after", "in", "my", "our", "you", "when", "now", "after", "because", "i'd", "i'm",
    "it's", "what",
];

/// What stands after a stop.
#[derive(Clone, Copy, Debug)]
pub struct After<'a> {
    /// Whether the stop is one point and no more.
    pub alone: bool,
    /// Whether a quotation or a bracket closes behind it.
    pub closed: bool,
    /// Whether a picture follows right behind it.
    pub pictured: bool,
    /// The rest of the line.
    pub rest: &'a str,
}

/// Whether a sentence ends between `before` (without the stop) and what comes after.
#[must_use]
pub fn ends_sentence(before: &str, stop: char, after: After) -> bool {
    let rest = after.rest.trim_start_matches(is_transparent);
    let Some(next) = rest.chars().next() else { return true };
    let seen = rest.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c));
    let Some(head) = seen.chars().next() else { return true };
    if !next.is_whitespace() && !is_invisible(next) && !after.pictured {
        return is_wide(stop) || runs_on(before, stop, rest);
    }
    if after.closed && head.is_lowercase() {
        return false;
    }
    if !after.alone {
        let trails = matches!(stop, '.' | '…' | '‥');
        return !(trails && head.is_lowercase());
    }
    !is_abbreviation(before, head, seen)
}

/// Whether the point after `before` belongs to its last word.
fn is_abbreviation(before: &str, head: char, rest: &str) -> bool {
    let word = last_word(before);
    if is_one_of(word, ABBREVIATIONS) || is_enumerator(before.trim_start()) {
        return true;
    }
    let first = before.trim_start() == word;
    if is_one_of(word, MAYBE) || is_dotted(word) {
        // "J.R. Smith came."
        let initials = first && word.len() == 3 && !starts_sentence(rest);
        return head.is_lowercase() || initials && word.chars().all(|c| !c.is_lowercase());
    }
    if is_one_of(word, NUMBERED) {
        return head.is_numeric();
    }
    // An initial: "J. Smith". A letter of a list: "A. first".
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(|c| c.is_uppercase() && c != 'I');
    initial
        && letters.next().is_none()
        && (first && head.is_lowercase() || head.is_uppercase() && !starts_sentence(rest))
}

/// Whether a new sentence follows without a space: "I waited.Then he came". "3.30", "a.m.", "Ph.D.",
/// "Node.JS", "www.Example.com" and "jo@Example.com" go on.
fn runs_on(before: &str, stop: char, after: &str) -> bool {
    let mut next = after.chars();
    if !next.next().is_some_and(char::is_uppercase) {
        return false;
    }
    if stop == '.' && is_name(before, after) {
        return false;
    }
    let last = before.chars().rev().find(|c| !is_mark(*c));
    last.is_some_and(char::is_lowercase) || stop == '.' && starts_sentence(after)
}

/// Whether a point stands inside an address, a file's name or the like.
fn is_name(before: &str, after: &str) -> bool {
    let token = |c: &char| !c.is_whitespace();
    let mut left = before.chars().rev().take(40).take_while(token);
    if left.any(|c| matches!(c, '@' | '/' | '\\')) || is_one_of(last_word(before), &["www"]) {
        return true;
    }
    if last_word(before).chars().nth(1).is_none() {
        return true;
    }
    let right = || after.chars().take(40).take_while(token);
    let inner =
        right().zip(right().skip(1)).any(|(a, b)| matches!(a, '.' | '@') && b.is_lowercase());
    let capitals = right().take_while(|c| c.is_uppercase()).count();
    let letters = right().take_while(|c| c.is_alphabetic()).count();
    let single = capitals == 1 && letters == 1 && after[..].chars().nth(1) == Some('.');
    inner || single || (2..=4).contains(&capitals) && letters == capitals
}

/// Whether a text begins with a word that begins sentences.
fn starts_sentence(text: &str) -> bool {
    let is_end = |c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’');
    let mut chars = text.char_indices().take(9);
    let end = chars.find(|(_, c)| is_end(*c)).map_or_else(|| text.len().min(9), |(at, _)| at);
    let word = text.get(..end).unwrap_or_default();
    let plain = word.replace('’', "'");
    word.starts_with(char::is_uppercase) && is_one_of(&plain, STARTERS)
}

/// Single letters with points between: "U.S", "a.m", "C.E.O".
fn is_dotted(word: &str) -> bool {
    word.len() >= 3
        && word.bytes().enumerate().all(|(at, b)| match at % 2 {
            0 => b.is_ascii_alphabetic(),
            _ => b == b'.',
        })
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

/// Whether a character ends sentences, in any script.
#[must_use]
pub const fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‥' | '‽' | '‼' | '⁇' | '⁈' | '⁉')
        || matches!(c, '؟' | '۔' | '।' | '॥' | '\u{37e}' | '։' | '።' | '፧' | '။' | '។')
        || is_wide(c)
}

/// Stops of scripts that put no space behind them.
const fn is_wide(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '．' | '｡')
}

/// Whether a character closes a quotation or a bracket.
#[must_use]
pub const fn is_closer(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '"' | '\'' | '”' | '’' | '»' | '›' | '」' | '』' | '）')
}

/// Pictures and what they are made of; not letters in circles and boxes, which are letters.
#[must_use]
pub fn is_picture(c: char) -> bool {
    !c.is_alphanumeric()
        && matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b50}' | '\u{fe0f}' | '\u{200d}')
}

/// Characters that take no room: zero-width spaces and joiners, and marks that turn the direction of
/// writing.
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    c == '\u{200b}' || is_transparent(c)
}

/// Those of them that part no words.
#[must_use]
pub const fn is_transparent(c: char) -> bool {
    !c.is_ascii()
        && matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
                ..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

/// Marks that combine with the letter before them and count as no letter themselves.
#[must_use]
pub const fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_mark_beyond_ascii(c)
}

const fn is_mark_beyond_ascii(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{fe20}'..='\u{fe2f}')
        || matches!(c, '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}')
        || matches!(
            c,
            '\u{93c}'
                | '\u{94d}'
                | '\u{9bc}'
                | '\u{9cd}'
                | '\u{a3c}'
                | '\u{a4d}'
                | '\u{abc}'
                | '\u{acd}'
        )
        || matches!(
            c,
            '\u{b3c}'
                | '\u{b4d}'
                | '\u{bcd}'
                | '\u{c4d}'
                | '\u{cbc}'
                | '\u{ccd}'
                | '\u{d4d}'
                | '\u{dca}'
        )
        || matches!(c, '\u{e47}'..='\u{e4e}' | '\u{ec8}'..='\u{ecd}' | '\u{1039}' | '\u{103a}' | '\u{17d2}')
}
