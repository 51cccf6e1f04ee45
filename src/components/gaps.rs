//! A template being filled in: its text, with the fillings in place.

use coach::template::{Filled, Template};
use leptos::prelude::*;

use crate::reactive::live;

/// The template's text with the fillings in place; empty ones show what belongs there.
pub fn joined(
    template: &'static Template,
    filling: impl Fn(usize) -> String + Copy + Send + 'static,
) -> impl IntoView {
    let text = live(move || {
        let fillings: Vec<String> = (0..template.slots.len()).map(filling).collect();
        let piece = |piece: Filled<'static>| match piece {
            Filled::Text(text) => text.into_any(),
            Filled::Slot(at, text) if text.is_empty() => {
                let label = template.slots.get(at).map_or("", |slot| slot.label.as_str());
                view! { <mark class="slot empty">{label}</mark> }.into_any()
            }
            Filled::Slot(_, text) => view! { <mark class="slot">{text}</mark> }.into_any(),
        };
        template.filled(&fillings).into_iter().map(piece).collect_view()
    });
    view! { <p class="joined">{text}</p> }
}
