//! What the speaker does.

use std::ops::Range;

use super::Line;
use crate::{
    feedback::{Move, clause::Who, lexicon::Lexicon},
    part::Part,
};

const STEPS: &Lexicon = &[
    "arrang*|book|booked|order|ordered|repair*|fix|fixed|mend*|replac*|exchang*|send|sent|bring",
    "brought|carry|carried|prepare*|organis*|organiz*|reserv*|refund*|correct|corrected|restor*",
    "build|built|make|made|move|moved|clean|cleaned|pack|packed|call|called|rang|ring|find",
    "found|get|got|fetch*|deliver*|drive|drove|pay|paid|solv*|cancel*|share*|help|helped",
    "swap*|take|took|change|changed|give|gave|cover|covered|collect*|print|printed|serve|served",
];

pub fn own_solution(line: &Line) -> Option<Range<usize>> {
    if !line.is_one_of(&[Part::Action, Part::Result, Part::Task]) {
        return None;
    }
    let own = |hit: &Range<usize>| matches!(line.owner(hit), Some(Who::I | Who::You) | None);
    let hit = line.places(STEPS).find(|hit| own(hit) && !line.denied(hit))?;
    Some(hit.start..line.range().end.min(hit.end + 4))
}

const OFFERS: &Lexicon = &[
    "offer*|option|options|choice|choices|choose|alternative*|instead|either",
    "suggest*|propos*|whichever",
    "another|other|second|different way|day|date|time|shop|branch|room|table|model|plan|number",
    "meanwhile|meantime",
    "or would|if|whether|the|a|to|she|he|they|i|we|you",
    "if you|he|she|they .. like|liked|prefer*|want|wanted|rather|wish",
    "until then",
    "what i|we can|could",
    "you|he|she|they can|could|may",
    "both ways|plans",
    "would you|it",
    "may|can|could|shall|should i|we",
];

pub fn offered_choice(line: &Line) -> Option<Range<usize>> {
    line.made(Move::Options).or_else(|| line.own(OFFERS))
}

const GIFTS: &Lexicon = &[
    "free|gift*|voucher*|extra|discount*|coffee|tea|water|juice|cake|drink|drinks|dessert",
    "snack*|soup|bread|chair|chairs|seat|towel|towels|blanket*|crayons|pencils|sticker*|upgrade*",
    "gesture|surprise|flowers|paper|colours|fruit|chocolate|sandwich*|biscuit*|cookie*|umbrella",
    "on the house",
    "taken|took|take off .. bill|charge|price",
    "handwritten|small|little card|note|thing|something",
    "quiet|better|window|warm table|room|corner|place",
];

pub fn small_gesture(line: &Line) -> Option<Range<usize>> {
    line.own(GIFTS)
}

const MISTAKES: &Lexicon = &[
    "my|our|own mistake*|fault|error|errors|part|responsibility",
    "i|we .. forgot|forgotten|missed|failed|misread|misunderst*|mixed|broke|lost|wrongly",
    "i|we .. wrong",
    "i|we should have",
    "i|we .. made|make a|the|an|this .. mistake|error",
    "mistake|error|fault was mine|ours",
    "i was|am|i'm too|late|careless|impatient|proud",
    "instead|without .. i",
    "i had|have not|never",
    "i hadn't|haven't",
    "we told|promised|sent|let|gave|kept",
    "our screen|system|label|page|form|button|text .. was|did|is|had|said",
    "mistake|mistakes",
];

pub fn owned_mistake(line: &Line) -> Option<Range<usize>> {
    line.places(MISTAKES).find(|hit| line.owner(hit) != Some(Who::Person))
}

const KEEPS: &Lexicon = &[
    "as|like|what|that|when i|we|i'd|had .. promis*|agreed|said",
    "as promised|agreed",
    "kept|keep|keeping .. promise*|word|it",
    "on time",
    "i|we .. call|called|rang|wrote|was|came|sent|went .. back|again .. minutes|before|at|with",
    "exactly|precisely|just at|on|before",
    "# minutes|hours|days later|early|earlier|before",
    "called|rang|wrote|sent|came|was|went|delivered .. at|on|by|before #|@day|noon",
    "at|on|by|before .. #|@day|noon .. i|we called|rang|wrote|sent|came|went",
    "on @day .. i|he|she|they .. had|got|came|called",
    "the day it|they came",
    "every|each day|hour|week|monday|friday|evening|morning|month|two|time|# minutes",
    "stay|stayed|staying with|on|until",
    "until it|the|he|she|they|everything .. was|had|worked|closed|solved|done|came",
];

pub fn kept_promise(line: &Line) -> Option<Range<usize>> {
    line.own(KEEPS)
}

const TELLS_STAFF: &Lexicon = &[
    "tell|told|telling|inform*|ask|asked|asking|call|called|rang|ring|bring|brought|warn* .. @staff",
    "write|wrote|email*|messag*|report|reported|show|showed|speak|spoke|talk|talked .. @staff",
    "pass|passed|hand|handed|send|sent|give|gave|take|took|went|go|get|got|let|need .. @staff",
    "tell|told|ask|asked|call|called|show|showed|report*|write|wrote .. cook|police|guard|agent*",
    "tell|told|ask|asked|call|called|show|showed|report*|write|wrote .. reception|security|trainer",
    "tell|told|ask|asked|sent|send|showed|show|wrote .. designer*|editor*|owner*|maker*|level",
    "who .. looks after|decides|decided|owns|checks",
    "with|by|from|to my|our|the|a .. @staff",
    "my|our|the|a|another @staff .. agree*|check*|read*|came|help*|took|takes|looked|listens|knows",
    "second person|pair",
    "help from",
    "ask|asked|asking|call|called for help|permission|support|advice|someone|somebody",
];

pub fn involved_right_person(line: &Line) -> Option<Range<usize>> {
    line.made(Move::Escalate).or_else(|| line.own(TELLS_STAFF))
}

const TELLS_ALL: &Lexicon = &[
    "tell|told|telling|inform*|say|said|write|wrote|messag*|announce* .. everyone|everybody|all",
    "tell|told|telling|inform*|say|said|write|wrote|messag*|thank* .. queue|others|other|people",
    "tell|told|telling|inform*|wrote|write|call|called|email*|answer* .. guests|customers|callers",
    "tell|told|telling|say|said|call|called|wrote|write|thank* .. passengers|group|line|room|rest",
    "tell|told|wrote|write|say|said|message* .. waiting|both|each|every|team|table|tables|next",
    "tell|told|wrote|write|say|said|message*|send|sent .. second|user*|families|parents|behind",
    "send|sent|post|posted .. everyone|all|both|each|message|update|line|news|customers|team",
    "told|tell|telling|wrote|write .. him|her|them .. that|what|how|when",
    "aloud|out loud",
];

pub fn told_those_affected(line: &Line) -> Option<Range<usize>> {
    line.own(TELLS_ALL)
}

const WRITES: &Lexicon = &[
    "write|wrote|written|writing|note|notes|noted|log|logged|record|recorded|documented",
    "ticket|tickets|calendar|reminder|notebook|diary|sheet|spreadsheet|handover",
    "screenshot*|photo|photos|marked|mark|sticker|label",
    "in writing",
    "email|emailed|text|message .. summary|copy|confirm*|with|what|it",
    "save|saved|add|added|enter|entered|link|linked .. it|the|case|ticket|file|account",
];

pub fn wrote_it_down(line: &Line) -> Option<Range<usize>> {
    line.made(Move::Document).or_else(|| line.own(WRITES))
}

const AGREES: &Lexicon = &[
    "agree|agreed|agreement|agreeing",
    "we|both|they .. decided|settled|shook",
    "compromise*|arrangement",
    "promised|promise each",
];

pub fn agreed(line: &Line) -> Option<Range<usize>> {
    line.any(AGREES)
}

const BETTER: &Lexicon = &[
    "suggest*|propos*",
    "since then|that",
    "from then|that .. on",
    "so|that .. nobody|next|others|never|again",
    "next|new person|customer|guest|colleague|time|starter|shift|one",
    "now|today .. every|all|each|our|we|colleagues|team|new|it|has|uses|use",
    "our|the|every|all|whole|other team|colleagues|shop|branch|desk|shift*|new .. use*|now|has|have",
    "still .. use*|there|hang*|works|on",
    "never|not|nobody|no .. again|since",
    "added|add|moved|removed|changed|corrected|reported|wrote|write|made|put .. page|article|list",
    "added|add|moved|removed|changed|corrected|reported|wrote|write|made|put .. label|sign|step|form",
    "next version|edition",
    "now .. line|place|step|sign|choice|note",
    "the label|sign|form|page|button|list|note|article|checklist|screen",
];

pub fn left_something_better(line: &Line) -> Option<Range<usize>> {
    line.own(BETTER)
}

const TRIES: &Lexicon = &[
    "try|tried|tries|trying|test*|pilot|trial|experiment*|practis*|practic*|rehears*|exercise*",
    "learn|learned|learnt|learning|study|studied|course|courses|train|trained|training",
    "for a|one|two|three|# week|weeks|month|day|days",
    "compare*|prepare|prepared",
    "first|small|little attempt|step|guess|group",
    "from memory",
];

pub fn tried_out(line: &Line) -> Option<Range<usize>> {
    line.any(TRIES)
}

#[cfg(test)]
mod tests {
    use crate::feedback::signs::{Sign, testing::heard};

    fn hears(sign: Sign, text: &str) -> bool {
        !heard(sign, text).is_empty()
    }

    #[test]
    fn steps_are_the_speakers() {
        assert!(hears(Sign::OwnSolution, "I booked a room for her and I called a taxi myself."));
        assert!(!hears(Sign::OwnSolution, "My colleague booked a room for her and called a taxi."));
        assert!(hears(Sign::OfferedChoice, "I offered her a smaller one, or the same on Friday."));
        assert!(hears(Sign::SmallGesture, "I brought them a juice and some paper for drawing."));
    }

    #[test]
    fn telling_and_writing() {
        assert!(hears(Sign::InvolvedRightPerson, "I told my manager before I went home that day."));
        assert!(hears(
            Sign::ToldThoseAffected,
            "I told the people in the queue what had happened."
        ));
        assert!(hears(Sign::WroteItDown, "I wrote the number down and put it in the file."));
        assert!(hears(Sign::Agreed, "In the end we agreed on one day in the week for it."));
        assert!(!hears(Sign::WroteItDown, "I told her that we would send her a new one soon."));
    }

    #[test]
    fn mistakes_promises_and_what_stays() {
        assert!(hears(Sign::OwnedMistake, "I had forgotten to send the form, so it was late."));
        assert!(!hears(Sign::OwnedMistake, "She had forgotten her form, so she was too late."));
        assert!(hears(Sign::KeptPromise, "I called her at nine, as I had promised to do."));
        assert!(hears(
            Sign::LeftSomethingBetter,
            "I suggested a new sign for the door of the shop."
        ));
        assert!(hears(Sign::TriedOut, "I tested it on my own phone before I sent it to her."));
    }
}
