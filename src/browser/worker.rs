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
    let follow = move || {
        let Some(worker) = seen.installing() else { return };
        let replaces = seen.active().is_some();
        let (on_update, target) = (on_update.clone(), worker.clone());
        listen(&worker, "statechange", move || {
            if target.state() == web_sys::ServiceWorkerState::Installed && replaces {
                on_update(NewVersion(target.clone()));
            }
        });
    };
    // Another page may have found it before this one listened.
    follow();
    listen(&registration, "updatefound", follow);
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

/// Takes the site itself off the device: the caches of all its builds, and its worker, which goes for good when the last
/// page of the site is closed. Says whether all of that is gone. `folder` is what the worker serves: `/repo/`.
pub async fn forget(folder: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Without a secure connection there are neither caches nor workers, so nothing to take away.
    let Some(container) = container() else { return true };
    let worker = JsFuture::from(container.get_registration_with_document_url(folder)).await;
    let worker = worker.ok().and_then(|found| found.dyn_into::<ServiceWorkerRegistration>().ok());
    let mut gone = match worker.map(|worker| worker.unregister()) {
        Some(Ok(promise)) => JsFuture::from(promise).await.is_ok(),
        Some(Err(_)) => false,
        None => true,
    };
    let Ok(caches) = window.caches() else { return gone };
    let Ok(names) = JsFuture::from(caches.keys()).await else { return false };
    // As public/sw.js calls them. Other sites may live on this origin.
    let ours = format!("rapport:{folder}:");
    for name in js_sys::Array::from(&names).iter().filter_map(|name| name.as_string()) {
        if name.starts_with(&ours) {
            gone &= JsFuture::from(caches.delete(&name)).await.is_ok();
        }
    }
    gone
}

/// Whether the site would open without a network by now.
#[must_use]
pub fn is_ready() -> bool {
    container().is_some_and(|container| container.controller().is_some())
}
