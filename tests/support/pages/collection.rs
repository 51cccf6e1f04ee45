//! What is the candidate's own.

use super::{Coming, reading};
use crate::{Browser, Find, Outcome, Visit};

/// Bookmarks, questions of one's own, kept answers.
#[derive(Debug)]
pub struct CollectionPage {
    browser: Browser,
}

impl CollectionPage {
    /// Its name.
    const NAME: &str = "Your collection";

    /// Goes to its address.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open(visit: &Visit) -> Outcome<Self> {
        visit.browser.go(&visit.site.url("collection/")).await?;
        reading(&visit.browser, Self::NAME, Coming::ByAddress).await?;
        Ok(Self { browser: visit.browser.clone() })
    }

    /// Waits for it after a link.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn here(browser: &Browser) -> Outcome<Self> {
        reading(browser, Self::NAME, Coming::ByLink).await?;
        Ok(Self { browser: browser.clone() })
    }

    /// Waits until a thing is listed.
    ///
    /// # Errors
    /// When it is not.
    pub async fn lists(&self, thing: &str) -> Outcome {
        self.browser.see(&Find::item(thing)).await.map(drop)
    }

    /// Opens a thing.
    ///
    /// # Errors
    /// When it is not listed.
    pub async fn open_thing(&self, thing: &str) -> Outcome {
        self.browser.press(&Find::item(thing)).await
    }

    /// Takes a thing out: a way back must stand in its place, and have the focus.
    ///
    /// # Errors
    /// When it does not.
    pub async fn take_out(&self, thing: &str) -> Outcome {
        self.browser.press(&Find::labelled(&format!("Take out: {thing}"))).await?;
        self.browser.see_gone(&Find::item(thing)).await?;
        self.browser.see_focus("Undo").await
    }

    /// Puts back what was taken out.
    ///
    /// # Errors
    /// When that is not offered, or it does not come back.
    pub async fn undo(&self, thing: &str) -> Outcome {
        self.browser.press(&Find::button("Undo")).await?;
        self.lists(thing).await?;
        self.browser.see_focus(&format!("Take out: {thing}")).await
    }
}
