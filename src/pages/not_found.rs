//! An address that names no page.

use leptos::prelude::*;

use crate::{components::shell::Main, routes::Page};

/// Says so, and leads on.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Main>
            <div class="stack g5 narrow">
                <h1>"There is no page here"</h1>
                <p>"The address may have a typing mistake, or the page has moved. Your answers are safe."</p>
                <div class="row">
                    <a class="btn go" href=Page::Questions.href()>"See all questions"</a>
                    <a class="btn quiet" href=Page::Today.href()>"Go to today"</a>
                </div>
            </div>
        </Main>
    }
}
