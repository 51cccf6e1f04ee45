//! Other items that help further.

use bank::Brief;
use leptos::prelude::*;

use crate::{routes::Page, wording};

/// A list of them; nothing where there are none.
#[component]
pub fn Related(
    /// The items.
    related: &'static [Brief],
) -> impl IntoView {
    let rows = related.iter().map(|brief| {
        view! {
            <li class="stack">
                <span class="eyebrow">{wording::kind(brief.link.kind)}</span>
                <a href=Page::of(&brief.link).href()>{brief.title.as_str()}</a>
            </li>
        }
    });
    (!related.is_empty()).then(|| {
        view! {
            <nav class="stack g3" aria-labelledby="related">
                <h2 class="h3" id="related">"Goes with this"</h2>
                <ul class="plain stack g3 small">{rows.collect_view()}</ul>
            </nav>
        }
    })
}
