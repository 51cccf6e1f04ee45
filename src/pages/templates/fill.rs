//! Filling in one template: its gaps, the whole text beside them, and what can be done with it.
//!
//! What is typed is kept as it is typed: for the template, or in the kept answer that the address names
//! (`?at=`).

mod practise;

use bank::file;
use coach::{
    own::KeptAnswer,
    template::{Form, Template},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
};

use crate::{
    browser::{clipboard, clock, page},
    components::{
        gaps::joined,
        icon::{Icon, Sign},
        shell::Main,
        writer::StepField,
    },
    pages::{back, not_found::NotFound, use_id},
    reactive::{live, press, text},
    routes::Page,
    state::{Alive, Work, use_data, use_work},
    wording,
};

/// The id of the whole text.
const WHOLE: &str = "whole";
/// The id of the text to copy by hand.
const BY_HAND: &str = "by-hand";
/// The id of the way to the collection, once the answer is there.
const TO_COLLECTION: &str = "to-collection";
/// The id of the first gap.
const FIRST: &str = "slot-0";

/// A template that is being filled in.
#[derive(Clone, Copy)]
struct Filling {
    work: Work,
    template: &'static Template,
    /// The kept answer that is open, if one is.
    kept: Memo<Option<u64>>,
    /// What is in the gaps.
    slots: Memo<Vec<String>>,
}

impl Filling {
    fn slot(self, at: usize) -> String {
        self.slots.with(|slots| slots.get(at).cloned()).unwrap_or_default()
    }

    /// How many gaps have words in them.
    fn filled(self) -> usize {
        let count = self.template.slots.len();
        self.slots
            .with(|slots| slots.iter().take(count).filter(|slot| !slot.trim().is_empty()).count())
    }

    /// The whole text, as it may be taken elsewhere.
    fn whole(self) -> String {
        self.slots.with_untracked(|slots| self.template.join(slots))
    }

    /// Keeps it as an answer of its own, and returns its name.
    fn keep(self) -> u64 {
        let (now, mut name) = (clock::now(), 0);
        let answer = KeptAnswer {
            template: self.template.id.clone(),
            title: self.template.title.clone(),
            slots: self.slots.get_untracked(),
            text: self.whole(),
            changed: now,
        };
        let is_kept = self.kept.get_untracked().is_some();
        self.work.own.update(|own| {
            name = own.keep_answer(answer, None, now);
            if !is_kept {
                // It has gone into the answer.
                own.filling.remove(&self.template.id);
            }
        });
        // What is kept is not left to a timer.
        self.work.own.flush();
        name
    }
}

/// The page.
#[component]
pub fn Fill() -> impl IntoView {
    let (data, id) = (use_data(), use_id());
    let template = data.get(&file::templates()).into_iter().flatten().find(|t| t.id == id);
    match template {
        Some(template) => fill(&template.item).into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

fn fill(template: &'static Template) -> impl IntoView {
    let work = use_work();
    work.own.want();
    let alive: Alive = expect_context();
    let query = use_query_map();
    let kept = Memo::new(move |_| {
        let at = alive.get().then(|| query.with(|query| query.get("at")))??;
        at.parse::<u64>().ok()
    });
    let slots = Memo::new(move |_| {
        let filled = work.own.with(|own| own.filled(&template.id, kept.get()).to_vec());
        filled.unwrap_or_default()
    });
    let filling = Filling { work, template, kept, slots };
    let is_gone = Memo::new(move |_| {
        let at = kept.get()?;
        work.own.with(|own| !own.answers.contains_key(&at)).filter(|gone| *gone)
    });
    let gone = live(move || {
        is_gone.get().map(|_| {
            view! {
                <div class="note care" role="status">
                    <Sign icon=Icon::Note />
                    <div class="stack g2">
                        <p>"This answer is not on this device, or you have taken it out of your collection."</p>
                        <p class="row tight">
                            <a class="link" href=Page::Collection.href()>"Open your collection"</a>
                            <a class="link" href=Page::Fill(template.id.clone()).href()>"Start with empty gaps"</a>
                        </p>
                    </div>
                </div>
            }
        })
    });
    let body = live(move || is_gone.get().is_none().then(|| gaps(filling)));
    view! {
        <Main>
            <div class="stack g6">
                <header class="stack g3 unprinted">
                    {back(Page::Template(template.id.clone()).href(), "About this template")}
                    <h1>{template.title.as_str()}</h1>
                    <p class="soft">{state(filling)}</p>
                    <p class="narrow-only"><a class="link" href="#whole">"Read the whole"</a></p>
                </header>
                {gone}
                <div class="cols even">{body} {whole(filling)}</div>
                {practise::practise(filling)}
            </div>
        </Main>
    }
}

/// What is kept where.
fn state(filling: Filling) -> AnyView {
    text(move || {
        match filling.kept.get() {
        Some(_) => "This answer is in your collection. What you change here is changed there as you type.",
        None => "Use your own facts: a real place, a real person, what you did. What you type is kept on this device.",
    }.to_owned()
    })
}

/// The gaps, each with what helps to fill it.
fn gaps(filling: Filling) -> AnyView {
    let fields = (0..filling.template.slots.len()).map(|at| gap(filling, at));
    view! { <div class="slots unprinted">{fields.collect_view()}</div> }.into_any()
}

fn gap(filling: Filling, at: usize) -> AnyView {
    let slot = &filling.template.slots[at];
    let text = Memo::new(move |_| filling.slot(at));
    let (id, hint) = (format!("slot-{at}"), format!("hint-{at}"));
    let change = move |text: String| {
        let (kept, now) = (filling.kept.get_untracked(), clock::now());
        filling.work.own.update(|own| own.fill(filling.template, kept, at, text, now));
    };
    let shows = wording::competency(slot.competency).to_ascii_lowercase();
    view! {
        <div class="field stack g2">
            <label for=id.clone()>{slot.label.as_str()}</label>
            <p class="hint" id=hint.clone()>
                {slot.hint.as_str()}
                " For example: “"
                {slot.example.as_str()}
                "”"
            </p>
            <StepField id=id described_by=hint text=text on_change=change />
            <details class="fold bare">
                <summary>"What makes it strong"</summary>
                <div class="in-fold stack g1 small">
                    <p>{slot.strong.as_str()}</p>
                    <p class="soft">{format!("It shows: {shows}.")}</p>
                </div>
            </details>
        </div>
    }
    .into_any()
}

/// The whole text and what can be done with it.
fn whole(filling: Filling) -> AnyView {
    let count = filling.template.slots.len();
    let heading = match filling.template.form {
        Form::Answer => "Your answer so far",
        Form::Message => "Your message so far",
    };
    let progress = text(move || match filling.filled() {
        0 => "Fill in the first gap, and it grows here.".to_owned(),
        filled if filled == count => match filling.template.form {
            Form::Answer => "Every gap is filled in. Read it aloud once: does it sound like you?",
            Form::Message => "Every gap is filled in. Read it once as the customer would.",
        }
        .to_owned(),
        filled => format!("{filled} of {count} gaps filled in."),
    });
    view! {
        <section class="stack g4 beside" aria-labelledby=WHOLE>
            <h2 class="unprinted" id=WHOLE tabindex="-1">{heading}</h2>
            {joined(filling.template, move |at| filling.slot(at))}
            <p class="small soft unprinted">{progress}</p>
            {actions(filling)}
        </section>
    }
    .into_any()
}

fn actions(filling: Filling) -> AnyView {
    let said = RwSignal::new(None::<&'static str>);
    let by_hand = RwSignal::new(None::<String>);
    let navigate = use_navigate();
    let keep = StoredValue::new(move || {
        if filling.slots.with_untracked(|slots| slots.iter().all(|slot| slot.trim().is_empty())) {
            said.set(Some("Fill in a gap first."));
            page::focus(FIRST);
            return;
        }
        let was_kept = filling.kept.get_untracked().is_some();
        let name = filling.keep();
        said.set(Some(if was_kept {
            "Kept as one more answer. You are changing the new one now."
        } else {
            "Kept in your collection. You can go on changing it here."
        }));
        let address = format!("/{}?at={name}", Page::Fill(filling.template.id.clone()).path());
        navigate(&address, NavigateOptions { scroll: false, ..Default::default() });
        // The button that was pressed may be gone.
        page::once_drawn(|| page::focus(TO_COLLECTION));
    });
    let keep = move || keep.with_value(|keep| keep());
    let copy = move || {
        let whole = filling.whole();
        by_hand.set(None);
        said.set(None);
        spawn_local(async move {
            if clipboard::copy(&whole).await {
                said.try_set(Some("Copied. Paste it where you need it."));
            } else {
                by_hand.try_set(Some(whole));
                page::once_drawn(|| page::select(BY_HAND));
            }
        });
    };
    let is_kept = move || filling.kept.get().is_some();
    let main = live(move || {
        (!is_kept()).then(
            || view! { <button class="btn go" on:click=press(keep)>"Keep this answer"</button> },
        )
    });
    let more = live(move || {
        is_kept().then(|| view! {
            <div class="row">
                <a class="link small" id=TO_COLLECTION href=Page::Collection.href()>"Open your collection"</a>
                <button class="btn quiet small" on:click=press(keep)>"Keep one more version"</button>
                <a class="link small" href=Page::Fill(filling.template.id.clone()).href()>"Start with empty gaps"</a>
            </div>
        })
    });
    let hand = live(move || {
        by_hand.get().map(|text| {
            view! {
                <div class="field stack g2">
                    <label for=BY_HAND>"This browser does not let pages copy. The text is selected: copy it by hand."</label>
                    <textarea class="in" id=BY_HAND readonly prop:value=text></textarea>
                </div>
            }
        })
    });
    view! {
        <div class="stack g2 unprinted">
            <div class="row">
                {main}
                <button class="btn" on:click=press(copy)>
                    <Sign icon=Icon::Copy />
                    "Copy"
                </button>
                <button class="btn quiet" on:click=press(page::print)>
                    <Sign icon=Icon::Print />
                    "Print"
                </button>
            </div>
            <p class="small" role="status">{text(move || said.get().unwrap_or_default().to_owned())}</p>
            {hand}
            {more}
        </div>
    }
    .into_any()
}
