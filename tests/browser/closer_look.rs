//! What a finished answer shows on a closer look: steps, worth, metrics, words. Only what applies.

use journeys::{
    Find, Outcome, Visit, journeys,
    pages::{AnswerPage, AttemptPage, Coming, reading},
};

journeys!(journey);

const UPSET: &str = "angry-customer";
const NUMBERS: &str = "metrics-you-watch";

const STORY: &str = "Last winter a guest at our hotel was angry because his room was not ready at four. I offered him a refund. Then I let him finish, and I said sorry for the long wait. I called the housekeeper, and at ten past four I carried his red suitcase up to room 12. He went up, and he came back every summer with his family.";
const FIGURES: &str = "In my last job in a call centre I looked at two numbers every week. Our NPS was 45 % and I told the team about it. Then we talked about the comments. I asked three callers what they did not like, and I changed the first sentence of our email. Our handle time went from 7 to 5 minutes in that quarter.";

async fn finish(visit: &Visit, question: &str, text: &str) -> Outcome<AttemptPage> {
    let answer = AnswerPage::open(visit, question).await?;
    answer.way("Write freely").await?;
    answer.write(&AnswerPage::sheet(), text).await?;
    answer.check().await?;
    AttemptPage::here(&visit.browser).await
}

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let under = |text: &str, topic: &str| Find::text(text).under(topic);

    browser.step("finish an answer about an angry guest");
    finish(&visit, UPSET, STORY).await?;
    browser.see(&Find::heading("A closer look")).await?;
    let steps = "Steps with an upset person";
    browser.see(&under("“I let him finish”", steps)).await?;
    browser.see(&under("not there yet", steps)).await?;
    browser.see(&under("“I offered him a refund” comes before", steps)).await?;
    browser
        .see(&under("he came back every summer", "From what you did to what it was worth"))
        .await?;
    assert!(!browser.sees(&Find::heading("Numbers and metrics")).await?, "no metric is named");

    browser.step("read how the steps go");
    browser.press(&Find::link("How LAST works")).await?;
    reading(browser, "LAST", Coming::ByLink).await?;

    browser.step("finish an answer with metrics");
    finish(&visit, NUMBERS, FIGURES).await?;
    browser.see(&under("“NPS was 45 %”", "Numbers and metrics")).await?;
    browser.see(&under("it runs from −100 to +100", "Numbers and metrics")).await?;
    assert!(!browser.sees(&Find::heading(steps)).await?, "nobody is upset");

    browser.step("look the metric up");
    browser.press(&Find::link("NPS")).await?;
    reading(browser, "Net promoter score (NPS)", Coming::ByLink).await
}
