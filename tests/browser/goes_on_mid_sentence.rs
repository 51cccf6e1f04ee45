//! Half a sentence is enough: it is there again after the page was left, and Today offers to go on.

use journeys::{
    Outcome, Visit, journeys,
    pages::{AnswerPage, TodayPage},
};

journeys!(journey);

const QUESTION: &str = "double-billed";
const HALF: &str = "Last spring a customer at our phone shop was charged twice, and she";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let prompt = visit.site.question(QUESTION)?.prompt().to_owned();

    browser.step("stop in the middle of a sentence");
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.write(&AnswerPage::sheet(), HALF).await?;
    browser.until_kept("drafts", HALF).await?;

    browser.step("load the page again");
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.has_text(HALF).await?;

    browser.step("take up Today’s offer");
    let today = TodayPage::open(&visit).await?;
    today.offers_to_go_on(&prompt, "was charged twice, and she").await?;
    today.go_on().await?;
    let answer = AnswerPage::here(&visit, QUESTION).await?;
    answer.has_text(HALF).await?;

    browser.step("leave while the last words are not saved yet");
    answer.write(&AnswerPage::sheet(), " was upset").await?;
    TodayPage::open(&visit).await?.offers_to_go_on(&prompt, "twice, and she was upset").await
}
