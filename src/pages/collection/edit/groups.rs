//! What may be said of a question besides itself, in folds.

use bank::file;
use coach::{
    own::{OwnQuestion, join_lines, split_lines},
    question::{Asks, Category, Competency, Difficulty, Level, Track},
};
use leptos::prelude::*;

use super::{
    Form,
    fields::{Choice, Field, choices, probes, select, text},
};
use crate::{reactive, state::use_data, wording};

/// A field for a text of the question.
macro_rules! field {
    ($id:literal, $label:literal, $hint:literal, $($field:tt)+) => {
        Field {
            id: $id,
            label: $label,
            hint: $hint,
            get: |question| question.$($field)+.clone(),
            set: |question, text| question.$($field)+ = text,
        }
    };
}

/// A field for a list of the question, one entry a line.
macro_rules! lines {
    ($id:literal, $label:literal, $hint:literal, $field:ident) => {
        Field {
            id: $id,
            label: $label,
            hint: $hint,
            get: |question| join_lines(&question.$field),
            set: |question, text| question.$field = split_lines(&text),
        }
    };
}

/// A field that takes one word of a closed list.
macro_rules! one_of {
    ($id:literal, $label:literal, $hint:literal, $kind:ty, $field:ident) => {
        Field {
            id: $id,
            label: $label,
            hint: $hint,
            get: |question| question.$field.map_or("", <$kind>::slug).to_owned(),
            set: |question, value| question.$field = <$kind>::from_slug(&value),
        }
    };
}

/// The words of a closed list with their names.
macro_rules! words {
    ($kind:ty, $word:path) => {
        <$kind>::ALL.iter().map(|one| (one.slug(), $word(*one))).collect()
    };
}

/// Choices from a closed list, of which several may be on.
macro_rules! some_of {
    ($kind:ty, $word:path, $field:ident) => {
        <$kind>::ALL
            .iter()
            .enumerate()
            .map(|(index, one)| Choice {
                name: $word(*one),
                index,
                is_on: |question, index| question.$field.contains(&<$kind>::ALL[index]),
                set: |question, index, on| {
                    let one = <$kind>::ALL[index];
                    question.$field.retain(|known| *known != one);
                    if on {
                        question.$field.push(one);
                    }
                },
            })
            .collect()
    };
}

/// Where it was asked.
pub fn place(form: Form) -> AnyView {
    text(
        form,
        field!("place", "Where it was asked", "The company or the job, if you like.", place),
        "1",
    )
}

/// All folds.
pub fn groups(form: Form) -> impl IntoView {
    let kind = view! {
        {select(form, one_of!("category", "Kind of question", "", Category, category), "Not said", words!(Category, wording::category))}
        {select(
            form,
            one_of!("asks", "What a good answer is", "The coach reads your answer by this.", Asks, asks),
            "Let the coach guess from the words",
            words!(Asks, wording::asks_short),
        )}
        {select(form, one_of!("difficulty", "Difficulty", "", Difficulty, difficulty), "Not said", words!(Difficulty, wording::difficulty))}
        {choices(form, "What it tests", some_of!(Competency, wording::competency, competencies))}
        {choices(form, "Role", some_of!(Track, wording::track, tracks))}
        {choices(form, "Level", some_of!(Level, wording::level, levels))}
    };
    let want = view! {
        {text(form, field!("intent", "What they want to learn", "", intent), "2")}
        {text(form, lines!("listens", "What they listen for", "One a line.", listens_for), "3")}
        {text(form, lines!("strong", "Strong signals", "What a good answer shows, one a line.", strong), "3")}
        {text(form, lines!("flags", "Red flags", "What a weak answer gives away, one a line.", flags), "3")}
    };
    let anchors = view! {
        {text(form, field!("anchor-1", "A 1 of 5", "An answer that loses the interview.", anchors[0]), "2")}
        {text(form, field!("anchor-3", "A 3 of 5", "An answer that is all right.", anchors[1]), "2")}
        {text(form, field!("anchor-5", "A 5 of 5", "An answer that wins it.", anchors[2]), "2")}
    };
    let help = view! {
        {text(form, field!("sample", "A sample answer", "One that you heard or read and want to remember.", sample), "4")}
        {text(form, field!("stuck", "Where to look for material", "Which of your own days could answer this?", stuck), "2")}
        {select(form, FRAMEWORK, "None in particular", frameworks())}
        {select(form, TEMPLATE, "None in particular", templates())}
    };
    view! {
        <div>
            {fold(form, "What kind of question it is", KIND, kind.into_any())}
            {fold(form, "What they want to hear", WANT, want.into_any())}
            {fold(form, "What they may ask next", &[|q| !q.probes.is_empty()], probes(form))}
            {fold(form, "What a 1, 3 and 5 sound like", ANCHORS, anchors.into_any())}
            {fold(form, "Help for your answer", HELP, help.into_any())}
        </div>
    }
}

/// Whether something of the question is filled in.
type Filled = fn(&OwnQuestion) -> bool;

const KIND: &[Filled] = &[
    |q| q.category.is_some(),
    |q| q.asks.is_some(),
    |q| q.difficulty.is_some(),
    |q| !q.competencies.is_empty(),
    |q| !q.tracks.is_empty(),
    |q| !q.levels.is_empty(),
];
const WANT: &[Filled] = &[
    |q| !q.intent.is_empty(),
    |q| !q.listens_for.is_empty(),
    |q| !q.strong.is_empty(),
    |q| !q.flags.is_empty(),
];
const ANCHORS: &[Filled] =
    &[|q| !q.anchors[0].is_empty(), |q| !q.anchors[1].is_empty(), |q| !q.anchors[2].is_empty()];
const HELP: &[Filled] = &[
    |q| !q.sample.is_empty(),
    |q| !q.stuck.is_empty(),
    |q| q.framework.is_some(),
    |q| q.template.is_some(),
];

const FRAMEWORK: Field = Field {
    id: "framework",
    label: "Framework",
    hint: "",
    get: |question| question.framework.clone().unwrap_or_default(),
    set: |question, id| question.framework = Some(id).filter(|id| !id.is_empty()),
};
const TEMPLATE: Field = Field {
    id: "template",
    label: "Template",
    hint: "",
    get: |question| question.template.clone().unwrap_or_default(),
    set: |question, id| question.template = Some(id).filter(|id| !id.is_empty()),
};

fn frameworks() -> Vec<(&'static str, &'static str)> {
    let all = use_data().get(&file::frameworks()).into_iter().flatten();
    all.map(|framework| (framework.id.as_str(), framework.name.as_str())).collect()
}

fn templates() -> Vec<(&'static str, &'static str)> {
    let all = use_data().get(&file::templates()).into_iter().flatten();
    all.map(|template| (template.id.as_str(), template.title.as_str())).collect()
}

/// A fold that says how much of it is filled in.
fn fold(form: Form, name: &'static str, parts: &'static [Filled], body: AnyView) -> AnyView {
    let filled = Memo::new(move |_| {
        form.now.with(|now| parts.iter().filter(|is_filled| is_filled(now)).count())
    });
    let count = reactive::live(move || {
        let filled = filled.get();
        (filled > 0).then(|| {
            let how_many = (parts.len() > 1).then(|| format!("{filled} of {} ", parts.len()));
            // On a narrow window the number alone says it to those who see it beside the fold.
            let class = if how_many.is_some() { "vh" } else { "" };
            view! {
                <span class="tag">
                    {how_many}
                    <span class=class>"filled in"</span>
                </span>
            }
        })
    });
    view! {
        <details class="fold">
            <summary>{name} {count}</summary>
            <div class="in-fold stack g5">{body}</div>
        </details>
    }
    .into_any()
}
