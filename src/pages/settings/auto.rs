//! Copies that come by themselves: what the user sees of them.

use coach::save::Auto;
use leptos::{prelude::*, task::spawn_local};

use super::keeper::{self, Standing};
use crate::{
    browser::{clock, handles},
    components::{
        fold::fold,
        icon::{Icon, Sign},
    },
    reactive::{live, press},
    state::{Alive, Notices, change_copies, copies, use_work},
};

/// The fold.
pub fn auto() -> AnyView {
    let alive: Alive = expect_context();
    let body = live(move || match (alive.get(), copies_of(alive)) {
        (false, _) => ().into_any(),
        (true, _) if !handles::can() => elsewhere().into_any(),
        (true, None) => off().into_any(),
        (true, Some(auto)) => on(auto).into_any(),
    });
    fold("Copies that come by themselves", false, body)
}

fn copies_of(alive: Alive) -> Option<Auto> {
    if alive.get() { copies().auto } else { None }
}

fn elsewhere() -> impl IntoView {
    view! {
        <p>"This browser cannot write into a file by itself. Save a copy after a good day’s practice. Chrome and Edge on a computer can keep a file up to date for you."</p>
    }
}

fn off() -> impl IntoView {
    let work = use_work();
    let notices: Notices = expect_context();
    let refused = RwSignal::new(false);
    let choose = move || {
        spawn_local(async move {
            let Some(handle) = handles::choose("rapport-backup.json").await else { return };
            if !handle.keep().await {
                refused.try_set(true);
                return;
            }
            let name = handle.name();
            change_copies(|copies| copies.auto = Some(Auto { name, ..Auto::default() }));
            keeper::write(work, notices, true).await;
        });
    };
    view! {
        <div class="stack g3">
            <p>"Choose a file once. Rapport then writes a fresh copy into it while you work, at most once a minute. Choose a folder that is synchronised, and your work is in two places. Whoever can open that file can read it: this copy has no passphrase."</p>
            <button class="btn" on:click=press(choose)>"Choose a file"</button>
            {live(move || refused.get().then(|| view! {
                <p class="err" role="alert"><Sign icon=Icon::Flag /><span>"This browser did not let Rapport remember the file. Nothing has changed."</span></p>
            }))}
        </div>
    }
}

fn on(auto: Auto) -> impl IntoView {
    let work = use_work();
    let notices: Notices = expect_context();
    let write = move || spawn_local(keeper::write(work, notices, true));
    let Auto { name, written, .. } = auto;
    let last = if written == 0 {
        format!("Copies go to {name}. Nothing has been written there yet.")
    } else {
        format!("Copies go to {name}. The last one: {}.", clock::short(written))
    };
    let trouble = live(move || {
        let (words, button) = match keeper::standing() {
            Standing::Well => return ().into_any(),
            Standing::Asks => (
                "Your browser wants to know again whether Rapport may write into this file.",
                "Let Rapport write",
            ),
            Standing::Less => (
                "There is far less on this device than in that file, so the file was left as it is. If something is missing here, bring the file in first.",
                "Write it anyway",
            ),
            Standing::Failed => (
                "The file could not be written. It may have been moved or deleted. Try again, or stop and choose another file.",
                "Try again",
            ),
        };
        view! {
            <div class="note care" role="status">
                <Sign icon=Icon::Note />
                <div>
                    <p>{words}</p>
                    <div class="row"><button class="btn" on:click=press(write)>{button}</button></div>
                </div>
            </div>
        }
        .into_any()
    });
    view! {
        <div class="stack g3">
            <p role="status">{last}</p>
            {trouble}
            <button class="btn" on:click=press(keeper::stop)>"Stop these copies"</button>
            <p class="small soft">"The file stays where it is."</p>
        </div>
    }
}
