//! Other tabs of the site: being alone while writing, and hearing of what they wrote.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::StorageEvent;

use super::page;

/// Does something while no other tab does the same, where the browser has locks; at once where it has
/// not, which is one turn and as good as the storage itself is.
pub fn alone(name: &str, work: impl FnOnce() + 'static) {
    let Some((locks, request)) = locks() else {
        work();
        return;
    };
    let once = Closure::once_into_js(work);
    let asked = request.call2(&locks, &format!("rapport:{name}").into(), &once);
    match asked.map(JsCast::dyn_into::<Promise>) {
        // A refusal comes where the page is being closed; then it is saved as the page hides.
        Ok(Ok(promise)) => {
            let ignore = Closure::once_into_js(|_: JsValue| {});
            if let Ok(then) = Reflect::get(&promise, &"catch".into()) {
                let _ = then.unchecked_into::<Function>().call1(&promise, &ignore);
            }
        }
        _ => {
            let _ = once.unchecked_into::<Function>().call0(&JsValue::NULL);
        }
    }
}

fn locks() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}

/// Calls back when another tab has written under a name, and when this one is no longer typed in: what
/// came meanwhile may be shown then.
pub fn on_change(name: &'static str, callback: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    let heard = callback.clone();
    let changed = Closure::<dyn FnMut(StorageEvent)>::new(move |event: StorageEvent| {
        // Without a key: all of it was deleted.
        let key = event.key();
        if key.is_none_or(|key| key.strip_prefix("rapport:") == Some(name)) {
            heard();
        }
    });
    let changed = changed.into_js_value();
    let _ = window.add_event_listener_with_callback("storage", changed.unchecked_ref());
    page::on_hands_off(callback);
}
