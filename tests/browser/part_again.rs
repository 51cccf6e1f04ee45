//! One weak part, said anew: compared, kept, and the earlier try still there. In a wide window and in one
//! as narrow as a browser makes it.

use journeys::{
    Find, Outcome, Value, Visit, json,
    pages::{AgainPage, AnswerPage, AttemptPage, Coming, ProgressPage},
};
use thirtyfour::By;

/// One test for each engine and size of the window.
macro_rules! sizes {
    ($($size:ident $width:literal)+) => {$(
        mod $size {
            use super::*;
            journeys::journeys!(journey);
            async fn journey(visit: Visit) -> Outcome {
                visit.browser.driver().set_window_rect(0, 0, $width, 800).await?;
                practise(visit).await
            }
        }
    )+};
}
sizes!(desktop 1280 phone 500);

const QUESTION: &str = "angry-customer";
const BEGUN: &str = "Last May a guest shouted at our desk because her bill was wrong. I listened until she had finished. I said sorry for the second bill and I called the office while she waited. I printed a new bill and I carried her bags to the taxi.";
const HALF: &str = "She paid one bill and";
const REST: &str = " wrote to my manager the next day to thank me.";
const MORE: &str = " She came back in June.";
const OFFER: &str = "Practise the result again";
const ENDED: &str = "It has an ending now.";

async fn practise(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let prompt = visit.site.question(QUESTION)?.prompt().to_owned();

    browser.step("finish an answer without an ending");
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.write(&AnswerPage::sheet(), BEGUN).await?;
    answer.check().await?;
    AttemptPage::here(browser).await?;

    browser.step("practise its weakest part");
    browser.see(&Find::text("Your weakest part").under("Practise one part again")).await?;
    browser.press(&Find::item(OFFER)).await?;
    let again = AgainPage::here(browser, OFFER, Coming::ByLink).await?;
    browser.see(&Find::text("Give it an ending").under("What an interviewer misses here")).await?;
    browser.press(&Find::button("Compare")).await?;
    browser.see(&Find::status("Write a sentence first.")).await?;
    browser.see_focus("Your new words").await?;

    browser.step("load the page in the middle of a sentence");
    browser.write(&AgainPage::field(), HALF).await?;
    browser.until_kept("drafts", HALF).await?;
    let address = browser.driver().current_url().await?;
    browser.go(address.as_str()).await?;
    let again_here = AgainPage::here(browser, OFFER, Coming::ByAddress).await?;
    again_here.has_text(HALF).await?;
    browser.write(&AgainPage::field(), REST).await?;
    browser.see(&Find::status("The coach reads this as result.")).await?;
    browser.see(&Find::text(ENDED).within("The coach")).await?;

    browser.step("compare, go on, and compare again");
    let ending = format!("{HALF}{REST}");
    browser.press(&Find::button("Compare")).await?;
    again.compares(&ending).await?;
    browser.see(&Find::text(ENDED).under("Better now")).await?;
    browser.see(&Find::text("Nothing yet.").under("Earlier")).await?;
    browser.press(&Find::button("Try again")).await?;
    browser.see_focus("Your new words").await?;
    again.has_text(&ending).await?;
    browser.write(&AgainPage::field(), MORE).await?;
    browser.press(&Find::button("Compare")).await?;
    let ending = format!("{ending}{MORE}");
    again.compares(&ending).await?;

    browser.step("keep it");
    browser.press(&Find::button("Keep it")).await?;
    let attempt = AttemptPage::here(browser).await?;
    attempt.shows(&ending).await?;
    browser.see(&Find::text("Compared with your try of")).await?;
    browser.see(&Find::text(ENDED).under("Better now")).await?;
    let kept = browser.kept("attempts").await?.unwrap_or_default();
    let kept: Value = serde_json::from_str(&kept).map_err(|e| journeys::Failure(e.to_string()))?;
    let tries = &kept["data"]["list"];
    assert_eq!(tries[0]["text"], BEGUN);
    assert_eq!(tries[1]["text"], format!("{BEGUN} {ending}"));
    assert_eq!(tries[1]["from"], tries[0]["at"]);
    assert!(!browser.kept("drafts").await?.unwrap_or_default().contains(HALF));

    browser.step("practise another part and leave it as it was");
    let insight = "Practise the insight again";
    browser.press(&Find::item(insight)).await?;
    AgainPage::here(browser, insight, Coming::ByLink).await?;
    browser.write(&AgainPage::field(), "I learned to read bills aloud.").await?;
    browser.press(&Find::button("Compare")).await?;
    again.compares("I learned to read bills aloud.").await?;
    browser.press(&Find::link("Leave it as it was")).await?;
    AttemptPage::here(browser).await?.shows(&ending).await?;

    browser.step("find both in the history");
    browser.go(&visit.site.url("progress/")).await?;
    ProgressPage::open(&visit).await?.lists(1, &prompt).await?;
    let rows = "return document.querySelectorAll('.answer-row').length === arguments[0]";
    browser.until_true("both answers", rows, json!([2])).await?;

    browser.step("choose which earlier try to compare with");
    let third = json!({"at": 1_000, "question": QUESTION, "prompt": prompt, "text": "I asked her what was wrong."});
    let mut list = tries.as_array().cloned().unwrap_or_default();
    list.insert(0, third);
    let all =
        json!({"app": "rapport", "aggregate": "attempts", "version": 1, "data": {"list": list}});
    browser.keep("attempts", &all.to_string()).await?;
    let last = tries[1]["at"].to_string();
    browser.go(&visit.site.url(&format!("progress/answer/?at={last}"))).await?;
    browser.see(&Find::field("Choose another try")).await?;
    browser.press(&Find::fold("Word by word")).await?;
    again.marks("ins", "She paid one bill").await?;
    browser.driver().find(By::Css("#earlier-try option:nth-child(2)")).await?.click().await?;
    browser.press(&Find::fold("Word by word")).await?;
    again.marks("del", "asked her what was wrong").await
}
