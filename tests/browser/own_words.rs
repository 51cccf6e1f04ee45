//! What the coach says, in the candidate's own words: a next step, gone once it is done, and the words
//! shown in the answer.

use journeys::{
    Find, Outcome, Visit, journeys, json,
    pages::{AnswerPage, AttemptPage},
};

journeys!(journey);

const QUESTION: &str = "angry-customer";
const TEXT: &str = "Last winter a guest at our hotel was angry because his room was not ready. I let him finish and I said sorry for the long wait. I called the housekeeper.";
const ENDING: &str = " In the end he went up after ten minutes and he thanked me at breakfast.";
const STEP: &str = "After you called the housekeeper: what did he say or do?";
const TITLE: &str = "Say what you learned";
const ACT: &str = "called the housekeeper";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;

    browser.step("read a next step in own words");
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.write(&AnswerPage::sheet(), TEXT).await?;
    let step = Find::text(STEP).under("In your words");
    browser.see(&step).await?;

    browser.step("do it");
    answer.write(&AnswerPage::sheet(), ENDING).await?;
    browser.see(&Find::status("Done: Give it an ending")).await?;
    browser.see_gone(&step).await?;
    let caret = "return document.activeElement.selectionStart";
    let end = (TEXT.len() + ENDING.len()) as u64;
    assert_eq!(browser.script(caret, json!([])).await?, end, "the caret moved");

    browser.step("see the words in the answer, and come back");
    answer.check().await?;
    let attempt = AttemptPage::here(browser).await?;
    attempt.goes_away_when(TITLE, "a sentence says what you learned").await?;
    attempt.show(1, TITLE).await?;
    browser.see_focus(ACT).await?;
    attempt.back_to(1).await?;
    browser.see_focus(&AttemptPage::number(1, TITLE)).await?;

    browser.step("ask why the mark is what it is");
    browser.press(&Find::fold("Why this mark")).await?;
    browser.see(&Find::text("of 5.")).await?;
    browser.see(&Find::text("What you learned or do differently")).await.map(drop)
}
