//! The questions: search, filters, list.
//!
//! What is being looked for stands in the address (`?q=…&track=retail`), so that it can be kept,
//! shared and gone back to. The signal is what counts; the address follows a moment later, because
//! browsers limit how often it may change.

use bank::{Filter, file, find, fits_own};
use coach::{
    own::OwnQuestion,
    question::{Card, Category, Competency, Difficulty, Level, Track},
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
    params::ParamsMap,
};

use super::address;
use crate::{
    browser::{clock, page},
    components::{
        icon::{Icon, Sign},
        item::{QuestionItem, own_line},
        shell::Main,
    },
    reactive::{chosen, effect, live, press, text, typed},
    routes::Page,
    state::{Alive, use_data, use_work},
    wording,
};

fn from_query(query: &ParamsMap) -> Filter {
    let get = |name| query.get_str(name).unwrap_or_default();
    Filter {
        text: get("q").to_owned(),
        category: Category::from_slug(get("category")),
        competency: Competency::from_slug(get("competency")),
        track: Track::from_slug(get("role")),
        level: Level::from_slug(get("level")),
        difficulty: Difficulty::from_slug(get("difficulty")),
        untried: get("untried") == "1",
        own: get("own") == "1",
    }
}

fn to_query(filter: &Filter) -> String {
    let mut query = ParamsMap::new();
    let mut add = |name: &'static str, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            query.insert(name, value.to_owned());
        }
    };
    add("q", Some(filter.text.trim()));
    add("category", filter.category.map(Category::slug));
    add("competency", filter.competency.map(Competency::slug));
    add("role", filter.track.map(Track::slug));
    add("level", filter.level.map(Level::slug));
    add("difficulty", filter.difficulty.map(Difficulty::slug));
    add("untried", filter.untried.then_some("1"));
    add("own", filter.own.then_some("1"));
    query.to_query_string()
}

/// One switch of the filter: its name, and how to set or clear it.
#[derive(Clone, Copy)]
struct Switch {
    name: &'static str,
    is_on: fn(&Filter, usize) -> bool,
    set: fn(&mut Filter, usize, bool),
    index: usize,
}

/// The switches of one group, made from a closed list of words.
macro_rules! group {
    ($kind:ty, $field:ident, $word:path) => {
        <$kind>::ALL
            .iter()
            .enumerate()
            .map(|(index, value)| Switch {
                name: $word(*value),
                is_on: |filter, index| filter.$field == Some(<$kind>::ALL[index]),
                set: |filter, index, on| filter.$field = on.then(|| <$kind>::ALL[index]),
                index,
            })
            .collect::<Vec<_>>()
    };
}

fn groups() -> Vec<(&'static str, Vec<Switch>)> {
    let untried = Switch {
        name: "Not tried yet",
        is_on: |filter, _| filter.untried,
        set: |filter, _, on| filter.untried = on,
        index: 0,
    };
    let own = Switch {
        name: "Your own questions",
        is_on: |filter, _| filter.own,
        set: |filter, _, on| filter.own = on,
        index: 0,
    };
    vec![
        ("Your practice", vec![untried, own]),
        ("Role", group!(Track, track, wording::track)),
        ("Kind", group!(Category, category, wording::category)),
        ("What it tests", group!(Competency, competency, wording::competency)),
        ("Difficulty", group!(Difficulty, difficulty, wording::difficulty)),
        ("Level", group!(Level, level, wording::level)),
    ]
}

/// The page.
#[component]
pub fn Questions() -> impl IntoView {
    let work = use_work();
    work.own.want();
    let cards: &'static [Card] = use_data().get(&file::cards()).map_or(&[], Vec::as_slice);
    let alive: Alive = expect_context();
    let query = use_query_map();
    let filter = RwSignal::new(Filter::default());
    // From the address, once the page is alive and whenever the user goes back or forth.
    let follow = move || {
        if alive.get() {
            let wanted = query.with(from_query);
            if filter.with_untracked(|now| to_query(now) != to_query(&wanted)) {
                filter.set(wanted);
            }
        }
    };
    if alive.0.get_untracked() {
        filter.set(query.with_untracked(from_query));
    }
    effect(follow);
    address::follow(&Page::Questions, move || filter.with(to_query));

    let found = Memo::new(move |_| {
        let practised = |id: &str| work.practised(id) == Some(true);
        filter.with(|filter| find(cards, filter, practised))
    });
    // Any of those that fit, those not tried yet first.
    let navigate_to = use_navigate();
    let random = move || {
        let fitting = found.get_untracked();
        let practised = |card: &&&Card| work.practised(&card.id) == Some(true);
        let untried: Vec<_> = fitting.iter().filter(|card| !practised(card)).copied().collect();
        let from = if untried.is_empty() { &fitting } else { &untried };
        if let Some(card) = bank::any(from, clock::now()) {
            let path = format!("/{}", Page::Question(card.id.clone()).path());
            navigate_to(&path, NavigateOptions::default());
        }
    };
    let own = Memo::new(move |_| {
        let practised = |id: &str| work.practised(id) == Some(true);
        let all = work.own.with(|own| {
            // The last written down comes first.
            let all = own.questions.iter().rev();
            let fits =
                all.filter(|(id, own)| filter.with(|filter| fits_own(id, own, filter, practised)));
            fits.map(|(id, own)| (id.clone(), own.clone())).collect::<Vec<_>>()
        });
        all.unwrap_or_default()
    });
    let count =
        move || wording::count(found.with(Vec::len) + own.with(Vec::len), "question", "questions");
    let none = move || found.with(Vec::is_empty) && own.with(Vec::is_empty);
    let both = move || !found.with(Vec::is_empty) && !own.with(Vec::is_empty);
    let open = RwSignal::new(false);
    let list = live(move || {
        found.get().into_iter().map(|card| view! { <QuestionItem card /> }).collect_view()
    });
    view! {
        <Main>
            <div class="stack g5 narrow">
                <header class="stack g2">
                    <h1>"Questions"</h1>
                    <p class="soft">
                        "In the words that interviewers use, with what they want to learn. Start with one that worries you."
                    </p>
                    <p class="row tight small">
                        <a class="link" href=Page::EditQuestion.href()>"Write down a question"</a>
                        <a class="link" href=Page::Collection.href()>"Your collection"</a>
                        <button class="btn quiet small" on:click=press(random)>
                            <Sign icon=Icon::Shuffle />
                            "Any question"
                        </button>
                    </p>
                </header>
                <div class="finder stack g3">
                    <form role="search" class="search" on:submit=move |event| event.prevent_default()>
                        <label class="vh" for="q">"Search questions"</label>
                        <Sign icon=Icon::Search />
                        <input
                            class="in"
                            id="q"
                            type="search"
                            placeholder="Search questions"
                            autocomplete="off"
                            prop:value=move || filter.with(|filter| filter.text.clone())
                            on:input=typed(move |text| filter.update(|filter| filter.text = text))
                        />
                    </form>
                    {panel(filter, open, count)}
                    {in_use(filter)}
                    <div class="between">
                        <h2 class="h3"><span role="status">{text(count)}</span></h2>
                    </div>
                </div>
                {live(move || (!own.with(Vec::is_empty)).then(|| own_list(&own.get())))}
                {live(move || both().then(|| view! { <h3 class="eyebrow">"From Rapport"</h3> }))}
                <ul class="list">{list}</ul>
                {live(move || none().then(|| nothing(filter)))}
            </div>
        </Main>
    }
}

/// The candidate's own questions, before those of the bank.
fn own_list(own: &[(String, OwnQuestion)]) -> impl IntoView + use<> {
    let lines = own.iter().map(|(id, own)| view! { <li>{own_line(id, own)}</li> });
    view! {
        <section class="stack g3" aria-labelledby="own">
            <h3 class="eyebrow" id="own">"Your own"</h3>
            <ul class="list">{lines.collect_view()}</ul>
        </section>
    }
}

fn chip(filter: RwSignal<Filter>, switch: Switch) -> impl IntoView {
    let is_on = move || filter.with(|filter| (switch.is_on)(filter, switch.index));
    let toggle = move || {
        let on = filter.with_untracked(|filter| (switch.is_on)(filter, switch.index));
        filter.update(|filter| (switch.set)(filter, switch.index, !on));
    };
    view! {
        <label class="chip">
            <input type="checkbox" prop:checked=is_on on:change=chosen(toggle) />
            {switch.name}
        </label>
    }
}

/// The panel with all filters.
fn panel(
    filter: RwSignal<Filter>,
    open: RwSignal<bool>,
    count: impl Fn() -> String + Send + Sync + Copy + 'static,
) -> impl IntoView {
    let groups = groups().into_iter().map(|(name, switches)| {
        let chips = switches.into_iter().map(|switch| chip(filter, switch)).collect_view();
        view! {
            <fieldset>
                <legend>{name}</legend>
                <div class="chips wrap">{chips}</div>
            </fieldset>
        }
    });
    let how_many = move || filter.with(Filter::count);
    view! {
        <details
            class="filters"
            prop:open=move || open.get()
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    open.set(false);
                    page::focus("filters");
                }
            }
        >
            <summary
                id="filters"
                class="btn"
                on:click=move |event| {
                    event.prevent_default();
                    open.update(|open| *open = !*open);
                }
            >
                <Sign icon=Icon::Filter />
                "Filter "
                {live(move || (how_many() > 0).then(|| view! { <b>{how_many()}</b> }))}
            </summary>
            <div class="panel">
                <div class="groups">{groups.collect_view()}</div>
                <div class="done row">
                    <button class="btn ink grow" on:click=press(move || { open.set(false); page::focus("filters"); })>"Show "{text(count)}</button>
                    <button class="btn quiet" on:click=press(move || clear(filter))>"Clear all"</button>
                </div>
            </div>
        </details>
    }
}

fn clear(filter: RwSignal<Filter>) {
    filter.update(|filter| {
        *filter = Filter { text: std::mem::take(&mut filter.text), ..Filter::default() }
    });
}

/// The filters that are on, each to be taken off.
fn in_use(filter: RwSignal<Filter>) -> AnyView {
    live(move || {
        let on: Vec<Switch> = filter.with(|filter| {
            groups()
                .into_iter()
                .flat_map(|(_, switches)| switches)
                .filter(|s| (s.is_on)(filter, s.index))
                .collect()
        });
        (!on.is_empty()).then(|| {
            let chips = on.into_iter().map(|switch| {
                view! {
                    <button
                        class="chip on"
                        on:click=press(move || filter.update(|filter| (switch.set)(filter, switch.index, false)))
                    >
                        {switch.name}
                        <span class="vh">", remove"</span>
                        <Sign icon=Icon::Close />
                    </button>
                }
            });
            view! {
                <div class="chips wrap" role="group" aria-label="Filters in use">
                    {chips.collect_view()}
                    <button class="btn quiet" on:click=press(move || clear(filter))>"Clear all"</button>
                </div>
            }
        })
    })
}

fn nothing(filter: RwSignal<Filter>) -> impl IntoView {
    let clear = move || {
        filter.set(Filter::default());
        page::focus("q");
    };
    view! {
        <div class="empty stack g3">
            <h2 class="h3">"No question fits all of that"</h2>
            <p>"Take off a filter, or search for one plain word, such as refund, angry or tools."</p>
            <div><button class="btn" on:click=press(clear)>"Show all questions"</button></div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_survives_the_address() {
        let filter = Filter {
            text: "angry & late?".into(),
            category: Some(Category::Skills),
            competency: Some(Competency::Ownership),
            track: Some(Track::ContactCentre),
            level: Some(Level::FirstJob),
            difficulty: Some(Difficulty::Hard),
            untried: true,
            own: true,
        };
        let mut query = ParamsMap::new();
        for pair in to_query(&filter).trim_start_matches('?').split('&') {
            let (name, value) = pair.split_once('=').unwrap();
            // What the address escapes, the browser gives back.
            query.insert(
                name.to_owned(),
                value.replace("%20", " ").replace("%26", "&").replace("%3F", "?").replace('+', " "),
            );
        }
        assert_eq!(from_query(&query), filter);
    }

    #[test]
    fn strange_words_in_the_address_filter_nothing() {
        let mut query = ParamsMap::new();
        query.insert("role", "astronaut".to_owned());
        assert_eq!(from_query(&query), Filter::default());
    }
}
