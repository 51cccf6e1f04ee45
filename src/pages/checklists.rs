//! The checklists: which there are, and each one to tick off.

use bank::{Page as Item, file};
use coach::{
    checklist::{Checklist, Group, Step},
    link::{Kind, Link},
};
use leptos::prelude::*;

use super::{back, not_found::NotFound, use_id};
use crate::{
    browser::{clock, page},
    components::{
        icon::{Icon, Sign},
        mark::MarkButton,
        related::Related,
        shell::Main,
    },
    reactive::{chosen, full, live, press, share, text},
    routes::Page,
    state::{use_data, use_work},
    wording,
};

/// How many steps of a checklist are ticked off.
fn done(checklist: &'static Checklist) -> usize {
    let is_done = |id: &str| use_work().ticks.with(|ticks| ticks.is_done(&checklist.id, id));
    checklist.steps().filter(|step| is_done(&step.id) == Some(true)).count()
}

/// The list.
#[component]
pub fn Checklists() -> impl IntoView {
    use_work().ticks.want();
    let items = use_data().get(&file::checklists()).into_iter().flatten().map(|checklist| {
        let all = checklist.steps().count();
        let count = Memo::new(move |_| done(&checklist.item));
        let far = text(move || match count.get() {
            0 => wording::count(all, "step", "steps"),
            done => format!("{done} of {all} done"),
        });
        let mark = move || match count.get() {
            0 => "new",
            done if done == all => "ready",
            _ => "draft",
        };
        view! {
            <li>
                <a class="item" href=Page::Checklist(checklist.id.clone()).href() data-st=mark>
                    <span class="t">{checklist.title.as_str()}</span>
                    <span class="meta lines">
                        <span>{checklist.about.as_str()}</span>
                        <span>{far}</span>
                    </span>
                    <span class="end"><Sign icon=Icon::Next /></span>
                </a>
            </li>
        }
    });
    view! {
        <Main>
            <div class="stack g5 narrow">
                <header class="stack g4">
                    {back(Page::Library.href(), "Library")}
                    <h1>"Checklists"</h1>
                    <p class="soft">"What is ticked off is out of your head. Your ticks stay on this device."</p>
                </header>
                <ul class="list">{items.collect_view()}</ul>
            </div>
        </Main>
    }
}

/// One checklist.
#[component]
pub fn ChecklistPage() -> impl IntoView {
    use_work().ticks.want();
    let id = use_id();
    let all = use_data().get(&file::checklists()).into_iter().flatten();
    match all.into_iter().find(|checklist| checklist.id == id) {
        Some(checklist) => checklist_page(checklist).into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

fn checklist_page(checklist: &'static Item<Checklist>) -> impl IntoView {
    let all = checklist.steps().count();
    let count = Memo::new(move |_| done(&checklist.item));
    let far = text(move || match count.get() {
        done if done == all => "All done. You are as ready as anyone can be.".to_owned(),
        done => format!("{done} of {all} done"),
    });
    let groups = checklist.groups.iter().map(|part| group(checklist, part));
    view! {
        <Main>
            <div class="stack g6">
                <header class="stack g4">
                    {back(Page::Checklists.href(), "Checklists")}
                    <h1>{checklist.title.as_str()}</h1>
                    <p>{checklist.about.as_str()}</p>
                    <div class="stack g2 narrow">
                        <p class="small" role="status">{far}</p>
                        <span class="bar" aria-hidden="true">
                            <i use:full=share(move || count.get() * 100 / all.max(1))></i>
                        </span>
                    </div>
                    <div class="row">
                        <MarkButton link=Link::new(Kind::Checklist, &checklist.id) />
                        <button class="btn quiet" on:click=press(page::print)>
                            <Sign icon=Icon::Print />
                            "Print"
                        </button>
                        {start_afresh(checklist, count)}
                    </div>
                </header>
                <div class="cols">
                    <div class="stack g7">{groups.collect_view()}</div>
                    <aside class="stack g6"><Related related=&checklist.related /></aside>
                </div>
            </div>
        </Main>
    }
}

/// Taking all ticks back, and taking that back.
fn start_afresh(checklist: &'static Checklist, count: Memo<usize>) -> impl IntoView {
    let work = use_work();
    let before = RwSignal::new(None);
    let clear = move || {
        work.ticks.update(|ticks| before.set(ticks.done.remove(&checklist.id)));
    };
    let undo = move || {
        if let Some(steps) = before.get_untracked() {
            work.ticks.update(|ticks| {
                ticks.done.entry(checklist.id.clone()).or_default().extend(steps);
            });
            before.set(None);
        }
    };
    live(move || match (count.get(), before.with(Option::is_some)) {
        (0, true) => view! {
            <button class="btn quiet" on:click=press(undo)>"Undo: tick them again"</button>
        }
        .into_any(),
        (0, false) => ().into_any(),
        _ => view! {
            <button class="btn quiet" on:click=press(clear)>"Untick all"</button>
        }
        .into_any(),
    })
}

fn group(checklist: &'static Checklist, group: &'static Group) -> impl IntoView {
    let steps = group.steps.iter().map(|one| step(checklist, one));
    view! {
        <section class="stack g3">
            <h2>{group.heading.as_str()}</h2>
            <ul class="todo">{steps.collect_view()}</ul>
        </section>
    }
}

fn step(checklist: &'static Checklist, step: &'static Step) -> impl IntoView {
    let work = use_work();
    let is_done = Memo::new(move |_| {
        work.ticks.with(|ticks| ticks.is_done(&checklist.id, &step.id)) == Some(true)
    });
    let toggle = move || {
        let now = clock::now();
        work.ticks.update(|ticks| ticks.toggle(&checklist.id, &step.id, now));
    };
    let how = format!("how-{}", step.id);
    let link = step.link.as_ref().map(|link| {
        view! { " "<a href=Page::of(link).href()>{wording::open(link.kind)}</a> }
    });
    view! {
        <li>
            <label class="tick">
                <input
                    type="checkbox"
                    aria-describedby=how.clone()
                    prop:checked=move || is_done.get()
                    on:change=chosen(toggle)
                />
                <span>{step.text.as_str()}</span>
            </label>
            <p class="small soft" id=how>{step.how.as_str()}{link}</p>
        </li>
    }
}
