//! The bookmarks, by kind.

use bank::file;
use coach::{
    link::{Kind, Link},
    phrase::PhraseGroup,
};
use leptos::prelude::*;

use super::{entry, looking};
use crate::{
    components::{
        icon::{Icon, Sign},
        removable::{Removable, ever},
    },
    reactive::live,
    routes::Page,
    state::{use_data, use_work},
    wording,
};

/// The bookmarks, or how to get some.
pub fn bookmarks() -> impl IntoView {
    let work = use_work();
    // Kinds that this version does not know come last.
    let groups = Kind::ALL.iter().map(|kind| group(Some(*kind))).chain([group(None)]);
    let groups: Vec<(Memo<Vec<String>>, AnyView)> = groups.collect();
    let names: Vec<Memo<Vec<String>>> = groups.iter().map(|(names, _)| *names).collect();
    let views: Vec<AnyView> = groups.into_iter().map(|(_, view)| view).collect();
    let known = Memo::new(move |_| work.marks.is_known());
    let none = live(move || {
        if !known.get() {
            return looking();
        }
        let none = names.iter().all(|names| names.with(Vec::is_empty));
        none.then(empty).into_any()
    });
    view! { {none} {views} }
}

fn empty() -> impl IntoView {
    view! {
        <p class="soft">
            "Nothing is marked yet. On a question, a framework, a template or a guide press “Mark”, and it stands here until you take it out."
        </p>
        <div><a class="btn" href=Page::Questions.href()>"Look at the questions"</a></div>
    }
}

/// The marked items of one kind, and how they are listed; nothing where there are none.
fn group(kind: Option<Kind>) -> (Memo<Vec<String>>, AnyView) {
    let work = use_work();
    let names = ever(move || {
        let names = work.marks.with(|marks| match kind {
            Some(kind) => marks.of(kind).iter().map(ToString::to_string).collect::<Vec<_>>(),
            None => marks.unknown().into_iter().map(str::to_owned).collect(),
        });
        names.unwrap_or_default()
    });
    let title = kind.map_or("Something else", |kind| wording::kinds(kind, 2));
    let list = live(move || {
        let names = names.get();
        (!names.is_empty()).then(|| {
            let rows = names.into_iter().map(|name| view! { <li>{mark(name)}</li> });
            view! {
                <div class="stack g2">
                    <h3 class="eyebrow">{title}</h3>
                    <ul class="list">{rows.collect_view()}</ul>
                </div>
            }
        })
    });
    (names, list)
}

/// What an item is called, and what is said about it; `None` where it is no longer there.
fn about(name: &str) -> Option<(Link, String, String)> {
    let link: Link = name.parse().ok()?;
    let (title, text) = match link.kind {
        Kind::Question => {
            let card = use_data().get(&file::cards())?.iter().find(|card| card.id == link.id)?;
            (card.prompt.clone(), wording::category(card.category).to_owned())
        }
        Kind::Phrase if PhraseGroup::from_slug(&link.id).is_some() => {
            let group = PhraseGroup::from_slug(&link.id)?;
            (wording::phrase_group(group).to_owned(), "Say this, not that".to_owned())
        }
        _ => {
            let entry = entry(&link)?;
            (entry.title.clone(), entry.text.clone())
        }
    };
    Some((link, title, text))
}

fn mark(name: String) -> impl IntoView {
    let work = use_work();
    let at = work.marks.peek(|marks| marks.items.get(&name).copied()).flatten().unwrap_or(0);
    let is_here = {
        let name = name.clone();
        Memo::new(move |_| {
            work.marks.with(|marks| marks.items.contains_key(&name)).unwrap_or_default()
        })
    };
    let known = about(&name);
    // An id is made of plain words: they still say what it was.
    let words = || name.split('/').next_back().unwrap_or_default().replace('-', " ");
    let title = known.as_ref().map_or_else(words, |(_, title, _)| title.clone());
    let (taken, returned) = (name.clone(), name.clone());
    let remove = Callback::new(move |()| {
        work.marks.update(|marks| {
            marks.items.remove(&taken);
        });
    });
    let put_back = Callback::new(move |()| {
        work.marks.update(|marks| {
            marks.items.insert(returned.clone(), at);
        });
    });
    let shown = title.clone();
    let line = Box::new(move || {
        match &known {
        Some((link, title, text)) => view! {
            <a class="item" href=Page::of(link).href()>
                <span class="t">{title.clone()}</span>
                <span class="meta"><span class="one-line">{text.clone()}</span></span>
                <span class="end"><Sign icon=Icon::Next /></span>
            </a>
        }
        .into_any(),
        None => view! {
            <div class="item">
                <span class="t">{shown.clone()}</span>
                <span class="meta"><span>"This is no longer in Rapport. You can take it out."</span></span>
            </div>
        }
        .into_any(),
    }
    });
    let id = name.replace('/', "-");
    view! { <Removable id name=title gone="Taken out:" is_here remove put_back line /> }
}
