//! Metrics: which are named, and whether they are used rightly. When unsure, nothing is said.

use std::ops::Range;

use super::{
    metric_words::{Good, HINTS, Metric, Nature},
    values::{self, Says, Unit, Value},
};
use crate::feedback::{
    Context, Span,
    clause::Who,
    lexicon::{self, Lexicon},
};

/// What there is to say about a metric, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// A value that there cannot be: "110 % CSAT", "an NPS of 140".
    Impossible,
    /// NPS as a percentage: it runs from −100 to +100.
    NetPercent,
    /// A share given as a time, or a time as a share.
    WrongUnit,
    /// Something got worse and is told as a gain: "I raised our handle time".
    WrongWay,
    /// The letters stand for something else: "net promotion score".
    Misnamed,
    /// Named, with neither a number nor what it was for.
    NameOnly,
    /// A number with nothing to compare it with.
    Alone,
    /// A number with what it was before, or over which time: strong.
    Compared,
}

/// A metric about which there is something to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetricUse {
    /// Which; its stable name is the id of its term.
    pub metric: Metric,
    /// What there is to say.
    pub remark: Remark,
    /// The words.
    pub span: Span,
}

/// What a metric is for: somebody looks at it, wants it, explains it, or it moved.
const ROLE: &Lexicon = &[
    "watch*|measur*|track*|check*|look|looked|looks|looking|read|reads|review*|report*|monitor*|follow*",
    "mean|means|meant|tell|tells|told|show|shows|showed|say|says|said|count|counts|counted|stand|stands",
    "because|since|so|which|if|when|while|but|than|whether|where",
    "target*|goal*|limit|weekly|monthly|daily|board|dashboard|survey*|bonus",
    "up|down|rose|rise|rises|fell|fall|falls|drop|dropped|went|grew|improv*|increas*|decreas*|reduc*",
    "higher|lower|low|high|good|bad|best|better|worse|above|below|under|over|met|hit|miss|missed|reach*",
    "halved|doubled|stayed|kept|hold|held|climb*|jump*|strict|affect*|hurt*|matter*|depend*|care|part",
    "raise|raised|lift|lifted|cut|push*|bring|brought|get|got|beat|focus*|depends|prefer|like|responsible",
];
/// What a number is compared with.
const COMPARED: &Lexicon = &[
    "before|previous*|earlier|average|target|goal|than|usual|usually|used|from|team|last|ago|since",
    "month|months|week|weeks|quarter|quarters|year|years|every|per|each|within|during",
    "up|down|rose|fell|by|compared|against|instead|best|highest|lowest|always|minimum|maximum",
];
const RAISED: &Lexicon = &["increased|raised|boosted|lifted|increase|raise|boost|grew|pushed"];
const LOWERED: &Lexicon = &["decreased|lowered|reduced|cut|reduce|decrease|lower"];
const BETTER: &Lexicon = &["improved|improve|improving|bettered"];
/// What shows that a change for the worse is told as one.
const REGRETTED: &Lexicon = &[
    "mistake|sorry|unfortunately|sadly|although|though|but|worse|accident*|admit|wrong|price|cost",
    "because|deliberate*|purpose|on|allowed|let|asked|not|never|didn't|don't|avoid*|without|instead|risk*",
];

/// One mention of a metric.
struct Mention {
    metric: Metric,
    name: Range<usize>,
    misnamed: bool,
    sentence: usize,
}

/// What there is to say about each metric: the gravest thing, at the first place that earns it.
pub fn read(context: &Context) -> Vec<MetricUse> {
    let mentions = mentions(context);
    let mut uses: Vec<MetricUse> = Vec::new();
    let mut role = false;
    for (at, mention) in mentions.iter().enumerate() {
        let range = context.ranges[mention.sentence].clone();
        let same = |other: &&Mention| other.sentence == mention.sentence;
        let start = at.checked_sub(1).and_then(|at| mentions.get(at)).filter(same);
        let end = mentions.get(at + 1).filter(same);
        let limits =
            start.map_or(range.start, |m| m.name.end)..end.map_or(range.end, |m| m.name.start);
        let Some((remark, words)) = remark(context, mention, &range, limits) else {
            role = true;
            continue;
        };
        role |= remark != Remark::NameOnly;
        let new = MetricUse { metric: mention.metric, remark, span: with_percent(context, words) };
        match uses.iter_mut().find(|use_| use_.metric == new.metric) {
            // A number somewhere is worth more than a name elsewhere.
            Some(old) if rank(old.remark) > rank(new.remark) => *old = new,
            Some(_) => {}
            None => uses.push(new),
        }
    }
    // One name in passing does no harm, nor do names beside others that are put to use.
    let names = uses.iter().filter(|use_| use_.remark == Remark::NameOnly).count();
    if role || names < 2 {
        uses.retain(|use_| use_.remark != Remark::NameOnly);
    }
    uses.sort_by_key(|use_| use_.span);
    uses
}

/// Where words stand, with the sign of per cent behind them: it is no word.
fn with_percent(context: &Context, words: Range<usize>) -> Span {
    let span = context.span(words);
    let rest = &context.text[span.end..];
    let gap = rest.len() - rest.trim_start().len();
    let sign = rest[gap..].starts_with('%');
    Span { end: if sign { span.end + gap + 1 } else { span.end }, ..span }
}

/// Which of two remarks about a metric is kept: errors, then what is strong, then what lacks something.
const fn rank(remark: Remark) -> u8 {
    match remark {
        Remark::Impossible => 0,
        Remark::NetPercent => 1,
        Remark::WrongUnit => 2,
        Remark::WrongWay => 3,
        Remark::Misnamed => 4,
        Remark::Compared => 5,
        Remark::Alone => 6,
        Remark::NameOnly => 7,
    }
}

/// Every mention in order of the text; the longest name where several stand.
fn mentions(context: &Context) -> Vec<Mention> {
    let mut all = Vec::new();
    for (sentence, range) in context.ranges.iter().enumerate() {
        if !range.clone().any(|at| lexicon::is_one_of(context.words.folded(at), HINTS)) {
            continue;
        }
        for metric in Metric::ALL {
            for (names, misnamed) in [(metric.names(), false), (metric.misnamed(), true)] {
                for name in lexicon::all(&context.words, range.clone(), names) {
                    all.push(Mention { metric: *metric, name, misnamed, sentence });
                }
            }
        }
    }
    all.sort_by_key(|m| (m.name.start, usize::MAX - m.name.end));
    let mut end = 0;
    all.retain(|m| {
        let kept = m.name.start >= end && !is_other(context, m);
        end = if kept { m.name.end } else { end };
        kept
    });
    all
}

/// "First contact resolution team", "retention agent", "CSAT survey": no figure is meant.
fn is_other(context: &Context, mention: &Mention) -> bool {
    let next = context.words.get(mention.name.end);
    let joined = next.is_some_and(|word| !word.after_break);
    let word = context.words.folded(mention.name.end);
    joined
        && mention.metric == Metric::Retention
        && lexicon::is(word, "team|agent*|offer*|department|specialist*|desk|of|officer*|policy")
}

fn remark(
    context: &Context,
    mention: &Mention,
    sentence: &Range<usize>,
    limits: Range<usize>,
) -> Option<(Remark, Range<usize>)> {
    let metric = mention.metric;
    if mention.misnamed {
        return Some((Remark::Misnamed, mention.name.clone()));
    }
    let values = values::beside(context, &mention.name, limits.clone());
    let words = |value: &Value| mention.name.start.min(value.at)..mention.name.end.max(value.end);
    for (remark, is) in [
        (Remark::Impossible, is_impossible as fn(Metric, &Value) -> bool),
        (Remark::NetPercent, is_net_percent),
        (Remark::WrongUnit, is_wrong_unit),
    ] {
        if let Some(value) = values.iter().find(|value| is(metric, value)) {
            return Some((remark, words(value)));
        }
    }
    if let Some(words) = wrong_way(context, mention, sentence, &values) {
        return Some((Remark::WrongWay, words));
    }
    let near =
        context.ranges.get(mention.sentence.saturating_sub(1)).map_or(sentence.start, |r| r.start)
            ..context.ranges.get(mention.sentence + 1).map_or(sentence.end, |r| r.end);
    if let (Some(first), Some(last)) = (values.first(), values.last()) {
        let words = words(first).start..words(last).end.max(words(first).end);
        let moved = values.iter().any(|v| matches!(v.says, Says::Before | Says::Change));
        if moved || context.says(sentence.clone(), COMPARED) {
            return Some((Remark::Compared, words));
        }
        // A promise has nothing to be compared with.
        let promise = metric.nature() == Nature::Either;
        return (!promise && !context.says(near, COMPARED)).then_some((Remark::Alone, words));
    }
    let figures = sentence.clone().any(|at| lexicon::is_number(context.words.folded(at)));
    let named = context.span(mention.name.clone()).of(context.text);
    let idle = !figures && metric.is_jargon(named) && !context.says(sentence.clone(), ROLE);
    idle.then_some((Remark::NameOnly, mention.name.clone()))
}

/// Whether there cannot be such a value. A change can be of any size.
fn is_impossible(metric: Metric, value: &Value) -> bool {
    let Some(hundredths) = value.hundredths.filter(|_| value.says != Says::Change) else {
        return false;
    };
    match metric.nature() {
        Nature::Share | Nature::ShareOrScale => value.unit == Unit::Percent && hundredths > 10_000,
        Nature::Net => {
            matches!(value.unit, Unit::None | Unit::Percent | Unit::Points) && hundredths > 10_000
        }
        Nature::Scale | Nature::Time | Nature::Either => false,
    }
}

fn is_net_percent(metric: Metric, value: &Value) -> bool {
    metric.nature() == Nature::Net && value.unit == Unit::Percent && value.says != Says::Change
}

fn is_wrong_unit(metric: Metric, value: &Value) -> bool {
    value.says != Says::Change
        && match metric.nature() {
            Nature::Time => value.unit == Unit::Percent && value.says == Says::Level,
            Nature::Share | Nature::ShareOrScale | Nature::Net => {
                matches!(value.unit, Unit::Time(_))
            }
            Nature::Scale | Nature::Either => false,
        }
}

/// A change for the worse that is told as the speaker's own gain.
fn wrong_way(
    context: &Context,
    mention: &Mention,
    sentence: &Range<usize>,
    values: &[Value],
) -> Option<Range<usize>> {
    let (worse, good) = match mention.metric.good() {
        Good::Up => (LOWERED, Good::Up),
        Good::Down => (RAISED, Good::Down),
        Good::Open => return None,
    };
    // The verb stands a few words before its object: "I increased our average handle time".
    let from = mention.name.start.saturating_sub(4).max(sentence.start);
    let before = from..mention.name.start;
    let next = context.words.folded(mention.name.end);
    let ends = next.is_empty()
        || context.words.get(mention.name.end).is_some_and(|word| word.after_break)
        || lexicon::is(
            next,
            "by|to|from|and|in|within|of|at|every|last|this|for|with|score*|rate|per",
        );
    if !ends || context.says(sentence.clone(), REGRETTED) {
        return None;
    }
    let verb = lexicon::first(&context.words, before.clone(), worse);
    if let Some(verb) = verb.filter(|verb| is_own(context, mention.sentence, verb.start)) {
        let last = values.last().map_or(mention.name.end, |value| value.end);
        let fits = match (figure(values, Says::Before), figure(values, Says::After)) {
            // The figures say that the word was a slip, or that it was none.
            (Some(before), Some(after)) => (after > before) == (good == Good::Down),
            _ => true,
        };
        return fits.then_some(verb.start..last.max(mention.name.end));
    }
    let better = lexicon::first(&context.words, before, BETTER)?;
    let (before, after) = (figure(values, Says::Before)?, figure(values, Says::After)?);
    let worse = match good {
        Good::Up => after < before,
        Good::Down => after > before,
        Good::Open => false,
    };
    let last = values.last().map_or(mention.name.end, |value| value.end);
    (worse && same_unit(values)).then_some(better.start..last)
}

fn figure(values: &[Value], says: Says) -> Option<i64> {
    values.iter().find(|value| value.says == says).and_then(Value::size)
}

/// Whether all figures are counted in the same: "from 3 to 90 seconds" may have been minutes before.
fn same_unit(values: &[Value]) -> bool {
    let timed = |value: &&Value| matches!(value.unit, Unit::Time(_));
    let times = values.iter().filter(timed).count();
    times == values.len()
        || times == 0 && values.iter().all(|v| v.unit == values[0].unit || v.unit == Unit::None)
}

/// Whether the speaker or the team is the one who does it.
fn is_own(context: &Context, sentence: usize, verb: usize) -> bool {
    context.clauses[sentence]
        .iter()
        .any(|c| matches!(c.who, Who::I | Who::We) && !c.negated && c.words.contains(&verb))
}

#[cfg(test)]
mod tests {
    use super::{Metric::*, Remark::*, *};
    use crate::feedback::reading::testing::read_to;
    use crate::feedback::words::Words;

    fn uses(text: &str) -> Vec<(Metric, Remark, &str)> {
        // Enough around it to be judged.
        let uses = read_to("Which numbers do you watch?", text).metrics;
        uses.iter().map(|u| (u.metric, u.remark, u.span.of(text))).collect()
    }

    #[test]
    fn values_that_cannot_be() {
        for (text, metric, words) in [
            ("I was good in my last job and I had 110 % CSAT.", Csat, "110 % CSAT"),
            ("In my team I always reached a CSAT of 120% with customers.", Csat, "CSAT of 120%"),
            ("We had an NPS of 140 in the shop where I worked.", Nps, "NPS of 140"),
            (
                "My first contact resolution was 105 percent in that job.",
                Fcr,
                "first contact resolution was 105 percent",
            ),
            ("I brought the FCR from 70 to 130 % in one year.", Fcr, "FCR from 70 to 130 %"),
        ] {
            assert_eq!(uses(text), [(metric, Impossible, words)], "{text}");
        }
    }

    #[test]
    fn a_net_score_is_no_percentage() {
        assert_eq!(
            uses("At the hotel we had an NPS of 45 % when I left it."),
            [(Nps, NetPercent, "NPS of 45 %")]
        );
        assert_eq!(uses("I know that our NPS was at 60 per cent last year.")[0].1, NetPercent);
    }

    #[test]
    fn units() {
        assert_eq!(uses("In my last job my AHT was 85 % and I was proud of it.")[0].1, WrongUnit);
        assert_eq!(uses("My FCR was 5 minutes and the boss was happy with it.")[0].1, WrongUnit);
    }

    #[test]
    fn the_wrong_way() {
        for text in [
            "I increased our average handle time by 20 % and my manager liked it.",
            "I worked hard and I reduced our CSAT by ten points in one year.",
            "In that team I improved the CSAT from 92 % to 85 % in half a year.",
            "I improved our AHT from 5 to 7 minutes in three months.",
        ] {
            assert_eq!(uses(text).first().map(|u| u.1), Some(WrongWay), "{text}");
        }
    }

    #[test]
    fn said_wrongly() {
        for (text, metric) in [
            ("We looked at the net promotion score every week in our team.", Nps),
            ("My job was to watch FCR, first call response, and to write it down.", Fcr),
            ("I know the customer satisfactory score from my last job in the bank.", Csat),
        ] {
            assert_eq!(uses(text).first().map(|u| (u.0, u.1)), Some((metric, Misnamed)), "{text}");
        }
    }

    #[test]
    fn only_names() {
        let found = uses(
            "I helped a man with his phone in the shop. Active listening, ownership, first contact \
             resolution. Result: CSAT, NPS, loyalty.",
        );
        assert!(found.len() == 3 && found.iter().all(|u| u.1 == NameOnly), "{found:?}");
        assert_eq!(uses("I know CSAT from my last job in the shop near the station."), []);
    }

    #[test]
    fn a_number_alone_and_a_number_with_more() {
        assert_eq!(uses("I was good on the phone and my CSAT was 94 %.")[0].1, Alone);
        for text in [
            "My CSAT went from 81 to 94 % after that, and I kept it.",
            "I cut our average handle time from 7 to 5 minutes without hurry.",
            "Last year my first contact resolution was 82 percent, the best of the team.",
            "We brought the response time down from two days to four hours.",
            "Our churn fell by 2 % in that quarter.",
        ] {
            assert_eq!(uses(text).first().map(|u| u.1), Some(Compared), "{text}");
        }
    }

    #[test]
    fn honest_use_is_left_alone() {
        for text in [
            "Our CSAT fell by ten points in March, so I read the comments behind it.",
            "I watch my handle time, but I do not save seconds when I listen to people.",
            "My AHT went up because I took more time for each caller, and that was right.",
            "NPS runs from -100 to +100 and it is not a percentage, so I explain it to new people.",
            "With CSAT you count the fours and fives, and with NPS you take nines and tens.",
            "We never increased handle time without asking why it was so.",
            "The response time was good and the customers were happy with us.",
            "I worked in the retention team and I spoke with people who wanted to leave.",
            "I called 120 customers after the CSAT survey and I asked them what was wrong.",
            "He waited 45 minutes on hold and I said sorry for that.",
            "We got 300 % more calls that week and our service level suffered from it.",
            "My goal was to keep the handle time low and the CSAT high.",
            "my csat is good because i always ask the customer what he need from me.",
            "so um we had the sla of four hours and i was answering in two and that was ok for everyone",
        ] {
            let found = uses(text);
            assert!(found.iter().all(|u| u.1 == Compared), "{text}: {found:?}");
        }
    }

    #[test]
    fn every_name_holds_a_hint() {
        for metric in Metric::ALL {
            for phrase in metric.names().iter().chain(metric.misnamed()) {
                // One word of the phrase must be a hint whichever alternative stands there.
                let sure = |token: &str| {
                    token.split('|').all(|choice| {
                        let words = Words::of(choice.trim_end_matches('*'));
                        lexicon::is_one_of(words.folded(0), HINTS)
                    })
                };
                assert!(phrase.split(' ').any(sure), "{metric:?}: {phrase}");
            }
        }
    }

    #[test]
    fn an_effort_score_may_run_either_way() {
        assert_eq!(
            uses("We increased our CES from 4 to 5 in the survey last year.")[0].1,
            Compared
        );
        assert_eq!(uses("We reduced our CES from 5 to 4 in the survey last year.")[0].1, Compared);
    }
}
