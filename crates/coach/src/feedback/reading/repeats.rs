//! Words and beginnings that come so often that a listener notices.

use std::collections::BTreeMap;

use crate::feedback::{
    Context, Span,
    lexicon::{self, Lexicon},
};

/// What comes too often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RepeatKind {
    /// A word.
    Word,
    /// The beginning of sentences, or what joins one step to the next: "then I".
    Opening,
}

/// Something that comes too often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// What.
    pub kind: RepeatKind,
    /// Where, in order of the text.
    pub spans: Vec<Span>,
}

/// So often in a short answer, and once more for every so many words beyond.
const OFTEN: usize = 4;
const SHORT: usize = 100;
const MORE: usize = 45;
/// How many are mentioned at most.
const SHOWN: usize = 3;

/// Verbs that nobody notices, and those that every story of this kind is made of.
const UNNOTICED: &Lexicon = &[
    "said|told|asked|tell|say|ask|have|been|went|come|came|give|gave|take|took|make|made|does|call|called",
    "know|knew|think|want|wanted|need|needed|work|worked|help|helped|like|check|checked|listen|listened",
    "find|found|sent|send|look|looked|talk|talked|explain|explained|speak|spoke|feel|felt|rang|ring|keep",
    "then|they|just|also|would|could|will|should|must|might|that|this|there|when|what|with|after|before",
    "didn't|don't|wasn't|couldn't|wouldn't|never|always|only|only|still|even|once|really|reply|family",
    "she|you|who|its|i'm|was|had|has|did|got|put|can|may|let|saw|sat|ran|met|see|are|get|not|now|too|all|him|her|the|his|our",
    "she'd|he'd|they'd|it's|that's|early|daily|monthly|weekly|july|apply|supply|finally|nearly|only|bring",
];
/// Words that weigh nothing wherever they stand.
const EMPTY: &Lexicon = &[
    "situation*|issue*|problem*|things|basically|actually|really|literally|obviously|definitely|honestly",
    "great|amazing|awesome|nice|super|simply|totally|important|perfect|good",
];
/// What stands before a verb.
const BEFORE_VERBS: &Lexicon =
    &["i|we|to|and|then|would|will|i'd|i'll|always|also|just|he|she|they"];
/// What a step begins with.
const JOINS: &Lexicon = &[
    "then i|we|he|she|they",
    "after that",
    "and then",
    "and then i|we|he|she|they",
    "and so",
    "so i|we",
    "so then",
    "and i|we said|told|asked",
    "also i",
];

/// What comes too often, the most frequent first.
pub fn read(context: &Context) -> Vec<Repeat> {
    let many = OFTEN + context.words.len().saturating_sub(SHORT) / MORE;
    let mut found = words(context, many);
    found.extend(openings(context, many));
    found.sort_by_key(|repeat| (usize::MAX - repeat.spans.len(), repeat.spans[0]));
    found.truncate(SHOWN);
    found
}

fn words(context: &Context, many: usize) -> Vec<Repeat> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for at in 0..context.words.len() {
        let word = context.words.folded(at);
        if word.len() > 2 && word.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '-') {
            places.entry(word).or_default().push(at);
        }
    }
    let noticed = |(word, at): &(&str, Vec<usize>)| {
        at.len() >= many
            && (lexicon::is_one_of(word, EMPTY)
                || !lexicon::is_one_of(word, UNNOTICED)
                    && (word.ends_with("ly") || is_verb(context, at)))
    };
    let places = places.into_iter().filter(noticed);
    let spans = places.map(|(_, at)| at.into_iter().map(|at| context.span(at..at + 1)).collect());
    spans.map(|spans| Repeat { kind: RepeatKind::Word, spans }).collect()
}

/// Whether most often something stands before it that stands before verbs. Names and things, which a
/// story cannot do without, are no verbs.
fn is_verb(context: &Context, places: &[usize]) -> bool {
    let before = |at: &&usize| {
        at.checked_sub(1)
            .is_some_and(|at| lexicon::is_one_of(context.words.folded(at), BEFORE_VERBS))
    };
    let name = |at: &usize| {
        let word = context.words.get(*at);
        word.is_some_and(|word| word.span.of(context.text).starts_with(char::is_uppercase))
    };
    places.iter().filter(before).count() * 3 >= places.len() * 2 && !places.iter().all(name)
}

fn openings(context: &Context, many: usize) -> Vec<Repeat> {
    let mut places: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for range in &context.ranges {
        for hit in lexicon::all(&context.words, range.clone(), JOINS) {
            let words: Vec<_> = hit.clone().map(|at| context.words.folded(at)).collect();
            // "And then I" and "then I" are one habit.
            let key = if words.contains(&"then") { "then".to_owned() } else { words.join(" ") };
            places.entry(key).or_default().push(context.span(hit));
        }
        let first = context.words.folded(range.start);
        let starts =
            lexicon::is(first, "so|then|also|basically|actually|next|afterwards|well|okay");
        let counted = lexicon::first(&context.words, range.clone(), JOINS)
            .is_some_and(|hit| hit.start == range.start);
        if starts && !counted {
            let key = if first == "so" { "so i" } else { first };
            places
                .entry(key.to_owned())
                .or_default()
                .push(context.span(range.start..range.start + 1));
        }
    }
    let often = places.into_values().filter(|spans| spans.len() >= many);
    often.map(|spans| Repeat { kind: RepeatKind::Opening, spans }).collect()
}

#[cfg(test)]
mod tests {
    use super::RepeatKind;
    use crate::feedback::reading::testing::read;

    fn repeats(text: &str) -> Vec<(RepeatKind, &str, usize)> {
        let repeats = read(text).repeats;
        repeats.iter().map(|r| (r.kind, r.spans[0].of(text), r.spans.len())).collect()
    }

    #[test]
    fn one_joint_for_every_step() {
        let text = "A man came to the desk. Then I asked him for his name. Then I looked for his bag. And \
            then I rang the driver. Then I told him where it was.";
        assert_eq!(repeats(text), [(RepeatKind::Opening, "Then I", 4)]);
    }

    #[test]
    fn dictated() {
        let text = "so the lady came in and then i said hello and then she showed me the shoes and then i \
            looked at them and then i went to the back and then i brought the other ones";
        assert_eq!(repeats(text), [(RepeatKind::Opening, "and then i", 5)]);
    }

    #[test]
    fn a_word_that_is_always_there() {
        let text = "Basically the guest was lost. I basically walked with him to the bus. It was basically \
            the last bus, and he basically ran.";
        // From three on they are soft words, and there is a finding about those.
        assert_eq!(repeats(text), []);
        let text = "I immediately called her. She immediately came down. I immediately showed her the car, \
            and I immediately gave her the key of the other one.";
        assert_eq!(repeats(text), [(RepeatKind::Word, "immediately", 4)]);
        let text = "I try to help the guest. I try to find the bag. I also try the phone of him. Then I try \
            the other desk in the airport.";
        assert_eq!(repeats(text), [(RepeatKind::Word, "try", 4)]);
    }

    #[test]
    fn names_things_and_small_words_do_not_count() {
        for text in [
            "The card was blocked. I took the card, called the card team and got her a new card. The card \
             came on Friday.",
            "Maria came in. I asked Maria for the form. Maria had none, so I printed one, and Maria signed.",
            "I asked her name. I asked for the date. I asked the driver. I asked my boss, and I told her.",
            "I rang him. I rang the depot. I wrote it down. I walked over. I waited with him.",
        ] {
            assert_eq!(repeats(text), [], "{text}");
        }
    }

    #[test]
    fn a_long_answer_may_repeat_more() {
        let filler =
            "The lady at the counter had a small red bag and a blue coat on that day in May. ";
        let text = format!(
            "{}Then I asked her. Then I looked. Then I rang him. Then I wrote it down.",
            filler.repeat(12)
        );
        assert_eq!(repeats(&text), []);
    }
}
