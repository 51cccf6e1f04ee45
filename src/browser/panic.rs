//! What the user sees when the app has failed: their words, and a way on.
//!
//! The page that shows it is `public/rescue.js`, which stands in every page and needs nothing of the app: nothing of
//! it can be trusted any more.

use wasm_bindgen::{JsCast, JsValue};

/// The storage key that keeps what stood in the fields when the app failed.
pub const RESCUE: &str = "rescue";

/// From now on a failure shows [`show`] instead of a page that no longer answers.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        show(&info.to_string());
        super::page::flush_after_failure();
    }));
}

/// Keeps what stands in the text fields, and shows it with a way on.
pub fn show(cause: &str) {
    let cause = JsValue::from_str(cause);
    web_sys::console::error_1(&cause);
    let Some(window) = web_sys::window() else { return };
    let shown = js_sys::Reflect::get(&window, &"rapport".into())
        .and_then(|rescue| js_sys::Reflect::get(&rescue, &"failed".into()))
        .and_then(|failed| failed.dyn_into::<js_sys::Function>())
        .and_then(|failed| failed.call1(&window, &cause));
    if shown.is_err() {
        let _ = window.alert_with_message(
            "Rapport has stopped. Copy what you wrote, then load the page again.",
        );
    }
}
