//! A line of a list that can be taken out, and put back for as long as the page is open.
//!
//! What is taken out leaves its place to a word about it with a way back, so that nothing jumps, nothing
//! is lost by a slip, and the focus has somewhere to be.

use leptos::prelude::*;

use super::icon::{Icon, Sign};
use crate::{
    browser::page,
    reactive::{live, press},
};

/// The names of all that is there now or was since the page opened, in the order of what is there now.
pub fn ever(now: impl Fn() -> Vec<String> + Send + Sync + 'static) -> Memo<Vec<String>> {
    Memo::new(move |before: Option<&Vec<String>>| {
        let mut all = now();
        for (at, name) in before.into_iter().flatten().enumerate() {
            if !all.contains(name) {
                all.insert(at.min(all.len()), name.clone());
            }
        }
        all
    })
}

/// The line.
#[component]
pub fn Removable(
    /// An id for its buttons that nothing else on the page has.
    id: String,
    /// What it is called, for those who hear the button.
    name: String,
    /// What is said once it is taken out.
    gone: &'static str,
    /// Whether it is there.
    is_here: Memo<bool>,
    /// Takes it out.
    remove: Callback<()>,
    /// Puts it back.
    put_back: Callback<()>,
    /// The line as it is while it is there.
    line: Box<dyn Fn() -> AnyView + Send + Sync>,
) -> impl IntoView {
    let (remove_id, undo_id) = (format!("remove-{id}"), format!("undo-{id}"));
    live(move || {
        let (to_remove, to_undo) = (remove_id.clone(), undo_id.clone());
        if is_here.get() {
            let take_out = move || {
                remove.run(());
                let to_undo = to_undo.clone();
                page::once_drawn(move || page::focus(&to_undo));
            };
            view! {
                <div class="removable">
                    {line()}
                    <button
                        class="ib"
                        id=to_remove
                        aria-label=format!("Take out: {name}")
                        on:click=press(take_out)
                    >
                        <Sign icon=Icon::Remove />
                    </button>
                </div>
            }
            .into_any()
        } else {
            let about = format!("{to_undo}-about");
            let undo = move || {
                put_back.run(());
                let to_remove = to_remove.clone();
                page::once_drawn(move || page::focus(&to_remove));
            };
            view! {
                <div class="removed">
                    <p class="small" id=about.clone()>
                        <span class="soft">{gone}" "</span>
                        {name.clone()}
                    </p>
                    <button class="btn" id=undo_id.clone() aria-describedby=about on:click=press(undo)>
                        "Undo"
                    </button>
                </div>
            }
            .into_any()
        }
    })
}
