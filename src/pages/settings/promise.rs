//! Whether the browser has promised to keep what is stored here.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::keep,
    reactive::{effect, live, press, text},
    state::Alive,
};

/// What is known of the promise.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Promise {
    /// Not asked yet.
    Unknown,
    /// The browser has no such thing.
    Never,
    /// Not given.
    Open,
    /// Asked for and not given.
    Refused,
    /// Given.
    Given,
}

/// The section.
pub fn promise() -> impl IntoView {
    let alive: Alive = expect_context();
    let promise = RwSignal::new(Promise::Unknown);
    effect(move || {
        if alive.get() {
            spawn_local(async move {
                let given = keep::promised().await;
                promise.try_set(match given {
                    None => Promise::Never,
                    Some(false) => Promise::Open,
                    Some(true) => Promise::Given,
                });
            });
        }
    });
    let ask = move || {
        spawn_local(async move {
            let given = keep::ask_for_it().await;
            promise.try_set(if given { Promise::Given } else { Promise::Refused });
        });
    };
    let words = text(move || {
        match promise.get() {
        Promise::Unknown => "Looking what this browser promises.",
        Promise::Never => "This browser makes no promise to keep what you write. Some browsers clear what a site keeps after a week without a visit. Save a copy now and then.",
        Promise::Open => "This browser has not promised to keep what you write. It may clear it when space runs short, or after a week without a visit. Ask it, and save a copy now and then.",
        Promise::Refused => "This browser did not promise it. Many only do for sites that are used often or installed. Save a copy now and then.",
        Promise::Given => "This browser has promised to keep what you write until you delete it. A copy still helps if the device is lost.",
    }.to_owned()
    });
    let button = live(move || {
        (promise.get() == Promise::Open).then(|| {
            view! { <button class="btn" on:click=press(ask)>"Ask the browser to keep it"</button> }
        })
    });
    view! {
        <section class="stack g3" aria-labelledby="promise">
            <h2 id="promise">"Will it stay on this device?"</h2>
            <p role="status">{words}</p>
            {button}
        </section>
    }
}
