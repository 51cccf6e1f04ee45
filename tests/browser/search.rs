//! The search finds things across the whole bank, forgives typing mistakes, and can be gone back to.

use journeys::{
    Find, Outcome, Visit, journeys, json,
    pages::{Coming, TodayPage, reading},
};

journeys!(journey);

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    browser.step("come to the search from home");
    TodayPage::open(&visit).await?;
    browser.press(&Find::link("Search")).await?;
    reading(browser, "Search", Coming::ByLink).await?;

    browser.step("search with a typing mistake");
    let field = Find::field("Search through everything");
    browser.write(&field, "empahty").await?;
    browser.see(&Find::item("Empathy")).await?;
    let marked = "return document.querySelector('mark.found')?.textContent";
    assert_eq!(
        browser.script(marked, json!([])).await?,
        "Empathy",
        "what it is called comes first"
    );
    let in_address = "return location.search === '?q=empahty'";
    browser.until_true("the search in the address", in_address, json!([])).await?;

    browser.step("open what was found, and go back to the finds");
    browser.press(&Find::item("Empathy")).await?;
    reading(browser, "Empathy", Coming::ByLink).await?;
    browser.see(&Find::heading("In an interview")).await?;
    browser.back().await?;
    reading(browser, "Search", Coming::ByLink).await?;
    browser.see(&Find::item("Empathy")).await?;
    assert_eq!(browser.value(&field).await?, "empahty");

    browser.step("a single phrase is found and shown where it stands");
    browser.go(&visit.site.url("search/?q=calm+down")).await?;
    reading(browser, "Search", Coming::ByAddress).await?;
    let pair = "a[href*='/phrases/#']";
    browser
        .until_true("a phrase", "return !!document.querySelector(arguments[0])", json!([pair]))
        .await?;
    browser.script("document.querySelector(arguments[0]).click()", json!([pair])).await?;
    reading(browser, "Phrases that help", Coming::ByLink).await?;
    let there = "return !!document.querySelector(':target, #' + location.hash.slice(1))";
    browser.until_true("the phrase", there, json!([])).await?;

    browser.step("nothing found says what to do");
    browser.go(&visit.site.url("search/?q=zzzzqqq")).await?;
    browser.see(&Find::heading("Nothing has that in it")).await?;
    browser.step("something at random");
    browser.go(&visit.site.url("search/")).await?;
    browser.press(&Find::button("Surprise me")).await?;
    browser
        .until_true("another page", "return !location.pathname.endsWith('/search/')", json!([]))
        .await?;
    browser
        .until_true("its heading", "return !!document.querySelector('#main h1')", json!([]))
        .await?;
    browser.step("any question");
    browser.go(&visit.site.url("questions/?role=retail")).await?;
    browser.press(&Find::button("Any question")).await?;
    let at_one = "return /\\/questions\\/[a-z0-9-]+\\/$/.test(location.pathname) && !!document.querySelector('#main h1.said')";
    browser.until_true("a question", at_one, json!([])).await?;
    Ok(())
}
