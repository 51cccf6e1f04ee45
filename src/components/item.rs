//! One question in a list.

use coach::{own::OwnQuestion, question::Card};
use leptos::prelude::*;

use super::icon::{Icon, Sign};
use crate::{reactive::live, routes::Page, state::use_work, wording};

/// How far the candidate has come with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    New,
    Draft,
    Answered,
}

/// A question as a line of a list, leading to its page.
#[component]
pub fn QuestionItem(
    /// The question.
    card: &'static Card,
) -> impl IntoView {
    let facts = vec![
        wording::category(card.category).to_owned(),
        wording::difficulty(card.difficulty).to_owned(),
    ];
    let href = Page::Question(card.id.clone()).href();
    view! { <li>{line(card.id.clone(), href, card.prompt.clone(), facts)}</li> }
}

/// A question of the candidate's own as such a line, without the list's item around it.
pub fn own_line(id: &str, own: &OwnQuestion) -> AnyView {
    let mut facts: Vec<String> = Vec::new();
    facts.extend(Some(own.place.clone()).filter(|place| !place.is_empty()));
    facts.extend(own.category.map(|category| wording::category(category).to_owned()));
    facts.extend(own.difficulty.map(|difficulty| wording::difficulty(difficulty).to_owned()));
    let href = Page::OwnQuestion.href_with("id", id);
    line(id.to_owned(), href, own.prompt.clone(), facts)
}

/// The line itself: the question, what is known about it, and how far the candidate has come with it.
fn line(id: String, href: String, prompt: String, facts: Vec<String>) -> AnyView {
    let work = use_work();
    let standing = Memo::new(move |_| {
        let has_draft = work.drafts.with(|drafts| {
            drafts.by_question.get(&id).is_some_and(|d| d.finished.is_none() && !d.is_blank())
        });
        match (has_draft, work.practised(&id)) {
            (Some(true), _) => Standing::Draft,
            (_, Some(true)) => Standing::Answered,
            _ => Standing::New,
        }
    });
    let tag = live(move || match standing.get() {
        Standing::New => view! { <span>"Not tried"</span> }.into_any(),
        Standing::Draft => view! { <span class="tag now">"Draft"</span> }.into_any(),
        Standing::Answered => {
            view! { <span class="tag good"><Sign icon=Icon::Check />"Answered"</span> }.into_any()
        }
    });
    let mark = move || match standing.get() {
        Standing::New => "new",
        Standing::Draft => "draft",
        Standing::Answered => "ready",
    };
    let facts = facts.into_iter().map(|fact| view! { <span>{fact}</span> }).collect_view();
    view! {
        <a class="item" href=href data-st=mark>
            <span class="t">{prompt}</span>
            <span class="meta">{facts} {tag}</span>
            <span class="end"><Sign icon=Icon::Next /></span>
        </a>
    }
    .into_any()
}
