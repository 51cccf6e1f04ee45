//! What the candidate adds: questions of their own, and answers kept from templates.

use serde::{Deserialize, Serialize};

use crate::question::{
    Asks, Card, Category, Competency, Difficulty, Gap, Level, Probe, Question, Track,
};

/// What the ids of own questions start with: no question of the bank does.
pub const OWN: &str = "own-";

/// A question of the candidate's own. All but the prompt may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnQuestion {
    /// The question in the interviewer's words.
    pub prompt: String,
    /// Where it was asked, or for which job it is.
    pub place: String,
    /// The kind of question.
    pub category: Option<Category>,
    /// The form that a good answer takes.
    pub asks: Option<Asks>,
    /// The competencies it tests.
    pub competencies: Vec<Competency>,
    /// The role tracks that ask it.
    pub tracks: Vec<Track>,
    /// The levels that it is asked at.
    pub levels: Vec<Level>,
    /// How hard it is to answer well.
    pub difficulty: Option<Difficulty>,
    /// What the interviewer wants to learn.
    pub intent: String,
    /// What the interviewer listens for.
    pub listens_for: Vec<String>,
    /// What a strong answer shows.
    pub strong: Vec<String>,
    /// What a weak answer gives away.
    pub flags: Vec<String>,
    /// What may be asked next.
    pub probes: Vec<OwnProbe>,
    /// What answers at 1, 3 and 5 sound like.
    pub anchors: [String; 3],
    /// A sample answer.
    pub sample: String,
    /// The framework that fits, by id.
    pub framework: Option<String>,
    /// The template that fits, by id.
    pub template: Option<String>,
    /// Where to look for material.
    pub stuck: String,
    /// When it was last changed, in milliseconds since 1970 (UTC).
    pub changed: u64,
}

/// Why a question of one's own cannot be saved yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnError {
    /// There is no question.
    NoPrompt,
    /// A follow-up, by its place, says when it is asked but not what.
    NoAsk(usize),
}

/// A follow-up of a question of one's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnProbe {
    /// What the answer lacks, if that is known.
    pub gap: Option<Gap>,
    /// The follow-up.
    pub ask: String,
}

impl From<&Probe> for OwnProbe {
    fn from(probe: &Probe) -> Self {
        Self { gap: Some(probe.gap), ask: probe.ask.clone() }
    }
}

impl OwnQuestion {
    /// What lists and the composer need of it. What was left out is guessed from the prompt.
    #[must_use]
    pub fn card(&self, id: &str) -> Card {
        Card {
            id: id.to_owned(),
            prompt: self.prompt.clone(),
            category: self.category.unwrap_or_else(|| match self.asks() {
                Asks::Example => Category::Behavioural,
                Asks::Plan => Category::Situational,
                Asks::View => Category::Growth,
            }),
            asks: self.asks(),
            competencies: self.competencies.clone(),
            tracks: self.tracks.clone(),
            levels: self.levels.clone(),
            difficulty: self.difficulty.unwrap_or(Difficulty::Core),
            frameworks: self.framework.clone().into_iter().collect(),
            template: self.template.clone(),
        }
    }

    /// The form that a good answer takes, guessed from the prompt where it was left out.
    #[must_use]
    pub fn asks(&self) -> Asks {
        self.asks.unwrap_or_else(|| Asks::of_prompt(&self.prompt))
    }

    /// What is wrong with it as it was typed, all at once.
    #[must_use]
    pub fn errors(&self) -> Vec<OwnError> {
        let prompt = self.prompt.trim().is_empty().then_some(OwnError::NoPrompt);
        let asks = self.probes.iter().enumerate();
        let asks = asks.filter(|(_, probe)| probe.gap.is_some() && probe.ask.trim().is_empty());
        prompt.into_iter().chain(asks.map(|(at, _)| OwnError::NoAsk(at))).collect()
    }

    /// The same without what typing leaves behind: white space around texts, empty lines of lists,
    /// follow-ups that were begun and left empty.
    #[must_use]
    pub fn tidy(mut self) -> Self {
        let line = |text: &mut String| *text = text.trim().to_owned();
        for text in
            [&mut self.prompt, &mut self.place, &mut self.intent, &mut self.sample, &mut self.stuck]
        {
            line(text);
        }
        self.anchors.iter_mut().for_each(line);
        for list in [&mut self.listens_for, &mut self.strong, &mut self.flags] {
            list.iter_mut().for_each(line);
            list.retain(|text| !text.is_empty());
        }
        self.probes.iter_mut().for_each(|probe| line(&mut probe.ask));
        self.probes.retain(|probe| !probe.ask.is_empty());
        self
    }

    /// Whether it says the same as another one. When it was changed does not count, nor does what
    /// typing leaves behind.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let plain = |question: &Self| Self { changed: 0, ..question.clone() }.tidy();
        plain(self) == plain(other)
    }

    /// A question of the bank as a start for one's own.
    #[must_use]
    pub fn from_bank(question: &Question) -> Self {
        Self {
            prompt: question.prompt.clone(),
            category: Some(question.category),
            asks: Some(question.asks),
            competencies: question.competencies.clone(),
            tracks: question.tracks.clone(),
            levels: question.levels.clone(),
            difficulty: Some(question.difficulty),
            intent: question.intent.clone(),
            listens_for: question.listens_for.iter().map(|one| one.hears.clone()).collect(),
            strong: question.strong.clone(),
            flags: question.flags.iter().map(|flag| flag.text.clone()).collect(),
            probes: question.probes.iter().map(OwnProbe::from).collect(),
            anchors: [
                question.anchors.one.clone(),
                question.anchors.three.clone(),
                question.anchors.five.clone(),
            ],
            framework: question.frameworks.first().cloned(),
            template: question.template.clone(),
            stuck: question.stuck.clone(),
            ..Self::default()
        }
    }
}

/// Puts a text with one entry a line into a list. Lines stay as they are typed, empty ones too, so that
/// [`join_lines`] gives back the same text; [`OwnQuestion::tidy`] clears them up in the end.
#[must_use]
pub fn split_lines(text: &str) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { text.split('\n').map(str::to_owned).collect() }
}

/// A list as a text with one entry a line.
#[must_use]
pub fn join_lines(list: &[String]) -> String {
    list.join("\n")
}

/// Whether two prompts ask the same, but for capitals, marks and spaces. Capitals of plain Latin letters
/// are enough: the tables of all others would weigh more than they help.
#[must_use]
pub fn same_prompt(one: &str, other: &str) -> bool {
    let is_mark = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || "’‘“”…–—".contains(c);
    let letters = |text: &str| -> String {
        text.chars().filter(|c| !is_mark(*c)).map(|c| c.to_ascii_lowercase()).collect()
    };
    letters(one) == letters(other)
}

/// A filled-in template that was kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptAnswer {
    /// The template's id.
    pub template: String,
    /// The template's title as it was then, so that it reads even if the bank changes.
    pub title: String,
    /// What was filled in, in the order of the slots.
    pub slots: Vec<String>,
    /// The whole text, as it was joined.
    pub text: String,
    /// When it was last changed, in milliseconds since 1970 (UTC).
    pub changed: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prompt_is_enough() {
        let own = OwnQuestion {
            prompt: "Tell me about a time you lost a parcel.".into(),
            ..OwnQuestion::default()
        };
        let card = own.card("own-1");
        assert_eq!((card.id.as_str(), card.asks), ("own-1", Asks::Example));
        assert!(own.errors().is_empty());
        assert_eq!(OwnQuestion::default().errors(), [OwnError::NoPrompt]);
    }

    #[test]
    fn a_follow_up_needs_its_words_once_it_says_when() {
        let probe = |gap, ask: &str| OwnProbe { gap, ask: ask.into() };
        let mut own = OwnQuestion { prompt: "Why us?".into(), ..OwnQuestion::default() };
        own.probes = vec![probe(None, " "), probe(Some(Gap::Result), ""), probe(None, "And then?")];
        assert_eq!(own.errors(), [OwnError::NoAsk(1)]);
        assert_eq!(own.tidy().probes, [probe(None, "And then?")]);
    }

    #[test]
    fn lines_stay_as_typed_until_they_are_cleared_up() {
        for typed in ["", "a", "a\n", "\n a \n\nb"] {
            assert_eq!(join_lines(&split_lines(typed)), typed);
        }
        let own = OwnQuestion {
            prompt: " Why us? ".into(),
            strong: split_lines(" a \n\nb\n"),
            ..OwnQuestion::default()
        };
        let tidy = own.clone().tidy();
        assert_eq!(
            (tidy.prompt.as_str(), tidy.strong.as_slice()),
            ("Why us?", &["a".to_owned(), "b".to_owned()][..])
        );
        assert!(own.says_the_same(&OwnQuestion { changed: 9, ..tidy }));
    }

    #[test]
    fn prompts_are_the_same_whatever_their_marks() {
        assert!(same_prompt("Why us?", "  why  US"));
        assert!(!same_prompt("Why us?", "Why now?"));
    }
}
