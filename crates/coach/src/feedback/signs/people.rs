//! How the speaker meets the other person.

use std::ops::Range;

use super::Line;
use crate::{
    feedback::{Move, clause::Who, lexicon::Lexicon},
    part::Part,
};

const LISTENS: &Lexicon = &[
    "listen*",
    "let|letting @him|each|both .. finish|speak|talk|cry|say|tell|explain",
    "without interrupting",
    "wait|waited|waiting until|till|for @him|he|she|they|the .. finished|answer|done|ready|speak",
    "wait|waited|waits for .. answer|reply",
    "say|said nothing",
    "silence|silent",
    "leave|left|make|made a pause",
    "pause|paused|stay|stayed quiet",
    "say|said .. and .. wait|waited|stop|stopped",
    "stop|stopped|stopping typing|talking|speaking",
    "hear|heard|hearing @him|each|both|them .. out|side|first|alone|separately",
    "long|short silence|pause",
    "and|then i waited",
    "before .. answer* .. wait*",
];

pub fn listened_first(line: &Line) -> Option<Range<usize>> {
    line.made(Move::Listen).or_else(|| line.own(LISTENS))
}

const EMPTY: &Lexicon = &["for|about .. inconvenience|trouble|everything|issue|any"];
const SORRY: &Lexicon =
    &["sorry|apologise*|apologize*", "made|gave|give|make .. apology|apologies"];

pub fn exact_apology(line: &Line) -> Option<Range<usize>> {
    let hit = line.made(Move::Apologise).or_else(|| line.own(SORRY))?;
    line.any(EMPTY).is_none().then_some(hit)
}

const KIND: &Lexicon = &[
    "thank*",
    "smil*|nod|nodded|wave|waved|greet*|welcom*",
    "say|said|saying .. hello|goodbye|welcome|hi",
    "eye contact",
    "in the eye|eyes",
    "look|looked up|over",
    "wish|wished|wishing @him|them",
    "enjoy your|the",
    "well done",
    "i'm|i am|i was glad|happy",
    "glad|nice|lovely|good that|to|you",
    "prais*|compliment*|encourag*",
    "friendly|kind|warm word|words|voice|tone|smile|sentence|goodbye|way|line|end|ending",
    "please come",
    "any time",
    "warmly|kindly",
    "you|you've .. did|done|found|managed|got .. right|well|part|half|already|it",
    "the hardest part",
    "good morning|evening|afternoon|night|luck",
];

pub fn kind_word(line: &Line) -> Option<Range<usize>> {
    line.own(KIND)
}

const FEELINGS: &Lexicon = &[
    "frustrat*|upset*|angry|anger|annoy*|worr*|scared|afraid|anxious|anxiety|disappoint*",
    "embarrass*|humiliat*|confus*|overwhelm*|ignored|furious|ashamed|sad|lonely|hurt|shock*",
    "nervous|tired|exhausted|awful|unfair|fear|fears|feeling|feelings|relieved|relief|panic*",
    "sorry for your loss",
];

pub fn named_feeling(line: &Line) -> Option<Range<usize>> {
    let theirs = |hit: &Range<usize>| line.owner(hit) != Some(Who::I);
    line.made(Move::Acknowledge).or_else(|| line.places(FEELINGS).find(theirs))
}

const WANTS: &Lexicon = &[
    "want|wants|wanted|need|needs|needed|hope|hopes|hoped|wish|wishes|wished",
    "expect|expects|expected|fear*|afraid|prefer*|meant|cared|cares|thought|felt|feels|hated",
    "had to",
    "couldn't|can't|cannot|could not",
    "was|were|is|are .. worried|looking|trying|hoping|planning|used|scared|short|under|tired",
    "because",
];
const SIDE: &Lexicon = &[
    "his|her|their|its|@customer's .. reason|reasons|aim|goal|wish|wishes|plan|plans|worry",
    "his|her|their .. fear|fears|side|view|doubt|doubts|concern|concerns|problem|work|point",
    "what|why he|she|they|the|each|people|it .. want*|need*|meant|mean|care*|hope*|for|matter*",
    "@customer|@staff|people|who .. want*|need*|hope*|wish*|fear*|worr*|expect*|afraid",
    "@customer|@staff|people|who .. had to|cannot|can't|couldn't",
    "needed|need|needs|wanted|wants it|them|this|that|the .. for",
    "reason|reasons|idea|wish|question|request|worry behind",
    "important|mattered|matters .. to @him|them",
];

pub fn their_side(line: &Line) -> Option<Range<usize>> {
    line.any(SIDE).or_else(|| line.theirs(WANTS))
}

const CALM: &Lexicon = &[
    "calm*|patient*|patience|gently|softly|slow|slowly|slower|quietly|steady",
    "low|quiet|soft|lower|same|normal|friendly voice|tone",
    "raise*|raising .. voice",
    "without shouting|hurry|hurrying|arguing",
    "no hurry|rush",
    "take|took|taking|all .. time",
    "breath*",
    "crouch*|kneel|knelt",
    "bent|sat|sit down",
    "second|third time",
];

pub fn calm_voice(line: &Line) -> Option<Range<usize>> {
    line.places(CALM).find(|hit| line.owner(hit) != Some(Who::Person))
}

const PRIVATE: &Lexicon = &[
    "alone|private|privately|aside|discreetly",
    "quiet|quieter|empty|meeting|staff|back room|corner|office|place|moment|table|hour|desk",
    "to|in|into the side|back|office|corridor|stockroom|kitchen",
    "after|at .. shift|work|closing|service|break|end",
    "in|during .. break",
    "where|so .. nobody|no|others|neighbours|customer .. hear|heard|listen|listening|see",
    "behind .. door|screen|curtain",
    "direct|private message|messages|chat",
    "for|over a coffee|tea|walk",
    "step|stepped|went|took|take|walk|walked .. aside|outside|away",
    "face to face",
    "the two of us",
    "not hear",
    "was empty|quiet",
    "in|with|to her|him|them directly|personally|myself",
    "spoke|speak|talk|talked|wrote|write|asked|went|go to @him|her|my .. directly|first",
];

pub fn private_talk(line: &Line) -> Option<Range<usize>> {
    line.any(PRIVATE)
}

const REACTED: &Lexicon = &[
    "calm*|relax*|smil*|laugh*|thank*|nod*|agree*|trust*|softer|slower|quieter|cried",
    "went|became|was|got quiet|silent|calm|calmer|friendly|friendlier|surprised|relieved|happy",
    "came|comes|come|returned|returns back|again|every",
];
const THEIR_FACE: &Lexicon = &[
    "his|her|their voice|face|tone|shoulders|eyes|answer|smile",
    "@customer|@staff|people|he|she|they .. notice*|@reacted|told|said|asks|asked|asking",
    "@customer|@staff|people|he|she|they .. came|come|comes|coming back|again",
];

pub fn their_reaction(line: &Line) -> Option<Range<usize>> {
    let ends = line.is_one_of(&[Part::Result, Part::Insight]);
    line.theirs(REACTED)
        .or_else(|| ends.then(|| line.any(THEIR_FACE)).flatten())
        .or_else(|| (line.part() == Part::Result).then(|| line.their_clause()).flatten())
}

const HELPS: &Lexicon = &[
    "help|helped|helping|cover|covered|covering|show|showed|teach|taught|train|trained|support*",
    "explain|explained .. to|it .. colleague*|@staff|him|her",
    "take|took|taking over",
    "took|take|taking|do|did .. his|her|their|colleague's calls|tables|shift|guests|work|orders",
    "sit|sat|stand|stood|stay|stayed with|beside|next|near .. him|her|them|colleague*",
    "swap*|brought|bring|fetched|made|gave .. him|her|them|colleague*|team|everyone|everybody",
    "knelt|kneel beside|next",
    "watch|watched .. him|her|them|me",
];

pub fn helped_colleague(line: &Line) -> Option<Range<usize>> {
    line.own(HELPS)
}

impl Line<'_> {
    /// The first clause that tells what another person did.
    fn their_clause(&self) -> Option<Range<usize>> {
        let clauses = self.context.clauses[self.at].iter();
        let clause = clauses.clone().find(|c| c.who == Who::Person)?;
        Some(clause.words.start..self.range().end.min(clause.words.end + 4))
    }
}

#[cfg(test)]
mod tests {
    use crate::feedback::signs::{Sign, testing::heard};

    fn hears(sign: Sign, text: &str) -> bool {
        !heard(sign, text).is_empty()
    }

    #[test]
    fn listening_is_the_speakers() {
        assert!(hears(Sign::ListenedFirst, "She shouted at me and I let her finish what she had."));
        assert!(hears(Sign::ListenedFirst, "I asked him what was wrong, and then I said nothing."));
        assert!(!hears(Sign::ListenedFirst, "She did not listen to me and then she went away."));
    }

    #[test]
    fn an_apology_is_for_something() {
        assert!(hears(Sign::ExactApology, "I said I was sorry that she had to wait so long."));
        assert!(!hears(Sign::ExactApology, "I said sorry for any inconvenience that we caused."));
    }

    #[test]
    fn the_other_side() {
        assert!(hears(Sign::TheirSide, "He needed it for the wedding of his sister on Friday."));
        assert!(!hears(Sign::TheirSide, "I called the office and then I sent the box to them."));
        assert!(hears(Sign::NamedFeeling, "I could see that she was afraid of missing the train."));
    }

    #[test]
    fn what_they_did_in_return() {
        assert!(hears(Sign::TheirReaction, "In the end she laughed and came back on Friday."));
        assert!(!hears(Sign::TheirReaction, "I sent the parcel again with the first van."));
    }

    #[test]
    fn calm_private_and_helpful() {
        assert!(hears(Sign::CalmVoice, "I spoke slowly and I did not raise my voice to him."));
        assert!(hears(Sign::PrivateTalk, "I spoke to him alone, so that nobody could hear us."));
        assert!(hears(Sign::HelpedColleague, "I took over her tables so that she could sit down."));
        assert!(hears(Sign::KindWord, "I smiled at her and I said hello to her two children."));
    }
}
