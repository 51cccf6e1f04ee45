//! The nine service moves: what the speaker does, or would do, for the other person.

use std::ops::Range;

use super::{
    Move,
    clause::{Clause, Who},
    lexicon::{self, Lexicon},
    words::Words,
};
use crate::part::Part;

/// The words that show each move.
const CUES: &[(Move, &Lexicon)] = &[
    (
        Move::Listen,
        &[
            "listen*",
            "hear|heard him|her|them|it|everything out",
            "let|letting him|her|them|it|customer|guest|caller .. finish|speak|talk|vent|out|rant|explain|tell",
            "let the|a customer|guest|caller|person .. finish|speak|talk|vent",
            "without interrupting",
            "not|don't|didn't|never|wouldn't interrupt*",
            "have|had|let him|her|them tell",
            "until|till he|she|they .. finished|done",
        ],
    ),
    (
        Move::Acknowledge,
        &[
            "acknowledg*",
            "validat*",
            "empathi*",
            "i understand|understood",
            "i .. understand|see|hear|imagine why|how|that|it|you",
            "i'd|i would .. be .. annoyed|angry|upset|frustrated|furious .. too",
            "must be|have|feel .. frustrating|hard|awful|stressful|upset*|annoying|difficult|worrying",
            "that|it|that's|it's|sounds|yes .. awful|frustrating|annoying|upsetting|horrible|maddening|rubbish|unfair|stressful",
            "right to be",
            "every right",
            "no wonder",
            "how .. felt|feel|feels|upset|frustrated|angry|worried|frustrating",
            "his|her|their|the|your frustration|feelings|anger|worry|disappointment|fear|stress",
            "understandabl*",
            "in his|her|their shoes|place",
            "not|isn't .. good enough",
            "you've been|waited|had",
            "i can see|hear|tell|imagine",
        ],
    ),
    (
        Move::Apologise,
        &[
            "apolog*",
            "sorry",
            "my|our fault|mistake|error|apologies",
            "the|that mistake|fault|error was mine|ours",
        ],
    ),
    (
        Move::Clarify,
        &[
            "ask* .. what|which|how|when|whether|if|why|where|who|question*",
            "ask* him|her|them|customer* .. about|everything",
            "find|found out .. what|which|why|how|when|where",
            "clarif*",
            "double-check*|confirm*|verif*",
            "check* .. order|account|details|notes|history|log|logs|understood|understand|right|system|what|whether|if",
            "repeat*|read|say|said|play* .. back",
            "what exactly",
            "source|root|bottom|cause of|cause .. the|it|problem|issue",
            "talk me through|us",
            "explain .. back",
            "to understand",
            "open questions",
            "make|made sure i|we understood|understand|got",
            "talk* to him|her|them",
            "got|get|have .. right",
            "discuss* .. issue*|with",
        ],
    ),
    (
        Move::Options,
        &[
            "offer*",
            "option|options",
            "alternative*",
            "choice|choices",
            "suggest*",
            "propos*",
            "either|whether .. or",
            "two|three|couple .. ways|things|dates|slots|solutions",
            "what i|we can|could .. do|offer",
            "workaround",
            "compromise*",
            "in the meantime",
            "or would|if he|she|they|you .. prefer|preferred|rather|like|wants|want|liked",
        ],
    ),
    (
        Move::Escalate,
        &[
            "escalat*",
            "hand*|pass*|transfer*|forward* .. over|to|up .. manager|supervisor|specialist|team|lead|colleague|department|engineer*|second",
            "ask*|call*|rang|ring|tell|told|get|got|bring|brought|take|took|speak|spoke|talk*|involve*|consult*|check*|email*|fetch*|contact*|report*|went|go|ping*|messag* .. manager|supervisor|lead|boss|specialist*|technician*|engineer*|developer*|security|director|colleague*|warehouse|depot|finance|billing|kitchen|chef|advisor|owner|office|department|head|product|desk|courier",
            "a|my|the|our manager|supervisor|specialist|engineer|developer|technician .. involved|help|look",
            "bring|brought|loop* in|pull* in",
        ],
    ),
    (
        Move::Commit,
        &[
            "follow*|follow-up|followed up|up",
            "follow-up*",
            "call*|ring|rang|phone|write|email|get|got|come him|her|them|you|the|back .. back|by|before|within|at|to",
            "call back|get back",
            "promis*",
            "keep|kept .. posted|updated|informed|loop",
            "update them|her|him|you|every",
            "by|before|until|within #",
            "by|before noon|tomorrow|tonight|lunch|closing|monday|tuesday|wednesday|thursday|friday|evening",
            "by|before the end|close|afternoon|evening",
            "within a|an|the|# hour|day|minutes|hours|days|week",
            "in # minutes|hours|days|a",
            "give me # minutes",
            "i'll|i|will .. find out|check|ring|call|let you|come back|get back|would .. for you",
            "let .. know .. when|by|as|how|once",
            "name a time|date",
            "a|definite time",
            "reminder",
            "this|it would|will|wouldn't|won't|not .. happen again",
            "check* in|back .. on|with|a|later|next",
        ],
    ),
    (
        Move::Document,
        &[
            "document*",
            "log|logs|logged|logging",
            "record|recorded|records",
            "tag|tagged",
            "wrote|write|written|writing .. up|down|notes|note|report|guide|article|page|summary",
            "add|added|put|leave|left|made|make|took .. note|notes|account|file|crm|record|board",
            "note|noted|notes .. on|in|it|down|the|what",
            "report|reported|raised|raise|file|filed|open|opened .. ticket|bug|incident|case|issue",
            "handover|hand-over",
            "pass|passed .. on|along|it",
            "put|enter* .. in|into .. system|tracker|crm|account|board|file",
            "shared|share .. with .. team|others|everyone",
            "faq|wiki|knowledge base|spreadsheet",
        ],
    ),
    (
        Move::Thank,
        &[
            "thank|thanked|thanking|thanks",
            "i .. appreciate|appreciated .. you|that|their|his|her|them|it",
            "grateful",
        ],
    ),
];

/// What shows that a move is named but not made.
const DENIED: &Lexicon =
    &["never|didn't|don't|not|wouldn't|without|won't|nobody|instead|rather|no-one"];

/// The moves visible in a sentence, in the order of [`Move::ALL`]. Only what the speaker does or
/// would do counts, so only sentences of action hold any.
#[must_use]
pub fn visible(words: &Words, range: Range<usize>, part: Part, clauses: &[Clause]) -> Vec<Move> {
    if part != Part::Action {
        return Vec::new();
    }
    CUES.iter()
        .filter(|(kind, _)| cue(words, range.clone(), *kind, clauses).is_some())
        .map(|(kind, _)| *kind)
        .collect()
}

/// The words that show a move in a sentence.
#[must_use]
pub fn cue(
    words: &Words,
    range: Range<usize>,
    kind: Move,
    clauses: &[Clause],
) -> Option<Range<usize>> {
    let phrases = CUES.iter().find(|(one, _)| *one == kind).map(|(_, phrases)| *phrases)?;
    lexicon::all(words, range.clone(), phrases).into_iter().find(|hit| {
        let before = hit.start.saturating_sub(2).max(range.start)..hit.start;
        let denied = kind != Move::Commit && lexicon::has(words, before, DENIED);
        !denied && owner(hit, clauses) != Some(Who::Person)
    })
}

/// Whose deed the words are: the subject of the last clause whose verb stands before or in them.
fn owner(hit: &Range<usize>, clauses: &[Clause]) -> Option<Who> {
    clauses
        .iter()
        .rev()
        .find(|c| c.words.start <= hit.start || c.words.end <= hit.end)
        .map(|c| c.who)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::clause;

    fn moves(text: &str) -> Vec<Move> {
        let words = Words::of(text);
        let all = 0..words.len();
        visible(&words, all.clone(), Part::Action, &clause::read(&words, all))
    }

    #[test]
    fn each_move() {
        for (text, expected) in [
            ("I let her finish before I said anything.", Move::Listen),
            ("I told him that must be really frustrating.", Move::Acknowledge),
            ("I apologised for the wait.", Move::Apologise),
            ("I asked what had gone wrong.", Move::Clarify),
            ("I offered a refund or a new pair.", Move::Options),
            ("I took it to my supervisor.", Move::Escalate),
            ("I said that I'd ring by noon.", Move::Commit),
            ("I logged the call.", Move::Document),
            ("I thanked her for her patience.", Move::Thank),
        ] {
            assert!(moves(text).contains(&expected), "{text}: {:?}", moves(text));
        }
    }

    #[test]
    fn what_others_do_or_nobody_does_is_no_move() {
        assert_eq!(moves("I waited and then she apologised."), []);
        assert_eq!(moves("I never apologised."), []);
        assert_eq!(moves("I packed the box."), []);
    }

    #[test]
    fn background_holds_no_moves() {
        let words = Words::of("I listened.");
        assert_eq!(visible(&words, 0..2, Part::Situation, &[]), []);
    }
}
