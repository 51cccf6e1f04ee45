//! What is right about each option, and why.

use coach::quiz::{Item, ItemKind, Remark};
use leptos::prelude::*;

use crate::{
    components::icon::{Icon, Sign},
    wording::quiz as say,
};

/// The order in which the options are told: an order as it is right, others as they were shown.
pub fn order(item: &Item, seed: u64) -> Vec<u8> {
    let mut order = item.shown(seed);
    if item.kind == ItemKind::Order {
        order.sort_unstable();
    }
    order
}

/// The passage once more; in a trigger the phrase that hurts and the one that was chosen are marked.
pub fn passage(item: &'static Item, answer: &[u8]) -> impl IntoView + use<> {
    let text = item.passage.as_deref()?;
    if item.kind != ItemKind::Trigger {
        return Some(view! { <p class="said sm">{text}</p> }.into_any());
    }
    let pieces = item.pieces().into_iter().map(|piece| {
        let class = piece.option.and_then(|option| match item.remark(option.into(), answer) {
            Remark::Found | Remark::Missed => Some("frag right"),
            Remark::Mistaken => Some("frag yours"),
            _ => None,
        });
        match class {
            Some(class) => view! { <span class=class>{piece.text}</span> }.into_any(),
            None => piece.text.into_any(),
        }
    });
    Some(view! { <p class="said sm">{pieces.collect_view()}</p> }.into_any())
}

/// Each option with its reason.
pub fn reasons(item: &'static Item, answer: &[u8], order: &[u8]) -> impl IntoView + use<> {
    let row = |(place, option): (usize, &u8)| {
        let at = usize::from(*option);
        let (option, remark) = (&item.options[at], item.remark(at, answer));
        let (class, icon) = match remark {
            Remark::Found | Remark::Missed | Remark::Placed => ("opt right", Some(Icon::Check)),
            Remark::Mistaken | Remark::Misplaced(_) => ("opt yours", Some(Icon::Close)),
            Remark::Left => ("opt rest", None),
        };
        let verdict = say::remark(item, remark).map(|words| {
            view! { <span class="verdict">{icon.map(|icon| view! { <Sign icon /> })}{words}</span> }
        });
        let pair = (!option.pair.is_empty()).then(|| {
            view! { <span class="goes-with"><span class="vh">"Goes with: "</span>{option.pair.as_str()}</span> }
        });
        view! {
            <li class=class>
                <span class="k" aria-hidden="true">{place + 1}</span>
                <span>{option.text.as_str()}</span>
                {pair}
                {verdict}
                <span class="why">{option.why.as_str()}</span>
            </li>
        }
    };
    let rows = order.iter().enumerate().map(row).collect_view();
    view! { <ol class="opts" aria-label="The reasons">{rows}</ol> }
}
