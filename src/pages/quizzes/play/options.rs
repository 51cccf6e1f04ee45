//! The options of an item, to choose, to move or to match.

use coach::quiz::{Item, ItemKind, Pick};
use leptos::{ev, prelude::*};

use super::{Table, asked};
use crate::{
    browser::{
        hands::{self, Key},
        page,
    },
    components::icon::{Icon, Sign},
    reactive::{chosen, press, text},
    wording::quiz as say,
};

/// The options of an item.
pub fn options(table: Table, item: &'static Item, seed: u64) -> AnyView {
    match item.kind {
        ItemKind::Order => rows(table, item).into_any(),
        ItemKind::Match => pairs(table, item, seed).into_any(),
        _ => cards(table, item, seed).into_any(),
    }
}

/// Changes what is chosen.
fn change(table: Table, change: impl FnOnce(&mut Pick)) {
    table.too_early.set(false);
    table.pick.update(|pick| {
        if let Some(pick) = pick {
            change(pick);
        }
    });
}

/// Reads what is chosen, and follows it.
fn read<R: Default>(table: Table, read: impl FnOnce(&Pick) -> R) -> R {
    table.pick.with(|pick| pick.as_ref().map(read)).unwrap_or_default()
}

/// Chooses an option.
pub fn choose(table: Table, option: u8) {
    change(table, |pick| pick.choose(option));
}

/// What a key does with the options.
pub fn key(table: Table, key: Key) {
    let Some((item, _)) = asked(table) else { return };
    match (key, item.kind) {
        (Key::Number(number), _) if usize::from(number) > item.options.len() => {}
        // The first line cannot go up.
        (Key::Number(1), ItemKind::Order) => page::focus("down-0"),
        (Key::Number(number), ItemKind::Order) => page::focus(&format!("up-{}", number - 1)),
        (Key::Number(number), ItemKind::Match) => page::focus(&format!("pair-{}", number - 1)),
        // The field itself is pressed: so the choice is made, shown and read out in one way only.
        (Key::Number(number), _) => hands::press(&format!("option-{}", number - 1)),
        (Key::Up(place), _) => shift(table, place, place.wrapping_sub(1), "up"),
        (Key::Down(place), _) => shift(table, place, place + 1, "down"),
        (Key::Enter, _) => {}
    }
}

/// Cards of which one or several are chosen.
fn cards(table: Table, item: &'static Item, seed: u64) -> impl IntoView {
    let (kind, role) =
        if item.kind.is_one() { ("radio", "radiogroup") } else { ("checkbox", "group") };
    let card = |(place, option): (usize, u8)| {
        let words = item.options[usize::from(option)].text.as_str();
        view! {
            <label class="opt">
                <input
                    type=kind
                    name="option"
                    id=format!("option-{place}")
                    prop:checked=move || read(table, |pick| pick.is_chosen(option))
                    on:change=chosen(move || choose(table, option))
                />
                <span class="k" aria-hidden="true">{place + 1}</span>
                {words}
            </label>
        }
    };
    let cards = item.shown(seed).into_iter().enumerate().map(card).collect_view();
    view! {
        <div class="opts" role=role aria-labelledby=super::ASK aria-describedby="task">{cards}</div>
    }
}

/// Moves a line of an order, and the focus with it.
fn shift(table: Table, from: usize, to: usize, by: &str) {
    let mut moved = false;
    change(table, |pick| moved = pick.shift(from, to));
    if moved {
        page::focus(&format!("{by}-{to}"));
        table.said.set(Some((from, to)));
    }
}

/// Lines to be put in order. They stay where they are and change their words, so that the focus and a
/// finger keep their hold.
fn rows(table: Table, item: &'static Item) -> impl IntoView {
    let length = item.options.len();
    let words = move |place: usize| {
        let option = read(table, |pick| pick.at(place));
        option.map_or("", |option| item.options[usize::from(option)].text.as_str())
    };
    let held = RwSignal::new(None::<usize>);
    table.said.set(None);
    let row = |place: usize| {
        let button = |by: &'static str, name: &'static str, icon: Icon, to: usize| {
            let is_end = to >= length;
            view! {
                <button
                    class="ib"
                    id=format!("{by}-{place}")
                    aria-disabled=if is_end { "true" } else { "false" }
                    aria-label=move || format!("{name}: {}", words(place))
                    on:click=press(move || shift(table, place, to, by))
                >
                    <Sign icon />
                </button>
            }
        };
        view! {
            <li class="opt line" data-place=place.to_string() class:held=move || held.get() == Some(place)>
                <span class="grip" aria-hidden="true"></span>
                <span class="k">{place + 1}</span>
                <span>{text(move || words(place).to_owned())}</span>
                <span class="moves">
                    {button("up", "Move up", Icon::Up, place.wrapping_sub(1))}
                    {button("down", "Move down", Icon::Down, place + 1)}
                </span>
            </li>
        }
    };
    let rows = (0..length).map(row).collect_view();
    let status = text(move || match table.said.get() {
        Some((_, to)) => format!("Now in place {} of {length}: {}", to + 1, words(to)),
        None => String::new(),
    });
    let take = pointer(move |event| held.set(hands::take_hold(&event)));
    let drag = pointer(move |event| {
        let Some(from) = held.get_untracked() else { return };
        if let Some(to) = hands::goes_to(&event, from) {
            change(table, |pick| {
                pick.shift(from, to);
            });
            table.said.set(Some((from, to)));
            held.set(Some(to));
        }
    });
    view! {
        <ol
            class="opts"
            aria-labelledby=super::ASK
            aria-describedby="task"
            on:pointerdown=take
            on:pointermove=drag
            on:pointerup=pointer(move |_| held.set(None))
            on:pointercancel=pointer(move |_| held.set(None))
        >
            {rows}
        </ol>
        <p class="vh" role="status">{status}</p>
    }
}

fn pointer(action: impl FnMut(ev::PointerEvent) + 'static) -> Box<dyn FnMut(ev::PointerEvent)> {
    Box::new(action)
}

/// Lines with a list of partners each. What is chosen stands in full over the list, which only shows
/// where it is opened: partners are too long for one line of a phone.
fn pairs(table: Table, item: &'static Item, seed: u64) -> impl IntoView {
    let partners = item.partners(seed);
    let row = |(place, option): (usize, u8)| {
        let option = usize::from(option);
        let partner = move || read(table, |pick| pick.partner(option));
        let list = partners.iter().map(|at| {
            let words = item.options[usize::from(*at)].pair.as_str();
            view! { <option value=at.to_string()>{words}</option> }
        });
        let choose = Box::new(move |event: ev::Event| {
            change(table, |pick| pick.pair(option, hands::listed(&event)));
        }) as Box<dyn FnMut(ev::Event)>;
        let is_blank = move || partner().is_none();
        let words = text(move || {
            let chosen = partner().map(|at| item.options[usize::from(at)].pair.as_str());
            chosen.unwrap_or("Choose what goes with it").to_owned()
        });
        view! {
            <li class="opt pair">
                <span class="k" aria-hidden="true">{place + 1}</span>
                <label for=format!("pair-{place}")>{item.options[option].text.as_str()}</label>
                <span class="partner" class:blank=is_blank>
                    <span class="in" aria-hidden="true">{words}</span>
                    <select
                        id=format!("pair-{place}")
                        prop:value=move || partner().map(|at| at.to_string()).unwrap_or_default()
                        on:change=choose
                    >
                        <option value="">"Choose what goes with it"</option>
                        {list.collect_view()}
                    </select>
                </span>
            </li>
        }
    };
    let shown = item.shown(seed);
    let rows = shown.iter().copied().enumerate().map(row).collect_view();
    let status = text(move || {
        let is_shared =
            |place: &usize| read(table, |pick| pick.is_shared(usize::from(shown[*place])));
        let lines: Vec<usize> = (0..shown.len()).filter(is_shared).map(|place| place + 1).collect();
        if lines.is_empty() { String::new() } else { say::shared_partner(&lines) }
    });
    view! {
        <ol class="opts" aria-labelledby=super::ASK aria-describedby="task">{rows}</ol>
        <p class="small soft" role="status">{status}</p>
    }
}
