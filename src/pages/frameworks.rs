//! The answer frameworks: which there are, and each one by itself.

use bank::{Page as Item, file};
use coach::{
    framework::Framework,
    link::{Kind, Link},
};
use leptos::prelude::*;

use super::{back, not_found::NotFound, use_id};
use crate::{
    components::{
        icon::{Icon, Sign},
        item::QuestionItem,
        mark::MarkButton,
        related::Related,
        ribbon,
        shell::Main,
    },
    routes::Page,
    state::use_data,
};

/// How many questions are offered to try a framework on.
const OFFERED: usize = 4;

/// The list.
#[component]
pub fn Frameworks() -> impl IntoView {
    let frameworks = use_data().get(&file::frameworks()).into_iter().flatten();
    let items = frameworks.map(|framework| {
        let parts = framework.parts.iter().map(|part| view! { <span class=ribbon::class(part.serves)></span> });
        view! {
            <li>
                <a class="item" href=Page::Framework(framework.id.clone()).href()>
                    <span class="t">{framework.name.as_str()}</span>
                    <span class="meta"><span>{framework.tagline.as_str()}</span></span>
                    <span class="end"><Sign icon=Icon::Next /></span>
                    <span class="balance thin framework-ribbon" aria-hidden="true">{parts.collect_view()}</span>
                </a>
            </li>
        }
    });
    view! {
        <Main>
            <div class="stack g5 narrow">
                <header class="stack g2">
                    <h1>"Answer frameworks"</h1>
                    <p class="soft">
                        "A framework is an order to tell things in. Learn the order, not the words, and nerves cannot take it away."
                    </p>
                </header>
                <ul class="list">{items.collect_view()}</ul>
            </div>
        </Main>
    }
}

/// One framework.
#[component]
pub fn FrameworkPage() -> impl IntoView {
    let (data, id) = (use_data(), use_id());
    let framework = data.get(&file::frameworks()).into_iter().flatten().find(|f| f.id == id);
    match framework {
        Some(framework) => framework_page(framework).into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

fn framework_page(framework: &'static Item<Framework>) -> impl IntoView {
    let cards = use_data().get(&file::cards()).into_iter().flatten();
    let fitting: Vec<_> = cards.filter(|card| card.frameworks.contains(&framework.id)).collect();
    let try_it = fitting.first().map(|card| {
        let href = format!("{}?by={}", Page::Answer(card.id.clone()).href(), framework.id);
        view! { <a class="btn go" href=href>"Answer a question with it"</a> }
    });
    let parts = framework.parts.iter().map(|part| {
        view! {
            <div class="partstep">
                <span class=ribbon::class(part.serves)></span>
                <div class="stack g1">
                    <h3>
                        <span class="letter" aria-hidden="true">{part.letter.as_str()}</span>
                        {part.name.as_str()}
                    </h3>
                    <p>{part.guide.as_str()}</p>
                    <p class="small soft">{part.aim.as_str()}</p>
                </div>
            </div>
        }
    });
    let example = framework.parts.iter().zip(&framework.example.text).map(|(part, text)| {
        view! {
            <div class="partstep">
                <span class=ribbon::class(part.serves)></span>
                <div class="stack g1">
                    <p class="eyebrow">{part.name.as_str()}</p>
                    <p class="said sm plain-quotes">{text.as_str()}</p>
                </div>
            </div>
        }
    });
    let questions = fitting.into_iter().take(OFFERED).map(|card| view! { <QuestionItem card /> });
    view! {
        <Main>
            <div class="stack g6">
                <header class="stack g4">
                    {back(Page::Frameworks.href(), "Answer frameworks")}
                    <h1>{framework.name.as_str()}</h1>
                    <p>{framework.tagline.as_str()}</p>
                    <div class="row">
                        {try_it}
                        <MarkButton link=Link::new(Kind::Framework, &framework.id) />
                    </div>
                </header>
                <div class="cols">
                    <div class="stack g7">
                        <section class="stack g3">
                            <h2>"What it is for"</h2>
                            <p>{framework.purpose.as_str()}</p>
                        </section>
                        <section class="stack g4">
                            <h2>"Its parts"</h2>
                            <div>{parts.collect_view()}</div>
                        </section>
                        <section class="stack g4">
                            <h2>"A whole answer"</h2>
                            <p class="said sm">{framework.example.prompt.as_str()}</p>
                            <p class="small soft">{framework.example.voice.as_str()}</p>
                            <div>{example.collect_view()}</div>
                        </section>
                        <section class="stack g4">
                            <h2>"Questions that it fits"</h2>
                            <ul class="list">{questions.collect_view()}</ul>
                        </section>
                    </div>
                    <aside class="stack g6">
                        <section class="stack g2">
                            <h2 class="h3">"When to use it"</h2>
                            <p class="small">{framework.use_when.as_str()}</p>
                        </section>
                        <section class="stack g2">
                            <h2 class="h3">"When not to"</h2>
                            <p class="small">{framework.avoid_when.as_str()}</p>
                        </section>
                        <section class="note care">
                            <Sign icon=Icon::Note />
                            <div>
                                <h2 class="h3">"The usual mistake"</h2>
                                <p>{framework.misuse.as_str()}</p>
                            </div>
                        </section>
                        <Related related=&framework.related />
                    </aside>
                </div>
            </div>
        </Main>
    }
}
