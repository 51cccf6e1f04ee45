//! Bringing in a copy: looking at what it would change, adding it or putting it in place of everything,
//! and taking that back.

use coach::save::{
    Backup, Changes, File, ImportError, LARGEST_FILE, Merge, Opened, Salvage, Sealed, Tally, open,
};
use leptos::{prelude::*, task::spawn_local};

use super::passphrase;
use crate::{
    browser::{
        clock,
        files::{self, Chosen},
        page, seal, storage,
    },
    components::{
        fold::fold,
        icon::{Icon, Sign},
    },
    reactive::{live, press},
    state::{Alive, BEFORE, Notice, Notices, Work, use_work},
    wording,
};

/// Where bringing in a copy stands.
#[derive(Clone)]
enum Step {
    /// Nothing chosen.
    Idle,
    /// A file that cannot be brought in, and why.
    Refused(String),
    /// A file that a passphrase opens.
    Locked(Box<Sealed>),
    /// A file that can, and what it would change.
    Ready(Box<Offer>),
    /// Brought in: what there was before and what there is since, to go back to it.
    Done(Box<(Backup, Backup)>, String),
    /// Taken back.
    Undone,
}

/// What a copy would change, in either way.
#[derive(Clone)]
struct Offer {
    file: Backup,
    damage: Option<Salvage>,
    add: Merge,
    replace: Changes,
}

impl Step {
    fn of(opened: Opened, work: Work) -> Self {
        let Some(here) = work.backup() else { return Self::Idle };
        let Opened { backup: file, damage } = opened;
        let (add, replace) = (here.merge(&file), Changes::between(&here, &file));
        Self::Ready(Box::new(Offer { file, damage, add, replace }))
    }

    fn refused(error: &ImportError) -> Self {
        Self::Refused(wording::import_error(error))
    }
}

/// The part of the page.
pub fn bring_in() -> impl IntoView {
    let work = use_work();
    let step = RwSignal::new(Step::Idle);
    let choose = move |event: leptos::ev::Event| {
        spawn_local(async move {
            let Some(chosen) = files::chosen(event, LARGEST_FILE).await else { return };
            let next = match chosen {
                Chosen::TooLarge => Step::refused(&ImportError::TooLarge),
                Chosen::NotReadable => Step::Refused(
                    "This file could not be opened. Nothing on this device has changed.".into(),
                ),
                Chosen::Text(text) => match open(&text) {
                    Ok(File::Plain(opened)) => Step::of(opened, work),
                    Ok(File::Sealed(sealed)) => Step::Locked(Box::new(sealed)),
                    Err(error) => Step::refused(&error),
                },
            };
            step.try_set(next);
        });
    };
    let outcome = live(move || match step.get() {
        Step::Idle => before(step).into_any(),
        Step::Refused(why) => view! {
            <p class="err" role="alert"><Sign icon=Icon::Flag /><span>{why}</span></p>
        }
        .into_any(),
        Step::Locked(sealed) => locked(*sealed, step).into_any(),
        Step::Ready(offer) => ready(*offer, step).into_any(),
        Step::Done(states, what) => done(*states, what, step).into_any(),
        Step::Undone => {
            view! { <p class="small" role="status">"Undone. Everything is as it was before."</p> }
                .into_any()
        }
    });
    view! {
        <div class="field stack g3">
            <label class="vh" for="bring-in">"Choose a copy"</label>
            <p class="hint" id="bring-in-hint">"Choose a file that Rapport saved. You see what it would change before anything does."</p>
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

fn ready(offer: Offer, step: RwSignal<Step>) -> impl IntoView {
    let work = use_work();
    let notices: Notices = expect_context();
    let Offer { file, damage, add, replace } = offer;
    let tally = wording::tally(&Tally::of(&file));
    let mut holds = if tally.is_empty() {
        "This copy is empty.".to_owned()
    } else {
        format!("This copy holds {tally}.")
    };
    if let Some(newest) = file.newest() {
        holds = format!("{holds} The newest is from {}.", clock::short(newest));
    }
    let warning = damage.map(|salvage| {
        view! {
            <p class="err" role="alert"><Sign icon=Icon::Flag /><span>{wording::damaged_copy(salvage)}</span></p>
        }
    });
    let take = move |after: Backup, done: &str| {
        let Some(before) = work.backup() else { return };
        let done = done.to_owned();
        spawn_local(async move {
            keep_before(&before);
            work.replace(after.clone());
            work.settle().await;
            if notices.list.with_untracked(|list| list.contains(&Notice::NotSaving)) {
                // There may be room for one of the two only.
                drop_before();
                work.replace(after.clone());
                work.settle().await;
            }
            step.try_set(Step::Done(Box::new((before, after)), done));
        });
    };
    let lines = |changes: &Changes| {
        let lines = wording::changes(changes).into_iter();
        view! { <ul class="bul">{lines.map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }
    };
    let adding = if add.changes.is_empty() {
        view! { <p>"Everything in this copy is here already."</p> }.into_any()
    } else {
        let all_new = Changes { added: Tally::of(&file), ..Changes::default() };
        let what = if add.changes == all_new {
            view! { <p>"All of it is new here. If you add it, nothing that is here is removed."</p> }
                .into_any()
        } else {
            view! {
                <p>"If you add it, nothing that is here is removed. Of two drafts of one answer the newer one stays."</p>
                {lines(&add.changes)}
            }
            .into_any()
        };
        let after = add.after;
        view! {
            {what}
            <div class="row">
                <button class="btn ink" on:click=press(move || take(after.clone(), "The copy is added."))>"Add to what is here"</button>
            </div>
        }
        .into_any()
    };
    let replacing = (!replace.is_empty()).then(|| {
        let what = lines(&replace);
        let go = move || take(file.clone(), "The copy is in place of what was here.");
        let body = view! {
            <div class="stack g3">
                <p>"Then there is only what is in the copy."</p>
                {what}
                <div class="row">
                    <button class="btn danger" on:click=press(go)>"Replace everything here"</button>
                </div>
            </div>
        };
        fold("Or replace what is here", false, body)
    });
    view! {
        <div class="card stack g3" role="group" aria-labelledby="new-here">
            <p id="new-here" role="status">{holds}</p>
            {warning}
            {adding}
            {replacing}
            <button class="btn quiet" on:click=press(move || step.set(Step::Idle))>"Leave everything as it is"</button>
        </div>
    }
}

fn done(states: (Backup, Backup), what: String, step: RwSignal<Step>) -> impl IntoView {
    let work = use_work();
    let undo = move || {
        let (before, after) = &states;
        if work.backup().as_ref() == Some(after) {
            work.replace(before.clone());
            spawn_local(async move {
                work.settle().await;
                drop_before();
                step.try_set(Step::Undone);
            });
        } else {
            // Something was written since: it is not taken away unseen.
            step.set(Step::of(Opened { backup: before.clone(), damage: None }, work));
        }
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
}

fn locked(sealed: Sealed, step: RwSignal<Step>) -> impl IntoView {
    let work = use_work();
    let (words, shown) = (RwSignal::new(String::new()), RwSignal::new(false));
    let said = RwSignal::new(None::<Result<&'static str, &'static str>>);
    if !seal::can() {
        return view! {
            <p class="err" role="alert"><Sign icon=Icon::Flag /><span>"This copy is protected, and this browser cannot open protected files. It can where the page’s address starts with https."</span></p>
        }
        .into_any();
    }
    let damaged = sealed.damaged;
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        said.set(Some(Ok("Opening the copy")));
        let sealed = sealed.clone();
        spawn_local(async move {
            let passphrase = words.get_untracked();
            let opened = seal::open(&sealed.recipe, &passphrase, &sealed.bytes).await;
            let Some(bytes) = opened else {
                said.try_set(Some(Err(if sealed.damaged {
                    "This did not open it. The file was damaged after it was saved, so the right passphrase may not open it either. Choose an earlier copy if you have one."
                } else {
                    "This passphrase does not open the file. Look at capital letters and spaces, and try again."
                })));
                page::focus("unlock");
                return;
            };
            // The seal holds: what is in it is as it was saved.
            let next = match open(&String::from_utf8_lossy(&bytes)) {
                Ok(File::Plain(opened)) => Step::of(opened, work),
                Ok(File::Sealed(_)) => Step::refused(&ImportError::SealedStrange),
                Err(error) => Step::refused(&error),
            };
            step.try_set(next);
        });
    };
    let outcome = live(move || match said.get() {
        None => ().into_any(),
        Some(Ok(words)) => view! { <p class="small" role="status">{words}</p> }.into_any(),
        Some(Err(why)) => view! {
            <p class="err" role="alert"><Sign icon=Icon::Flag /><span>{why}</span></p>
        }
        .into_any(),
    });
    view! {
        <form class="card stack g3" novalidate on:submit=go>
            <p role="status"><strong>"This copy is protected."</strong></p>
            {damaged.then(|| view! {
                <p class="err" role="alert"><Sign icon=Icon::Flag /><span>"It was damaged after it was saved. It may not open any more."</span></p>
            })}
            {passphrase::field("unlock", "Its passphrase", "current-password", words, shown)}
            {passphrase::show(shown)}
            <div class="row">
                <button class="btn ink" type="submit">"Open the copy"</button>
                <button class="btn quiet" type="button" on:click=press(move || step.set(Step::Idle))>"Leave everything as it is"</button>
            </div>
            {outcome}
        </form>
    }
    .into_any()
}

/// What there was before a copy came in at an earlier visit, to look at.
fn before(step: RwSignal<Step>) -> impl IntoView {
    let alive: Alive = expect_context();
    let work = use_work();
    live(move || {
        let name = alive.get().then(|| storage::names(BEFORE).pop()).flatten();
        name.map(|name| {
            let at = name[BEFORE.len()..].parse::<u64>().unwrap_or(0);
            let look = move || {
                if let Ok(Some(text)) = storage::get_raw(&name) {
                    step.set(match open(&text) {
                        Ok(File::Plain(opened)) => Step::of(opened, work),
                        Ok(File::Sealed(_)) => Step::refused(&ImportError::NotOurs),
                        Err(error) => Step::refused(&error),
                    });
                }
            };
            let drop = move || {
                drop_before();
                step.set(Step::Idle);
            };
            view! {
                <p class="small">
                    {format!("On {} a copy was brought in. What was here before is kept for a week.", clock::short(at))}
                </p>
                <div class="row tight">
                    <button class="btn quiet" on:click=press(look)>"Look at what was here"</button>
                    <button class="btn quiet" on:click=press(drop)>"Let go of it"</button>
                </div>
            }
        })
    })
}

fn keep_before(before: &Backup) {
    drop_before();
    if let Ok(text) = before.to_file() {
        let _ = storage::set_raw(&format!("{BEFORE}{}", clock::now()), &text);
    }
}

fn drop_before() {
    for name in storage::names(BEFORE) {
        let _ = storage::remove(&name);
    }
}
