//! The document as a whole: title, focus, theme, scroll.

use coach::save::Theme;
use leptos::prelude::request_animation_frame;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Document, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Names the document.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the page's heading, so that a screen reader reads where the user has come to
/// and the keyboard goes on from there.
pub fn focus_heading() {
    let Some(document) = document() else { return };
    if let Ok(Some(heading)) = document.query_selector("#main h1") {
        let _ = heading.set_attribute("tabindex", "-1");
        if let Some(heading) = heading.dyn_ref::<HtmlElement>() {
            let _ = heading.focus();
        }
    }
}

/// The words of the page's heading, if there is one.
#[must_use]
pub fn heading() -> Option<String> {
    let heading = document()?.query_selector("#main h1").ok()??;
    heading.text_content().map(|text| text.trim().to_owned())
}

/// Calls back as soon as the page has been drawn.
pub fn once_drawn(callback: impl FnOnce() + 'static) {
    request_animation_frame(|| request_animation_frame(callback));
}

/// The address of the page, without what follows a `?` or `#`.
#[must_use]
pub fn pathname() -> String {
    web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// Moves the focus to the element of that id.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves the focus to the element of that id, and opens the fold around it if there is one.
pub fn reveal(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let fold = element.and_then(|element| element.closest("details").ok()?);
    if let Some(fold) = fold {
        let _ = fold.set_attribute("open", "");
    }
    focus(id);
}

/// Moves the focus to the text field of that id and selects everything in it.
pub fn select(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = element.and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok())
    {
        let _ = field.focus();
        field.select();
    }
}

/// Puts a theme on the document.
pub fn set_theme(theme: Theme) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.slug()),
    };
}

/// Writes a text into a field unless it stands there already: writing it again could move the caret
/// or break a word that an input method is still composing.
pub fn set_field(field: &HtmlTextAreaElement, text: &str) {
    if field.value() != text {
        field.set_value(text);
    }
}

/// The text of the field that an event came from.
#[must_use]
pub fn field_text(event: &web_sys::Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        return area.value();
    }
    if let Some(choice) = target.dyn_ref::<HtmlSelectElement>() {
        return choice.value();
    }
    target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
}

/// An element of the page.
pub type Element = web_sys::Element;

/// Sets custom properties of the style sheet on an element.
pub fn set_numbers(element: &Element, numbers: &[(&str, u32)]) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return };
    for (name, number) in numbers {
        let _ = element.style().set_property(name, &number.to_string());
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Opens the print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

thread_local! {
    static ON_HIDE: std::cell::RefCell<Vec<Box<dyn Fn()>>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Calls back each time the page goes out of sight: closed, left, or put behind another one. On a
/// phone that is the last moment a page can count on.
pub fn on_hide(callback: impl Fn() + 'static) {
    let listening = ON_HIDE.with_borrow_mut(|list| {
        list.push(Box::new(callback));
        list.len() > 1
    });
    if listening {
        return;
    }
    let (Some(window), Some(document)) = (web_sys::window(), document()) else { return };
    let run = Closure::<dyn FnMut()>::new(run_on_hide);
    let run = run.into_js_value();
    let _ = window.add_event_listener_with_callback("pagehide", run.unchecked_ref());
    let _ = document.add_event_listener_with_callback("visibilitychange", run.unchecked_ref());
}

/// Calls back each time the page comes back into sight.
pub fn on_show(callback: impl Fn() + 'static) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else { return };
    let here = document.clone();
    let run = Closure::<dyn FnMut()>::new(move || {
        if !here.hidden() {
            callback();
        }
    });
    let run = run.into_js_value();
    let _ = window.add_event_listener_with_callback("pageshow", run.unchecked_ref());
    let _ = document.add_event_listener_with_callback("visibilitychange", run.unchecked_ref());
}

/// Calls back when the page is left, and when it comes back from there.
pub fn on_leave(leave: impl Fn() + 'static, back: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listen = |name, callback: Box<dyn FnMut()>| {
        let run = Closure::wrap(callback).into_js_value();
        let _ = window.add_event_listener_with_callback(name, run.unchecked_ref());
    };
    listen("pagehide", Box::new(leave));
    listen("pageshow", Box::new(back));
}

fn run_on_hide() {
    ON_HIDE.with_borrow(|list| list.iter().for_each(|callback| callback()));
}

/// After a failure: saves what waits to be saved, as far as the app still can.
pub fn flush_after_failure() {
    run_on_hide();
}

/// Says on the document that the app is alive.
pub fn mark_alive() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-alive", "");
    }
}
