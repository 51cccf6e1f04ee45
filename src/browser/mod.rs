//! The only place that touches the browser. Everything here may fail, and says so by its type.
//!
//! On the native target this compiles and must not be called: pages are written without a browser.

pub mod clock;
pub mod fetch;
pub mod files;
pub mod measure;
pub mod page;
pub mod panic;
pub mod start;
pub mod storage;
pub mod worker;
