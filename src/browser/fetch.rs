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
    /// It came, but is not what it should be: cut off on its way, or of another build.
    Unreadable,
}

/// What is in one of the site's data files.
///
/// # Errors
/// See [`FetchError`].
pub async fn bytes(address: &str) -> Result<Vec<u8>, FetchError> {
    let window = web_sys::window().ok_or(FetchError::NoAnswer)?;
    let options = web_sys::RequestInit::new();
    let mut anew = false;
    loop {
        let answer = JsFuture::from(window.fetch_with_str_and_init(address, &options)).await;
        let answer = answer.map_err(|_| FetchError::NoAnswer)?;
        let answer: web_sys::Response = answer.dyn_into().map_err(|_| FetchError::Unreadable)?;
        let mut failure = FetchError::Missing;
        if answer.ok() {
            let bytes = answer.array_buffer().map_err(|_| FetchError::Unreadable)?;
            let bytes = JsFuture::from(bytes).await.map_err(|_| FetchError::NoAnswer)?;
            match bank::file::open(address, js_sys::Uint8Array::new(&bytes).to_vec()) {
                Some(bytes) => return Ok(bytes),
                None => failure = FetchError::Unreadable,
            }
        }
        if anew {
            return Err(failure);
        }
        // The browser may remember it from a moment when the site was being updated.
        options.set_cache(web_sys::RequestCache::Reload);
        anew = true;
    }
}
