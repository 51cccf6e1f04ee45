//! Journeys through the built site, each in Chromium, Firefox and WebKit. `cargo xtask test browser`
//! runs them; `cargo xtask test browser -- offline::firefox` is not needed: name a test to `cargo test`
//! with the same variables set.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod bad_import;
mod goes_on_mid_sentence;
mod main_job_by_pointer;
mod offline;
