//! The main job with the keyboard alone, from the skip link to the read answer.

use journeys::{
    Find, Keys, Outcome, Visit, journeys, json,
    pages::{AnswerPage, AttemptPage, QuestionPage, QuestionsPage, TodayPage},
};
use thirtyfour::Key;

journeys!(journey);

const QUESTION: &str = "angry-customer";
const TEXT: &str = "One day a guest shouted at me in the hall. I was very calm, and I let him finish. I called my manager. He thanked me the next day.";
/// What is put in before the last sentence.
const MORE: &str = "I found him another room. ";
const LAST: &str = "He thanked me the next day.";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let keys = Keys::of(browser);
    let prompt = visit.site.question(QUESTION)?.prompt().to_owned();

    browser.step("skip to the page");
    TodayPage::open(&visit).await?;
    keys.press(Key::Tab).await?;
    let first = browser.focus().await?;
    assert!(
        first.as_ref().is_some_and(|one| one.name == "Skip to the page" && one.visible),
        "{first:?}"
    );
    keys.press(Key::Enter).await?;
    keys.tab_to_the("a", "All questions").await?;
    let in_main = "return !!document.activeElement.closest('main')";
    assert_eq!(browser.script(in_main, json!([])).await?, true);
    keys.press(Key::Enter).await?;

    browser.step("find a question");
    let questions = QuestionsPage::here(browser).await?;
    keys.tab_to_the("input", "Search questions").await?;
    keys.write("angry").await?;
    keys.tab_to_the("summary", "Filter").await?;
    keys.press(Key::Enter).await?;
    keys.tab_to_the("input", "Not tried yet").await?;
    keys.write(" ").await?;
    browser.see(&Find::button("Not tried yet, remove").within("Filters in use")).await?;
    keys.tab_to_the("button", "Show").await?;
    keys.press(Key::Enter).await?;
    browser.see_gone(&Find::choice("Not tried yet")).await?;
    questions.lists(&prompt).await?;
    keys.tab_to_the("a", &prompt).await?;
    keys.press(Key::Enter).await?;

    browser.step("open the answer");
    QuestionPage::here(&visit, QUESTION).await?;
    keys.tab_to_the("a", "Answer this").await?;
    keys.press(Key::Enter).await?;
    let answer = AnswerPage::here(&visit, QUESTION).await?;

    browser.step("choose how to write");
    keys.tab_to_the("input", "Write freely").await?;
    keys.press(Key::Right).await?;
    browser.see(&Find::field("Situation")).await?;
    keys.press(Key::Left).await?;
    browser.see(&AnswerPage::sheet()).await?;

    browser.step("write");
    keys.tab_to_the("textarea", "Your answer").await?;
    keys.write(TEXT).await?;
    answer.has_text(TEXT).await?;
    answer.coach_reads().await?;
    browser
        .until_true(
            "marks under the words",
            "return document.querySelectorAll('.under mark').length > 0",
            json!([]),
        )
        .await?;
    browser
        .until_true(
            "a ribbon beside them",
            "return document.querySelectorAll('.ribbon i').length > 1",
            json!([]),
        )
        .await?;

    browser.step("write in the middle");
    for _ in LAST.chars() {
        keys.press(Key::Left).await?;
    }
    keys.write(MORE).await?;
    let caret = "return document.activeElement.selectionStart";
    let before = browser.script(caret, json!([])).await?;
    assert_eq!(before, TEXT.len() - LAST.len() + MORE.len());
    let read = "return document.querySelectorAll('.under .sen').length === arguments[0] && document.querySelector('aside').textContent.includes(arguments[1])";
    browser.until_true("the new sentence, read", read, json!([5, MORE.trim()])).await?;
    assert_eq!(
        browser.script(caret, json!([])).await?,
        before,
        "the caret moved while the coach read"
    );
    keys.write("He said yes. ").await?;
    let whole = TEXT.replace(LAST, &format!("{MORE}He said yes. {LAST}"));
    answer.has_text(&whole).await?;

    browser.step("check the answer");
    keys.tab_to_the("button", "Check my answer").await?;
    keys.press(Key::Enter).await?;
    let attempt = AttemptPage::here(browser).await?;
    attempt.shows("I found him another room.").await?;
    keys.tab_to_the("a", "Improve this answer").await?;
    keys.press(Key::Enter).await?;
    AnswerPage::here(&visit, QUESTION).await?.has_text(&whole).await
}
