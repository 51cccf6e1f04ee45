//! Work leaves as a file and comes back from it.

use std::{fs, path::PathBuf};

use journeys::{
    Engine, Outcome, Value, Visit, journeys, json,
    pages::{AnswerPage, AttemptPage, ProgressPage, SettingsPage},
};

journeys!(journey);

const QUESTION: &str = "hard-feedback";
const TEXT: &str = "In my second week a guest told me that I spoke too fast. I thanked her, and I asked a colleague to listen to me for a day.";
const WHAT: &str = "1 answer and 1 draft";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let prompt = visit.site.question(QUESTION)?.prompt().to_owned();
    browser.step("have some work");
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.write(&AnswerPage::sheet(), TEXT).await?;
    answer.check().await?;
    AttemptPage::here(browser).await?;

    browser.step("save a copy");
    let settings = SettingsPage::follow(browser).await?;
    let height = browser.script("return innerHeight", json!([])).await?;
    settings.save_copy().await?;
    let downloads = visit.folder.path().join("downloads");
    let file = browser
        .until(format!("a file in {}", downloads.display()), || async { Ok(whole(&downloads)) })
        .await?;
    if browser.engine == Engine::WebKit {
        // Its small browser puts a bar below the page, and the page must not move while it is pressed.
        let less = "return innerHeight < arguments[0]";
        browser.until_true("the bar of downloads", less, json!([height])).await?;
    }
    let name = file.file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.starts_with("rapport-backup-20"), "{name}");

    browser.step("delete everything, after second thoughts");
    settings.ask_to_delete(WHAT).await?;
    settings.keep_it().await?;
    browser.until_kept("attempts", "I spoke too fast").await?;
    settings.ask_to_delete(WHAT).await?;
    settings.delete().await?;
    assert_eq!(browser.kept_names().await?, [""; 0], "it was all to be deleted");
    let gone = "return (await caches.keys()).length === 0 && !(await navigator.serviceWorker.getRegistration())";
    browser.until_promise("the site itself off the device", gone).await?;
    ProgressPage::follow(browser).await?.is_empty().await?;

    browser.step("bring the copy in, and take it back");
    let settings = SettingsPage::open(&visit).await?;
    settings.bring_in(&file).await?;
    settings.says_it_holds(WHAT).await?;
    assert!(!has_words(browser.kept("attempts").await?), "added before it was agreed to");
    settings.add().await?;
    browser.until_kept("attempts", "I spoke too fast").await?;
    settings.undo().await?;
    for name in ["attempts", "drafts"] {
        browser.until_kept_as(name, |kept| !has_words(kept.map(str::to_owned))).await?;
    }

    browser.step("bring it in for good");
    settings.bring_in(&file).await?;
    settings.says_it_holds(WHAT).await?;
    settings.add().await?;
    ProgressPage::open(&visit).await?.lists(1, &prompt).await?;
    AnswerPage::open(&visit, QUESTION).await?.has_text(TEXT).await
}

fn has_words(kept: Option<String>) -> bool {
    kept.is_some_and(|kept| kept.contains("I spoke too fast"))
}

/// The file that has come, once it is whole.
fn whole(downloads: &PathBuf) -> Option<PathBuf> {
    let file = fs::read_dir(downloads)
        .ok()?
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|ending| ending == "json"))?;
    let text = fs::read_to_string(&file).ok()?;
    serde_json::from_str::<Value>(&text).is_ok().then_some(file)
}
