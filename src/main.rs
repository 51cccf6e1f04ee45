//! Starts the app in the page.

use leptos::prelude::*;
use rapport::{app::App, browser};

fn main() {
    browser::panic::install();
    let start = browser::start::read();
    #[cfg(feature = "hydrate")]
    if start.prerendered {
        leptos::mount::hydrate_body(move || view! { <App start /> });
        return;
    }
    browser::start::clear_body();
    leptos::mount::mount_to_body(move || view! { <App start /> });
}
