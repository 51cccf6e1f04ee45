//! What a newer version saved is left alone.

use journeys::{
    Find, Outcome, Visit, journeys,
    pages::{AnswerPage, AttemptPage, TodayPage},
};

journeys!(journey);

const NEWER: &str =
    r#"{"app":"rapport","aggregate":"drafts","version":7,"data":{"by_moon":[1,2]}}"#;

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    browser.step("have been here with a newer version");
    browser.go(&visit.site.url("robots.txt")).await?;
    browser.keep("drafts", NEWER).await?;

    browser.step("come back with this one");
    TodayPage::open(&visit).await?;
    browser.see(&Find::alert("Your work was saved by a newer Rapport")).await?;

    browser.step("write all the same");
    let answer = AnswerPage::open(&visit, "double-billed").await?;
    answer.write(&AnswerPage::sheet(), "I gave the money back the same day.").await?;
    answer.check().await?;
    // An answer is an aggregate of its own, which this version may write.
    AttemptPage::here(browser).await?;
    browser.until_kept("attempts", "the same day").await?;
    assert_eq!(browser.kept("drafts").await?.as_deref(), Some(NEWER));
    Ok(())
}
