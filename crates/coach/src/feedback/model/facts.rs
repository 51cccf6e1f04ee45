//! What is known of an answer as a whole, as small numbers that can be weighed.

use crate::{
    feedback::{Context, Move, rules},
    part::Part,
    question::Asks,
};

/// How many facts there are.
pub const FACTS: usize = 96;

/// The facts of an answer, each 0 to 4.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts([u8; FACTS]);

/// Notes facts one after the other, always in the same order.
struct Notes {
    facts: [u8; FACTS],
    next: usize,
}

impl Notes {
    fn add(&mut self, fact: usize) {
        if let Some(place) = self.facts.get_mut(self.next) {
            *place = u8::try_from(fact.min(4)).unwrap_or(4);
        }
        self.next += 1;
    }

    fn whether(&mut self, fact: bool) {
        self.add(usize::from(fact));
    }
}

impl Facts {
    /// The numbers.
    #[must_use]
    pub const fn values(&self) -> &[u8; FACTS] {
        &self.0
    }

    /// Reads them off an answer whose sentences have been read.
    #[must_use]
    pub fn of(context: &Context) -> Self {
        let mut notes = Notes { facts: [0; FACTS], next: 0 };
        let seen = context.facts;
        let of_part = |part: Part| context.sentences.iter().filter(|s| s.part == part).count();
        for asks in Asks::ALL {
            notes.whether(context.prompt.asks == *asks);
        }
        for part in Part::ALL {
            notes.whether(of_part(*part) > 0);
            notes.add(of_part(*part));
            // By how much the sentence that is most like it is ahead: is it surely there?
            let lead = context.lead.iter().map(|lead| lead[*part as usize]).max().unwrap_or(-500);
            notes.whether(lead > -60);
            notes.whether(lead > 0);
            notes.whether(lead > 80);
        }
        for kind in Move::ALL {
            notes.whether(context.sentences.iter().any(|s| s.moves.contains(kind)));
        }
        for rule in rules::HAND_WRITTEN.iter() {
            notes.whether(rule(context));
        }
        notes.add(seen.own_actions);
        notes.add(seen.team_actions);
        notes.whether(seen.own_actions > 0);
        notes.whether(seen.team_actions > seen.own_actions);
        notes.whether(seen.event);
        notes.whether(seen.outcome);
        notes.whether(seen.evidence);
        notes.whether(seen.lesson);
        notes.whether(seen.judgeable);
        let words = context.words.len();
        for least in [25, 40, 60, 90, 130, 200] {
            notes.whether(words >= least);
        }
        for least in [2, 4, 6, 9] {
            notes.whether(context.sentences.len() >= least);
        }
        let told = |part: Part| context.ranges_of(part).map(|range| range.len()).sum::<usize>();
        let (act, end) = (told(Part::Action), told(Part::Result));
        notes.add(act * 5 / words.max(1));
        notes.add(end * 5 / words.max(1));
        notes.add(told(Part::Other) * 5 / words.max(1));
        notes.whether(act >= 20);
        notes.whether(act >= 40);
        notes.whether(end >= 10);
        notes.whether(end >= 20);
        debug_assert!(notes.next <= FACTS, "{} facts", notes.next);
        Self(notes.facts)
    }
}
