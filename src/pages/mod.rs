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
use leptos_router::hooks::use_params_map;

use crate::components::icon::{Icon, Sign};

/// The id in the page's address.
fn use_id() -> Memo<String> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()))
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
