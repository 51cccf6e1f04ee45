//! Filling in a template.

use thirtyfour::WebElement;

use super::{Coming, SITE, arrive};
use crate::{Browser, Find, Outcome, Value, json};

/// The gaps of one template, and its whole text.
#[derive(Debug)]
pub struct FillPage {
    browser: Browser,
}

impl FillPage {
    /// Waits for it, by the title of the template.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn here(browser: &Browser, template: &str, coming: Coming) -> Outcome<Self> {
        arrive(browser, &format!("Fill in: {template}{SITE}"), Some(template), coming).await?;
        Ok(Self { browser: browser.clone() })
    }

    /// The gaps, in their order.
    ///
    /// # Errors
    /// When there are none.
    pub async fn gaps(&self) -> Outcome<Vec<WebElement>> {
        self.browser.see(&Find::heading("Your answer so far")).await?;
        Ok(self.browser.driver().find_all(thirtyfour::By::Css("main .slots textarea")).await?)
    }

    /// What stands in a gap.
    ///
    /// # Errors
    /// When the driver cannot say.
    pub async fn waits_for(&self, at: usize, text: &str) -> Outcome {
        let script =
            "return document.getElementById('slot-' + arguments[0])?.value === arguments[1]";
        let what = format!("{text:?} in gap {at}");
        self.browser.until_true(what, script, json!([at, text])).await
    }

    /// Waits until the whole text has a text in it.
    ///
    /// # Errors
    /// When it has not.
    pub async fn reads(&self, text: &str) -> Outcome {
        self.browser.see(&Find::text(text).under("Your answer so far")).await.map(drop)
    }

    /// Keeps it.
    ///
    /// # Errors
    /// When that is not offered, or not done.
    pub async fn keep(&self) -> Outcome {
        self.browser.press(&Find::button("Keep this answer")).await?;
        self.browser.see(&Find::status("Kept in your collection.")).await?;
        self.browser.see_focus("Open your collection").await
    }

    /// Copies it in a browser that lets pages copy, and gives what was copied.
    ///
    /// # Errors
    /// When nothing is copied.
    pub async fn copy(&self) -> Outcome<String> {
        let allow = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { window.copied = text } } })";
        self.browser.script(allow, json!([])).await?;
        self.browser.press(&Find::button("Copy")).await?;
        self.browser.see(&Find::status("Copied.")).await?;
        let copied = self.browser.script("return window.copied", json!([])).await?;
        Ok(copied.as_str().map(str::to_owned).unwrap_or_default())
    }

    /// Copies it in a browser that does not let pages copy: gives what is selected to copy by hand.
    ///
    /// # Errors
    /// When nothing is.
    pub async fn copy_by_hand(&self) -> Outcome<String> {
        let refuse = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new Error('no')) } })";
        self.browser.script(refuse, json!([])).await?;
        self.browser.press(&Find::button("Copy")).await?;
        let look = "const e = document.activeElement; return e?.localName === 'textarea' && e.readOnly && e.selectionEnd > 0 && e.selectionEnd === e.value.length";
        self.browser.until_true("a selected text", look, json!([])).await?;
        let text: Value =
            self.browser.script("return document.activeElement.value", json!([])).await?;
        Ok(text.as_str().map(str::to_owned).unwrap_or_default())
    }

    /// The first question that it can be taken to.
    ///
    /// # Errors
    /// When there is none.
    pub async fn offered(&self) -> Outcome<String> {
        let first = thirtyfour::By::Css("main li > button > :first-child");
        Ok(self.browser.driver().find(first).await?.text().await?)
    }

    /// Takes it to a question.
    ///
    /// # Errors
    /// When the question is not offered.
    pub async fn practise(&self, question: &str) -> Outcome {
        self.browser.press(&Find::button_that_begins(question)).await
    }
}
