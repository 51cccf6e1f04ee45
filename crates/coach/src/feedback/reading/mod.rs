//! What the coach reads in a finished answer beyond the findings: the order of the steps with a person,
//! how far it climbs from the deed to its worth, metrics and whether they are used rightly, what can be
//! pictured, words that come too often, soft words.
//!
//! It is read apart from the [`Report`](super::Report), so that reading along stays fast. A reading
//! says nothing when it is unsure, and nothing that a finding says already.

mod concrete;
mod ladder;
mod ladder_words;
mod metric_words;
mod metrics;
mod repeats;
mod service;
mod service_words;
mod soft;
mod values;

pub use concrete::Pictures;
pub use ladder::{Ladder, Rung};
pub use metric_words::{Metric, Nature};
pub use metrics::{MetricUse, Remark};
pub use repeats::{Repeat, RepeatKind};
pub use service::{Early, Service, ServiceStep, Step, Way};
pub use soft::Soft;

use super::{Context, Finding, FindingKind, Span, Strength};

/// What was read besides the report. All of it points at the answer as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings {
    /// The steps with another person, where the answer has to do with one.
    pub service: Option<Service>,
    /// From the deed to its worth, where a rung above the deed is there or asked for.
    pub ladder: Option<Ladder>,
    /// Metrics about which there is something to say, in order of the text.
    pub metrics: Vec<MetricUse>,
    /// The sentences that can be pictured best and least.
    pub pictures: Pictures,
    /// Words and beginnings that come too often, the most frequent first.
    pub repeats: Vec<Repeat>,
    /// Hedges and fillers.
    pub soft: Soft,
}

impl Readings {
    /// Reads what the findings and strengths do not say. An answer that cannot be judged has none.
    #[must_use]
    pub fn of(context: &Context, findings: &[Finding], strengths: &[Strength]) -> Self {
        if !context.facts.judgeable {
            return Self::default();
        }
        let found = |kind| findings.iter().any(|finding| finding.kind == kind);
        let soft = Soft::of(context);
        let service = service::read(context);
        let upset = service.as_ref().is_some_and(|service| service.upset);
        let ended = !found(FindingKind::NoResult) && !found(FindingKind::NoEvidence);
        let metrics = metrics::read(context);
        let praised: Vec<Span> = strengths.iter().map(|strength| strength.span).collect();
        let said: Vec<Span> =
            praised.into_iter().chain(metrics.iter().map(|metric| metric.span)).collect();
        let mut pictures = concrete::read(context, &said);
        if found(FindingKind::Vague) || found(FindingKind::NoOwnAction) {
            pictures.general = None;
        }
        let mut repeats = repeats::read(context);
        if found(FindingKind::Hedged) {
            repeats.retain(|repeat| !repeat.spans.iter().all(|span| soft.covers(*span)));
        }
        Self {
            ladder: ladder::read(context, upset, ended),
            metrics,
            service,
            pictures,
            repeats,
            soft,
        }
    }
}

/// What the tests of the readings share.
#[cfg(test)]
mod testing {
    use super::Readings;
    use crate::{
        feedback::{Model, Prompt, in_depth},
        question::Asks,
    };

    /// Reads the answer to a question for an example.
    pub fn read(text: &str) -> Readings {
        read_to("Tell me about a time you helped somebody.", text)
    }

    /// Reads the answer to that question.
    pub fn read_to(question: &str, text: &str) -> Readings {
        let prompt = Prompt { text: question, asks: Asks::of_prompt(question) };
        in_depth(Model::shipped(), &prompt, text).1
    }
}
