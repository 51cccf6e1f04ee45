//! Plain English, as far as a program can tell: sentence length, marks and phrases to avoid.

use crate::{Problem, entry::Entry};

/// The longest sentence, in words. Plain-language guides for the public advise 15 to 20 words on
/// average and never above 25 to 30 (for instance GOV.UK's content guidance).
const LONGEST_SENTENCE: usize = 30;

/// Phrases that say nothing, or that a second-language reader may not know.
const AVOID: &[&str] = &[
    "extra mile",
    "outside the box",
    "great job",
    "oops",
    "best-in-class",
    "synergy",
    "at the end of the day",
    "low-hanging",
    "touch base",
    "deal with customers",
    "dealing with customers",
];

/// Marks that the house style does without.
const MARKS: &[(char, &str)] = &[
    ('!', "end the sentence with a full stop."),
    ('—', "use a comma, a colon or a full stop."),
    ('"', "use “ and ”."),
    ('\'', "use ’."),
];

struct Text<'a> {
    file: &'a str,
    item: &'a str,
}

impl Text<'_> {
    fn check(&self, field: &str, text: &str, problems: &mut Vec<Problem>) {
        let mut add = |what: String, fix: &str| {
            problems.push(Problem {
                file: self.file.into(),
                item: self.item.into(),
                what,
                fix: fix.into(),
            });
        };
        if text.trim().is_empty() {
            add(format!("`{field}` is empty."), "write it.");
        }
        if text.trim() != text || text.contains("  ") {
            add(format!("`{field}` has stray spaces: “{text}”."), "take them out.");
        }
        for (mark, fix) in MARKS {
            if text.contains(*mark) {
                add(format!("`{field}` has a {mark} in “{text}”."), fix);
            }
        }
        let lower = text.to_lowercase();
        for phrase in AVOID {
            // Naming a phrase in quotation marks as one to avoid is fine.
            if lower.contains(phrase) && !lower.contains('“') {
                add(format!("`{field}` says “{phrase}”."), "say what is meant, in plain words.");
            }
        }
        for sentence in text.split_inclusive(['.', '?', ':', ';']) {
            let words = sentence.split_whitespace().count();
            if words > LONGEST_SENTENCE {
                add(
                    format!("`{field}` has a sentence of {words} words: “{}”.", sentence.trim()),
                    "make two sentences of it (at most 30 words each).",
                );
            }
        }
    }
}

pub fn check(entry: &Entry, problems: &mut Vec<Problem>) {
    let text = Text { file: entry.file, item: entry.id };
    for (field, value) in &entry.texts {
        text.check(field, value, problems);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        Text { file: "f.toml", item: "q" }.check("intent", text, &mut out);
        out.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn plain_text_passes() {
        assert!(problems("They want to know if you stay steady. That is all.").is_empty());
    }

    #[test]
    fn each_slip_is_named_with_its_place_and_its_cure() {
        for (text, part) in [
            ("", "is empty"),
            ("Two  spaces.", "stray spaces"),
            ("Great!", "has a !"),
            ("You go the extra mile.", "extra mile"),
            ("word ".repeat(31).trim_end(), "31 words"),
        ] {
            let found = problems(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].starts_with("f.toml: q: ") && found[0].contains(part), "{}", found[0]);
            assert!(found[0].contains("Fix: "), "{}", found[0]);
        }
    }
}
