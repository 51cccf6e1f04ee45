//! Whether the browser has promised to keep what is stored, rather than clear it when space runs short or
//! after some time without a visit.

use leptos::task::spawn_local;

use super::js::{ask, of_navigator};

/// Whether it has promised. `None` where it makes no such promises.
pub async fn promised() -> Option<bool> {
    let storage = of_navigator("storage")?;
    ask(&storage, "persisted", &[]).await.ok()?.as_bool()
}

/// Asks it to promise. Whether it does.
pub async fn ask_for_it() -> bool {
    let Some(storage) = of_navigator("storage") else { return false };
    ask(&storage, "persist", &[]).await.is_ok_and(|kept| kept.is_truthy())
}

/// Asks, where the browser decides by itself and shows nothing: that of Chromium and WebKit does, by how
/// much a site is used. Firefox asks its user, so there it is left to a press in the settings.
pub fn ask_quietly() {
    let agent = of_navigator("userAgent").and_then(|agent| agent.as_string());
    if agent.is_some_and(|agent| agent.contains("AppleWebKit/")) {
        spawn_local(async {
            if promised().await == Some(false) {
                ask_for_it().await;
            }
        });
    }
}
