//! The main quiz with the keyboard alone: stopped in the middle, the wrong ones again, then only those.

use std::collections::BTreeSet;

use journeys::{
    Find, Keys, Outcome, Value, Visit, journeys, json,
    pages::{Coming, PlayPage, Quiz, QuizPage, reading},
};
use thirtyfour::Key;

journeys!(journey);

const QUIZ: &str = "skills";
/// After so many answers the page is loaded anew.
const STOP: usize = 5;

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let keys = Keys::of(browser);
    let quiz = Quiz::of(QUIZ)?;
    let of = quiz.items().len();

    browser.step("find the quiz");
    browser.go(&visit.site.url("quizzes/")).await?;
    reading(browser, "Quizzes", Coming::ByAddress).await?;
    keys.tab_to_the("a", quiz.title()).await?;
    keys.press(Key::Enter).await?;
    QuizPage::here(&visit, QUIZ).await?;
    keys.tab_to_the("a", "Start").await?;
    keys.press(Key::Enter).await?;
    let mut play = PlayPage::here(&visit, QUIZ).await?;

    browser.step("check before anything is chosen");
    play.is_at(&format!("1 of {of}")).await?;
    let first = play.shown().await?;
    // What is asked first changes from round to round; these two have words of their own.
    if !matches!(first.kind(), "order" | "match") {
        keys.press(Key::Enter).await?;
        browser.see(&Find::status(" first.")).await?;
    }

    let mut wrong_kinds = BTreeSet::new();
    for number in 1..=of {
        browser.step(format!("answer {number} of {of}"));
        if number == STOP + 1 {
            play.is_at(&format!("{number} of {of}")).await?;
            let before = play.shown().await?;
            play = PlayPage::open(&visit, QUIZ).await?;
            play.is_at(&format!("{number} of {of}")).await?;
            assert_eq!(play.shown().await?, before, "another item or another order after a reload");
        }
        play.is_at(&format!("{number} of {of}")).await?;
        let shown = play.shown().await?;
        // The first of each kind is answered wrong.
        let right = !wrong_kinds.insert(shown.kind().to_owned());
        play.answer_by_keys(&shown, right).await?;
        play.gives_reasons(&shown).await?;
        play.go_on_by_key().await?;
    }
    let wrong = wrong_kinds.len();
    assert_eq!(wrong, 6, "the main quiz has every kind: {wrong_kinds:?}");

    browser.step("see the wrong ones again");
    browser.see(&Find::status("Now the six that were wrong, once more.")).await?;
    for number in 1..=wrong {
        play.is_at(&format!("Once more: {number} of {wrong}")).await?;
        let shown = play.shown().await?;
        assert!(wrong_kinds.remove(shown.kind()), "{} was right, or came twice", shown.kind());
        play.answer_by_keys(&shown, true).await?;
        play.go_on_by_key().await?;
    }

    browser.step("see the result");
    play.ends(of - wrong, of).await?;
    browser.see(&Find::text("At the second try all of the others were right.")).await?;
    browser.see(&Find::text("This is your first round of this quiz on this device.")).await?;

    browser.step("play only the wrong ones");
    keys.tab_to_the("button", "Only the wrong ones").await?;
    keys.press(Key::Enter).await?;
    let at_the_first = "return document.activeElement?.id === 'ask'";
    browser.until_true("the first of them", at_the_first, json!([])).await?;
    for number in 1..=wrong {
        play.is_at(&format!("{number} of {wrong}")).await?;
        let shown = play.shown().await?;
        play.answer_by_keys(&shown, true).await?;
        play.go_on_by_key().await?;
    }
    play.ends(wrong, wrong).await?;
    browser.see(&Find::text("All 6 were wrong before. Now all 6 are right.")).await?;
    let kept: Value = serde_json::from_str(&browser.kept("quizzes").await?.unwrap_or_default())?;
    assert_eq!(kept["data"]["results"].as_array().map(Vec::len), Some(2), "{kept}");
    assert_eq!(kept["data"]["open"], json!({}));

    browser.step("find the result later");
    let page = QuizPage::open(&visit, QUIZ).await?;
    page.tells(&format!("Last {} of {of}", of - wrong)).await?;
    page.tells("First round").await
}
