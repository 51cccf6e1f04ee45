//! Where the browser refuses to save, the user is told, and no word is lost while the page is open.

use journeys::{Find, Outcome, Visit, journeys, json, pages::AnswerPage};

journeys!(journey);

const FIRST: &str = "I asked her to tell me everything";
const THEN: &str = ", and I wrote it down.";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let notice = Find::alert("This browser does not save your work");
    browser.step("write while nothing can be saved");
    let answer = AnswerPage::open(&visit, "saying-no").await?;
    browser.script(REFUSE, json!([])).await?;
    assert!(!browser.sees(&notice).await?, "told before anything was refused");
    answer.write(&AnswerPage::sheet(), FIRST).await?;
    browser.see(&notice).await?;
    answer.has_text(FIRST).await?;
    let kept = browser.kept("drafts").await?;
    assert_eq!(kept, None, "it was refused");

    browser.step("write on when saving works again");
    browser.script(ALLOW, json!([])).await?;
    answer.write(&AnswerPage::sheet(), THEN).await?;
    browser.see_gone(&notice).await?;
    browser.until_kept("drafts", &format!("{FIRST}{THEN}")).await
}

const REFUSE: &str = "window.before = [Storage.prototype.setItem, IDBObjectStore.prototype.put];
Storage.prototype.setItem = IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };";
const ALLOW: &str = "[Storage.prototype.setItem, IDBObjectStore.prototype.put] = window.before;";
