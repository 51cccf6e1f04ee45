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

use std::{
    cell::RefCell,
    collections::{BTreeMap, HashMap},
    hash::{BuildHasherDefault, Hasher},
    ops::Range,
};

use super::{verbs, words::Words};

/// How many words `..` may stand for.
const GAP: usize = 3;

/// Phrases of one meaning.
pub type Lexicon = [&'static str];

/// The first place within `range` where any of the phrases stands, as a run of words.
#[must_use]
pub fn first(
    words: &Words,
    range: Range<usize>,
    lexicon: &'static Lexicon,
) -> Option<Range<usize>> {
    with(lexicon, |read| range.clone().find_map(|at| read.longest(words, at, &range)))
}

/// Whether any of the phrases stands within `range`.
#[must_use]
pub fn has(words: &Words, range: Range<usize>, lexicon: &'static Lexicon) -> bool {
    first(words, range, lexicon).is_some()
}

/// Every place within `range` where a phrase stands, from the left, not overlapping.
#[must_use]
pub fn all(words: &Words, range: Range<usize>, lexicon: &'static Lexicon) -> Vec<Range<usize>> {
    with(lexicon, |read| {
        let mut out: Vec<Range<usize>> = Vec::new();
        let mut at = range.start;
        while at < range.end {
            match read.longest(words, at, &range) {
                Some(hit) => {
                    at = hit.end.max(at + 1);
                    out.push(hit);
                }
                None => at += 1,
            }
        }
        out
    })
}

/// Every phrase that stands within `range`, by its number in the lexicon, with its first place.
#[must_use]
pub fn each(
    words: &Words,
    range: Range<usize>,
    lexicon: &'static Lexicon,
) -> Vec<(u32, Range<usize>)> {
    with(lexicon, |read| {
        let mut out: Vec<(u32, Range<usize>)> = Vec::new();
        for at in range.clone() {
            for number in read.candidates(words.folded(at), words.fingerprint(at)) {
                let phrase = &read.phrases[*number];
                let known = u32::try_from(*number).unwrap_or(u32::MAX);
                if out.iter().any(|(number, _)| *number == known) {
                    continue;
                }
                if let Some(end) = phrase.stands(words, at, &range) {
                    out.push((known, at..end));
                }
            }
        }
        out
    })
}

/// Whether a folded word is one of a list of tokens.
#[must_use]
pub fn is_one_of(word: &str, tokens: &'static Lexicon) -> bool {
    with(tokens, |read| {
        let print = Fingerprint::of(word);
        read.candidates(word, print).any(|number| read.phrases[*number].tokens[0].is(word, print))
    })
}

/// Whether a folded word is what one token of a phrase asks for.
#[must_use]
pub fn is(word: &str, token: &'static str) -> bool {
    let plain =
        token.as_bytes().split(|byte| *byte == b'|').any(|choice| choice == word.as_bytes());
    // Choices that are no plain words are few, and marked by their first or last letter.
    plain
        || token.contains(['*', '#', '@', '_'])
            && token.split('|').filter_map(Choice::read).any(|other| other.is(word))
}

/// Reads a lexicon once, and then uses what was read.
fn with<R>(lexicon: &'static Lexicon, use_it: impl FnOnce(&Read) -> R) -> R {
    thread_local! {
        // By where a lexicon lies: each is one constant.
        static READ: RefCell<HashMap<usize, &'static Read, BuildHasherDefault<Place>>> =
            RefCell::default();
    }
    let key = lexicon.as_ptr() as usize;
    let known = READ.with_borrow(|read| read.get(&key).copied());
    let read = known.filter(|read| read.len == lexicon.len()).unwrap_or_else(|| {
        // There are only so many lexicons, and they are needed for as long as the program runs.
        let read: &'static Read = Box::leak(Box::new(Read::of(lexicon)));
        READ.with_borrow_mut(|all| all.insert(key, read));
        read
    });
    use_it(read)
}

/// Hashes the place of a lexicon: places are far apart by themselves.
#[derive(Default)]
struct Place(u64);

impl Hasher for Place {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_usize(usize::from(*byte)));
    }

    fn write_usize(&mut self, place: usize) {
        self.0 = (self.0 ^ place as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(23);
    }
}

/// By what words are passed over at one look: two numbers below [`FINGERPRINTS`], of the whole word and of its
/// first two bytes. Other words may share them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fingerprint {
    word: u16,
    start: u16,
}

/// How many fingerprints there are: enough that most lexicons have few of them.
const FINGERPRINTS: u16 = 512;

impl Fingerprint {
    /// The fingerprint of a folded word.
    pub(super) fn of(word: &str) -> Self {
        let mix = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        let small =
            |hash: u32| u16::try_from((hash >> 7) % u32::from(FINGERPRINTS)).unwrap_or_default();
        let (start, rest) = word.as_bytes().split_at(word.len().min(2));
        let start = start.iter().copied().fold(0x811C_9DC5, mix);
        Self { word: small(rest.iter().copied().fold(start, mix)), start: small(start) }
    }
}

impl Fingerprint {
    /// One of 64 bits for the whole word.
    const fn bit(self) -> u64 {
        1 << (self.word % 64)
    }
}

/// A set of fingerprints.
#[derive(Default)]
struct Fingerprints([u64; FINGERPRINTS as usize / 64]);

impl Fingerprints {
    fn add(&mut self, print: u16) {
        self.0[usize::from(print / 64)] |= 1 << (print % 64);
    }

    fn have(&self, print: u16) -> bool {
        self.0[usize::from(print / 64)] & 1 << (print % 64) != 0
    }
}

/// A lexicon, read: its phrases by what they begin with, so that most words of a text are passed over
/// at one look.
struct Read {
    len: usize,
    phrases: Vec<Phrase>,
    /// The fingerprints of the words, and of the stems, that phrases begin with.
    words: Fingerprints,
    stems: Fingerprints,
    /// Phrases by the word that they begin with.
    by_word: BTreeMap<&'static str, Vec<usize>>,
    /// Phrases that begin with a stem, by its first byte.
    by_stem: BTreeMap<u8, Vec<usize>>,
    /// Phrases that may begin with any word.
    open: Vec<usize>,
}

struct Phrase {
    /// Whether it stands only at the beginning of a sentence.
    at_start: bool,
    tokens: Vec<Token>,
}

enum Token {
    /// Up to [`GAP`] words, or none.
    Gap,
    /// Any of these.
    Any(Choices),
}

#[derive(Default)]
struct Choices {
    words: Vec<&'static str>,
    /// A bit for the fingerprint of each word, so that most others are passed over unread.
    prints: u64,
    /// What is no plain word.
    others: Vec<Choice>,
}

enum Choice {
    Stem(&'static str),
    Anything,
    Number,
    Past,
    Class(&'static Lexicon),
}

impl Read {
    fn of(lexicon: &'static Lexicon) -> Self {
        let mut read = Self {
            len: lexicon.len(),
            phrases: Vec::with_capacity(lexicon.len()),
            words: Fingerprints::default(),
            stems: Fingerprints::default(),
            by_word: BTreeMap::new(),
            by_stem: BTreeMap::new(),
            open: Vec::new(),
        };
        for (number, text) in lexicon.iter().enumerate() {
            let phrase = Phrase::read(text);
            read.sort_in(number, phrase.tokens.first());
            read.phrases.push(phrase);
        }
        read
    }

    /// Notes by what a phrase can be found.
    fn sort_in(&mut self, number: usize, first: Option<&Token>) {
        let Some(Token::Any(choices)) = first else { return self.open.push(number) };
        for word in &choices.words {
            self.words.add(Fingerprint::of(word).word);
            self.by_word.entry(word).or_default().push(number);
        }
        for choice in &choices.others {
            match choice {
                Choice::Stem(stem) => {
                    debug_assert!(stem.len() > 1, "{stem}: a fingerprint begins with two bytes");
                    self.stems.add(Fingerprint::of(stem).start);
                    let byte = stem.bytes().next().unwrap_or_default();
                    self.by_stem.entry(byte).or_default().push(number);
                }
                Choice::Class(tokens) => {
                    for token in tokens.iter().copied() {
                        self.sort_in(number, Some(&Token::read(token)));
                    }
                }
                Choice::Anything | Choice::Number | Choice::Past => self.open.push(number),
            }
        }
    }

    /// The numbers of the phrases that may begin with a word.
    fn candidates(&self, word: &str, print: Fingerprint) -> impl Iterator<Item = &usize> {
        let by_word = self.words.have(print.word).then(|| self.by_word.get(word)).flatten();
        let start = || word.bytes().next().and_then(|byte| self.by_stem.get(&byte));
        let by_stem = self.stems.have(print.start).then(start).flatten();
        by_word.into_iter().chain(by_stem).flatten().chain(&self.open)
    }

    /// The longest phrase that stands at word `at` of the sentence `range`.
    fn longest(&self, words: &Words, at: usize, range: &Range<usize>) -> Option<Range<usize>> {
        self.candidates(words.folded(at), words.fingerprint(at))
            .filter_map(|number| self.phrases[*number].stands(words, at, range))
            .max()
            .map(|end| at..end)
    }
}

/// Whether the tokens stand from word `at` on; then, the word after their end.
fn stands(words: &Words, at: usize, end: usize, tokens: &[Token]) -> Option<usize> {
    let Some((token, rest)) = tokens.split_first() else { return Some(at) };
    if matches!(token, Token::Gap) {
        return (at..=(at + GAP).min(end)).find_map(|next| stands(words, next, end, rest));
    }
    if at >= end || !token.is(words.folded(at), words.fingerprint(at)) {
        return None;
    }
    stands(words, at + 1, end, rest)
}

impl Phrase {
    fn read(text: &'static str) -> Self {
        let (at_start, text) = match text.strip_prefix("< ") {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        Self { at_start, tokens: text.split(' ').map(Token::read).collect() }
    }

    /// Whether it stands at word `at` of the sentence `range`; then, the word after its end.
    fn stands(&self, words: &Words, at: usize, range: &Range<usize>) -> Option<usize> {
        if self.at_start && at != range.start {
            return None;
        }
        stands(words, at, range.end, &self.tokens)
    }
}

impl Token {
    fn read(text: &'static str) -> Self {
        if text == ".." {
            return Self::Gap;
        }
        let mut choices = Choices::default();
        for choice in text.split('|') {
            match Choice::read(choice) {
                Some(other) => choices.others.push(other),
                None => {
                    choices.prints |= Fingerprint::of(choice).bit();
                    choices.words.push(choice);
                }
            }
        }
        Self::Any(choices)
    }

    fn is(&self, word: &str, print: Fingerprint) -> bool {
        match self {
            Self::Gap => true,
            Self::Any(choices) => {
                (choices.prints & print.bit() != 0 && choices.words.contains(&word))
                    || choices.others.iter().any(|choice| choice.is(word))
            }
        }
    }
}

impl Choice {
    /// Reads what is no plain word.
    fn read(text: &'static str) -> Option<Self> {
        match text {
            "_" => Some(Self::Anything),
            "#" => Some(Self::Number),
            "@did" => Some(Self::Past),
            _ if text.starts_with('@') => {
                let class = CLASSES.iter().find(|(name, _)| *name == text);
                Some(Self::Class(class.map_or(&[], |(_, tokens)| tokens)))
            }
            _ => text.strip_suffix('*').map(Self::Stem),
        }
    }

    fn is(&self, word: &str) -> bool {
        match self {
            Self::Stem(stem) => word.starts_with(stem),
            Self::Anything => true,
            Self::Number => is_number(word),
            Self::Past => verbs::is_past(word),
            Self::Class(tokens) => is_one_of(word, tokens),
        }
    }
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
        let lexicon: &'static Lexicon = Box::leak(Box::new([phrase]));
        first(&words, 0..words.len(), lexicon).map(|r| words.span(r).of(text).to_owned())
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
