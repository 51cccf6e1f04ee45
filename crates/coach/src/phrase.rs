//! Phrases: what not to say to a customer or an interviewer, and what to say instead.

use serde::{Deserialize, Serialize};

use crate::{link::Link, vocabulary};

vocabulary! {
    /// When a phrase is needed.
    PhraseGroup {
        /// Someone is upset.
        Upset = "upset",
        /// The answer is no.
        SayingNo = "saying-no",
        /// One does not know.
        NotKnowing = "not-knowing",
        /// Somebody has to wait.
        Waiting = "waiting",
        /// Something went wrong.
        Mistakes = "mistakes",
        /// A rule stands in the way.
        Policy = "policy",
        /// In chat and e-mail.
        Written = "written",
        /// On the phone.
        Phone = "phone",
        /// At the end of a conversation.
        Closing = "closing",
        /// In the interview itself.
        Interview = "interview",
    }
}

/// What not to say, and what to say instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The stable name, in kebab-case: it is in the address and never changes.
    pub id: String,
    /// When it is needed.
    pub group: PhraseGroup,
    /// What makes it worse.
    pub avoid: String,
    /// What helps.
    pub say: String,
    /// What the first does to the person, and what the second does.
    pub why: String,
    /// Items that help further.
    #[serde(default)]
    pub see: Vec<Link>,
    /// The ids of the source demands that it answers.
    #[serde(default)]
    pub sources: Vec<String>,
}
