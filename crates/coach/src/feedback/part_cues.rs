//! The words that speak for each part of an answer.

use super::lexicon::Lexicon;
use crate::part::Part;

/// Cues: the part they speak for, the points, and the phrases. A row counts once a sentence.
pub const CUES: &[(Part, i32, &Lexicon)] = &[
    (Part::Situation, 4, SCENE),
    (Part::Situation, 1, BACKGROUND),
    (Part::Task, 9, DUTY),
    (Part::Task, 3, PRESSURE),
    (Part::Action, 5, WORDING),
    (Part::Action, 2, STEP),
    (Part::Result, 5, OUTCOME),
    (Part::Result, 3, REACTION),
    (Part::Insight, 7, LESSON),
    (Part::Other, 4, BELIEF),
];

/// Who, where, when, and what had gone wrong.
const SCENE: &Lexicon = &[
    "< one time|day|evening|morning|night|afternoon|summer|christmas",
    "there was|were",
    "a time when|i",
    "when i was|worked|first",
    "worked at|as|in|for|on",
    "i was working|on",
    "i|i've had a|an|one|this",
    "at|in my|our previous|last|old|former|current|first|past|part-time",
    "during my|our|a|the|one",
    "last|that year|summer|winter|autumn|spring|month|week|saturday|christmas",
    "at the time",
    "in my role",
    "a|an|one|the|this .. @customer came|called|rang|wrote|asked|wanted",
    "a|an|one|the|this .. @customer complained|said|told|had|was|e-mailed|emailed",
    "came up to me|us",
    "came into|in|to the|our|my",
    "was|were having",
    "had been|gone|died|broken|crashed",
    "hadn't",
    "nobody|no one",
    "for # years|months",
];

/// Words that lean towards telling how things were.
const BACKGROUND: &Lexicon =
    &["was|were|wasn't|weren't", "because|since|as", "busy|shift|shop|store|hotel|bank|company"];

/// What the speaker was there to do.
const DUTY: &Lexicon = &[
    "my job|role|task|responsibility|duty|actual .. was|is|to",
    "it was my job|responsibility|turn|task|duty",
    "was|were|is .. up to me|us",
    "i was .. responsible|tasked|expected|supposed|asked|assigned|given|in charge",
    "we|i|they had|needed to be|have",
    "my|the|our goal|aim|target|objective|challenge|priority was|were",
    "it was important for me|us",
    "had to be|have",
    "needed to be",
    "was expected to",
    "at stake",
    "wasn't an option",
    "relied on me|my|us|our",
    "depended on",
    "somebody|someone had to",
    "all .. had to",
    "i knew i needed|had",
];

/// What had to be met.
const PRESSURE: &Lexicon = &[
    "i|we had|needed to",
    "needed me|us|them .. to",
    "had|only # minutes|days|hours|weeks|months",
    "couldn't afford",
    "or else",
    "requirement|required to",
    "deadline",
];

/// Words that the speaker would put to the other person.
const WORDING: &Lexicon = &[
    "my first|next|opening|last line|step|sentence|question|move .. would|is|will",
    "i'd|i would say|write|reply|answer|start|begin|open",
];

/// What somebody who acts says of it.
const STEP: &Lexicon = &[
    "i .. decided|offered|explained|told|asked",
    "i .. called|rang|apologised|apologized|wrote|sent",
    "i .. suggested|checked|promised|listened|arranged|set|built",
    "i .. spoke|talked|contacted|emailed|e-mailed|walked|showed",
    "< so i|i'd",
    "< then|first|next|after|afterwards .. i|i'd",
    "i made sure|certain|it",
    "i took|made the|a|an|my|it",
    "i started|began|tried|went|worked|used|put",
    "i ended up",
    "forced|decided|chose to",
    "in order to",
    "to help|show|explain|make|find|fix",
    "i would|'ll|will",
    "my first step|thing|sentence",
    "i make sure|try",
];

/// What came of it.
const OUTCOME: &Lexicon = &[
    "in the end",
    "as a result",
    "eventually|ultimately",
    "the|an outcome|result|upshot",
    "result* in",
    "led to",
    "turned out",
    "paid off",
    "was|were|got|is .. resolved|solved|fixed|approved|settled|refunded",
    "we|i|they managed to",
    "was|were able to",
    "end|ended up with",
    "allow* me|us|them|him|her to",
    "@he|who|it|@customer .. @reacted|calmed|loved|enjoyed",
    "@he|who|it|@customer .. understood|relaxed|picked|learned|appreciated",
    "thanked me|us",
    "came back",
    "still .. customer|working|there|comes|shops|use|with",
    "went down|up",
    "dropped|fell|rose|increased|decreased .. from|by|to",
    "reduced|improved|grew|doubled|halved|cut .. from|by|to",
    "rating|survey|star|stars|score|scores|award|nps|csat",
    "left .. review|tip|feedback|happy|smiling",
    "gave me|us .. star|stars|review|rating|feedback|hug|tip",
    "successfully",
    "on time",
    "paid for itself",
    "not a single",
    "no complaints",
    "finished|closed|saved|sold|won",
    "< within # weeks|months|days|minutes|hours",
    "by week|friday|monday|the end",
    "new starters|joiners|colleagues",
    "the .. team|department|company|shop|office .. have|has|uses|use|adopted|kept",
];

/// How people took it, and how much better it was.
const REACTION: &Lexicon = &[
    "was|were|so|very|really|left happy|delighted|grateful|pleased",
    "was|were|so|very|really|left relieved|satisfied|impressed|thrilled|glad",
    "feedback",
    "# percent",
    "the next|following day|morning|week|month",
    "success*",
    "worked out|well",
    "better|faster|smoother|smoothly|quicker",
    "got promoted",
];

/// What was learned or is done since.
const LESSON: &Lexicon = &[
    "learned|learnt|learn .. that|to|a|how|from|not",
    "what|lesson|lessons i learned|learnt",
    "taught me|us",
    "a|the|my|big|real lesson",
    "since then",
    "ever since",
    "these days",
    "from then|that on|day|point",
    "next time",
    "looking back",
    "hindsight",
    "differently",
    "reinforced|reminded|showed me|my|us|that",
    "takeaway*|take-away",
    "took away",
    "made me realise|realize|understand|see|better|more|a|aware",
    "< now i",
    "< today i",
    "so now",
    "now|so i always|write|keep|check|ask",
    "i now|nowadays|know",
    "i've .. since",
    "i still do|use|keep|ask|say|remember",
    "if you .. learn",
    "in future|future situations|deadlines",
    "i always|used thought|to think",
    "i .. now",
    "experience reinforced|taught|showed|helped|made",
    "carry|carried|apply|applied .. learn*|lesson|forward",
];

/// Beliefs, wishes, general truths, and openers.
const BELIEF: &Lexicon = &[
    "i believe|think|feel|guess that|it|it's|you|people",
    "i believe|think|feel|guess all|customer*|everyone|good|service",
    "in my opinion|experience|view",
    "is|are .. important|key|essential|crucial|vital|everything",
    "it's|its|it .. important to",
    "you|one should|can|must|need|never|can't|don't",
    "customers|people|everyone|everybody|clients .. want|like|are|need",
    "customers|people|everyone|everybody|clients .. deserve|expect|have|can|should",
    "good question",
    "< yes|no|sure|certainly|honestly|well|okay|ok|hello|hi|thanks",
    "i'm|i am .. a|someone|person|never|always|not|very",
    "i'd|i would .. love|like|be|rather",
    "i have always",
    "i always stay|try|give|put|treat|remain|keep|do",
    "means",
    "i see myself",
    "i look forward",
    "the best|key|main|most advice|way|thing|important",
    "the first step",
];
