//! Signs: things that an interviewer can listen for and that words can show.
//!
//! A question says what it listens for in words of its own, and names the sign by which that can be
//! heard. A sign is found sentence by sentence, with phrases in the one format ([`super::lexicon`]),
//! the parts, the moves and the clauses; it points at the words that show it. The rules know no
//! question: they must hold for any answer.

mod asking;
mod deeds;
mod limits;
mod order;
mod people;
mod telling;

use std::ops::Range;

use super::{
    Context, Move,
    clause::Who,
    lexicon::{self, Lexicon},
    moves,
};
use crate::{part::Part, vocabulary};

vocabulary! {
    /// Something that can be heard in an answer.
    Sign {
        /// Lets the other person speak: listens, waits, leaves a silence.
        ListenedFirst = "listened-first",
        /// Says sorry, and not with an empty formula.
        ExactApology = "exact-apology",
        /// A kind word, a greeting, thanks, a smile.
        KindWord = "kind-word",
        /// Names what another person feels, or shows that it is understood.
        NamedFeeling = "named-feeling",
        /// Says what another person wants, needs, fears or has as a reason.
        TheirSide = "their-side",
        /// Speaks or acts calmly, slowly, patiently.
        CalmVoice = "calm-voice",
        /// Speaks with one person out of the hearing of others.
        PrivateTalk = "private-talk",
        /// Tells what another person did or said in return.
        TheirReaction = "their-reaction",
        /// Asks the person, or somebody who knows.
        AskedFirst = "asked-first",
        /// Names what was seen or heard, and what it told.
        NoticedSign = "noticed-sign",
        /// Checks, looks up, reads or compares before deciding.
        CheckedFacts = "checked-facts",
        /// Comes back afterwards to see whether it worked or was understood.
        CheckedItWorked = "checked-it-worked",
        /// Finds or names the cause or the purpose behind something.
        FoundCause = "found-cause",
        /// Says back what is known or was understood.
        SaidBack = "said-back",
        /// Takes a practical step of their own.
        OwnSolution = "own-solution",
        /// Offers another way, or a choice.
        OfferedChoice = "offered-choice",
        /// Gives something small that eases the moment.
        SmallGesture = "small-gesture",
        /// Says "I" or "we" where something went wrong.
        OwnedMistake = "owned-mistake",
        /// Keeps a promise, or does again and again what was agreed.
        KeptPromise = "kept-promise",
        /// Brings in or tells a colleague, a manager, another team.
        InvolvedRightPerson = "involved-right-person",
        /// Tells those who wait or are affected.
        ToldThoseAffected = "told-those-affected",
        /// Writes it down where it can be found.
        WroteItDown = "wrote-it-down",
        /// Names a time or a day.
        ToldATime = "told-a-time",
        /// Acts or tells at once, or before anybody has to ask.
        ActedEarly = "acted-early",
        /// Says what comes first, and what can wait.
        PutOrderByUrgency = "put-order-by-urgency",
        /// Goes one step at a time, in an order.
        StepByStep = "step-by-step",
        /// Tries it out: tests, practises, learns by doing.
        TriedOut = "tried-out",
        /// Uses plain words, a comparison or a picture.
        PlainWords = "plain-words",
        /// Gives the words that are or were said.
        SpokenWords = "spoken-words",
        /// Comes to an agreement with somebody.
        Agreed = "agreed",
        /// Helps, covers for or teaches a colleague.
        HelpedColleague = "helped-colleague",
        /// Leaves something better for the next person.
        LeftSomethingBetter = "left-something-better",
        /// Says plainly what is not possible.
        SaidNo = "said-no",
        /// Says how far it goes, and where it ends.
        NamedLimit = "named-limit",
        /// Keeps blame and shame away.
        NoBlame = "no-blame",
        /// Does not guess, and promises nothing that is not known.
        NoGuess = "no-guess",
        /// Keeps to a rule, a procedure or what is allowed.
        KeptRule = "kept-rule",
        /// Treats everybody the same.
        SameForAll = "same-for-all",
        /// Keeps private things private.
        ProtectedData = "protected-data",
        /// Thinks of safety.
        SafetyFirst = "safety-first",
        /// Takes a break, a breath, a rest.
        TookBreak = "took-break",
        /// Tells a moment that really happened.
        RealMoment = "real-moment",
        /// Gives a number.
        Number = "number",
        /// Gives a reason.
        ExplainedWhy = "explained-why",
        /// Tells what came of it.
        Outcome = "outcome",
        /// Says what was learned.
        Lesson = "lesson",
        /// Says what is done differently since.
        ChangedHabit = "changed-habit",
        /// Says openly what is hard, what it costs, or what is not solved.
        HonestCost = "honest-cost",
        /// Says in a plain sentence what one thinks or is.
        OwnView = "own-view",
        /// Says what draws one to this work or this place.
        WhyThisJob = "why-this-job",
    }
}

/// The runs of words that show a sign, in order of the text, at most one a sentence.
#[must_use]
pub fn hear(context: &Context, sign: Sign) -> Vec<Range<usize>> {
    if !context.facts.judgeable {
        return Vec::new();
    }
    let rule = rule(sign);
    (0..context.sentences.len()).filter_map(|at| rule(&Line { context, at })).collect()
}

/// Where a sign shows in one sentence.
type Rule = fn(&Line) -> Option<Range<usize>>;

const fn rule(sign: Sign) -> Rule {
    match sign {
        Sign::ListenedFirst => people::listened_first,
        Sign::ExactApology => people::exact_apology,
        Sign::KindWord => people::kind_word,
        Sign::NamedFeeling => people::named_feeling,
        Sign::TheirSide => people::their_side,
        Sign::CalmVoice => people::calm_voice,
        Sign::PrivateTalk => people::private_talk,
        Sign::TheirReaction => people::their_reaction,
        Sign::HelpedColleague => people::helped_colleague,
        Sign::AskedFirst => asking::asked_first,
        Sign::NoticedSign => asking::noticed_sign,
        Sign::CheckedFacts => asking::checked_facts,
        Sign::CheckedItWorked => asking::checked_it_worked,
        Sign::FoundCause => asking::found_cause,
        Sign::SaidBack => asking::said_back,
        Sign::OwnSolution => deeds::own_solution,
        Sign::OfferedChoice => deeds::offered_choice,
        Sign::SmallGesture => deeds::small_gesture,
        Sign::OwnedMistake => deeds::owned_mistake,
        Sign::KeptPromise => deeds::kept_promise,
        Sign::InvolvedRightPerson => deeds::involved_right_person,
        Sign::ToldThoseAffected => deeds::told_those_affected,
        Sign::WroteItDown => deeds::wrote_it_down,
        Sign::Agreed => deeds::agreed,
        Sign::LeftSomethingBetter => deeds::left_something_better,
        Sign::TriedOut => deeds::tried_out,
        Sign::ToldATime => order::told_a_time,
        Sign::ActedEarly => order::acted_early,
        Sign::PutOrderByUrgency => order::put_order_by_urgency,
        Sign::StepByStep => order::step_by_step,
        Sign::TookBreak => order::took_break,
        Sign::SaidNo => limits::said_no,
        Sign::NamedLimit => limits::named_limit,
        Sign::NoBlame => limits::no_blame,
        Sign::NoGuess => limits::no_guess,
        Sign::KeptRule => limits::kept_rule,
        Sign::SameForAll => limits::same_for_all,
        Sign::ProtectedData => limits::protected_data,
        Sign::SafetyFirst => limits::safety_first,
        Sign::RealMoment => telling::real_moment,
        Sign::Number => telling::number,
        Sign::ExplainedWhy => telling::explained_why,
        Sign::Outcome => telling::outcome,
        Sign::Lesson => telling::lesson,
        Sign::ChangedHabit => telling::changed_habit,
        Sign::HonestCost => telling::honest_cost,
        Sign::OwnView => telling::own_view,
        Sign::WhyThisJob => telling::why_this_job,
        Sign::PlainWords => telling::plain_words,
        Sign::SpokenWords => telling::spoken_words,
    }
}

/// One sentence of the answer, with all that was read in it.
struct Line<'a> {
    context: &'a Context<'a>,
    at: usize,
}

impl Line<'_> {
    fn range(&self) -> Range<usize> {
        self.context.ranges[self.at].clone()
    }

    fn part(&self) -> Part {
        self.context.sentences[self.at].part
    }

    fn is_one_of(&self, parts: &[Part]) -> bool {
        parts.contains(&self.part())
    }

    /// The first place where a phrase stands, whoever it is about.
    fn any(&self, phrases: &'static Lexicon) -> Option<Range<usize>> {
        lexicon::first(&self.context.words, self.range(), phrases)
    }

    /// The first place where a phrase stands, is not denied, and tells no other person's deed.
    fn own(&self, phrases: &'static Lexicon) -> Option<Range<usize>> {
        self.places(phrases).find(|hit| self.owner(hit) != Some(Who::Person) && !self.denied(hit))
    }

    /// The first place where a phrase stands that tells another person's deed.
    fn theirs(&self, phrases: &'static Lexicon) -> Option<Range<usize>> {
        self.places(phrases).find(|hit| self.owner(hit) == Some(Who::Person))
    }

    fn places(&self, phrases: &'static Lexicon) -> impl Iterator<Item = Range<usize>> + use<> {
        lexicon::all(&self.context.words, self.range(), phrases).into_iter()
    }

    /// The words of a move that the speaker makes here.
    fn made(&self, kind: Move) -> Option<Range<usize>> {
        if !self.context.sentences[self.at].moves.contains(&kind) {
            return None;
        }
        moves::cue(&self.context.words, self.range(), kind, &self.context.clauses[self.at])
    }

    fn owner(&self, hit: &Range<usize>) -> Option<Who> {
        moves::owner(hit, &self.context.clauses[self.at])
    }

    fn denied(&self, hit: &Range<usize>) -> bool {
        let before = hit.start.saturating_sub(2).max(self.range().start)..hit.start;
        self.context.says(before, moves::DENIED)
    }

    /// The first quotation, to the end of the sentence but no longer than [`QUOTED`] words.
    fn quoted(&self) -> Option<Range<usize>> {
        let range = self.range();
        let from =
            range.clone().find(|at| self.context.words.get(*at).is_some_and(|w| w.quoted))?;
        // Two words or fewer in quotation marks are a term, unless the sentence ends with them.
        let to = range.end.min(from + QUOTED);
        (to - from > 2).then_some(from..to)
    }

    /// Whether a question mark stands in the sentence.
    fn asks(&self) -> bool {
        let span = self.context.sentences[self.at].span;
        span.of(self.context.text).contains('?')
    }
}

/// So many words of a quotation are enough to recognise it.
const QUOTED: usize = 12;

/// What the tests of the signs share.
#[cfg(test)]
mod testing {
    use super::{Sign, hear};
    use crate::{
        feedback::{Context, Model, Prompt},
        question::Asks,
    };

    /// The words that show a sign.
    pub fn heard(sign: Sign, text: &str) -> Vec<&str> {
        let prompt = Prompt { text: "What happened?", asks: Asks::Example };
        let context = Context::new(Model::shipped(), prompt, text);
        hear(&context, sign).into_iter().map(|hit| context.span(hit).of(text)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{testing::heard, *};

    #[test]
    fn every_sign_can_be_asked_of_any_text() {
        for sign in Sign::ALL {
            assert_eq!(Sign::from_slug(sign.slug()), Some(*sign));
            for text in ["", " ", "“", "?", "asdf jkl qwer uiop", "🙂 “🙂” ?", "I. I? “I”"]
            {
                assert!(heard(*sign, text).is_empty(), "{sign:?}: {text}");
            }
        }
    }
}
