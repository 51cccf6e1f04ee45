//! One weak part, said anew with the keyboard alone.

use journeys::{
    Find, Keys, Outcome, Visit, journeys, json,
    pages::{AgainPage, AttemptPage, Coming, TodayPage},
};
use thirtyfour::Key;

journeys!(journey);

const BEGUN: &str = "Last May a guest shouted at our desk because her bill was wrong. I listened until she had finished. I handled the situation and did my best. In the end it was solved.";
const OFFER: &str = "Practise the action again";
const STEPS: &str = "I said sorry for the second bill. I called the office while she waited and printed a new bill.";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let keys = Keys::of(browser);

    browser.step("come back to a finished answer");
    TodayPage::open(&visit).await?;
    let attempt = json!({"at": 1_000, "question": "angry-customer", "prompt": "Tell me about an angry customer.", "text": BEGUN});
    let all = json!({"app": "rapport", "aggregate": "attempts", "version": 1, "data": {"list": [attempt]}});
    browser.keep("attempts", &all.to_string()).await?;
    browser.go(&visit.site.url("progress/answer/?at=1000")).await?;
    browser.see(&Find::item(OFFER)).await?;
    keys.tab_to_the("a", OFFER).await?;
    keys.press(Key::Enter).await?;
    let again = AgainPage::here(browser, OFFER, Coming::ByLink).await?;

    browser.step("write the part anew");
    browser.see(&Find::text("I handled the situation")).await?;
    keys.tab_to_the("textarea", "Your new words").await?;
    keys.write(STEPS).await?;
    again.has_text(STEPS).await?;
    browser.see(&Find::status("The coach reads this as action.")).await?;

    browser.step("compare");
    keys.tab_to_the("button", "Compare").await?;
    keys.press(Key::Enter).await?;
    again.compares("called the office").await?;
    again.marks("del", "handled the situation").await?;

    browser.step("go on writing");
    keys.tab_to_the("button", "Try again").await?;
    keys.press(Key::Enter).await?;
    browser.see_focus("Your new words").await?;
    keys.tab_to_the("button", "Compare").await?;
    keys.press(Key::Enter).await?;
    again.compares("called the office").await?;

    browser.step("keep it");
    keys.tab_to_the("button", "Keep it").await?;
    keys.press(Key::Enter).await?;
    let attempt = AttemptPage::here(browser).await?;
    attempt.shows("called the office while she waited").await?;
    browser.see(&Find::text("Compared with your try of")).await.map(drop)
}
