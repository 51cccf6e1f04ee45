//! A field for a passphrase.

use leptos::prelude::*;

use crate::reactive::{chosen, live, typed};

/// A field, its label and the name that its kind has for browsers that fill in: "new-password" or
/// "current-password".
pub fn field(
    id: &'static str,
    label: &'static str,
    kind: &'static str,
    words: RwSignal<String>,
    shown: RwSignal<bool>,
) -> impl IntoView {
    // Another field takes its place when it is shown: the words go along.
    let field = live(move || {
        view! {
            <input
                class="in"
                id=id
                type=if shown.get() { "text" } else { "password" }
                autocomplete=kind
                autocapitalize="none"
                spellcheck="false"
                prop:value=words.get_untracked()
                on:input=typed(move |now| words.set(now))
            />
        }
    });
    view! {
        <div class="field stack g2">
            <label for=id>{label}</label>
            {field}
        </div>
    }
}

/// The choice to show what is typed.
pub fn show(shown: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=shown.get_untracked()
                on:change=chosen(move || shown.update(|shown| *shown = !*shown))
            />
            <span>"Show what I type"</span>
        </label>
    }
}
