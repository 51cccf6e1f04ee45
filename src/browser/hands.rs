//! Keys and pointers on a page for one job.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

use super::page::document;

/// A key that means something by itself, wherever the focus is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A number from 1 to 9.
    Number(u8),
    /// Enter, where nothing that has the focus has a use for it.
    Enter,
    /// The arrow up, with the focus in the row of that place.
    Up(usize),
    /// The arrow down, with the focus in the row of that place.
    Down(usize),
}

/// The attribute that tells the place of a row, from 0.
const PLACE: &str = "data-place";

/// What a key means, and keeps the browser from doing anything else with it. `None` where it has
/// another use.
#[must_use]
pub fn key(event: &KeyboardEvent) -> Option<Key> {
    if event.default_prevented()
        || event.is_composing()
        || event.ctrl_key()
        || event.meta_key()
        || event.alt_key()
    {
        return None;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_in = |what: &str| {
        target.as_ref().is_some_and(|target| target.closest(what).is_ok_and(|one| one.is_some()))
    };
    // Where one types, keys belong to the field; in a list all but the numbers do.
    if is_in("textarea, input:not([type=radio], [type=checkbox])") {
        return None;
    }
    let place = || place_of(target.as_ref()?);
    let key = match event.key().as_str() {
        "Enter" if event.repeat() || is_in("a, button, summary, select") => return None,
        "Enter" => Key::Enter,
        "ArrowUp" => Key::Up(place()?),
        "ArrowDown" => Key::Down(place()?),
        other => Key::Number(number(other).or_else(|| {
            // On some keyboards the row of numbers gives other signs.
            let code = event.code();
            number(code.strip_prefix("Digit").or_else(|| code.strip_prefix("Numpad"))?)
        })?),
    };
    event.prevent_default();
    Some(key)
}

fn number(text: &str) -> Option<u8> {
    text.parse().ok().filter(|number| (1..=9).contains(number))
}

fn place_of(element: &Element) -> Option<usize> {
    element.closest(&format!("[{PLACE}]")).ok()??.get_attribute(PLACE)?.parse().ok()
}

/// The place of the row that a pointer takes hold of: anywhere with a mouse, at its grip (`.grip`) by
/// touch, as the rest of the row is for scrolling. From then on the list gets everything that this
/// pointer does. `None` on a button.
#[must_use]
pub fn take_hold(event: &PointerEvent) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let is_in = |what: &str| target.closest(what).is_ok_and(|one| one.is_some());
    if event.button() != 0
        || is_in("button")
        || !(event.pointer_type() == "mouse" || is_in(".grip"))
    {
        return None;
    }
    let place = place_of(&target)?;
    let list: Element = event.current_target()?.dyn_into().ok()?;
    let _ = list.set_pointer_capture(event.pointer_id());
    // Or words would be marked.
    event.prevent_default();
    Some(place)
}

/// Where a row that is held would go: the last row whose middle the pointer has passed.
#[must_use]
pub fn goes_to(event: &PointerEvent, from: usize) -> Option<usize> {
    let list: Element = event.current_target()?.dyn_into().ok()?;
    let y = f64::from(event.client_y());
    let rows = list.children();
    let middle = |place: usize| {
        let rect = rows.item(u32::try_from(place).ok()?)?.get_bounding_client_rect();
        Some((rect.top() + rect.bottom()) / 2.0)
    };
    let mut to = from;
    while middle(to + 1).is_some_and(|middle| y > middle) {
        to += 1;
    }
    while to > 0 && middle(to - 1).is_some_and(|middle| y < middle) {
        to -= 1;
    }
    (to != from).then_some(to)
}

/// Begins at the top of the page, with the focus on the element of that id.
pub fn start_at(id: &str) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    super::page::focus(id);
}

/// Presses an element of that id, as if by hand, and moves the focus there.
pub fn press(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
        element.click();
    }
}

/// What is chosen in the list that an event came from: the number that is its value.
#[must_use]
pub fn listed(event: &Event) -> Option<u8> {
    super::page::field_text(event).parse().ok()
}
