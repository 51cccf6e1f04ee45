//! Today.

use super::{Coming, arrive, navigate};
use crate::{Browser, Find, Outcome, Visit};

/// The page with the one next thing to do.
#[derive(Debug)]
pub struct TodayPage {
    browser: Browser,
}

impl TodayPage {
    /// Its title.
    pub const TITLE: &str = "Rapport: practice for customer-service interviews";

    /// Goes to its address.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open(visit: &Visit) -> Outcome<Self> {
        visit.browser.go(&visit.site.url("")).await?;
        Self::arrive(&visit.browser, Coming::ByAddress).await
    }

    /// Follows the link to it.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn follow(browser: &Browser) -> Outcome<Self> {
        navigate(browser, "Today").await?;
        Self::arrive(browser, Coming::ByLink).await
    }

    async fn arrive(browser: &Browser, coming: Coming) -> Outcome<Self> {
        arrive(browser, Self::TITLE, None, coming).await?;
        Ok(Self { browser: browser.clone() })
    }

    /// Waits for the offer to go on with a draft that ends in these words.
    ///
    /// # Errors
    /// When it is not made.
    pub async fn offers_to_go_on(&self, question: &str, last_words: &str) -> Outcome {
        self.browser.see(&Find::text("Go on where you stopped")).await?;
        self.browser.see(&Find::heading(question)).await?;
        self.browser.see(&Find::text(last_words)).await?;
        self.browser.see(&Find::link("Go on writing")).await.map(drop)
    }

    /// Presses "Go on writing".
    ///
    /// # Errors
    /// When it is not there.
    pub async fn go_on(&self) -> Outcome {
        self.browser.press(&Find::link("Go on writing")).await
    }
}
