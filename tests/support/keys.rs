//! The keyboard, for journeys without a pointer.

use thirtyfour::Key;

use crate::{Browser, Failure, Focus, Outcome};

/// How many times Tab is pressed before something counts as out of reach.
const REACH: usize = 80;

/// The keyboard of a browser.
#[derive(Clone, Debug)]
pub struct Keys {
    browser: Browser,
}

impl Keys {
    /// The keyboard of this browser.
    #[must_use]
    pub fn of(browser: &Browser) -> Self {
        Self { browser: browser.clone() }
    }

    /// Presses one key.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn press(&self, key: Key) -> Outcome {
        let keys = self.browser.driver().action_chain();
        Ok(keys.key_down(key.clone()).key_up(key).perform().await?)
    }

    /// Types a text where the focus is.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn write(&self, text: &str) -> Outcome {
        Ok(self.browser.driver().action_chain().send_keys(text).perform().await?)
    }

    /// Presses Tab until something has the focus that `is_it`; on the way the focus must always show.
    ///
    /// # Errors
    /// When it is out of reach, or the focus cannot be seen somewhere.
    pub async fn tab_to(&self, what: &str, is_it: impl Fn(&Focus) -> bool) -> Outcome<Focus> {
        let mut way = Vec::new();
        for _ in 0..REACH {
            self.press(Key::Tab).await?;
            let Some(focus) = self.browser.focus().await? else { continue };
            if !focus.visible {
                return Err(Failure(format!("the focus does not show on {focus:?}")));
            }
            if is_it(&focus) {
                return Ok(focus);
            }
            way.push(format!("{} {:?}", focus.tag, focus.name));
        }
        Err(Failure(format!("Tab does not lead to {what}. It led to {}.", way.join(", "))))
    }

    /// Presses Tab until the element of that kind and name has the focus.
    ///
    /// # Errors
    /// As [`Keys::tab_to`].
    pub async fn tab_to_the(&self, tag: &str, name: &str) -> Outcome<Focus> {
        let is_it = |focus: &Focus| focus.tag == tag && focus.name.starts_with(name);
        self.tab_to(&format!("the {tag} {name:?}"), is_it).await
    }
}
