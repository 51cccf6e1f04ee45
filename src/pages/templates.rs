//! The fill-in-the-blank templates: which there are, and each one by itself.

pub mod fill;

use bank::{Page as Item, file};
use coach::{
    link::{Kind, Link},
    question::Card,
    template::Template,
};
use leptos::prelude::*;

use super::{back, not_found::NotFound, use_id};
use crate::{
    components::{
        gaps::joined,
        icon::{Icon, Sign},
        item::QuestionItem,
        mark::MarkButton,
        related::Related,
        shell::Main,
    },
    routes::Page,
    state::use_data,
    wording,
};

/// How many questions are offered for a template.
const OFFERED: usize = 4;

/// The list.
#[component]
pub fn Templates() -> impl IntoView {
    let templates = use_data().get(&file::templates()).into_iter().flatten();
    let items = templates.map(|template| {
        view! {
            <li>
                <a class="item" href=Page::Template(template.id.clone()).href()>
                    <span class="t">{template.title.as_str()}</span>
                    <span class="meta">
                        <span>{wording::category(template.category)}</span>
                        <span>{wording::count(template.slots.len(), "gap", "gaps")}</span>
                    </span>
                    <span class="end"><Sign icon=Icon::Next /></span>
                </a>
            </li>
        }
    });
    view! {
        <Main>
            <div class="stack g5 narrow">
                <header class="stack g2">
                    <h1>"Templates"</h1>
                    <p class="soft">
                        "Answers with gaps for your own facts. Fill them in, read the whole aloud, then change the words until they sound like you."
                    </p>
                </header>
                <ul class="list">{items.collect_view()}</ul>
            </div>
        </Main>
    }
}

/// One template.
#[component]
pub fn TemplatePage() -> impl IntoView {
    let (data, id) = (use_data(), use_id());
    let template = data.get(&file::templates()).into_iter().flatten().find(|t| t.id == id);
    match template {
        Some(template) => template_page(template).into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

/// The questions that a template fits.
fn fitting(template: &Template) -> Vec<&'static Card> {
    let cards: &'static [Card] = use_data().get(&file::cards()).map_or(&[], Vec::as_slice);
    template.fitting(cards)
}

fn template_page(template: &'static Item<Template>) -> impl IntoView {
    let fitting = fitting(template);
    let slots = template.slots.iter().map(|slot| {
        view! {
            <li class="stack g1">
                <h3>{slot.label.as_str()}</h3>
                <p>{slot.hint.as_str()}</p>
                <p class="small">
                    <strong>"For example: "</strong>
                    {slot.example.as_str()}
                </p>
                <p class="small soft">{slot.strong.as_str()}" Shows: "{wording::competency(slot.competency).to_ascii_lowercase()}"."</p>
            </li>
        }
    });
    let fits = (!fitting.is_empty()).then(|| {
        let questions =
            fitting.into_iter().take(OFFERED).map(|card| view! { <QuestionItem card /> });
        view! {
            <section class="stack g4">
                <h2>"Questions that it fits"</h2>
                <ul class="list">{questions.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <Main>
            <div class="stack g6 narrow">
                <header class="stack g4">
                    {back(Page::Templates.href(), "Templates")}
                    <h1>{template.title.as_str()}</h1>
                    <p>{template.use_when.as_str()}</p>
                    <div class="row">
                        <a class="btn go" href=Page::Fill(template.id.clone()).href()>"Fill in the gaps"</a>
                        <MarkButton link=Link::new(Kind::Template, &template.id) />
                    </div>
                </header>
                <section class="stack g4">
                    <h2>"The text with its gaps"</h2>
                    {joined(template, |_| String::new())}
                </section>
                <section class="stack g4">
                    <h2>"Filled in, it can sound like this"</h2>
                    {joined(template, |at| template.slots[at].example.clone())}
                </section>
                <section class="stack g4">
                    <h2>"What goes into each gap"</h2>
                    <ol class="steps">{slots.collect_view()}</ol>
                </section>
                {fits}
                <Related related=&template.related />
            </div>
        </Main>
    }
}
