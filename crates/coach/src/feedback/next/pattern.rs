//! What sort of promise was made, and what could be said in the place of words that inflame.

use std::ops::Range;

use crate::feedback::{
    lexicon::{self, Lexicon},
    words::Words,
};

/// A sort of promise that nobody could keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// That something will never happen again.
    Never,
    /// That whatever is wanted will be done.
    Anything,
    /// That something will be there by a time.
    Date,
    /// That something is certain.
    Certain,
}

/// What could be said in the place of words that inflame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// "Calm down": name the feeling.
    Feeling,
    /// "Not my job": stay until somebody is found.
    Stay,
    /// "As I already said": say it in another way.
    OtherWords,
    /// "Nothing I can do": say what can be done.
    CanDo,
    /// "What do you expect": ask it kindly.
    Ask,
    /// "You should have": look forward.
    Forward,
    /// "Wait": say how long.
    HowLong,
    /// Anything else that closes the door.
    Understand,
}

const PROMISES: &[(Promise, &Lexicon)] = &[
    (Promise::Never, &["never|ever|again"]),
    (Promise::Anything, &["whatever|anything|everything|full|costs|matter"]),
    (Promise::Date, &["by"]),
];

const BETTER: &[(Better, &Lexicon)] = &[
    (Better::Feeling, &["calm|relax|shush|overreacting|tone|mouth|language"]),
    (Better::HowLong, &["wait|hurry"]),
    (Better::Stay, &["problem|job|fault|department|responsibility"]),
    (Better::OtherWords, &["already"]),
    (Better::CanDo, &["nothing", "take it or leave it"]),
    (Better::Ask, &["what do you"]),
    (Better::Forward, &["you should|must|should've", "wrong|lying|people", "read"]),
];

/// The sort of a promise.
pub(super) fn promise(words: &Words, hit: Range<usize>) -> Promise {
    let mut all = PROMISES.iter();
    all.find(|(_, cues)| lexicon::has(words, hit.clone(), cues))
        .map_or(Promise::Certain, |(sort, _)| *sort)
}

/// What could be said instead.
pub(super) fn better(words: &Words, hit: Range<usize>) -> Better {
    let mut all = BETTER.iter();
    all.find(|(_, cues)| lexicon::has(words, hit.clone(), cues))
        .map_or(Better::Understand, |(sort, _)| *sort)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promises() {
        for (text, is) in [
            ("it will never happen again", Promise::Never),
            ("whatever you want", Promise::Anything),
            ("they'll have it by monday", Promise::Date),
            ("i guarantee you", Promise::Certain),
        ] {
            let words = Words::of(text);
            assert_eq!(promise(&words, 0..words.len()), is, "{text}");
        }
    }

    #[test]
    fn words_that_inflame() {
        for (text, is) in [
            ("please calm down", Better::Feeling),
            ("told him to wait", Better::HowLong),
            ("that's not my job", Better::Stay),
            ("as i already said", Better::OtherWords),
            ("nothing i can do", Better::CanDo),
            ("what do you expect", Better::Ask),
            ("you should have called", Better::Forward),
            ("with all due respect", Better::Understand),
        ] {
            let words = Words::of(text);
            assert_eq!(better(&words, 0..words.len()), is, "{text}");
        }
    }
}
