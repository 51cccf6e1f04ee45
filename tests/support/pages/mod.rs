//! The pages of the site, each with what one can see and do on it.
//!
//! A page is made by coming to it: `open` goes to its address, `here` waits for it after a link or a
//! button. Both wait until it is shown and alive, however late its code comes; after a link the focus
//! must be on its heading, as that is where keyboards and screen readers go on.

mod again;
mod answer;
mod attempt;
mod collection;
mod fill;
mod own_question;
mod progress;
mod question;
mod questions;
mod quiz;
mod settings;
mod today;

pub use again::AgainPage;
pub use answer::AnswerPage;
pub use attempt::AttemptPage;
pub use collection::CollectionPage;
pub use fill::FillPage;
pub use own_question::{EditPage, OwnQuestionPage};
pub use progress::ProgressPage;
pub use question::QuestionPage;
pub use questions::QuestionsPage;
pub use quiz::{PlayPage, Quiz, QuizPage, Shown};
pub use settings::SettingsPage;
pub use today::TodayPage;

use serde_json::json;

use crate::{Browser, Failure, Find, Outcome};

/// What follows the name of a page in its title.
const SITE: &str = " — Rapport";

/// How one comes to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coming {
    /// By its address: the browser loads it.
    ByAddress,
    /// From another page of the site: nothing is loaded anew.
    ByLink,
}

/// Waits until the page with that title and heading is shown and alive. Where a heading depends on
/// what was done before, `None` takes any.
///
/// # Errors
/// When it is not; says what is shown instead.
pub async fn arrive(
    browser: &Browser,
    title: &str,
    heading: Option<&str>,
    coming: Coming,
) -> Outcome {
    let args = json!([title, heading, coming == Coming::ByLink]);
    let arrived = browser.until_true(format!("the page {title:?}"), ARRIVED, args).await;
    browser.look_around().await;
    let Err(failure) = arrived else { return Ok(()) };
    let shown = browser.script(SHOWN, json!([])).await?;
    Err(Failure(format!("{failure}; there was {shown}")))
}

/// The page that says that there is none.
///
/// # Errors
/// When it is not shown.
pub async fn not_found(browser: &Browser, coming: Coming) -> Outcome {
    arrive(browser, &format!("Not found{SITE}"), Some("There is no page here"), coming).await
}

/// A page that has nothing but things to read, by its name.
///
/// # Errors
/// When it is not shown.
pub async fn reading(browser: &Browser, name: &str, coming: Coming) -> Outcome {
    arrive(browser, &format!("{name}{SITE}"), Some(name), coming).await
}

/// Follows a link of the main navigation.
pub async fn navigate(browser: &Browser, entry: &str) -> Outcome {
    browser.press(&Find::link(entry).within("Main")).await
}

const ARRIVED: &str = r##"
const [title, heading, byLink] = arguments;
const plain = (element) => element.textContent.replace(/\s+/g, " ").trim();
const headings = document.querySelectorAll("#main h1");
return document.documentElement.hasAttribute("data-alive")
  && document.title === title
  && document.querySelectorAll("main").length === 1
  && headings.length === 1
  && (heading === null ? plain(headings[0]) !== "" : plain(headings[0]) === heading)
  && (!byLink || document.activeElement === headings[0]);"##;

const SHOWN: &str = r#"
const texts = (what) => [...document.querySelectorAll(what)].map((one) => one.textContent.trim());
return {
  alive: document.documentElement.hasAttribute("data-alive"), title: document.title, headings: texts("h1"),
  mains: document.querySelectorAll("main").length, focus: document.activeElement?.outerHTML.slice(0, 80),
};"#;
