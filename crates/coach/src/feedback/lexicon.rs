//! The one format for everything the coach knows about English, and how it is matched.
//!
//! A lexicon is a slice of phrases. A phrase is words in lower case with single spaces between and
//! straight apostrophes, matched on whole words and whatever punctuation stands between them:
//!
//! | token | matches |
//! |---|---|
//! | `word` | that word |
//! | `stem*` | any word that begins so, the stem itself included |
//! | `a|b|c*` | any of these |
//! | `_` | any one word |
//! | `..` | up to three words, or none |
//! | `#` | a number, in digits or in words |
//! | `@did` | a verb in the past tense |
//! | `@staff` | any word of that class; the table `CLASSES` has them |
//! | `<` | the beginning of the sentence (before the first word only) |
//!
//! The data is part of the download: prefer one phrase with alternatives to four phrases.

use std::ops::Range;

use super::{verbs, words::Words};

/// How many words `..` may stand for.
const GAP: usize = 3;

/// Phrases of one meaning.
pub type Lexicon = [&'static str];

/// The first place within `range` where any of the phrases stands, as a run of words.
#[must_use]
pub fn first(words: &Words, range: Range<usize>, lexicon: &Lexicon) -> Option<Range<usize>> {
    range.clone().find_map(|at| longest(words, at, &range, lexicon))
}

/// Whether any of the phrases stands within `range`.
#[must_use]
pub fn has(words: &Words, range: Range<usize>, lexicon: &Lexicon) -> bool {
    first(words, range, lexicon).is_some()
}

/// Every place within `range` where a phrase stands, from the left, not overlapping.
#[must_use]
pub fn all(words: &Words, range: Range<usize>, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut at = range.start;
    while at < range.end {
        match longest(words, at, &range, lexicon) {
            Some(hit) => {
                at = hit.end.max(at + 1);
                out.push(hit);
            }
            None => at += 1,
        }
    }
    out
}

/// The longest phrase that stands at word `at`.
fn longest(
    words: &Words,
    at: usize,
    range: &Range<usize>,
    lexicon: &Lexicon,
) -> Option<Range<usize>> {
    lexicon.iter().filter_map(|phrase| at_word(words, at, range, phrase)).max().map(|end| at..end)
}

/// Whether the phrase stands at word `at` of the sentence `range`; then, the word after its end.
fn at_word(words: &Words, at: usize, range: &Range<usize>, phrase: &str) -> Option<usize> {
    let phrase = match phrase.strip_prefix("< ") {
        Some(_) if at != range.start => return None,
        Some(rest) => rest,
        None => phrase,
    };
    rest_at(words, at, range.end, phrase)
}

fn rest_at(words: &Words, at: usize, end: usize, phrase: &str) -> Option<usize> {
    let (token, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
    if token == ".." {
        return (at..=(at + GAP).min(end)).find_map(|next| rest_at(words, next, end, rest));
    }
    if at >= end || !is(words.folded(at), token) {
        return None;
    }
    if rest.is_empty() { Some(at + 1) } else { rest_at(words, at + 1, end, rest) }
}

/// Whether a folded word is what one token of a phrase asks for.
#[must_use]
pub fn is(word: &str, token: &str) -> bool {
    token.split('|').any(|choice| match choice {
        "_" => true,
        "#" => is_number(word),
        "@did" => verbs::is_past(word),
        _ if choice.starts_with('@') => is_in_class(word, choice),
        _ => match choice.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => word == choice,
        },
    })
}

/// Words that stand in many phrases, by the name that phrases call them.
const CLASSES: &[(&str, &Lexicon)] = &[
    ("@he", &["he|she|they"]),
    ("@him", &["him|her|them|customer|guest|caller|client|man|woman|lady|gentleman|person"]),
    (
        "@customer",
        &[
            "customer*|guest*|caller*|client*|man|woman|lady|gentleman|guy|couple|family|user*",
            "passenger*|patient*|visitor*|shopper*|tenant*|mother|father|parent*|student*",
        ],
    ),
    (
        "@staff",
        &[
            "manager*|supervisor*|boss|lead|director|owner|head|chef|specialist*|engineer*|office",
            "technician*|developer*|colleague*|coworker*|co-worker*|teammate*|advisor*|security",
            "department|warehouse|depot|finance|billing|kitchen|product|desk|courier|housekeeping",
            "maintenance|team",
        ],
    ),
    (
        "@reacted",
        &[
            "thanked|laughed|smiled|hugged|replied|wrote",
            "answered|bought|stayed|renewed|signed|rang",
            "mentioned|called|sent|shook|returned|apologised|apologized|approved|agreed|reassured",
            "ordered|booked|rebooked|accepted|rated|praised|recommended|tipped|reordered|upgraded",
        ],
    ),
    ("@day", &["tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon"]),
];

fn is_in_class(word: &str, name: &str) -> bool {
    CLASSES.iter().any(|(class, tokens)| *class == name && is_one_of(word, tokens))
}

/// Whether a folded word is one of a list of tokens.
#[must_use]
pub fn is_one_of(word: &str, tokens: &Lexicon) -> bool {
    tokens.iter().any(|token| is(word, token))
}

/// Whether a folded word is a number, in digits or in words. "One" is none: it is nearly always a
/// pronoun.
#[must_use]
pub fn is_number(word: &str) -> bool {
    const TENS: &str = "twenty*|thirty*|forty*|fifty*|sixty*|seventy*|eighty*|ninety*";
    const NUMBERS: &str = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|\
        fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|hundred*|thousand*|million*|dozen*|\
        half|quarter|twice|double*|halved|triple*";
    word.starts_with(|c: char| c.is_ascii_digit()) || is(word, NUMBERS) || is(word, TENS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(text: &str, phrase: &'static str) -> Option<String> {
        let words = Words::of(text);
        first(&words, 0..words.len(), &[phrase]).map(|r| words.span(r).of(text).to_owned())
    }

    #[test]
    fn tokens() {
        let text = "So I’d ask her, twice, what had happened; she answered.";
        assert_eq!(hit(text, "ask her"), Some("ask her".into()));
        assert_eq!(hit(text, "i'd ask"), Some("I’d ask".into()));
        assert_eq!(hit(text, "sk her"), None);
        assert_eq!(hit(text, "happen*"), Some("happened".into()));
        assert_eq!(hit(text, "his|her # what"), Some("her, twice, what".into()));
        assert_eq!(hit(text, "ask _ noon|#"), Some("ask her, twice".into()));
        assert_eq!(hit(text, "ask .. what"), Some("ask her, twice, what".into()));
        assert_eq!(hit(text, "ask .. she"), None);
        assert_eq!(hit(text, "she @did"), Some("she answered".into()));
        assert_eq!(hit(text, "< so i'd"), Some("So I’d".into()));
        assert_eq!(hit(text, "< i'd"), None);
        assert_eq!(hit(text, "she answered me"), None);
        assert_eq!(hit(text, "ask @him"), Some("ask her".into()));
        assert_eq!(hit(text, "ask @staff|@nobody"), None);
    }

    #[test]
    fn the_longest_phrase_wins_and_places_do_not_overlap() {
        let text = "no no no more";
        let words = Words::of(text);
        assert_eq!(all(&words, 0..4, &["no", "no no"]), [0..2, 2..3]);
        assert_eq!(all(&words, 0..0, &["no"]), []);
    }

    #[test]
    fn numbers() {
        for word in ["3", "1,200", "3.30", "20th", "six", "twenty-five", "half"] {
            assert!(is_number(word), "{word}");
        }
        for word in ["one", "sixpence", "tent", ""] {
            assert!(!is_number(word), "{word}");
        }
    }
}
