//! Phrases: what not to say, and what to say instead.

use bank::{Page as Item, file};
use coach::{
    link::{Kind, Link},
    phrase::{Pair, PhraseGroup},
};
use leptos::prelude::*;

use super::{back, not_found::NotFound, use_id};
use crate::{
    browser::page,
    components::{
        icon::{Icon, Sign},
        mark::MarkButton,
        shell::Main,
    },
    reactive::press,
    routes::Page,
    state::use_data,
    wording,
};

/// All pairs, by group.
#[component]
pub fn Phrases() -> impl IntoView {
    let groups = PhraseGroup::ALL.iter().map(|group| {
        let name = wording::phrase_group(*group);
        let href = Page::PhraseGroup(group.slug().to_owned()).href();
        view! {
            <section class="stack g4" aria-labelledby=group.slug()>
                <h2 id=group.slug()><a href=href>{name}</a></h2>
                {pairs(*group)}
            </section>
        }
    });
    view! {
        <Main>
            <div class="stack g6">
                <header class="stack g4">
                    {back(Page::Library.href(), "Library")}
                    <h1>"Phrases that help"</h1>
                    <p class="soft">
                        "Kind people say the first ones every day. The second ones take no longer, and the other person hears something else."
                    </p>
                    {groups_to_choose(None)}
                </header>
                {groups.collect_view()}
            </div>
        </Main>
    }
}

/// The pairs of one group.
#[component]
pub fn GroupPage() -> impl IntoView {
    match PhraseGroup::from_slug(&use_id()) {
        Some(group) => group_page(group).into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

fn group_page(group: PhraseGroup) -> impl IntoView {
    view! {
        <Main>
            <div class="stack g6">
                <header class="stack g4">
                    {back(Page::Phrases.href(), "Phrases that help")}
                    <h1>{wording::phrase_group(group)}</h1>
                    {groups_to_choose(Some(group))}
                    <div class="row">
                        <MarkButton link=Link::new(Kind::Phrase, group.slug()) />
                        <button class="btn quiet" on:click=press(page::print)>
                            <Sign icon=Icon::Print />
                            "Print"
                        </button>
                    </div>
                </header>
                {pairs(group)}
                <section class="card sunk stack g3 narrow">
                    <h2 class="h3">"Hear them in your own voice"</h2>
                    <p>
                        "Choose the one that you would find hardest to say. Say it aloud three times, then use it in an answer."
                    </p>
                    <div class="row"><a class="btn" href=Page::Quiz("trigger-phrases".to_owned()).href()>"Spot the phrases that upset people"</a></div>
                </section>
            </div>
        </Main>
    }
}

/// The way to each group.
fn groups_to_choose(current: Option<PhraseGroup>) -> impl IntoView {
    let chips = PhraseGroup::ALL.iter().map(|group| {
        let href = Page::PhraseGroup(group.slug().to_owned()).href();
        let is_current = (current == Some(*group)).then_some("page");
        view! {
            <li>
                <a class="chip" class:on=is_current.is_some() href=href aria-current=is_current>
                    {wording::phrase_group(*group)}
                </a>
            </li>
        }
    });
    view! { <nav aria-label="When you need them"><ul class="chips">{chips.collect_view()}</ul></nav> }
}

fn pairs(group: PhraseGroup) -> impl IntoView {
    let all = use_data().get(&file::phrases()).into_iter().flatten();
    let rows = all.filter(|pair| pair.group == group).map(pair);
    view! { <ul class="pairs">{rows.collect_view()}</ul> }
}

fn pair(pair: &'static Item<Pair>) -> impl IntoView {
    let see = pair.related.iter().map(|brief| {
        view! { <li><a href=Page::of(&brief.link).href()>{brief.title.as_str()}</a></li> }
    });
    let see = (!pair.related.is_empty())
        .then(|| view! { <ul class="meta" aria-label="Goes with this">{see.collect_view()}</ul> });
    view! {
        <li class="pair" id=pair.id.as_str()>
            <p class="avoid">
                <span class="tag"><Sign icon=Icon::Close />"Instead of"</span>
                <span class="said sm">{pair.avoid.as_str()}</span>
            </p>
            <p class="better">
                <span class="tag good"><Sign icon=Icon::Check />"Say"</span>
                <span class="said sm">{pair.say.as_str()}</span>
            </p>
            <div class="why stack g1">
                <p class="small soft">{pair.why.as_str()}</p>
                {see}
            </div>
        </li>
    }
}
