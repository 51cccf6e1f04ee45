//! Detail that opens in place.

use leptos::prelude::*;

/// A fold with a line that says what is in it.
pub fn fold(summary: &'static str, open: bool, body: impl IntoAny) -> AnyView {
    let body = body.into_any();
    view! {
        <details class="fold" open=open>
            <summary>{summary}</summary>
            <div class="in-fold">{body}</div>
        </details>
    }
    .into_any()
}
