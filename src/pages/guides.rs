//! The guides: which there are, and each one by itself.

use bank::{GuideCard, Page as Item, file};
use coach::{
    guide::{Guide, Section, Topic},
    link::{Kind, Link},
};
use leptos::prelude::*;

use super::{back, not_found::NotFound, use_id};
use crate::{
    browser::page,
    components::{
        icon::{Icon, Sign},
        mark::MarkButton,
        related::Related,
        shell::Main,
    },
    reactive::press,
    routes::Page,
    state::use_data,
    wording,
};

/// The list, by topic.
#[component]
pub fn Guides() -> impl IntoView {
    let guides = use_data().get(&file::guides()).map_or(&[][..], Vec::as_slice);
    let topics = Topic::ALL.iter().map(|topic| {
        let rows = guides.iter().filter(|guide| guide.topic == *topic).map(row);
        view! {
            <section class="stack g3" id=topic.slug() aria-labelledby=format!("{}-name", topic.slug())>
                <h2 id=format!("{}-name", topic.slug())>{wording::topic(*topic)}</h2>
                <ul class="list">{rows.collect_view()}</ul>
            </section>
        }
    });
    let jumps = Topic::ALL.iter().map(|topic| {
        view! {
            <li><a class="chip" href=format!("#{}", topic.slug())>{wording::topic(*topic)}</a></li>
        }
    });
    view! {
        <Main>
            <div class="stack g6 narrow">
                <header class="stack g4">
                    {back(Page::Library.href(), "Library")}
                    <h1>"Guides"</h1>
                    <p class="soft">"Two or three minutes each. Read one, then do what its last line says."</p>
                    <nav aria-label="Topics"><ul class="chips">{jumps.collect_view()}</ul></nav>
                </header>
                {topics.collect_view()}
            </div>
        </Main>
    }
}

fn row(guide: &'static GuideCard) -> impl IntoView {
    view! {
        <li>
            <a class="item" href=Page::Guide(guide.id.clone()).href()>
                <span class="t">{guide.title.as_str()}</span>
                <span class="meta lines">
                    <span>{guide.summary.as_str()}</span>
                    <span>{wording::count(guide.minutes, "minute", "minutes")}</span>
                </span>
                <span class="end"><Sign icon=Icon::Next /></span>
            </a>
        </li>
    }
}

/// One guide.
#[component]
pub fn GuidePage() -> impl IntoView {
    match use_data().get(&file::guide(&use_id())) {
        Some(guide) => guide_page(guide).into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

fn guide_page(guide: &'static Item<Guide>) -> impl IntoView {
    let act = &guide.act;
    view! {
        <Main>
            <div class="stack g6">
                <header class="stack g4">
                    {back(Page::Guides.href(), "Guides")}
                    <h1>{guide.title.as_str()}</h1>
                    <p>{guide.summary.as_str()}</p>
                    <p class="meta">
                        <span>{wording::topic(guide.topic)}</span>
                        <span>{wording::count(guide.minutes(), "minute", "minutes")}" to read"</span>
                    </p>
                    <div class="row">
                        <MarkButton link=Link::new(Kind::Guide, &guide.id) />
                        <button class="btn quiet" on:click=press(page::print)>
                            <Sign icon=Icon::Print />
                            "Print"
                        </button>
                    </div>
                </header>
                <div class="cols">
                    <div class="stack g7">
                        {guide.sections.iter().map(section).collect_view()}
                        <section class="card lift marked stack" aria-labelledby="now">
                            <p class="eyebrow">"Now you"</p>
                            <h2 id="now" class="h3 clear-mark">{act.text.as_str()}</h2>
                            <div class="row">
                                <a class="btn go" href=Page::of(&act.link).href()>{act.label.as_str()}</a>
                            </div>
                        </section>
                    </div>
                    <aside class="stack g6"><Related related=&guide.related /></aside>
                </div>
            </div>
        </Main>
    }
}

fn section(section: &'static Section) -> impl IntoView {
    let text = section.text.iter().map(|text| view! { <p>{text.as_str()}</p> }).collect_view();
    let points = section.points.iter().map(|text| view! { <li>{text.as_str()}</li> });
    let points = (!section.points.is_empty())
        .then(|| view! { <ul class="bul">{points.collect_view()}</ul> });
    let quote = section.quote.as_ref().map(|quote| {
        view! {
            <figure class="spoken stack g2">
                <blockquote class="said sm">{quote.text.as_str()}</blockquote>
                <figcaption class="small soft">{quote.voice.as_str()}</figcaption>
            </figure>
        }
    });
    view! {
        <section class="stack g3">
            <h2>{section.heading.as_str()}</h2>
            {text}
            {points}
            {quote}
        </section>
    }
}
