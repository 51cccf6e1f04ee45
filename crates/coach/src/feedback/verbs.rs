//! What the coach knows about English verbs: enough to tell "I rang" from "I was".

use super::lexicon::{Lexicon, is, is_one_of};

/// Past forms that do not end in -ed, of verbs that are mostly acts.
const IRREGULAR: &Lexicon = &[
    "went|told|said|took|made|gave|got|found|wrote|rang|sat|put|let|kept|brought|bought|sent|spoke",
    "ran|began|came|left|led|built|taught|drew|stood|held|met|paid|set|showed|sold|broke|chose|dug",
    "drove|fell|flew|forgot|fought|hung|hid|hit|knelt",
    "laid|lent|lost|read|rode|rose|sang|shook|shut",
    "slept|spent|split|stuck|swapped|threw|wore|won",
    "did|ate|drank|cut|caught|dealt|swung|swore|wept",
    "overheard|understood|withdrew|rebuilt|rewrote|redid|undertook|overcame|became|learnt|woke|bit",
];

/// Past forms that tell what was so or what went through a head rather than what was done.
const STATIVE_PAST: &Lexicon = &[
    "was|were|had|knew|felt|thought|wanted|needed|saw|noticed|heard|seemed|liked|loved|hated|lived",
    "belonged|believed|hoped|wished|cared|worried|panicked|remembered|received|volunteered",
    "studied|happened|became|lost|struggled|observed|watched",
    "witnessed|enjoyed|understood|realised|realized|faced|ended",
    "grew|expected|appeared|looked|fell|failed|missed|learned|learnt|got|came",
];

/// Words that end in -ed and are no past forms.
const NOT_PAST: &Lexicon = &[
    "need|feed|speed|bed|red|hundred|indeed|seed|shed|exceed|proceed|succeed|embed|wed|weed",
    "supposed|so-called|aged|united|naked|sacred|wicked|bleed|breed|greed|agreed-upon",
];

/// Present forms that tell what is so, not what is done.
const STATIVE_PRESENT: &Lexicon = &[
    "am|is|are|be|been|have|has|know*|feel*|think*|want*|need*|like*|love*|believe*|see|hope|wish",
    "enjoy|hate|guess|suppose|mean|consider|prefer|agree|care|understand|live|seem*|look|expect",
    "remember|work|studied|study|come|stay|remain|get|do|don't|haven't|appreciate|rather|bet",
];

/// Words that stand between a subject and its verb.
const ADVERBS: &Lexicon = &[
    "also|always|just|never|first|then|even|still",
    "only|often|usually|sometimes|once|now|so|both|all",
    "not|really|kind|sort|of|soon|almost|already|normally|generally|basically|too|to|instead|ever",
    "right|away|straight|afterwards|later|again|um|uh|er|like|well|personally|myself|rather",
];

/// Whether a folded word is a verb in the past tense.
#[must_use]
pub fn is_past(word: &str) -> bool {
    is_one_of(word, IRREGULAR)
        || is_one_of(word, STATIVE_PAST)
        || (word.len() > 3 && word.ends_with("ed") && !is_one_of(word, NOT_PAST))
}

/// Whether a past form tells an act rather than a state.
#[must_use]
pub fn is_past_act(word: &str) -> bool {
    is_past(word) && !is_one_of(word, STATIVE_PAST)
}

/// Whether a past form before that word tells an act: "used the form" does, "used to be" and
/// "worked at a bank" do not.
#[must_use]
pub fn is_past_act_before(word: &str, next: &str) -> bool {
    match word {
        "used" => next != "to",
        "worked" => {
            !matches!(next, "at" | "in" | "for" | "as" | "there" | "part-time" | "full-time")
        }
        "started" | "began" => !matches!(next, "at" | "in" | "as" | "working" | "my"),
        "did" => !is(next, "#|a"),
        "came" => matches!(next, "up" | "back"),
        "ended" => next == "up",
        "got" => matches!(next, "the" | "him" | "her" | "them" | "out" | "on" | "everyone"),
        _ => is_past_act(word),
    }
}

/// Whether the base form or the present of a verb tells an act rather than a state.
#[must_use]
pub fn is_base_act(word: &str) -> bool {
    !is_one_of(word, STATIVE_PRESENT) && word.chars().all(|c| c.is_alphabetic() || c == '-')
}

/// Whether a word may stand between a subject and its verb.
#[must_use]
pub fn is_adverb(word: &str) -> bool {
    (word.len() > 4
        && word.ends_with("ly")
        && !matches!(word, "reply" | "apply" | "supply" | "rely"))
        || is_one_of(word, ADVERBS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn past_forms() {
        for word in ["asked", "rang", "was", "knelt", "apologised"] {
            assert!(is_past(word), "{word}");
        }
        for word in ["need", "hundred", "red", "ask", "exceed", "bed"] {
            assert!(!is_past(word), "{word}");
        }
        assert!(is_past_act("asked") && is_past_act("sent"));
        assert!(!is_past_act("was") && !is_past_act("knew"));
    }

    #[test]
    fn some_verbs_depend_on_what_follows() {
        assert!(is_past_act_before("used", "the") && !is_past_act_before("used", "to"));
        assert!(is_past_act_before("worked", "late") && !is_past_act_before("worked", "at"));
        assert!(is_past_act_before("rang", "the") && !is_past_act_before("was", "the"));
    }

    #[test]
    fn acts_and_states() {
        assert!(is_base_act("ask") && is_base_act("double-check"));
        assert!(!is_base_act("know") && !is_base_act("3"));
        assert!(is_adverb("calmly") && is_adverb("also") && !is_adverb("reply"));
    }
}
