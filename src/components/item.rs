//! One question in a list.

use coach::question::Card;
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
    let work = use_work();
    let standing = Memo::new(move |_| {
        let has_draft = work.drafts.with(|drafts| {
            drafts.by_question.get(&card.id).is_some_and(|d| d.finished.is_none() && !d.is_blank())
        });
        match (has_draft, work.practised(&card.id)) {
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
    view! {
        <li>
            <a class="item" href=Page::Question(card.id.clone()).href() data-st=mark>
                <span class="t">{card.prompt.as_str()}</span>
                <span class="meta">
                    <span>{wording::category(card.category)}</span>
                    <span>{wording::difficulty(card.difficulty)}</span>
                    {tag}
                </span>
                <span class="end"><Sign icon=Icon::Next /></span>
            </a>
        </li>
    }
}
