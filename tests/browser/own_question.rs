//! A question of one's own, from its bare words to an answer and back.

use journeys::{
    Find, Outcome, Visit, journeys,
    pages::{
        AnswerPage, AttemptPage, CollectionPage, Coming, EditPage, OwnQuestionPage, ProgressPage,
        QuestionPage, QuestionsPage, TodayPage,
    },
};

journeys!(journey);

const PROMPT: &str = "Tell me about a time when a parcel went to the wrong house.";
const TEXT: &str = "One Monday a customer rang because her parcel was at the wrong house. I said sorry and I rang the driver at once. He brought it to her before lunch, and she thanked me.";
const MORE: &str = " Now I read every address out loud.";
const BANK: &str = "angry-customer";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    browser.step("write nothing down");
    QuestionsPage::open(&visit).await?;
    browser.press(&Find::link("Write down a question")).await?;
    let form = EditPage::here(browser, "Write down a question").await?;
    form.save().await?;
    browser.see(&Find::alert("Write the question here.")).await?;
    browser.see_focus("The question").await?;

    browser.step("leave it half written, and come back");
    form.write("The question", PROMPT).await?;
    browser.see_gone(&Find::alert("Write the question here.")).await?;
    browser.until_kept("own", PROMPT).await?;
    let questions = QuestionsPage::follow(browser).await?;
    questions.does_not_list(PROMPT).await?;
    browser.press(&Find::link("Write down a question")).await?;
    let form = EditPage::here(browser, "Write down a question").await?;
    form.goes_on_with(PROMPT).await?;

    browser.step("save it with nothing but its words");
    form.save().await?;
    let question = OwnQuestionPage::here(browser, PROMPT, Coming::ByLink).await?;
    browser.see(&Find::text("They want one real event.")).await?;

    browser.step("answer it");
    question.answer("Answer this").await?;
    let answer = AnswerPage::to(browser, PROMPT, Coming::ByLink).await?;
    answer.write(&AnswerPage::sheet(), TEXT).await?;
    answer.coach_reads().await?;
    answer.check().await?;
    AttemptPage::here(browser).await?;

    browser.step("find it under Progress and among the questions");
    ProgressPage::follow(browser).await?.lists(0, PROMPT).await?;
    browser.see(&Find::text("and 1 of your own")).await?;
    let questions = QuestionsPage::follow(browser).await?;
    questions.lists(PROMPT).await?;
    questions.search("parcel wrong").await?;
    questions.has(1).await?;
    questions.choose(PROMPT).await?;
    let question = OwnQuestionPage::here(browser, PROMPT, Coming::ByLink).await?;
    browser.see(&Find::heading("Your answers")).await?;

    browser.step("go on with it from Today");
    question.answer("Improve your answer").await?;
    let answer = AnswerPage::to(browser, PROMPT, Coming::ByLink).await?;
    answer.write(&AnswerPage::sheet(), MORE).await?;
    browser.until_kept("drafts", MORE.trim()).await?;
    let today = TodayPage::open(&visit).await?;
    today.offers_to_go_on(PROMPT, "every address out loud.").await?;
    today.go_on().await?;
    let answer = AnswerPage::to(browser, PROMPT, Coming::ByLink).await?;
    answer.has_text(&format!("{TEXT}{MORE}")).await?;
    answer.close().await?;
    let question = OwnQuestionPage::here(browser, PROMPT, Coming::ByLink).await?;

    browser.step("say more about it");
    let form = question.change().await?;
    form.unfold("What they want to hear").await?;
    form.write("Strong signals", "says sorry first\n\nfinds the parcel").await?;
    form.unfold("What they may ask next").await?;
    browser.press(&Find::button("Add a follow-up")).await?;
    form.write("Follow-up 1", "What did the neighbour say?").await?;
    form.save().await?;
    let question = OwnQuestionPage::here(browser, PROMPT, Coming::ByLink).await?;
    browser.see(&Find::text("finds the parcel").under("Strong signals")).await?;
    browser.see(&Find::text("What did the neighbour say?").under("They may ask next")).await?;

    browser.step("delete it, and think again");
    question.delete().await?;
    question.undo(PROMPT).await?;

    browser.step("take it out of the collection, and put it back");
    let collection = CollectionPage::open(&visit).await?;
    collection.take_out(PROMPT).await?;
    collection.undo(PROMPT).await?;

    browser.step("make one of the bank one's own");
    QuestionPage::open(&visit, BANK).await?;
    browser.press(&Find::link("Make it your own")).await?;
    let form = EditPage::here(browser, "Make this question your own").await?;
    form.write("Where it was asked", "Harbour Hotel").await?;
    form.save().await?;
    let prompt = visit.site.question(BANK)?.prompt().to_owned();
    OwnQuestionPage::here(browser, &prompt, Coming::ByLink).await?;
    browser.see(&Find::text("Harbour Hotel")).await?;
    browser.see(&Find::heading("Red flags")).await.map(drop)
}
