//! Starts the app in the page.

use leptos::prelude::*;
use rapport::{
    app::{self, App},
    browser,
};

fn main() {
    browser::panic::install();
    wasm_bindgen_futures::spawn_local(begin());
}

async fn begin() {
    let (start, stands) = app::ready(browser::start::read()).await;
    #[cfg(feature = "hydrate")]
    if start.prerendered {
        leptos::mount::hydrate_body(move || view! { <App start stands /> });
        return;
    }
    browser::start::clear_body();
    leptos::mount::mount_to_body(move || view! { <App start stands /> });
}
