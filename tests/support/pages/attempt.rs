//! One finished answer.

use super::{Coming, SITE, arrive};
use crate::{Browser, Find, Outcome};

/// The heading over what is listened for.
const LISTENS: &str = "What they listen for here";

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

    /// Waits until something listened for is said to be heard, in those words of the answer.
    ///
    /// # Errors
    /// When it is not.
    pub async fn hears(&self, thing: &str, words: &str) -> Outcome {
        for text in [format!("Heard: {thing}"), words.to_owned()] {
            self.browser.see(&Find::text(&text).under(LISTENS)).await?;
        }
        Ok(())
    }

    /// Waits until something listened for is said not to be heard yet.
    ///
    /// # Errors
    /// When it is not.
    pub async fn does_not_hear(&self, thing: &str) -> Outcome {
        let text = format!("Not heard yet: {thing}");
        self.browser.see(&Find::text(&text).under(LISTENS)).await.map(drop)
    }

    /// Waits until a red flag is up.
    ///
    /// # Errors
    /// When it is not.
    pub async fn flags(&self, text: &str) -> Outcome {
        self.browser.see(&Find::text(text).under(LISTENS)).await.map(drop)
    }

    /// Waits until it says what they would ask next.
    ///
    /// # Errors
    /// When it does not.
    pub async fn asks_next(&self, question: &str) -> Outcome {
        self.browser.see(&Find::text(question).under("They would ask next")).await.map(drop)
    }

    /// Goes on writing to answer that.
    ///
    /// # Errors
    /// When it is not offered.
    pub async fn write_on(&self) -> Outcome {
        self.browser.press(&Find::link("Write on to answer it")).await
    }

    /// Waits until the balance and the speaking time are shown.
    ///
    /// # Errors
    /// When they are not.
    pub async fn weighs(&self) -> Outcome {
        self.browser.see(&Find::image("Situation and task").under("Balance")).await?;
        self.browser.see(&Find::image("A comfortable length")).await.map(drop)
    }

    /// Waits until a note with that title says when it is gone.
    ///
    /// # Errors
    /// When none does.
    pub async fn goes_away_when(&self, title: &str, condition: &str) -> Outcome {
        self.browser.see(&Find::heading(title)).await?;
        self.browser.see(&Find::text(condition)).await.map(drop)
    }

    /// The name of the button with the number of a note.
    #[must_use]
    pub fn number(number: usize, title: &str) -> String {
        format!("{number}, show it in the answer: {title}")
    }

    /// Shows the words of a note in the answer.
    ///
    /// # Errors
    /// When they cannot be shown.
    pub async fn show(&self, number: usize, title: &str) -> Outcome {
        self.browser.press(&Find::labelled(&Self::number(number, title))).await
    }

    /// Goes back to a note from its words.
    ///
    /// # Errors
    /// When no way leads back.
    pub async fn back_to(&self, number: usize) -> Outcome {
        self.browser.press(&Find::button(&format!("Back to note {number}"))).await
    }
}
