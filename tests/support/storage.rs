//! What the page keeps in the browser.

use serde_json::json;

use crate::{Browser, Outcome};

impl Browser {
    /// What the page keeps in this browser under a key.
    ///
    /// # Errors
    /// When the page may not say.
    pub async fn kept(&self, key: &str) -> Outcome<Option<String>> {
        let is = self.script("return localStorage.getItem(arguments[0])", json!([key])).await?;
        Ok(is.as_str().map(str::to_owned))
    }

    /// Waits until what the page keeps under a key has a text in it.
    ///
    /// # Errors
    /// When it has not.
    pub async fn until_kept(&self, key: &str, text: &str) -> Outcome {
        let script = "return (localStorage.getItem(arguments[0]) ?? '').includes(arguments[1])";
        self.until_true(format!("{text:?} under {key} in storage"), script, json!([key, text]))
            .await
    }

    /// Puts something under a key, as an earlier visit may have left it.
    ///
    /// # Errors
    /// When the page may not.
    pub async fn keep(&self, key: &str, text: &str) -> Outcome {
        self.script("localStorage.setItem(arguments[0], arguments[1])", json!([key, text]))
            .await
            .map(drop)
    }
}
