//! Who does what in a sentence: a small walk over its words that pairs subjects with their verbs.
//!
//! It is no parser. It knows pronouns, a few joining words, and which verbs tell an act; that is
//! enough to tell "I rang the bank" from "the bank rang" and "we were busy".

use std::ops::Range;

use super::{
    lexicon::{Lexicon, is, is_one_of},
    verbs,
    words::Words,
};

/// Who a clause is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// The speaker.
    I,
    /// The speaker and others.
    We,
    /// Whoever is addressed, or anyone.
    You,
    /// Another person.
    Person,
    /// Anything else.
    Thing,
}

/// What a clause says of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Did something: "rang".
    Did,
    /// Was or felt something, in the past: "was", "knew".
    Was,
    /// Had to or needed to do something.
    Must,
    /// Would or will do something.
    Would,
    /// Does something, as a habit.
    Does,
    /// Is, thinks or wants something; has done something.
    Is,
}

/// One subject with its verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Who.
    pub who: Who,
    /// Says what.
    pub says: Says,
    /// From the subject (or the verb, where the subject is not repeated) to the verb.
    pub words: Range<usize>,
    /// Whether it is denied: "didn't ask".
    pub negated: bool,
}

impl Clause {
    /// Whether it tells an act, done or intended.
    #[must_use]
    pub const fn is_act(&self) -> bool {
        matches!(self.says, Says::Did | Says::Would | Says::Does)
    }
}

const JOINERS: &Lexicon = &[
    "and|but|so|then|because|when|while|which|who",
    "that|if|after|before|until|or|as|where|since|what",
    "although|though|whenever|once|unless|how|why|whether|cause|plus|whilst",
];
const PREPOSITIONS: &Lexicon = &[
    "in|on|at|by|for|from|with|without|to",
    "during|within|through|of|about|under|over|between|instead",
    "into|despite|upon|near|behind|beside|around|up|down|out|off|back",
];
const PERSONS: &Lexicon = &[
    "customer*|guest*|man|woman|lady|ladies",
    "gentleman|guy|caller*|client*|manager*|boss|supervisor*",
    "colleague*|coworker*|co-worker*|teammate*|team-mate*|employee*|staff|team|everyone|everybody",
    "people|person|somebody|someone|passenger*|patient*|owner*|director*|mother|father|mum|mom|dad",
    "couple|family|user*|student*|teacher*|parent*",
    "chef|driver*|developer*|engineer*|nobody|visitor*",
    "shopper*|buyer*|tenant*|member*|neighbour*|neighbor*",
    "girl|boy|kid*|child*|friend*|another|agent*",
];
const BE: &str = "was|were|am|is|are|wasn't|weren't|isn't|aren't|be|been";
const HAVE: &str = "have|has|had|haven't|hasn't|hadn't|having";
const MODAL: &str = "would|will|might|may|should|shall|wouldn't|won't|must";
const ABLE: &str = "can|could|can't|couldn't|cannot";
const DO: &str = "do|does|did|don't|doesn't|didn't";

/// A subject that still waits for its verb.
struct Pending {
    who: Who,
    from: usize,
    aux: Aux,
    negated: bool,
    /// Whether it is a noun phrase that goes on until its verb comes, and how long it may.
    noun: Option<u8>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Aux {
    None,
    Modal,
    /// "'d": would or had.
    D,
    Have,
    Do,
    Be,
}

/// The clauses of a sentence, in order.
#[must_use]
pub fn read(words: &Words, range: Range<usize>) -> Vec<Clause> {
    let mut out = Vec::new();
    let mut pending: Option<Pending> = None;
    let mut current: Option<Who> = None;
    let mut at_joint = true;
    for at in range.clone() {
        let word = words.folded(at);
        let joint = at_joint || words.get(at).is_some_and(|w| w.after_break || w.quoted);
        let (base, clitic) = word.split_once('\'').map_or((word, ""), |(b, c)| (b, c));
        at_joint = false;

        if let Some(who) = pronoun(base, joint) {
            let mut new = Pending { who, from: at, aux: Aux::None, negated: false, noun: None };
            match clitic {
                "ll" | "d've" => new.aux = Aux::Modal,
                "d" => new.aux = Aux::D,
                "ve" => new.aux = Aux::Have,
                "m" | "re" | "s" => new.aux = Aux::Be,
                _ if word == "im" => new.aux = Aux::Be,
                _ if word == "ive" => new.aux = Aux::Have,
                _ => {}
            }
            pending = Some(new);
            continue;
        }
        if is_one_of(word, JOINERS) {
            at_joint = true;
            if pending.as_ref().is_some_and(|p| p.noun.is_some()) && word != "and" {
                pending = None;
            }
            continue;
        }
        if let Some(mut p) = pending.take() {
            match step(words, at, word, &mut p) {
                Step::Wait => pending = Some(p),
                Step::Drop => at_joint = joint,
                Step::Found(says) => {
                    current = Some(p.who);
                    out.push(Clause {
                        who: p.who,
                        says,
                        words: p.from..at + 1,
                        negated: p.negated,
                    });
                }
            }
            continue;
        }
        if !joint {
            continue;
        }
        if verbs::is_adverb(word) {
            at_joint = true;
        } else if let Some(who) =
            current.filter(|_| verbs::is_past_act_before(word, words.folded(at + 1)))
        {
            out.push(Clause { who, says: Says::Did, words: at..at + 1, negated: false });
        } else if !is_one_of(word, PREPOSITIONS) && !verbs::is_past(word) && !word.ends_with("ing")
        {
            let who = if is_one_of(base, PERSONS) { Who::Person } else { Who::Thing };
            pending =
                Some(Pending { who, from: at, aux: Aux::None, negated: false, noun: Some(7) });
        }
    }
    out
}

enum Step {
    Wait,
    Drop,
    Found(Says),
}

/// Reads one word after a subject.
fn step(words: &Words, at: usize, word: &str, p: &mut Pending) -> Step {
    if matches!(word, "not" | "never") || word.ends_with("n't") {
        p.negated = true;
    }
    let next = words.folded(at + 1);
    let to_follows = next == "to";
    if is(word, MODAL) {
        p.aux = Aux::Modal;
        return Step::Wait;
    }
    if is(word, ABLE) {
        return Step::Found(Says::Is);
    }
    if is(word, BE) && p.aux != Aux::Modal {
        let past = is(word, "was|were|wasn't|weren't|been");
        return match p.aux {
            Aux::Have | Aux::D => Step::Found(Says::Is),
            _ => Step::Found(if past { Says::Was } else { Says::Is }),
        };
    }
    if is(word, HAVE) && p.aux != Aux::Modal {
        if to_follows {
            return Step::Found(Says::Must);
        }
        if p.noun.is_some() {
            return Step::Found(if word == "had" { Says::Was } else { Says::Is });
        }
        p.aux = Aux::Have;
        return Step::Wait;
    }
    if is(word, DO) && p.aux == Aux::None && p.noun.is_none() && !verbs_object(words, at) {
        p.aux = Aux::Do;
        return Step::Wait;
    }
    if is(word, "need|needed") && to_follows {
        return Step::Found(Says::Must);
    }
    if let Some(left) = &mut p.noun {
        if p.aux == Aux::None && verbs::is_past(word) {
            let act = verbs::is_past_act(word) || is(word, "came|got|became|looked");
            return Step::Found(if act { Says::Did } else { Says::Was });
        }
        if p.aux == Aux::Modal {
            return Step::Found(Says::Is);
        }
        if is_one_of(word, PERSONS) {
            p.who = Who::Person;
        }
        *left -= 1;
        return if *left == 0 { Step::Drop } else { Step::Wait };
    }
    if verbs::is_adverb(word) && !(at == p.from + 1 && is(word, "like")) {
        return Step::Wait;
    }
    Step::Found(match p.aux {
        Aux::Modal => would(word),
        Aux::D
            if word == "had" || verbs::is_past(word) && !is(word, "put|let|set|read|cut|come") =>
        {
            Says::Is
        }
        Aux::D => would(word),
        Aux::Have => {
            let said = words.folded(at.saturating_sub(1)) == "had" && !verbs::is_past(word);
            if said { Says::Was } else { Says::Is }
        }
        Aux::Be => Says::Is,
        Aux::Do if verbs::is_base_act(word) => Says::Did,
        Aux::Do => Says::Was,
        Aux::None if verbs::is_past_act_before(word, next) => Says::Did,
        Aux::None if verbs::is_past(word) => Says::Was,
        Aux::None if verbs::is_base_act(word) => Says::Does,
        Aux::None => Says::Is,
    })
}

/// Whether "do" is the main verb here: "did the rest", "do it".
fn verbs_object(words: &Words, at: usize) -> bool {
    is(words.folded(at + 1), "the|it|that|this|my|our|a|an|what|everything|so|all|some|not-at-all")
}

fn would(word: &str) -> Says {
    if is(word, "like|love|rather|be|have|prefer|want|hope|think|need|feel|been|hate|aim") {
        Says::Is
    } else {
        Says::Would
    }
}

/// The subject that a pronoun stands for. "This", "that" and "it" are subjects only at the head of
/// a clause; elsewhere they are mostly objects.
fn pronoun(base: &str, joint: bool) -> Option<Who> {
    Some(match base {
        "i" | "im" | "ive" => Who::I,
        "we" => Who::We,
        "he" | "she" | "they" => Who::Person,
        "you" if joint => Who::You,
        "it" | "this" | "that" | "there" if joint => Who::Thing,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Says::*, Who::*, *};

    fn pairs(text: &str) -> Vec<(Who, Says)> {
        let words = Words::of(text);
        read(&words, 0..words.len()).into_iter().map(|c| (c.who, c.says)).collect()
    }

    #[test]
    fn the_speaker_and_others() {
        assert_eq!(pairs("I rang the depot and they sent a driver."), [(I, Did), (Person, Did)]);
        assert_eq!(pairs("We called her back."), [(We, Did)]);
        assert_eq!(pairs("The angry customer threw the box."), [(Person, Did)]);
        assert_eq!(pairs("The parcel was late."), [(Thing, Was)]);
    }

    #[test]
    fn a_subject_is_carried_over() {
        assert_eq!(
            pairs("I checked the order, called the depot and then sent it again."),
            [(I, Did), (I, Did), (I, Did)]
        );
    }

    #[test]
    fn tenses() {
        assert_eq!(pairs("I'd ask her first"), [(I, Would)]);
        assert_eq!(pairs("I'd worked there"), [(I, Is)]);
        assert_eq!(pairs("I would always calmly listen"), [(I, Would)]);
        assert_eq!(pairs("I'd love that"), [(I, Is)]);
        assert_eq!(pairs("I have worked there"), [(I, Is)]);
        assert_eq!(pairs("I had to choose"), [(I, Must)]);
        assert_eq!(pairs("I write it down"), [(I, Does)]);
        assert_eq!(pairs("I think so"), [(I, Is)]);
        assert_eq!(pairs("I was tired"), [(I, Was)]);
    }

    #[test]
    fn denial_is_noted() {
        let words = Words::of("I didn't interrupt");
        let clauses = read(&words, 0..3);
        assert!(clauses[0].negated && clauses[0].says == Did);
    }
}
