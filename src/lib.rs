//! Rapport: practice for customer-service interviews.
//!
//! [`app::App`] is the whole site. It is compiled three times: for the browser (`csr` while working on
//! it, `hydrate` for the release) and natively (`ssr`), where the `prerender` program writes every
//! page as HTML.

// Views are types, and pages nest deeply.
#![recursion_limit = "512"]

pub mod app;
pub mod browser;
mod components;
mod pages;
mod reactive;
pub mod routes;
mod state;
mod wording;
