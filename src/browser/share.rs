//! Handing a text or a picture on: to another app, to the clipboard, or as a file.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, FilePropertyBag, HtmlAnchorElement, HtmlTextAreaElement, Url};

use super::page::document;

/// What became of something that was to be handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    /// Another app has it.
    Shared,
    /// It is in the clipboard.
    Copied,
    /// It is among the downloads.
    Saved,
    /// The user thought better of it.
    Left,
    /// The browser offers no way.
    Refused,
}

/// The whole address of a page, from its path.
#[must_use]
pub fn address(path: &str) -> String {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok());
    format!("{}{path}", origin.unwrap_or_default())
}

/// Shares a text with an address where the device can, else copies both.
pub async fn text(text: &str, address: &str) -> Handed {
    let what = Object::new();
    set(&what, "text", &text.into());
    set(&what, "url", &address.into());
    if let Some(handed) = share(&what).await {
        return handed;
    }
    copy(&format!("{text} {address}")).await
}

/// Shares a picture where the device can, else saves it as a file.
pub async fn picture(name: &str, png: &Blob) -> Handed {
    let kind = FilePropertyBag::new();
    kind.set_type("image/png");
    let parts = Array::of1(png);
    if let Ok(file) = File::new_with_blob_sequence_and_options(&parts, name, &kind) {
        let what = Object::new();
        set(&what, "files", &Array::of1(&file));
        // Sharing a file is asked about first: many can share texts only.
        let can = call("canShare", &what).is_ok_and(|can| can.is_truthy());
        if can && let Some(handed) = share(&what).await {
            return handed;
        }
    }
    if save(name, png).is_ok() { Handed::Saved } else { Handed::Refused }
}

/// Copies a text.
async fn copy(text: &str) -> Handed {
    let clipboard = navigator().and_then(|from| get(&from, "clipboard"));
    let written = clipboard.and_then(|clipboard| {
        let write: Function = get(&clipboard, "writeText")?.dyn_into().ok()?;
        write.call1(&clipboard, &text.into()).ok()?.dyn_into::<Promise>().ok()
    });
    let Some(written) = written else { return Handed::Refused };
    if JsFuture::from(written).await.is_ok() { Handed::Copied } else { Handed::Refused }
}

/// Marks all the text of the field with that id, so that one key copies it.
pub fn mark_all(id: &str) {
    let field = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}

fn save(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let document = document().ok_or(JsValue::NULL)?;
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// `None` where the device cannot share this.
async fn share(what: &Object) -> Option<Handed> {
    let shared: Promise = call("share", what).ok()?.dyn_into().ok()?;
    match JsFuture::from(shared).await {
        Ok(_) => Some(Handed::Shared),
        // Closed without choosing an app.
        Err(error) if get(&error, "name").is_some_and(|name| name == "AbortError") => {
            Some(Handed::Left)
        }
        Err(_) => None,
    }
}

// Not every browser has these, and the bindings would fail where they are missing.

fn navigator() -> Option<JsValue> {
    web_sys::window().map(|window| window.navigator().into())
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

fn set(of: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(of, &name.into(), value);
}

fn call(name: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let navigator = navigator().ok_or(JsValue::NULL)?;
    let function: Function = get(&navigator, name).ok_or(JsValue::NULL)?.dyn_into()?;
    function.call1(&navigator, argument)
}
