//! How long the coach takes: `cargo run --release -p coach --example speed`.
#![allow(clippy::disallowed_methods, reason = "how long it takes is what is measured")]

use std::{hint::black_box, time::Instant};

use coach::{
    feedback::{Model, Prompt, report},
    question::Asks,
    rewind::diff,
};

const ANSWER: &str = "Last winter I manned the helpdesk of a small bank. A customer rang in tears because her card had been blocked abroad. I had to get her money before her flight. I asked her where she was and I let her finish. Then I called the card team and stayed on the line with her. I promised to ring back within twenty minutes, and I did. She got the cash and made her flight, and she wrote to my manager to thank us. Since then I always ask first where the caller is. ";

fn main() {
    let model = Model::shipped();
    let prompt =
        Prompt { text: "Tell me about a time you helped a customer.", asks: Asks::Example };
    for copies in [3, 30, 300, 1075] {
        let text = ANSWER.repeat(copies);
        let words = text.split_whitespace().count();
        black_box(report(model, &prompt, &text));
        let rounds = (1_000 / copies).max(1);
        let start = Instant::now();
        for _ in 0..rounds {
            black_box(report(model, &prompt, black_box(&text)));
        }
        let each = start.elapsed() / u32::try_from(rounds).unwrap_or(1);
        let per_300 =
            each.as_secs_f64() * 1e3 * 300.0 / f64::from(u32::try_from(words).unwrap_or(1));
        println!("{words:>7} words: {each:>12.3?}, {per_300:.3} ms for each 300 words");
    }
    // Words by chance, the hardest case for a word diff: of two kinds, of some, and nearly all different.
    for kinds in [2, 300, 50_000, 10_000_000] {
        let mut at = 0x2545_f491_4f6c_dd1d_u64;
        let mut text = || -> String {
            let word = |_| {
                at ^= at << 13;
                at ^= at >> 7;
                at ^= at << 17;
                format!("w{} ", at % kinds)
            };
            (0..100_000).map(word).collect()
        };
        let (earlier, later) = (text(), text());
        let start = Instant::now();
        let pieces = black_box(diff(&earlier, &later)).len();
        println!(
            "word diff of 100000 words of {kinds} kinds: {:.3?}, {pieces} pieces",
            start.elapsed()
        );
    }
}
