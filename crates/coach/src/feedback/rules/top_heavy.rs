//! Too much of the answer is background.

use crate::{
    feedback::{Balance, Context, Finding, FindingKind},
    part::Part,
};

/// The most background, in per cent of the words.
pub const MOST_PERCENT: u32 = 40;
/// Below this length, shares of words say nothing.
const FEWEST: u32 = 40;

/// See the module. Points at the background. An answer that tells no act or outcome at all has
/// other things to mend first.
pub fn check(context: &Context) -> Option<Finding> {
    let mut balance = Balance::default();
    for (sentence, range) in context.sentences.iter().zip(&context.ranges) {
        balance.add(sentence.part, u32::try_from(range.len()).unwrap_or(u32::MAX));
    }
    if balance.total() < FEWEST
        || balance.substance() == 0
        || balance.context_percent() <= MOST_PERCENT
    {
        return None;
    }
    let background = context.sentences.iter().filter(|s| Part::is_context(s.part));
    Finding::at(FindingKind::TopHeavy, background.map(|sentence| sentence.span).collect())
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::feedback::rules::testing::run;

    const SCENE: &str = "Two winters ago I worked at a ski shop in a small village. There was a \
        storm and the road was closed. A family was waiting for boots that had been sent to \
        another town, and the children were cold.";

    #[test]
    fn a_long_scene_and_a_short_act() {
        let text = format!("{SCENE} I lent them mine.");
        let found = run(check, &text).expect("it is top-heavy");
        assert!(found.len() == 3 && found[0].starts_with("Two winters"), "{found:?}");
    }

    #[test]
    fn the_act_outweighs_the_scene() {
        let text = format!(
            "{SCENE} I asked for their sizes and I called the depot. I took my own car to the \
             pass and I met the driver there. I carried the boots down and I fitted them by the \
             stove. I gave the children hot chocolate and I showed them how to warm the boots. \
             I wrote down the sizes for the next day and I called the hotel."
        );
        assert_eq!(run(check, &text), None);
        assert_eq!(run(check, "There was a storm. I waited."), None);
    }
}
