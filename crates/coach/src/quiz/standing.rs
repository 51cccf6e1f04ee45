//! How the rounds of one quiz went, compared with each other.

use std::cmp::Ordering;

use super::Score;

/// How the newest round compares with the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// More was right.
    Up,
    /// As much was right.
    Same,
    /// Less was right.
    Down,
}

/// The results of a quiz in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The newest.
    pub last: Score,
    /// The one before, and how the newest compares with it.
    pub before: Option<(Score, Trend)>,
    /// The best of all.
    pub best: Score,
    /// Whether the newest is better than all before it, of which there are some.
    pub is_record: bool,
    /// How many there are.
    pub rounds: usize,
}

impl Score {
    /// Compares what was right at the first try, as a share: rounds may differ in length.
    #[must_use]
    pub fn compare(self, other: Self) -> Ordering {
        (self.right * other.of.max(1)).cmp(&(other.right * self.of.max(1)))
    }
}

/// What the results of whole rounds, the newest first, come to. `None` where there are none.
pub fn standing(newest_first: impl IntoIterator<Item = Score>) -> Option<Standing> {
    let mut scores = newest_first.into_iter();
    let last = scores.next()?;
    let mut standing = Standing { last, before: None, best: last, is_record: true, rounds: 1 };
    for score in scores {
        if standing.before.is_none() {
            let trend = match last.compare(score) {
                Ordering::Greater => Trend::Up,
                Ordering::Equal => Trend::Same,
                Ordering::Less => Trend::Down,
            };
            standing.before = Some((score, trend));
        }
        if score.compare(standing.best) == Ordering::Greater {
            standing.best = score;
        }
        standing.is_record &= last.compare(score) == Ordering::Greater;
        standing.rounds += 1;
    }
    standing.is_record &= standing.rounds > 1;
    Some(standing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score((right, of): (usize, usize)) -> Score {
        Score { right, of, mended: 0 }
    }

    fn of(newest_first: &[(usize, usize)]) -> Standing {
        standing(newest_first.iter().copied().map(score)).unwrap()
    }

    #[test]
    fn the_first_round_is_compared_with_nothing() {
        assert_eq!(standing([]), None);
        let first = of(&[(12, 20)]);
        assert_eq!((first.before, first.best, first.is_record), (None, score((12, 20)), false));
    }

    #[test]
    fn the_newest_is_compared_with_the_one_before_and_with_the_best() {
        let up = of(&[(14, 20), (12, 20), (17, 20)]);
        assert_eq!(up.before, Some((score((12, 20)), Trend::Up)));
        assert_eq!((up.best, up.is_record, up.rounds), (score((17, 20)), false, 3));
        let down = of(&[(9, 20), (12, 20)]);
        assert_eq!(down.before.map(|(_, trend)| trend), Some(Trend::Down));
        assert!(of(&[(18, 20), (12, 20), (17, 20)]).is_record);
        // As good as the best is not better.
        assert!(!of(&[(17, 20), (17, 20)]).is_record);
    }

    #[test]
    fn rounds_of_different_length_are_compared_as_shares() {
        let same = of(&[(6, 12), (10, 20)]);
        assert_eq!(same.before.map(|(_, trend)| trend), Some(Trend::Same));
        assert_eq!(of(&[(11, 12), (18, 20)]).best, score((11, 12)));
        // Nothing is not better than something.
        assert_eq!(of(&[(0, 0), (1, 20)]).best, score((1, 20)));
    }
}
