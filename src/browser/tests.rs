//! The browser modules in a real browser.

#![allow(clippy::unwrap_used, reason = "a test may stop where it is")]

use coach::feedback::{Model, model::digest};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement, HtmlTextAreaElement};

use super::{measure, page, panic, storage};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    page::document().expect("a browser has a document")
}

fn add(tag: &str) -> Element {
    let element = document().create_element(tag).unwrap();
    document().body().unwrap().append_child(&element).unwrap();
    element
}

#[wasm_bindgen_test]
fn what_is_stored_comes_back_and_only_ours_is_deleted() {
    let all = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    all.set_item("another-app", "theirs").unwrap();
    storage::set_raw("one", "“é🙂”").unwrap();
    storage::set_raw("broken-x", "raw").unwrap();
    assert_eq!(storage::get_raw("one"), Ok(Some("“é🙂”".to_owned())));
    assert_eq!(storage::names("broken-"), ["broken-x"]);
    storage::remove("broken-x").unwrap();
    assert_eq!(storage::get_raw("broken-x"), Ok(None));
    storage::delete_all().unwrap();
    assert_eq!(storage::get_raw("one"), Ok(None));
    assert_eq!(all.get_item("another-app").unwrap().as_deref(), Some("theirs"));
    all.remove_item("another-app").unwrap();
}

#[wasm_bindgen_test]
fn a_full_storage_refuses_and_keeps_what_was_there() {
    storage::set_raw("small", "kept").unwrap();
    let refused = storage::set_raw("small", &"x".repeat(20_000_000));
    assert_eq!(refused, Err(storage::StorageError::Refused));
    assert_eq!(storage::get_raw("small"), Ok(Some("kept".to_owned())));
    storage::remove("small").unwrap();
}

#[wasm_bindgen_test]
fn writing_the_same_text_leaves_the_caret_alone() {
    let field: HtmlTextAreaElement = add("textarea").unchecked_into();
    page::set_field(&field, "I listened.");
    field.set_selection_range(3, 3).unwrap();
    page::set_field(&field, "I listened.");
    assert_eq!(field.selection_start().unwrap(), Some(3));
    page::set_field(&field, "Another text");
    assert_eq!(field.value(), "Another text");
    field.remove();
}

#[wasm_bindgen_test]
fn sentences_are_measured_from_the_top_of_their_sheet() {
    let sheet = add("div");
    sheet.set_inner_html(
        "<p style='margin:0;font:20px/30px monospace;width:200px'><span class='sen'>One.</span> <span class='sen'>Two words that wrap onto more lines.</span></p>",
    );
    let lines = measure::lines(&sheet, "sen");
    assert_eq!(lines.len(), 2);
    assert!(lines[0].top >= 0.0 && lines[0].bottom < 40.0, "{lines:?}");
    assert!(lines[1].bottom > lines[1].first_bottom, "{lines:?}");
    assert!((lines[1].top - lines[0].top).abs() < 1.0, "both begin on the first line: {lines:?}");
    sheet.remove();
    assert!(measure::lines(&add("div"), "sen").is_empty());
}

#[wasm_bindgen_test]
fn a_failure_keeps_the_words_and_shows_a_way_on() {
    // It stands in every page of the site, and not in the page of these tests.
    js_sys::eval(include_str!("../../public/rescue.js")).unwrap();
    storage::set_raw(panic::RESCUE, "words of an earlier failure").unwrap();
    let field: HtmlTextAreaElement = add("textarea").unchecked_into();
    field.set_value("half a sentence that must not be");
    panic::show("something broke");
    let sheet = document().get_element_by_id("failure").expect("the failure is shown");
    let text = sheet.text_content().unwrap_or_default();
    assert!(text.contains("What you wrote is saved"), "{text}");
    let words: HtmlTextAreaElement =
        document().get_element_by_id("failure-words").unwrap().unchecked_into();
    assert_eq!(words.value(), "half a sentence that must not be");
    assert_eq!(
        storage::get_raw(panic::RESCUE).unwrap().as_deref(),
        Some("words of an earlier failure\n\nhalf a sentence that must not be")
    );
    assert_eq!(document().active_element().unwrap().tag_name(), "BUTTON");
    panic::show("a second failure");
    assert_eq!(document().query_selector_all("#failure").unwrap().length(), 1);
    for way in ["Load the page again", "Save everything as a file", "Open in safe mode"] {
        assert!(text.contains(way), "{way}: {text}");
    }
    sheet.remove();
    field.remove();
    storage::remove(panic::RESCUE).unwrap();
}

#[wasm_bindgen_test]
fn a_new_page_takes_the_focus_to_its_heading() {
    let main: HtmlElement = add("main").unchecked_into();
    main.set_id("main");
    main.set_inner_html("<h1>Questions</h1>");
    page::focus_heading();
    assert_eq!(document().active_element().unwrap().tag_name(), "H1");
    main.remove();
}

#[wasm_bindgen_test]
fn the_coach_reads_here_what_it_reads_on_the_build_machine() {
    assert_eq!(digest::digest(Model::shipped()), digest::SHIPPED.trim());
}
