//! One finished answer.

use super::{Coming, SITE, arrive};
use crate::{Browser, Find, Outcome};

/// What the coach read in a finished answer.
#[derive(Debug)]
pub struct AttemptPage {
    browser: Browser,
}

impl AttemptPage {
    /// Waits for it after a link or a button.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn here(browser: &Browser) -> Outcome<Self> {
        arrive(browser, &format!("What the coach read{SITE}"), None, Coming::ByLink).await?;
        let page = Self { browser: browser.clone() };
        page.browser.see(&Find::heading("Your answer along its ribbon")).await?;
        Ok(page)
    }

    /// Waits until a stretch of the answer stands beside its ribbon.
    ///
    /// # Errors
    /// When it does not.
    pub async fn shows(&self, words: &str) -> Outcome {
        self.browser.see(&Find::text(words).under("Your answer along its ribbon")).await.map(drop)
    }

    /// Waits until the balance and the speaking time are shown.
    ///
    /// # Errors
    /// When they are not.
    pub async fn weighs(&self) -> Outcome {
        self.browser.see(&Find::image("Situation and task").under("Balance")).await?;
        self.browser.see(&Find::image("A comfortable length")).await.map(drop)
    }
}
