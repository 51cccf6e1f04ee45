//! Rapport: practice for customer-service interviews.
//!
//! [`app::App`] is the whole site. It is compiled three times: for the browser (`csr` while working on
//! it, `hydrate` for the release) and natively (`ssr`), where the `prerender` program writes every
//! page as HTML.

pub mod app;
pub mod browser;
mod components;
mod pages;
pub mod routes;
mod state;
mod wording;
