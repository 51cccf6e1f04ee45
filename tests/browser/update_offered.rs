//! A new version is offered, never forced, and the draft outlives it.

use std::fs;

use journeys::{
    Find, Outcome, Visit, copy, journeys, json,
    pages::{AnswerPage, TodayPage},
};

journeys!(journey);

const QUESTION: &str = "fussy-customer";
const HALF: &str = "The lady wanted the blue one, not the other blue, and I";

async fn journey(mut visit: Visit) -> Outcome {
    let browser = visit.browser.clone();
    let dist = visit.folder.path().join("dist");
    copy(visit.site.dist(), &dist)?;
    visit.site = visit.site.from(&dist)?;
    let toast = Find::status("A new version is ready. Your work stays.");

    browser.step("visit the old version");
    TodayPage::open(&visit).await?;
    let controlled = "return !!navigator.serviceWorker.controller";
    browser.until_true("a worker in charge", controlled, json!([])).await?;
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.write(&AnswerPage::sheet(), HALF).await?;
    browser.until_kept("drafts", HALF).await?;

    browser.step("put a new version online");
    let shell = fs::read_to_string(dist.join("shell.html"))?;
    let new_shell = shell.replacen("<html ", "<html data-build=\"new\" ", 1);
    assert_ne!(shell, new_shell);
    let worker = fs::read_to_string(dist.join("sw.js"))?;
    let old_hash = hash(&browser, &shell).await?;
    let version =
        worker.lines().find(|line| line.starts_with("const VERSION = ")).unwrap().to_owned();
    assert_eq!(worker.matches(&old_hash).count(), 1, "the hash of the shell in the worker");
    let new_worker = worker
        .replace(&old_hash, &hash(&browser, &new_shell).await?)
        .replace(&version, "const VERSION = \"0000000000000001\";");
    fs::write(dist.join("shell.html"), new_shell)?;
    fs::write(dist.join("sw.js"), new_worker)?;

    browser.step("be offered it, and go on writing");
    browser.script("window.sinceBefore = true", json!([])).await?;
    assert!(!browser.sees(&toast).await?, "offered before there was one");
    browser
        .promise("await (await navigator.serviceWorker.getRegistration()).update()", json!([]))
        .await?;
    browser.see(&toast).await?;
    answer.write(&AnswerPage::sheet(), " smiled").await?;
    let same = browser
        .script(
            "return window.sinceBefore === true && !document.documentElement.dataset.build",
            json!([]),
        )
        .await?;
    assert_eq!(same, true, "the page was loaded anew by itself");

    browser.step("take it later, and find it again");
    browser.press(&Find::button("Later")).await?;
    browser.see_gone(&toast).await?;
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    browser.see(&toast).await?;
    let build =
        browser.script("return document.documentElement.dataset.build ?? 'old'", json!([])).await?;
    assert_eq!(build, "old", "the new version must wait until it is agreed to");

    browser.step("use it now");
    answer.write(&AnswerPage::sheet(), " too").await?;
    browser.press(&Find::button("Use it now")).await?;
    let new = "const { build, alive } = document.documentElement?.dataset ?? {}; return build === 'new' && alive === ''";
    browser.until_true("the new version", new, json!([])).await?;
    answer.has_text(&format!("{HALF} smiled too")).await?;
    assert!(!browser.sees(&toast).await?, "offered again");

    browser.step("come back later");
    browser.go("about:blank").await?;
    AnswerPage::open(&visit, QUESTION).await?;
    let one = "return document.documentElement.dataset.build === 'new'";
    assert_eq!(browser.script(one, json!([])).await?, true, "the old version again");
    // While a page of it was open, it was needed.
    let look = || async {
        let caches = browser.promise("return (await caches.keys()).length", json!([])).await;
        Ok(caches.is_ok_and(|caches| caches == 1).then_some(()))
    };
    browser.until("the old version tidied away", look).await
}

/// The hash of a file as the worker has it, by the browser itself.
async fn hash(browser: &journeys::Browser, text: &str) -> Outcome<String> {
    let script = "const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(arguments[0]));
        return btoa(String.fromCharCode(...new Uint8Array(bytes)))";
    let hash = browser.promise(script, json!([text])).await?;
    Ok(hash.as_str().unwrap_or_default().to_owned())
}
