//! Text that means harm, through every way into the page: files, their names, a backup with all of it, links, text fields.
//! None of it runs, all of it stays text, and the app goes on. The list is `tests/hostile.json`;
//! `crates/coach/tests/hostile.rs` takes the same list through everything that reads.

use std::time::Duration;

use journeys::{
    Browser, Find, Outcome, Value, Visit, journeys, json,
    pages::{Coming, TodayPage, not_found},
};

journeys!(journey);

const LIST: &str = include_str!("../hostile.json");
const SCRIPT: &str = include_str!("hostile.js");

/// How often a document may change its address in ten seconds, with a few to spare: WebKit allows 100.
const A_DOCUMENT: usize = 80;

/// Addresses that are none of the site's, and lead out of its folder once they are unescaped.
const CLIMBING: [&str; 3] = [
    "..%5C..%5Cother/",
    "questions/%252e%252e/%252e%252e/%252e%252e/other/",
    "%5C%5Clocalhost:9%5Cother/",
];

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let list: Vec<Value> = serde_json::from_str(LIST)?;
    assert!(list.len() >= 150, "{}", list.len());
    browser.driver().set_script_timeout(Duration::from_secs(60)).await?;
    browser.go(&visit.site.url("robots.txt")).await?;

    browser.step("as files, and as names of files");
    does(&visit, "files", &list, json!([])).await?;
    for (part, way) in [
        ("paths", "as steps of addresses"),
        ("queries", "as values in addresses"),
        ("searches", "as what is looked for"),
    ] {
        browser.step(way);
        for some in list.chunks(A_DOCUMENT) {
            browser.go(&visit.site.url("robots.txt")).await?;
            does(&visit, part, some, json!([])).await?;
        }
    }
    browser.step("in a backup that is brought in");
    does(&visit, "together", &list, json!([])).await?;
    browser.step("on the pages that show what was brought in");
    let shown = json!([
        ["", false],
        ["questions/?own=1", true],
        ["progress/", false],
        ["progress/answer/?at=1700000000000", true],
        ["progress/answer/again/?at=1700000000000&part=result", false],
        ["collection/", true],
        ["collection/question/?id=own-1", true],
        ["collection/question/?id=own-2", false],
        ["collection/question/edit/?id=own-1", true],
        ["collection/question/answer/?id=own-1", true],
        ["questions/angry-customer/answer/", true],
        ["templates/upset-customer/fill/", true],
        ["templates/upset-customer/fill/?at=1", false],
        ["checklists/roadmap/", false],
        ["quizzes/", false],
        ["settings/", false],
    ]);
    does(&visit, "shown", &list, shown).await?;
    browser.step("in text fields");
    let fields = json!([
        "questions/angry-customer/answer/",
        "questions/double-billed/answer/?by=star-i",
        "progress/answer/again/?at=1700000000000&part=action",
        "collection/question/edit/",
        "templates/good-teammate/fill/",
        "search/",
        "glossary/",
        "questions/",
    ]);
    does(&visit, "fields", &list, fields).await?;

    browser.step("addresses that climb out of the site's folder");
    for address in CLIMBING {
        browser.go(&visit.site.url(address)).await?;
        not_found(browser, Coming::ByAddress).await?;
        // A link to a place in this page takes its whole address along.
        browser.script("document.querySelector('a[href=\"#main\"]').click()", json!([])).await?;
        stays(browser, &visit, address).await?;
        TodayPage::open(&visit).await?;
        let link = "const link = document.createElement('a'); link.href = arguments[0]; link.id = 'climbs'; link.textContent = 'climb';
            document.querySelector('#main').prepend(link); link.click()";
        browser.script(link, json!([visit.site.url(address)])).await?;
        not_found(browser, Coming::ByAddress).await?;
        stays(browser, &visit, address).await?;
    }

    browser.step("and the app goes on");
    TodayPage::open(&visit).await?;
    browser.see(&Find::link("Search")).await.map(drop)
}

/// The address is still below the site's own.
async fn stays(browser: &Browser, visit: &Visit, address: &str) -> Outcome {
    let now = browser.script("return location.href", json!([])).await?;
    let now = now.as_str().unwrap_or_default();
    assert!(now.starts_with(&visit.site.url("")), "{address} led to {now}");
    Ok(())
}

/// Does a part of the script, which must say that nothing went wrong.
async fn does(visit: &Visit, part: &str, list: &[Value], more: Value) -> Outcome {
    let args = json!([part, visit.site.base(), list, more]);
    let wrong = visit.browser.promise(SCRIPT, args).await?;
    assert_eq!(wrong, json!([]), "{part}");
    Ok(())
}
