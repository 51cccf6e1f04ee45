//! Copies that come by themselves, into a file that was chosen once.
//!
//! A dialogue of the browser cannot be steered: the file is one of the browser's own, which it handles as
//! any other.

use journeys::{
    Find, Outcome, Visit, journeys, json,
    pages::{AnswerPage, AttemptPage, SettingsPage},
};

journeys!(journey, Chromium chromium);

mod elsewhere {
    use super::*;

    journeys!(absent, Firefox firefox, WebKit webkit);

    /// Where the browser cannot, nothing is offered, and it says what to do instead.
    async fn absent(visit: Visit) -> Outcome {
        let settings = SettingsPage::open(&visit).await?;
        settings.unfold("Copies that come by themselves").await?;
        let browser = &visit.browser;
        browser.see(&Find::text("This browser cannot write into a file by itself.")).await?;
        assert!(!browser.sees(&Find::button("Choose a file")).await?);
        Ok(())
    }
}

const FOLD: &str = "Copies that come by themselves";
const QUESTION: &str = "known-issue";
const TEXT: &str = "I rang each of them before they rang me.";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    browser.step("choose a file");
    let settings = SettingsPage::open(&visit).await?;
    settings.unfold(FOLD).await?;
    browser.script(CHOOSE, json!([])).await?;
    browser.press(&Find::button("Choose a file")).await?;
    browser.see(&Find::status("Copies go to copy.json. The last one:")).await?;
    file_has(&visit, "\"kind\": \"backup\"").await?;

    browser.step("finish an answer on another page: it is in the file without a press");
    a_minute_ago(&visit).await?;
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.write(&AnswerPage::sheet(), TEXT).await?;
    answer.check().await?;
    AttemptPage::here(browser).await?;
    file_has(&visit, TEXT).await?;
    browser.until_kept("copies", "\"entries\":2").await?;

    browser.step("be asked for permission again only after a press");
    a_minute_ago(&visit).await?;
    let answer = AnswerPage::open(&visit, "saying-no").await?;
    browser.script(ASK_AGAIN, json!([])).await?;
    answer.write(&AnswerPage::sheet(), "I said no, and why.").await?;
    answer.check().await?;
    AttemptPage::here(browser).await?;
    let settings = SettingsPage::follow(browser).await?;
    settings.unfold(FOLD).await?;
    browser.see(&Find::status("Your browser wants to know again")).await?;
    let asked = "return window.asked";
    assert_eq!(browser.script(asked, json!([])).await?, 0, "asked without a press");
    browser.press(&Find::button("Let Rapport write")).await?;
    file_has(&visit, "I said no, and why.").await?;
    browser.see_gone(&Find::status("Your browser wants to know again")).await?;
    assert_eq!(browser.script(asked, json!([])).await?, 1);

    browser.step("lose everything on this device: the file is left alone");
    browser.go(&visit.site.url("robots.txt")).await?;
    a_minute_ago(&visit).await?;
    for (name, data) in [("attempts", json!({"list": []})), ("drafts", json!({"by_question": {}}))]
    {
        let empty = json!({"app": "rapport", "aggregate": name, "version": 1, "data": data});
        browser.keep(name, &empty.to_string()).await?;
    }
    let settings = SettingsPage::open(&visit).await?;
    settings.unfold(FOLD).await?;
    browser.see(&Find::status("There is far less on this device than in that file")).await?;
    file_has(&visit, TEXT).await?;

    browser.step("stop");
    browser.press(&Find::button("Stop these copies")).await?;
    browser.see(&Find::button("Choose a file")).await?;
    let gone =
        "return (await indexedDB.databases()).every(({ name }) => name !== 'rapport-handles')";
    browser.until_promise("the hold to be forgotten", gone).await?;
    file_has(&visit, TEXT).await
}

/// Waits until the file has some words in it.
async fn file_has(visit: &Visit, words: &str) -> Outcome {
    let script = format!(
        "const root = await navigator.storage.getDirectory();
         const read = async () => (await (await root.getFileHandle('copy.json')).getFile()).text();
         // While it is being replaced there is none.
         return (await read().catch(() => '')).includes({});",
        json!(words),
    );
    visit.browser.until_promise(format!("{words:?} in the file"), &script).await
}

/// Lets the file be as old as it must be to be written again.
async fn a_minute_ago(visit: &Visit) -> Outcome {
    let script = "const copies = JSON.parse(localStorage.getItem('rapport:copies'));
        copies.auto.written -= 120000;
        localStorage.setItem('rapport:copies', JSON.stringify(copies));";
    visit.browser.script(script, json!([])).await.map(drop)
}

const CHOOSE: &str = "window.showSaveFilePicker = async () =>
  (await navigator.storage.getDirectory()).getFileHandle('copy.json', { create: true });";

const ASK_AGAIN: &str = "window.asked = 0;
FileSystemHandle.prototype.queryPermission = async () => (window.asked ? 'granted' : 'prompt');
FileSystemHandle.prototype.requestPermission = async () => { window.asked += 1; return 'granted'; };";
