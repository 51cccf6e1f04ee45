//! A template, filled in, kept, taken elsewhere and practised.

use journeys::{
    Find, Outcome, Visit, journeys, json,
    pages::{AnswerPage, CollectionPage, Coming, FillPage, reading},
};

journeys!(journey);

const TEMPLATE: &str = "upset-customer";
const WORDS: [&str; 2] = ["let him finish", "read back his order"];
const OTHER: &str = "and thanked him";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    browser.step("choose the template");
    browser.go(&visit.site.url("templates/")).await?;
    reading(browser, "Templates", Coming::ByAddress).await?;
    let link = format!("a[href$='/templates/{TEMPLATE}/'] > :first-child");
    let title = browser.driver().find(thirtyfour::By::Css(link)).await?.text().await?;
    browser.press(&Find::item(&title)).await?;
    reading(browser, &title, Coming::ByLink).await?;
    browser.press(&Find::link("Fill in the gaps")).await?;
    let fill = FillPage::here(browser, &title, Coming::ByLink).await?;

    browser.step("fill in two gaps");
    for (gap, words) in fill.gaps().await?.iter().zip(WORDS) {
        gap.send_keys(words).await?;
        fill.reads(words).await?;
    }
    browser.until_kept("own", WORDS[1]).await?;
    browser.go(&visit.site.url(&format!("templates/{TEMPLATE}/fill/"))).await?;
    let fill = FillPage::here(browser, &title, Coming::ByAddress).await?;
    fill.waits_for(0, WORDS[0]).await?;

    browser.step("keep it, and change what is kept");
    fill.keep().await?;
    let address = browser.driver().current_url().await?;
    assert!(address.query().is_some_and(|query| query.starts_with("at=")), "{address}");
    browser.go(address.as_str()).await?;
    let fill = FillPage::here(browser, &title, Coming::ByAddress).await?;
    fill.waits_for(1, WORDS[1]).await?;
    fill.gaps().await?[1].send_keys(format!(" {OTHER}")).await?;
    let second = format!("{} {OTHER}", WORDS[1]);
    fill.reads(&second).await?;

    browser.step("copy it");
    let copied = fill.copy().await?;
    assert!(copied.contains(&second), "{copied}");
    assert_eq!(fill.copy_by_hand().await?, copied);

    browser.step("practise it");
    let question = fill.offered().await?;
    fill.practise(&question).await?;
    let answer = AnswerPage::to(browser, &question, Coming::ByLink).await?;
    browser.see(&Find::text(&second).under("Your answer so far")).await?;

    browser.step("find it in the collection, and take other words to the same question");
    answer.close().await?;
    let collection = CollectionPage::open(&visit).await?;
    collection.open_thing(&title).await?;
    let fill = FillPage::here(browser, &title, Coming::ByLink).await?;
    fill.gaps().await?[0].send_keys(" slowly").await?;
    fill.practise(&question).await?;
    browser.see(&Find::alert("with other words")).await?;
    browser.see_focus("Go on with the others").await?;
    browser.press(&Find::button("Use these instead")).await?;
    AnswerPage::to(browser, &question, Coming::ByLink).await?;
    browser.see(&Find::text("let him finish slowly").under("Your answer so far")).await?;

    browser.step("take it out, and put it back");
    let collection = CollectionPage::open(&visit).await?;
    // The words that gave way are kept besides.
    assert_eq!(browser.driver().find_all(thirtyfour::By::Css(".removable")).await?.len(), 2);
    let label = "return document.querySelector('.removable > button').ariaLabel";
    let take_out = browser.script(label, json!([])).await?;
    let take_out = take_out.as_str().unwrap_or_default().to_owned();
    assert!(take_out.starts_with(&format!("Take out: {title}")), "{take_out}");
    browser.press(&Find::labelled(&take_out)).await?;
    browser.see_focus("Undo").await?;
    browser.press(&Find::button("Undo")).await?;
    browser.see_focus(&take_out).await?;
    collection.lists(&title).await
}
