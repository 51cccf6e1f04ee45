//! A quiet line that reminds of a copy, now and then.

use leptos::prelude::*;

use crate::{
    browser::clock,
    reactive::{live, press},
    routes::Page,
    state::{Alive, change_copies, copies, use_work},
    wording,
};

/// The line, where it is time for it. See `coach::save::Copies::remind`.
pub fn remind() -> AnyView {
    let work = use_work();
    let alive: Alive = expect_context();
    let missing = Memo::new(move |_| {
        if !alive.get() {
            return 0;
        }
        let (copies, now) = (copies(), clock::now());
        let due =
            work.attempts.with(|all| copies.remind(all, now).then(|| copies.missing(all, now)));
        due.flatten().unwrap_or(0)
    });
    let later = || change_copies(|copies| copies.later = Some(clock::now()));
    live(move || {
        let count = missing.get();
        (count > 0).then(|| {
            view! {
                <div class="row small" role="note">
                    <span>{format!("{} only on this device.", wording::are(count, "answer", "answers"))}</span>
                    <a class="link" href=Page::Settings.href()>"Save a copy"</a>
                    <button class="btn quiet" on:click=press(later)>"Not now"</button>
                </div>
            }
        })
    })
}
