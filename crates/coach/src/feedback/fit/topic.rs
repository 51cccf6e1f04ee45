//! What a question is about, and whether an answer is about it too.
//!
//! Words are cut to stems, and stems weighed by how seldom they stand in answers of any kind, counted in
//! the bank's samples. This can only give a hint: an honest answer may use other words for everything.

use std::{collections::BTreeMap, ops::Range, sync::LazyLock};

use crate::feedback::words::Words;

/// Stems that say nothing of what an answer is about.
const EVERYWHERE: &str = "about and ask becaus befor but call could day first for from had hav her look not one \
    our said she that the them then tim told two was what when with would wrot you";
/// Stems that stand in every third answer or so.
const COMMON: &str = "aft again all answ are back cam can chang collea com custom did down each even ever \
    fiv found four help him his hour how know last lat lik list manag may minut month mor \
    morn need new next nobod now onl open oth out peopl person put questi read sam say \
    second see sent show six still tak team ten ther thi thre too took wait want week wer \
    who withou work writ year your";
/// Stems that stand in every seventh answer or so.
const FREQUENT: &str = "agre alon also alway anoth answer been began besid book both card cas check clos count \
    dat door eight eleven end everyt explai finish frida friend gav get giv good got guest \
    half hand has hom keep learn left let lin listen littl long lost mad man messag \
    monda most mov myself nam nev night nin noth numb off offer old onc ord own pag past \
    phon plac promis reason repair right room rul saturd saw send senten seven shop short \
    sinc small someon someth sorr sta start stay step stopp such tabl talk tell than thank \
    their thing ticket toda togeth twent twic until way went wher which whil will word \
    wrong yes";
/// Stems that stand for one thing, with the weight of that thing.
const THEMES: &[(usize, &str)] = &[
    (2, "rul polic proced allow except bend bent permit permis"),
    (2, "promis agre"),
    (1, "again alread earli fifth fourth sixth third"),
    (1, "los lost miss"),
    (3, "angr furiou upset shout ang rud insult"),
    (1, "mistak error failur fail wrong forgot"),
    (0, "call phon rang lin"),
    (2, "guest hotel"),
    (1, "shop stor till"),
    (0, "messag writ wrot email rep chat text"),
    (2, "techni comput print rout screen"),
    (3, "langua englis accent"),
    (3, "child childr"),
    (3, "bor dull"),
    (1, "explai compar lik"),
    (3, "weakne weak wors"),
];
/// The weight of a stem that stands in none of the lists.
const RARE: usize = 3;
/// An answer is doubted where it holds less than so many thousandths of what its question is about.
/// Chosen on the bank's own samples, of which no more than 1 in 100 may be doubted
/// (`crates/content/tests/fit.rs`).
const DOUBTED: usize = 75;
/// A question must weigh so much before its words can say what it is about.
const ENOUGH: usize = 30;
/// An answer is not doubted before it has so many words.
const LONG: usize = 60;

/// Endings, the longer ones first where one ends in another.
const ENDINGS: &[&str] =
    &["ingly", "edly", "ings", "ing", "ies", "ied", "ers", "ed", "er", "es", "ly", "s", "e", "y"];
/// What is left of a word without its ending has at least so many letters …
const SHORTEST: usize = 3;
/// … and is cut after so many.
const LONGEST: usize = 6;

/// A folded word without its ending.
fn stem(word: &str) -> Option<&str> {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if word.chars().count() < SHORTEST || !word.starts_with(char::is_alphabetic) {
        return None;
    }
    let bare = ENDINGS.iter().find_map(|ending| {
        word.strip_suffix(ending).filter(|rest| rest.chars().count() >= SHORTEST)
    });
    let bare = bare.unwrap_or(word);
    let end = bare.char_indices().nth(LONGEST).map_or(bare.len(), |(at, _)| at);
    Some(&bare[..end])
}

/// What a stem stands for, and how much that says of what a text is about. Stems that are not here
/// stand for themselves and are [`RARE`].
static KNOWN: LazyLock<BTreeMap<&str, (&str, usize)>> = LazyLock::new(|| {
    let lists = [(EVERYWHERE, 0), (COMMON, 1), (FREQUENT, 2)];
    let plain = lists
        .into_iter()
        .flat_map(|(list, weight)| list.split(' ').map(move |stem| (stem, (stem, weight))));
    let themes = THEMES
        .iter()
        .flat_map(|(weight, theme)| theme.split(' ').map(move |stem| (stem, (*theme, *weight))));
    plain.chain(themes).collect()
});

/// The stems of a text that say something, with their weights.
#[derive(Debug, Default)]
pub struct Stems(BTreeMap<String, usize>);

impl Stems {
    /// Of a run of words.
    pub fn of(words: &Words, range: Range<usize>) -> Self {
        let mut stems = Self::default();
        for stem in range.filter_map(|at| stem(words.folded(at))) {
            let (stem, weight) = KNOWN.get(stem).copied().unwrap_or((stem, RARE));
            if weight > 0 && !stems.0.contains_key(stem) {
                stems.0.insert(stem.to_owned(), weight);
            }
        }
        stems
    }

    /// Of a text.
    pub fn of_text(text: &str) -> Self {
        let words = Words::of(text);
        Self::of(&words, 0..words.len())
    }

    /// Adds those of another text.
    pub fn join(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The weight of all.
    fn total(&self) -> usize {
        self.0.values().sum()
    }

    /// The weight of what both have.
    pub fn shared(&self, other: &Self) -> usize {
        let shared = self.0.iter().filter(|(stem, _)| other.0.contains_key(*stem));
        shared.map(|(_, weight)| weight).sum()
    }
}

/// Whether an answer says next to nothing of what its question is about.
pub fn is_doubted(about: &Stems, words: &Words) -> bool {
    if words.len() < LONG || about.total() < ENOUGH {
        return false;
    }
    let said = Stems::of(words, 0..words.len());
    about.shared(&said) * 1_000 < about.total() * DOUBTED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_are_cut_between_characters() {
        assert_eq!(stem("parcels"), Some("parcel"));
        assert!(Stems::of_text("guests").shared(&Stems::of_text("hotel")) > 0);
        assert_eq!(stem("ééééééééé"), Some("éééééé"));
        assert_eq!(stem("at"), None);
        assert_eq!(stem("42nd"), None);
    }

    #[test]
    fn what_stands_everywhere_says_nothing() {
        assert_eq!(Stems::of_text("and the with").total(), 0);
        let (one, other) = (Stems::of_text("a broken lamp"), Stems::of_text("two lamps"));
        assert!(one.shared(&other) > 0);
    }

    #[test]
    fn short_texts_are_not_doubted() {
        let about = Stems::of_text(&"allergy kitchen nuts menu plate cook ".repeat(2));
        let elsewhere = "The server logs show a database timeout after midnight. ";
        assert!(!is_doubted(&about, &Words::of(elsewhere)));
    }
}
