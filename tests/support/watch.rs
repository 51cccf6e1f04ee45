//! What no page may do, whatever the journey: break its own policy, or ask for anything from another origin.
//!
//! Three witnesses, because none sees everything. The server has the browser report what a page does against its policy,
//! from its first byte on (`pages_server::Seen`): all engines, but not for pages that the service worker answers.
//! Chromium's console has all of them. And every page is asked, when the journey has come to it and again before it is
//! left: what it fetched (WebKit forgets what failed), and what it has done against its policy since.

use std::{
    collections::BTreeSet,
    sync::{PoisonError, atomic::Ordering},
};

use serde_json::{Value, json};

use crate::{Browser, Failure, Outcome, Site};

impl Browser {
    /// Asks the page what it has done so far, and notes it. A page that cannot say (there is none yet, or it is
    /// a frame's turn) has nothing to say.
    pub(crate) async fn look_around(&self) {
        let Ok(Value::Array(said)) = self.ask(WATCH, &json!([])).await else { return };
        let said = said.iter().filter_map(Value::as_str).map(str::to_owned);
        self.found.lock().unwrap_or_else(PoisonError::into_inner).extend(said);
    }

    /// From now on nothing that a page does fails the journey: it has brought the pages to it itself.
    pub fn forgive(&self) {
        self.forgiven.store(true, Ordering::Relaxed);
    }

    /// What pages have done so far that none may do; then forgets it.
    pub async fn misdeeds(&self, site: &Site) -> BTreeSet<String> {
        self.look_around().await;
        let mut found =
            std::mem::take(&mut *self.found.lock().unwrap_or_else(PoisonError::into_inner));
        found.extend(site.seen().take_violations());
        found
    }
}

/// Fails where a page did what none may do, or something outside the site was asked for.
pub(crate) async fn check(browser: &Browser, seen: &pages_server::Seen, base: &str) -> Outcome {
    if browser.forgiven.load(Ordering::Relaxed) {
        return Ok(());
    }
    let said = browser.complaints().await?;
    if !said.is_empty() {
        return Err(Failure(format!("the browser's console says:\n{}", said.join("\n"))));
    }
    browser.look_around().await;
    let mut wrong: Vec<String> =
        browser.found.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect();
    wrong.extend(seen.take_violations());
    // The browser itself looks for an icon where an address is no page.
    let outside = |target: &String| !target.starts_with(base) && target != "/favicon.ico";
    wrong.extend(
        seen.requests().into_iter().filter(outside).map(|path| format!("asked for {path}")),
    );
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Failure(format!("a page did what none may do:\n{}", wrong.join("\n"))))
}

const WATCH: &str = r#"
if (!/^https?:$/.test(location.protocol)) return [];
if (!window.misdeeds) {
  window.misdeeds = [];
  // By itself the browser remembers 250.
  performance.setResourceTimingBufferSize(10000);
  addEventListener("securitypolicyviolation", (event) => misdeeds.push(
    `${location.pathname} broke its policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
}
const strange = performance.getEntriesByType("resource")
  .filter(({ name }) => !name.startsWith("data:") && new URL(name).origin !== location.origin)
  .map(({ name }) => `${location.pathname} asked for ${name}`);
return [...misdeeds, ...strange];"#;
