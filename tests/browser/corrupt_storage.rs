//! Saved work that cannot be read is put aside, unchanged, and the app goes on.

use journeys::{
    Browser, Failure, Find, Outcome, Visit, journeys,
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
    browser.keep("attempts", GARBAGE).await?;

    browser.step("come back");
    TodayPage::open(&visit).await?;
    browser.see(&Find::alert("Something saved could not be read")).await?;
    let restored = |kept: Option<&str>| kept.is_some_and(|kept| kept != GARBAGE);
    browser.until_kept_as("attempts", restored).await?;
    is_aside(browser).await?;
    SettingsPage::follow(browser).await?;
    browser.see(&Find::text("Something that could not be read").under("Kept aside")).await?;
    browser.see(&Find::button("Save as a file").under("Kept aside")).await?;

    browser.step("go on working");
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.write(&AnswerPage::sheet(), "I gave the money back the same day.").await?;
    answer.check().await?;
    AttemptPage::here(browser).await?;
    browser.until_kept("attempts", "the same day").await?;
    is_aside(browser).await?;

    browser.step("come back to what is readable now");
    TodayPage::open(&visit).await?;
    assert!(!browser.sees(&Find::alert("Something saved could not be read")).await?);
    Ok(())
}

/// The same bytes stand under a name of their own, once.
async fn is_aside(browser: &Browser) -> Outcome {
    let names = browser.kept_names().await?;
    let aside: Vec<_> = names.iter().filter(|name| name.starts_with("broken-attempts-")).collect();
    let [name] = aside[..] else { return Err(Failure(format!("there is {names:?}"))) };
    assert_eq!(browser.kept(name).await?.as_deref(), Some(GARBAGE));
    Ok(())
}
