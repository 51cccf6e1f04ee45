//! The questions.

use serde_json::json;

use super::{Coming, navigate, reading};
use crate::{Browser, Find, Outcome, Value, Visit};

/// The list of questions with its search and its filters.
#[derive(Debug)]
pub struct QuestionsPage {
    browser: Browser,
}

impl QuestionsPage {
    /// Goes to its address.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open(visit: &Visit) -> Outcome<Self> {
        visit.browser.go(&visit.site.url("questions/")).await?;
        reading(&visit.browser, "Questions", Coming::ByAddress).await?;
        Ok(Self { browser: visit.browser.clone() })
    }

    /// Follows the link to it.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn follow(browser: &Browser) -> Outcome<Self> {
        navigate(browser, "Questions").await?;
        Self::here(browser).await
    }

    /// Waits for it after a link.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn here(browser: &Browser) -> Outcome<Self> {
        reading(browser, "Questions", Coming::ByLink).await?;
        Ok(Self { browser: browser.clone() })
    }

    /// Searches for words.
    ///
    /// # Errors
    /// When there is nowhere to write them.
    pub async fn search(&self, words: &str) -> Outcome {
        self.browser.write(&Find::field("Search questions"), words).await
    }

    /// Opens or closes the filters.
    ///
    /// # Errors
    /// When there are none.
    pub async fn filters(&self) -> Outcome {
        self.browser.press(&Find::fold("Filter")).await
    }

    /// Switches a filter on or off.
    ///
    /// # Errors
    /// When it is not there, or does not show among those in use.
    pub async fn switch_on(&self, filter: &str) -> Outcome {
        self.browser.press(&Find::choice(filter)).await?;
        let in_use = Find::button(&format!("{filter}, remove")).within("Filters in use");
        self.browser.see(&in_use).await.map(drop)
    }

    /// The questions in the list, in their order.
    ///
    /// # Errors
    /// When the driver cannot say.
    pub async fn listed(&self) -> Outcome<Vec<String>> {
        let items = "return [...document.querySelectorAll('main ul.list a')].map((a) => a.firstElementChild.textContent)";
        let items = self.browser.script(items, json!([])).await?;
        let items = items.as_array().into_iter().flatten();
        Ok(items.filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Waits until the list has so many questions, and says so.
    ///
    /// # Errors
    /// When it has not.
    pub async fn has(&self, number: usize) -> Outcome {
        let script = "return document.querySelectorAll('main ul.list a').length === arguments[0]";
        self.browser.until_true(format!("a list of {number}"), script, json!([number])).await?;
        let count =
            if number == 1 { "1 question".to_owned() } else { format!("{number} questions") };
        self.browser.see(&Find::status(&count)).await.map(drop)
    }

    /// Waits until a question is in the list.
    ///
    /// # Errors
    /// When it is not.
    pub async fn lists(&self, question: &str) -> Outcome {
        self.browser.see(&Find::item(question)).await.map(drop)
    }

    /// Waits until a question is not in the list.
    ///
    /// # Errors
    /// When it still is.
    pub async fn does_not_list(&self, question: &str) -> Outcome {
        self.browser.see_gone(&Find::item(question)).await
    }

    /// Opens a question of the list.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn choose(&self, question: &str) -> Outcome {
        self.browser.press(&Find::item(question)).await
    }
}
