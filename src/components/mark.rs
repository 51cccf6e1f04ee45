//! Putting an item aside to come back to.

use coach::link::Link;
use leptos::prelude::*;

use super::icon::{Icon, Sign};
use crate::{
    reactive::{press, text},
    state::use_work,
};

/// A button that marks an item, or takes the mark back.
#[component]
pub fn MarkButton(
    /// The item.
    link: Link,
) -> impl IntoView {
    let work = use_work();
    let link = StoredValue::new(link);
    let is_on = Memo::new(move |_| link.with_value(|link| work.is_marked(link)) == Some(true));
    let words = text(move || if is_on.get() { "Marked" } else { "Mark" }.to_owned());
    view! {
        <button
            class="btn quiet mark-it"
            aria-pressed=move || if is_on.get() { "true" } else { "false" }
            on:click=press(move || link.with_value(|link| work.toggle_mark(link)))
        >
            <Sign icon=Icon::Mark />
            {words}
        </button>
    }
}
