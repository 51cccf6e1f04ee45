//! `cargo xtask speed`: how long the coach takes, on this machine and in Chromium.

use lexopt::Parser;

use crate::{
    Outcome, nothing_more,
    process::{call, run},
    test,
};

/// Times the coach in a release build, and fails where an answer of 300 words takes too long in the browser.
/// It is no step of the tests: on a busy machine the clock says more about the machine.
pub fn command(mut args: Parser) -> Outcome {
    nothing_more(&mut args)?;
    test::wasm_ready()?;
    println!("── On this machine");
    run(&mut call(
        "cargo",
        &["run", "--quiet", "--release", "--package", "coach", "--example", "speed"],
    ))?;
    println!("── In Chromium");
    let mut cargo = call("cargo", &["test", "--release", "--package", "coach"]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--test", "speed", "--", "--nocapture"]);
    // On a slow machine the runner's patience of twenty seconds is not enough.
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    run(test::in_chromium(&mut cargo)?)
}
