//! A short form of what a model reads, to compare machines by.

use super::Model;
use crate::{
    feedback::{Prompt, report},
    question::Asks,
};

/// Answers of all kinds, among them some that are hardly any.
const ANSWERS: [&str; 6] = [
    "Last winter a man rang in tears because his card was blocked abroad. I had to get him money before his flight. I let him finish, said sorry for the wait and called the card team. I promised to ring back in twenty minutes. He made his flight, and he wrote to my boss. Since then I always ask first where the caller is.",
    "we was always busy, maybe, kind of, and everyone sorted things out and it went well i guess",
    "I believe that good service is about respect. People like to be heard.",
    "I’d ask her what went wrong. Then I’d offer two ways out and tell her by when. If it’s above me, I’d bring in my manager.",
    "Il était tard 😀, and a guest—very upset—said “calm down” to ME! I told him it’s policy…",
    "dunno",
];

/// What the model reads in a few answers, as a number in hexadecimal. It is the same on every machine.
#[must_use]
pub fn digest(model: &Model) -> String {
    let question = "Tell me about a time you helped an upset customer.";
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    for (answer, asks) in ANSWERS.iter().flat_map(|a| Asks::ALL.iter().map(move |asks| (a, asks))) {
        let read = report(model, &Prompt { text: question, asks: *asks }, answer);
        for byte in format!("{read:?}").bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
    }
    format!("{hash:016x}")
}

/// What it is for the model that ships; written when that is trained.
pub const SHIPPED: &str = include_str!("../../../model.digest");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_that_ships_reads_as_it_did_when_it_was_trained() {
        assert_eq!(digest(Model::shipped()), SHIPPED.trim(), "train anew: cargo xtask train");
    }
}
