//! Practising one part of a finished answer again.

use super::{Coming, SITE, arrive};
use crate::{Browser, Find, Outcome};

/// The page with the one job of saying a part anew.
#[derive(Debug)]
pub struct AgainPage {
    browser: Browser,
}

impl AgainPage {
    /// Waits for it, by the name of the offer that leads to it.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn here(browser: &Browser, offer: &str, coming: Coming) -> Outcome<Self> {
        let title = format!("Practise one part again{SITE}");
        arrive(browser, &title, Some(offer), coming).await?;
        Ok(Self { browser: browser.clone() })
    }

    /// The field for the new words.
    #[must_use]
    pub fn field() -> Find {
        Find::field("Your new words")
    }

    /// Waits until that stands in the field.
    ///
    /// # Errors
    /// When something else does.
    pub async fn has_text(&self, text: &str) -> Outcome {
        let field = Self::field();
        let look = || async {
            let found =
                self.browser.driver().find_all(thirtyfour::By::XPath(field.path.as_str())).await?;
            let Some(field) = found.first() else { return Ok(None) };
            Ok((field.prop("value").await?.as_deref() == Some(text)).then_some(()))
        };
        self.browser.until(format!("the text {text:?} as the new words"), look).await
    }

    /// Waits until both tries are shown, with those words marked as new, and the focus is on what changed.
    ///
    /// # Errors
    /// When they are not.
    pub async fn compares(&self, new: &str) -> Outcome {
        self.browser.see_focus("What changed").await?;
        self.marks("ins", new).await
    }

    /// Waits until those words are marked as new (`ins`) or removed (`del`).
    ///
    /// # Errors
    /// When they are not.
    pub async fn marks(&self, tag: &str, words: &str) -> Outcome {
        let script = "return [...document.querySelectorAll(arguments[0])].some((one) => one.textContent.includes(arguments[1]))";
        let what = format!("{words:?} marked as {tag}");
        self.browser.until_true(what, script, serde_json::json!([tag, words])).await
    }
}
