//! Settings and data.

use std::path::Path;

use super::{Coming, navigate, reading};
use crate::{Browser, Find, Outcome, Visit};

/// What is kept, and what may be done with it.
#[derive(Debug)]
pub struct SettingsPage {
    browser: Browser,
}

impl SettingsPage {
    /// Its name.
    const NAME: &str = "Settings and data";

    /// Goes to its address.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open(visit: &Visit) -> Outcome<Self> {
        visit.browser.go(&visit.site.url("settings/")).await?;
        reading(&visit.browser, Self::NAME, Coming::ByAddress).await?;
        Ok(Self { browser: visit.browser.clone() })
    }

    /// Follows the link to it.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn follow(browser: &Browser) -> Outcome<Self> {
        navigate(browser, Self::NAME).await?;
        reading(browser, Self::NAME, Coming::ByLink).await?;
        Ok(Self { browser: browser.clone() })
    }

    /// Chooses a theme: "Like the device", "Light", "Dark".
    ///
    /// # Errors
    /// When it is not there.
    pub async fn theme(&self, name: &str) -> Outcome {
        self.browser.press(&Find::choice(name)).await
    }

    /// Waits until it says that the site opens without a network.
    ///
    /// # Errors
    /// When it does not.
    pub async fn is_offline_ready(&self) -> Outcome {
        self.browser.see(&Find::status("The whole site is on this device.")).await.map(drop)
    }

    /// Presses "Save a copy".
    ///
    /// # Errors
    /// When it does not say that the copy is saved.
    pub async fn save_copy(&self) -> Outcome {
        self.browser.press(&Find::button("Save a copy")).await?;
        self.browser
            .see(&Find::status("Your copy is among this device’s downloads."))
            .await
            .map(drop)
    }

    /// Waits until it says that the browser has promised to keep everything.
    ///
    /// # Errors
    /// When it does not.
    pub async fn promises_to_keep(&self) -> Outcome {
        self.browser.see(&Find::status("This browser has promised to keep")).await.map(drop)
    }

    /// Opens one of the folds below "Save a copy".
    ///
    /// # Errors
    /// When it is not there.
    pub async fn unfold(&self, name: &str) -> Outcome {
        self.browser.press(&Find::fold(name)).await
    }

    /// Chooses a file to bring in.
    ///
    /// # Errors
    /// When there is no field for it.
    pub async fn bring_in(&self, file: &Path) -> Outcome {
        let field = Find::field("Choose a copy");
        if !self.browser.sees(&field).await? {
            self.unfold("Bring in a copy").await?;
        }
        self.browser.give_file(&field, file).await
    }

    /// Waits until a file is refused with that reason, and with the word that nothing has changed.
    ///
    /// # Errors
    /// When it is not.
    pub async fn refuses(&self, why: &str) -> Outcome {
        self.browser
            .see(&Find::alert(&format!("{why} Nothing on this device has changed.")))
            .await
            .map(drop)
    }

    /// Waits until the file is read, and says what is in it.
    ///
    /// # Errors
    /// When it is not.
    pub async fn says_it_holds(&self, what: &str) -> Outcome {
        self.browser.see(&Find::status(&format!("This copy holds {what}."))).await.map(drop)
    }

    /// Waits until a file is said to be damaged, and how much of it can be read.
    ///
    /// # Errors
    /// When it is not.
    pub async fn says_damaged(&self, readable: &str) -> Outcome {
        let words =
            format!("This copy was damaged after it was saved. {readable} of it can be read");
        self.browser.see(&Find::alert(&words)).await.map(drop)
    }

    /// Waits until it says what would change in one of the ways.
    ///
    /// # Errors
    /// When it does not.
    pub async fn previews(&self, line: &str) -> Outcome {
        self.browser.see(&Find::text(line)).await.map(drop)
    }

    /// Adds what is in the copy.
    ///
    /// # Errors
    /// When that is not offered, or it is not added.
    pub async fn add(&self) -> Outcome {
        self.browser.press(&Find::button("Add to what is here")).await?;
        self.browser.see(&Find::status("The copy is added.")).await.map(drop)
    }

    /// Looks at what it would be to put the copy in place of everything.
    ///
    /// # Errors
    /// When that is not offered.
    pub async fn look_at_replacing(&self) -> Outcome {
        self.unfold("Or replace what is here").await
    }

    /// Puts the copy in place of everything.
    ///
    /// # Errors
    /// When that is not offered, or not done.
    pub async fn replace(&self) -> Outcome {
        self.browser.press(&Find::button("Replace everything here")).await?;
        let done = Find::status("The copy is in place of what was here.");
        self.browser.see(&done).await.map(drop)
    }

    /// Takes that back.
    ///
    /// # Errors
    /// When that is not offered.
    pub async fn undo(&self) -> Outcome {
        self.browser.press(&Find::button("Undo")).await?;
        self.browser.see(&Find::status("Undone. Everything is as it was before.")).await.map(drop)
    }

    /// Asks to delete everything: the question must name what there is.
    ///
    /// # Errors
    /// When nothing is asked, or something else.
    pub async fn ask_to_delete(&self, what: &str) -> Outcome {
        self.browser.press(&Find::button("Delete all my data")).await?;
        self.browser.see(&Find::alert(&format!("This deletes {what} for good."))).await.map(drop)
    }

    /// Thinks better of it.
    ///
    /// # Errors
    /// When that is not offered.
    pub async fn keep_it(&self) -> Outcome {
        self.browser.press(&Find::button("Keep it")).await?;
        self.browser.see(&Find::button("Delete all my data")).await.map(drop)
    }

    /// Deletes.
    ///
    /// # Errors
    /// When that is not offered, or not done.
    pub async fn delete(&self) -> Outcome {
        self.browser.press(&Find::button("Delete everything")).await?;
        self.browser.see(&Find::status("Everything is deleted.")).await.map(drop)
    }
}
