//! Any text with slots, and any fillings, parted by U+0001: pieces give back the text, and joining never
//! fails.
#![no_main]

use coach::template::{Piece, Template, pieces};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &str| {
    let mut parts = data.split('\u{1}');
    let text = parts.next().unwrap_or_default();
    let fillings: Vec<String> = parts.map(str::to_owned).collect();
    let Ok(found) = pieces(text) else { return };
    let back: String = found
        .iter()
        .map(|piece| match piece {
            Piece::Text(words) => (*words).to_owned(),
            Piece::Slot(name) => format!("{{{name}}}"),
        })
        .collect();
    assert_eq!(back, text);
    let slots: Vec<_> = found
        .iter()
        .filter_map(|piece| match piece {
            Piece::Slot(name) => Some(serde_json::json!({
                "name": name, "label": "", "hint": "", "example": "", "strong": "",
                "competency": "ownership",
            })),
            Piece::Text(_) => None,
        })
        .collect();
    let template = serde_json::json!({
        "id": "t", "title": "", "use_when": "", "category": "behavioural", "text": text, "slot": slots,
    });
    let template: Template = serde_json::from_value(template).expect("a template");
    let _ = template.check();
    let joined = template.join(&fillings);
    assert_eq!(joined, template.join(&fillings));
    let _ = template.filled(&fillings);
});
