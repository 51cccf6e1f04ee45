//! What is ticked off stays ticked off, and taking it back can be taken back.

use journeys::{
    Find, Outcome, Visit, journeys, json,
    pages::{Coming, reading},
};

journeys!(journey);

/// How many boxes are ticked.
const TICKED: &str =
    "return document.querySelectorAll('.tick input:checked').length === arguments[0]";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let address = visit.site.url("checklists/the-day/");
    browser.step("tick two steps off");
    browser.go(&address).await?;
    reading(browser, "The day of the interview", Coming::ByAddress).await?;
    let steps = browser.driver().find_all(thirtyfour::By::Css(".tick")).await?;
    let all = steps.len();
    steps[0].click().await?;
    steps[2].click().await?;
    browser.see(&Find::status(&format!("2 of {all} done"))).await?;
    browser.until_kept("ticks", "the-day").await?;

    browser.step("find them ticked later");
    browser.go(&address).await?;
    reading(browser, "The day of the interview", Coming::ByAddress).await?;
    browser.until_true("two ticks", TICKED, json!([2])).await?;
    browser.go(&visit.site.url("checklists/")).await?;
    browser.see(&Find::text(&format!("2 of {all} done"))).await?;

    browser.step("take all back, and take that back");
    browser.go(&address).await?;
    browser.press(&Find::button("Untick all")).await?;
    browser.until_true("no tick", TICKED, json!([0])).await?;
    browser.press(&Find::button("Undo: tick them again")).await?;
    browser.until_true("two ticks", TICKED, json!([2])).await?;
    Ok(())
}
