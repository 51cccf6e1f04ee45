//! Progress.

use super::{Coming, SITE, arrive, navigate};
use crate::{Browser, Find, Outcome, Visit};

/// What was practised.
#[derive(Debug)]
pub struct ProgressPage {
    browser: Browser,
}

impl ProgressPage {
    /// Goes to its address.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open(visit: &Visit) -> Outcome<Self> {
        visit.browser.go(&visit.site.url("progress/")).await?;
        Self::arrive(&visit.browser, Coming::ByAddress).await
    }

    /// Follows the link to it.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn follow(browser: &Browser) -> Outcome<Self> {
        navigate(browser, "Progress").await?;
        Self::arrive(browser, Coming::ByLink).await
    }

    async fn arrive(browser: &Browser, coming: Coming) -> Outcome<Self> {
        arrive(browser, &format!("Progress{SITE}"), None, coming).await?;
        Ok(Self { browser: browser.clone() })
    }

    /// Waits until so many questions are answered, and one of them is this.
    ///
    /// # Errors
    /// When it is otherwise.
    pub async fn lists(&self, answered: usize, question: &str) -> Outcome {
        self.browser.see(&Find::text(&format!("You have answered {answered} of"))).await?;
        self.browser.see(&Find::item(question)).await.map(drop)
    }

    /// Waits until it says that nothing is answered.
    ///
    /// # Errors
    /// When something is.
    pub async fn is_empty(&self) -> Outcome {
        self.browser.see(&Find::heading("Your first answer will stand here")).await.map(drop)
    }
}
