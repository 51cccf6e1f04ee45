//! The pages, each named as its address.

mod address;
pub mod again;
pub mod answer;
pub mod attempt;
pub mod checklists;
pub mod collection;
pub mod earlier;
pub mod frameworks;
pub mod glossary;
pub mod groups;
pub mod guides;
pub mod library;
pub mod not_found;
pub mod phrases;
pub mod privacy;
pub mod progress;
pub mod question;
pub mod questions;
pub mod quizzes;
pub mod search;
pub mod settings;
pub mod templates;
pub mod today;

use leptos::prelude::*;

use crate::{
    browser::page,
    components::icon::{Icon, Sign},
    routes::{Current, NOT_FOUND, Page},
};

/// The id in the page's address. At another address the page is drawn anew, so it stays the same.
fn use_id() -> String {
    let Current(page) = expect_context();
    page.with_untracked(|page| page.as_ref().and_then(Page::id).unwrap_or_default().to_owned())
}

/// What to do once a page is drawn that was not before: it is named after its heading, and the focus
/// goes there.
pub fn arrived() -> impl Fn() + Clone + Send + Sync + 'static {
    let Current(current) = expect_context();
    move || page::once_drawn(move || settle(current, true))
}

/// Names the document after the heading of the page that has been drawn.
pub fn settle(current: Memo<Option<Page>>, focus: bool) {
    let Some(heading) = page::heading() else { return };
    let title = current.try_with_untracked(|page| match page {
        Some(page) if heading != not_found::HEADING => page.title(&heading),
        _ => NOT_FOUND.to_owned(),
    });
    if let Some(title) = title {
        page::set_title(&title);
    }
    if focus {
        page::focus_heading();
    }
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
