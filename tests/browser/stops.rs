//! When the app stops, every word is kept and there is a way on: loading anew, everything as a file, and safe mode, which
//! leaves what is saved alone.

use std::fs;

use journeys::{
    Find, Outcome, Visit, journeys, json,
    pages::{AnswerPage, Coming, QuestionPage, TodayPage, reading},
};

journeys!(journey);

const QUESTION: &str = "fussy-customer";
const SAVED: &str = "The lady wanted the blue one";
const UNSAVED: &str = "This is not to be kept";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    // A stop is written to the console.
    browser.forgive();
    let prompt = visit.site.question(QUESTION)?.prompt().to_owned();

    browser.step("write, and have something in the browser's database too");
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.write(&AnswerPage::sheet(), SAVED).await?;
    answer.has_text(SAVED).await?;
    browser.promise(PUT, json!([])).await?;

    browser.step("the app stops");
    browser.script(BREAK, json!([])).await?;
    browser.press(&Find::button("Check my answer")).await?;
    let stopped = Find::alert("Rapport has stopped");
    browser.see(&stopped).await?;
    browser.see(&Find::alert("What you wrote is saved on this device")).await?;
    browser.press(&Find::fold("What failed")).await?;
    browser.see(&Find::alert("panicked at")).await?;
    assert_eq!(browser.value(&Find::field("Your words")).await?, SAVED);
    let focus = "return document.querySelector('#failure').contains(document.activeElement) && [...document.body.children].every((one) => one.inert || one.id === 'failure')";
    browser.until_true("the focus on the way on, and nowhere else to go", focus, json!([])).await?;
    let size = "const { left, right } = document.querySelector('.failure .dialog').getBoundingClientRect(); return left >= 0 && right <= innerWidth";
    browser.until_true("the message on the screen", size, json!([])).await?;

    browser.step("save everything");
    browser.press(&Find::button("Save everything as a file")).await?;
    let file = visit.folder.path().join("downloads/rapport-everything.json");
    let text = browser
        .until("the file", || async {
            Ok(fs::read_to_string(&file).ok().filter(|text| text.ends_with('}')))
        })
        .await?;
    let all: journeys::Value = serde_json(&text)?;
    assert_eq!(all["indexedDB"]["saved"]["left-here"], "{\"text\":\"“é🙂”\"}", "{text}");
    assert!(text.contains(SAVED), "{text}");
    assert!(all["localStorage"]["rapport:rescue"] == SAVED, "{text}");

    browser.step("safe mode");
    browser.press(&Find::button("Open in safe mode")).await?;
    AnswerPage::to(browser, &prompt, Coming::ByAddress).await?;
    browser.see(&Find::button("Save everything as a file").within("Safe mode")).await?;
    let before = everything(&visit).await?;
    answer.has_text("").await?;
    answer.write(&AnswerPage::sheet(), UNSAVED).await?;
    browser.see(&Find::alert("This browser does not save your work")).await?;
    assert_eq!(everything(&visit).await?, before, "safe mode changed what is saved");

    browser.step("as always");
    browser.press(&Find::button("Open normally").within("Safe mode")).await?;
    AnswerPage::to(browser, &prompt, Coming::ByAddress).await?;
    answer.has_text(SAVED).await?;
    browser.see(&Find::alert("Rapport stopped the last time")).await?;

    browser.step("an address to get there by hand");
    browser.go(&visit.site.url("questions/?safe")).await?;
    reading(browser, "Questions", Coming::ByAddress).await?;
    browser.see(&Find::button("Open normally").within("Safe mode")).await?;
    browser.press(&Find::button("Fetch Rapport anew").within("Safe mode")).await?;
    let anew = "return performance.getEntriesByType('navigation')[0].type === 'reload' && document.documentElement.hasAttribute('data-alive')";
    browser.until_true("the page anew", anew, json!([])).await?;
    TodayPage::open(&visit).await?;
    QuestionPage::open(&visit, QUESTION).await?.read().await
}

fn serde_json(text: &str) -> Outcome<journeys::Value> {
    Ok(text.parse()?)
}

/// What is stored, without what stands in fields.
async fn everything(visit: &Visit) -> Outcome<journeys::Value> {
    let script = "const { localStorage, indexedDB } = JSON.parse(await rapport.everything()); return { localStorage, indexedDB }";
    visit.browser.promise(script, json!([])).await
}

/// Puts something where saved work may lie, as the app does.
const PUT: &str = r#"
const db = await new Promise((done, fail) => {
  const request = indexedDB.open("rapport");
  request.onupgradeneeded = () => request.result.createObjectStore("saved");
  request.onsuccess = () => done(request.result);
  request.onerror = fail;
});
const writing = db.transaction("saved", "readwrite");
writing.objectStore("saved").put('{"text":"“é🙂”"}', "left-here");
await new Promise((done) => { writing.oncomplete = done; });
db.close();"#;

/// Takes away something that the app takes for granted: it panics when it draws the next view.
const BREAK: &str = "Node.prototype.cloneNode = () => { throw new Error('no clones') };
Document.prototype.createTextNode = () => { throw new Error('no texts') };";
