//! Searching through everything, forgiving typing mistakes.

use coach::{
    link::{Kind, Link},
    question::Card,
};
use serde::{Deserialize, Serialize};

use crate::find::fold;

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What it is.
    pub link: Link,
    /// What it is called. A match here counts most.
    pub title: String,
    /// What else is said about it, and shown.
    pub text: String,
    /// Other words that it is known by, not shown.
    pub also: String,
}

/// A stretch of a text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// What was found.
    pub entry: &'a Entry,
    /// Where the words stand in the title, in order.
    pub in_title: Vec<Span>,
    /// Where the words stand in the text, in order.
    pub in_text: Vec<Span>,
    /// How well it fits: less is better. Of equals the one that says least else comes first.
    rank: (u32, usize, usize),
}

/// A word of an entry, folded.
#[derive(Debug)]
struct Word {
    letters: Box<[u8]>,
    span: Span,
}

/// The words of an entry's texts.
#[derive(Debug)]
struct Words {
    title: Vec<Word>,
    text: Vec<Word>,
    also: Vec<Word>,
}

/// Some of a list or other, chosen by a number, such as the time.
#[must_use]
pub fn any<T>(list: &[T], number: u64) -> Option<&T> {
    // The low digits of a clock are the ones that nobody can foresee.
    let mixed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    list.get(usize::try_from(mixed).unwrap_or(0).checked_rem(list.len())?)
}

/// Everything that can be found, made ready for searching.
#[derive(Debug)]
pub struct Index {
    entries: Vec<Entry>,
    words: Vec<Words>,
}

/// What is being searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    words: Vec<Vec<u8>>,
}

/// The words of a text with their places, folded to small letters without accents.
fn words_of(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut word: Vec<u8> = Vec::new();
    let mut start = 0;
    let mut end = 0;
    let mut close = |word: &mut Vec<u8>, start, end| {
        if !word.is_empty() {
            let letters = std::mem::take(word).into_boxed_slice();
            out.push(Word { letters, span: Span { start, end } });
        }
    };
    for (at, c) in text.char_indices() {
        match fold(c) {
            Some(letter) => {
                if word.is_empty() {
                    start = at;
                }
                end = at + c.len_utf8();
                // Beyond the folded letters each counts as one, so that places and typos stay simple.
                word.push(u8::try_from(letter).unwrap_or(b'?'));
            }
            // “don’t” is one word, and so is what somebody types for it.
            None if matches!(c, '’' | '\'') => {}
            None => close(&mut word, start, end),
        }
    }
    close(&mut word, start, end);
    out
}

/// How far a word is from being what was typed: 0 the same, 1 it begins like that, then by how many
/// letters are wrong; `None` where it is another word.
fn distance(typed: &[u8], word: &[u8]) -> Option<u32> {
    if word == typed {
        return Some(0);
    }
    if word.starts_with(typed) {
        return Some(1);
    }
    let allowed = match typed.len() {
        0..4 => return None,
        4..8 => 1,
        _ => 2,
    };
    // The first letter is seldom wrong, and short words would all look alike without it.
    if typed.len() < 6 && word.first() != typed.first() {
        return None;
    }
    let wrong = typos(typed, word, allowed)?;
    Some(1 + wrong)
}

/// The fewest letters to change, add, drop or swap with a neighbour until what was typed is the
/// beginning of the word, if that is no more than `allowed` (optimal string alignment, a restricted
/// Damerau–Levenshtein distance).
fn typos(typed: &[u8], word: &[u8], allowed: usize) -> Option<u32> {
    if word.len() + allowed < typed.len() {
        return None;
    }
    let word = &word[..word.len().min(typed.len() + allowed)];
    let width = word.len() + 1;
    let mut before = vec![0usize; width];
    let mut last: Vec<usize> = (0..width).collect();
    let mut now = vec![0usize; width];
    for (i, a) in typed.iter().enumerate() {
        now[0] = i + 1;
        for (j, b) in word.iter().enumerate() {
            let mut best = (last[j] + usize::from(a != b)).min(last[j + 1] + 1).min(now[j] + 1);
            if i > 0 && j > 0 && *a == word[j - 1] && typed[i - 1] == *b {
                best = best.min(before[j - 1] + 1);
            }
            now[j + 1] = best;
        }
        if now.iter().all(|wrong| *wrong > allowed) {
            return None;
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut now);
    }
    let best = last.into_iter().min()?;
    (best <= allowed).then(|| u32::try_from(best).unwrap_or(u32::MAX))
}

impl Search {
    /// A search for words.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { words: words_of(text).into_iter().map(|word| word.letters.into_vec()).collect() }
    }

    /// Whether there is no word in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How far each word is from standing in a text, at worst: 0 where all stand there, or words that
    /// begin so; then by how many letters are wrong. `None` where one does not.
    #[must_use]
    pub fn mistakes(&self, text: &str) -> Option<u32> {
        let words = words_of(text);
        let near =
            |typed: &Vec<u8>| words.iter().filter_map(|word| distance(typed, &word.letters)).min();
        let worst =
            self.words.iter().map(near).try_fold(0, |worst, near| Some(near?.max(worst)))?;
        Some(worst.saturating_sub(1))
    }

    /// The places of the words in a text, in order.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Span> {
        marks(&self.words, &words_of(text))
    }
}

/// The places of those words that are nearest to any that was typed.
fn marks(typed: &[Vec<u8>], words: &[Word]) -> Vec<Span> {
    let mut spans = Vec::new();
    for typed in typed {
        let near = |word: &Word| distance(typed, &word.letters);
        let best = words.iter().filter_map(near).min();
        spans.extend(
            words.iter().filter(|word| best.is_some() && near(word) == best).map(|w| w.span),
        );
    }
    spans.sort_unstable();
    spans.dedup();
    spans
}

/// What a match costs besides its typing mistakes, by where it stands.
const IN_TITLE: u32 = 0;
const IN_ALSO: u32 = 1;
const IN_TEXT: u32 = 4;
/// What a typing mistake costs: any match without one comes first.
const MISTAKE: u32 = 10;

impl Index {
    /// Makes everything ready: the questions, and the other entries.
    #[must_use]
    pub fn new(cards: &[Card], entries: &[Entry]) -> Self {
        let question = |card: &Card| Entry {
            link: Link::new(Kind::Question, &card.id),
            title: card.prompt.clone(),
            text: String::new(),
            also: format!("{} {}", card.id, card.category.slug()),
        };
        let entries: Vec<Entry> =
            cards.iter().map(question).chain(entries.iter().cloned()).collect();
        let words = |entry: &Entry| Words {
            title: words_of(&entry.title),
            text: words_of(&entry.text),
            also: words_of(&entry.also),
        };
        let words = entries.iter().map(words).collect();
        Self { entries, words }
    }

    /// Everything in which each word that was typed stands, the best first.
    #[must_use]
    pub fn find(&self, search: &Search) -> Vec<Hit<'_>> {
        if search.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<Hit> = Vec::new();
        for (at, (entry, words)) in self.entries.iter().zip(&self.words).enumerate() {
            let best = |typed: &[u8], words: &[Word], place: u32| {
                let near = words.iter().filter_map(|word| distance(typed, &word.letters)).min()?;
                Some(place + if near > 1 { near * MISTAKE } else { near })
            };
            let cost = search.words.iter().try_fold(0, |sum, typed| {
                let title = best(typed, &words.title, IN_TITLE);
                let also = best(typed, &words.also, IN_ALSO);
                let text = best(typed, &words.text, IN_TEXT);
                [title, also, text].into_iter().flatten().min().map(|cost| sum + cost)
            });
            if let Some(cost) = cost {
                hits.push(Hit {
                    entry,
                    in_title: vec![],
                    in_text: vec![],
                    rank: (cost, words.title.len(), at),
                });
            }
        }
        // A thing found by its right name hides those found by guessing at a typing mistake.
        if hits.iter().any(|hit| hit.rank.0 < MISTAKE) {
            hits.retain(|hit| hit.rank.0 < 2 * MISTAKE);
        }
        hits.sort_by_key(|hit| hit.rank);
        hits
    }

    /// Some entry or other, chosen by a number.
    #[must_use]
    pub fn any(&self, number: u64) -> Option<&Link> {
        any(&self.entries, number).map(|entry| &entry.link)
    }

    /// Finds, and shows where the words stand in the first `shown` hits.
    #[must_use]
    pub fn find_and_mark(&self, search: &Search, shown: usize) -> Vec<Hit<'_>> {
        let mut hits = self.find(search);
        for hit in hits.iter_mut().take(shown) {
            let words = &self.words[hit.rank.2];
            hit.in_title = marks(&search.words, &words.title);
            hit.in_text = marks(&search.words, &words.text);
        }
        hits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, title: &str, text: &str, also: &str) -> Entry {
        Entry {
            link: Link::new(Kind::Term, id),
            title: title.into(),
            text: text.into(),
            also: also.into(),
        }
    }

    fn index() -> Index {
        Index::new(
            &[],
            &[
                entry("fcr", "First contact resolution", "Solved at the first try.", "FCR"),
                entry("empathy", "Empathy", "Seeing what a moment costs someone.", "feeling"),
                entry(
                    "csat",
                    "Customer satisfaction score",
                    "How content people say they are.",
                    "CSAT",
                ),
                entry("contact", "Contact centre", "Where calls come in.", ""),
            ],
        )
    }

    fn ids(typed: &str) -> Vec<String> {
        index().find(&Search::new(typed)).iter().map(|hit| hit.entry.link.id.clone()).collect()
    }

    #[test]
    fn beginnings_are_enough_and_titles_come_first() {
        assert_eq!(ids("cont"), ["contact", "fcr", "csat"]);
        assert_eq!(ids("CSAT"), ["csat"]);
        assert_eq!(ids("first resol"), ["fcr"]);
        assert!(ids("").is_empty() && ids("  ?! ").is_empty());
    }

    #[test]
    fn typing_mistakes_are_forgiven_in_longer_words() {
        for typed in ["empahty", "emapthy", "empaty", "empatthy", "empathx"] {
            assert_eq!(ids(typed), ["empathy"], "{typed}");
        }
        assert_eq!(ids("resolutoin"), ["fcr"]);
        assert_eq!(ids("satisfacktion"), ["csat"]);
        assert!(ids("ept").is_empty(), "short words must be right");
        assert!(ids("banana").is_empty());
    }

    #[test]
    fn any_number_chooses_something_and_each_thing_is_chosen() {
        let list = ["a", "b", "c"];
        let chosen: std::collections::BTreeSet<_> =
            (1_000..1_050).filter_map(|number| any(&list, number)).collect();
        assert_eq!(chosen.len(), 3);
        assert_eq!(any::<u8>(&[], 7), None);
    }

    #[test]
    fn mistakes_are_counted() {
        assert_eq!(Search::new("first con").mistakes("First contact resolution"), Some(0));
        assert_eq!(Search::new("resolutoin").mistakes("First contact resolution"), Some(1));
        assert_eq!(Search::new("banana").mistakes("First contact resolution"), None);
    }

    #[test]
    fn the_places_of_the_words_are_shown() {
        let index = index();
        let hits = index.find_and_mark(&Search::new("contact rezolution"), 10);
        let words: Vec<&str> = hits[0]
            .in_title
            .iter()
            .map(|span| &hits[0].entry.title[span.start..span.end])
            .collect();
        assert_eq!(words, ["contact", "resolution"]);
        assert!(hits[0].in_text.is_empty());
    }

    #[test]
    fn places_are_right_in_any_script() {
        let text = "Éva’s don’t 日本 naïve x";
        for typed in ["evas", "dont", "naive", "日本"] {
            for span in Search::new(typed).marks(text) {
                assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
            }
        }
        let span = Search::new("evas").marks(text)[0];
        assert_eq!(&text[span.start..span.end], "Éva’s");
    }
}
