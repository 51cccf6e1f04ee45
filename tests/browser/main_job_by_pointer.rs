//! The main job, with a pointer: from the first page over a question to a read answer, and back.

use journeys::{
    Find, Outcome, Visit, journeys,
    pages::{AnswerPage, AttemptPage, ProgressPage, QuestionPage, QuestionsPage, TodayPage},
};

journeys!(journey);

const QUESTION: &str = "angry-customer";

/// An answer by STAR+I: the field, and what is written into it.
const PARTS: [(&str, &str); 5] = [
    (
        "Situation",
        "Last winter a guest at our hotel was angry because his room was not ready at four",
    ),
    ("Task", "I was alone at the desk and I wanted him to sleep in a clean room that night."),
    (
        "Action",
        "I let him finish and said sorry for the long wait. Then I called the housekeeper and found him another room.",
    ),
    ("Result", "He went up after ten minutes, and the next morning he thanked me."),
    ("Insight", "Since then I check the rooms of early guests before my shift begins."),
];

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let prompt = visit.site.question(QUESTION)?.prompt().to_owned();

    browser.step("find a question");
    TodayPage::open(&visit).await?;
    let questions = QuestionsPage::follow(browser).await?;
    let all = questions.listed().await?.len();
    questions.search("angry").await?;
    browser.until_true("fewer questions", FEWER, serde_json::json!([all])).await?;
    questions.filters().await?;
    questions.switch_on("Retail").await?;
    questions.switch_on("Not tried yet").await?;
    questions.filters().await?;
    questions.choose(&prompt).await?;

    browser.step("read about the question");
    let question = QuestionPage::here(&visit, QUESTION).await?;
    question.read().await?;
    assert!(
        !browser.sees(&question.sample()).await?,
        "the sample answer shows before it is asked for"
    );
    question.open_sample().await?;
    browser.see(&question.sample()).await?;

    browser.step("write step by step");
    question.answer("Answer this").await?;
    let answer = AnswerPage::here(&visit, QUESTION).await?;
    answer.way("Step by step").await?;
    answer.by("STAR+I").await?;
    for (part, text) in PARTS {
        answer.write(&Find::field(part), text).await?;
    }
    answer.coach_reads().await?;

    browser.step("check the answer");
    answer.check().await?;
    let attempt = AttemptPage::here(browser).await?;
    attempt.weighs().await?;
    attempt.shows("his room was not ready at four.").await?;
    attempt.shows("I check the rooms of early guests").await?;

    browser.step("find the answer again");
    ProgressPage::follow(browser).await?.lists(1, &prompt).await?;
    let questions = QuestionsPage::follow(browser).await?;
    questions.choose(&prompt).await?;
    let question = QuestionPage::here(&visit, QUESTION).await?;
    question.shows_own_answers().await?;
    browser.see(&Find::link("Improve your answer")).await?;

    browser.step("look for what is not tried yet");
    let questions = QuestionsPage::follow(browser).await?;
    questions.has(all).await?;
    questions.filters().await?;
    questions.switch_on("Not tried yet").await?;
    questions.has(all - 1).await?;
    questions.does_not_list(&prompt).await
}

const FEWER: &str = "const now = document.querySelectorAll('main ul.list a').length; return now > 0 && now < arguments[0]";
