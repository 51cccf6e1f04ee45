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

/// The most bytes of a file that are read at all. A backup is far smaller; a larger text would take the memory of a
/// cheap phone before anyone could look at it.
const LARGEST: f64 = 64.0 * 1024.0 * 1024.0;

/// Why a chosen file is not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// No file was chosen, or it cannot be read.
    Unreadable,
    /// It is larger than [`LARGEST`], and was not read.
    TooLarge,
}

/// The text of the file that the user has just chosen in the field that the event came from. Forgets
/// the choice, so that the same file can be chosen again.
///
/// # Errors
/// See [`FileError`].
pub async fn chosen(event: web_sys::Event) -> Result<String, FileError> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let input = input.ok_or(FileError::Unreadable)?;
    let file = input.files().and_then(|files| files.get(0)).ok_or(FileError::Unreadable)?;
    if file.size() > LARGEST {
        input.set_value("");
        return Err(FileError::TooLarge);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    input.set_value("");
    text.ok_or(FileError::Unreadable)
}
