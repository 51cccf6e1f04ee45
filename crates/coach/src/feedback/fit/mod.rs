//! Whether an answer meets its question: what is listened for and heard, the red flags that are up,
//! what would be asked next, and whether it is about the question at all.

mod gaps;
mod topic;

use std::ops::Range;

use super::{
    Context, Finding, Model, Prompt, Sign, Span, rules,
    signs::{self},
};
use crate::question::{Flag, Gap, Listened, Probe, Question};
use topic::Stems;

/// A sign is only missed in an answer that has so many words: about half a minute of speech.
const LONG_ENOUGH: usize = 60;

/// So many words before and after those that show a sign are shown with them: "ask" alone says little.
const BEFORE: usize = 3;
const AFTER: usize = 6;

/// What a question wants to hear.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// What the interviewer wants to learn; may be empty.
    pub intent: &'a str,
    /// See [`Question::listens_for`].
    pub listens_for: &'a [Listened],
    /// See [`Question::flags`].
    pub flags: &'a [Flag],
    /// See [`Question::probes`].
    pub probes: &'a [Probe],
}

impl<'a> From<&'a Question> for Wanted<'a> {
    fn from(question: &'a Question) -> Self {
        Self {
            intent: &question.intent,
            listens_for: &question.listens_for,
            flags: &question.flags,
            probes: &question.probes,
        }
    }
}

/// Whether something listened for is in an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hearing {
    /// These words show it.
    Heard(Span),
    /// No words show it.
    NotHeard,
    /// Only a person can tell.
    CannotTell,
}

/// A red flag that is up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// Its place among the flags of the question.
    pub flag: usize,
    /// The words that raise it; none where something is missing.
    pub spans: Vec<Span>,
}

/// What would be asked next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// What it is about.
    pub gap: Gap,
    /// Its place among the probes of the question; `None` where the question has no probe for it.
    pub probe: Option<usize>,
    /// Whether the answer lacks it. Else nothing is missing, and it goes deeper.
    pub missing: bool,
}

/// How an answer meets its question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Each thing listened for, in the order of the question.
    pub listened: Vec<Hearing>,
    /// The red flags that are up, in the order of the question.
    pub flags: Vec<Raised>,
    /// What would be asked next.
    pub next: Next,
    /// Whether next to nothing of what the question is about could be heard. A hint, never a mark.
    pub doubted: bool,
}

/// Reads how an answer meets its question.
#[must_use]
pub fn fit(model: &Model, prompt: &Prompt, text: &str, wanted: &Wanted) -> Fit {
    let context = Context::new(model, *prompt, text);
    let findings = rules::all(&context);
    let mut about = Stems::of_text(prompt.text);
    about.join(Stems::of_text(wanted.intent));
    wanted.listens_for.iter().for_each(|one| about.join(Stems::of_text(&one.hears)));
    let listened = listened(&context, wanted.listens_for);
    let doubted = context.facts.judgeable
        && !mostly_heard(&listened)
        && topic::is_doubted(&about, &context.words);
    Fit {
        listened,
        flags: flags(&context, &findings, wanted.flags),
        next: gaps::next(&context, &findings, wanted.probes),
        doubted,
    }
}

/// Whether most of what can be heard is: then it would be odd to say that the answer is about something
/// else.
fn mostly_heard(listened: &[Hearing]) -> bool {
    let heard = listened.iter().filter(|one| matches!(one, Hearing::Heard(_))).count();
    let not = listened.iter().filter(|one| **one == Hearing::NotHeard).count();
    heard > not
}

/// Which things are heard. Two things with one sign need two places. Where a sign shows in several
/// sentences, the one that has most to do with the thing's own words is shown.
fn listened(context: &Context, wanted: &[Listened]) -> Vec<Hearing> {
    let mut left: Vec<(Sign, Vec<Range<usize>>)> = Vec::new();
    let mut sentences: Vec<Option<Stems>> = Vec::new();
    sentences.resize_with(context.ranges.len(), || None);
    let hear = |one: &Listened| {
        let Some(sign) = one.sign else { return Hearing::CannotTell };
        let at = left.iter().position(|(known, _)| *known == sign).unwrap_or_else(|| {
            left.push((sign, signs::hear(context, sign)));
            left.len() - 1
        });
        let places = &mut left[at].1;
        let about = Stems::of_text(&one.hears);
        let mut best: Option<(usize, usize)> = None;
        for (number, place) in places.iter().enumerate() {
            let at = context.sentence_at(place);
            let range = context.ranges[at].clone();
            let said = sentences[at].get_or_insert_with(|| Stems::of(&context.words, range));
            let shared = about.shared(said);
            if best.is_none_or(|(_, most)| shared > most) {
                best = Some((number, shared));
            }
        }
        best.map_or(Hearing::NotHeard, |(number, _)| {
            let hit = places.remove(number);
            let around = context.ranges[context.sentence_at(&hit)].clone();
            let from = hit.start.saturating_sub(BEFORE).max(around.start);
            Hearing::Heard(context.span(from..(hit.end + AFTER).min(around.end)))
        })
    };
    wanted.iter().map(hear).collect()
}

fn flags(context: &Context, findings: &[Finding], wanted: &[Flag]) -> Vec<Raised> {
    let raised = |(flag, one): (usize, &Flag)| {
        if let Some(kind) = one.finding {
            let finding = findings.iter().find(|finding| finding.kind == kind)?;
            return Some(Raised { flag, spans: finding.spans.clone() });
        }
        let sign = one.sign_missing?;
        let long = context.facts.judgeable && context.words.len() >= LONG_ENOUGH;
        (long && signs::hear(context, sign).is_empty()).then(|| Raised { flag, spans: Vec::new() })
    };
    wanted.iter().enumerate().filter_map(raised).collect()
}

impl Context<'_> {
    /// The sentence that a run of words stands in.
    fn sentence_at(&self, hit: &Range<usize>) -> usize {
        self.ranges.partition_point(|range| range.start <= hit.start).saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{feedback::FindingKind, question::Asks};

    const ANSWER: &str = "Last May a woman shouted at our desk because her bill was wrong. I let \
        her finish. I said I was sorry that we had charged her twice. I called the office while \
        she waited and I got her the money back. She calmed down and thanked me. I learned to \
        read every bill before I print it.";

    fn thing(hears: &str, sign: Option<Sign>) -> Listened {
        Listened { hears: hears.into(), sign }
    }

    fn read(text: &str, wanted: &Wanted) -> Fit {
        let prompt =
            Prompt { text: "Think of a customer who was really angry.", asks: Asks::Example };
        fit(Model::shipped(), &prompt, text, wanted)
    }

    #[test]
    fn what_is_mostly_heard_is_not_doubted() {
        use Hearing::{CannotTell, NotHeard};
        let heard = Hearing::Heard(Span { start: 0, end: 1 });
        assert!(mostly_heard(&[heard, heard, NotHeard, CannotTell]));
        assert!(!mostly_heard(&[heard, NotHeard, CannotTell]) && !mostly_heard(&[]));
    }

    #[test]
    fn things_are_heard_in_words_or_left_to_a_person() {
        let listens_for = [
            thing("how you listened", Some(Sign::ListenedFirst)),
            thing("a note for colleagues", Some(Sign::WroteItDown)),
            thing("the tone of it", None),
        ];
        let fit = read(ANSWER, &Wanted { listens_for: &listens_for, ..Wanted::default() });
        let Hearing::Heard(span) = fit.listened[0] else { panic!("{fit:?}") };
        assert_eq!(span.of(ANSWER), "I let her finish");
        assert_eq!(fit.listened[1..], [Hearing::NotHeard, Hearing::CannotTell]);
    }

    #[test]
    fn two_things_with_one_sign_need_two_places() {
        let one = || thing("words that were said", Some(Sign::SpokenWords));
        let listens_for = [one(), one()];
        let text = "A man came to my desk on Monday. I said to him, “Please sit down here.” I \
            then called the office and they sent a new one on the next day.";
        let fit = read(text, &Wanted { listens_for: &listens_for, ..Wanted::default() });
        assert!(matches!(fit.listened[..], [Hearing::Heard(_), Hearing::NotHeard]), "{fit:?}");
    }

    #[test]
    fn the_place_that_has_to_do_with_it_is_shown() {
        let listens_for = [thing("a look at the shelf", Some(Sign::CheckedFacts))];
        let text = "I checked the till first, and it said eleven. Then I looked at the shelf, and \
            there it said eight. I gave her the lower price and thanked her.";
        let fit = read(text, &Wanted { listens_for: &listens_for, ..Wanted::default() });
        let Hearing::Heard(span) = fit.listened[0] else { panic!("{fit:?}") };
        assert_eq!(span.of(text), "Then I looked at the shelf, and there it said");
    }

    #[test]
    fn a_flag_is_up_for_what_is_there_and_for_what_is_missing() {
        let flag = |finding, sign_missing| Flag { text: "x".into(), finding, sign_missing };
        let flags = [
            flag(Some(FindingKind::TriggerPhrase), None),
            flag(None, Some(Sign::ExactApology)),
            flag(None, None),
        ];
        let wanted = Wanted { flags: &flags, ..Wanted::default() };
        assert_eq!(read(ANSWER, &wanted).flags, []);
        let rude = "Last May a woman shouted at our desk. I told her to calm down, and I called \
            the office. They sent a new bill. ";
        let short = read(rude, &wanted).flags;
        assert_eq!(short.iter().map(|raised| raised.flag).collect::<Vec<_>>(), [0]);
        let long = rude.to_owned() + &"The office is on the other side of the street. ".repeat(5);
        let raised = read(&long, &wanted).flags;
        assert_eq!(raised.iter().map(|raised| raised.flag).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(raised[0].spans[0].of(&long), "told her to calm down");
    }

    #[test]
    fn an_answer_about_something_else_is_doubted() {
        let listens_for = [
            thing("questions about the allergy, without drama", None),
            thing("the cook asked, not your memory", None),
            thing("a written mark on the order", None),
        ];
        let wanted = Wanted {
            intent: "A mistake with an allergy can kill, and the kitchen and the menu decide it.",
            listens_for: &listens_for,
            ..Wanted::default()
        };
        let ask = |prompt, text| {
            fit(Model::shipped(), &Prompt { text: prompt, asks: Asks::Plan }, text, &wanted).doubted
        };
        let prompt = "You bring the menu, and the guest tells you about a serious nut allergy.";
        let elsewhere = "In my last job I supported forty lawyers who worked with a slow document \
            program. Every Monday it crashed, and I collected the logs and compared the versions. \
            I found that one old plug-in was to blame, and I removed it from each laptop in one \
            evening. Since then there has not been a crash, and I learned to compare the versions \
            before I call the maker.";
        assert!(ask(prompt, elsewhere));
        let about = "I would ask the guest which nuts it is about, and how serious it is. Then I \
            would go to the cook and ask about each dish on the menu, and I would write the \
            allergy on the order in red. When I bring the plate I say again what is in it. If the \
            cook is not sure, I tell the guest so, and I offer something else that is safe.";
        assert!(!ask(prompt, about));
    }

    #[test]
    fn any_text_can_be_read() {
        for text in ["", " ", "“", "🙂", "a.\n\nb?"] {
            let fit = read(text, &Wanted::default());
            assert!(!fit.doubted);
        }
    }
}
