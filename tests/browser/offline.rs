//! Without a network everything opens, known or not, work goes on, and nothing is asked for.

use journeys::{
    Find, Outcome, Visit, journeys,
    pages::{
        AnswerPage, AttemptPage, Coming, ProgressPage, QuestionPage, SettingsPage, TodayPage,
        not_found, reading,
    },
};

journeys!(journey);

const QUESTION: &str = "saying-no";
const NEVER_SEEN: &str = "big-backlog";
const HALF: &str = "In my first month at the post office a man wanted his parcel without";
const REST: &str = " any paper. I told him that I could not give it to him. I called his wife, who sent a picture of his passport, and he took it home that day.";

async fn journey(visit: Visit) -> Outcome {
    let browser = visit.browser.clone();
    let prompt = visit.site.question(QUESTION)?.prompt().to_owned();

    browser.step("the first visit keeps the site");
    TodayPage::open(&visit).await?;
    let shell = format!("{}shell.html", visit.site.base());
    browser.until("the whole site on this device", || async {
        let kept = "const [shell, done] = arguments; caches.match(shell).then((kept) => done(!!kept && !!navigator.serviceWorker.controller))";
        let kept = browser.driver().execute_async(kept, vec![shell.clone().into()]).await?;
        Ok((kept.json() == true).then_some(()))
    }).await?;
    SettingsPage::open(&visit).await?.is_offline_ready().await?;

    browser.step("begin an answer");
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.write(&AnswerPage::sheet(), HALF).await?;
    browser.until_kept("drafts", HALF).await?;

    browser.step("the network goes: home");
    let before = visit.site.fall_silent();
    TodayPage::open(&visit).await?.offers_to_go_on(&prompt, "wanted his parcel without").await?;
    browser.step("without a network: a question never seen");
    QuestionPage::open(&visit, NEVER_SEEN).await?.read().await?;
    browser.step("without a network: a framework");
    browser.go(&visit.site.url("frameworks/star-i/")).await?;
    reading(&browser, "STAR+I", Coming::ByAddress).await?;
    browser.step("without a network: an address that is none");
    browser.go(&visit.site.url("no/such/page/")).await?;
    not_found(&browser, Coming::ByAddress).await?;
    browser.step("without a network: a question by link");
    browser.press(&Find::link("See all questions")).await?;
    reading(&browser, "Questions", Coming::ByLink).await?;
    browser.press(&Find::item(&prompt)).await?;
    let question = QuestionPage::here(&visit, QUESTION).await?;
    question.read().await?;

    browser.step("without a network: finish the answer");
    question.answer("Go on writing").await?;
    let answer = AnswerPage::here(&visit, QUESTION).await?;
    answer.has_text(HALF).await?;
    answer.write(&AnswerPage::sheet(), REST).await?;
    answer.coach_reads().await?;
    answer.check().await?;
    AttemptPage::here(&browser).await?.shows("I called his wife").await?;
    browser.see(&Find::heading("What they listen for here")).await?;
    ProgressPage::open(&visit).await?.lists(1, &prompt).await?;
    browser.step("nothing was asked for");
    let asked = visit.site.seen().requests().split_off(before);
    // The browser looks by itself whether the worker is still the same one.
    let worker = format!("{}sw.js", visit.site.base());
    let ours: Vec<_> = asked.iter().filter(|address| **address != worker).collect();
    assert!(ours.is_empty(), "asked for without a network: {ours:?}");
    Ok(())
}
