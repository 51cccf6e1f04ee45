//! The closed lists of a report: moves, findings, strengths.

use crate::vocabulary;

vocabulary! {
    /// A service move that is visible in a sentence. Only what the speaker does or would do counts.
    Move {
        /// Lets the other person finish, or says so.
        Listen = "listen",
        /// Names or validates the other's feeling.
        Acknowledge = "acknowledge",
        /// Apologises.
        Apologise = "apologise",
        /// Asks to find the real issue, or checks facts or understanding.
        Clarify = "clarify",
        /// Offers a way forward or alternatives.
        Options = "options",
        /// Involves a manager, a specialist or another team.
        Escalate = "escalate",
        /// Names a follow-up or a time by which it will happen.
        Commit = "commit",
        /// Logs it, tags it, writes it up or passes it on for others.
        Document = "document",
        /// Thanks.
        Thank = "thank",
    }
}

vocabulary! {
    /// What a good coach would point out.
    FindingKind {
        /// The question asks for a particular event and none is told.
        NoExample = "no-example",
        /// No sentence says what the speaker personally did or would do.
        NoOwnAction = "no-own-action",
        /// No outcome is stated.
        NoResult = "no-result",
        /// An outcome is stated with nothing measurable or observable behind it.
        NoEvidence = "no-evidence",
        /// Nothing learned or changed is stated.
        NoInsight = "no-insight",
        /// Customers, colleagues or an employer are put down.
        Blame = "blame",
        /// A rule is cited, or a refusal made, before the person is acknowledged.
        PolicyFirst = "policy-first",
        /// Something is said to a customer that inflames.
        TriggerPhrase = "trigger-phrase",
        /// Key steps or the outcome are stated only in general words.
        Vague = "vague",
        /// Three or more hedges or fillers.
        Hedged = "hedged",
        /// Actions are told mainly as "we".
        WeOnly = "we-only",
        /// Under 40 words.
        TooShort = "too-short",
        /// Over 330 words.
        TooLong = "too-long",
        /// Does not answer what was asked.
        OffQuestion = "off-question",
        /// Promises a customer what the speaker cannot know or give.
        Overpromise = "overpromise",
        /// More than 40 % of the words are background. Not part of the labelling guide.
        TopHeavy = "top-heavy",
        /// One plain fact would say more than a word said twice or made louder. Not part of the
        /// labelling guide.
        Intensified = "intensified",
    }
}

vocabulary! {
    /// What an answer does well: praise is earned, and points at the words that earned it. The rarer
    /// it is in answers, the earlier it stands here.
    StrengthKind {
        /// The ending is shown by what somebody else then said or did.
        Confirmed = "confirmed",
        /// Tells that a promise was kept.
        KeptPromise = "kept-promise",
        /// Calls a mistake their own.
        OwnedMistake = "owned-mistake",
        /// Asks before acting.
        AskedFirst = "asked-first",
        /// Says sorry for a particular thing.
        SpecificApology = "specific-apology",
        /// Names what the other person felt.
        NamedFeeling = "named-feeling",
        /// Promises a follow-up with a time.
        TimedPromise = "timed-promise",
        /// Explains so that it can be followed.
        PlainWords = "plain-words",
        /// Writes it down or passes it on for others.
        PassedOn = "passed-on",
        /// Gives an outcome that can be checked: a number, or what a person then did or said.
        CheckableResult = "checkable-result",
        /// Draws a lesson or a change of practice.
        Lesson = "lesson",
        /// Lets the other person finish.
        Listened = "listened",
        /// Says what the speaker did, step by step, as "I".
        OwnSteps = "own-steps",
        /// Tells one time that can be named. Said only where there is nothing greater.
        RealMoment = "real-moment",
        /// Tells one clear step. Said only where there is nothing greater.
        OneStep = "one-step",
    }
}

impl StrengthKind {
    /// Whether it is a small thing, said only where there is no greater one.
    #[must_use]
    pub const fn is_small(self) -> bool {
        matches!(self, Self::RealMoment | Self::OneStep)
    }
}
