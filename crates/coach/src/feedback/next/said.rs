//! Words of the answer, made ready to be quoted: cut at a word, white space tidied, and turned to
//! the speaker where that is safe.

use std::ops::Range;

use crate::feedback::{
    Context, Span,
    lexicon::{self, Lexicon, is_one_of},
    words::Words,
};

/// A quotation has at most so many words: it only has to be recognised.
const MOST_WORDS: usize = 14;
/// And so many characters, for text without spaces.
const MOST_CHARS: usize = 90;

/// Words of the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Where they stand, whole.
    pub span: Span,
    /// As they can be shown: on one line, cut at a word with " …" where they were longer.
    pub text: String,
    /// Whether they have been turned to the speaker, "my" to "your", so that they read on after
    /// "you". Else they are the speaker's own and belong in quotation marks.
    pub turned: bool,
}

/// Words about the speaker and others that cannot be turned one by one, or mean somebody else.
const UNSAFE: &Lexicon = &[
    "you|your|yours|yourself|yourselves|you're|you'd|you'll|you've|ya",
    "we|us|our|ours|ourselves|we're|we'd|we'll|we've|let's",
    "am|i'm|im",
];

impl Said {
    /// A run of words as it was typed, cut where it is long.
    #[must_use]
    pub fn quote(context: &Context, range: Range<usize>) -> Self {
        let span = context.span(range.clone());
        let short = range.start..range.end.min(range.start + MOST_WORDS);
        let cut = short.end < range.end;
        Self { span, text: shown(context.span(short).of(context.text), cut), turned: false }
    }

    /// A run of words turned to the speaker, if it can be.
    pub(super) fn turn(context: &Context, range: Range<usize>) -> Option<Self> {
        let words = &context.words;
        let quoted = |at: usize| words.get(at).is_some_and(|word| word.quoted);
        if range.len() > MOST_WORDS
            || lexicon::has(words, range.clone(), UNSAFE)
            || range.clone().any(quoted)
        {
            return None;
        }
        let span = context.span(range.clone());
        if span.of(context.text).contains(['"', '“', '”', '«', '»', '„']) {
            return None;
        }
        let mut text = String::with_capacity(span.end - span.start + 8);
        let mut from = span.start;
        for at in range {
            let (Some(word), Some(new)) = (words.get(at), turned(words, at)?) else { continue };
            text.push_str(&context.text[from..word.span.start]);
            text.push_str(new);
            from = word.span.end;
        }
        text.push_str(&context.text[from..span.end]);
        if text.chars().count() > MOST_CHARS {
            return None;
        }
        Some(Self { span, text: shown(&text, false), turned: true })
    }
}

/// What a word becomes when it is said to the speaker: `Some(None)` where it stays, `None` where it
/// is not safe to turn.
fn turned(words: &Words, at: usize) -> Option<Option<&'static str>> {
    Some(Some(match words.folded(at) {
        "i" => match words.folded(at + 1) {
            // "I was" would have to become "you were", and what stands between may be anything.
            "was" | "wasn't" => return None,
            next if next.ends_with("ly") || is_one_of(next, &["also|still|just|never|always"]) => {
                return None;
            }
            _ => "you",
        },
        "i'd" => "you’d",
        "i'll" => "you’ll",
        "i've" | "ive" => "you’ve",
        "me" => "you",
        "my" => "your",
        "mine" => "yours",
        "myself" => "yourself",
        _ => return Some(None),
    }))
}

/// A text on one line, with a sign where it goes on.
pub(super) fn shown(text: &str, goes_on: bool) -> String {
    let mut out = String::with_capacity(text.len().min(4 * MOST_CHARS));
    let mut chars = 0;
    for word in text.split_whitespace() {
        let len = word.chars().count();
        let space = usize::from(!out.is_empty());
        if chars + space + len > MOST_CHARS {
            if out.is_empty() {
                out.extend(word.chars().take(MOST_CHARS));
            }
            out.push_str(" …");
            return out;
        }
        if space > 0 {
            out.push(' ');
        }
        out.push_str(word);
        chars += space + len;
    }
    if goes_on {
        out.truncate(out.trim_end_matches([',', ';', ':', '-', '–', '—']).len());
        out.push_str(" …");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        feedback::{Model, Prompt},
        question::Asks,
    };

    fn with<R>(text: &str, look: impl FnOnce(&Context) -> R) -> R {
        let prompt = Prompt { text: "Tell me about a time.", asks: Asks::Example };
        look(&Context::new(Model::shipped(), prompt, text))
    }

    fn turn(text: &str) -> Option<String> {
        with(text, |c| Said::turn(c, 0..c.words.len()).map(|said| said.text))
    }

    #[test]
    fn what_is_the_speakers_becomes_the_listeners() {
        assert_eq!(turn("told her my name"), Some("told her your name".into()));
        assert_eq!(
            turn("said that I’d  call\tback myself"),
            Some("said that you’d call back yourself".into())
        );
        assert_eq!(turn("asked Zoë to wait for me"), Some("asked Zoë to wait for you".into()));
    }

    #[test]
    fn what_is_not_safe_is_left() {
        for text in [
            "told her I would ring you back",
            "said that I was sorry",
            "said that I'm sorry",
            "told her our hours",
            "said “my mistake”",
            "said that I really cared",
        ] {
            assert_eq!(turn(text), None, "{text}");
        }
    }

    #[test]
    fn long_quotations_are_cut_at_a_word() {
        let text = "one two three four five six seven eight nine ten eleven twelve thirteen, \
                    fourteen, fifteen sixteen";
        with(text, |c| {
            let said = Said::quote(c, 0..c.words.len());
            assert!(said.text.ends_with("thirteen, fourteen …"), "{said:?}");
            assert_eq!(said.span.of(text), text);
        });
        assert_eq!(shown(&"é".repeat(200), false), format!("{} …", "é".repeat(MOST_CHARS)));
        assert_eq!(shown("  a \n b ", false), "a b");
        assert_eq!(shown("", false), "");
    }
}
