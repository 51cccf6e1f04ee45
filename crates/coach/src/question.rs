//! Interview questions: what is asked, why, and how answers to it differ.

use serde::{Deserialize, Serialize};

use crate::{
    feedback::{FindingKind, Sign},
    part::Part,
    vocabulary,
};

vocabulary! {
    /// The kind of question, as interviewers group them.
    Category {
        /// What customer service is, and what the candidate believes about it.
        Definition = "definition",
        /// "Tell me about a time …": past behaviour.
        Behavioural = "behavioural",
        /// "What would you do if …": a case to think through.
        Situational = "situational",
        /// Tools, channels, metrics, ways of working.
        Skills = "skills",
        /// Values, team and company.
        Values = "values",
        /// Growth and motivation.
        Growth = "growth",
        /// Pay and conditions.
        Salary = "salary",
    }
}

vocabulary! {
    /// The four competencies that customer-service interviews assess.
    Competency {
        /// Communication and control of tone.
        Communication = "communication",
        /// Problem-solving and ownership.
        Ownership = "ownership",
        /// Resilience and adaptability.
        Resilience = "resilience",
        /// Customer mindset and fit with the culture.
        Mindset = "mindset",
    }
}

vocabulary! {
    /// The role tracks that a candidate can prepare for.
    Track {
        /// Shops and other work face to face.
        Retail = "retail",
        /// Calls and contact centres.
        ContactCentre = "contact-centre",
        /// Hotels, restaurants, travel.
        Hospitality = "hospitality",
        /// Software and technical support.
        Technical = "technical",
        /// Remote and asynchronous support.
        Remote = "remote",
    }
}

vocabulary! {
    /// How much experience the interview expects.
    Level {
        /// A first job with customers.
        FirstJob = "first-job",
        /// Some experience in the work.
        Experienced = "experienced",
        /// Leading others.
        TeamLead = "team-lead",
    }
}

vocabulary! {
    /// How hard the question is to answer well.
    Difficulty {
        /// A question most interviews open with.
        WarmUp = "warm-up",
        /// A question that decides most interviews.
        Core = "core",
        /// A question under pressure, or with a trap in it.
        Hard = "hard",
    }
}

vocabulary! {
    /// The form that a good answer takes.
    Asks {
        /// A particular event that happened.
        Example = "example",
        /// A concrete plan or habit, step by step.
        Plan = "plan",
        /// A view, with reasons and something that shows it is lived.
        View = "view",
    }
}

vocabulary! {
    /// What an answer lacks when an interviewer asks a certain follow-up.
    Gap {
        /// No particular case was told.
        Example = "example",
        /// It is unclear what the speaker did.
        OwnAction = "own-action",
        /// No outcome was told.
        Result = "result",
        /// The outcome cannot be checked.
        Evidence = "evidence",
        /// Nothing was learned.
        Insight = "insight",
        /// The other person's feeling is missing.
        Empathy = "empathy",
        /// The reasons for a choice are missing.
        Reasoning = "reasoning",
        /// It is unclear how far it would go under pressure.
        Limits = "limits",
    }
}

vocabulary! {
    /// How good a sample answer is.
    SampleLevel {
        /// A solid answer: what most hired candidates say.
        Solid = "solid",
        /// An outstanding answer: what interviewers remember.
        Outstanding = "outstanding",
    }
}

/// One interview question with everything that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The stable name, in kebab-case: it is in the address and in saved answers, and never changes.
    pub id: String,
    /// The question in the interviewer's words.
    pub prompt: String,
    /// The kind of question.
    pub category: Category,
    /// The form that a good answer takes.
    pub asks: Asks,
    /// The competencies it tests, the main one first.
    pub competencies: Vec<Competency>,
    /// The role tracks that ask it most. Empty: all of them.
    #[serde(default)]
    pub tracks: Vec<Track>,
    /// The levels that it is asked at. Empty: all of them.
    #[serde(default)]
    pub levels: Vec<Level>,
    /// How hard it is to answer well.
    pub difficulty: Difficulty,
    /// What the interviewer wants to learn, in one short paragraph.
    pub intent: String,
    /// What the interviewer listens for while the candidate speaks.
    pub listens_for: Vec<Listened>,
    /// What a strong answer shows; each completes "A strong answer …" addressed to "you".
    pub strong: Vec<String>,
    /// What a weak answer gives away.
    pub flags: Vec<Flag>,
    /// What the interviewer asks next, and what must be missing for them to ask it.
    pub probes: Vec<Probe>,
    /// What answers at 1, 3 and 5 of 5 sound like.
    pub anchors: Anchors,
    /// Sample answers, in the voices of different people.
    #[serde(rename = "sample")]
    pub samples: Vec<Sample>,
    /// The frameworks that fit, by id, the best first.
    pub frameworks: Vec<String>,
    /// The fill-in-the-blank template that fits, by id.
    #[serde(default)]
    pub template: Option<String>,
    /// Where to look for material when the candidate has never been in such a situation.
    pub stuck: String,
    /// The ids of the source demands that it answers.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// Something the interviewer listens for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listened {
    /// It, as a short noun or verb phrase.
    pub hears: String,
    /// The sign by which it can honestly be heard in an answer. Absent where only a person can tell.
    #[serde(default)]
    pub sign: Option<Sign>,
}

/// A red flag: what a weak answer gives away. Where words can show it, it names a finding or a sign,
/// not both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// It, as a sentence about the candidate.
    pub text: String,
    /// It is up where this is found in the answer.
    #[serde(default)]
    pub finding: Option<FindingKind>,
    /// It is up where this is not heard in an answer that is long enough to show it.
    #[serde(default)]
    pub sign_missing: Option<Sign>,
}

/// A follow-up question and the gap in an answer that calls for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Probe {
    /// What the answer lacks.
    pub gap: Gap,
    /// The follow-up in the interviewer's words.
    pub ask: String,
}

/// Behavioural anchors: what tells real answers apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchors {
    /// An answer that loses the interview.
    pub one: String,
    /// An answer that is all right.
    pub three: String,
    /// An answer that wins it.
    pub five: String,
}

/// A sample answer, each sentence marked with the part it serves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// How good it is.
    pub level: SampleLevel,
    /// Who is speaking, in a few words.
    pub voice: String,
    /// The sentences in order, each with its part.
    pub text: Vec<(Part, String)>,
}

/// What lists and search need of a question: everything but its long texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// See [`Question::id`].
    pub id: String,
    /// See [`Question::prompt`].
    pub prompt: String,
    /// See [`Question::category`].
    pub category: Category,
    /// See [`Question::asks`].
    pub asks: Asks,
    /// See [`Question::competencies`].
    pub competencies: Vec<Competency>,
    /// See [`Question::tracks`].
    pub tracks: Vec<Track>,
    /// See [`Question::levels`].
    pub levels: Vec<Level>,
    /// See [`Question::difficulty`].
    pub difficulty: Difficulty,
    /// See [`Question::frameworks`].
    pub frameworks: Vec<String>,
    /// See [`Question::template`].
    pub template: Option<String>,
}

impl From<&Question> for Card {
    fn from(question: &Question) -> Self {
        Self {
            id: question.id.clone(),
            prompt: question.prompt.clone(),
            category: question.category,
            asks: question.asks,
            competencies: question.competencies.clone(),
            tracks: question.tracks.clone(),
            levels: question.levels.clone(),
            difficulty: question.difficulty,
            frameworks: question.frameworks.clone(),
            template: question.template.clone(),
        }
    }
}

impl Card {
    /// Whether the question is asked on that track.
    #[must_use]
    pub fn fits_track(&self, track: Track) -> bool {
        self.tracks.is_empty() || self.tracks.contains(&track)
    }

    /// Whether the question is asked at that level.
    #[must_use]
    pub fn fits_level(&self, level: Level) -> bool {
        self.levels.is_empty() || self.levels.contains(&level)
    }
}
