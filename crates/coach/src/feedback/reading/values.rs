//! Numbers beside a metric: what they are, and what they say about it.

use std::ops::Range;

use crate::feedback::{
    Context,
    lexicon::{self, Lexicon},
};

/// What a number is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Nothing is said.
    None,
    /// Per cent.
    Percent,
    /// Points.
    Points,
    /// Time: so many seconds each.
    Time(i64),
    /// Points out of so many: "4.6 out of 5".
    OutOf,
}

/// What a number says of a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// It is or was so high.
    Level,
    /// It was so high before.
    Before,
    /// It is so high now.
    After,
    /// It changed by so much.
    Change,
}

/// A number beside a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// In hundredths; none where it is in words.
    pub hundredths: Option<i64>,
    /// Counted in what.
    pub unit: Unit,
    /// Says what.
    pub says: Says,
    /// Which word it is.
    pub at: usize,
    /// The word after the number and its unit.
    pub end: usize,
}

impl Value {
    /// What can be compared: times in hundredths of a second.
    #[must_use]
    pub fn size(&self) -> Option<i64> {
        let each = if let Unit::Time(seconds) = self.unit { seconds } else { 1 };
        self.hundredths.and_then(|hundredths| hundredths.checked_mul(each))
    }
}

/// How far from its name a number may stand.
const NEAR: usize = 9;
/// How far before it.
const BEFORE: usize = 3;

const ABOUT: &Lexicon = &[
    "about|around|nearly|almost|roughly|just|only|over|under|below|above|approximately|circa|an|a|up|least",
    "average|like|at|maybe|exactly|minus|plus|only|even|the|some",
];
/// What a number follows that tells a time or a number of something else.
const ELSEWHERE: &Lexicon =
    &["in|within|for|every|per|after|since|during|over|last|past|next|first|than"];

/// The numbers that belong to the metric at `name`, within `limits`.
pub fn beside(context: &Context, name: &Range<usize>, limits: Range<usize>) -> Vec<Value> {
    let from = name.start.saturating_sub(BEFORE).max(limits.start);
    let mut values: Vec<Value> = (from..name.start)
        .filter_map(|at| {
            // "A 110 % CSAT", "95 per cent FCR": right before its name.
            let value = value(context, at, limits.start)?;
            let joined = value.end == name.start
                || value.end + 1 == name.start
                    && lexicon::is(
                        context.words.folded(value.end),
                        "of|in|on|for|average|customer",
                    );
            joined.then_some(value)
        })
        .collect();
    let mut at = name.end;
    while at < limits.end.min(name.end + NEAR) {
        match value(context, at, name.end) {
            Some(value) => {
                at = value.end;
                values.push(value);
            }
            None => at += 1,
        }
    }
    values
}

/// The number at a word, if it is a level or a change of something and no count of other things.
fn value(context: &Context, at: usize, from: usize) -> Option<Value> {
    let words = &context.words;
    let word = words.folded(at);
    if !lexicon::is_number(word) {
        return None;
    }
    let (unit, end) = unit(context, at);
    let mut before = at;
    while before > from && lexicon::is_one_of(words.folded(before - 1), ABOUT) {
        before -= 1;
    }
    let before = if before > from { words.folded(before - 1) } else { "" };
    if lexicon::is_one_of(before, ELSEWHERE) {
        return None;
    }
    let says = match before {
        "by" => Says::Change,
        "from" => Says::Before,
        "to" => Says::After,
        _ => Says::Level,
    };
    // "A CSAT of 40 customers", "in 2023": counts something else.
    let next = words.folded(end);
    let open = next.is_empty()
        || words.get(end).is_some_and(|word| word.after_break)
        || lexicon::is(
            next,
            "to|in|and|within|last|this|per|over|after|before|which|but|at|for|because|so",
        )
        || lexicon::is(
            next,
            "by|on|with|when|while|since|from|every|each|during|until|as|now|is|was|it|i|we",
        );
    let named = unit != Unit::None || lexicon::is(next, "csat|nps|fcr|aht|sla|ces");
    if !named && !open {
        return None;
    }
    let year = unit == Unit::None && word.len() == 4 && word.starts_with(['1', '2']);
    (!year).then(|| Value { hundredths: hundredths(word), unit, says, at, end })
}

/// The unit of the number at a word, and the word after it.
fn unit(context: &Context, at: usize) -> (Unit, usize) {
    let words = &context.words;
    let Some(word) = words.get(at) else { return (Unit::None, at + 1) };
    if context.text[word.span.end..].trim_start().starts_with('%') {
        return (Unit::Percent, at + 1);
    }
    let (next, second) = (words.folded(at + 1), words.folded(at + 2));
    match next {
        "percent" | "pct" => (Unit::Percent, at + 2),
        "per" if second == "cent" => (Unit::Percent, at + 3),
        "percentage" => (Unit::Percent, at + 3),
        "points" | "point" => (Unit::Points, at + 2),
        "out" | "of" | "stars" | "star" => (Unit::OutOf, at + 2),
        _ if seconds(next).is_some() => (Unit::Time(seconds(next).unwrap_or(1)), at + 2),
        // "five and a half minutes", "6 to 4 minutes": the unit comes once, at the end.
        _ if lexicon::is(next, "to|and|or")
            && lexicon::is_number(second)
            && at + 3 < words.len() =>
        {
            (self::unit_after(context, at + 2), at + 1)
        }
        _ => (Unit::None, at + 1),
    }
}

fn unit_after(context: &Context, at: usize) -> Unit {
    let percent = context
        .words
        .get(at)
        .is_some_and(|w| context.text[w.span.end..].trim_start().starts_with('%'));
    let next = context.words.folded(at + 1);
    if percent || matches!(next, "percent" | "pct") {
        Unit::Percent
    } else {
        seconds(next).map_or(Unit::None, Unit::Time)
    }
}

/// How many seconds a unit of time has.
fn seconds(word: &str) -> Option<i64> {
    [
        ("second*|sec|secs", 1),
        ("minute*|min|mins", 60),
        ("hour*|hr|hrs", 3_600),
        ("day|days", 86_400),
    ]
    .into_iter()
    .find_map(|(names, seconds)| lexicon::is(word, names).then_some(seconds))
}

/// A number in digits, in hundredths. A comma before three digits parts thousands; any other is a point.
fn hundredths(word: &str) -> Option<i64> {
    let clean = match word.split_once(',') {
        Some((whole, rest)) if rest.len() == 3 => format!("{whole}{rest}"),
        _ => word.replace(',', "."),
    };
    let (whole, rest) = clean.split_once('.').unwrap_or((&clean, ""));
    if whole.is_empty()
        || whole.len() > 9
        || !whole.bytes().all(|b| b.is_ascii_digit())
        || !rest.bytes().all(|b| b.is_ascii_digit())
    {
        return None;
    }
    let rest: i64 = format!("{rest:0<2}").get(..2)?.parse().ok()?;
    whole.parse::<i64>().ok().map(|whole| whole * 100 + rest)
}
