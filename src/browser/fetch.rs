//! Fetching the site's own data files.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Why a file could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// No answer: the network is gone and the file is not kept on the device.
    NoAnswer,
    /// The server does not have it.
    Missing,
    /// It came, but is not what it should be.
    Unreadable,
}

/// What stands in one of the site's own files.
///
/// # Errors
/// See [`FetchError`].
pub async fn bytes(address: &str) -> Result<Vec<u8>, FetchError> {
    let window = web_sys::window().ok_or(FetchError::NoAnswer)?;
    let answer =
        JsFuture::from(window.fetch_with_str(address)).await.map_err(|_| FetchError::NoAnswer)?;
    let answer: web_sys::Response = answer.dyn_into().map_err(|_| FetchError::Unreadable)?;
    if !answer.ok() {
        return Err(FetchError::Missing);
    }
    let bytes = answer.array_buffer().map_err(|_| FetchError::Unreadable)?;
    let bytes = JsFuture::from(bytes).await.map_err(|_| FetchError::NoAnswer)?;
    Ok(js_sys::Uint8Array::new(&bytes).to_vec())
}
