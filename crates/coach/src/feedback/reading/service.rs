//! The steps with another person, against the orders that the frameworks LAST (listen, apologise,
//! solve, thank) and 3C (calm, clarify, create options) give.

use std::ops::Range;

use super::service_words::{COMFORT, HEARD, HOLLOW, OFFER, SERVED, TALK, UPSET, WAITING};
use crate::{
    feedback::{
        Context, Move, Span,
        clause::{Says, Who},
        lexicon, moves,
    },
    part::Part,
    question::Asks,
};

/// An order of steps, as the framework of that name has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Listen, apologise, solve, thank.
    Last,
    /// Calm, clarify, create options.
    ThreeC,
}

/// A step of one of the orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// LAST: lets the person speak, or asks.
    Listen,
    /// LAST: says sorry or names what the person felt.
    Apologise,
    /// LAST: offers something or does something that helps.
    Solve,
    /// LAST: thanks.
    Thank,
    /// 3C: listens, names the feeling or says sorry.
    Calm,
    /// 3C: asks or checks.
    Clarify,
    /// 3C: offers something, does something that helps, or names what comes next.
    Options,
}

impl Way {
    /// Its steps in order.
    #[must_use]
    pub const fn steps(self) -> &'static [Step] {
        match self {
            Self::Last => &[Step::Listen, Step::Apologise, Step::Solve, Step::Thank],
            Self::ThreeC => &[Step::Calm, Step::Clarify, Step::Options],
        }
    }

    /// The name of the framework in its address.
    #[must_use]
    pub const fn framework(self) -> &'static str {
        match self {
            Self::Last => "last",
            Self::ThreeC => "3c",
        }
    }
}

impl Step {
    const fn moves(self) -> &'static [Move] {
        match self {
            Self::Listen => &[Move::Listen, Move::Clarify],
            Self::Apologise => &[Move::Apologise, Move::Acknowledge],
            Self::Thank => &[Move::Thank],
            Self::Calm => &[Move::Listen, Move::Acknowledge, Move::Apologise],
            Self::Clarify => &[Move::Clarify],
            Self::Solve | Self::Options => &[Move::Options, Move::Escalate, Move::Commit],
        }
    }
}

/// One step, and the words that show it first; none where it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceStep {
    /// Which.
    pub step: Step,
    /// The words.
    pub span: Option<Span>,
}

/// A way out that was offered before anybody listened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Early {
    /// The offer.
    pub offer: Span,
    /// The first sign, later on, that the person was heard.
    pub heard: Span,
}

/// The steps of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// The order that fits it best.
    pub way: Way,
    /// Whether the person is upset, by the question or by the answer. Else no step is asked for.
    pub upset: bool,
    /// The steps in the order of the framework.
    pub steps: Vec<ServiceStep>,
    /// What came too early.
    pub early: Option<Early>,
}

impl Service {
    /// The first step that is open, where somebody is upset: with anybody else each may be needless.
    #[must_use]
    pub fn open(&self) -> Option<Step> {
        self.steps[..if self.upset { self.steps.len() } else { 0 }]
            .iter()
            .find(|step| step.span.is_none())
            .map(|step| step.step)
    }
}

/// Moves that are only made towards a person.
const KIND: &[Move] = &[Move::Listen, Move::Acknowledge, Move::Apologise];
/// Moves that are made towards a person as well as for other reasons.
const OTHER: &[Move] = &[Move::Clarify, Move::Options, Move::Thank];
/// The steps with a person, where the answer has to do with one.
pub fn read(context: &Context) -> Option<Service> {
    let upset = is_upset(context);
    let shown = |kind: &&Move| context.sentences.iter().any(|s| s.moves.contains(kind));
    let kind = KIND.iter().filter(shown).count();
    let moves = kind + OTHER.iter().filter(shown).count();
    let served = || context.ranges.iter().any(|range| context.says(range.clone(), SERVED));
    let waiting = || context.ranges_of(Part::Situation).any(|range| context.says(range, WAITING));
    let handles = upset || kind > 0 && served() && (moves > 1 || waiting());
    if context.facts.own_actions == 0 || !handles {
        return None;
    }
    let made = Made::of(context);
    let way = way(context, &made);
    let places: Vec<(Step, Option<Range<usize>>)> =
        way.steps().iter().map(|step| (*step, place(context, &made, *step))).collect();
    if places.iter().all(|(_, place)| place.is_none()) {
        return None;
    }
    let steps = places
        .into_iter()
        .map(|(step, place)| ServiceStep { step, span: place.map(|hit| context.span(hit)) })
        .collect();
    Some(Service { way, upset, steps, early: early(context, &made) })
}

fn is_upset(context: &Context) -> bool {
    let told = |part| context.ranges_of(part).any(|range| context.says(range, UPSET));
    let asked = || {
        let words = crate::feedback::words::Words::of(context.prompt.text);
        lexicon::has(&words, 0..words.len(), UPSET)
    };
    told(Part::Situation) || asked()
}

/// LAST where somebody says sorry, 3C where the fault is still to be found.
fn way(context: &Context, made: &Made) -> Way {
    if made.first(&[Move::Apologise]).is_some() {
        Way::Last
    } else if made.first(&[Move::Clarify]).is_some() || context.prompt.asks == Asks::Plan {
        Way::ThreeC
    } else {
        Way::Last
    }
}

/// Where a step is made first. An offer says more than an act beside it, wherever it stands.
fn place(context: &Context, made: &Made, step: Step) -> Option<Range<usize>> {
    let helps = matches!(step, Step::Solve | Step::Options);
    let helped = || help(context).or_else(|| last_act(context));
    made.first(step.moves()).or_else(|| helps.then(helped).flatten())
}

/// The last thing that the speaker is said to do beside hearing the person out: help takes many forms, and
/// some of it is in verbs that help nobody elsewhere.
fn last_act(context: &Context) -> Option<Range<usize>> {
    let heard = |kind: &Move| KIND.contains(kind) || matches!(kind, Move::Clarify | Move::Thank);
    let all = context.sentences.iter().zip(&context.ranges);
    let mut acts = all.filter(|(s, _)| s.part == Part::Action && !s.moves.iter().any(heard));
    acts.next_back().map(|(_, range)| range.clone())
}

/// Where each move is made first, in the order of [`Move::ALL`].
struct Made(Vec<Option<Range<usize>>>);

impl Made {
    /// What the model overlooks counts where the words of a move stand in a sentence about what the
    /// speaker does.
    fn of(context: &Context) -> Self {
        let place = |kind: &Move| {
            let all = context.sentences.iter().zip(&context.ranges).zip(&context.clauses);
            all.into_iter().find_map(|((sentence, range), clauses)| {
                let seen = sentence.moves.contains(kind);
                if !seen && sentence.part != Part::Action {
                    return None;
                }
                let hit = moves::cue(&context.words, range.clone(), *kind, clauses);
                match hit.filter(|hit| !(*kind == Move::Thank && is_thanked(context, hit))) {
                    Some(hit) => Some(widened(context, &hit, range)),
                    None => seen.then(|| range.clone()),
                }
            })
        };
        Self(Move::ALL.iter().map(place).collect())
    }

    /// The first place of any of these moves.
    fn first(&self, kinds: &[Move]) -> Option<Range<usize>> {
        let places = kinds.iter().filter_map(|kind| self.0[*kind as usize].clone());
        places.min_by_key(|place| (place.start, place.end))
    }
}

/// "Thanked me": thanks that the speaker got.
fn is_thanked(context: &Context, hit: &Range<usize>) -> bool {
    matches!(context.words.folded(hit.end), "me" | "us")
}

/// A cue with a few words around it, so that it reads as a quotation: from the word before it that
/// begins the clause to the next break.
fn widened(context: &Context, hit: &Range<usize>, range: &Range<usize>) -> Range<usize> {
    const BEFORE: usize = 2;
    const AFTER: usize = 6;
    let breaks = |at: usize| context.words.get(at).is_some_and(|word| word.after_break);
    let mut start = hit.start;
    while start > range.start && hit.start - start < BEFORE && !breaks(start) {
        start -= 1;
        if matches!(context.words.folded(start), "i" | "i'd" | "i'll" | "we" | "i'm") {
            break;
        }
        if lexicon::is(context.words.folded(start), "and|but|so|then|because") {
            start += 1;
            break;
        }
    }
    let mut end = hit.end;
    while end < range.end && end - hit.end < AFTER && !breaks(end) {
        if lexicon::is(context.words.folded(end), "and|but|so|then|because") && end > hit.end {
            break;
        }
        end += 1;
    }
    start..end.max(hit.end)
}

/// The first own act that helps, and more than talk.
fn help(context: &Context) -> Option<Range<usize>> {
    let all = context.sentences.iter().zip(&context.ranges).zip(&context.clauses);
    all.filter(|((sentence, _), _)| sentence.part == Part::Action).find_map(
        |((_, range), clauses)| {
            let helps = clauses.iter().find(|clause| {
                let verb = clause.words.end.saturating_sub(1);
                matches!(clause.who, Who::I | Who::We)
                    && matches!(clause.says, Says::Did | Says::Would | Says::Does)
                    && !clause.negated
                    && !lexicon::is_one_of(context.words.folded(verb), TALK)
                    && !context.says(verb..(verb + 5).min(range.end), HOLLOW)
            })?;
            Some(widened(context, &helps.words, range))
        },
    )
}

/// An offer before the first sign that anybody listened.
fn early(context: &Context, made: &Made) -> Option<Early> {
    let heard = made.first(&[Move::Listen, Move::Acknowledge, Move::Apologise, Move::Clarify])?;
    let all = context.sentences.iter().zip(&context.ranges);
    let (range, offer) = all
        .filter(|(sentence, _)| sentence.part == Part::Action)
        .take_while(|(_, range)| range.start < heard.start)
        .find_map(|(_, range)| {
            let offer = lexicon::first(&context.words, range.clone(), OFFER)?;
            let rest = offer.end..(offer.end + 4).min(range.end);
            (!context.says(rest, COMFORT)).then_some((range, offer))
        })?;
    let told = context.ranges.iter().take_while(|range| range.start < offer.start);
    let told = told.map(|range| range.start..range.end.min(offer.start));
    if offer.start >= heard.start || told.into_iter().any(|range| context.says(range, HEARD)) {
        return None;
    }
    let offer = widened(context, &offer, range);
    let offer = offer.start..offer.end.min(heard.start);
    Some(Early { offer: context.span(offer), heard: context.span(heard) })
}

#[cfg(test)]
mod tests {
    use super::{Step, Way};
    use crate::feedback::reading::testing::read_to;

    const ANGRY: &str = "Tell me about a time you calmed an angry customer.";
    const PLAN: &str = "What would you do if a customer shouted at you?";

    /// The order, the steps that are there, and the one that is open.
    fn steps(question: &str, text: &str) -> Option<(Way, Vec<Step>, Option<Step>)> {
        let service = read_to(question, text).service?;
        let there = service.steps.iter().filter(|s| s.span.is_some()).map(|s| s.step).collect();
        Some((service.way, there, service.open()))
    }

    fn early<'a>(question: &str, text: &'a str) -> Option<[&'a str; 2]> {
        let early = read_to(question, text).service?.early?;
        Some([early.offer.of(text), early.heard.of(text)])
    }

    #[test]
    fn all_four_in_order() {
        let text = "A guest shouted at our desk last May because his bill was wrong. I let him finish. I \
            said sorry for the second bill. I offered to send him the right one at once or to print it. \
            He chose the print. I thanked him for his patience, and he smiled.";
        let all = Way::Last.steps().to_vec();
        assert_eq!(steps(ANGRY, text), Some((Way::Last, all, None)));
    }

    #[test]
    fn an_open_step() {
        let text = "A woman was furious last week because her parcel was lost. I said sorry for the lost \
            parcel. I sent a new one the same day and rang her when it was on its way. She was glad.";
        let (way, there, open) = steps(ANGRY, text).unwrap();
        assert_eq!((way, open), (Way::Last, Some(Step::Listen)), "{there:?}");
        assert!(there.contains(&Step::Solve));
    }

    #[test]
    fn a_plan_by_calm_clarify_create_options() {
        let text = "I would let her finish and I would say that I understand why she is angry. Then I \
            would ask what happened and when. I would offer her a new one or her money back.";
        let all = Way::ThreeC.steps().to_vec();
        assert_eq!(steps(PLAN, text), Some((Way::ThreeC, all, None)));
    }

    #[test]
    fn an_offer_before_anybody_listened() {
        let text = "An angry man stood at my counter last May. I offered him a refund. Then I let him \
            finish and I said sorry for the wrong size.";
        let [offer, heard] = early(ANGRY, text).unwrap();
        assert!(offer.starts_with("I offered him a refund"), "{offer}");
        assert!(heard.contains("let him finish"), "{heard}");
    }

    #[test]
    fn no_offer_came_too_early() {
        for text in [
            // Something to drink solves nothing yet.
            "An angry man stood at my counter last May. I offered him a glass of water. Then I let him \
             finish and I said sorry for the wrong size.",
            // He has told it: somebody listened.
            "An angry man told me at my counter that his shirt was too small. I offered him a refund. I \
             said sorry for the wrong size.",
            "An angry man stood at my counter last May. I let him finish. Then I offered him a refund and \
             I said sorry.",
        ] {
            assert_eq!(early(ANGRY, text), None, "{text}");
        }
    }

    #[test]
    fn poor_english_and_dictated() {
        let text = "one day customer come very angry because the phone not working. i listen him all the \
            time and i say sorry for the problem. i give him new phone and i say thank you for waiting.";
        let (_, there, _) = steps(ANGRY, text).unwrap();
        assert!(there.contains(&Step::Listen) && there.contains(&Step::Apologise), "{there:?}");
        let text = "so there was this lady she was crying at the desk and i let her finish and then i said \
            i'm so sorry about the wrong date and then i called the hotel and found her another room and i \
            thanked her for waiting";
        let (_, there, open) = steps(ANGRY, text).unwrap();
        assert_eq!((there.len(), open), (4, None), "{there:?}");
    }

    #[test]
    fn answers_about_something_else() {
        for (question, text) in [
            (
                "Tell me about a time you had to learn something quickly.",
                "On my second day the till was new to everybody. I asked my colleague for the book and I \
                 read it in my break. I thanked her. By the evening I could do every refund alone.",
            ),
            (
                "Why do you want to work here?",
                "I like this shop and I have bought my shoes here for years.",
            ),
            (ANGRY, "I am always friendly and I like people, and good service is important to me."),
        ] {
            assert_eq!(steps(question, text), None, "{text}");
        }
    }

    #[test]
    fn thanks_that_the_speaker_got_are_no_step() {
        let text = "A guest was angry last May because his room was cold. I let him finish and I said \
            sorry for the cold room. I brought him a heater. He thanked me the next day.";
        assert_eq!(steps(ANGRY, text).unwrap().2, Some(Step::Thank));
    }
}
