//! The metrics that the coach knows: what they are called, what they count, and which way is good. The
//! facts are those of the glossary (`crates/bank/content/glossary`), whose terms they are named after.

use crate::{feedback::lexicon::Lexicon, vocabulary};

vocabulary! {
    /// A metric. Its stable name is the id of its term in the glossary.
    Metric {
        /// Customer satisfaction score.
        Csat = "csat",
        /// Net promoter score.
        Nps = "nps",
        /// Customer effort score.
        Ces = "ces",
        /// First contact resolution.
        Fcr = "fcr",
        /// Average handle time.
        Aht = "aht",
        /// Average speed of answer.
        Asa = "asa",
        /// First response time.
        FirstResponse = "first-response-time",
        /// Resolution time.
        Resolution = "resolution-time",
        /// Service level.
        ServiceLevel = "service-level",
        /// Service level agreement: a promise, be it a share or a time.
        Sla = "sla",
        /// Abandonment rate.
        Abandonment = "abandonment-rate",
        /// Churn rate.
        Churn = "churn",
        /// Retention rate.
        Retention = "retention-rate",
        /// Reopen rate.
        Reopen = "reopen-rate",
        /// Quality score.
        Quality = "quality-score",
        /// Schedule adherence.
        Adherence = "adherence",
        /// After-call work.
        AfterCall = "after-call-work",
        /// Hold time.
        Hold = "hold-time",
    }
}

/// A word of these is in every name, right or wrong: a sentence with none of them is passed over at one
/// look.
pub const HINTS: &Lexicon = &[
    "csat*|c-sat|nps|ces|fcr|aht|asa|frt|mttr|sla*|qa|acw|score*|rate|rating*|net|net-promoter|resolution*",
    "time*|speed|service|abandonment|churn|attrition|retention|adherence|after-call|work|contact|call",
];

/// What a metric is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// 0 to 100 %.
    Share,
    /// 0 to 100 %, or an average on a scale of a few points.
    ShareOrScale,
    /// −100 to +100, no per cent.
    Net,
    /// Points on a scale that differs from survey to survey.
    Scale,
    /// Minutes, seconds, hours or days.
    Time,
    /// A share or a time.
    Either,
}

/// Which way is good, where everybody agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Good {
    /// Higher is better.
    Up,
    /// Lower is better.
    Down,
    /// It depends.
    Open,
}

impl Metric {
    /// What it is counted in.
    #[must_use]
    pub const fn nature(self) -> Nature {
        match self {
            Self::Csat | Self::Quality => Nature::ShareOrScale,
            Self::Nps => Nature::Net,
            Self::Ces => Nature::Scale,
            Self::Aht
            | Self::Asa
            | Self::FirstResponse
            | Self::Resolution
            | Self::AfterCall
            | Self::Hold => Nature::Time,
            Self::Sla => Nature::Either,
            Self::Fcr
            | Self::ServiceLevel
            | Self::Abandonment
            | Self::Churn
            | Self::Retention
            | Self::Reopen
            | Self::Adherence => Nature::Share,
        }
    }

    /// Which way is good. What a high effort score means differs from survey to survey.
    #[must_use]
    pub const fn good(self) -> Good {
        match self {
            Self::Csat
            | Self::Nps
            | Self::Fcr
            | Self::ServiceLevel
            | Self::Retention
            | Self::Quality
            | Self::Adherence => Good::Up,
            Self::Aht
            | Self::Asa
            | Self::FirstResponse
            | Self::Resolution
            | Self::Abandonment
            | Self::Churn
            | Self::Reopen
            | Self::AfterCall
            | Self::Hold => Good::Down,
            Self::Ces | Self::Sla => Good::Open,
        }
    }

    /// What it is called in full and as an abbreviation. Everyday words that only might mean it ("the
    /// wait", "satisfied customers") are not among them.
    #[must_use]
    pub const fn names(self) -> &'static Lexicon {
        match self {
            Self::Csat => &[
                "csat|c-sat|csat's",
                "customer|guest satisfaction score*|rate|rating*|csat",
                "satisfaction score*|rate|rating",
            ],
            Self::Nps => &["nps", "net promoter score*", "net promoter", "net-promoter score*"],
            Self::Ces => &["ces", "customer effort score*", "effort score*"],
            Self::Fcr => &[
                "fcr",
                "first contact|call|touch resolution*",
                "first-contact|first-call resolution*",
                "one-touch resolution",
            ],
            Self::Aht => &[
                "aht",
                "average handle|handling time*",
                "handle|handling time*",
                "average call time*",
            ],
            Self::Asa => &["asa", "average speed of|to answer", "average wait|waiting time*"],
            Self::FirstResponse => &["frt", "first response|reply time*", "response|reply time*"],
            Self::Resolution => &["mttr", "resolution time*", "time to resolution"],
            Self::ServiceLevel => &["service level", "telephone service factor"],
            Self::Sla => &["sla|slas|sla's", "service level agreement*"],
            Self::Abandonment => &["abandonment rate", "abandonment", "abandon rate"],
            Self::Churn => &["churn", "churn rate", "customer attrition"],
            Self::Retention => &["retention rate", "customer retention", "retention"],
            Self::Reopen => &["reopen|re-open|reopened rate"],
            Self::Quality => &["quality|qa score*", "qa"],
            Self::Adherence => &["schedule adherence", "adherence"],
            Self::AfterCall => &["acw", "after-call work", "after call work", "wrap-up|wrap time"],
            Self::Hold => &["hold time*", "average hold time"],
        }
    }

    /// How it is sometimes called wrongly.
    #[must_use]
    pub const fn misnamed(self) -> &'static Lexicon {
        match self {
            Self::Csat => &[
                "customer satisfactory score*|rate",
                "customer satisfied score*",
                "csat customer service|support score*",
                "customer service|support satisfaction|score csat",
            ],
            Self::Nps => &[
                "net promotion*|promote|promoted|promoting|performance|promotional score*",
                "net promotor's|promotions score*",
                "new|network|national promoter score*",
                "nps net|national performance|promotion score",
            ],
            Self::Ces => {
                &["customer effect|affect score*", "ces customer experience|service score"]
            }
            Self::Fcr => &[
                "fcr first call|contact response|rate|return|reply",
                "first call|contact response|return|reply fcr",
                "first call|contact revolution|resolve",
            ],
            Self::Aht => &[
                "aht average hold|hearing|holding|help|head time",
                "average hold|holding|hearing|help time aht",
            ],
            Self::Sla => &[
                "service license|licence|line|lever|legal agreement",
                "sla service license|licence|line|lever|legal agreement",
            ],
            _ => &[],
        }
    }

    /// Whether words are only ever a name of the trade. "Retention" and "response time" are everyday
    /// words too.
    #[must_use]
    pub fn is_jargon(self, words: &str) -> bool {
        words.len() <= 5 && !words.eq_ignore_ascii_case("churn")
            || matches!(
                self,
                Self::Nps | Self::Ces | Self::Fcr | Self::Aht | Self::Asa | Self::Csat
            )
    }
}
