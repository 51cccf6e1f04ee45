//! The words that show each service move.

use super::{Move, lexicon::Lexicon};

/// The words that show a move.
pub const fn of(kind: Move) -> &'static Lexicon {
    match kind {
        Move::Listen => LISTEN,
        Move::Acknowledge => ACKNOWLEDGE,
        Move::Apologise => APOLOGISE,
        Move::Clarify => CLARIFY,
        Move::Options => OPTIONS,
        Move::Escalate => ESCALATE,
        Move::Commit => COMMIT,
        Move::Document => DOCUMENT,
        Move::Thank => THANK,
    }
}

const LISTEN: &Lexicon = &[
    "listen*",
    "hear|heard him|her|them|it|everything out",
    "let|letting .. @him|it .. finish|speak|talk|vent|out|rant|explain|tell",
    "without interrupting",
    "not|don't|didn't|never|wouldn't interrupt*",
    "have|had|let him|her|them tell",
    "until|till he|she|they .. finished|done",
];

const ACKNOWLEDGE: &Lexicon = &[
    "acknowledg*",
    "validat*",
    "empathi*",
    "i understand|understood",
    "i .. understand|see|hear|imagine why|how|that|it|you",
    "i'd|i would .. be .. annoyed|angry|upset|frustrated|furious .. too",
    "must be|have|feel .. frustrating|hard|awful|stressful",
    "must be|have|feel .. upset*|annoying|difficult|worrying",
    "that|it|that's|it's|sounds .. awful|frustrating|annoying|upsetting",
    "that|it|that's|it's|sounds .. horrible|maddening|rubbish|unfair|stressful",
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
];

const APOLOGISE: &Lexicon = &[
    "apolog*",
    "sorry",
    "my|our fault|mistake|error|apologies",
    "the|that mistake|fault|error was mine|ours",
];

const CLARIFY: &Lexicon = &[
    "ask* .. what|which|how|when|whether|if|why|where|who|question*",
    "ask* him|her|them|customer* .. about|everything",
    "find|found out .. what|which|why|how|when|where",
    "clarif*",
    "double-check*|confirm*|verif*",
    "check* .. order|account|details|notes|history|log|logs",
    "check* .. understood|understand|right|system|what|whether|if",
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
];

const OPTIONS: &Lexicon = &[
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
];

const ESCALATE: &Lexicon = &[
    "escalat*",
    "hand*|pass*|transfer*|forward* .. over|to|up .. @staff|second",
    "ask*|call*|rang|ring|phone*|tell|told|get .. @staff",
    "got|bring|brought|take|took|speak|spoke|talk* .. @staff",
    "involve*|consult*|check*|email*|fetch*|contact*|report*|went|go|ping*|messag* .. @staff",
    "@staff .. involved|involve",
    "bring|brought|loop* in|pull* in",
];

const COMMIT: &Lexicon = &[
    "follow*|follow-up|followed up|up",
    "follow-up*",
    "call*|ring|rang|phone him|her|them|you|the|back .. back|by|before|within|at|to",
    "write|email|get|got|come him|her|them|you|the|back .. back|by|before|within|at|to",
    "call back|get back",
    "promis*",
    "keep|kept .. posted|updated|informed|loop",
    "update them|her|him|you|every",
    "give me # minutes",
    "i'll|i|will .. find out|check|ring|call|let you|come back|get back|would .. for you",
    "let .. know .. when|by|as|how|once",
    "name a time|date",
    "a|definite time",
    "reminder",
    "this|it would|will|wouldn't|won't|not .. happen again",
    "check* in|back .. on|with|a|later|next",
];

const DOCUMENT: &Lexicon = &[
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
];

const THANK: &Lexicon = &[
    "thank|thanked|thanking|thanks",
    "i .. appreciate|appreciated .. you|that|their|his|her|them|it",
    "grateful",
];

/// Times by which something will happen. They show a promise only where somebody is told.
pub const TIMES: &Lexicon = &[
    "by|before|until|within #|@day|lunch|closing",
    "in # minutes|hours|days",
    "within a|an|the|# hour|day|minutes|hours|days|week",
    "by|before the end|close|afternoon|evening",
];
