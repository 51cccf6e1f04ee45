//! The theme is kept, pages have their titles, and the browser's own buttons lead where they should.

use journeys::{
    Find, Outcome, Visit, get, journeys, json,
    pages::{Coming, QuestionPage, QuestionsPage, SettingsPage, TodayPage, arrive, reading},
};

journeys!(journey);

const QUESTION: &str = "angry-customer";

/// One page of each kind.
const PAGES: [&str; 20] = [
    "",
    "questions/",
    "questions/angry-customer/",
    "questions/angry-customer/answer/",
    "frameworks/",
    "frameworks/star-i/",
    "templates/",
    "templates/philosophy/",
    "library/",
    "guides/",
    "guides/role-retail/",
    "glossary/",
    "glossary/fcr/",
    "phrases/",
    "phrases/upset/",
    "checklists/the-day/",
    "search/",
    "progress/",
    "progress/answer/",
    "settings/",
];

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    browser.step("choose dark");
    let settings = SettingsPage::open(&visit).await?;
    let light = ground(&visit).await?;
    settings.theme("Dark").await?;
    browser
        .until_true(
            "another ground",
            "return getComputedStyle(document.body).backgroundColor !== arguments[0]",
            json!([light]),
        )
        .await?;
    browser.until_kept("settings", "dark").await?;
    let dark = ground(&visit).await?;

    browser.step("keep dark");
    TodayPage::open(&visit).await?;
    assert_eq!(ground(&visit).await?, dark);
    let settings = SettingsPage::follow(browser).await?;
    let chosen =
        "return document.querySelector('input[name=theme]:checked')?.labels[0].textContent.trim()";
    assert_eq!(browser.script(chosen, json!([])).await?, "Dark");
    settings.theme("Light").await?;
    browser.until_kept("settings", "light").await?;
    assert_eq!(ground(&visit).await?, light);

    let mut titles = Vec::new();
    for page in PAGES {
        browser.step(format!("the title of /{page}"));
        let plain = get(visit.site.addr(), &format!("{}{page}", visit.site.base()))?;
        let title = plain.text_of("title").unwrap();
        browser.go(&visit.site.url(page)).await?;
        arrive(browser, &title, None, Coming::ByAddress).await?;
        titles.push(title);
    }
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), PAGES.len(), "each has its own: {titles:?}");

    browser.step("go back to a filtered list");
    let prompt = visit.site.question(QUESTION)?.prompt().to_owned();
    let questions = QuestionsPage::open(&visit).await?;
    let all = questions.listed().await?.len();
    questions.search("angry").await?;
    questions.filters().await?;
    questions.switch_on("Hospitality").await?;
    questions.filters().await?;
    let in_address = "return location.search.includes('q=angry') && location.search.includes('role=hospitality')";
    browser.until_true("the filter in the address", in_address, json!([])).await?;
    let found = questions.listed().await?;
    assert!(found.contains(&prompt) && found.len() < all, "{found:?} of {all}");
    questions.choose(&prompt).await?;
    QuestionPage::here(&visit, QUESTION).await?;
    let at_its_top =
        "return location.pathname.endsWith(`/questions/${arguments[0]}/`) && scrollY === 0";
    browser.until_true("its address, and its top", at_its_top, json!([QUESTION])).await?;
    browser.back().await?;
    let questions = QuestionsPage::here(browser).await?;
    questions.has(found.len()).await?;
    assert_eq!(questions.listed().await?, found);
    assert_eq!(browser.value(&Find::field("Search questions")).await?, "angry");
    browser.see(&Find::button("Hospitality, remove").within("Filters in use")).await?;
    browser.forward().await?;
    QuestionPage::here(&visit, QUESTION).await?;

    browser.step("open a filtered list by its address");
    browser.go(&visit.site.url("questions/?q=angry&role=hospitality")).await?;
    reading(browser, "Questions", Coming::ByAddress).await?;
    questions.has(found.len()).await?;
    assert_eq!(questions.listed().await?, found);
    Ok(())
}

/// The colour behind everything.
async fn ground(visit: &Visit) -> Outcome<journeys::Value> {
    visit.browser.script("return getComputedStyle(document.body).backgroundColor", json!([])).await
}
