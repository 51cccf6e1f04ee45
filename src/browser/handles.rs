//! A file that the user chose once, to be written again and again. Only browsers made of Chromium have
//! that. The hold of the file is kept in a small database of its own, because it is no text.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use super::js::{ask, call, get, object, set, window};

/// The database, its only store, and the only entry of that.
const DATABASE: &str = "rapport-handles";
const STORE: &str = "handles";
const ENTRY: &str = "copy";

/// A hold of a file.
#[derive(Clone, Debug)]
pub struct Handle(JsValue);

/// Whether the browser has such files.
#[must_use]
pub fn can() -> bool {
    let window = window();
    get(&window, "showSaveFilePicker").is_some() && get(&window, "indexedDB").is_some()
}

/// Lets the user choose a file. `None` where none was chosen.
pub async fn choose(name: &str) -> Option<Handle> {
    let accept = object(&[("application/json", js_sys::Array::of1(&".json".into()).into())]);
    let kind = object(&[("description", "Rapport backup".into()), ("accept", accept)]);
    let wanted =
        object(&[("suggestedName", name.into()), ("types", js_sys::Array::of1(&kind).into())]);
    ask(&window(), "showSaveFilePicker", &[wanted]).await.ok().map(Handle)
}

impl Handle {
    /// The file's name.
    #[must_use]
    pub fn name(&self) -> String {
        get(&self.0, "name").and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Whether it may be written. The user is only asked with `ask`, which needs a press just before.
    pub async fn may_be_written(&self, asking: bool) -> bool {
        let mode = object(&[("mode", "readwrite".into())]);
        let granted = |said: Result<JsValue, JsValue>| said.is_ok_and(|said| said == "granted");
        if granted(ask(&self.0, "queryPermission", std::slice::from_ref(&mode)).await) {
            return true;
        }
        asking && granted(ask(&self.0, "requestPermission", &[mode]).await)
    }

    /// Writes the file. The browser writes another one beside it and puts that in its place when it is
    /// whole. Whether it could.
    pub async fn write(&self, text: &str) -> bool {
        let Ok(file) = ask(&self.0, "createWritable", &[]).await else { return false };
        let written = ask(&file, "write", &[text.into()]).await.is_ok();
        if !written {
            let _ = ask(&file, "abort", &[]).await;
            return false;
        }
        ask(&file, "close", &[]).await.is_ok()
    }

    /// Keeps the hold for later visits. Whether it could.
    pub async fn keep(&self) -> bool {
        let Some(store) = store("readwrite").await else { return false };
        match call(&store, "put", &[self.0.clone(), ENTRY.into()]) {
            Ok(request) => answer(&request).await.is_ok(),
            Err(_) => false,
        }
    }
}

/// The hold that was kept.
pub async fn kept() -> Option<Handle> {
    let request = call(&store("readonly").await?, "get", &[ENTRY.into()]).ok()?;
    answer(&request).await.ok().filter(JsValue::is_object).map(Handle)
}

/// Forgets it. The file stays as it is.
pub fn forget() {
    if let Some(all) = get(&window(), "indexedDB") {
        let _ = call(&all, "deleteDatabase", &[DATABASE.into()]);
    }
}

async fn store(mode: &str) -> Option<JsValue> {
    let all = get(&window(), "indexedDB")?;
    let request = call(&all, "open", &[DATABASE.into(), 1.into()]).ok()?;
    let fresh = request.clone();
    let make = Closure::once_into_js(move |_: JsValue| {
        if let Some(database) = get(&fresh, "result") {
            let _ = call(&database, "createObjectStore", &[STORE.into()]);
        }
    });
    set(&request, "onupgradeneeded", &make);
    let database = answer(&request).await.ok()?;
    // An open connection would keep it from being deleted.
    let open = database.clone();
    let close = Closure::once_into_js(move |_: JsValue| {
        let _ = call(&open, "close", &[]);
    });
    set(&database, "onversionchange", &close);
    let turn = call(&database, "transaction", &[STORE.into(), mode.into()]).ok()?;
    call(&turn, "objectStore", &[STORE.into()]).ok()
}

/// What a request of the database gives.
async fn answer(request: &JsValue) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |done: Function, fail: Function| {
        let of = request.clone();
        let done = Closure::once_into_js(move |_: JsValue| {
            let result = get(&of, "result").unwrap_or(JsValue::UNDEFINED);
            let _ = done.call1(&JsValue::NULL, &result);
        });
        set(request, "onsuccess", &done);
        set(request, "onerror", &fail);
    });
    JsFuture::from(promise).await
}
