//! Whether an answer meets its question: what is heard, a red flag, what is asked next, and writing on.

use journeys::{
    Find, Outcome, Visit, journeys,
    pages::{AnswerPage, AttemptPage, Coming, EditPage, OwnQuestionPage, QuestionsPage},
};
use serde_json::json;

journeys!(journey);

const QUESTION: &str = "angry-customer";
const TEXT: &str = "Last winter a guest at our hotel was angry because his room was not ready at four. I listened until he had finished, and then I told him to calm down. I called the housekeeper and found him another room on the second floor. After ten minutes he went up with his bags, and the next morning he thanked me at the desk. Since then I check the rooms of early guests before my shift begins.";
const SORRY: &str = " I said I was sorry that he had waited so long.";
const OWN: &str = "Tell me about a time when a parcel went to the wrong house.";
const OWN_TEXT: &str = "One Monday a customer rang because her parcel was at the wrong house. I said sorry and I rang the driver at once, because she needed it that day.";

async fn journey(visit: Visit) -> Outcome {
    let browser = visit.browser.clone();
    let prompt = visit.site.question(QUESTION)?.prompt().to_owned();

    browser.step("an answer without an apology");
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.write(&AnswerPage::sheet(), TEXT).await?;
    answer.check().await?;
    let attempt = AttemptPage::here(&browser).await?;
    attempt
        .hears("how you listened before you answered", "I listened until he had finished")
        .await?;
    attempt.does_not_hear("an apology for something exact").await?;
    attempt.flags("You told the customer to calm down").await?;
    attempt.flags("There is no apology").await?;

    browser.step("the same by its address");
    let address = browser.driver().current_url().await?;
    browser.go(address.as_str()).await?;
    attempt
        .hears("how you listened before you answered", "I listened until he had finished")
        .await?;
    let asked = browser.script(ASKED, json!([])).await?;
    let asked = asked.as_str().unwrap_or_default().to_owned();
    let probes = visit.site.question(QUESTION)?;
    assert!((0..4).any(|at| probes.text(&format!("/probes/{at}/ask")) == asked), "{asked}");

    browser.step("write on");
    attempt.asks_next(&asked).await?;
    attempt.write_on().await?;
    let answer = AnswerPage::to(&browser, &prompt, Coming::ByLink).await?;
    answer.has_text(TEXT).await?;
    answer.write(&AnswerPage::sheet(), SORRY).await?;
    answer.check().await?;
    let attempt = AttemptPage::here(&browser).await?;
    attempt.hears("an apology for something exact", "was sorry that he").await?;
    browser.see_gone(&Find::text("There is no apology")).await?;

    browser.step("a question of one's own has only what comes next");
    QuestionsPage::open(&visit).await?;
    browser.press(&Find::link("Write down a question")).await?;
    let form = EditPage::here(&browser, "Write down a question").await?;
    form.write("The question", OWN).await?;
    form.save().await?;
    OwnQuestionPage::here(&browser, OWN, Coming::ByLink).await?.answer("Answer this").await?;
    let answer = AnswerPage::to(&browser, OWN, Coming::ByLink).await?;
    answer.write(&AnswerPage::sheet(), OWN_TEXT).await?;
    answer.check().await?;
    AttemptPage::here(&browser).await?.asks_next("How did it end?").await?;
    assert!(!browser.sees(&Find::heading("What they listen for here")).await?);

    Ok(())
}

const ASKED: &str = "return document.querySelector('section[aria-labelledby=next-question] .said')?.textContent.trim() ?? ''";
