//! Sealing with a passphrase, by the browser's own Web Crypto.

use coach::save::Recipe;
use js_sys::{JsString, Uint8Array};
use wasm_bindgen::JsValue;

use super::js::{ask, call, get, object, window};

/// Whether the browser can. It can on every page that came over a safe way.
#[must_use]
pub fn can() -> bool {
    subtle().is_some()
}

fn crypto() -> Option<JsValue> {
    get(&window(), "crypto")
}

fn subtle() -> Option<JsValue> {
    get(&crypto()?, "subtle")
}

/// A recipe that nobody had before.
#[must_use]
pub fn new_recipe() -> Option<Recipe> {
    let random = Uint8Array::new_with_length(Recipe::RANDOM as u32);
    call(&crypto()?, "getRandomValues", &[random.clone().into()]).ok()?;
    let mut bytes = [0; Recipe::RANDOM];
    random.copy_to(&mut bytes);
    Some(Recipe::new(&bytes))
}

/// Seals bytes. `None` where the browser refuses.
pub async fn seal(recipe: &Recipe, passphrase: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    work("encrypt", recipe, passphrase, bytes).await
}

/// Opens what was sealed. `None` where the passphrase is not the one, or a bit of it or of the recipe is
/// not as it was: the seal cannot tell which.
pub async fn open(recipe: &Recipe, passphrase: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    work("decrypt", recipe, passphrase, sealed).await
}

async fn work(what: &str, recipe: &Recipe, passphrase: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let subtle = subtle()?;
    // The same letters may come as different bytes from different keyboards.
    let passphrase = JsString::from(passphrase).normalize("NFKC").as_string()?;
    let array = |bytes: &[u8]| JsValue::from(Uint8Array::from(bytes));
    let list = |word: &str| JsValue::from(js_sys::Array::of1(&word.into()));
    let no = JsValue::FALSE;
    let words = [
        "raw".into(),
        array(passphrase.as_bytes()),
        "PBKDF2".into(),
        no.clone(),
        list("deriveKey"),
    ];
    let key = ask(&subtle, "importKey", &words).await.ok()?;
    let by = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("iterations", recipe.iterations.into()),
        ("salt", array(&recipe.salt)),
    ]);
    let of = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let key = ask(&subtle, "deriveKey", &[by, key, of, no, list(what)]).await.ok()?;
    let cipher = object(&[
        ("name", "AES-GCM".into()),
        ("iv", array(&recipe.iv)),
        ("additionalData", array(recipe.outside().as_bytes())),
        ("tagLength", 128.into()),
    ]);
    let done = ask(&subtle, what, &[cipher, key, array(bytes)]).await.ok()?;
    done.is_object().then(|| Uint8Array::new(&done).to_vec())
}
