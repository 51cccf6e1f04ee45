//! What the user sees when the app has failed: their words, and a way on.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Document, HtmlElement, HtmlTextAreaElement};

use super::{page, storage};

/// The storage key that keeps what stood in the fields when the app failed.
pub const RESCUE: &str = "rescue";

/// From now on a failure shows [`show`] instead of a page that no longer answers.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        show(&info.to_string());
        super::page::flush_after_failure();
    }));
}

/// Keeps what stands in the text fields, and shows it with a way on. Everything here works on the bare
/// document: nothing of the app can be trusted any more.
pub fn show(cause: &str) {
    web_sys::console::error_1(&cause.into());
    let Some(document) = page::document() else { return };
    let words = words(&document);
    let kept = words.is_empty() || storage::set_raw(RESCUE, &words).is_ok();
    let _ = draw(&document, cause, &words, kept);
}

fn words(document: &Document) -> String {
    let fields = document.get_elements_by_tag_name("textarea");
    let texts = (0..fields.length())
        .filter_map(|i| fields.item(i)?.dyn_into::<HtmlTextAreaElement>().ok())
        .map(|field| field.value())
        .filter(|text| !text.trim().is_empty());
    texts.collect::<Vec<_>>().join("\n\n")
}

fn draw(
    document: &Document,
    cause: &str,
    words: &str,
    kept: bool,
) -> Result<(), wasm_bindgen::JsValue> {
    if document.get_element_by_id("failure").is_some() {
        return Ok(());
    }
    let add = |parent: &web_sys::Element, tag: &str, text: &str| {
        let element = document.create_element(tag)?;
        element.set_text_content(Some(text));
        parent.append_child(&element)?;
        Ok::<_, wasm_bindgen::JsValue>(element)
    };
    let sheet = document.create_element("div")?;
    sheet.set_id("failure");
    sheet.set_class_name("failure");
    sheet.set_attribute("role", "alertdialog")?;
    sheet.set_attribute("aria-labelledby", "failure-title")?;
    let dialog = document.create_element("div")?;
    dialog.set_class_name("dialog stack");
    sheet.append_child(&dialog)?;
    add(&dialog, "h2", "Rapport has stopped")?.set_id("failure-title");
    let safe = if kept {
        "Something in the app failed. What you wrote is saved on this device. Load the page again to go on."
    } else {
        "Something in the app failed, and this browser refuses to save. Copy your words from the box below before you load the page again."
    };
    add(&dialog, "p", safe)?;
    if !words.is_empty() {
        let label = add(&dialog, "label", "Your words")?;
        label.set_class_name("label");
        label.set_attribute("for", "failure-words")?;
        let field = document.create_element("textarea")?.unchecked_into::<HtmlTextAreaElement>();
        field.set_id("failure-words");
        field.set_class_name("in");
        field.set_read_only(true);
        field.set_value(words);
        dialog.append_child(&field)?;
    }
    let button = add(&dialog, "button", "Load the page again")?;
    button.set_class_name("btn go");
    let again = Closure::<dyn FnMut()>::new(page::reload);
    button.add_event_listener_with_callback("click", again.as_ref().unchecked_ref())?;
    again.forget();
    let details = add(&dialog, "details", "")?;
    add(&details, "summary", "What failed")?;
    add(&details, "p", cause)?.set_class_name("xs soft");
    document.body().ok_or(wasm_bindgen::JsValue::NULL)?.append_child(&sheet)?;
    if let Some(button) = button.dyn_ref::<HtmlElement>() {
        button.focus()?;
    }
    Ok(())
}
