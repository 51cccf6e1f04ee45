//! A question of one's own, and writing it down.

use super::{Coming, SITE, arrive, reading};
use crate::{Browser, Find, Outcome};

/// One of them.
#[derive(Debug)]
pub struct OwnQuestionPage {
    browser: Browser,
}

impl OwnQuestionPage {
    /// Waits for it after a link or after it was saved.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn here(browser: &Browser, prompt: &str, coming: Coming) -> Outcome<Self> {
        arrive(browser, &format!("Your own question{SITE}"), Some(prompt), coming).await?;
        Ok(Self { browser: browser.clone() })
    }

    /// Presses the way to the answer, by its name now.
    ///
    /// # Errors
    /// When it is not there under that name.
    pub async fn answer(&self, name: &str) -> Outcome {
        self.browser.press(&Find::link(name)).await
    }

    /// Goes to the form.
    ///
    /// # Errors
    /// When that is not offered.
    pub async fn change(&self) -> Outcome<EditPage> {
        self.browser.press(&Find::link("Change it")).await?;
        EditPage::here(&self.browser, "Change your question").await
    }

    /// Deletes it: a way back must have the focus.
    ///
    /// # Errors
    /// When it does not.
    pub async fn delete(&self) -> Outcome {
        self.browser.press(&Find::button("Delete it")).await?;
        self.browser.see(&Find::heading("This question is deleted")).await?;
        self.browser.see_focus("Undo").await
    }

    /// Takes that back.
    ///
    /// # Errors
    /// When that is not offered, or the question does not come back.
    pub async fn undo(&self, prompt: &str) -> Outcome {
        self.browser.press(&Find::button("Undo")).await?;
        Self::here(&self.browser, prompt, Coming::ByLink).await.map(drop)
    }
}

/// The form.
#[derive(Debug)]
pub struct EditPage {
    browser: Browser,
}

impl EditPage {
    /// Waits for it after a link, by its heading.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn here(browser: &Browser, heading: &str) -> Outcome<Self> {
        reading(browser, heading, Coming::ByLink).await?;
        Ok(Self { browser: browser.clone() })
    }

    /// The field for the question.
    #[must_use]
    pub fn prompt() -> Find {
        Find::field("The question")
    }

    /// Writes at the end of a field.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn write(&self, label: &str, text: &str) -> Outcome {
        self.browser.write(&Find::field(label), text).await
    }

    /// Opens a fold.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn unfold(&self, name: &str) -> Outcome {
        self.browser.press(&Find::fold(name)).await
    }

    /// Waits until it says that words from before are still there.
    ///
    /// # Errors
    /// When it does not.
    pub async fn goes_on_with(&self, text: &str) -> Outcome {
        self.browser.see(&Find::status("What you typed is still here.")).await?;
        assert_eq!(self.browser.value(&Self::prompt()).await?, text);
        Ok(())
    }

    /// Saves.
    ///
    /// # Errors
    /// When that is not offered.
    pub async fn save(&self) -> Outcome {
        self.browser.press(&Find::button("Save the question")).await
    }
}
