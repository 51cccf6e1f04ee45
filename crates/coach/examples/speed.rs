//! How long the coach and the word diff take on this machine: `cargo xtask speed` runs it, and the coach in
//! a browser.
#![allow(clippy::disallowed_methods, reason = "how long it takes is what is measured")]

#[path = "../tests/speed/measure.rs"]
mod measure;

use std::{hint::black_box, time::Instant};

use coach::rewind::diff;

fn main() {
    let start = Instant::now();
    println!("{}", measure::all(&|| start.elapsed().as_secs_f64() * 1e3));
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
