//! Finding questions: words and filters.

use coach::{
    own::OwnQuestion,
    question::{Card, Category, Competency, Difficulty, Level, Track},
};

/// What to look for. The default finds everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words; each must begin some word of the question or of its facets.
    pub text: String,
    /// The kind of question.
    pub category: Option<Category>,
    /// A competency that it tests.
    pub competency: Option<Competency>,
    /// The role track that asks it.
    pub track: Option<Track>,
    /// The level that it is asked at.
    pub level: Option<Level>,
    /// How hard it is.
    pub difficulty: Option<Difficulty>,
    /// Only those that have not been practised yet.
    pub untried: bool,
    /// Only the candidate's own, of which the bank has none.
    pub own: bool,
}

impl Filter {
    /// How many filters are set, not counting the words.
    #[must_use]
    pub fn count(&self) -> usize {
        usize::from(self.category.is_some())
            + usize::from(self.competency.is_some())
            + usize::from(self.track.is_some())
            + usize::from(self.level.is_some())
            + usize::from(self.difficulty.is_some())
            + usize::from(self.untried)
            + usize::from(self.own)
    }
}

/// The words of a text, folded to lower case without accents, so that "Éva" is found by "eva".
///
/// Only Latin letters make words here, as in the questions: the tables of all letters there are would
/// be a tenth of what the page loads.
pub fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| fold(c).is_none() && c != '’' && c != '\'')
        .map(|word| word.chars().filter_map(fold).collect())
        .filter(|word: &String| !word.is_empty())
}

/// The plain small letter of the commonest accented ones; `None` for what is no part of a word.
pub(crate) fn fold(c: char) -> Option<char> {
    Some(match c {
        'À'..='Å' | 'à'..='å' => 'a',
        'Ç' | 'ç' => 'c',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ñ' | 'ñ' => 'n',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        'Ý' | 'ý' | 'ÿ' => 'y',
        'Æ' | 'æ' | 'Ð' | 'ð' | 'Þ' | 'þ' | 'ß' | 'Ā'..='ɏ' => c,
        other if other.is_ascii_alphanumeric() => other.to_ascii_lowercase(),
        _ => return None,
    })
}

/// The questions that fit, in the order of the bank. `practised` says of an id whether it has been
/// answered before.
#[must_use]
pub fn find<'a>(
    cards: &'a [Card],
    filter: &Filter,
    practised: impl Fn(&str) -> bool,
) -> Vec<&'a Card> {
    let wanted: Vec<String> = words(&filter.text).collect();
    cards
        .iter()
        .filter(|card| {
            filter.category.is_none_or(|c| card.category == c)
                && filter.competency.is_none_or(|c| card.competencies.contains(&c))
                && filter.track.is_none_or(|t| card.fits_track(t))
                && filter.level.is_none_or(|l| card.fits_level(l))
                && filter.difficulty.is_none_or(|d| card.difficulty == d)
                && !(filter.untried && practised(&card.id))
                && !filter.own
                && has_words(card, &wanted)
        })
        .collect()
}

/// Whether a question of one's own fits. What was left out of it fits everything, and its words may also
/// stand in where it was asked.
#[must_use]
pub fn fits_own(
    id: &str,
    own: &OwnQuestion,
    filter: &Filter,
    practised: impl Fn(&str) -> bool,
) -> bool {
    let mut filter = Filter { own: false, ..filter.clone() };
    if own.category.is_none() {
        filter.category = None;
    }
    if own.competencies.is_empty() {
        filter.competency = None;
    }
    if own.difficulty.is_none() {
        filter.difficulty = None;
    }
    let mut card = own.card(id);
    card.prompt = format!("{} {}", own.prompt, own.place);
    !find(&[card], &filter, practised).is_empty()
}

fn has_words(card: &Card, wanted: &[String]) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let mut own: Vec<String> = words(&card.prompt).collect();
    own.extend(words(&card.id));
    own.extend(words(card.category.slug()));
    own.extend(card.competencies.iter().flat_map(|c| words(c.slug())));
    own.extend(card.tracks.iter().flat_map(|t| words(t.slug())));
    wanted.iter().all(|want| own.iter().any(|word| word.starts_with(want.as_str())))
}

#[cfg(test)]
mod tests {
    use coach::question::Asks;

    use super::*;

    fn card(id: &str, prompt: &str, category: Category, tracks: &[Track]) -> Card {
        Card {
            id: id.into(),
            prompt: prompt.into(),
            category,
            asks: Asks::Example,
            competencies: vec![Competency::Resilience],
            tracks: tracks.to_vec(),
            levels: vec![],
            difficulty: Difficulty::Core,
            frameworks: vec![],
            template: None,
        }
    }

    fn ids(filter: &Filter) -> Vec<String> {
        let cards = [
            card("angry", "Tell me about an angry customer.", Category::Behavioural, &[]),
            card("return", "What if there is no receipt?", Category::Situational, &[Track::Retail]),
            card(
                "guest",
                "A guest is loud. What now?",
                Category::Situational,
                &[Track::Hospitality],
            ),
        ];
        find(&cards, filter, |id| id == "return").iter().map(|card| card.id.clone()).collect()
    }

    #[test]
    fn no_filter_finds_everything() {
        assert_eq!(ids(&Filter::default()), ["angry", "return", "guest"]);
    }

    #[test]
    fn words_find_their_beginnings_in_any_case_and_order() {
        assert_eq!(
            ids(&Filter { text: "  CUSTomer ángr ".into(), ..Filter::default() }),
            ["angry"]
        );
        assert!(ids(&Filter { text: "zzz".into(), ..Filter::default() }).is_empty());
    }

    #[test]
    fn filters_narrow_together() {
        let retail = Filter { track: Some(Track::Retail), ..Filter::default() };
        assert_eq!(ids(&retail), ["angry", "return"]);
        let both = Filter { category: Some(Category::Situational), ..retail };
        assert_eq!(ids(&both), ["return"]);
        assert_eq!(both.count(), 2);
    }

    #[test]
    fn what_an_own_question_leaves_out_keeps_it_from_nothing() {
        let own = OwnQuestion {
            prompt: "Why us?".into(),
            place: "Harbour Hotel".into(),
            tracks: vec![Track::Hospitality],
            ..OwnQuestion::default()
        };
        let fits = |filter: Filter| fits_own("own-1", &own, &filter, |_| true);
        assert!(fits(Filter { own: true, text: "harb why".into(), ..Filter::default() }));
        assert!(fits(Filter { category: Some(Category::Salary), ..Filter::default() }));
        assert!(fits(Filter { track: Some(Track::Hospitality), ..Filter::default() }));
        assert!(!fits(Filter { track: Some(Track::Retail), ..Filter::default() }));
        assert!(!fits(Filter { untried: true, ..Filter::default() }));
        assert!(ids(&Filter { own: true, ..Filter::default() }).is_empty());
    }

    #[test]
    fn not_practised_leaves_out_what_was() {
        let untried = ids(&Filter { untried: true, ..Filter::default() });
        assert_eq!(untried, ["angry", "guest"]);
    }
}
