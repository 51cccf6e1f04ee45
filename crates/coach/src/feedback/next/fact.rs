//! What is left of blame when the label is taken out: the sentence without it, or a fact beside it.

use std::ops::Range;

use super::{Next, Said, mend, sentence_of, words_in};
use crate::feedback::{
    Context, Span,
    clause::{Says, Who},
    lexicon::{Lexicon, is_one_of},
};

/// What stands before a label that is only an ornament: "my lazy colleague".
const BEFORE: &Lexicon =
    &["the|my|our|his|her|their|this|that|these|those|some|a|an|two|three|both"];
/// What stands after a label that is no ornament: "was useless and", "too lazy to".
const AFTER: &Lexicon = &[
    "and|but|so|then|because|when|while|which|who|that|if|or|as|to|at|in|on|for|with|about|of|by",
    "i|we|he|she|they|it|you|was|were|is|are|did|had|has|would|could|one|ones",
];
/// A fact of more words is not worth quoting.
const MOST: usize = 14;

/// The fact that can stay when the words of blame go.
pub(super) fn beside(context: &Context, spans: &[Span]) -> Next {
    let hits: Vec<_> = spans.iter().map(|span| words_in(context, *span)).collect();
    let ornaments: Vec<_> = hits.iter().filter(|hit| is_ornament(context, hit)).cloned().collect();
    if ornaments.len() == hits.len()
        && let Some(sentence) = mend::without(context, &ornaments)
    {
        return Next::Without(sentence);
    }
    fact(context, &hits).map_or(Next::Nothing, |words| Next::Fact(Said::quote(context, words)))
}

/// One word between "the" and a thing: the sentence stands without it.
fn is_ornament(context: &Context, hit: &Range<usize>) -> bool {
    let words = &context.words;
    let Some(sentence) = sentence_of(context, hit.start) else { return false };
    let range = &context.ranges[sentence];
    if hit.len() != 1 || hit.start == range.start || hit.end >= range.end {
        return false;
    }
    let (before, after) = (words.folded(hit.start - 1), words.folded(hit.end));
    let broken =
        [hit.start, hit.end].iter().any(|at| words.get(*at).is_some_and(|w| w.after_break));
    let vowel = |word: &str| word.starts_with(['a', 'e', 'i', 'o', 'u']);
    // "A" and "an" must fit what follows now.
    let fits = match before {
        "a" => !vowel(after),
        "an" => vowel(after),
        _ => true,
    };
    !broken && fits && is_one_of(before, BEFORE) && !is_one_of(after, AFTER)
}

/// What somebody else did, told in the sentence of the blame or the one after it, without a label.
fn fact(context: &Context, hits: &[Range<usize>]) -> Option<Range<usize>> {
    let sentence = sentence_of(context, hits.first()?.start)?;
    let last = (sentence + 1).min(context.ranges.len() - 1);
    (sentence..=last).find_map(|at| {
        let list = &context.clauses[at];
        let limit = context.ranges[at].end;
        list.iter().enumerate().find_map(|(nth, clause)| {
            let fits = matches!(clause.who, Who::Person | Who::Thing)
                && clause.says == Says::Did
                && clause.words.len() > 1;
            let next = list.get(nth + 1).map_or(limit, |next| next.words.start);
            let from = clause.words.start;
            let after = clause.words.end..next;
            let end = after
                .clone()
                .find(|at| {
                    context.words.get(*at).is_some_and(|word| word.after_break)
                        || is_one_of(
                            context.words.folded(*at),
                            &["and|but|so|because|which|who|then"],
                        )
                })
                .unwrap_or(after.end);
            let blamed = hits.iter().any(|hit| hit.start < end && hit.end > from);
            (fits && !blamed && end > clause.words.end && end - from <= MOST).then_some(from..end)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        feedback::{FindingKind, Model, Prompt, report},
        question::Asks,
    };

    fn next(text: &str) -> Next {
        let prompt = Prompt { text: "Tell me about a time.", asks: Asks::Example };
        let report = report(Model::shipped(), &prompt, text);
        let blame = report.findings.into_iter().find(|finding| finding.kind == FindingKind::Blame);
        blame.expect("it blames").next
    }

    #[test]
    fn a_label_before_a_thing_is_taken_out() {
        assert_eq!(
            next("The lazy colleague forgot the key, so I drove back."),
            Next::Without("The colleague forgot the key, so I drove back.".into())
        );
    }

    #[test]
    fn else_the_fact_beside_it_stays() {
        let Next::Fact(said) =
            next("My manager was useless. She forgot the key and left. I drove back.")
        else {
            panic!("no fact")
        };
        assert_eq!(said.text, "She forgot the key");
    }

    #[test]
    fn where_there_is_none_nothing_is_made_up() {
        assert_eq!(next("My manager was useless."), Next::Nothing);
        // "An customer" would be wrong.
        assert_eq!(next("I met an ungrateful customer."), Next::Nothing);
    }
}
