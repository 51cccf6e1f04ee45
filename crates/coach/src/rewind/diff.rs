//! What is different between two texts, word by word.
//!
//! Words that stand once in each text are fixed points, as far as they come in the same order
//! (patience); between them the shortest way from one text to the other is looked for (Myers), and
//! where that is long, all of it counts as changed. So the time is bounded by the number of words, and
//! words that have moved show as removed here and added there.

use super::myers;
use crate::feedback::Span;

/// So few words that stay between two changes are shown as changed with them, unless the changes are
/// smaller still: a lone "the" between new words helps nobody to read.
const LONE: usize = 2;

/// What became of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// They stand in both texts.
    Same,
    /// They stand in the earlier text only.
    Removed,
    /// They stand in the later text only.
    Added,
}

/// Some words next to each other, with their punctuation and the white space after them.
///
/// The `earlier` spans of all pieces, one after the other, are the earlier text, and the `later` ones
/// the later text. White space alone is no change: pieces that are the same may differ in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What became of them.
    pub kind: Kind,
    /// Where they stand in the earlier text; empty where they were added.
    pub earlier: Span,
    /// Where they stand in the later text; empty where they were removed.
    pub later: Span,
}

/// What is different between two texts. No two pieces of one kind follow each other, and what was
/// removed comes before what was added in its place.
#[must_use]
pub fn diff(earlier: &str, later: &str) -> Vec<Piece> {
    let (from, to) = (words(earlier), words(later));
    let (a, b) = number(&from, &to);
    let blocks = join(blocks(&myers::matches(&a, &b), a.len(), b.len()));
    let mut pieces = Vec::new();
    let (mut at, mut now) = (0, 0);
    let (mut place, mut new_place) = (0, 0);
    let mut push = |kind, removed: usize, added: usize| {
        at += removed;
        now += added;
        let end = |words: &[(usize, &str)], at: usize, text: &str| {
            words.get(at).map_or(text.len(), |(start, _)| *start)
        };
        let earlier = Span { start: place, end: end(&from, at, earlier) };
        let later = Span { start: new_place, end: end(&to, now, later) };
        (place, new_place) = (earlier.end, later.end);
        pieces.push(Piece { kind, earlier, later });
    };
    for block in blocks {
        if block.same > 0 {
            push(Kind::Same, block.same, block.same);
        }
        if block.removed > 0 {
            push(Kind::Removed, block.removed, 0);
        }
        if block.added > 0 {
            push(Kind::Added, 0, block.added);
        }
    }
    pieces
}

/// The words of a text with the place where each begins, up to where the next one does. The first one
/// begins with the text, whatever white space comes before it.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words: Vec<(usize, &str)> = Vec::new();
    for word in text.split_whitespace() {
        // Both are slices of one text.
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        words.push((start, word));
    }
    match words.first_mut() {
        Some(first) => first.0 = 0,
        None if text.is_empty() => {}
        None => words.push((0, "")),
    }
    words
}

/// The words as numbers: the same number for the same word.
fn number(from: &[(usize, &str)], to: &[(usize, &str)]) -> (Vec<usize>, Vec<usize>) {
    let mut all: Vec<&str> = from.iter().chain(to).map(|(_, word)| *word).collect();
    all.sort_unstable();
    all.dedup();
    let number = |words: &[(usize, &str)]| {
        words.iter().map(|(_, word)| all.partition_point(|known| known < word)).collect()
    };
    (number(from), number(to))
}

/// Words that stay, and what changes after them.
#[derive(Clone, Copy)]
struct Block {
    same: usize,
    removed: usize,
    added: usize,
}

impl Block {
    fn size(self) -> usize {
        self.removed.max(self.added)
    }
}

/// The pairs of words that stay, as blocks.
fn blocks(pairs: &[(usize, usize)], from: usize, to: usize) -> Vec<Block> {
    let mut blocks = vec![Block { same: 0, removed: 0, added: 0 }];
    let (mut at, mut now) = (0, 0);
    for (x, y) in pairs.iter().copied().chain([(from, to)]) {
        if let Some(last) = blocks.last_mut() {
            last.removed += x - at;
            last.added += y - now;
            if (x, y) == (from, to) {
                break;
            }
            if last.size() > 0 {
                blocks.push(Block { same: 1, removed: 0, added: 0 });
            } else {
                last.same += 1;
            }
        }
        (at, now) = (x + 1, y + 1);
    }
    blocks
}

/// Joins changes with only a few words between them.
fn join(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for mut block in blocks {
        while let Some(before) = out.last().copied() {
            let lone = block.same <= LONE.min(before.size()).min(block.size());
            if !lone || before.size() == 0 {
                break;
            }
            out.pop();
            block = Block {
                same: before.same,
                removed: before.removed + block.same + block.removed,
                added: before.added + block.same + block.added,
            };
        }
        out.push(block);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rewind::random::Random;

    /// `kept -gone- +come+`.
    fn shown(earlier: &str, later: &str) -> String {
        let piece = |piece: Piece| match piece.kind {
            Kind::Same => piece.later.of(later).to_owned(),
            Kind::Removed => format!("-{}-", piece.earlier.of(earlier)),
            Kind::Added => format!("+{}+", piece.later.of(later)),
        };
        diff(earlier, later).into_iter().map(piece).collect()
    }

    fn holds(earlier: &str, later: &str) {
        let pieces = diff(earlier, later);
        let (mut was, mut is) = (String::new(), String::new());
        for (at, piece) in pieces.iter().enumerate() {
            was.push_str(piece.earlier.of(earlier));
            is.push_str(piece.later.of(later));
            assert!(at == 0 || pieces[at - 1].kind != piece.kind, "{earlier:?} {later:?}");
            let (gone, come) = (piece.earlier.of(earlier), piece.later.of(later));
            match piece.kind {
                Kind::Same => {
                    assert!(
                        gone.split_whitespace().eq(come.split_whitespace()),
                        "{gone:?} {come:?}"
                    );
                }
                Kind::Removed => assert!(come.is_empty() && !gone.is_empty()),
                Kind::Added => assert!(gone.is_empty() && !come.is_empty()),
            }
        }
        assert_eq!((was.as_str(), is.as_str()), (earlier, later));
    }

    #[test]
    fn words_that_changed_are_marked() {
        assert_eq!(shown("I rang her.", "I rang her."), "I rang her.");
        assert_eq!(
            shown("I rang her at once and she came.", "I rang my boss at once and she came."),
            "I rang -her -+my boss +at once and she came."
        );
        assert_eq!(shown("", "I rang."), "+I rang.+");
        assert_eq!(shown("I rang.", ""), "-I rang.-");
        assert_eq!(shown("It rained. I rang.", "It rained."), "It rained.-I rang.-");
    }

    #[test]
    fn a_lone_word_between_changes_goes_with_them() {
        assert_eq!(
            shown("I handled it and fixed things.", "I listened first and rang Ann."),
            "I -handled it and fixed things.-+listened first and rang Ann.+"
        );
    }

    #[test]
    fn white_space_is_no_change() {
        let (a, b) = (" I  rang\nher. ", "I rang her.");
        assert_eq!(diff(a, b).len(), 1);
        holds(a, b);
        holds(" ", "");
        holds("", "\n");
        holds(" ", "a");
    }

    #[test]
    fn moved_words_show_here_and_there() {
        assert_eq!(
            shown("one two three four five six", "four five six one two three"),
            "-one two three -four five six +one two three+"
        );
    }

    const SCRAPS: &[&str] = &[
        "I", "rang", "her", "the", "the", "é", "🙂", "«no»", "\u{2028}", "\n\n", "\t", ".",
        "don't", "\0", "١",
    ];

    #[test]
    fn the_later_text_is_made_from_the_earlier_one() {
        let mut random = Random(0x2545_f491_4f6c_dd1d);
        let text = |random: &mut Random, words: usize| {
            let mut out = String::new();
            for _ in 0..random.below(words) {
                out.push_str(SCRAPS[random.below(SCRAPS.len())]);
                if random.below(4) > 0 {
                    out.push(' ');
                }
            }
            out
        };
        for _ in 0..4000 {
            let (one, other) = (text(&mut random, 30), text(&mut random, 30));
            holds(&one, &other);
            assert!(diff(&one, &one).iter().all(|piece| piece.kind == Kind::Same), "{one:?}");
            // Two tries that share most of their words.
            let cut: Vec<&str> = one.split(' ').filter(|_| random.below(5) > 0).collect();
            holds(&one, &cut.join(" "));
        }
    }

    #[test]
    fn a_very_long_text_takes_no_longer_than_its_words() {
        let mut random = Random(99);
        let mut many = |kinds: usize| -> String {
            (0..100_000).map(|_| format!("w{} ", random.below(kinds))).collect()
        };
        // Few words often, all words once or twice, and most words new.
        for kinds in [2, 300, 50_000, 10_000_000] {
            let (one, other) = (many(kinds), many(kinds));
            holds(&one, &other);
        }
        let one = many(300);
        let other = one.replace("w7 ", "w8 ").replace("w9 w", "w");
        holds(&one, &other);
        let rings: Vec<&str> = one.split_inclusive(' ').rev().collect();
        holds(&one, &rings.concat());
    }
}
