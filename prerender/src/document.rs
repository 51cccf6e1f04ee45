//! The document around a page: head, addresses, data.

use rapport::{
    browser::start::DATA_ID,
    routes::{Base, NOT_FOUND, Page},
};

/// The document that Trunk made, cut into what comes before the page's own title, between the title
/// and the body, and after it.
pub struct Document {
    before_title: String,
    head: String,
    after: String,
}

fn cut<'a>(html: &'a str, at: &str) -> Result<(&'a str, &'a str), String> {
    html.split_once(at).ok_or_else(|| format!("index.html has no {at}"))
}

impl Document {
    /// Takes the document apart.
    ///
    /// # Errors
    /// Where a part is missing.
    pub fn new(html: &str, base: &Base) -> Result<Self, String> {
        let html = rooted(html, base);
        let (before_title, rest) = cut(&html, "<title>")?;
        let (_, rest) = cut(rest, "</title>")?;
        let (head, rest) = cut(rest, "<body>")?;
        let (_, after) = cut(rest, "</body>")?;
        let root = format!("<html data-base=\"{}\" data-offline", escape(&base.file("")));
        Ok(Self {
            before_title: before_title.replacen("<html", &root, 1),
            head: head.to_owned(),
            after: after.to_owned(),
        })
    }

    fn put(
        &self,
        title: &str,
        description: &str,
        prerendered: bool,
        data: &str,
        body: &str,
    ) -> String {
        let before = if prerendered {
            self.before_title.replacen(" data-offline", " data-offline data-prerendered", 1)
        } else {
            self.before_title.clone()
        };
        format!(
            "{before}<title>{}</title><meta name=\"description\" content=\"{}\">{data}{}<body>{body}</body>{}",
            escape(title),
            escape(description),
            self.head,
            self.after,
        )
    }

    /// A page, with a link to the data it was made from where there is any.
    ///
    /// # Errors
    /// Where a page has no title, which a test of the app's routes rules out.
    pub fn page(&self, page: &Page, body: &str, data: Option<&str>) -> Result<String, String> {
        let title = page.title().ok_or_else(|| format!("{page:?} has no title"))?;
        let description = page.description().unwrap_or_default();
        // On its way while the app is.
        let data = data.map_or_else(String::new, |address| {
            format!(
                "<link id=\"{DATA_ID}\" rel=\"preload\" as=\"fetch\" crossorigin href=\"{}\">",
                escape(address)
            )
        });
        Ok(self.put(&title, &description, true, &data, body))
    }

    /// The page for addresses that name none.
    #[must_use]
    pub fn not_found(&self, body: &str) -> String {
        self.put(NOT_FOUND, "There is no page at this address.", true, "", body)
    }

    /// The page that the service worker serves for every address: nothing but a sign of life until the
    /// app draws the page.
    #[must_use]
    pub fn shell(&self) -> String {
        let body = "<p class=\"opening\" role=\"status\">Opening Rapport</p>";
        self.put("Rapport", "", false, "", body)
    }
}

/// Makes addresses of the site's own files independent of how deep a page lies.
fn rooted(html: &str, base: &Base) -> String {
    let mut out = html.to_owned();
    for file in ["icon.svg", "apple-touch-icon.png", "manifest.webmanifest", "theme.js"] {
        for (attribute, quote) in [("href=", "\""), ("href=", ""), ("src=", "\""), ("src=", "")] {
            let from = format!(" {attribute}{quote}{file}");
            out = out.replace(&from, &format!(" {attribute}{quote}{}", base.file(file)));
        }
    }
    out
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
