//! The fields of the form. How a field reads and writes the question is a plain function, so that one
//! compiled copy serves all fields of a kind.

use coach::{
    own::{OwnError, OwnProbe, OwnQuestion},
    question::Gap,
};
use leptos::{html, prelude::*};

use super::{Form, PROMPT};
use crate::{
    browser::page,
    components::icon::{Icon, Sign},
    reactive::{chosen, effect, live, press, typed},
    routes::Page,
    wording,
};

/// What a field is called and what helps to fill it.
#[derive(Clone, Copy)]
pub struct Field {
    /// Its id.
    pub id: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What helps; empty where nothing is needed.
    pub hint: &'static str,
    /// What it shows of the question.
    pub get: fn(&OwnQuestion) -> String,
    /// What it changes in the question.
    pub set: fn(&mut OwnQuestion, String),
}

/// One choice of several that may all be on.
#[derive(Clone, Copy)]
pub struct Choice {
    /// What it is called.
    pub name: &'static str,
    /// Which one it is.
    pub index: usize,
    /// Whether it is on.
    pub is_on: fn(&OwnQuestion, usize) -> bool,
    /// Switches it on or off.
    pub set: fn(&mut OwnQuestion, usize, bool),
}

/// The id of the field of a follow-up, by its place.
pub fn probe(at: usize) -> String {
    format!("probe-{at}")
}

fn error_of(id: &str) -> String {
    format!("{id}-error")
}

/// What is wrong, beside its field.
fn error(id: &str, is_wrong: Memo<bool>, words: &'static str) -> AnyView {
    let id = error_of(id);
    live(move || {
        is_wrong.get().then(|| {
            view! {
                <p class="err" id=id.clone() role="alert">
                    <Sign icon=Icon::Flag />
                    <span>{words}</span>
                </p>
            }
        })
    })
}

/// A text area that shows a text, and says what is typed.
fn area(
    id: String,
    described_by: String,
    rows: &'static str,
    text: Memo<String>,
    is_wrong: Option<Memo<bool>>,
    change: Box<dyn Fn(String)>,
) -> AnyView {
    let field = NodeRef::<html::Textarea>::new();
    effect(move || {
        let text = text.get();
        if let Some(field) = field.get() {
            page::set_field(&field, &text);
        }
    });
    let invalid = move || is_wrong.is_some_and(|is_wrong| is_wrong.get()).then_some("true");
    view! {
        <textarea
            class="in short"
            id=id
            rows=rows
            aria-describedby=(!described_by.is_empty()).then_some(described_by)
            aria-invalid=invalid
            node_ref=field
            on:input=typed(change)
        ></textarea>
    }
    .into_any()
}

fn hint(id: &str, words: &'static str) -> AnyView {
    (!words.is_empty())
        .then(|| view! { <p class="hint" id=format!("{id}-hint")>{words}</p> })
        .into_any()
}

fn described(id: &str, words: &'static str) -> String {
    if words.is_empty() { String::new() } else { format!("{id}-hint") }
}

/// A field for a text.
pub fn text(form: Form, field: Field, rows: &'static str) -> AnyView {
    let text = Memo::new(move |_| form.now.with(field.get));
    let change = Box::new(move |text: String| {
        form.change(&mut |question| (field.set)(question, text.clone()));
    });
    let (id, described) = (field.id, described(field.id, field.hint));
    view! {
        <div class="field stack g2">
            <label for=id>{field.label}</label>
            {hint(id, field.hint)}
            {area(id.to_owned(), described, rows, text, None, change)}
        </div>
    }
    .into_any()
}

/// The field for the question itself.
pub fn prompt(form: Form) -> AnyView {
    let text = Memo::new(move |_| form.now.with(|question| question.prompt.clone()));
    let is_wrong = Memo::new(move |_| form.errors().contains(&OwnError::NoPrompt));
    let change = Box::new(move |text: String| {
        form.change(&mut |question| question.prompt.clone_from(&text));
    });
    let twin = Memo::new(move |_| {
        let prompt = text.get();
        if prompt.trim().is_empty() {
            return None;
        }
        let found = form.which.with_value(|which| {
            form.work.own.with(|own| own.asking(&prompt, which.id()).map(str::to_owned))
        });
        found.flatten()
    });
    let note = live(move || {
        twin.get().map(|id| {
            view! {
                <span>
                    "You have written this question down before: "
                    <a href=Page::OwnQuestion.href_with("id", &id)>"look at it"</a>
                    ". You can still save this one too."
                </span>
            }
        })
    });
    let described = format!("{PROMPT}-hint {}", error_of(PROMPT));
    view! {
        <div class="field stack g2">
            <label for=PROMPT>"The question"</label>
            {hint(PROMPT, "In the interviewer’s words, as far as you remember them.")}
            {area(PROMPT.to_owned(), described, "3", text, Some(is_wrong), change)}
            {error(PROMPT, is_wrong, "Write the question here. A few words are enough.")}
            <p class="small" role="status">{note}</p>
        </div>
    }
    .into_any()
}

/// A field that takes one of several, or none.
pub fn select(
    form: Form,
    field: Field,
    none: &'static str,
    options: Vec<(&'static str, &'static str)>,
) -> AnyView {
    let now = Memo::new(move |_| form.now.with(field.get));
    let options = options.into_iter().map(|(value, name)| {
        view! { <option value=value selected=move || now.with(|now| now == value)>{name}</option> }
    });
    let choose = typed(move |value| {
        form.change(&mut |question| (field.set)(question, value.clone()));
    });
    let described = described(field.id, field.hint);
    view! {
        <div class="field stack g2">
            <label for=field.id>{field.label}</label>
            {hint(field.id, field.hint)}
            <select
                class="in"
                id=field.id
                aria-describedby=(!described.is_empty()).then_some(described)
                prop:value=move || now.get()
                on:change=choose
            >
                <option value="" selected=move || now.with(String::is_empty)>{none}</option>
                {options.collect_view()}
            </select>
        </div>
    }
    .into_any()
}

/// Choices that may all be on.
pub fn choices(form: Form, legend: &'static str, choices: Vec<Choice>) -> AnyView {
    let chips = choices.into_iter().map(|choice| {
        let is_on = Memo::new(move |_| form.now.with(|now| (choice.is_on)(now, choice.index)));
        let toggle = chosen(move || {
            let on = !is_on.get_untracked();
            form.change(&mut |question| (choice.set)(question, choice.index, on));
        });
        view! {
            <label class="chip">
                <input type="checkbox" prop:checked=is_on on:change=toggle />
                {choice.name}
            </label>
        }
    });
    view! {
        <fieldset class="field stack g2">
            <legend>{legend}</legend>
            <div class="chips wrap">{chips.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// The follow-ups.
pub fn probes(form: Form) -> AnyView {
    const ADD: &str = "add-probe";
    let count = Memo::new(move |_| form.now.with(|now| now.probes.len()));
    // What was taken out last, and where it stood.
    let taken = RwSignal::new(None::<(usize, OwnProbe)>);
    let rows = live(move || {
        (0..count.get()).map(|at| follow_up(form, at, taken)).collect::<Vec<AnyView>>()
    });
    let add = move || {
        form.change(&mut |question| question.probes.push(OwnProbe::default()));
        let id = probe(count.get_untracked().saturating_sub(1));
        page::once_drawn(move || page::focus(&id));
    };
    let put_back = move || {
        let Some((at, before)) = taken.get_untracked() else { return };
        form.change(&mut |question| {
            let at = at.min(question.probes.len());
            question.probes.insert(at, before.clone());
        });
        taken.set(None);
        page::once_drawn(move || page::focus(&probe(at)));
    };
    let undo = live(move || {
        taken.with(Option::is_some).then(|| {
            view! {
                <button class="btn quiet" type="button" id="probe-back" on:click=press(put_back)>
                    "Put the follow-up back"
                </button>
            }
        })
    });
    view! {
        <div class="stack g5">
            {rows}
            <div class="row">
                <button class="btn" type="button" id=ADD on:click=press(add)>
                    <Sign icon=Icon::Plus />
                    "Add a follow-up"
                </button>
                {undo}
            </div>
        </div>
    }
    .into_any()
}

fn follow_up(form: Form, at: usize, taken: RwSignal<Option<(usize, OwnProbe)>>) -> AnyView {
    let of = move || form.now.with(|now| now.probes.get(at).cloned()).unwrap_or_default();
    let text = Memo::new(move |_| of().ask);
    let gap = Memo::new(move |_| of().gap);
    let is_wrong = Memo::new(move |_| form.errors().contains(&OwnError::NoAsk(at)));
    let change = Box::new(move |text: String| {
        form.change(&mut |question| {
            if let Some(probe) = question.probes.get_mut(at) {
                probe.ask.clone_from(&text);
            }
        });
    });
    let choose = typed(move |value| {
        form.change(&mut |question| {
            if let Some(probe) = question.probes.get_mut(at) {
                probe.gap = Gap::from_slug(&value);
            }
        });
    });
    let remove = move || {
        let before = of();
        form.change(&mut |question| {
            if at < question.probes.len() {
                question.probes.remove(at);
            }
        });
        let was_empty = before == OwnProbe::default();
        taken.set((!was_empty).then_some((at, before)));
        let next = if was_empty { "add-probe" } else { "probe-back" };
        page::once_drawn(move || page::focus(next));
    };
    let options = Gap::ALL.iter().map(|one| {
        let one = *one;
        view! {
            <option value=one.slug() selected=move || gap.get() == Some(one)>{wording::gap(one)}</option>
        }
    });
    let id = probe(at);
    let when = format!("{id}-when");
    let number = at + 1;
    view! {
        <fieldset class="field stack g3">
            <legend class="vh">{format!("Follow-up {number}")}</legend>
            <div class="stack g2">
                <div class="between">
                    <label class="label" for=id.clone()>{format!("Follow-up {number}")}</label>
                    <button
                        class="ib"
                        type="button"
                        aria-label=format!("Take out follow-up {number}")
                        on:click=press(remove)
                    >
                        <Sign icon=Icon::Remove />
                    </button>
                </div>
                {area(id.clone(), error_of(&id), "2", text, Some(is_wrong), change)}
                {error(&id, is_wrong, "Write what they ask, or take this follow-up out.")}
            </div>
            <div class="stack g2">
                <label class="label" for=when.clone()>{format!("When follow-up {number} is asked")}</label>
                <select
                    class="in"
                    id=when
                    prop:value=move || gap.get().map_or("", Gap::slug)
                    on:change=choose
                >
                    <option value="" selected=move || gap.get().is_none()>"Any time"</option>
                    {options.collect_view()}
                </select>
            </div>
        </fieldset>
    }
    .into_any()
}
