//! What the speaker asks, sees, checks and finds out.

use std::ops::Range;

use super::Line;
use crate::feedback::{Move, clause::Who, lexicon::Lexicon};

const ASKS: &Lexicon = &[
    "ask|asked|asking",
    "question|questions",
    "find|found out what|which|why|how|when|where|who|if|whether",
    "talk|talked|speak|spoke with|to each|every",
];

pub fn asked_first(line: &Line) -> Option<Range<usize>> {
    // Whose words they are stands before the quotation.
    let own = |hit: &Range<usize>| {
        let before = hit.start.saturating_sub(1);
        before < line.range().start || line.owner(&(before..hit.start)) != Some(Who::Person)
    };
    line.own(ASKS).or_else(|| line.asks().then(|| line.quoted().filter(own)).flatten())
}

const SEES: &Lexicon = &[
    "notice*|noticing|spotted|observ*",
    "i|we|i'd .. saw|see|heard|hear|felt|feel|realise*|realize*|watched",
    "i|we could see|hear|tell",
    "i|we knew .. by|because|from|when",
    "looks|looked|sounds|sounded|seem|seems|seemed|sounding",
    "sign|signs|signal|warning",
    "again and again",
    "the same question|problem|complaint|mistake|word|words",
    "every|each|# time|times|day|week .. asked|came|wrote|called",
    "kept _",
    "when @he|someone|somebody|people|i|my .. stop*|hold*|touch*|repeat*|slow*|walk*|turn*|look*",
    "stopped|stops answering|writing|asking|using|coming|laughing",
    "usually .. but|now|this",
    "something .. wrong|strange|odd|different",
    "the third|fourth|same time",
    "had|have asked|called|written # ..|again|twice",
    "before .. he|she|they .. wrote|was|were|sounded|used",
    "became|becomes short|shorter|quiet|quieter|slow|slower",
];

pub fn noticed_sign(line: &Line) -> Option<Range<usize>> {
    line.any(SEES)
}

const CHECKS: &Lexicon = &[
    "check|checked|checks|checking|compare|compared|comparing|count|counted|recount*|verif*",
    "confirm|confirmed|search|searched|test|tested|examine*|inspect*|review|reviewed|measured",
    "look|looked|looking at|up|in|into|for|through|along|behind|back|under|around|whether|if|over",
    "read|reread|reading",
    "open|opened # ..|the|each",
    "find|found out",
    "see|saw|know|knew if|whether|which",
    "sort|sorted|split .. by",
    "go|went back to|through|over",
];

pub fn checked_facts(line: &Line) -> Option<Range<usize>> {
    line.own(CHECKS)
}

const COMES_BACK: &Lexicon = &[
    "follow|followed|follow-up up",
    "check|checked|checking .. back|on|in|again|later|that|if|whether|it|every|with",
    "call|called|rang|ring|write|wrote|email|visit|visited|went|ask|asked .. later|next|again",
    "call|called|rang|ring|write|wrote|email|ask|asked .. afterwards|after|tomorrow|evening|whether",
    "ask|asked|see|saw .. if it|everything|that|the|he|she|they .. work*|arriv*|right|better|all",
    "< the|next|later|that|a|two|three|after|on|in .. day|morning|week|evening|night|days .. i",
    "make|made|making sure",
    "ask|asked|let @him .. repeat|show|tell|say|explain|do|try|read",
    "tell|show|say .. back|own words",
    "until .. worked|arrived|came|could|was",
    "second look",
    "the next|same|following day|morning|week|evening",
    "afterwards",
    "when|once it|the .. is|was|works|worked|back|repaired|fixed|over",
];

pub fn checked_it_worked(line: &Line) -> Option<Range<usize>> {
    line.own(COMES_BACK)
}

const CAUSES: &Lexicon = &[
    "cause|caused|causes|root",
    "reason|reasons|purpose",
    "turned|turns out",
    "came|comes from",
    "found|learned|discovered|saw|noticed that|the|why|what|how",
    "the real|true|actual|whole problem|trouble|question|reason",
    "all|both|every|each .. had|was|were .. same|after|from|with",
    "in common",
    "why .. rule|it|he|she|they|the",
    "rule .. protects|protected|for|there|exists|existed|made|prevents",
    "so that .. nobody|no",
    "the problem|trouble|fault|mistake|error was|is|lay",
];

pub fn found_cause(line: &Line) -> Option<Range<usize>> {
    line.any(CAUSES)
}

const SAYS_BACK: &Lexicon = &[
    "repeat*|summar*|spell|spelled|spelt",
    "sum|summed up",
    "read|say|said|play|played .. back|aloud",
    "tell|told|telling|explain|explained .. story|what|history|everything|case|already|so far",
    "let me see|check|repeat|make",
    "have|got|get this|it|that|the .. right",
    "in my|his|her|their|the|our|your own words",
    "one by one",
    "line by line",
    "you said|mentioned|told|wrote|say",
    "i|we see|read|know|understand that you",
    "so you|your",
    "his|her|their own word|words|story",
];

pub fn said_back(line: &Line) -> Option<Range<usize>> {
    let clarified = line.made(Move::Clarify).and_then(|_| line.any(SAYS_BACK));
    clarified.or_else(|| line.own(SAYS_BACK))
}

#[cfg(test)]
mod tests {
    use crate::feedback::signs::{Sign, testing::heard};

    fn hears(sign: Sign, text: &str) -> bool {
        !heard(sign, text).is_empty()
    }

    #[test]
    fn questions_are_the_speakers() {
        assert!(hears(Sign::AskedFirst, "First I asked her what she needed the shoes for."));
        assert!(hears(Sign::AskedFirst, "Then I said, “Where did you have it last, madam?”"));
        assert!(!hears(Sign::AskedFirst, "She asked me where the shoes were, and I told her."));
        assert!(!hears(Sign::AskedFirst, "She said, “Where have you put my shoes today?”"));
    }

    #[test]
    fn seeing_and_checking() {
        assert!(hears(Sign::NoticedSign, "I noticed that she kept looking at the clock."));
        assert!(hears(Sign::CheckedFacts, "I looked up the order and compared the two dates."));
        assert!(!hears(Sign::CheckedFacts, "She checked the order and then she called me again."));
        assert!(hears(Sign::CheckedItWorked, "I called her the next day to ask if it worked."));
        assert!(hears(Sign::FoundCause, "It turned out that the label was from another box."));
        assert!(hears(Sign::SaidBack, "I repeated the number to him, one digit at a time."));
    }
}
