//! Which members two lists have in common, in one order.

/// How many changes are looked for between two fixed points. Beyond that nobody reads word by word;
/// and the time grows with it.
const CHANGES: usize = 400;

/// Pairs of equal members, growing on both sides. Not always as many as there could be.
pub fn matches(a: &[usize], b: &[usize]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let (mut at, mut now) = (0, 0);
    let start = start(a, b);
    let end = end(&a[start..], &b[start..]);
    let (x_end, y_end) = (a.len() - end, b.len() - end);
    let fixed = fixed(&a[start..x_end], &b[start..y_end]);
    let fixed = fixed.into_iter().map(|(x, y)| (x + start, y + start));
    out.extend((0..start).map(|i| (i, i)));
    at += start;
    now += start;
    for (x, y) in fixed.chain([(x_end, y_end)]) {
        between(a, b, (at, now), (x, y), &mut out);
        if (x, y) != (x_end, y_end) {
            out.push((x, y));
        }
        (at, now) = (x + 1, y + 1);
    }
    out.extend((0..end).map(|i| (x_end + i, y_end + i)));
    out
}

fn between(
    a: &[usize],
    b: &[usize],
    from: (usize, usize),
    to: (usize, usize),
    out: &mut Vec<(usize, usize)>,
) {
    let (a, b) = (&a[from.0..to.0], &b[from.1..to.1]);
    let start = start(a, b);
    let end = end(&a[start..], &b[start..]);
    let (x_end, y_end) = (a.len() - end, b.len() - end);
    let place = |(x, y): (usize, usize)| (x + from.0, y + from.1);
    out.extend((0..start).map(|i| place((i, i))));
    let middle = shortest(&a[start..x_end], &b[start..y_end]);
    out.extend(middle.into_iter().map(|(x, y)| place((x + start, y + start))));
    out.extend((0..end).map(|i| place((x_end + i, y_end + i))));
}

/// How many are the same at the start.
fn start(a: &[usize], b: &[usize]) -> usize {
    a.iter().zip(b).take_while(|(x, y)| x == y).count()
}

/// How many are the same at the end.
fn end(a: &[usize], b: &[usize]) -> usize {
    a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count()
}

/// Members that stand once on each side: the longest row of them that grows on both.
fn fixed(a: &[usize], b: &[usize]) -> Vec<(usize, usize)> {
    let kinds = a.iter().chain(b).max().map_or(0, |most| most + 1);
    // Where each stands, if once.
    let once = |list: &[usize]| {
        let mut places = vec![(0_usize, 0_usize); kinds];
        for (at, kind) in list.iter().enumerate() {
            places[*kind] = (places[*kind].0 + 1, at);
        }
        places
    };
    let places = once(b);
    let counts = once(a);
    let pairs: Vec<(usize, usize)> = (a.iter().enumerate())
        .filter(|(_, kind)| counts[**kind].0 == 1 && places[**kind].0 == 1)
        .map(|(x, kind)| (x, places[*kind].1))
        .collect();
    // Patience: each pair goes on the first pile whose top is not below it.
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (i, (_, y)) in pairs.iter().enumerate() {
        let pile = tops.partition_point(|top| pairs[*top].1 < *y);
        before.push(pile.checked_sub(1).map(|left| tops[left]));
        match tops.get_mut(pile) {
            Some(top) => *top = i,
            None => tops.push(i),
        }
    }
    let mut row = Vec::with_capacity(tops.len());
    let mut next = tops.last().copied();
    while let Some(i) = next {
        row.push(pairs[i]);
        next = before[i];
    }
    row.reverse();
    row
}

/// The pairs on the shortest way from one list to the other (Myers 1986); none where it is longer than
/// [`CHANGES`].
fn shortest(a: &[usize], b: &[usize]) -> Vec<(usize, usize)> {
    let (n, m) = (a.len(), b.len());
    if n == 0 || m == 0 || n.abs_diff(m) > CHANGES {
        return Vec::new();
    }
    let most = (n + m).min(CHANGES);
    // How far each diagonal (x - y) reaches with so many changes; `middle` is diagonal 0.
    let middle = most + 1;
    let mut reach = vec![0_usize; 2 * most + 3];
    let mut ways: Vec<Vec<usize>> = Vec::new();
    for changes in 0..=most {
        ways.push(reach[middle - changes - 1..=middle + changes + 1].to_vec());
        for step in 0..=changes {
            let place = middle + 2 * step - changes;
            let mut x = start_of(&reach, place, step, changes);
            // Both may be past the ends: nothing is the same there.
            let mut y = x + middle - place;
            while x < n && y < m && a[x] == b[y] {
                (x, y) = (x + 1, y + 1);
            }
            reach[place] = x;
            if x == n && y == m {
                return back(&ways, n, m);
            }
        }
    }
    Vec::new()
}

/// Where a way with one more change enters a diagonal: from the one below by an addition, or from the
/// one above by a removal.
fn start_of(reach: &[usize], place: usize, step: usize, changes: usize) -> usize {
    if changes == 0 {
        0
    } else if is_added(reach, place, step, changes) {
        reach[place + 1]
    } else {
        reach[place - 1] + 1
    }
}

fn is_added(reach: &[usize], place: usize, step: usize, changes: usize) -> bool {
    step == 0 || step != changes && reach[place - 1] < reach[place + 1]
}

/// Goes the way back and gathers what was the same on it.
fn back(ways: &[Vec<usize>], n: usize, m: usize) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut x, mut y) = (n, m);
    for (changes, reach) in ways.iter().enumerate().skip(1).rev() {
        // In what was kept of that turn, diagonal 0 is at `changes + 1`.
        let place = x + changes + 1 - y;
        let step = (place - 1) / 2;
        let added = is_added(reach, place, step, changes);
        let from = if added { place + 1 } else { place - 1 };
        let (to_x, to_y) = (reach[from], (reach[from] + changes + 1) - from);
        while x > to_x && y > to_y {
            (x, y) = (x - 1, y - 1);
            pairs.push((x, y));
        }
        (x, y) = (to_x, to_y);
    }
    while x > 0 && y > 0 {
        (x, y) = (x - 1, y - 1);
        pairs.push((x, y));
    }
    pairs.reverse();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rewind::random::Random;

    /// How many members two lists have in common in one order, counted the slow way.
    fn common(a: &[usize], b: &[usize]) -> usize {
        let mut row = vec![0; b.len() + 1];
        for x in a {
            let mut corner = 0;
            for (at, y) in b.iter().enumerate() {
                let above = row[at + 1];
                row[at + 1] = if x == y { corner + 1 } else { above.max(row[at]) };
                corner = above;
            }
        }
        row[b.len()]
    }

    #[test]
    fn the_shortest_way_keeps_as_much_as_can_be_kept() {
        let mut random = Random(0x2545_f491_4f6c_dd1d);
        let mut below = |n: usize| random.below(n);
        for round in 0..3000 {
            let kinds = 1 + round % 7;
            let mut list = || (0..below(20)).map(|_| below(kinds)).collect::<Vec<_>>();
            let (a, b) = (list(), list());
            let pairs = shortest(&a, &b);
            assert_eq!(pairs.len(), common(&a, &b), "{a:?} {b:?}");
            for pairs in [pairs, matches(&a, &b)] {
                assert!(pairs.iter().all(|(x, y)| a[*x] == b[*y]), "{a:?} {b:?}");
                assert!(pairs.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
            }
        }
    }

    #[test]
    fn beyond_so_many_changes_nothing_is_looked_for() {
        let list = |from: usize| (from..from + CHANGES).collect::<Vec<_>>();
        assert_eq!(shortest(&list(0), &list(CHANGES)), []);
        assert_eq!(shortest(&list(0), &list(0)).len(), CHANGES);
    }
}
