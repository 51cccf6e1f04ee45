//! An address that names no page.

use leptos::prelude::*;

use crate::{components::shell::Main, routes::Page};

/// What stands over it, which also tells that it was drawn.
pub const HEADING: &str = "There is no page here";

/// Says so, and leads on.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Main>
            <div class="stack g5 narrow">
                <h1>{HEADING}</h1>
                <p>"The address may have a typing mistake, or the page has moved. Your answers are safe."</p>
                <div class="row">
                    <a class="btn go" href=Page::Questions.href()>"See all questions"</a>
                    <a class="btn quiet" href=Page::Today.href()>"Go to today"</a>
                </div>
            </div>
        </Main>
    }
}
