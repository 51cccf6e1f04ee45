//! One item: what is asked, and what is said about the answer.

use bank::Brief;
use coach::quiz::{Item, ItemKind, Pick, Verdict};
use leptos::prelude::*;

use super::{ASK, Table, VERDICT, asked, options, reasons, ribbon};
use crate::{
    components::icon::{Icon, Sign},
    pages::quizzes::source,
    reactive::press,
    routes::Page,
    wording::{self, quiz as say},
};

/// A passage of more letters than this is set smaller.
const LONG: usize = 110;

/// What is known of the turn that is shown.
struct Turn {
    item: &'static Item,
    names: &'static [Brief],
    /// Decides the order of the options.
    seed: u64,
    /// Whether the item comes for the second time.
    again: bool,
    /// How many were wrong, before the first that comes again.
    opening: Option<usize>,
}

impl Turn {
    fn of(table: Table, turn: usize) -> Option<Self> {
        let (item, names) = asked(table)?;
        table
            .peek(|round| {
                let task = round.turn(turn)?;
                let opening = (task.again && task.number == 1).then_some(task.of);
                Some(Self { item, names, seed: task.seed, again: task.again, opening })
            })
            .flatten()
    }
}

/// The item, to be answered.
pub fn asking(table: Table, turn: usize) -> impl IntoView {
    Turn::of(table, turn).map(|it| {
        let item = it.item;
        table.pick.set(Some(Pick::new(item, it.seed)));
        let opening = it.opening.map(|wrong| {
            view! {
                <p class="note" role="status">
                    <Sign icon=Icon::Again />
                    <span>{say::once_more(wrong)}</span>
                </p>
            }
        });
        view! {
            <div class="stack g5 quiz">
                {ribbon(table, turn)}
                {opening}
                <div class="stack g3">
                    {passage(table, item)}
                    <h2 class="h3" id=ASK tabindex="-1">{item.ask.as_str()}</h2>
                    <p class="small soft" id="task">
                        {say::task(item.kind)}" "
                        <span class="by-keys">{say::keys(item)}</span>
                    </p>
                </div>
                {options::options(table, item, it.seed)}
            </div>
        }
    })
}

/// What somebody says. In a trigger the phrases can be chosen in it; the list below is the same by
/// keyboard.
fn passage(table: Table, item: &'static Item) -> impl IntoView {
    let text = item.passage.as_deref()?;
    let class = said(text);
    if item.kind != ItemKind::Trigger {
        return Some(view! { <p class=class>{text}</p> }.into_any());
    }
    let numbers = item.shown(0);
    let pieces = item.pieces().into_iter().map(|piece| match piece.option {
        None => piece.text.into_any(),
        Some(option) => {
            let number = numbers.iter().position(|at| *at == option).map(|at| (at + 1).to_string());
            let is_on =
                move || table.pick.with(|pick| pick.as_ref().is_some_and(|p| p.is_chosen(option)));
            view! {
                <span
                    class="frag"
                    class:on=is_on
                    data-n=number
                    on:click=press(move || options::choose(table, option))
                >
                    {piece.text}
                </span>
            }
            .into_any()
        }
    });
    Some(view! { <p class=class>{pieces.collect_view()}</p> }.into_any())
}

/// The class of a passage.
fn said(text: &str) -> &'static str {
    if text.chars().count() > LONG { "said sm" } else { "said" }
}

/// The item, answered, with the reasons.
pub fn told(table: Table, turn: usize) -> impl IntoView {
    Turn::of(table, turn).and_then(|it| {
        let item = it.item;
        let answer =
            table.peek(|round| round.given.get(turn).map(|g| g.answer.clone())).flatten()?;
        let verdict = item.verdict(&answer);
        let (class, icon) = match verdict {
            Verdict::Right => ("note good", Icon::Check),
            Verdict::Close => ("note care", Icon::Note),
            Verdict::NotYet => ("note care", Icon::Again),
        };
        let order = reasons::order(item, it.seed);
        let right_at: Vec<usize> = (1..)
            .zip(&order)
            .filter(|(_, at)| item.options[usize::from(**at)].right)
            .map(|(number, _)| number)
            .collect();
        let more = say::after_verdict(item, &answer, &right_at, it.again);
        Some(view! {
            <div class="stack g5 quiz">
                {ribbon(table, turn)}
                <div class="stack g3">
                    {reasons::passage(item, &answer)}
                    <h2 class="h3">{item.ask.as_str()}</h2>
                </div>
                <div class=class role="status" id=VERDICT tabindex="-1">
                    <Sign icon />
                    <p><strong>{say::verdict(verdict)}</strong>" "{more}</p>
                </div>
                {reasons::reasons(item, &answer, &order)}
                {read_on(item, it.names)}
            </div>
        })
    })
}

/// Where one can read about it.
fn read_on(item: &'static Item, names: &'static [Brief]) -> impl IntoView {
    let rows: Vec<_> = source::named(item, names)
        .into_iter()
        .map(|brief| view! { <li><a href=Page::of(&brief.link).href()>{wording::title(brief)}</a></li> })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack g2 small">
                <h3>"Read about it later"</h3>
                <ul class="plain stack g2">{rows}</ul>
            </section>
        }
    })
}
