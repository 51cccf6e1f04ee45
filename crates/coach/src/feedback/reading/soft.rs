//! Soft words, every one of them: hedges and fillers.

use crate::feedback::{Context, Span, rules::hedges};

/// Hedges and fillers. From three on there is a finding about them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Soft {
    /// Each of them, in order of the text.
    pub spans: Vec<Span>,
    /// How many for a hundred words, in tenths, rounded: 15 is one and a half.
    pub tenths_per_100: u32,
}

impl Soft {
    /// Counts them.
    #[must_use]
    pub fn of(context: &Context) -> Self {
        // "ER" is where ambulances go.
        let meant = |span: &Span| span.of(context.text) != "ER";
        let spans = hedges(context).into_iter().map(|hit| context.span(hit));
        let spans: Vec<Span> = spans.filter(meant).collect();
        let words = context.words.len();
        let tenths = (spans.len() * 1000 + words / 2).checked_div(words).unwrap_or(0);
        Self { spans, tenths_per_100: u32::try_from(tenths).unwrap_or(u32::MAX) }
    }

    /// Whether a stretch lies within one of them.
    #[must_use]
    pub fn covers(&self, span: Span) -> bool {
        let after = self.spans.partition_point(|soft| soft.start <= span.start);
        after.checked_sub(1).is_some_and(|at| span.end <= self.spans[at].end)
    }
}

#[cfg(test)]
mod tests {
    use crate::feedback::reading::testing::read;

    fn soft(text: &str) -> (Vec<&str>, u32) {
        let soft = read(text).soft;
        (soft.spans.iter().map(|span| span.of(text)).collect(), soft.tenths_per_100)
    }

    #[test]
    fn one_or_two_are_noted_with_their_rate() {
        assert_eq!(
            soft(
                "Basically the lady wanted a refund for her lamp, and I guess I gave it to her at once."
            ),
            (vec!["Basically", "I guess"], 105)
        );
    }

    #[test]
    fn dictated() {
        assert_eq!(
            soft("um so the customer was waiting and you know i went to the store room and got the box").0,
            ["um", "you know"]
        );
    }

    #[test]
    fn plain_words_are_not_soft() {
        for text in [
            "I asked her what kind of lamp it was, and if you know the shop it is easy.",
            "I rang the depot at four and told the guest that the bag would come in an hour.",
            "He say me the wifi is not working and I go to his room and change the password.",
        ] {
            assert_eq!(soft(text), (vec![], 0), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_judged_is_not_counted() {
        assert_eq!(soft("Maybe."), (vec![], 0));
    }
}
