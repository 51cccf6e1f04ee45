//! The words of the Value-Outcome Ladder: what tells each rung, and what only looks like one.

use crate::feedback::lexicon::Lexicon;

/// What became quicker, rarer or easier.
pub const OPERATION: &Lexicon = &[
    "fewer|less calls|tickets|contacts|complaints|emails|questions|mistakes|errors|returns|delays",
    "fewer|less people|replies|refunds|no-shows|messages|repeat|waiting|time|paper|steps|work|accidents",
    "shorter|faster|quicker queue*|line*|wait*|calls|replies|answers|reply|service|check-in|checkout",
    "queue|queues|line|wait|waits|backlog|complaints|errors|mistakes .. fell|dropped|shrank",
    "returns|delays|time|times|rate|waste|refunds|volume .. fell|dropped|shrank|halved",
    "calls|tickets|contacts|emails|questions|messages fell|dropped|halved|decreased",
    "calls|tickets|contacts|emails|questions|messages about .. fell|dropped|halved|decreased",
    "queue|queues|line|wait|waits|backlog|complaints|errors|mistakes .. halved|decreased",
    "queue|queues|wait|backlog|calls|complaints|errors|mistakes|time|times .. went down",
    "queue|queues|wait|backlog|time|times|process|handover .. was|were|is|are|got shorter|cleared|gone",
    "queue|queues|wait|backlog|process|handover .. was|were|is|are|got faster|quicker",
    "complaints|errors|mistakes|returns .. stopped|disappeared|vanished",
    "error|bug|fault|message .. gone|disappeared|vanished",
    "fell|dropped|cut|down|reduced|shortened|shrank .. from .. # .. to .. #|one|none|zero|nothing",
    "from .. # minutes|hours|days|seconds|weeks .. to .. #|under",
    "from .. # .. to .. # minutes|hours|days|seconds|percent|calls|tickets|complaints|errors|mistakes|a",
    "cut|reduced|shortened|halved .. time|times|wait|queue|calls|complaints|errors|mistakes|backlog",
    "saved|saves|saving .. minutes|hours|hour|time|minute|trip*|calls",
    "# .. instead of|not .. #",
    "# .. in place of .. #",
    "# .. down|up from .. #",
    "no more calls|complaints|errors|mistakes|delays|queue*|confusion|returns|double",
    "haven't|hasn't|have|has not|never|had .. a|one|any|single|another|no complaint*|error*|mistake*",
    "not|no|without .. single complaint*|error*|mistake*|return*",
    "ticket|tickets|case was|were|got|is .. closed|solved|resolved",
    "up and running",
    "it|they|system|till|machine|wifi|internet|site|phone|printer .. worked|works|ran|running|online again",
    "back online",
    "nobody|nobody's|no-one .. wait*|queued|complained",
    "nobody|no-one .. calls|called|asks|asked|rings|rang|forgets|misses again|twice|anymore|since",
    "no longer .. wait*|call*|ask*|queue*|miss*|complain*|had|need*",
];

/// What was kept, saved or won.
pub const BUSINESS: &Lexicon = &[
    "@customer|he|she|they|who|school|company .. renewed|rebooked|reordered|recommended|upgraded",
    "@customer|he|she|they|who|company bought|ordered|booked|subscribed",
    "@customer|he|she|they|who|company .. stayed with|as|for|our",
    "decided|chose|agreed to stay|renew|keep|buy|order|book",
    "came|comes|come|coming back again|every|regularly|often|as|twice|three",
    "came|comes|come|coming back .. week|month|year|weeks|months|summer|winter|season",
    "came|comes|coming back with|and .. friend*|sister|brother|famil*|colleague*|bought|ordered|booked",
    "became|is|still .. a|our .. regular*|loyal",
    "still .. customer|client of|ours|today|with",
    "kept|saved|won .. customer|account|contract|client|booking|sale|order|business",
    "didn't|did not|instead of cancel|cancelling|cancelled|leave|leaving|switch",
    "sales|revenue|turnover|bookings|orders|tips|renewals .. rose|went|grew|increased|improved|climbed",
    "score|scores|rating|ratings|reviews|csat|nps|satisfaction .. rose|went|grew|increased|improved",
    "score|scores|rating|ratings|reviews|csat|nps .. climbed|jumped",
    "churn .. fell|dropped|went|down",
    "saved .. money|euros|pounds|dollars|thousand*|rupees|pesos",
    "saved|worth .. # euros|pounds|dollars|thousand|rupees|pesos|million",
    "left|wrote|gave|posted .. good|great|nice|lovely|kind|positive review",
    "left|wrote|gave|posted .. four|five|4|5 stars",
    "four|five|4|5 star*|stars review|rating",
    "five-star|good|great|positive|lovely review*",
    "recommended|recommends us|me|our|it",
    "told|sent|brought .. friends|sister|neighbour*|neighbor* .. about|to|us",
    "bought|ordered|booked another|again",
    "all|other branches|shops|stores|teams .. use|uses|using",
];
/// Words after which it was no gain of the business.
pub const ELSEWHERE: &Lexicon = &[
    "elsewhere|instead",
    "over there",
    "me a|an|the",
    "us a|an|the",
    "somewhere else",
    "another day",
    "from|with another|competitor",
];

/// Money: what was saved or lost of it is no change in the work.
pub const MONEY: &Lexicon = &["euro|euros|pound|pounds|quid|dollar*|cent|cents|rupees|pesos|price"];

/// Acts that make or change something: what a ladder begins with.
pub const MAKES: &Lexicon = &[
    "wrote|made|built|created|printed|set|changed|moved|introduced|trained|added|drew|designed|started",
    "rewrote|hung|wrote|taped|labelled|labeled|sorted|organised|organized|prepared|installed|fixed|taught",
    "suggested|proposed|replaced|called|rang|offered|found|repaired|sent|gave|brought|drove|refunded",
];

/// What is only hoped for, or would be.
pub const HOPED: &Lexicon = &[
    "hope*|hoping|want*|wish*|aim*|goal|would|could|should|might|will|if|can|may|try|trying|tried",
    "in order|so that",
];
/// What shows an intention where it stands before.
pub const MEANT: &Lexicon = &["to"];

/// What joins a rung to the one below.
pub const JOINED: &Lexicon = &[
    "so|therefore|because|thanks|since|after|afterwards|then|thereby",
    "which|this|that|it meant|means|saved|led|made|gave|brought|helped",
    "as a result|consequence",
    "from then|that",
    "due|owing to",
    "in the end",
];

/// Questions that ask for an improvement or for what somebody brings.
pub const IMPROVES: &Lexicon = &[
    "improv*|proud|achievement*|initiative|efficien*|metric*|kpi*|impact|contribut*|accomplish*",
    "better|easier|faster|quicker",
];
