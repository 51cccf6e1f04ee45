//! What can be pictured: names, numbers, times, things, spoken words and particular acts, against general
//! nouns and verbs.

use std::ops::Range;

use crate::{
    feedback::{
        Context, Span,
        lexicon::{self, Lexicon},
    },
    part::Part,
};

/// The sentences of what was done and what came of it that can be pictured best and least.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pictures {
    /// The one to make concrete, if it is general enough to mention.
    pub general: Option<Span>,
    /// The one to keep, if it is concrete enough to praise.
    pub concrete: Option<Span>,
}

/// Things, places and people one could film.
const THINGS: &Lexicon = &[
    "card|cards|box|boxes|phone|phones|form|forms|bag|bags|key|keys|room|rooms|table|door|desk|counter",
    "till|shelf|shelves|cup|glass|plate|bottle|cake|bread|coffee|tea|soup|shirt|shoes|coat|dress|lamp",
    "bike|car|van|bus|taxi|train|ticket|tickets|receipt|label|labels|screen|laptop|router|cable|printer",
    "kitchen|warehouse|stockroom|corridor|lift|car-park|window|chair|notebook|paper|sticker|photo|picture",
    "wheelchair|pram|suitcase|parcel|parcels|envelope|umbrella|towel*|pillow*|blanket*|medicine|battery",
    "spreadsheet|email|emails|link|password|button|invoice|list|sign|map|pen|torch|ladder|bucket|mop",
    "mother|father|daughter|son|grandmother|wife|husband|baby|child|nurse|driver|chef|plumber|housekeeper",
];
/// Times that can be looked up.
const TIMES: &Lexicon = &[
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august",
    "september|october|november|december|noon|midnight|christmas|easter|o'clock|minutes|hours|seconds",
    "morning|evening|afternoon|lunch|breakfast|dinner|pm|am",
];
/// Acts that one could film.
const ACTS: &Lexicon = &[
    "rang|phoned|wrote|typed|printed|carried|walked|drove|ran|opened|unlocked|drew|taped|packed|poured",
    "counted|pointed|knelt|lifted|wiped|folded|signed|handed|wrapped|cut|glued|plugged|unplugged|clicked",
    "photographed|weighed|labelled|labeled|stamped|queued|emailed|texted|scanned|swapped|fetched|climbed",
    "pushed|pulled|mopped|cooked|read|borrowed|stuck|hung|dialled|dialed|waved|whispered|laughed|smiled",
    "hugged|cried|ordered|bought|paid|refunded|rebooked|brought|sat|stood|measured|sewed|tied|shook",
];
/// Nouns that name no particular thing.
const GENERAL_NOUNS: &Lexicon = &[
    "situation*|issue*|problem*|matter|matters|concern|concerns|challenge*|difficult*|circumstance*|aspect*|factor*",
    "thing|things|stuff|solution*|process|processes|manner|approach|method*|measures",
    "experience*|satisfaction|outcome*|expectation*|requirement*|needs|skills|communication|relationship*",
    "attitude|support|assistance|professionalism|performance|quality|environment|information|feedback|way",
    "teamwork|cooperation|effort|efforts|abilities|knowledge|goals|success|improvement*|value|respect",
];
/// Verbs that show no particular act.
const GENERAL_VERBS: &Lexicon = &[
    "handl*|deal|dealt|dealing|resolv*|manag*|address*|ensur*|provid*|assist*|facilitat*|implement*",
    "improv*|deliver*|maintain*|achiev*|demonstrat*|utilis*|utiliz*|coordinat*|optimi*|enhanc*|satisf*",
    "communicat*|cooperat*|collaborat*|tackl*|solve|solved|solving|support*|focus*|prioriti*|adapt*",
];
/// Qualities that everybody claims.
const PRAISED: &Lexicon = &[
    "professional*|effective*|efficient*|appropriate*|necessary|proper*|successful*|positive*|polite*",
    "excellent|quick|quickly|best|great|good|smooth*|various|different|several|clear|clearly|important",
    "happy|satisfied|pleased|calm|calmly|friendly|possible|right|better",
];

/// Shorter sentences are too thin to judge, longer ones (dictated, without stops) too much to point at.
const JUDGED: Range<usize> = 5..46;
/// How far below nought, in points for a hundred words, a sentence to mend must be.
const GENERAL: i32 = -50;
/// How many general words it must have at least: one of them does no harm.
const GENERAL_WORDS: usize = 2;
/// How far above nought a sentence to praise must be.
const CONCRETE: i32 = 38;
/// How many points it must have in all.
const CONCRETE_POINTS: i32 = 8;

/// What one sentence shows.
#[derive(Clone, Copy, Debug, Default)]
struct Shows {
    concrete: i32,
    general: i32,
    /// How many nouns and verbs are general, not counting qualities.
    general_words: usize,
}

impl Shows {
    /// Points for a hundred words; a short sentence counts as a little longer than it is.
    fn weight(self, words: usize) -> i32 {
        let words = i32::try_from(words).unwrap_or(i32::MAX).saturating_add(4);
        (self.concrete - self.general).saturating_mul(100) / words
    }
}

/// The two sentences. One with words that something is `said` about already is not praised again.
pub fn read(context: &Context, said: &[Span]) -> Pictures {
    let names = tells_names(context);
    let mut pictures = Pictures::default();
    let (mut lowest, mut highest) = (GENERAL + 1, CONCRETE - 1);
    for (sentence, range) in context.sentences.iter().zip(&context.ranges) {
        if !matches!(sentence.part, Part::Action | Part::Result) || !JUDGED.contains(&range.len()) {
            continue;
        }
        let shows = shows(context, range, names);
        let weight = shows.weight(range.len());
        if weight < lowest && shows.general_words >= GENERAL_WORDS {
            lowest = weight;
            pictures.general = Some(sentence.span);
        }
        let praised = said
            .iter()
            .any(|span| span.start < sentence.span.end && sentence.span.start < span.end);
        if weight > highest && shows.concrete >= CONCRETE_POINTS && !praised {
            highest = weight;
            pictures.concrete = Some(sentence.span);
        }
    }
    pictures
}

fn shows(context: &Context, range: &Range<usize>, names: bool) -> Shows {
    let mut shows = Shows::default();
    for at in range.clone() {
        let word = context.words.folded(at);
        let quoted = context.words.get(at).is_some_and(|word| word.quoted);
        let is = |list| lexicon::is_one_of(word, list);
        if quoted {
            shows.concrete += 4;
        }
        if lexicon::is_number(word) {
            shows.concrete += 3;
        } else if is(THINGS) || is(TIMES) || is(ACTS) {
            shows.concrete += 2;
        } else if is(GENERAL_NOUNS) || is(GENERAL_VERBS) {
            shows.general += 3;
            shows.general_words += 1;
        } else if is(PRAISED) {
            shows.general += 2;
        } else if names && at > range.start && is_name(context, at) {
            shows.concrete += 3;
        }
    }
    shows
}

/// Whether a word begins with a capital and is not "I".
fn is_name(context: &Context, at: usize) -> bool {
    let Some(word) = context.words.get(at) else { return false };
    let typed = word.span.of(context.text);
    !word.quoted
        && typed.len() > 2
        && typed.starts_with(char::is_uppercase)
        && typed.chars().skip(1).any(char::is_lowercase)
        && !typed.starts_with("I'")
        && !typed.starts_with("I’")
}

/// Whether capitals tell names here: not where every word has one.
fn tells_names(context: &Context) -> bool {
    let capitals = (0..context.words.len()).filter(|at| is_name(context, *at)).count();
    capitals * 3 < context.words.len()
}

#[cfg(test)]
mod tests {
    use crate::feedback::reading::testing::read;

    fn pictures(text: &str) -> (Option<&str>, Option<&str>) {
        let pictures = read(text).pictures;
        (pictures.general.map(|s| s.of(text)), pictures.concrete.map(|s| s.of(text)))
    }

    #[test]
    fn the_most_general_and_the_most_concrete() {
        let text = "A guest lost her bag in our lobby last May. At nine I drove to the airport with her \
            red bag and two tickets. I asked her name, looked for the desk and went there with her. I \
            managed the communication and the whole process.";
        let (general, concrete) = pictures(text);
        assert!(concrete.is_some_and(|s| s.starts_with("At nine I drove")), "{concrete:?}");
        assert!(general.is_none_or(|s| s.starts_with("I managed")), "{general:?}");
    }

    #[test]
    fn general_words() {
        let text = "Last spring I worked in the office of a small theatre and Mrs Kaya rang for four seats. \
            I wrote her name on the plan and kept the seats until Friday. The issue was resolved to full \
            satisfaction. She came on Friday and laughed about it with me at the door.";
        assert!(
            pictures(text).0.is_none_or(|s| s.starts_with("The issue")),
            "{:?}",
            pictures(text)
        );
    }

    #[test]
    fn poor_english_and_dictated_is_not_called_general() {
        for text in [
            "the guest say me the shower is cold so i go up and i look and i change the small black part.",
            "so i went to the shelf and then i took the last lamp and i gave it to the lady with the dog and \
             she was happy and went home and then the next one came and i did it again",
            "I said sorry to him. I walked to the kitchen. I came back with soup.",
        ] {
            assert_eq!(pictures(text).0, None, "{text}");
        }
    }

    #[test]
    fn capitals_everywhere_are_no_names() {
        let text = "I Went To The Person And I Told Them That I Would Do It And I Did It For Them.";
        assert_eq!(pictures(text).1, None);
    }
}
