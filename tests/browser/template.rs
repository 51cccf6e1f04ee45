//! A template filled gap by gap becomes an answer that flows.

use journeys::{
    Find, Outcome, Value, Visit, journeys,
    pages::{AnswerPage, AttemptPage, Coming, reading},
};

journeys!(journey);

const TEMPLATE: &str = "upset-customer";
/// A question that it fits best.
const QUESTION: &str = "calming-an-angry-customer";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    browser.step("choose the template");
    browser.go(&visit.site.url("templates/")).await?;
    reading(browser, "Templates", Coming::ByAddress).await?;
    let link = format!("a[href$='/templates/{TEMPLATE}/'] > :first-child");
    let title = browser.driver().find(thirtyfour::By::Css(link)).await?.text().await?;
    browser.press(&Find::item(&title)).await?;
    reading(browser, &title, Coming::ByLink).await?;

    browser.step("fill its gaps");
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.way("Fill gaps").await?;
    browser.see(&Find::heading("Your answer so far")).await?;
    let fields = answer.fields().await?;
    assert!(fields.len() > 3, "a template has gaps: {}", fields.len());
    let mut fillings = Vec::new();
    for (at, field) in fields.iter().enumerate() {
        // The example of each gap; the first one typed as people do, with spaces and a full stop.
        let example = field.attr("placeholder").await?.unwrap_or_default();
        let typed = if at == 0 { format!("  {example}.  ") } else { example.clone() };
        field.send_keys(typed).await?;
        browser.see(&Find::text(rest(&example)).under("Your answer so far")).await?;
        fillings.push(example);
    }
    answer.coach_reads().await?;
    browser.until_kept("drafts", fillings.last().unwrap()).await?;

    browser.step("come back to it");
    AnswerPage::open(&visit, QUESTION).await?;
    browser.see(&Find::text(rest(&fillings[0])).under("Your answer so far")).await?;

    browser.step("check it");
    answer.check().await?;
    let attempt = AttemptPage::here(browser).await?;
    attempt.weighs().await?;
    let kept = browser.kept("attempts").await?.unwrap_or_default();
    let kept: Value = serde_json::from_str(&kept)?;
    let text = kept["data"]["list"][0]["text"].as_str().unwrap_or_default();
    for filling in &fillings {
        let rest = rest(filling);
        assert!(text.contains(rest), "{filling:?} is not in {text:?}");
    }
    for seam in ["..", "…", "{", "}", "  ", " .", " ,"] {
        assert!(!text.contains(seam), "a seam shows, {seam:?}, in {text:?}");
    }
    Ok(())
}

/// A filling without its first letter, which may have been raised: it may open a sentence.
fn rest(filling: &str) -> &str {
    &filling[filling.chars().next().map_or(0, char::len_utf8)..]
}
