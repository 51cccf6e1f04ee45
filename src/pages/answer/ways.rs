//! The three ways to write: freely, step by step, by filling gaps.

use coach::{
    draft::{Draft, Mode},
    framework::Framework,
    part::Part,
    template::{Form, Template},
};
use leptos::prelude::*;

use super::{Asked, FIELD, frameworks, templates};
use crate::{
    components::{
        balance::BalanceKey,
        gaps::joined,
        ribbon,
        writer::{Reading, Sheet, StepField},
    },
    reactive::{chosen, live, press, typed},
    state::{Work, use_work},
};

/// The way of writing without its framework or template.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Free,
    Steps,
    Gaps,
}

const fn way(mode: &Mode) -> Way {
    match mode {
        Mode::Free => Way::Free,
        Mode::Steps(_) => Way::Steps,
        Mode::Template(_) => Way::Gaps,
    }
}

/// The frameworks, those that fit the question first.
fn fitting_frameworks(asked: Asked) -> Vec<&'static Framework> {
    let mut all: Vec<&Framework> = frameworks().collect();
    asked.with(|card| {
        all.sort_by_key(|f| {
            card.frameworks.iter().position(|id| *id == f.id).unwrap_or(usize::MAX)
        });
    });
    all
}

/// The templates for answers, the one that fits the question first, then those for its kind.
fn fitting_templates(asked: Asked) -> Vec<&'static Template> {
    let mut all: Vec<&Template> = templates().filter(|t| t.form == Form::Answer).collect();
    asked.with(|card| {
        all.sort_by_key(|t| (card.template.as_ref() != Some(&t.id), t.category != card.category));
    });
    all
}

/// Choosing a way, and the way that is chosen.
pub fn ways(
    asked: Asked,
    draft: Memo<Draft>,
    reading: Memo<Reading>,
    missing: Memo<Option<Part>>,
) -> impl IntoView {
    let work = use_work();
    let mode = Memo::new(move |_| draft.with(|draft| draft.mode.clone()));
    let now = Memo::new(move |_| mode.with(way));
    let first = move |to: Way| match to {
        Way::Free => Some(Mode::Free),
        Way::Steps => fitting_frameworks(asked).first().map(|f| Mode::Steps(f.id.clone())),
        Way::Gaps => fitting_templates(asked).first().map(|t| Mode::Template(t.id.clone())),
    };
    let option = move |to: Way, name: &'static str| {
        let choose = move || {
            if let Some(mode) = first(to) {
                work.write_by(&asked.id(), mode);
            }
        };
        view! {
            <label>
                <input type="radio" name="way" prop:checked=move || now.get() == to on:change=chosen(choose) />
                {name}
            </label>
        }
    };
    let body = live(move || match mode.get() {
        Mode::Free => free(asked, draft, reading, missing).into_any(),
        Mode::Steps(id) => {
            let names = fitting_frameworks(asked)
                .into_iter()
                .map(|f| (f.id.as_str(), f.name.as_str()))
                .collect();
            let choice = framework_choice(asked, names, id.clone());
            let steps =
                frameworks().find(|f| f.id == id).map(|framework| steps(asked, framework, draft));
            view! { {choice} {steps} }.into_any()
        }
        Mode::Template(id) => {
            let choice = template_choice(asked, &id);
            let gaps =
                templates().find(|t| t.id == id).map(|template| gaps(asked, template, draft));
            view! { {choice} {gaps} }.into_any()
        }
    });
    view! {
        <fieldset class="pick">
            <legend class="vh">"How do you want to write?"</legend>
            {option(Way::Free, "Write freely")}
            {option(Way::Steps, "Step by step")}
            {option(Way::Gaps, "Fill gaps")}
        </fieldset>
        {body}
    }
}

/// Choosing a template: their titles are too long for chips.
fn template_choice(asked: Asked, chosen: &str) -> impl IntoView + use<> {
    let work = use_work();
    let options = fitting_templates(asked)
        .into_iter()
        .map(|t| view! { <option value=t.id.as_str() selected=t.id == chosen>{t.title.as_str()}</option> })
        .collect_view();
    let choose = typed(move |id| work.write_by(&asked.id(), Mode::Template(id)));
    view! {
        <div class="field stack g2">
            <label for="template">"Template"</label>
            <select class="in" id="template" on:change=choose>{options}</select>
        </div>
    }
}

/// Chips to choose a framework.
fn framework_choice(
    asked: Asked,
    names: Vec<(&'static str, &'static str)>,
    chosen: String,
) -> impl IntoView {
    let work = use_work();
    let chip = |(id, name): (&'static str, &'static str)| {
        let on = chosen == id;
        view! {
            <button
                class="chip"
                aria-pressed=if on { "true" } else { "false" }
                on:click=press(move || work.write_by(&asked.id(), Mode::Steps(id.to_owned())))
            >
                {name}
            </button>
        }
    };
    let chips = names.into_iter().map(chip).collect_view();
    view! { <div class="chips" role="group" aria-label="Framework">{chips}</div> }
}

fn free(
    asked: Asked,
    draft: Memo<Draft>,
    reading: Memo<Reading>,
    missing: Memo<Option<Part>>,
) -> impl IntoView {
    let work = use_work();
    let text = Memo::new(move |_| draft.with(|draft| draft.free.clone()));
    let change = move |text: String| work.edit(&asked.id(), |draft| draft.free = text);
    view! {
        <div class="stack g3">
            <label class="vh" for=FIELD>"Your answer"</label>
            <Sheet
                id=FIELD
                text=text
                reading=reading
                placeholder="Start with where you were and who needed help. Two sentences are enough."
                missing=missing
                on_change=change
            />
            <BalanceKey />
        </div>
    }
}

fn steps(asked: Asked, framework: &'static Framework, draft: Memo<Draft>) -> impl IntoView {
    let work = use_work();
    let step = move |at: usize| {
        let part = &framework.parts[at];
        let text = Memo::new(move |_| draft.with(|draft| draft.step(&framework.id, at).to_owned()));
        let class = move || {
            if text.with(|text| text.trim().is_empty()) {
                "seg none"
            } else {
                ribbon::class(part.serves)
            }
        };
        let (id, hint) =
            (if at == 0 { FIELD.to_owned() } else { format!("step-{at}") }, format!("hint-{at}"));
        let change = move |text: String| {
            work.edit(&asked.id(), |draft| draft.set_step(&framework.id, at, text))
        };
        view! {
            <div class="partstep">
                <span class=class></span>
                <div class="field stack g2">
                    <label for=id.clone()>
                        <span class="letter" aria-hidden="true">{part.letter.as_str()}</span>
                        {part.name.as_str()}
                    </label>
                    <p class="hint" id=hint.clone()>{part.guide.as_str()}" "{part.aim.as_str()}</p>
                    <StepField id=id described_by=hint text=text on_change=change />
                </div>
            </div>
        }
    };
    view! { <div>{(0..framework.parts.len()).map(step).collect_view()}</div> }
}

fn gaps(asked: Asked, template: &'static Template, draft: Memo<Draft>) -> impl IntoView {
    let work: Work = use_work();
    let slot = move |at: usize| {
        let slot = &template.slots[at];
        let text = Memo::new(move |_| draft.with(|draft| draft.slot(&template.id, at).to_owned()));
        let (id, hint) =
            (if at == 0 { FIELD.to_owned() } else { format!("slot-{at}") }, format!("hint-{at}"));
        let change = move |text: String| {
            work.edit(&asked.id(), |draft| draft.set_slot(&template.id, at, text))
        };
        view! {
            <div class="field stack g2">
                <label for=id.clone()>{slot.label.as_str()}</label>
                <p class="hint" id=hint.clone()>{slot.hint.as_str()}</p>
                <StepField
                    id=id
                    described_by=hint
                    text=text
                    placeholder=slot.example.as_str()
                    on_change=change
                />
            </div>
        }
    };
    view! {
        <div class="slots">{(0..template.slots.len()).map(slot).collect_view()}</div>
        <section class="stack g3" aria-labelledby="joined">
            <h2 class="h3" id="joined">"Your answer so far"</h2>
            {joined(template, move |at| draft.with(|draft| draft.slot(&template.id, at).to_owned()))}
        </section>
    }
}
