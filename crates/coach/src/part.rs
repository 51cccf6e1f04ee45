//! The parts that an answer is made of.

use crate::vocabulary;

vocabulary! {
    /// What a sentence of an answer mainly does.
    ///
    /// The first five are STAR+I; `Other` is everything that serves none of them: a belief, a
    /// definition, a greeting, filler.
    Part {
        /// Sets the scene: who, where, when, what had gone wrong.
        Situation = "situation",
        /// Says what had to be achieved, what was at stake, what the speaker was responsible for.
        Task = "task",
        /// Says what the speaker did, said or decided, or would do.
        Action = "action",
        /// Says what came of it.
        Result = "result",
        /// Says what was learned, or what changed in later practice.
        Insight = "insight",
        /// None of these.
        Other = "other",
    }
}

impl Part {
    /// Whether an interviewer counts the sentence as background rather than as what was done and
    /// what came of it.
    #[must_use]
    pub const fn is_context(self) -> bool {
        matches!(self, Self::Situation | Self::Task | Self::Other)
    }

    /// Whether the sentence tells what was done or what came of it: the 60 to 70 % that
    /// interviewers want.
    #[must_use]
    pub const fn is_substance(self) -> bool {
        matches!(self, Self::Action | Self::Result)
    }

    /// The letter that marks the part beside an answer; `Other` has none.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Situation => "S",
            Self::Task => "T",
            Self::Action => "A",
            Self::Result => "R",
            Self::Insight => "I",
            Self::Other => "",
        }
    }
}
