//! The words that earn praise.

use crate::feedback::lexicon::Lexicon;

/// Says what the apology is for; "for the inconvenience" is no particular thing.
pub(super) const SPECIFIC: &Lexicon = &[
    "apolog*|sorry .. for|about|that his|her|their|the|our|my|your",
    "apolog*|sorry .. for|about|that what|how|having|making|it|you|we|i",
];
pub(super) const EMPTY: &Lexicon = &["for|about .. inconvenience|trouble|everything|issue|any"];
/// Names of feelings.
pub(super) const FEELINGS: &Lexicon = &[
    "frustrat*|upset*|angry|anger|annoy*|worr*|scared|afraid|anxious|anxiety|disappoint*|stress*",
    "embarrass*|humiliat*|confus*|overwhelm*|ignored|furious",
    "nervous|tired|exhausted|rotten|awful|unfair",
];
/// A time by which something will happen.
pub(super) const TIMES: &Lexicon = &[
    "#|an|one minute*|hour*|day*",
    "by|before|until|at #|@day|lunch|midday",
    "within|in .. minute*|hour*|day*",
    "every # minutes|hours",
    "tomorrow|tonight",
    "end of the day|week|shift",
];
/// Asks somebody something.
pub(super) const ASKS: &Lexicon = &[
    "ask|asked .. what|which|how|when|whether|if|why|where|who|about|for",
    "find|found out .. what|which|why|how|when|where",
    "clarify|clarified .. what|which|why|how|when|where",
];
/// A promise was made …
pub(super) const PROMISED: &Lexicon = &[
    "promis*",
    "told|said|tell|say .. i'd|i'll|i would|i will",
    "i'd|i'll|i would|will .. call|ring|write|email|phone|update|get back",
];
/// … and kept.
pub(super) const KEPT: &Lexicon = &[
    "and i did",
    "and that's what i did",
    "as|like i .. promised|agreed",
    "as promised|agreed",
    "kept|keeping my|the|that promise|word",
    "when|exactly i said i would",
    "i called|rang|phoned|emailed|wrote|texted .. back",
    "i called|rang|phoned|emailed|texted him|her|them on|at|that|the|before|within|in",
];
/// What others say or do that shows how it ended.
pub(super) const CONFIRMS: &Lexicon = &[
    "thanked|hugged|praised|tipped|recommended me|us|the|my|our",
    "he|she|they|@customer|@staff .. thanked|wrote|praised|recommended|tipped",
    "he|she|they|@customer .. said|told .. thank*|glad|happy|best|helped|calmer|better|first|again",
    "he|she|they|@customer .. came|come back .. for|to|the|with|next|later|and|on|every|again",
    "he|she|they|@customer .. returned|rebooked|renewed|reordered|stayed|smiled|laughed",
    "he|she|they|@customer .. booked|ordered|bought|shopped|called .. again|more|another",
    "left|gave|wrote|sent .. review|stars|note|card|tip|email|letter|compliment|message",
    "shook my|our hand*",
    "asked for me",
    "by name",
];
/// An explanation that can be followed.
pub(super) const PLAIN: &Lexicon = &[
    "step by step",
    "one step|thing|question at a time",
    "in|with .. plain|simple|everyday|easy|normal words|language|terms|english|sentences",
    "without|no .. jargon|technical",
    "compared it|this|that to|with",
    "drew|draw .. a|an|the|him|her|them",
    "showed|show him|her|them .. how|where|which|on",
    "explained|explain|explaining .. simply|slowly|clearly why|what|how|so",
];
/// A mistake that the speaker calls their own.
pub(super) const OWNED: &Lexicon = &[
    "my|our .. mistake|error|oversight",
    "my fault",
    "i|i'd|had|completely|totally forgot|forgotten|misread|overlooked|misheard|miscounted",
    "i .. made .. mistake|error",
    "i was wrong",
    "i got it|that|this|the .. wrong",
    "i took .. responsibility|blame",
    "i admitted|owned",
    "i should have|should've",
];
/// What shows that it is not said.
pub(super) const NOT: &Lexicon =
    &["not|never|no|isn't|wasn't|didn't|don't|doesn't|without|nobody|if|hadn't|haven't|wouldn't"];
/// One time that can be named.
pub(super) const MOMENT: &Lexicon = &[
    "last|this|that spring|summer|autumn|fall|winter|week|month|year|christmas|easter",
    "last|one|that night|morning|evening|afternoon|@day|weekend",
    "# .. years|months|weeks|days|summers|winters ago",
    "a few|couple .. years|months|weeks|days ago",
    "in january|february|march|april|may|june|july|august|september|october|november|december",
    "last january|february|march|april|may|june|july|august|september|october|november|december",
    "on|during my first|last|second day|week|shift|month",
    "on a|one monday|tuesday|wednesday|thursday|friday|saturday|sunday|busy",
    "christmas eve|day",
];
