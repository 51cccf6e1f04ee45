//! What is kept aside: damaged texts, words that were rescued, words from another window.

use coach::save;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{files, panic, store},
    reactive::{effect, live, press},
    state::{Alive, Notice, Notices, use_work},
};

/// Something that was put aside under a name of its own.
#[derive(Clone, PartialEq, Eq)]
enum Aside {
    /// A text that could not be read.
    Damaged,
    /// What stood in the fields when the app stopped.
    Rescued,
    /// What a newer version wrote. This one cannot put it into a copy, nor may it take it away.
    Newer,
}

/// The section, where there is anything in it.
pub fn aside() -> impl IntoView {
    let alive: Alive = expect_context();
    let notices: Notices = expect_context();
    let names = RwSignal::new(Vec::<(String, Aside)>::new());
    let changed = RwSignal::new(0_u32);
    effect(move || {
        changed.track();
        let newer = notices.list.with(|list| list.contains(&Notice::FromNewer));
        if alive.get() {
            spawn_local(async move { names.set(look(newer).await) });
        }
    });
    let row = move |name: String, kind: &Aside| {
        let (label, drop_label) = match kind {
            Aside::Damaged => ("Something that could not be read".to_owned(), Some("Delete it")),
            Aside::Rescued => ("Words from when Rapport stopped".to_owned(), Some("Let go of it")),
            Aside::Newer => (format!("Your {name}, as saved on this device"), None),
        };
        let (gone, notice) = (name.clone(), *kind == Aside::Rescued);
        let drop = move || {
            let gone = gone.clone();
            spawn_local(async move {
                store::remove(&gone).await;
                changed.update(|n| *n += 1);
            });
            if notice {
                notices.take_back(Notice::Rescued);
            } else {
                notices.take_back_aside();
            }
        };
        let give = move || {
            let name = name.clone();
            spawn_local(async move {
                if let Some(text) = store::find(&name).await {
                    let _ = files::save(&format!("rapport-{name}.txt"), &text);
                }
            });
        };
        view! {
            <li class="between">
                <span>{label}</span>
                <span class="row tight">
                    <button class="btn quiet" on:click=press(give)>"Save as a file"</button>
                    {drop_label.map(|label| view! {
                        <button class="btn quiet" on:click=press(drop)>{label}</button>
                    })}
                </span>
            </li>
        }
    };
    live(move || {
        let rows = names
            .with(|names| names.iter().map(|(name, kind)| row(name.clone(), kind)).collect_view());
        let others = other_words();
        (!rows.is_empty() || others.is_some()).then(|| {
            view! {
                <section class="stack g3" aria-labelledby="aside">
                    <h2 id="aside">"Kept aside"</h2>
                    <ul class="plain stack g2">{rows} {others}</ul>
                </section>
            }
        })
    })
}

/// What there is.
async fn look(newer: bool) -> Vec<(String, Aside)> {
    let damaged = store::names(save::BROKEN).await.into_iter().map(|name| (name, Aside::Damaged));
    let mut all: Vec<_> = damaged.collect();
    if store::find(panic::RESCUE).await.is_some() {
        all.push((panic::RESCUE.to_owned(), Aside::Rescued));
    }
    if newer {
        let stored = store::names("").await.into_iter();
        let stored = stored.filter(|name| save::NAMES.contains(&name.as_str()));
        all.extend(stored.map(|name| (name, Aside::Newer)));
    }
    all
}

/// Words that lost against newer ones for the same place, written in another window.
fn other_words() -> Option<AnyView> {
    let work = use_work();
    let notices: Notices = expect_context();
    let words = work.other_words();
    let drop = move || {
        work.drop_other_words();
        notices.take_back(Notice::OtherWords);
    };
    (!words.is_empty()).then(|| {
        let words =
            words.into_iter().map(|words| view! { <p class="as-typed small soft">{words}</p> });
        view! {
            <li class="stack g2">
                <div class="between">
                    <span>"Words from another window"</span>
                    <button class="btn quiet" on:click=press(drop)>"Let go of them"</button>
                </div>
                {words.collect_view()}
            </li>
        }
        .into_any()
    })
}
