//! Which background could be shorter, and by how much.

use super::{Cut, Next, Said, count};
use crate::{
    feedback::{Balance, Context, rules::top_heavy},
    part::Part,
};

/// The sentence of background that could go, be joined or be shorter.
pub(super) fn to_cut(context: &Context) -> Next {
    let mut balance = Balance::default();
    for (sentence, range) in context.sentences.iter().zip(&context.ranges) {
        balance.add(sentence.part, count(range.len()));
    }
    let words = too_many(balance.context(), balance.total());
    let of = |keep: fn(Part) -> bool| {
        let all = context.sentences.iter().zip(&context.ranges);
        all.filter(move |(sentence, _)| keep(sentence.part)).map(|(_, range)| range.clone())
    };
    // On a tie the first one.
    let longest_other = of(|part| part == Part::Other).rev().max_by_key(ExactSizeIterator::len);
    let (said, cut) = if let Some(other) = longest_other {
        (other, Cut::Drop)
    } else if let Some(second) = of(Part::is_context).nth(1) {
        (second, Cut::Join)
    } else if let Some(only) = of(Part::is_context).next() {
        (only, Cut::Shorten)
    } else {
        return Next::Nothing;
    };
    Next::Background { said: Said::quote(context, said), cut, words }
}

/// How many words of background must go so that it is at most the share that
/// [`top_heavy`] allows, whatever else stays.
fn too_many(background: u32, total: u32) -> u32 {
    let most = u64::from(top_heavy::MOST_PERCENT);
    let (background, total) = (u64::from(background), u64::from(total));
    let over = (background * 100).saturating_sub(total * most);
    u32::try_from(over.div_ceil(100 - most)).unwrap_or(u32::MAX)
}

/// The longest stretch of background, or else the longest sentence, in an answer of more words than
/// it should have.
pub(super) fn longest(context: &Context, most: usize) -> Next {
    let mut best = 0..0;
    let mut run = 0..0;
    for (sentence, range) in context.sentences.iter().zip(&context.ranges) {
        run = if sentence.part.is_context() { run.start..range.end } else { range.end..range.end };
        if run.len() > best.len() {
            best = run.clone();
        }
    }
    if best.is_empty() {
        let long = context.ranges.iter().rev().max_by_key(|range| range.len());
        best = long.cloned().unwrap_or_default();
    }
    if best.is_empty() {
        return Next::Nothing;
    }
    let words = count(context.words.len().saturating_sub(most));
    // The first sentence of it shows where it begins.
    let first = context.ranges.iter().find(|range| range.start >= best.start);
    let said = Said::quote(context, first.cloned().unwrap_or(best));
    Next::Background { said, cut: Cut::Stretch, words }
}

#[cfg(test)]
mod tests {
    use super::too_many;

    #[test]
    fn as_many_words_as_must_go() {
        assert_eq!(too_many(40, 100), 0);
        assert_eq!(too_many(50, 100), 17);
        // 33 of 83 are 39.8 %.
        assert_eq!((33 * 100 + 41) / 83, 40);
        assert_eq!(too_many(0, 0), 0);
        assert_eq!(too_many(u32::MAX, u32::MAX), u32::MAX);
    }
}
