//! How long the coach takes in a browser, in a release build: `cargo xtask speed` runs it.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::disallowed_methods, reason = "how long it takes is what is measured")]

mod measure;

use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn speed() {
    let times = measure::all(&js_sys::Date::now);
    console_log!("{times}");
    assert!(times.answer() <= measure::MOST, "an answer of 300 words takes too long:\n{times}");
}
