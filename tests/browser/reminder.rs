//! One quiet line reminds of a copy, when there is much to lose, and leaves one in peace when told to.

use journeys::{
    Find, Outcome, Visit, journeys, json,
    pages::{SettingsPage, TodayPage},
};

journeys!(journey);

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let line = Find::text("6 answers are only on this device.");
    browser.step("have answered much of late");
    browser.go(&visit.site.url("robots.txt")).await?;
    answered(&visit, &[6, 5, 4, 3, 2, 1]).await?;
    TodayPage::open(&visit).await?;
    browser.see(&Find::heading("One next thing")).await?;
    assert!(!browser.sees(&line).await?, "not after a week yet");

    browser.step("and over more than a week");
    browser.go(&visit.site.url("robots.txt")).await?;
    answered(&visit, &[9, 5, 4, 3, 2, 1]).await?;
    TodayPage::open(&visit).await?;
    browser.see(&line).await?;

    browser.step("put it aside");
    browser.press(&Find::button("Not now")).await?;
    browser.see_gone(&line).await?;
    TodayPage::open(&visit).await?;
    browser.see(&Find::heading("One next thing")).await?;
    assert!(!browser.sees(&line).await?, "it nags");

    browser.step("a month later");
    let month = "const copies = JSON.parse(localStorage.getItem('rapport:copies'));
        copies.later -= 31 * 86400000;
        localStorage.setItem('rapport:copies', JSON.stringify(copies));";
    browser.script(month, json!([])).await?;
    TodayPage::open(&visit).await?;
    browser.see(&line).await?;

    browser.step("save a copy");
    let settings = SettingsPage::follow(browser).await?;
    browser.see(&Find::text("No copy yet.")).await?;
    settings.save_copy().await?;
    browser.see(&Find::text("Last copy:")).await?;
    TodayPage::follow(browser).await?;
    browser.see(&Find::heading("One next thing")).await?;
    assert!(!browser.sees(&line).await?, "there is a copy");
    Ok(())
}

/// Leaves answers behind that were finished so many days ago.
async fn answered(visit: &Visit, days: &[u64]) -> Outcome {
    let now = visit.browser.script("return Date.now()", json!([])).await?;
    let now = now.as_u64().unwrap_or_default();
    let attempt = |(n, days): (usize, &u64)| {
        json!({
            "at": now - days * 86_400_000, "question": format!("q{n}"), "prompt": "?",
            "text": format!("Answer {n}"), "mode": "free",
        })
    };
    let list: Vec<_> = days.iter().enumerate().map(attempt).collect();
    let all =
        json!({"app": "rapport", "aggregate": "attempts", "version": 1, "data": {"list": list}});
    visit.browser.keep("attempts", &all.to_string()).await
}
