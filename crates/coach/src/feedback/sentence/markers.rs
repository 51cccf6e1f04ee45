//! What stands at the head of a line and belongs to no sentence: bullets and numbers of a list.

use super::stops::is_invisible;

/// The numbers of a list as small Roman ones, beyond those that are single letters.
const ROMAN: &[&str] = &["ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"];

/// How many markers may stand one behind the other: "• 1. ".
const MOST: usize = 2;

/// The length of white space and list markers at the head of a line: "- ", "• ", "2. ", "b) ", "(3) ".
#[must_use]
pub fn marker(line: &str) -> usize {
    let mut at = 0;
    for _ in 0..MOST {
        at += space(&line[at..]);
        match one(&line[at..]) {
            0 => break,
            len => at += len,
        }
    }
    at
}

fn space(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The length of one marker; 0 where there is none.
fn one(line: &str) -> usize {
    let body = line.trim_start_matches(is_invisible);
    let before = line.len() - body.len();
    let len = sign(body)
        .or_else(|| bullet(body))
        .or_else(|| keycap(body))
        .or_else(|| bracketed(body))
        .or_else(|| numbered(body));
    len.map_or(0, |len| before + len)
}

/// Signs that are a bullet only where white space follows.
fn sign(body: &str) -> Option<usize> {
    let rest = body.trim_start_matches(['-', '*', '•', '–', '—', '·', '▪', '>', '#']);
    (rest.len() < body.len() && is_spaced(rest)).then(|| body.len() - rest.len())
}

/// Signs that are never anything else.
fn bullet(body: &str) -> Option<usize> {
    let is_bullet = |c: char| {
        matches!(
            c,
            '•' | '◦'
                | '‣'
                | '●'
                | '○'
                | '■'
                | '□'
                | '▪'
                | '▫'
                | '⁃'
                | '∙'
                | '➢'
                | '➤'
                | '➔'
        ) || matches!(
            c,
            '→' | '✓'
                | '✔'
                | '✗'
                | '✘'
                | '☐'
                | '☑'
                | '☒'
                | '✅'
                | '◆'
                | '◇'
                | '►'
                | '▶'
        )
    };
    let rest = body.strip_prefix(is_bullet)?;
    Some(body.len() - rest.trim_start_matches('\u{fe0f}').len())
}

/// A digit in a box: "1️⃣".
fn keycap(body: &str) -> Option<usize> {
    let rest = body.strip_prefix(|c: char| c.is_ascii_digit())?;
    let rest = rest.trim_start_matches('\u{fe0f}').strip_prefix('\u{20e3}')?;
    Some(body.len() - rest.len())
}

/// "(3) ", "[4] ", "[ ] ", "[x] ".
fn bracketed(body: &str) -> Option<usize> {
    let (inner, close) = match body.strip_prefix('(') {
        Some(inner) => (inner, ')'),
        None => (body.strip_prefix('[')?, ']'),
    };
    let end = inner.char_indices().take(5).find(|(_, c)| *c == close)?.0;
    let rest = &inner[end + 1..];
    let name = &inner[..end];
    let box_to_tick = close == ']' && matches!(name, " " | "x" | "X" | "");
    (is_spaced(rest) && (is_enumerator(name) || box_to_tick)).then(|| body.len() - rest.len())
}

/// "2. ", "b) ", "A) ".
fn numbered(body: &str) -> Option<usize> {
    let name = body.len() - body.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).len();
    let rest = body[name..].strip_prefix(['.', ')'])?;
    let capital =
        name == 1 && body[1..].starts_with(')') && body.as_bytes()[0].is_ascii_uppercase();
    (is_spaced(rest) && (is_enumerator(&body[..name]) || capital)).then(|| body.len() - rest.len())
}

/// Whether white space or nothing follows, so that white space at the end of a text changes nothing.
fn is_spaced(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(char::is_whitespace)
}

/// A number or a single small letter that counts the items of a list.
#[must_use]
pub fn is_enumerator(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
        || text.len() == 1 && text.bytes().all(|b| b.is_ascii_lowercase())
        || ROMAN.contains(&text)
}
