//! Things are marked, found again, taken out and put back, with the keyboard alone.

use journeys::{
    Find, Keys, Outcome, Visit, journeys, json,
    pages::{CollectionPage, Coming, QuestionPage, reading},
};
use thirtyfour::Key;

journeys!(journey);

const QUESTION: &str = "angry-customer";
const PAGES: [(&str, &str); 2] = [
    ("frameworks/star-i/", "frameworks/star-i"),
    ("templates/upset-customer/", "templates/upset-customer"),
];
/// What an older visit may have marked.
const STALE: &str = "guides/no-such-guide";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let keys = Keys::of(browser);
    let prompt = visit.site.question(QUESTION)?.prompt().to_owned();

    browser.step("come with a mark of something that is gone");
    browser.go(&visit.site.url("robots.txt")).await?;
    let marks = json!({"app": "rapport", "aggregate": "marks", "version": 1, "data": {"items": {STALE: 1}}});
    browser.keep("marks", &marks.to_string()).await?;

    browser.step("mark a question, a framework and a template");
    QuestionPage::open(&visit, QUESTION).await?;
    keys.tab_to_the("button", "Mark").await?;
    keys.press(Key::Enter).await?;
    browser.until_kept("marks", &format!("questions/{QUESTION}")).await?;
    let mut names = Vec::new();
    for (address, mark) in PAGES {
        browser.go(&visit.site.url(address)).await?;
        browser.see(&Find::button("Mark")).await?;
        browser
            .until_true(
                "a page that is alive",
                "return document.documentElement.hasAttribute('data-alive')",
                json!([]),
            )
            .await?;
        keys.tab_to_the("button", "Mark").await?;
        keys.press(Key::Enter).await?;
        browser.until_kept("marks", mark).await?;
        let heading = browser
            .script("return document.querySelector('h1').textContent.trim()", json!([]))
            .await?;
        names.push(heading.as_str().map(str::to_owned).unwrap_or_default());
    }

    browser.step("find them");
    browser.go(&visit.site.url("questions/")).await?;
    reading(browser, "Questions", Coming::ByAddress).await?;
    keys.tab_to_the("a", "Your collection").await?;
    keys.press(Key::Enter).await?;
    let collection = CollectionPage::here(browser).await?;
    for name in names.iter().chain([&prompt]) {
        collection.lists(name).await?;
    }
    browser.see(&Find::text("This is no longer in Rapport.")).await?;

    browser.step("take one out, and put it back");
    let name = format!("Take out: {}", names[0]);
    keys.tab_to_the("button", &name).await?;
    keys.press(Key::Enter).await?;
    browser.see_gone(&Find::item(&names[0])).await?;
    browser.see_focus("Undo").await?;
    is_kept(&visit, PAGES[0].1, false).await?;
    keys.press(Key::Enter).await?;
    collection.lists(&names[0]).await?;
    browser.see_focus(&name).await?;
    is_kept(&visit, PAGES[0].1, true).await?;

    browser.step("take out what is gone");
    keys.tab_to_the("button", "Take out: no such guide").await?;
    keys.press(Key::Enter).await?;
    browser.see_focus("Undo").await?;
    is_kept(&visit, STALE, false).await?;
    CollectionPage::open(&visit).await?.lists(&names[0]).await?;
    browser.see_gone(&Find::text("This is no longer in Rapport.")).await
}

async fn is_kept(visit: &Visit, mark: &str, is: bool) -> Outcome {
    let browser = &visit.browser;
    browser.until_kept_as("marks", |kept| kept.is_some_and(|kept| kept.contains(mark)) == is).await
}
