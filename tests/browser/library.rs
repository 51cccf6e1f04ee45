//! What there is to read can be found from the library, leads on, and leads back.

use journeys::{
    Find, Outcome, Visit, journeys, json,
    pages::{Coming, navigate, reading},
};

journeys!(journey);

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    browser.step("open a guide");
    browser.go(&visit.site.url("library/")).await?;
    reading(browser, "Library", Coming::ByAddress).await?;
    browser.press(&Find::item("Guides")).await?;
    reading(browser, "Guides", Coming::ByLink).await?;
    browser.press(&Find::item("What interviewers look for")).await?;
    reading(browser, "What interviewers look for", Coming::ByLink).await?;

    browser.step("do what its last line says");
    let act = browser.driver().find(thirtyfour::By::Css("section.marked a.btn")).await?;
    let to = act.attr("href").await?.unwrap_or_default();
    act.click().await?;
    browser
        .until_true(
            "the page it leads to",
            "return location.href === new URL(arguments[0], location.href).href",
            json!([to]),
        )
        .await?;
    // The other page knows of the guide too.
    let back = Find::link("What interviewers look for").under("Goes with this");
    browser.press(&back).await?;
    reading(browser, "What interviewers look for", Coming::ByLink).await?;

    browser.step("find a term by its letters");
    navigate(browser, "Library").await?;
    browser.press(&Find::item("Glossary")).await?;
    reading(browser, "Glossary", Coming::ByLink).await?;
    browser.write(&Find::field("Find a term"), "csat").await?;
    browser.see(&Find::status("1 term")).await?;
    browser.press(&Find::item("Customer satisfaction score (CSAT)")).await?;
    reading(browser, "Customer satisfaction score (CSAT)", Coming::ByLink).await?;
    browser.see(&Find::heading("How it is counted")).await?;

    browser.step("choose a group of phrases");
    browser.go(&visit.site.url("phrases/")).await?;
    reading(browser, "Phrases that help", Coming::ByAddress).await?;
    browser.press(&Find::link("Saying no").within("When you need them")).await?;
    reading(browser, "Saying no", Coming::ByLink).await?;
    browser.see(&Find::text("Instead of")).await.map(drop)
}
