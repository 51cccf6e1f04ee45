//! A copy that only a passphrase opens.

use coach::save::Sealed;
use leptos::{prelude::*, task::spawn_local};

use super::{copy, passphrase};
use crate::{
    browser::{clock, files, page, seal},
    components::{
        fold::fold,
        icon::{Icon, Sign},
    },
    reactive::live,
    state::{Alive, Work, use_work},
    wording,
};

/// Where it stands.
#[derive(Clone, PartialEq, Eq)]
enum Step {
    Idle,
    Refused(String),
    Sealing,
    Saved,
}

/// The fold.
pub fn protect() -> AnyView {
    let alive: Alive = expect_context();
    let body = live(move || {
        match alive.get() {
        false => ().into_any(),
        true if !seal::can() => view! {
            <p>"This browser cannot protect files. It can where the page’s address starts with https."</p>
        }
        .into_any(),
        true => form().into_any(),
    }
    });
    fold("Protect a copy with a passphrase", false, body)
}

fn form() -> impl IntoView {
    let work = use_work();
    let (first, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let shown = RwSignal::new(false);
    let step = RwSignal::new(Step::Idle);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (words, twice) = (first.get_untracked(), again.get_untracked());
        if let Err(why) = Sealed::may_be_sealed_with(&words, &twice) {
            step.set(Step::Refused(wording::bad_seal(why)));
            page::focus("passphrase");
            return;
        }
        step.set(Step::Sealing);
        spawn_local(async move {
            let saved = sealed(work, &words).await;
            if saved {
                first.try_set(String::new());
                again.try_set(String::new());
                // The fields are drawn anew, empty.
                shown.try_set(false);
                copy::note_saved();
            }
            step.try_set(if saved {
                Step::Saved
            } else {
                Step::Refused(
                    "This browser did not let the file be saved. Your work is still here.".into(),
                )
            });
        });
    };
    let outcome = live(move || {
        match step.get() {
        Step::Idle => ().into_any(),
        Step::Refused(why) => view! {
            <p class="err" role="alert"><Sign icon=Icon::Flag /><span>{why}</span></p>
        }
        .into_any(),
        Step::Sealing => view! { <p class="small" role="status">"Protecting your copy"</p> }.into_any(),
        Step::Saved => view! {
            <p class="small" role="status">"Your protected copy is among this device’s downloads. Keep the passphrase somewhere else."</p>
        }
        .into_any(),
    }
    });
    view! {
        <form class="stack g4" novalidate on:submit=save>
            <p>"Nobody can read the file without the passphrase. "<strong>"Nobody can recover it either"</strong>": if you forget it, this copy stays closed for good."</p>
            {passphrase::field("passphrase", "Passphrase", "new-password", first, shown)}
            {passphrase::field("passphrase-again", "The same passphrase again", "new-password", again, shown)}
            {passphrase::show(shown)}
            <button class="btn" type="submit">"Save a protected copy"</button>
            {outcome}
        </form>
    }
}

async fn sealed(work: Work, passphrase: &str) -> bool {
    work.flush();
    let file = work.backup().and_then(|all| all.to_file().ok());
    let Some((file, recipe)) = file.zip(seal::new_recipe()) else { return false };
    let Some(bytes) = seal::seal(&recipe, passphrase, file.as_bytes()).await else { return false };
    let Ok(text) = recipe.to_file(&bytes) else { return false };
    let name = format!("rapport-backup-protected-{}.json", clock::iso_day(clock::now()));
    files::save(&name, &text).is_ok()
}
