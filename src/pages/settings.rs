//! Settings and data: what is kept, and that it is the user's own.

mod aside;
mod auto;
mod bring_in;
mod copy;
pub mod keeper;
mod passphrase;
mod promise;
mod protect;

use coach::save::{Tally, Theme};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::worker,
    components::shell::Main,
    reactive::{chosen, effect, live, press, text},
    routes::{Base, Page},
    state::{Alive, use_work},
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
                {aside::aside()}
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
                <li>"In this browser’s database: your drafts and answers, questions of your own, kept answers, bookmarks, ticks on checklists, quiz results, and the choice of light or dark."</li>
                <li>"Beside it: when you last saved a copy and, for a week after you bring one in, what was here before. If you chose a file for copies, which one that is."</li>
                <li>"In this browser’s cache: the site itself, so that it opens offline."</li>
                <li>"Anywhere else: nothing. No request leaves for another place, and nobody counts your visits."</li>
            </ul>
            <p><a class="link" href=Page::Privacy.href()>"Exactly what is kept, and what the host can see"</a></p>
        </section>
    }
}

fn delete() -> impl IntoView {
    let work = use_work();
    let base: Base = expect_context();
    let asking = RwSignal::new(false);
    let done = RwSignal::new(None::<&'static str>);
    // What there is when it is asked for: while the question stands nothing else can be done.
    let counts = move || {
        let there = work.backup().map(|all| wording::tally(&Tally::of(&all)));
        there.filter(|there| !there.is_empty()).unwrap_or_else(|| "your settings".to_owned())
    };
    let delete = move || {
        keeper::forget();
        asking.set(false);
        let folder = base.file("");
        spawn_local(async move {
            let deleted = work.delete_all().await.is_ok();
            let all = worker::forget(&folder).await && deleted;
            done.try_set(Some(if all {
                "Everything is deleted. Nothing of yours is left on this device. The site is not kept for offline use any more, until you open it again."
            } else {
                "This browser refused to delete. Clear this site’s data in the browser’s own settings."
            }));
        });
    };
    let ask = live(move || {
        asking.get().then(|| {
            view! {
                <div class="note flag" role="alertdialog" aria-labelledby="sure">
                    <div class="stack g3">
                        <p id="sure"><strong>"This deletes "{text(counts)}" for good."</strong>" There is no copy anywhere else."</p>
                        <div class="row">
                            <button class="btn danger" on:click=press(delete.clone())>"Delete everything"</button>
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
            <p>"Takes everything that is yours off this device: answers and drafts, your own questions, kept answers, bookmarks, ticks, quiz results and settings. The copy of the site that is kept for offline use goes as well."</p>
            {ask}
            {live(move || (!asking.get()).then(|| view! {
                <div><button class="btn danger" on:click=press(move || asking.set(true))>"Delete all my data"</button></div>
            }))}
            <p class="small" role="status">{text(move || done.get().unwrap_or_default().to_owned())}</p>
        </section>
    }
}
