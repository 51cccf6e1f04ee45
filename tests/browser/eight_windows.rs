//! Eight windows that write at once lose nothing, and each shows what the others have written.

use journeys::{
    Browser, Engine, Find, Outcome, Visit, journeys, json,
    pages::{AnswerPage, AttemptPage, ProgressPage},
};

journeys!(journey);

const QUESTIONS: [&str; 8] = [
    "double-billed",
    "saying-no",
    "hard-feedback",
    "angry-customer",
    "fussy-customer",
    "rude-customers",
    "service-recovery",
    "after-hard-calls",
];

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    browser.step("open eight windows, and one that only looks");
    ProgressPage::open(&visit).await?.is_empty().await?;
    let looking = browser.window().await?;
    let mut windows = Vec::new();
    for question in QUESTIONS {
        windows.push(browser.new_window().await?);
        AnswerPage::open(&visit, question).await?;
    }

    browser.step("write in all of them at once");
    for (window, question) in windows.iter().zip(QUESTIONS) {
        browser.go_to_window(window).await?;
        browser.script(TYPE, json!([question])).await?;
    }
    for window in &windows {
        browser.go_to_window(window).await?;
        browser.until_true("the last word", "return window.typed === true", json!([])).await?;
    }
    for question in QUESTIONS {
        browser.until_kept("drafts", &last(question)).await?;
    }

    no_words_aside(browser).await?;
    if browser.engine == Engine::WebKit {
        // Its small browser draws only the window in front, and does not bring another one there.
        return Ok(());
    }

    browser.step("finish all of them");
    for window in &windows {
        browser.go_to_window(window).await?;
        browser.press(&Find::button("Check my answer")).await?;
        AttemptPage::here(browser).await?;
    }
    for question in QUESTIONS {
        browser.until_kept("attempts", &last(question)).await?;
    }

    browser.step("see all of them where nothing was written");
    browser.go_to_window(&looking).await?;
    for question in QUESTIONS {
        let prompt = visit.site.question(question)?.prompt().to_owned();
        browser.see(&Find::item(&prompt)).await?;
    }
    no_words_aside(browser).await
}

/// No two wrote in the same place, so nothing had to give way.
async fn no_words_aside(browser: &Browser) -> Outcome {
    for name in ["drafts", "attempts"] {
        let kept = browser.kept(name).await?.unwrap_or_default();
        assert!(!kept.contains("aside"), "{kept}");
    }
    Ok(())
}

fn last(question: &str) -> String {
    format!("word 59 of {question}")
}

/// Types as somebody would who never stops: a word every few milliseconds. Where the browser slows down what
/// is out of sight, all that is due.
const TYPE: &str = "const [question] = arguments;
const field = document.querySelector('textarea');
const begin = Date.now();
let count = 0;
const typing = setInterval(() => {
  for (; count < Math.min(60, (Date.now() - begin) / 20); count += 1) {
    field.value += `word ${count} of ${question} `;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  if (count === 60) { clearInterval(typing); window.typed = true; }
}, 20);";
