//! A copy of everything in one file: to take away, and to bring in.

use coach::save::{Backup, ImportError, Merge};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{clock, files},
    components::icon::{Icon, Sign},
    reactive::{live, press, text},
    state::use_work,
    wording,
};

/// Where bringing in a copy stands.
#[derive(Clone)]
enum Step {
    /// Nothing chosen.
    Idle,
    /// A file that cannot be brought in, and why.
    Refused(String),
    /// A file that can, and what it would change.
    Ready(Box<Merge>),
    /// Brought in; what there was before, to go back to it.
    Done(Box<Backup>, String),
    /// Taken back.
    Undone,
}

/// The section.
pub fn copy() -> impl IntoView {
    let work = use_work();
    let saved = RwSignal::new(None::<&'static str>);
    let save = move || {
        work.flush();
        let now = clock::now();
        let file = work.backup().and_then(|backup| backup.to_file(now).ok());
        let name = format!("rapport-backup-{}.json", clock::iso_day(now));
        let given = file.is_some_and(|text| files::save(&name, &text).is_ok());
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
                <button class="btn" on:click=press(save)>
                    <Sign icon=Icon::Save />
                    "Save a copy"
                </button>
            </div>
            <p class="small" role="status">{text(move || saved.get().unwrap_or_default().to_owned())}</p>
            {bring_in()}
        </section>
    }
}

fn bring_in() -> impl IntoView {
    let work = use_work();
    let step = RwSignal::new(Step::Idle);
    let choose = move |event: leptos::ev::Event| {
        spawn_local(async move {
            let next = match files::chosen(event).await {
                Err(files::FileError::Unreadable) => Step::Refused(
                    "This file could not be opened. Nothing on this device has changed.".into(),
                ),
                Err(files::FileError::TooLarge) => {
                    Step::Refused(wording::import_error(&ImportError::TooLarge))
                }
                Ok(text) => match (Backup::from_file(&text), work.backup()) {
                    (Ok(file), Some(here)) => Step::Ready(Box::new(here.merge(&file))),
                    (Err(error), _) => Step::Refused(wording::import_error(&error)),
                    (Ok(_), None) => Step::Idle,
                },
            };
            step.try_set(next);
        });
    };
    let outcome = live(move || match step.get() {
        Step::Idle => ().into_any(),
        Step::Refused(why) => view! {
            <p class="err" role="alert"><Sign icon=Icon::Flag /><span>{why}</span></p>
        }
        .into_any(),
        Step::Ready(merge) => ready(*merge, step).into_any(),
        Step::Done(before, what) => {
            let undo = move || {
                work.replace(before.as_ref().clone());
                step.set(Step::Undone);
            };
            view! {
                <div class="note good" role="status">
                    <Sign icon=Icon::Check />
                    <div class="stack g2">
                        <p>{what}</p>
                        <div><button class="btn" on:click=press(undo)>"Undo"</button></div>
                    </div>
                </div>
            }
            .into_any()
        }
        Step::Undone => {
            view! { <p class="small" role="status">"Undone. Everything is as it was before."</p> }
                .into_any()
        }
    });
    view! {
        <div class="field stack g2">
            <label for="bring-in">"Bring in a copy"</label>
            <p class="hint" id="bring-in-hint">"What is here stays. You see what is new before anything changes."</p>
            <input
                class="in"
                id="bring-in"
                type="file"
                accept=".json,application/json"
                aria-describedby="bring-in-hint"
                on:change=choose
            />
            {outcome}
        </div>
    }
}

fn ready(merge: Merge, step: RwSignal<Step>) -> impl IntoView {
    let work = use_work();
    if merge.summary.is_empty() {
        return view! { <p class="small" role="status">"Everything in this copy is here already."</p> }.into_any();
    }
    let what = wording::tally(&merge.summary);
    let done = format!("{what} brought in.");
    let add = move || {
        if let Some(before) = work.backup() {
            work.replace(merge.after.clone());
            step.set(Step::Done(Box::new(before), done.clone()));
        }
    };
    view! {
        <div class="note" role="alertdialog" aria-labelledby="new-here">
            <Sign icon=Icon::Note />
            <div class="stack g3">
                <p id="new-here">{format!("{what} in this copy are new here.")}</p>
                <div class="row">
                    <button class="btn ink" on:click=press(add)>"Add them"</button>
                    <button class="btn" on:click=press(move || step.set(Step::Idle))>"Leave it"</button>
                </div>
            </div>
        </div>
    }
    .into_any()
}
