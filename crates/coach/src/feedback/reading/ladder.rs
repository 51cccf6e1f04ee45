//! The Value-Outcome Ladder: from what was done, to what it changed in the work, to what that was worth.

use std::ops::Range;

use super::ladder_words::{
    BUSINESS, ELSEWHERE, HOPED, IMPROVES, JOINED, MAKES, MEANT, MONEY, OPERATION,
};
use crate::{
    feedback::{
        Context, Span,
        clause::{Clause, Who},
        lexicon::{self, Lexicon},
        words::Words,
    },
    part::Part,
};

/// A rung of the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rung {
    /// What the speaker did.
    Action,
    /// What became quicker, rarer or easier in the work.
    Operation,
    /// What that kept, saved or won.
    Business,
}

impl Rung {
    /// From the lowest to the highest.
    pub const ALL: [Self; 3] = [Self::Action, Self::Operation, Self::Business];
}

/// The rungs of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// The words of each rung, in the order of [`Rung::ALL`]; none where it is not there.
    pub rungs: [Option<Span>; 3],
    /// Whether the two highest rungs that are there are told next to each other or joined ("so",
    /// "which meant", "as a result").
    pub linked: bool,
    /// The first rung that is worth adding; none where the story does not ask for it.
    pub missing: Option<Rung>,
}

/// A sentence of so many words was dictated without stops: it has more than one part.
const DICTATED: usize = 36;

/// A rung that was found: which sentence it stands in, and which words they are.
type Hit = (usize, Range<usize>);

/// The rungs, where one above the deed is told. `ended` is whether the findings have nothing to say about
/// the ending.
pub fn read(context: &Context, upset: bool, ended: bool) -> Option<Ladder> {
    let (first, _) = deeds(context).next()?;
    let business = rung(context, first, BUSINESS);
    // "They stayed nine nights instead of seven" is one rung, not two.
    let apart = |low: &Hit| {
        business
            .as_ref()
            .is_none_or(|high| high.0 != low.0 || cut(context, &low.1, &high.1).is_some())
    };
    let operation = rung(context, first, OPERATION).filter(apart);
    let lowest = match (&operation, &business) {
        (Some(one), Some(other)) if other.0 < one.0 => other,
        (Some(one), _) | (None, Some(one)) => one,
        (None, None) => return None,
    };
    let deed = deed_before(context, lowest)?;
    let asked = {
        let words = Words::of(context.prompt.text);
        lexicon::has(&words, 0..words.len(), IMPROVES)
    };
    // Shown is the deed that made something; what counts for the link is the nearest one.
    let nearest = deeds(context).take_while(|near| near.0 <= lowest.0).last();
    let linked = nearest.is_some_and(|near| is_linked(context, &near, lowest))
        && match (&operation, &business) {
            (Some(operation), Some(business)) => is_linked(context, operation, business),
            _ => true,
        };
    let missing = match (&operation, &business) {
        _ if !ended => None,
        // A number in the ending may be an outcome in words that are not known here.
        (None, Some(_)) => (asked && !counts(context)).then_some(Rung::Operation),
        (Some((_, hit)), None) => {
            let counted = hit.clone().any(|at| lexicon::is_number(context.words.folded(at)));
            (asked || counted && !upset).then_some(Rung::Business)
        }
        _ => None,
    };
    let deed = shown_deed(context, &deed, lowest);
    let [operation, business] = shown_both(context, operation, business);
    Some(Ladder { rungs: [Some(deed), operation, business], linked, missing })
}

/// The words of both rungs; where they stand in one sentence, each its own piece of it.
fn shown_both(
    context: &Context,
    operation: Option<Hit>,
    business: Option<Hit>,
) -> [Option<Span>; 2] {
    if let (Some((at, low)), Some((other, high))) = (&operation, &business)
        && at == other
        && let Some(cut) = cut(context, low, high)
    {
        let range = &context.ranges[*at];
        let first = context.span(range.start.max(cut.saturating_sub(LONG))..cut);
        let second = context.span(cut..range.end.min(cut + LONG));
        return if low.start < high.start {
            [Some(first), Some(second)]
        } else {
            [Some(second), Some(first)]
        };
    }
    [operation, business].map(|hit| hit.map(|(at, hit)| shown(context, at, &hit)))
}

/// Where a sentence parts into the two pieces in which these words stand, if it does.
fn cut(context: &Context, one: &Range<usize>, other: &Range<usize>) -> Option<usize> {
    let (first, second) = if one.start < other.start { (one, other) } else { (other, one) };
    (first.end..=second.start).rev().find(|at| is_joint(context, *at))
}

/// Whether a clause begins at a word.
fn is_joint(context: &Context, at: usize) -> bool {
    context.words.get(at).is_some_and(|word| word.after_break)
        || lexicon::is(context.words.folded(at), "so|and|which|because|but")
}

/// What the speaker did, sentence by sentence.
fn deeds<'a>(context: &'a Context<'_>) -> impl DoubleEndedIterator<Item = Hit> + 'a {
    let all = context.sentences.iter().zip(&context.clauses).enumerate();
    let acts = |at: usize| context.ranges[at].len() >= DICTATED;
    let all = all.filter(move |(at, (sentence, _))| sentence.part == Part::Action || acts(*at));
    all.filter_map(|(at, (_, clauses))| {
        let own = |clause: &&Clause| {
            matches!(clause.who, Who::I | Who::We)
                && Context::is_step((Part::Action, clause))
                && !clause.negated
        };
        clauses.iter().find(own).map(|clause| (at, clause.words.clone()))
    })
}

/// The last deed before a rung, of those that make or change something if there are any; one in the same
/// sentence only where there is no other.
fn deed_before(context: &Context, rung: &Hit) -> Option<Hit> {
    let before = || deeds(context).take_while(|deed| deed.0 < rung.0);
    let makes =
        |deed: &Hit| lexicon::is_one_of(context.words.folded(deed.1.end.saturating_sub(1)), MAKES);
    let made = before().filter(makes).last().or_else(|| before().last());
    made.or_else(|| deeds(context).find(|deed| deed.0 == rung.0))
}

/// Whether the ending counts anything.
fn counts(context: &Context) -> bool {
    context
        .ranges_of(Part::Result)
        .any(|mut range| range.any(|at| lexicon::is_number(context.words.folded(at))))
}

/// The words of a deed: its sentence, or what stands before the rung in the same one.
fn shown_deed(context: &Context, deed: &Hit, rung: &Hit) -> Span {
    if deed.0 != rung.0 || deed.1.end >= rung.1.start {
        return shown(context, deed.0, &deed.1);
    }
    let end =
        (deed.1.end..rung.1.start).rev().find(|at| is_joint(context, *at)).unwrap_or(rung.1.start);
    context.span(deed.1.start..end.min(deed.1.start + LONG))
}

/// The first place of a rung from the deed on: the sentence, and the words.
fn rung(context: &Context, from: usize, phrases: &'static Lexicon) -> Option<Hit> {
    (from..context.sentences.len()).find_map(|at| {
        let sentence = &context.sentences[at];
        let range = context.ranges[at].clone();
        // What looks like background after a deed is mostly what came of it.
        let aside = matches!(sentence.part, Part::Task | Part::Other)
            || at == from && sentence.part != Part::Action;
        if aside && range.len() < DICTATED {
            return None;
        }
        // What is told of people there is still the scene.
        if sentence.part == Part::Situation && phrases == BUSINESS && range.len() < DICTATED {
            return None;
        }
        let told = matches!(sentence.part, Part::Result | Part::Insight | Part::Situation);
        lexicon::all(&context.words, range.clone(), phrases).into_iter().find_map(|hit| {
            let before = hit.start.saturating_sub(4).max(range.start)..hit.start;
            let after = hit.end.saturating_sub(1)..(hit.end + 5).min(range.end);
            let hoped = context.says(before.clone(), HOPED)
                || context.says(before, MEANT)
                || context.says(hit.clone(), HOPED);
            let elsewhere = context.says(after, ELSEWHERE)
                || phrases == OPERATION && context.says(hit.clone(), MONEY)
                || is_own_return(context, at, &hit);
            let said = !hoped && !elsewhere && (told || follows(context, at, &hit));
            said.then_some((at, hit))
        })
    })
}

/// Whether an outcome told in passing follows from a deed: joined to it, or the first thing that its
/// sentence says.
fn follows(context: &Context, sentence: usize, hit: &Range<usize>) -> bool {
    let start = context.ranges[sentence].start;
    let own =
        |clause: &Clause| matches!(clause.who, Who::I | Who::We) && clause.words.start < hit.start;
    context.says(start..hit.start + 1, JOINED) || !context.clauses[sentence].iter().any(own)
}

/// "I came back every week" is no gain of the business.
fn is_own_return(context: &Context, sentence: usize, hit: &Range<usize>) -> bool {
    let clauses = &context.clauses[sentence];
    let after = clauses.partition_point(|clause| clause.words.start <= hit.start);
    let who = after.checked_sub(1).map(|at| clauses[at].who);
    matches!(who, Some(Who::I | Who::We))
        && lexicon::is(context.words.folded(hit.start), "came|come|comes|coming")
}

/// Whether one rung is told right after the other or joined to it by a word.
fn is_linked(context: &Context, low: &Hit, high: &Hit) -> bool {
    low.0.abs_diff(high.0) <= 1 || {
        let range = context.ranges[high.0].clone();
        context.says(range.start..high.1.end, JOINED)
    }
}

/// Longer sentences are cut: a rung has to be recognised, not read again.
const LONG: usize = 22;

/// The words of a rung as they are shown: its sentence, or of a long one only the words around.
fn shown(context: &Context, at: usize, hit: &Range<usize>) -> Span {
    const AROUND: usize = 10;
    let range = &context.ranges[at];
    if range.len() <= LONG {
        return context.span(range.clone());
    }
    let first = hit.start.saturating_sub(AROUND).max(range.start);
    let start = (first..=hit.start).find(|at| is_joint(context, *at)).unwrap_or(first);
    let last = (hit.end + AROUND).min(range.end);
    let end = (hit.end + 1..last).rev().find(|at| is_joint(context, *at)).unwrap_or(last);
    context.span(start..end.max(hit.end))
}

#[cfg(test)]
mod tests {
    use super::Rung;
    use crate::feedback::reading::testing::read_to;

    const ASKED: &str = "Tell me about something that you improved at work.";

    /// The rungs with their words, whether they are linked, and the one to add.
    fn climb<'a>(question: &str, text: &'a str) -> Option<([&'a str; 3], bool, Option<Rung>)> {
        let ladder = read_to(question, text).ladder?;
        let words = ladder.rungs.map(|span| span.map_or("", |span| span.of(text)));
        Some((words, ladder.linked, ladder.missing))
    }

    #[test]
    fn all_three_rungs() {
        let text = "Many parents wrote twice about a new password. I rewrote our reply as four steps \
            with a picture for each. The second messages fell from about six a day to one, so we had \
            half an hour more for hard cases. One school renewed because of that.";
        let (rungs, linked, missing) = climb(ASKED, text).unwrap();
        assert_eq!(rungs[0], "I rewrote our reply as four steps with a picture for each");
        assert!(rungs[1].starts_with("The second messages fell"), "{rungs:?}");
        assert_eq!(rungs[2], "One school renewed because of that");
        assert_eq!((linked, missing), (true, None));
    }

    #[test]
    fn the_worth_is_missing() {
        let text = "Last spring guests waited a long time at our desk. I printed the forms the evening \
            before and I put them in the order of the rooms. The wait dropped from twelve minutes to \
            four.";
        let (rungs, _, missing) = climb(ASKED, text).unwrap();
        assert_eq!(rungs[2], "");
        assert_eq!(missing, Some(Rung::Business));
    }

    #[test]
    fn what_changed_in_the_work_is_missing() {
        let text = "Our price list was old and people were confused last year. I wrote a new one with \
            photos of each cake. After that a lady came back every Friday with her sister and they \
            bought a cake.";
        let (rungs, _, missing) = climb(ASKED, text).unwrap();
        assert_eq!((rungs[1], missing), ("", Some(Rung::Operation)));
        assert!(rungs[2].contains("came back every Friday"), "{rungs:?}");
    }

    #[test]
    fn poor_english_and_dictated() {
        let text = "in my hotel many guest was wait for the key long time. so i make the cards ready \
            in the morning. then the queue was shorter and nobody waited more than five minutes.";
        assert!(climb(ASKED, text).is_some_and(|(rungs, ..)| !rungs[1].is_empty()));
        let text = "so last year the calls about parking were too many and i made a small map and i sent it \
            with every booking and as a result the calls about parking dropped from twenty a day to three \
            and two companies booked again for the next year";
        let (rungs, linked, _) = climb(ASKED, text).unwrap();
        assert!(
            rungs[1].contains("dropped from twenty") && rungs[2].contains("booked again"),
            "{rungs:?}"
        );
        assert!(linked && rungs[0].contains("i made a small map"), "{rungs:?}");
    }

    #[test]
    fn nothing_is_claimed_that_was_only_hoped_for() {
        let text = "The queue at our desk was long last May. I wrote a list for the others so that the wait \
            would get shorter. I hoped to cut the wait to five minutes.";
        assert_eq!(climb(ASKED, text), None);
    }

    #[test]
    fn a_story_about_a_person_is_not_asked_for_more() {
        let text = "A guest shouted at me last May because her room was not ready. I let her finish and I \
            said sorry for the wait. Then I found her another room. She came back every summer.";
        let (_, _, missing) =
            climb("Tell me about a time you calmed an angry guest.", text).unwrap();
        assert_eq!(missing, None);
    }

    #[test]
    fn what_is_no_gain() {
        for text in [
            "A man lost his cat last May. I rang the shelter for him. He bought me a coffee.",
            "The bus was late last May. I rang four firms for them. In September they booked elsewhere.",
            "A box was lost last May. I rang the depot. The next day I came back with two offers.",
        ] {
            let rungs = climb("Tell me about a time you helped somebody.", text);
            assert_eq!(rungs, None, "{text}");
        }
    }
}
