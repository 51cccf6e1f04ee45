//! The browser is asked to keep what is written after the first finished answer, and where it would show a
//! question, only after a press.

use journeys::{
    Engine, Find, Outcome, Visit, journeys, json,
    pages::{AnswerPage, AttemptPage, SettingsPage},
};

journeys!(journey);

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let times = || browser.script("return window.asked", json!([]));
    browser.step("write an answer");
    let answer = AnswerPage::open(&visit, "known-issue").await?;
    browser.script(COUNT, json!([])).await?;
    answer.write(&AnswerPage::sheet(), "I wrote to each of them on the same day.").await?;
    browser.until_kept("drafts", "same day").await?;
    assert_eq!(times().await?, 0, "asked before there is an answer");

    browser.step("finish it");
    answer.check().await?;
    AttemptPage::here(browser).await?;
    let settings = SettingsPage::follow(browser).await?;
    if browser.engine == Engine::Firefox {
        browser.see(&Find::status("This browser has not promised to keep")).await?;
        assert_eq!(times().await?, 0, "Firefox would have shown a question");
        browser.press(&Find::button("Ask the browser to keep it")).await?;
    } else {
        browser.until_true("one asking", "return window.asked === 1", json!([])).await?;
    }
    settings.promises_to_keep().await?;
    assert_eq!(times().await?, 1);
    assert!(!browser.sees(&Find::button("Ask the browser to keep it")).await?);

    browser.step("finish another: what is promised is not asked for again");
    let again = "history.back()";
    browser.script(again, json!([])).await?;
    AttemptPage::here(browser).await?;
    assert_eq!(times().await?, 1);
    Ok(())
}

// WebKit's small browser has no such thing on an address like this one: all get the same.
const COUNT: &str = "window.asked = 0;
Object.defineProperty(navigator, 'storage', { value: {
  persisted: () => Promise.resolve(window.asked > 0),
  persist: () => { window.asked += 1; return Promise.resolve(true); },
} });";
