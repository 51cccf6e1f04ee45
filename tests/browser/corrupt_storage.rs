//! Saved work that cannot be read is put aside, unchanged, and the app goes on.

use journeys::{
    Find, Outcome, Visit, journeys, json,
    pages::{AnswerPage, AttemptPage, SettingsPage, TodayPage},
};

journeys!(journey);

const GARBAGE: &str =
    r#"{"app":"rapport","aggregate":"attempts","version":1,"data":{"list":[{"at":17"#;
const QUESTION: &str = "double-billed";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    browser.step("leave something broken behind");
    browser.go(&visit.site.url("robots.txt")).await?;
    browser.keep("rapport:attempts", GARBAGE).await?;

    browser.step("come back");
    TodayPage::open(&visit).await?;
    browser.see(&Find::alert("Something saved could not be read")).await?;
    browser.until_true("the same bytes put aside", ASIDE, json!([GARBAGE])).await?;
    SettingsPage::follow(browser).await?;
    browser.see(&Find::text("Something that could not be read").under("Kept aside")).await?;
    browser.see(&Find::button("Save as a file").under("Kept aside")).await?;

    browser.step("go on working");
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.write(&AnswerPage::sheet(), "I gave the money back the same day.").await?;
    answer.check().await?;
    AttemptPage::here(browser).await?;
    browser.until_kept("rapport:attempts", "the same day").await?;
    browser.until_true("the same bytes still aside", ASIDE, json!([GARBAGE])).await?;

    browser.step("come back to what is readable now");
    TodayPage::open(&visit).await?;
    assert!(!browser.sees(&Find::alert("Something saved could not be read")).await?);
    Ok(())
}

const ASIDE: &str = "const aside = Object.keys(localStorage).filter((key) => key.startsWith('rapport:broken-attempts-'));
return aside.length === 1 && localStorage.getItem(aside[0]) === arguments[0];";
