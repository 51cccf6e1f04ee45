//! Other items that help further.

use bank::Brief;
use coach::link::Kind;
use leptos::prelude::*;

use crate::{routes::Page, wording};

/// A list of them, by kind; nothing where there are none.
#[component]
pub fn Related(
    /// The items.
    related: &'static [Brief],
) -> impl IntoView {
    let kinds = Kind::ALL.iter().filter_map(|kind| {
        let of_kind: Vec<_> = related.iter().filter(|brief| brief.link.kind == *kind).collect();
        (!of_kind.is_empty()).then(|| {
            view! {
                <li class="stack g1">
                    <span class="eyebrow">{wording::kinds(*kind, of_kind.len())}</span>
                    {links(of_kind)}
                </li>
            }
        })
    });
    (!related.is_empty()).then(|| {
        view! {
            <section class="stack g3" aria-labelledby="related">
                <h2 class="h3" id="related">"Goes with this"</h2>
                <ul class="plain stack g4 small">{kinds.collect_view()}</ul>
            </section>
        }
    })
}

fn links(briefs: Vec<&'static Brief>) -> impl IntoView {
    briefs
        .into_iter()
        .map(|brief| view! { <a href=Page::of(&brief.link).href()>{wording::title(brief)}</a> })
        .collect_view()
}
