//! Any bytes as a model: they are read or refused, and what was read can read an answer.
#![no_main]

use coach::{
    feedback::{Model, ModelFile, Prompt, report},
    question::Asks,
};
use libfuzzer_sys::fuzz_target;

const ANSWER: &str = "Last winter a man rang in tears. I let him finish, said sorry and called the card team. \
    He made his flight, and he wrote to my boss. Since then I always ask first where the caller is.";

/// Points far beyond any that training gives would add up to more than fits.
const MOST: u32 = 1 << 24;

fuzz_target!(|data: &[u8]| {
    let Some(file) = ModelFile::unpack(data) else { return };
    let verdicts = file.findings.iter().map(|(_, verdict)| verdict).chain(&file.mark);
    let mut numbers = verdicts
        .map(|verdict| verdict.bias)
        .chain(file.follows.iter().flatten().copied())
        .chain(file.moves.iter().flatten().copied());
    if numbers.any(|number| number.unsigned_abs() > MOST) {
        return;
    }
    assert_eq!(ModelFile::unpack(&file.pack().expect("packs")), Some(file.clone()));
    let model = Model::new(file);
    for asks in Asks::ALL {
        let _ = report(&model, &Prompt { text: "Tell me about a time.", asks: *asks }, ANSWER);
    }
});
