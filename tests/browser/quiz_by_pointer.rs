//! A round with the pointer alone: phrases in the text, lines to move and lines to match; then the
//! result, compared and shared.

use std::fs;

use journeys::{
    Find, Outcome, Value, Visit, journeys, json,
    pages::{PlayPage, Quiz, QuizPage},
};
use thirtyfour::By;

journeys!(journey);

const QUIZ: &str = "skills";
const KINDS: [&str; 3] = ["trigger", "order", "match"];

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let quiz = Quiz::of(QUIZ)?;
    browser.step("have a round open, and an earlier result");
    let ids: Vec<&Value> = KINDS
        .iter()
        .map(|kind| quiz.first(kind).map(|item| &item["id"]))
        .collect::<Outcome<_>>()?;
    let data = json!({
        "open": {QUIZ: {"seed": 7, "items": ids, "given": []}},
        "results": [{"at": 1_700_000_000_000_u64, "quiz": QUIZ, "right": 1, "of": 3, "mended": 0}],
    });
    let kept = json!({"app": "rapport", "aggregate": "quizzes", "version": 1, "data": data});
    browser.go(&visit.site.url("robots.txt")).await?;
    browser.keep("quizzes", &kept.to_string()).await?;
    browser.go(&visit.site.url("quizzes/")).await?;
    browser.see(&Find::text("Go on: 1 of 3")).await?;
    let page = QuizPage::open(&visit, QUIZ).await?;
    page.tells("Last 1 of 3").await?;
    browser.see(&Find::link("Start afresh")).await?;
    let play = page.start(&visit, "Go on: 1 of 3").await?;

    browser.step("press the phrase in the text");
    play.is_at("1 of 3").await?;
    let shown = play.shown().await?;
    let right = shown.order[shown.right()[0]];
    let words = shown.item["options"][right]["text"].as_str().unwrap_or_default();
    browser.press(&Find::text(words)).await?;
    let chosen = "return document.getElementById(`option-${arguments[0]}`).checked";
    browser.until_true("the phrase in the list", chosen, json!([shown.right()[0]])).await?;
    check(&play, browser, true).await?;
    browser.press(&Find::button("Next question")).await?;

    browser.step("drag a line, and move the others with the buttons");
    play.is_at("2 of 3").await?;
    let shown = play.shown().await?;
    let last = shown.order.len() - 1;
    let from = shown.order.iter().position(|option| *option == last).unwrap_or_default();
    if from != last {
        let row = |place: usize| format!("[data-place='{place}'] > .k");
        let held = browser.driver().find(By::Css(row(from).as_str())).await?;
        let target = browser.driver().find(By::Css(row(last).as_str())).await?;
        held.scroll_into_view().await?;
        let chain = browser.driver().action_chain();
        chain
            .move_to_element_center(&held)
            .click_and_hold()
            .move_by_offset(0, 12)
            .move_to_element_center(&target)
            .move_by_offset(0, 12)
            .release()
            .perform()
            .await?;
    }
    let mut order = shown.order.clone();
    order.remove(from);
    order.push(last);
    let now = play.shown().await?;
    assert_eq!(now.order, order, "the line that was dragged did not stay where it was let go");
    for wanted in 0..order.len() {
        let at = order.iter().position(|option| *option == wanted).unwrap_or(wanted);
        for place in (wanted + 1..=at).rev() {
            let words = shown.item["options"][wanted]["text"].as_str().unwrap_or_default();
            browser.press(&Find::button(&format!("Move up: {words}"))).await?;
            order.swap(place, place - 1);
            assert_eq!(play.shown().await?.order, order);
        }
    }
    check(&play, browser, true).await?;
    browser.press(&Find::button("Next question")).await?;

    browser.step("match the lines");
    play.is_at("3 of 3").await?;
    let shown = play.shown().await?;
    play.pair(&shown, 0, shown.order[1]).await?;
    play.pair(&shown, 1, shown.order[1]).await?;
    browser.see(&Find::status("Lines 1 and 2 have the same partner.")).await?;
    browser.press(&Find::button("Check")).await?;
    browser.see(&Find::status("Each line needs a partner of its own.")).await?;
    for (place, option) in shown.order.iter().enumerate() {
        play.pair(&shown, place, *option).await?;
    }
    check(&play, browser, true).await?;

    browser.step("see the result, compared");
    browser.press(&Find::button("See the result")).await?;
    play.ends(3, 3).await?;
    browser.see(&Find::text("Last time it was 1 of 3, so you are moving up.")).await?;
    browser.see(&Find::text("This is your best round so far.")).await?;
    let play = PlayPage::open(&visit, QUIZ).await?;
    play.ends(3, 3).await?;

    browser.step("share it");
    let shared = visit.site.url(&format!("quizzes/{QUIZ}/"));
    let button = Find::button("Share as text");
    // Out from under the dock.
    browser.see(&button).await?.scroll_into_view().await?;
    browser.press(&button).await?;
    let handed = "const text = document.querySelector('#share-text')?.value ?? ''; return document.body.textContent.includes('You can paste it anywhere now') || (text.includes('3 of 3') && text.endsWith(arguments[0]) && document.activeElement.id === 'share-text')";
    browser.until_true("the text, copied or to copy", handed, json!([shared])).await?;
    browser.press(&Find::button("Share as a picture")).await?;
    let file = visit.folder.path().join("downloads").join(format!("rapport-{QUIZ}.png"));
    let whole =
        || async { Ok(fs::read(&file).ok().filter(|png| png.ends_with(b"IEND\xaeB`\x82"))) };
    let png = browser.until(format!("the picture {}", file.display()), whole).await?;
    let number = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    assert_eq!((number(16), number(20)), (1200, 630), "the size of the picture");

    browser.step("begin anew");
    browser.press(&Find::button("A new round")).await?;
    play.is_at(&format!("1 of {}", quiz.items().len())).await
}

async fn check(play: &PlayPage, browser: &journeys::Browser, right: bool) -> Outcome {
    browser.press(&Find::button("Check")).await?;
    play.is_judged(right).await
}
