//! A copy of everything in one file: to take away, and to bring in.

use leptos::prelude::*;

use super::{auto, bring_in, protect};
use crate::{
    browser::{clock, files},
    components::{
        fold::fold,
        icon::{Icon, Sign},
    },
    reactive::{press, text},
    state::{Alive, change_copies, copies, use_work},
    wording,
};

/// The section.
pub fn copy() -> impl IntoView {
    let work = use_work();
    let saved = RwSignal::new(None::<&'static str>);
    let save = move || {
        work.flush();
        let file = work.backup().and_then(|all| all.to_file().ok());
        let name = format!("rapport-backup-{}.json", clock::iso_day(clock::now()));
        let given = file.is_some_and(|text| files::save(&name, &text).is_ok());
        if given {
            note_saved();
        }
        saved.set(Some(if given {
            "Your copy is among this device’s downloads. Keep it somewhere safe."
        } else {
            "This browser did not let the file be saved. Your work is still here."
        }));
    };
    view! {
        <section class="stack g4" aria-labelledby="copy">
            <h2 id="copy">"Your work as a file"</h2>
            <p>"Everything in one file: to keep, or to go on with on another device."</p>
            <div class="row">
                <button class="btn ink" on:click=press(save)>
                    <Sign icon=Icon::Save />
                    "Save a copy"
                </button>
                <span class="small soft">{last()}</span>
            </div>
            <p class="small" role="status">{text(move || saved.get().unwrap_or_default().to_owned())}</p>
            <div>
                {fold("Bring in a copy", false, bring_in::bring_in())}
                {protect::protect()}
                {auto::auto()}
            </div>
        </section>
    }
}

/// Notes that a copy was saved just now.
pub fn note_saved() {
    let now = clock::now();
    change_copies(|copies| copies.last = Some(now));
}

/// When the last copy was saved, and what is not in it.
fn last() -> AnyView {
    let work = use_work();
    let alive: Alive = expect_context();
    text(move || {
        if !alive.get() {
            return String::new();
        }
        let (copies, now) = (copies(), clock::now());
        let missing = work.attempts.with(|attempts| copies.missing(attempts, now)).unwrap_or(0);
        let since = match missing {
            0 => String::new(),
            count => format!(" {} not in it yet.", wording::are(count, "answer", "answers")),
        };
        match (copies.last_before(now), missing) {
            (Some(last), _) => format!("Last copy: {}.{since}", clock::short(last)),
            (None, 0) => String::new(),
            (None, _) => "No copy yet.".to_owned(),
        }
    })
}
