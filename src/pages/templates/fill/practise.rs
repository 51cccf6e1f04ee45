//! Taking a filled-in template to a question, to go on with it there.

use coach::{
    draft::{Mode, Taken},
    own::KeptAnswer,
    question::Card,
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::Filling;
use crate::{
    browser::{clock, page},
    components::icon::{Icon, Sign},
    pages::templates::{OFFERED, fitting},
    reactive::{live, press},
    routes::Page,
    wording,
};

/// The id of the first answer to what is asked.
const GO_ON: &str = "go-on";

/// Opens a question's answer with the words in place, or asks where others are there.
#[derive(Clone, Copy)]
struct Way {
    filling: Filling,
    /// The question whose answer has other words in the same gaps.
    asking: RwSignal<Option<&'static Card>>,
    go: Callback<&'static Card>,
}

impl Way {
    fn choose(self, card: &'static Card) {
        let filling = self.filling;
        let slots = filling.slots.get_untracked();
        match filling.work.take_slots(&card.id, &filling.template.id, &slots) {
            Taken::Put | Taken::Same => self.open(card),
            Taken::Others => {
                self.asking.set(Some(card));
                page::once_drawn(|| page::focus(GO_ON));
            }
        }
    }

    fn open(self, card: &'static Card) {
        let id = self.filling.template.id.clone();
        self.filling.work.write_by(&card.id, Mode::Template(id));
        self.go.run(card);
    }

    /// Puts these words in place of the others, which are kept as an answer.
    fn put_in_place(self, card: &'static Card) {
        let Filling { work, template, .. } = self.filling;
        let slots = self.filling.slots.get_untracked();
        let mut others = Vec::new();
        work.edit(&card.id, |draft| {
            others = draft.slots.insert(template.id.clone(), slots).unwrap_or_default();
        });
        let now = clock::now();
        let answer = KeptAnswer {
            template: template.id.clone(),
            title: template.title.clone(),
            text: template.join(&others),
            slots: others,
            changed: now,
        };
        work.own.update(|own| {
            own.keep_answer(answer, None, now);
        });
        self.open(card);
    }
}

/// The questions that the template fits; nothing for a message.
pub fn practise(filling: Filling) -> AnyView {
    let cards = fitting(filling.template);
    if cards.is_empty() {
        return ().into_any();
    }
    let navigate = StoredValue::new(use_navigate());
    let go = Callback::new(move |card: &'static Card| {
        let address = format!("/{}", Page::Answer(card.id.clone()).path());
        navigate.with_value(|navigate| navigate(&address, NavigateOptions::default()));
    });
    let way = Way { filling, asking: RwSignal::new(None), go };
    let rows = cards.into_iter().take(OFFERED).map(|card| {
        let asked = live(move || {
            way.asking.get().filter(|asking| asking.id == card.id).map(|card| ask(way, card))
        });
        view! {
            <li>
                <button class="item" on:click=press(move || way.choose(card))>
                    <span class="t">{card.prompt.as_str()}</span>
                    <span class="meta">
                        <span>{wording::category(card.category)}</span>
                        <span>{wording::difficulty(card.difficulty)}</span>
                    </span>
                    <span class="end"><Sign icon=Icon::Next /></span>
                </button>
                {asked}
            </li>
        }
    });
    view! {
        <section class="stack g3 narrow unprinted" aria-labelledby="practise">
            <h2 id="practise">"Practise it"</h2>
            <p class="soft">"Choose a question. Your words go into the gaps of its answer, and the coach reads along."</p>
            <ul class="list">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn ask(way: Way, card: &'static Card) -> AnyView {
    let close = move || way.asking.set(None);
    view! {
        <div class="note care after-item" role="alertdialog" aria-labelledby="others">
            <Sign icon=Icon::Note />
            <div class="stack g3">
                <p id="others">
                    "You have filled in this template for that question before, with other words. If you use these instead, the others are kept in your collection."
                </p>
                <div class="row">
                    <button class="btn" id=GO_ON on:click=press(move || way.open(card))>"Go on with the others"</button>
                    <button class="btn" on:click=press(move || way.put_in_place(card))>"Use these instead"</button>
                    <button class="btn quiet" on:click=press(close)>"Stay here"</button>
                </div>
            </div>
        </div>
    }
    .into_any()
}
