//! Times the coach on answers of many lengths, with any clock.

use std::{fmt, hint::black_box};

use coach::{
    feedback::{Model, Prompt, report},
    question::Asks,
};

/// The most that an answer of 300 words may take in a browser, in milliseconds: a key is pressed every
/// hundred, and a cheap phone is four times as slow as the machine that measures.
#[allow(dead_code, reason = "only the browser's run is judged")]
pub const MOST: f64 = 3.0;

/// About a hundred words each; one is punctuated, one as dictated.
const TYPED: &str = "Last winter I manned the helpdesk of a small bank. A customer rang in tears because her card had been blocked abroad. I had to get her money before her flight. I asked her where she was and I let her finish. Then I called the card team and stayed on the line with her. I promised to ring back within twenty minutes, and I did. She got the cash and made her flight, and she wrote to my manager to thank us. Since then I always ask first where the caller is. ";
const DICTATED: &str = "so last winter I was on the helpdesk of a small bank and a customer rang in tears because her card had been blocked abroad and I had to get her money before her flight so I asked her where she was and I let her finish and then I called the card team and stayed on the line with her and I promised to ring back within twenty minutes and I did and in the end she got the cash and made her flight ";

/// How many words the answers have.
const LENGTHS: [usize; 5] = [100, 300, 3_000, 30_000, 100_000];
/// The length that is judged.
const ANSWER: usize = 300;
/// How many times are taken of each; the middle one counts.
const TIMES: usize = 9;
/// How long one time is taken for at least, in milliseconds: some clocks are rounded to one.
const LEAST: f64 = 40.0;

/// What was measured.
pub struct Times {
    /// The very first answer, for which all lists are read.
    first: f64,
    rows: Vec<Row>,
}

struct Row {
    kind: &'static str,
    words: usize,
    /// Milliseconds for one answer: the middle of all times, and the least.
    middle: f64,
    least: f64,
}

impl Times {
    /// The milliseconds for an answer of 300 words, the slower kind of the two.
    #[allow(dead_code, reason = "only the browser's run is judged")]
    pub fn answer(&self) -> f64 {
        let of_answer = self.rows.iter().filter(|row| row.words == ANSWER);
        of_answer.map(|row| row.middle).fold(0.0, f64::max)
    }
}

/// Takes all times with a clock that tells milliseconds.
pub fn all(clock: &dyn Fn() -> f64) -> Times {
    let model = Model::shipped();
    let read = |text: &str| {
        let prompt =
            Prompt { text: "Tell me about a time you helped a customer.", asks: Asks::Example };
        black_box(report(model, &prompt, black_box(text)));
    };
    let start = clock();
    read(TYPED);
    let first = clock() - start;
    let mut rows = Vec::new();
    for (kind, text) in [("typed", TYPED), ("dictated", DICTATED)] {
        let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        for length in LENGTHS {
            let text: Vec<&str> = words.iter().copied().cycle().take(length).collect();
            let text = text.join(" ");
            let mut times: Vec<f64> = (0..TIMES).map(|_| once(clock, || read(&text))).collect();
            times.sort_by(f64::total_cmp);
            let (middle, least) = (times[TIMES / 2], times[0]);
            rows.push(Row { kind, words: length, middle, least });
        }
    }
    Times { first, rows }
}

/// How long something takes, done as often as it takes to tell.
fn once(clock: &dyn Fn() -> f64, work: impl Fn()) -> f64 {
    let start = clock();
    let mut rounds = 0.0;
    loop {
        work();
        rounds += 1.0;
        let passed = clock() - start;
        if passed >= LEAST {
            return passed / rounds;
        }
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "the very first answer: {:.1} ms", self.first)?;
        for Row { kind, words, middle, least } in &self.rows {
            let each = f64::from(u32::try_from(*words).unwrap_or(1)) / 300.0;
            let per_300 = least / each;
            writeln!(
                f,
                "{kind:<9}{words:>7} words {middle:>10.3} ms, at best {least:.3}, {per_300:.3} for each 300"
            )?;
        }
        Ok(())
    }
}
