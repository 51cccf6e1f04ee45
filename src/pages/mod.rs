//! The pages, each named as its address.

pub mod answer;
pub mod attempt;
pub mod earlier;
pub mod frameworks;
pub mod groups;
pub mod not_found;
pub mod progress;
pub mod question;
pub mod questions;
pub mod settings;
pub mod templates;
pub mod today;

use leptos::prelude::*;

use crate::{
    components::icon::{Icon, Sign},
    routes::{Current, Page},
};

/// The id in the page's address. At another address the page is drawn anew, so it stays the same.
fn use_id() -> String {
    let Current(page) = expect_context();
    page.with_untracked(|page| page.as_ref().and_then(Page::id).unwrap_or_default().to_owned())
}

/// The way back to the list that a page belongs to.
fn back(href: String, name: &'static str) -> impl IntoView {
    view! {
        <p class="back">
            <a class="tag" href=href>
                <Sign icon=Icon::Back />
                {name}
            </a>
        </p>
    }
}
