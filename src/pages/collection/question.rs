//! One question of the candidate's own. Which one stands in the address, and what it is on the device:
//! both are only known once the page is alive.

use bank::file;
use coach::own::OwnQuestion;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::{
    browser::page,
    components::{
        icon::{Icon, Sign},
        shell::Main,
    },
    pages::{
        back,
        groups::{self, Practise},
        question::{answer_label, list},
    },
    reactive::{live, press, text},
    routes::{Page, answer_to},
    state::{Alive, use_data, use_work},
    wording,
};

/// The id of the way back after it was deleted.
const UNDO: &str = "undo";

/// The page.
#[component]
pub fn OwnQuestionPage() -> impl IntoView {
    let work = use_work();
    work.own.want();
    let alive: Alive = expect_context();
    let query = use_query_map();
    let id = Memo::new(move |_| {
        alive.get().then(|| query.with(|query| query.get("id")).unwrap_or_default())
    });
    let question = Memo::new(move |_| {
        let id = id.get()?;
        work.own.with(|own| own.questions.get(&id).cloned())
    });
    let deleted = RwSignal::new(None::<OwnQuestion>);
    let body = live(move || match question.get() {
        None => view! {
            <h1>"Your own question"</h1>
            <p class="soft" role="status">"Looking for your question"</p>
        }
        .into_any(),
        Some(Some(question)) => {
            shown(id.get_untracked().unwrap_or_default(), question, deleted).into_any()
        }
        Some(None) => match deleted.get_untracked() {
            Some(question) => {
                gone_just_now(id.get_untracked().unwrap_or_default(), question).into_any()
            }
            None => gone().into_any(),
        },
    });
    view! {
        <Main>
            <div class="stack g6">{back(Page::Collection.href(), "Your collection")} {body}</div>
        </Main>
    }
}

/// What is shown in place of a question that is not there.
pub(super) fn gone() -> impl IntoView {
    view! {
        <div class="stack g4 narrow">
            <h1>"This question is not on this device"</h1>
            <p>
                "Questions of your own stay where they were written. If you wrote it on another device, save a copy there and bring it in under Settings."
            </p>
            <div class="row">
                <a class="btn go" href=Page::Collection.href()>"Open your collection"</a>
            </div>
        </div>
    }
}

fn gone_just_now(id: String, question: OwnQuestion) -> impl IntoView {
    let work = use_work();
    let prompt = question.prompt.clone();
    let undo = move || {
        work.own.update(|own| {
            own.questions.insert(id.clone(), question.clone());
        });
        page::once_drawn(page::focus_heading);
    };
    view! {
        <div class="stack g4 narrow">
            <h1>"This question is deleted"</h1>
            <p class="said sm" id="what">{prompt}</p>
            <p>"Your answers to it stay under Progress. You can bring the question back as long as this page is open."</p>
            <div class="row">
                <button class="btn" id=UNDO aria-describedby="what" on:click=press(undo)>"Undo"</button>
                <a class="btn quiet" href=Page::Collection.href()>"Open your collection"</a>
            </div>
        </div>
    }
}

fn shown(
    id: String,
    question: OwnQuestion,
    deleted: RwSignal<Option<OwnQuestion>>,
) -> impl IntoView {
    let work = use_work();
    let facts = [
        Some(question.place.clone()).filter(|place| !place.is_empty()),
        question.category.map(|category| wording::category(category).to_owned()),
        question.difficulty.map(|difficulty| wording::difficulty(difficulty).to_owned()),
        names(question.tracks.iter().map(|track| wording::track(*track))),
        names(question.levels.iter().map(|level| wording::level(*level))),
        names(question.competencies.iter().map(|one| wording::competency(*one))),
    ];
    let facts: Vec<_> =
        facts.into_iter().flatten().map(|fact| view! { <span>{fact}</span> }).collect();
    let facts = (!facts.is_empty()).then(|| view! { <p class="meta lines">{facts}</p> });
    let delete = {
        let id = id.clone();
        move || {
            work.own.update(|own| {
                if let Some(question) = own.questions.remove(&id) {
                    deleted.set(Some(question));
                }
            });
            page::once_drawn(|| page::focus(UNDO));
        }
    };
    let practised = {
        let id = id.clone();
        Memo::new(move |_| work.practised(&id) == Some(true))
    };
    let earlier = live(move || {
        practised.get().then(|| {
            groups::piece(|group: &Practise| group.own_earlier, || vec![file::coach().into()])
        })
    });
    let texts = texts(&question);
    view! {
        <header class="stack g4">
            <h1 class="said">{question.prompt.clone()}</h1>
            {facts}
            <p class="soft">{wording::asks(question.asks())}</p>
            <div class="row">
                <a class="btn go big" href=answer_to(&id)>{text(answer_label(id.clone()))}</a>
                <a class="btn quiet" href=Page::EditQuestion.href_with("id", &id)>
                    <Sign icon=Icon::Edit />
                    "Change it"
                </a>
                <button class="btn quiet" on:click=press(page::print)>
                    <Sign icon=Icon::Print />
                    "Print"
                </button>
                <button class="btn quiet" on:click=press(delete)>
                    <Sign icon=Icon::Remove />
                    "Delete it"
                </button>
            </div>
        </header>
        <div class="cols">
            <div class="stack g7">{texts}</div>
            <aside class="stack g6">{earlier} {ways(&question)}</aside>
        </div>
    }
}

/// Names as one fact; `None` where there are none.
fn names(names: impl Iterator<Item = &'static str>) -> Option<String> {
    let names: Vec<&str> = names.collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// A section, unless there is nothing in it.
fn section(heading: &'static str, is_there: bool, body: AnyView) -> AnyView {
    let section = is_there.then(|| {
        view! {
            <section class="stack g4">
                <h2>{heading}</h2>
                {body}
            </section>
        }
    });
    section.into_any()
}

fn paragraph(text: &str) -> AnyView {
    (!text.is_empty()).then(|| view! { <p class="as-typed">{text.to_owned()}</p> }).into_any()
}

fn texts(question: &OwnQuestion) -> AnyView {
    let listens = question.listens_for.iter().map(|text| view! { <li>{text.clone()}</li> });
    let listens = (!question.listens_for.is_empty()).then(|| {
        view! { <h3>"They listen for"</h3><ul class="bul">{listens.collect_view()}</ul> }
    });
    let probes = question.probes.iter().map(|probe| {
        view! {
            <li class="stack g1">
                {probe.gap.map(|gap| view! { <span class="eyebrow">{wording::gap(gap)}</span> })}
                <span class="said sm">{probe.ask.clone()}</span>
            </li>
        }
    });
    let probes = view! { <ul class="plain stack g4">{probes.collect_view()}</ul> };
    let anchors = ["1", "3", "5"].into_iter().zip(&question.anchors);
    let anchors = anchors.filter(|(_, text)| !text.is_empty()).map(|(level, text)| {
        view! { <div class="anchor"><b>{level}</b><p>{text.clone()}</p></div> }
    });
    let anchors = view! { <div>{anchors.collect_view()}</div> };
    let fold = |name: &'static str, text: &str| {
        (!text.is_empty()).then(|| {
            let body = paragraph(text);
            view! {
                <details class="fold">
                    <summary>{name}</summary>
                    <div class="in-fold">{body}</div>
                </details>
            }
        })
    };
    let folds = view! {
        <div>{fold("A sample answer", &question.sample)} {fold("Where to look for material", &question.stuck)}</div>
    };
    let has_more = *question
        != OwnQuestion {
            prompt: question.prompt.clone(),
            changed: question.changed,
            ..OwnQuestion::default()
        };
    view! {
        {section(
            "What they want to learn",
            !question.intent.is_empty() || !question.listens_for.is_empty(),
            view! { {paragraph(&question.intent)} {listens} }.into_any(),
        )}
        {section("Strong signals", !question.strong.is_empty(), list(&question.strong, Icon::Check, "ticks good").into_any())}
        {section("Red flags", !question.flags.is_empty(), list(&question.flags, Icon::Flag, "ticks flag").into_any())}
        {section("They may ask next", !question.probes.is_empty(), probes.into_any())}
        {section("What a 1, 3 and 5 sound like", question.anchors.iter().any(|text| !text.is_empty()), anchors.into_any())}
        {section("If you get stuck", !question.sample.is_empty() || !question.stuck.is_empty(), folds.into_any())}
        {(!has_more).then(|| view! {
            <p class="soft">"The question alone is enough to practise. When you know more, such as what they asked next, add it under “Change it”."</p>
        })}
    }
    .into_any()
}

/// The framework and the template that fit.
fn ways(question: &OwnQuestion) -> AnyView {
    let data = use_data();
    let framework = question.framework.as_ref().and_then(|id| {
        let all = data.get(&file::frameworks())?;
        all.iter().find(|framework| framework.id == *id)
    });
    let template = question.template.as_ref().and_then(|id| {
        let all = data.get(&file::templates())?;
        all.iter().find(|template| template.id == *id)
    });
    let framework = framework
        .map(|one| ("Framework", Page::Framework(one.id.clone()).href(), one.name.as_str()));
    let template =
        template.map(|one| ("Template", Page::Template(one.id.clone()).href(), one.title.as_str()));
    let ways: Vec<_> = framework.into_iter().chain(template).collect();
    (!ways.is_empty())
        .then(|| {
            let rows = ways.into_iter().map(|(kind, href, name)| {
                view! {
                    <li class="stack">
                        <span class="eyebrow">{kind}</span>
                        <a href=href>{name}</a>
                    </li>
                }
            });
            view! {
                <nav class="stack g3" aria-labelledby="goes-with">
                    <h2 class="h3" id="goes-with">"Goes with this"</h2>
                    <ul class="plain stack g3 small">{rows.collect_view()}</ul>
                </nav>
            }
        })
        .into_any()
}
