//! The service worker: the site without a network, and updates that are offered.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration};

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    // Where the site is not served securely there is no such property at all.
    let has = js_sys::Reflect::has(&navigator, &JsValue::from_str("serviceWorker"));
    has.unwrap_or(false).then(|| navigator.service_worker())
}

fn listen(target: &web_sys::EventTarget, event: &str, callback: impl FnMut() + 'static) {
    let callback = Closure::<dyn FnMut()>::new(callback);
    let _ = target.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
    // It listens for as long as the page lives.
    callback.forget();
}

/// Registers the worker of the site, once, and calls back with a new version that waits to be used.
/// The address is the worker's own; its folder is what it serves.
pub async fn register(
    address: &str,
    scope: &str,
    on_update: impl Fn(NewVersion) + Clone + 'static,
) {
    let Some(container) = container() else { return };
    let options = web_sys::RegistrationOptions::new();
    options.set_scope(scope);
    let promise = container.register_with_options(address, &options);
    // A refusal (private window, full disk) leaves a site that works while there is a network.
    let Ok(registration) = JsFuture::from(promise).await else { return };
    if registration.is_undefined() {
        return;
    }
    let registration: ServiceWorkerRegistration = registration.unchecked_into();
    if let (Some(waiting), Some(_)) = (registration.waiting(), registration.active()) {
        on_update(NewVersion(waiting));
    }
    let seen = registration.clone();
    listen(&registration, "updatefound", move || {
        let Some(worker) = seen.installing() else { return };
        let replaces = seen.active().is_some();
        let (on_update, target) = (on_update.clone(), worker.clone());
        listen(&worker, "statechange", move || {
            if target.state() == web_sys::ServiceWorkerState::Installed && replaces {
                on_update(NewVersion(target.clone()));
            }
        });
    });
}

/// A new version of the site that is here and waits to be used.
#[derive(Clone)]
pub struct NewVersion(ServiceWorker);

impl NewVersion {
    /// Puts it in charge and loads the page anew when it is.
    pub fn take(&self) {
        let Some(container) = container() else { return };
        listen(&container, "controllerchange", super::page::reload);
        let message = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&message, &"type".into(), &"activate".into());
        let _ = self.0.post_message(&message);
    }
}

/// Whether the site would open without a network by now.
#[must_use]
pub fn is_ready() -> bool {
    container().is_some_and(|container| container.controller().is_some())
}
