//! How hard a text is to read.

use crate::{Problem, entry::Entry};

/// The highest grade of an item's texts taken together: grade 8 is what plain-language guides for the
/// public ask for.
const HIGHEST: f64 = 8.0;
/// Below so many words the formula says nothing.
const FEWEST: usize = 60;

/// The Flesch–Kincaid grade (Kincaid et al. 1975): 0.39 × words per sentence + 11.8 × syllables per
/// word − 15.59.
pub fn grade<'a>(texts: impl Iterator<Item = &'a str>) -> Option<f64> {
    let (mut words, mut sentences, mut syllables) = (0usize, 0usize, 0usize);
    for text in texts {
        for sentence in text.split_inclusive(['.', '?', ':', ';']) {
            let here: Vec<&str> = sentence
                .split(|c: char| !c.is_alphabetic() && c != '’')
                .filter(|word| word.chars().any(char::is_alphabetic))
                .collect();
            sentences += usize::from(!here.is_empty());
            words += here.len();
            syllables += here.iter().map(|word| syllables_of(word)).sum::<usize>();
        }
    }
    if words < FEWEST {
        return None;
    }
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let (words, sentences, syllables) = (count(words), count(sentences), count(syllables));
    Some(0.39 * words / sentences + 11.8 * syllables / words - 15.59)
}

/// The syllables of an English word, near enough: its groups of vowels, without a silent last e.
fn syllables_of(word: &str) -> usize {
    let word = word.to_lowercase();
    let is_vowel = |c: char| "aeiouyáàâäéèêëíìîïóòôöúùûü".contains(c);
    let mut groups = 0;
    let mut before = false;
    for c in word.chars() {
        groups += usize::from(is_vowel(c) && !before);
        before = is_vowel(c);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1
        || (word.ends_with("es") || word.ends_with("ed")) && !word.ends_with("ted") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

pub fn check(entry: &Entry, problems: &mut Vec<Problem>) {
    let grade = grade(entry.texts.iter().map(|(_, text)| text.as_ref()));
    if let Some(grade) = grade.filter(|grade| *grade > HIGHEST) {
        let what = format!("It reads at grade {grade:.1}, above {HIGHEST}.");
        let fix = "use shorter sentences and shorter words.";
        problems.push(Problem::new(entry.file, entry.id, what, fix));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_near_enough() {
        for (word, count) in
            [("the", 1), ("customer", 3), ("late", 1), ("table", 2), ("called", 1), ("wanted", 2)]
        {
            assert_eq!(syllables_of(word), count, "{word}");
        }
    }

    #[test]
    fn plain_text_is_graded_below_officialese() {
        let plain =
            "She had the wrong bag. I said sorry and I looked for hers. It was in the back room. "
                .repeat(5);
        let heavy = "Notwithstanding contractual considerations, organisational representatives consistently prioritised administrative documentation over interpersonal communication. ".repeat(5);
        let (plain, heavy) =
            (grade([plain.as_str()].into_iter()), grade([heavy.as_str()].into_iter()));
        assert!(plain.unwrap() < 4.0 && heavy.unwrap() > HIGHEST, "{plain:?} {heavy:?}");
        assert_eq!(grade(["Too short."].into_iter()), None);
    }
}
