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
    let mut start = browser::start::read().await;
    // A prerendered page can only be adopted if all of it is here; if not, it is drawn anew, and says
    // what is missing.
    start.prerendered &= app::ready(&start).await;
    #[cfg(feature = "hydrate")]
    if start.prerendered {
        leptos::mount::hydrate_body(move || view! { <App start /> });
        return;
    }
    browser::start::clear_body();
    leptos::mount::mount_to_body(move || view! { <App start /> });
}
