//! Settings and data: what is kept, and that it is the user's own.

mod auto;
mod bring_in;
mod copy;
pub mod keeper;
mod passphrase;
mod promise;
mod protect;

use coach::save::{self, Tally, Theme};
use leptos::prelude::*;

use crate::{
    browser::{files, panic, storage, worker},
    components::shell::Main,
    reactive::{chosen, effect, live, press, text},
    state::{Alive, Notice, Notices, use_work},
    wording,
};

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    use_work().want_all();
    view! {
        <Main>
            <div class="stack g7 narrow">
                <header class="stack g2">
                    <h1>"Settings and data"</h1>
                    <p class="soft">"Everything you write stays on this device. There is no account and no server."</p>
                </header>
                {theme()}
                {copy::copy()}
                {promise::promise()}
                {kept_aside()}
                {offline()}
                {privacy()}
                {delete()}
            </div>
        </Main>
    }
}

fn theme() -> impl IntoView {
    let work = use_work();
    let option = move |theme: Theme, name: &'static str| {
        let is_on =
            move || work.settings.with(|settings| settings.theme).unwrap_or(Theme::System) == theme;
        view! {
            <label>
                <input
                    type="radio"
                    name="theme"
                    prop:checked=is_on
                    on:change=chosen(move || work.settings.update(|settings| settings.theme = theme))
                />
                {name}
            </label>
        }
    };
    view! {
        <section class="stack g3" aria-labelledby="look">
            <h2 id="look">"Light or dark"</h2>
            <fieldset class="pick">
                <legend class="vh">"Light or dark"</legend>
                {option(Theme::System, "Like the device")}
                {option(Theme::Light, "Light")}
                {option(Theme::Dark, "Dark")}
            </fieldset>
        </section>
    }
}

/// What could not be read or was rescued, to be saved as a file.
fn kept_aside() -> impl IntoView {
    let alive: Alive = expect_context();
    let notices: Notices = expect_context();
    let changed = RwSignal::new(0_u32);
    live(move || {
        changed.track();
        let mut names = if alive.get() { storage::names(save::BROKEN) } else { Vec::new() };
        if alive.get() && matches!(storage::get_raw(panic::RESCUE), Ok(Some(_))) {
            names.push(panic::RESCUE.to_owned());
        }
        // What a newer version wrote, as it stands: this one cannot put it into a copy.
        let newer = notices.list.with(|list| list.contains(&Notice::FromNewer));
        let stored = if newer { storage::names("") } else { Vec::new() };
        names.extend(stored.into_iter().filter(|name| save::NAMES.contains(&name.as_str())));
        (!names.is_empty()).then(|| {
            let rows = names.into_iter().map(|name| {
                let is_stored = save::NAMES.contains(&name.as_str());
                let label = if is_stored {
                    format!("Your {name}, as saved on this device")
                } else if name == panic::RESCUE {
                    "Words from when Rapport stopped".to_owned()
                } else {
                    "Something that could not be read".to_owned()
                };
                let (gone, label_of_button) = (name.clone(), if name == panic::RESCUE { "Let go of it" } else { "Delete it" });
                let drop = move || {
                    let _ = storage::remove(&gone);
                    changed.update(|n| *n += 1);
                    if gone == panic::RESCUE {
                        notices.take_back(Notice::Rescued);
                    } else {
                        notices.take_back_aside();
                    }
                };
                let give = move || {
                    if let Ok(Some(text)) = storage::get_raw(&name) {
                        let _ = files::save(&format!("rapport-{name}.txt"), &text);
                    }
                };
                view! {
                    <li class="between">
                        <span>{label}</span>
                        <span class="row tight">
                            <button class="btn quiet" on:click=press(give)>"Save as a file"</button>
                            {(!is_stored).then(|| view! {
                                <button class="btn quiet" on:click=press(drop)>{label_of_button}</button>
                            })}
                        </span>
                    </li>
                }
            });
            view! {
                <section class="stack g3" aria-labelledby="aside">
                    <h2 id="aside">"Kept aside"</h2>
                    <ul class="plain stack g2">{rows.collect_view()}</ul>
                </section>
            }
        })
    })
}

fn offline() -> impl IntoView {
    let alive: Alive = expect_context();
    let ready = RwSignal::new(None::<bool>);
    effect(move || {
        if alive.get() {
            ready.set(Some(worker::is_ready()));
        }
    });
    let state = text(move || {
        match ready.get() {
        None => "Looking whether the whole site is on this device.",
        Some(true) => "The whole site is on this device. You can go on without a network.",
        Some(false) => "Not yet. The site is kept for offline use a moment after the first visit, where the browser allows it.",
    }.to_owned()
    });
    view! {
        <section class="stack g3" aria-labelledby="offline">
            <h2 id="offline">"Without a network"</h2>
            <p role="status">{state}</p>
        </section>
    }
}

fn privacy() -> impl IntoView {
    view! {
        <section class="stack g3" aria-labelledby="privacy">
            <h2 id="privacy">"What is kept where"</h2>
            <ul class="bul">
                <li>"In this browser’s storage: your drafts and answers, questions of your own, kept answers, bookmarks, ticks on checklists, quiz results, and the choice of light or dark."</li>
                <li>"Beside it: when you last saved a copy and, for a week after you bring one in, what was here before. If you chose a file for copies, which one that is."</li>
                <li>"In this browser’s cache: the site itself, so that it opens offline."</li>
                <li>"Anywhere else: nothing. No request leaves for another place, and nobody counts your visits."</li>
            </ul>
        </section>
    }
}

fn delete() -> impl IntoView {
    let work = use_work();
    let asking = RwSignal::new(false);
    let done = RwSignal::new(None::<&'static str>);
    // What there is when it is asked for: while the question stands nothing else can be done.
    let counts = move || {
        let there = work.backup().map(|all| wording::tally(&Tally::of(&all)));
        there.filter(|there| !there.is_empty()).unwrap_or_else(|| "your settings".to_owned())
    };
    let delete = move || {
        work.replace(save::Backup::default());
        keeper::forget();
        asking.set(false);
        done.set(Some(match storage::delete_all() {
            Ok(()) => "Everything is deleted. Nothing of yours is left on this device.",
            Err(_) => "This browser refused to delete. Clear this site’s data in the browser’s own settings.",
        }));
    };
    let ask = live(move || {
        asking.get().then(|| {
            view! {
                <div class="note flag" role="alertdialog" aria-labelledby="sure">
                    <div class="stack g3">
                        <p id="sure"><strong>"This deletes "{text(counts)}" for good."</strong>" There is no copy anywhere else."</p>
                        <div class="row">
                            <button class="btn danger" on:click=press(delete)>"Delete everything"</button>
                            <button class="btn" on:click=press(move || asking.set(false))>"Keep it"</button>
                        </div>
                    </div>
                </div>
            }
        })
    });
    view! {
        <section class="stack g3" aria-labelledby="delete">
            <h2 id="delete">"Delete"</h2>
            <p>"Takes everything that is yours off this device: answers and drafts, your own questions, kept answers, bookmarks, ticks, quiz results and settings."</p>
            {ask}
            {live(move || (!asking.get()).then(|| view! {
                <div><button class="btn danger" on:click=press(move || asking.set(true))>"Delete all my data"</button></div>
            }))}
            <p class="small" role="status">{text(move || done.get().unwrap_or_default().to_owned())}</p>
        </section>
    }
}
