//! Text that means harm, through every way into the page: files, their names, links, saved work, text fields. None of
//! it runs, all of it shows as text, and the app goes on. The list is `tests/hostile.json`; `crates/coach/tests/hostile.rs`
//! takes the same list through everything that reads.

use std::time::Duration;

use journeys::{
    Find, Outcome, Value, Visit, journeys, json,
    pages::{AnswerPage, Coming, ProgressPage, SettingsPage, TodayPage, reading},
};

journeys!(journey);

const LIST: &str = include_str!("../hostile.json");
const SCRIPT: &str = include_str!("hostile.js");

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let list: Vec<Value> = serde_json::from_str(LIST)?;
    // The list is long, and each part goes through all of it.
    browser.driver().set_script_timeout(Duration::from_secs(300)).await?;
    assert!(list.len() >= 150, "{}", list.len());

    browser.step("know what the page has of its own");
    TodayPage::open(&visit).await?;
    let globals = browser.script(GLOBALS, json!([])).await?;

    browser.step("as files, and as names of files");
    let settings = SettingsPage::open(&visit).await?;
    does(&visit, "files", &list).await?;
    let same = browser.script(GLOBALS, json!([])).await?;
    assert_eq!(same, globals, "there are names that were not there before");

    browser.step("as saved work, brought in");
    let copy = visit.folder.write("rapport-backup.json", &backup(&list).to_string())?;
    settings.bring_in(&copy).await?;
    browser.press(&Find::button("Add them")).await?;
    browser.until_kept("rapport:attempts", "hostile=1").await?;
    ProgressPage::open(&visit).await?;
    does(&visit, "shown", &list).await?;
    for page in ["collection/", "questions/", "checklists/", "quizzes/", ""] {
        browser.go(&visit.site.url(page)).await?;
        browser.until_true("a page that is alive", ALIVE, json!([])).await?;
    }

    browser.step("as links");
    TodayPage::open(&visit).await?;
    does(&visit, "links", &list).await?;
    for one in list.iter().filter(|one| one["kind"] == "address") {
        let text = one["text"].as_str().unwrap_or_default();
        let plain = |byte: u8| byte.is_ascii_graphic() && !b"<>\"\\^`{|}".contains(&byte);
        let address: String = text.bytes().filter(|byte| plain(*byte)).map(char::from).collect();
        browser.step(format!("by the address search/?q={address}"));
        browser.go(&visit.site.url(&format!("search/?q={address}"))).await?;
        browser.until_true("a page that is alive", ALIVE, json!([])).await?;
    }

    browser.step("in text fields");
    AnswerPage::open(&visit, "angry-customer").await?;
    does(&visit, "fields", &list).await?;
    for (page, name) in [
        ("collection/question/edit/", "Write down a question"),
        ("search/", "Search"),
        ("glossary/", "Glossary"),
        ("questions/", "Questions"),
    ] {
        browser.step(format!("in text fields of {name}"));
        browser.go(&visit.site.url(page)).await?;
        reading(browser, name, Coming::ByAddress).await?;
        does(&visit, "fields", &list).await?;
    }

    browser.step("and the app goes on");
    TodayPage::open(&visit).await?;
    does(&visit, "nothing", &list).await
}

/// Does a part of the script, which must say that nothing went wrong.
async fn does(visit: &Visit, part: &str, list: &[Value]) -> Outcome {
    let script = SCRIPT.replace("const parts = {", "const parts = { async nothing() {},");
    let wrong = visit.browser.promise(&script, json!([part, visit.site.base(), list])).await?;
    assert_eq!(wrong, json!([]), "{part}");
    Ok(())
}

/// A backup that has every text in every place for one.
fn backup(list: &[Value]) -> Value {
    let whole = |one: &Value| {
        let text = |name: &str| one[name].as_str().unwrap_or_default().to_owned();
        let repeat = one["repeat"].as_u64().unwrap_or(1) as usize;
        // The long ones have been files already, and there is not room for all of them.
        [text("head"), text("text").repeat(repeat.min(20)), text("tail")].concat()
    };
    let texts: Vec<String> = list.iter().map(whole).collect();
    let mut attempts = Vec::new();
    let (mut questions, mut drafts, mut marks, mut done) =
        (json!({}), json!({}), json!({}), json!({}));
    for (at, text) in (1..).zip(&texts) {
        attempts.push(
            json!({"at": at * 10_000, "question": text, "prompt": text, "text": text, "mode": "free"}),
        );
        let own = json!({"prompt": text, "place": text, "intent": text, "strong": [text], "flags": [text], "sample": text,
            "probes": [{"ask": text}], "framework": text, "template": text, "stuck": text, "changed": at});
        questions[format!("own-{at}")] = own.clone();
        questions[text] = own;
        drafts[text] = json!({"free": text, "changed": at});
        marks[text] = json!(at);
        marks[format!("questions/{text}")] = json!(at);
        done[text] = json!({text: at});
    }
    json!({"app": "rapport", "kind": "backup", "version": 1, "made": 1, "data": {
        "attempts": {"list": attempts}, "drafts": {"by_question": drafts}, "own": {"questions": questions},
        "marks": {"items": marks}, "ticks": {"done": done},
    }})
}

const ALIVE: &str = "return document.documentElement.hasAttribute('data-alive') && !document.querySelector('#failure') && !!document.querySelector('#main h1')";
/// The names that pages have given to the window; those of the driver and of this watch come and go.
const GLOBALS: &str = "return Object.keys(window).filter((name) => !/^(misdeeds|cdc_|\\$|__|ret_nodes)/.test(name) && isNaN(name)).sort()";
