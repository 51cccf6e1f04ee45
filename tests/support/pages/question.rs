//! One question.

use super::{Coming, reading};
use crate::{Browser, Find, Outcome, Question, Visit};

/// What a question is for, and the way to one's own answer.
#[derive(Debug)]
pub struct QuestionPage {
    browser: Browser,
    question: Question,
}

impl QuestionPage {
    /// Goes to its address.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open(visit: &Visit, id: &str) -> Outcome<Self> {
        visit.browser.go(&visit.site.url(&format!("questions/{id}/"))).await?;
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
        let question = visit.site.question(id)?;
        reading(&visit.browser, question.prompt(), coming).await?;
        Ok(Self { browser: visit.browser.clone(), question })
    }

    /// Reads what an interviewer wants to learn, and how answers to it differ.
    ///
    /// # Errors
    /// When something of it is not there.
    pub async fn read(&self) -> Outcome {
        let parts = [
            ("What they want to learn", "/intent"),
            ("Strong signals", "/strong/0"),
            ("Red flags", "/flags/0/text"),
            ("They may ask next", "/probes/0/ask"),
            ("What a 1, 3 and 5 sound like", "/anchors/five"),
        ];
        for (heading, pointer) in parts {
            self.browser.see(&Find::heading(heading)).await?;
            self.browser.see(&Find::text(self.question.text(pointer))).await?;
        }
        Ok(())
    }

    /// A sentence of the first sample answer.
    #[must_use]
    pub fn sample(&self) -> Find {
        Find::text(self.question.text("/sample/0/text/0/1"))
    }

    /// Opens the fold with the first sample answer.
    ///
    /// # Errors
    /// When there is none.
    pub async fn open_sample(&self) -> Outcome {
        let solid = self.question.text("/sample/0/level") == "solid";
        let fold = if solid { "A solid answer" } else { "An outstanding answer" };
        self.browser.press(&Find::fold(fold)).await
    }

    /// Presses the way to the answer, which is called differently before, during and after writing.
    ///
    /// # Errors
    /// When it is not there under that name.
    pub async fn answer(&self, name: &str) -> Outcome {
        self.browser.press(&Find::link(name)).await
    }

    /// Waits until one's own answers are shown beside it.
    ///
    /// # Errors
    /// When they are not.
    pub async fn shows_own_answers(&self) -> Outcome {
        self.browser.see(&Find::heading("Your answers")).await?;
        self.browser.see(&Find::image("Situation and task").under("Your answers")).await.map(drop)
    }
}
