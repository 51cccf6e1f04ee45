//! What rules of thumb say of the part that each sentence serves: the model weighs it with the rest.
//!
//! Three things are added up for every sentence and part, in points: cues (the table [`CUES`]), who
//! does what in it ([`structure`]), and where it stands ([`position`]).

use std::ops::Range;

use super::{
    clause::{Clause, Says, Who},
    lexicon,
    part_cues::CUES,
    words::Words,
};
use crate::{part::Part, question::Asks};

/// Points for each part, in the order of [`Part::ALL`].
pub type Points = [i32; 6];

/// The points of every sentence.
#[must_use]
pub fn points(
    words: &Words,
    ranges: &[Range<usize>],
    clauses: &[Vec<Clause>],
    asks: Asks,
) -> Vec<Points> {
    let first_act = clauses.iter().position(|list| list.iter().any(is_own_deed));
    let last_act = clauses.iter().rposition(|list| list.iter().any(is_own_deed));
    let asks = if narrates(clauses) { Asks::Example } else { asks };
    let points = ranges.iter().zip(clauses).enumerate().map(|(at, (range, list))| {
        let mut points = [0; 6];
        for (part, worth, phrases) in CUES {
            if lexicon::has(words, range.clone(), phrases) {
                points[*part as usize] += worth;
            }
        }
        let place = Place {
            asks,
            at,
            len: ranges.len(),
            begun: first_act.is_some_and(|first| first < at),
            done: last_act.is_some_and(|last| last < at),
            told: first_act.is_some(),
        };
        structure(&mut points, list, place);
        position(&mut points, range.len(), place);
        points
    });
    points.collect()
}

/// Something that the speaker did or would do.
pub fn is_own_deed(clause: &Clause) -> bool {
    matches!(clause.who, Who::I | Who::We) && matches!(clause.says, Says::Did | Says::Would)
}

/// Whether an answer mainly tells what the speaker did once, whatever was asked.
fn narrates(clauses: &[Vec<Clause>]) -> bool {
    let count = |says: &[Says]| {
        clauses.iter().flatten().filter(|c| c.who == Who::I && says.contains(&c.says)).count()
    };
    count(&[Says::Did]) > 1 + count(&[Says::Would, Says::Does])
}

/// Where a sentence stands in what is told.
#[derive(Clone, Copy)]
struct Place {
    asks: Asks,
    /// Which sentence it is.
    at: usize,
    /// Of how many.
    len: usize,
    /// Whether the speaker has acted in an earlier sentence.
    begun: bool,
    /// Whether the speaker acts in no later sentence, nor in this one.
    done: bool,
    /// Whether the speaker acts at all.
    told: bool,
}

impl Place {
    const fn is_last(self) -> bool {
        self.at > 0 && self.at + 1 == self.len
    }
}

/// Points for who does what.
fn structure(points: &mut Points, clauses: &[Clause], place: Place) {
    let mut add = |part: Part, worth: i32| points[part as usize] += worth;
    let (plan, example) = (place.asks == Asks::Plan, place.asks == Asks::Example);
    for (nth, clause) in clauses.iter().take(6).enumerate() {
        // The first clause is mostly the main one; the others colour it.
        let worth = |full: i32| if nth == 0 { full } else { (full + 1) / 3 };
        let scene = if place.begun { Part::Result } else { Part::Situation };
        match (clause.who, clause.says) {
            (Who::I, Says::Did) => add(Part::Action, if nth == 0 { 5 } else { 3 }),
            (Who::I, Says::Would) => add(Part::Action, if plan { 6 } else { 3 }),
            (Who::I, Says::Does) if plan => add(Part::Action, worth(5)),
            (Who::I, Says::Does) if place.done => add(Part::Insight, worth(6)),
            (Who::I, Says::Does) => add(Part::Action, worth(2)),
            (Who::I, Says::Was) => add(Part::Situation, worth(if place.begun { 1 } else { 4 })),
            (Who::I | Who::We, Says::Is) if example && place.at == 0 => {
                add(Part::Situation, worth(2))
            }
            (Who::I, Says::Is) => add(Part::Other, worth(3)),
            (Who::I | Who::We, Says::Must) => {
                add(if place.begun { Part::Action } else { Part::Task }, worth(3));
            }
            (Who::We, Says::Did | Says::Would) => add(Part::Action, worth(4)),
            (Who::We, Says::Was) => add(Part::Situation, worth(3)),
            (Who::Person, Says::Did) => add(scene, worth(4)),
            (Who::Person, Says::Would) if example => add(scene, worth(2)),
            (Who::Person | Who::Thing, Says::Was) | (Who::Thing, Says::Did) => add(scene, worth(3)),
            (Who::You, _) => add(Part::Other, worth(3)),
            (Who::We | Who::Person | Who::Thing, _) => add(Part::Other, worth(2)),
        }
    }
    let past = clauses.iter().any(|c| matches!(c.says, Says::Did | Says::Was));
    let own = clauses.iter().any(|c| c.who == Who::I && c.is_act());
    if past || own {
        return;
    }
    add(Part::Other, if place.told && !plan { 1 } else { 3 });
    // A truth in the present tense that closes a story is what the speaker took from it.
    if example && place.done && place.is_last() {
        add(Part::Insight, 4);
    }
}

/// Points for where the sentence stands.
fn position(points: &mut Points, words: usize, place: Place) {
    let mut add = |part: Part, worth: i32| points[part as usize] += worth;
    let Place { asks, at, len, .. } = place;
    if words <= 3 && at == 0 {
        add(Part::Other, 6);
    }
    if asks != Asks::Example {
        add(Part::Situation, -2);
        add(Part::Result, -2);
        add(Part::Insight, -2);
        add(Part::Action, i32::from(asks == Asks::Plan));
        add(Part::Other, if asks == Asks::View { 2 } else { 0 });
        return;
    }
    if at == 0 {
        add(Part::Situation, 3);
        add(Part::Result, -4);
        add(Part::Insight, -4);
    } else if at * 3 < len {
        add(Part::Situation, 1);
        add(Part::Insight, -2);
    }
    if at > 0 && at * 3 >= len * 2 {
        add(Part::Result, 1);
        add(Part::Situation, -1);
        add(Part::Task, -1);
    }
    if place.is_last() {
        add(Part::Insight, 2);
        add(Part::Result, 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::{Model, Prompt, report};

    fn parts(asks: Asks, text: &str) -> String {
        let report = report(Model::shipped(), &Prompt { text: "", asks }, text);
        report
            .sentences
            .iter()
            .map(|s| if s.part == Part::Other { "-" } else { s.part.letter() })
            .collect()
    }

    #[test]
    fn a_story_in_order() {
        assert_eq!(
            parts(
                Asks::Example,
                "Two summers ago I worked at a garden centre. There was a woman whose tree had \
                 died. My job was to handle returns. I asked her how she had planted it. I \
                 offered her a new one and showed her the right soil. In the end she bought two \
                 more. I learned that a return is a chance to teach."
            ),
            "SSTAARI"
        );
    }

    #[test]
    fn a_plan() {
        assert_eq!(
            parts(
                Asks::Plan,
                "I'd let them finish first. Then I'd ask what they need by when. Good service is \
                 never about winning."
            ),
            "AA-"
        );
    }

    #[test]
    fn beliefs_serve_no_part() {
        assert_eq!(
            parts(Asks::View, "Customers want to be heard. I believe that kindness is important."),
            "--"
        );
    }

    #[test]
    fn a_habit_after_the_story_is_an_insight() {
        assert_eq!(
            parts(
                Asks::Example,
                "A guest had lost his key. I walked him to his room and opened it. He laughed. \
                 I carry a spare card on every shift."
            ),
            "SARI"
        );
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(parts(Asks::Example, ""), "");
    }
}
