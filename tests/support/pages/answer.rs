//! Answering a question.

use thirtyfour::WebElement;

use super::{Coming, SITE, arrive};
use crate::{Browser, Find, Outcome, Visit};

/// The page with the one job of writing.
#[derive(Debug)]
pub struct AnswerPage {
    browser: Browser,
}

impl AnswerPage {
    /// Goes to its address.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open(visit: &Visit, id: &str) -> Outcome<Self> {
        visit.browser.go(&visit.site.url(&format!("questions/{id}/answer/"))).await?;
        Self::arrive(visit, id, Coming::ByAddress).await
    }

    /// Waits for it after a link.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn here(visit: &Visit, id: &str) -> Outcome<Self> {
        Self::arrive(visit, id, Coming::ByLink).await
    }

    async fn arrive(visit: &Visit, id: &str, coming: Coming) -> Outcome<Self> {
        Self::to(&visit.browser, visit.site.question(id)?.prompt(), coming).await
    }

    /// Waits for the answer to a question, by its words: of the bank or of one's own.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn to(browser: &Browser, prompt: &str, coming: Coming) -> Outcome<Self> {
        arrive(browser, &format!("Your answer: {prompt}{SITE}"), Some(prompt), coming).await?;
        Ok(Self { browser: browser.clone() })
    }

    /// The field for writing freely.
    #[must_use]
    pub fn sheet() -> Find {
        Find::field("Your answer")
    }

    /// Chooses a way of writing: "Write freely", "Step by step", "Fill gaps".
    ///
    /// # Errors
    /// When it is not there.
    pub async fn way(&self, name: &str) -> Outcome {
        self.browser.press(&Find::choice(name)).await
    }

    /// Chooses the framework, or the template.
    ///
    /// # Errors
    /// When it is not there, or does not show as chosen.
    pub async fn by(&self, name: &str) -> Outcome {
        self.browser.press(&Find::button(name)).await?;
        let chosen = || async {
            let button =
                self.browser.driver().find(thirtyfour::By::XPath(Find::button(name).path)).await?;
            Ok((button.attr("aria-pressed").await?.as_deref() == Some("true")).then_some(()))
        };
        self.browser.until(format!("{name:?} as the chosen one"), chosen).await
    }

    /// Writes at the end of a field.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn write(&self, field: &Find, text: &str) -> Outcome {
        self.browser.write(field, text).await
    }

    /// What stands on the sheet.
    ///
    /// # Errors
    /// When there is none.
    pub async fn text(&self) -> Outcome<String> {
        self.browser.value(&Self::sheet()).await
    }

    /// Waits until that stands on the sheet.
    ///
    /// # Errors
    /// When something else does.
    pub async fn has_text(&self, text: &str) -> Outcome {
        let sheet = Self::sheet();
        let look = || async {
            let found =
                self.browser.driver().find_all(thirtyfour::By::XPath(sheet.path.as_str())).await?;
            let Some(field) = found.first() else { return Ok(None) };
            Ok((field.prop("value").await?.as_deref() == Some(text)).then_some(()))
        };
        self.browser.until(format!("the text {text:?} on the sheet"), look).await
    }

    /// The fields that can be seen, in their order.
    ///
    /// # Errors
    /// When the driver cannot say.
    pub async fn fields(&self) -> Outcome<Vec<WebElement>> {
        Ok(self.browser.driver().find_all(thirtyfour::By::Css("main textarea")).await?)
    }

    /// Waits until the coach has read what stands there.
    ///
    /// # Errors
    /// When it does not.
    pub async fn coach_reads(&self) -> Outcome {
        for heading in ["Balance", "In your words"] {
            self.browser.see(&Find::heading(heading).within("The coach")).await?;
        }
        self.browser.see(&Find::image("action").under("Balance")).await?;
        self.browser.see(&Find::image("A comfortable length")).await?;
        self.browser.see(&Find::text("% is").under("Balance")).await.map(drop)
    }

    /// Presses "Check my answer".
    ///
    /// # Errors
    /// When it is not there.
    pub async fn check(&self) -> Outcome {
        self.browser.press(&Find::button("Check my answer")).await
    }

    /// Closes the page and keeps the draft.
    ///
    /// # Errors
    /// When that is not offered.
    pub async fn close(&self) -> Outcome {
        self.browser.press(&Find::link("Close and keep the draft")).await
    }
}
