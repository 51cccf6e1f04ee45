//! Where the speaker stops: rules, limits, what is not said.

use std::ops::Range;

use super::Line;
use crate::feedback::{clause::Who, lexicon::Lexicon};

const REFUSES: &Lexicon = &[
    "can't|cannot|couldn't|won't|unable|impossible|refus*|declin*",
    "can|could|will|would not",
    "not able|possible|allowed|let",
    "a|my|clear|say|said|saying|is|was no",
    "unfortunately",
    "must|may not",
    "don't|doesn't|didn't|do|does|did not|have",
    "nothing|none .. safe|free|sure|have|had",
];

pub fn said_no(line: &Line) -> Option<Range<usize>> {
    line.places(REFUSES).find(|hit| line.owner(hit) != Some(Who::Person))
}

const ENDS: &Lexicon = &[
    "unless|limit|limits|beyond",
    "up to",
    "at most",
    "more|longer than",
    "no more|longer|later",
    "only .. if|when|what|with|the|for|to|i|my",
    "by myself",
    "on my own",
    "alone",
    "without asking",
    "after # minutes|tries|hours|weeks i|we",
    "if|when .. i .. call|ask|tell|get|stop|leave|hand|pass|bring|say|go|wake|speak|write",
    "if|when .. i'd|i'll|i|would .. call|ask|tell|get|stop|leave|hand|pass|bring|say|go|wake",
    "i would|will|do|can not|never",
    "i wouldn't|never|can't|cannot",
    "allowed|may|decide .. myself|alone|to|up",
    "too many|much|big|late",
    "must|should|has to stay|wait",
    "is|are|stays .. mine|private",
];

pub fn named_limit(line: &Line) -> Option<Range<usize>> {
    line.any(ENDS)
}

const FAIR: &Lexicon = &[
    "without|no|not|never|nobody|n't .. blam*|accus*|judg*|guilt*|naming|excuse*|complain*|argu*",
    "without|not|never|didn't|don't|wouldn't .. blam*|accus*|judg*|name|names|defend*|fault",
    "didn't|don't|did|do|would|wouldn't|never not|say|ask .. whose|who|blame|fault|name",
    "not|nobody's|nobody .. fault",
    "isn't|wasn't .. fault|stupid|careless",
    "said|say|answered no",
    "could|can|might|would .. have happen* .. anyone|anybody|me|us",
    "happens|happened to me|anyone|everyone|us|all|anybody|everybody|many|most",
    "easy to miss|overlook|mix",
    "only|just copied|followed|did",
    "anyone|anybody|everybody|everyone would|could|makes|can|does|writes",
    "i|i've|i'd .. done|made .. same|too|that",
    "in his|her|their place",
    "quietly|alone .. told|tell|said",
    "told|tell|said .. quietly|alone",
    "our|the form|system|process|rule .. had|was|fills|did|let",
    "protect|protected|protecting him|her|them",
];

pub fn no_blame(line: &Line) -> Option<Range<usize>> {
    line.places(FAIR).find(|hit| line.owner(hit) != Some(Who::Person))
}

const NOT_KNOWN: &Lexicon = &[
    "not|never|don't|didn't|wouldn't|cannot|can't|couldn't|nobody|without .. guess*|promis*|assum*",
    "not|never|don't|didn't|do|did not|cannot|can't|couldn't .. know|knew|sure|say|tell",
    "don't|didn't|doesn't know|knew",
    "instead|rather .. guess*|assum*",
    "no promise|promises|date|guess*",
    "until|before .. know|knew|checked|looked|sure",
    "only what i|we",
    "not|never .. yet",
    "nobody|no .. knew|knows|know",
    "may|might|could .. be|not|mean|take",
];

pub fn no_guess(line: &Line) -> Option<Range<usize>> {
    line.places(NOT_KNOWN).find(|hit| line.owner(hit) != Some(Who::Person))
}

const RULES: &Lexicon = &[
    "rule|rules|policy|policies|procedure*|law|laws|permission|approv*|allow*|permit*",
    "standard|standards|contract|guideline*|exception*|authori*|terms|regulation*",
    "has|have|need* .. id|proof|certificate|document*",
    "within|inside|follow|followed .. rule*|limit*|steps|process",
    "proof|certificate",
    "may|must .. not|decide|only",
];

pub fn kept_rule(line: &Line) -> Option<Range<usize>> {
    line.any(RULES)
}

const EQUAL: &Lexicon = &[
    "same .. everyone|everybody|anyone|anybody|all|for|to|as|way|rule|answer|words|question*",
    "the|exactly same",
    "for|to|with everyone|everybody|anyone|anybody|every|each|all|both",
    "every|each|any guest|customer|person|caller",
    "equal|equally|fair|fairly|fairness",
    "even .. boss|friend*|director|manager|regular*|for",
    "like everyone|everybody|anyone|any",
    "me too",
    "included|including me|myself|my",
];

pub fn same_for_all(line: &Line) -> Option<Range<usize>> {
    line.any(EQUAL)
}

const SECRETS: &Lexicon = &[
    "private|privately|privacy|confidential*|password*|secret*|identity|anonym*|shred*|headset",
    "lock|locked|locks|locking",
    "personal data|details|information",
    "data protection",
    "customer|customers|customer's|no|without|their|any data|names|details",
    "no|without|never|not|nothing|removed .. name|names|number|numbers|details|details",
    "not|never|nothing|n't|neither|nor|cannot|can't|wouldn't .. confirm*|reveal*|account|room|stay",
    "don't|can't|cannot|not|never say|tell|give|confirm .. who|whether|if|which|anything|any|guest",
    "whether|if .. is|has .. guest|account|staying|here",
    "belongs to",
    "protects|protect you|your|her|his|guests|customers|them|people",
];

pub fn protected_data(line: &Line) -> Option<Range<usize>> {
    line.any(SECRETS)
}

const SAFE: &Lexicon = &[
    "safe|safely|safety|danger*|hurt|injur*|risk|risks|emergency|ambulance|alarm|exit|exits",
    "fall|fell|falls|trip|tripped|slip*|burn*|fire",
    "sharp|broken|hot|heavy|glass edge|floor|things|things|plate*|boxes",
    "block|blocked|blocks|clear .. way|door|exit|floor|path|aisle",
];

pub fn safety_first(line: &Line) -> Option<Range<usize>> {
    line.any(SAFE)
}

#[cfg(test)]
mod tests {
    use crate::feedback::signs::{Sign, testing::heard};

    fn hears(sign: Sign, text: &str) -> bool {
        !heard(sign, text).is_empty()
    }

    #[test]
    fn what_cannot_be() {
        assert!(hears(Sign::SaidNo, "I told her that I could not give her the money back."));
        assert!(!hears(Sign::SaidNo, "She could not find her receipt, so I looked it up."));
        assert!(hears(
            Sign::NamedLimit,
            "After two tries on my own I would call the second level."
        ));
        assert!(hears(Sign::NoGuess, "I told him that I did not know, and I would not guess."));
    }

    #[test]
    fn fair_to_all() {
        assert!(hears(Sign::NoBlame, "I said that it could have happened to any of us, me too."));
        assert!(hears(Sign::SameForAll, "I say the same to everyone who asks for it later."));
        assert!(hears(Sign::KeptRule, "The rule is there for a reason, so I kept to it."));
        assert!(!hears(Sign::KeptRule, "I gave her the shoes and I wished her a good day."));
    }

    #[test]
    fn safe_and_private() {
        assert!(hears(Sign::ProtectedData, "I lock my screen every time I leave the desk."));
        assert!(hears(Sign::SafetyFirst, "First I look if anybody is in danger at the shelf."));
    }
}
