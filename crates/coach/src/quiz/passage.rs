//! A passage with its options in it.

use super::Item;

/// A stretch of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Its words.
    pub text: &'a str,
    /// The option that these words are, by its place.
    pub option: Option<u8>,
}

impl Item {
    /// The passage, cut where an option begins or ends. All pieces together are the passage.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let passage = self.passage.as_deref().unwrap_or_default();
        let mut found: Vec<(usize, usize, u8)> = (0_u8..)
            .zip(&self.options)
            .filter(|(_, option)| !option.text.is_empty())
            .filter_map(|(at, option)| {
                let start = passage.find(&option.text)?;
                Some((start, start + option.text.len(), at))
            })
            .collect();
        found.sort_unstable();
        let mut pieces = Vec::new();
        let mut from = 0;
        for (start, end, option) in found {
            // Where two options share words, the first one has them.
            if start < from {
                continue;
            }
            pieces.push(Piece { text: &passage[from..start], option: None });
            pieces.push(Piece { text: &passage[start..end], option: Some(option) });
            from = end;
        }
        pieces.push(Piece { text: &passage[from..], option: None });
        pieces.retain(|piece| !piece.text.is_empty());
        pieces
    }
}

#[cfg(test)]
mod tests {
    use crate::quiz::{ItemKind, item::tests::item};

    #[test]
    fn the_options_are_found_in_the_passage_and_no_word_is_lost() {
        let mut it = item(ItemKind::Trigger, &[false, true, false]);
        it.passage = Some("I’m sorry. As I said, he is ill; call me.".into());
        it.options[0].text = "call me".into();
        it.options[1].text = "As I said".into();
        it.options[2].text = "nowhere".into();
        let pieces = it.pieces();
        let all: String = pieces.iter().map(|piece| piece.text).collect();
        assert_eq!(Some(all), it.passage);
        let marked: Vec<_> =
            pieces.iter().filter_map(|piece| Some((piece.option?, piece.text))).collect();
        assert_eq!(marked, [(1, "As I said"), (0, "call me")]);
        it.passage = None;
        assert!(it.pieces().is_empty());
    }

    #[test]
    fn words_that_two_options_share_are_marked_once() {
        let mut it = item(ItemKind::Trigger, &[false, true]);
        it.passage = Some("a b c d".into());
        it.options[0].text = "b c".into();
        it.options[1].text = "c d".into();
        let texts: Vec<_> = it.pieces().into_iter().map(|piece| piece.text).collect();
        assert_eq!(texts, ["a ", "b c", " d"]);
    }
}
