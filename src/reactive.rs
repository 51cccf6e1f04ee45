//! Reactive building blocks that are compiled once.
//!
//! A view that takes a closure is compiled anew for each closure, with all the code that builds,
//! adopts, updates and drops it: some kilobytes a piece. Boxed here, all closures of one kind share
//! one compiled copy. The cost is one indirect call, which nobody can see.

use std::rc::Rc;

use leptos::{ev, prelude::*};

use crate::browser::page::{self, Element};

/// A part of a view that follows signals.
pub fn live<V: IntoAny>(mut view: impl FnMut() -> V + Send + 'static) -> AnyView {
    let view: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || view().into_any());
    view.into_any()
}

/// A text that follows signals.
pub fn text(text: impl FnMut() -> String + Send + 'static) -> AnyView {
    let text: Box<dyn FnMut() -> String + Send> = Box::new(text);
    text.into_any()
}

/// What to do when something is pressed.
pub fn press(mut action: impl FnMut() + 'static) -> Box<dyn FnMut(ev::MouseEvent)> {
    Box::new(move |_| action())
}

/// What to do with what a field holds after each key.
pub fn typed(mut action: impl FnMut(String) + 'static) -> Box<dyn FnMut(ev::Event)> {
    Box::new(move |event| action(page::field_text(&event)))
}

/// What to do when a choice has changed.
pub fn chosen(mut action: impl FnMut() + 'static) -> Box<dyn FnMut(ev::Event)> {
    Box::new(move |_| action())
}

/// Does something after every change of a signal that it reads. Never while pages are written.
pub fn effect(action: impl FnMut() + 'static) {
    let mut action: Box<dyn FnMut()> = Box::new(action);
    #[allow(clippy::disallowed_methods, reason = "the one place that compiles it")]
    Effect::new(move |_| action());
}

/// Numbers that the style sheet draws with, each under the name of a custom property: `use:drawn=at(&[("--w", 40)])`.
///
/// The policy of the site allows no style attribute in a page, and needs none: the browser takes these through the
/// object model, so a page that was written at build time has them as soon as it is alive. Until then the style
/// sheet's own default counts.
pub fn drawn(element: Element, numbers: Numbers) {
    page::set_numbers(&element, &numbers);
}

/// What [`drawn`] takes.
pub type Numbers = Rc<[(&'static str, u32)]>;

/// See [`drawn`].
pub fn at(numbers: &[(&'static str, u32)]) -> Numbers {
    numbers.into()
}

/// The share of a bar that is full, in per cent, that follows signals: `use:full=share(move || 40)`.
pub fn full(element: Element, share: Rc<dyn Fn() -> usize>) {
    effect(move || {
        page::set_numbers(&element, &[("--w", u32::try_from(share()).unwrap_or(100))]);
    });
}

/// See [`full`].
pub fn share(share: impl Fn() -> usize + 'static) -> Rc<dyn Fn() -> usize> {
    Rc::new(share)
}
