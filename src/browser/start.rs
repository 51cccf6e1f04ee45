//! How the page that the app starts in was made.

use coach::question::Question;

use super::{fetch, page::document};

/// The id of the link to the data that a prerendered page was made from.
pub const DATA_ID: &str = "page-data";

/// What the app starts from.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The folder that the site lives under, such as `/repo/`.
    pub base: String,
    /// Whether the page came as HTML made from the same views. Then the first render must give the
    /// same, and reads nothing that only the browser knows.
    pub prerendered: bool,
    /// The question whose page it is, if it is one's.
    pub question: Option<Question>,
    /// Whether the site has a service worker: a built site has, one in development has not.
    pub offline: bool,
}

/// Reads how the page was made, and fetches what it was made from. A prerendered page whose data
/// cannot be had counts as one that is not: it has to be drawn anew.
pub async fn read() -> Start {
    let Some(document) = document() else { return Start::default() };
    let root = document.document_element();
    let attribute = |name| root.as_ref().and_then(|root| root.get_attribute(name));
    let data = document.get_element_by_id(DATA_ID).and_then(|link| link.get_attribute("href"));
    let question = match &data {
        Some(address) => fetch::question(address).await.ok(),
        None => None,
    };
    Start {
        base: attribute("data-base").unwrap_or_else(|| "/".to_owned()),
        prerendered: attribute("data-prerendered").is_some()
            && question.is_some() == data.is_some(),
        question,
        offline: attribute("data-offline").is_some(),
    }
}

/// Takes away what stands in the body before the app is there.
pub fn clear_body() {
    if let Some(body) = document().and_then(|document| document.body()) {
        body.set_text_content(None);
    }
}
