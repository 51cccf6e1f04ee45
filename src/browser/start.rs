//! How the page that the app starts in was made.

use std::collections::BTreeMap;

use super::page::document;

/// What the app starts from.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The folder that the site lives under, such as `/repo/`.
    pub base: String,
    /// Which build of the data files the page belongs to.
    pub version: String,
    /// Whether the page came as HTML made from the same views. Then the first render must give the
    /// same, and reads nothing that only the browser knows.
    pub prerendered: bool,
    /// Whether the site has a service worker: a built site has, one in development has not.
    pub offline: bool,
    /// The data files that the page was made from, by their paths.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Reads how the page was made.
#[must_use]
pub fn read() -> Start {
    let root = document().and_then(|document| document.document_element());
    let attribute = |name| root.as_ref().and_then(|root| root.get_attribute(name));
    // A page that was cut off on its way lacks its last comment. Its nodes are not what the views expect.
    let last = document().and_then(|document| document.last_child());
    let whole = last.is_some_and(|last| last.node_type() == web_sys::Node::COMMENT_NODE);
    Start {
        base: attribute("data-base").unwrap_or_else(|| "/".to_owned()),
        version: attribute("data-version").unwrap_or_else(|| "dev".to_owned()),
        prerendered: whole && attribute("data-prerendered").is_some(),
        offline: attribute("data-offline").is_some(),
        files: BTreeMap::new(),
    }
}

/// Takes away what stands in the body before the app is there.
pub fn clear_body() {
    if let Some(body) = document().and_then(|document| document.body()) {
        body.set_text_content(None);
    }
}
