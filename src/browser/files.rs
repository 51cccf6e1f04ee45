//! Giving the user a file, and taking one from them.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

/// Hands a text to the user as a file to save.
///
/// # Errors
/// What the browser said, where it refuses.
pub fn save(name: &str, text: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken its own hold of the blob by now.
    Url::revoke_object_url(&address)
}

/// What became of a file that was to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Its text. What is no text in it is replaced by signs that stand for that.
    Text(String),
    /// It is larger than was allowed, and was not even looked into.
    TooLarge,
    /// It cannot be read.
    NotReadable,
}

/// The file that the user has just chosen in the field that the event came from, of at most so many
/// bytes. Forgets the choice, so that the same file can be chosen again. `None` where no file was chosen.
pub async fn chosen(event: web_sys::Event, largest: usize) -> Option<Chosen> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    let chosen = if file.size() > largest as f64 {
        Chosen::TooLarge
    } else {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        text.map_or(Chosen::NotReadable, Chosen::Text)
    };
    input.set_value("");
    Some(chosen)
}
