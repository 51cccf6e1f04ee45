//! Text that means harm, through every way into the page: files, their names, links, text fields. None of
//! it runs, and the app goes on. The list is `tests/hostile.json`; `crates/coach/tests/hostile.rs`
//! takes the same list through everything that reads.

use std::time::Duration;

use journeys::{
    Outcome, Value, Visit, journeys, json,
    pages::{AnswerPage, Coming, SettingsPage, TodayPage, reading},
};

journeys!(journey);

const LIST: &str = include_str!("../hostile.json");
const SCRIPT: &str = include_str!("hostile.js");

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let list: Vec<Value> = serde_json::from_str(LIST)?;
    // The list is long, and each part goes through all of it.
    browser.driver().set_script_timeout(Duration::from_secs(300)).await?;
    assert!(list.len() >= 150, "{}", list.len());

    browser.step("know what the page has of its own");
    TodayPage::open(&visit).await?;
    let globals = browser.script(GLOBALS, json!([])).await?;

    browser.step("as files, and as names of files");
    SettingsPage::open(&visit).await?;
    does(&visit, "files", &list).await?;
    let same = browser.script(GLOBALS, json!([])).await?;
    assert_eq!(same, globals, "there are names that were not there before");

    browser.step("as links");
    TodayPage::open(&visit).await?;
    does(&visit, "links", &list).await?;
    browser.step("in text fields");
    AnswerPage::open(&visit, "angry-customer").await?;
    does(&visit, "fields", &list).await?;
    for (page, name) in [
        ("collection/question/edit/", "Write down a question"),
        ("search/", "Search"),
        ("glossary/", "Glossary"),
        ("questions/", "Questions"),
    ] {
        browser.step(format!("in text fields of {name}"));
        browser.go(&visit.site.url(page)).await?;
        reading(browser, name, Coming::ByAddress).await?;
        does(&visit, "fields", &list).await?;
    }

    browser.step("and the app goes on");
    TodayPage::open(&visit).await?;
    does(&visit, "nothing", &list).await
}

/// Does a part of the script, which must say that nothing went wrong.
async fn does(visit: &Visit, part: &str, list: &[Value]) -> Outcome {
    let script = SCRIPT.replace("const parts = {", "const parts = { async nothing() {},");
    let wrong = visit.browser.promise(&script, json!([part, visit.site.base(), list])).await?;
    assert_eq!(wrong, json!([]), "{part}");
    Ok(())
}

/// The names that pages have given to the window; those of the driver and of this watch come and go.
const GLOBALS: &str = "return Object.keys(window).filter((name) => !/^(misdeeds|cdc_|\\$|__|ret_nodes)/.test(name) && isNaN(name)).sort()";
