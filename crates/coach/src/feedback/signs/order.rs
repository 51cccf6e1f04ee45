//! When the speaker does it, and in which order.

use std::ops::Range;

use super::Line;
use crate::feedback::{lexicon::Lexicon, move_cues};

const TIMES: &Lexicon = &[
    "#|an|one|few minute*|hour*|day*|week*",
    "# o'clock|am|pm|past|to",
    "half past",
    "at|by|before|until|from|on|every|around #|@day|noon|midnight|lunch|closing",
    "tomorrow|tonight",
    "next|this|every|each|on @day|week|month|morning|evening",
    "end of the day|week|shift|month",
];

pub fn told_a_time(line: &Line) -> Option<Range<usize>> {
    line.any(move_cues::TIMES).or_else(|| line.any(TIMES))
}

const EARLY: &Lexicon = &[
    "at once",
    "immediately|instantly|promptly|quickly",
    "straight|right away",
    "the|that same day|hour|minute|morning|evening|night|afternoon",
    "as soon",
    "within # ..|a|an|the .. minute*|hour*|second*",
    "within|in|after|under # minutes|seconds",
    "before he|she|they|anyone|anybody|anything|i|we|it|opening|the|her|his",
    "first thing|of",
    "early|earlier|soon",
    "that|same|the evening|morning|minute|afternoon .. i|we",
];

pub fn acted_early(line: &Line) -> Option<Range<usize>> {
    line.own(EARLY)
}

const FIRST: &Lexicon = &[
    "urgent*|priorit*|worst|hardest|busiest|serious|seriously|critical",
    "most important|urgent|serious",
    "first|before|second|then .. who|those|people|everything|anything|because",
    "comes|come|came|goes|go|went|gets|get|got first|before|last",
    "can|could|cannot|can't|must wait",
    "who|what|which .. first|wait|worst|most",
    "before the|all|anything|any",
    "danger|harm|medicine|safety|deadline",
    "one thing|cause|question first",
    "customer|customers|guest|guests|people first",
    "the first thing",
    "first .. the|those|people|what|whoever",
];

pub fn put_order_by_urgency(line: &Line) -> Option<Range<usize>> {
    line.any(FIRST)
}

const STEPWISE: &Lexicon = &[
    "one by one",
    "step by step",
    "one|a|single|each thing|step|change|question|task|point .. at a time",
    "one .. at a time",
    "in|the|this|same|fixed order",
    "in turn",
    "two|three|four|five|six|# steps|lines",
    "divide*|divided",
    "numbered",
    "line by line",
    "then|after|and one step|after",
    "first .. then|next",
    "step one|two",
    "room by room",
    "from|starting .. to|at|with the top|door|last|back|left",
];
const MARKERS: &Lexicon = &[
    "< then|next|finally|second|secondly|third|thirdly|after|afterwards|last|lastly",
    "then i",
    "after that|each|every",
];

pub fn step_by_step(line: &Line) -> Option<Range<usize>> {
    // "Then" alone is in every story. With a step before it in the same breath it is an order.
    let marked = || {
        let hit = line.any(MARKERS)?;
        let before = line.at.checked_sub(1)?;
        let first = line.context.ranges[before].clone();
        line.context.says(first, &["first", "< then|next|second|start*|begin*"]).then_some(hit)
    };
    line.any(STEPWISE).or_else(marked)
}

const RESTS: &Lexicon = &[
    "break|breaks|rest|rested|breath|breathe*|sleep|slept|stretch*|pause|paused",
    "walk|walked|water|lunch|tea .. minute*|outside|round|around|break|glass|drink|drank",
    "drink|drank|glass|bottle .. water|tea",
    "fresh air",
    "stand|stood|get|got up",
    "open|opened .. window",
    "a|one|two|five|ten|# minute|minutes .. away|off|alone|quiet|myself|for|of",
    "go|went|run|ran|swim|swam|play|played|walk|walked .. swimming|running|football|home|outside",
    "waited .. night|day|hour|until|two|three",
    "next day|morning",
    "eat|ate",
];

pub fn took_break(line: &Line) -> Option<Range<usize>> {
    line.any(RESTS)
}

#[cfg(test)]
mod tests {
    use crate::feedback::signs::{Sign, testing::heard};

    fn hears(sign: Sign, text: &str) -> bool {
        !heard(sign, text).is_empty()
    }

    #[test]
    fn times() {
        assert!(hears(Sign::ToldATime, "I told her that I would be back in four minutes."));
        assert!(!hears(Sign::ToldATime, "I told her that we would look for it very soon."));
        assert!(hears(Sign::ActedEarly, "I called the bank at once and told them what it was."));
        assert!(!hears(Sign::ActedEarly, "I called the bank and told them what it was about."));
    }

    #[test]
    fn orders() {
        assert!(hears(Sign::StepByStep, "First I check the door. Then I count the money twice."));
        assert!(!hears(Sign::StepByStep, "Then he went home. I counted the money in the till."));
        assert!(hears(Sign::PutOrderByUrgency, "I take those who cannot wait before the others."));
        assert!(hears(Sign::TookBreak, "I take one slow breath and I drink a glass of water."));
    }
}
