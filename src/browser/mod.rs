//! The only place that touches the browser. Everything here may fail, and says so by its type.
//!
//! On the native target this compiles and must not be called: pages are written without a browser.

// Everywhere else these calls are banned, see clippy.toml.
#![allow(clippy::disallowed_methods)]

pub mod clipboard;
pub mod clock;
pub mod fetch;
pub mod files;
pub mod handles;
pub mod hands;
mod js;
pub mod keep;
pub mod measure;
pub mod page;
pub mod panic;
pub mod picture;
pub mod seal;
pub mod share;
pub mod start;
pub mod storage;
pub mod store;
pub mod worker;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
