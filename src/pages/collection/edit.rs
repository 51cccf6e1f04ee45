//! Writing down a question of one's own, or changing one. Only the question itself must be there.
//!
//! Which one stands in the address: `?id=own-…`, or `?from=` a question of the bank as a start. What is
//! typed is kept as it is typed; it becomes the question when it is saved.

mod fields;
mod groups;

use bank::{File, Page as Item, file};
use coach::{
    own::{OwnError, OwnQuestion},
    question::Question,
    save::{FROM, NEW},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
};

use super::question::gone;
use crate::{
    browser::{clock, page},
    components::{
        icon::{Icon, Sign},
        shell::Main,
    },
    pages::back,
    reactive::{live, press},
    routes::Page,
    state::{Alive, Data, Work, use_data, use_work},
};

/// The id of the field for the question itself.
const PROMPT: &str = "prompt";
/// The id of the way back after a draft was thrown away.
const UNDO: &str = "undo";

/// Which question is being edited, as the address says.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Which {
    /// A new one.
    New,
    /// A new one that starts from the question of the bank with that id.
    From(String),
    /// The one with that id.
    Known(String),
}

impl Which {
    /// What its draft is called.
    fn draft(&self) -> String {
        match self {
            Self::New => NEW.to_owned(),
            Self::From(id) => format!("{FROM}{id}"),
            Self::Known(id) => id.clone(),
        }
    }

    /// The id of the question that is saved over.
    fn id(&self) -> Option<&str> {
        match self {
            Self::Known(id) => Some(id),
            Self::New | Self::From(_) => None,
        }
    }
}

/// What the form starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Base {
    /// Not known yet.
    Looking,
    /// The question of the bank could not be had.
    NoStart,
    /// There is no such question.
    Gone,
    /// This.
    Here(Box<OwnQuestion>),
}

/// The question of the bank that one's own starts from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    Coming,
    Here,
    Failed,
}

/// The form: the question as it is typed.
#[derive(Clone, Copy)]
struct Form {
    work: Work,
    which: StoredValue<Which>,
    base: StoredValue<OwnQuestion>,
    now: Memo<OwnQuestion>,
    /// Whether it was to be saved: from then on it says what is wrong.
    tried: RwSignal<bool>,
}

impl Form {
    fn new(which: Which, base: OwnQuestion) -> Self {
        let work = use_work();
        let (draft, blank) = (which.draft(), base.clone());
        let now = Memo::new(move |_| {
            let typed = work.own.with(|own| own.editing.get(&draft).cloned());
            typed.flatten().unwrap_or_else(|| blank.clone())
        });
        Self {
            work,
            which: StoredValue::new(which),
            base: StoredValue::new(base),
            now,
            tried: RwSignal::new(false),
        }
    }

    /// Changes what is typed. What is as it was in the beginning is no draft.
    fn change(self, change: &mut dyn FnMut(&mut OwnQuestion)) {
        let (draft, base) = (self.which.with_value(Which::draft), self.base.get_value());
        self.work.own.update(|own| {
            let typed = own.editing.entry(draft.clone()).or_insert_with(|| base.clone());
            change(typed);
            if *typed == base {
                own.editing.remove(&draft);
            }
        });
    }

    /// What is wrong with it, once it was to be saved.
    fn errors(self) -> Vec<OwnError> {
        if self.tried.get() { self.now.with(OwnQuestion::errors) } else { Vec::new() }
    }

    /// Saves it and returns its id. Where it cannot be saved the focus goes to what is wrong.
    fn save(self) -> Option<String> {
        let (which, base) = (self.which.get_value(), self.base.get_value());
        let mut saved = Err(Vec::new());
        self.work.own.update(|own| {
            saved = own.save_question(&which.draft(), &base, which.id(), clock::now());
        });
        // What was saved is not left to a timer.
        self.work.own.flush();
        match saved {
            Ok(id) => Some(id),
            Err(errors) => {
                self.tried.set(true);
                let field = match errors.first() {
                    Some(OwnError::NoAsk(at)) => fields::probe(*at),
                    _ => PROMPT.to_owned(),
                };
                page::once_drawn(move || page::reveal(&field));
                None
            }
        }
    }
}

/// The page.
#[component]
pub fn EditQuestion() -> impl IntoView {
    let work = use_work();
    work.own.want();
    let (alive, query, data): (Alive, _, Data) = (expect_context(), use_query_map(), use_data());
    let which = Memo::new(move |_| {
        alive.get().then(|| {
            let named = |name| query.with(|query| query.get(name)).filter(|id| !id.is_empty());
            match (named("id"), named("from")) {
                (Some(id), _) => Which::Known(id),
                (None, Some(id)) => Which::From(id),
                (None, None) => Which::New,
            }
        })
    });
    let start = RwSignal::new(Start::Coming);
    crate::reactive::effect(move || {
        if let Some(Which::From(id)) = which.get() {
            start.set(Start::Coming);
            spawn_local(async move {
                let path = vec![bank_question(&id).path().to_owned()];
                let came = data.fetch(path).await.is_ok();
                start.try_set(if came { Start::Here } else { Start::Failed });
            });
        }
    });
    // Only what is there in the beginning: what is typed must not draw the form anew.
    let base = Memo::new(move |_| match which.get() {
        None => Base::Looking,
        Some(_) if !work.own.is_known() => Base::Looking,
        Some(Which::New) => Base::Here(Box::default()),
        Some(Which::Known(id)) => {
            let known = work.own.with(|own| own.questions.get(&id).cloned());
            known.flatten().map_or(Base::Gone, |own| Base::Here(Box::new(own)))
        }
        Some(Which::From(id)) => match start.get() {
            Start::Coming => Base::Looking,
            Start::Failed => Base::NoStart,
            Start::Here => data.get(&bank_question(&id)).map_or(Base::NoStart, |page| {
                Base::Here(Box::new(OwnQuestion::from_bank(&page.item)))
            }),
        },
    });
    let body = live(move || match base.get() {
        Base::Looking => view! {
            <h1>"Write down a question"</h1>
            <p class="soft" role="status">"Looking on this device"</p>
        }
        .into_any(),
        Base::Gone => gone().into_any(),
        Base::NoStart => no_start().into_any(),
        Base::Here(base) => {
            let which = which.get_untracked().unwrap_or(Which::New);
            form(which, *base).into_any()
        }
    });
    view! {
        <Main>
            <div class="stack g6 narrow">
                {back(Page::Collection.href(), "Your collection")}
                {body}
            </div>
        </Main>
    }
}

fn bank_question(id: &str) -> File<Item<Question>> {
    file::question(id)
}

fn no_start() -> impl IntoView {
    view! {
        <div class="stack g4">
            <h1>"That question could not be opened"</h1>
            <p>"There may be no network just now. You can write your own question down without it."</p>
            <div class="row">
                <a class="btn go" href=Page::EditQuestion.href()>"Start with an empty page"</a>
                <button class="btn quiet" on:click=press(page::reload)>"Try again"</button>
            </div>
        </div>
    }
}

fn form(which: Which, base: OwnQuestion) -> impl IntoView {
    let (heading, about) = match which {
        Which::New => (
            "Write down a question",
            "Only the question itself must be filled in. The rest can wait until you know more.",
        ),
        Which::From(_) => (
            "Make this question your own",
            "It starts as it is in Rapport. Change the words to those that you heard; all of it is yours to change.",
        ),
        Which::Known(_) => {
            ("Change your question", "Answers that you gave to it before stay as they are.")
        }
    };
    let is_known = matches!(which, Which::Known(_));
    let form = Form::new(which, base);
    let navigate = use_navigate();
    let save = move || {
        if let Some(id) = form.save() {
            let address = format!("/{}?id={id}", Page::OwnQuestion.path());
            // Going back from the question must not lead into the form again.
            navigate(&address, NavigateOptions { replace: true, ..Default::default() });
        }
    };
    view! {
        <header class="stack g2">
            <h1>{heading}</h1>
            <p class="soft">{about}</p>
        </header>
        {draft(form, is_known)}
        <form
            class="stack g6"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <div class="stack g5">
                {fields::prompt(form)}
                {groups::place(form)}
            </div>
            {groups::groups(form)}
            <div class="stack g2">
                <div class="row">
                    <button class="btn go big" type="submit">"Save the question"</button>
                    <a class="btn quiet" href=Page::Collection.href()>"Not now"</a>
                </div>
                <p class="small soft">"What you type is kept on this device, also if you leave before you save."</p>
            </div>
        </form>
    }
}

/// What is said where the form opens with words from before, and throwing them away.
fn draft(form: Form, is_known: bool) -> impl IntoView {
    let name = form.which.with_value(Which::draft);
    let was_there = form.work.own.peek(|own| own.editing.contains_key(&name)) == Some(true);
    let thrown = RwSignal::new(None::<OwnQuestion>);
    let offer = RwSignal::new(was_there);
    let throw_away = move || {
        thrown.set(Some(form.now.get_untracked()));
        offer.set(false);
        let base = form.base.get_value();
        form.change(&mut |typed| typed.clone_from(&base));
        page::once_drawn(|| page::focus(UNDO));
    };
    let undo = move || {
        if let Some(before) = thrown.get_untracked() {
            form.change(&mut |typed| typed.clone_from(&before));
        }
        thrown.set(None);
        offer.set(true);
        page::once_drawn(|| page::focus(PROMPT));
    };
    let words = if is_known { "Go back to what is saved" } else { "Start over" };
    live(move || {
        if offer.get() {
            view! {
                <div class="note" role="status">
                    <Sign icon=Icon::Note />
                    <div class="stack g2">
                        <p>"You began this before and did not save it. What you typed is still here."</p>
                        <div><button class="btn" on:click=press(throw_away)>{words}</button></div>
                    </div>
                </div>
            }
            .into_any()
        } else if thrown.with(Option::is_some) {
            view! {
                <div class="note" role="status">
                    <Sign icon=Icon::Note />
                    <div class="stack g2">
                        <p id="thrown">"What you had typed is gone from the form."</p>
                        <div>
                            <button class="btn" id=UNDO aria-describedby="thrown" on:click=press(undo)>"Undo"</button>
                        </div>
                    </div>
                </div>
            }
            .into_any()
        } else {
            ().into_any()
        }
    })
}
