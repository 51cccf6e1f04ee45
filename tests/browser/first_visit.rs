//! A first visit keeps the site for later, and offers no new version: there is none.

use journeys::{
    Engine, Find, Outcome, Visit, journeys, json,
    pages::{AnswerPage, QuestionsPage, SettingsPage, TodayPage},
};

journeys!(journey);

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let toast = Find::status("A new version is ready.");

    browser.step("go on to another page while the worker is on its way");
    AnswerPage::open(&visit, "saying-no").await?;
    // WebKitGTK sometimes never ends an installation whose page was left, so there one page has to do.
    if browser.engine != Engine::WebKit {
        TodayPage::open(&visit).await?;
    }
    let settled = "const done = arguments[0]; navigator.serviceWorker.getRegistration().then((one) =>
        done(!!one?.active && !!navigator.serviceWorker.controller && !one.installing && !one.waiting))";
    browser
        .until("a worker in charge", || async {
            let settled = browser.driver().execute_async(settled, Vec::new()).await?;
            Ok((settled.json() == true).then_some(()))
        })
        .await?;
    assert!(!browser.sees(&toast).await?, "a new version is offered on a first visit");

    browser.step("stay on the site, and load it again");
    QuestionsPage::open(&visit).await?;
    assert!(!browser.sees(&toast).await?, "a new version is offered on a first visit");
    SettingsPage::open(&visit).await?.is_offline_ready().await?;
    assert!(!browser.sees(&toast).await?, "a new version is offered on a first visit");
    let caches = browser.promise("return (await caches.keys()).length", json!([])).await?;
    assert_eq!(caches, 1);
    Ok(())
}
