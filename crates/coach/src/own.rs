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
            category: self.category.unwrap_or(Category::Behavioural),
            asks: self.asks.unwrap_or_else(|| Asks::of_prompt(&self.prompt)),
            competencies: self.competencies.clone(),
            tracks: self.tracks.clone(),
            levels: self.levels.clone(),
            difficulty: self.difficulty.unwrap_or(Difficulty::Core),
            frameworks: self.framework.clone().into_iter().collect(),
            template: self.template.clone(),
        }
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
            listens_for: question.listens_for.clone(),
            strong: question.strong.clone(),
            flags: question.flags.clone(),
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
    }
}
