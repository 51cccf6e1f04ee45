//! The document around a page: head, addresses, data.

use rapport::routes::{Base, NOT_FOUND};

/// What a page may do, from the first byte after its character set: nothing but what is named here, from nowhere but
/// its own origin. No script, no style and no markup that the build did not write. docs/decisions/0005 says why each.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default";

/// Ends every page. A page that was cut off on its way lacks it, and is not adopted: see `browser::start`.
const WHOLE: &str = "<!--whole-->";

/// What the head of a page says.
pub struct Head {
    /// The title.
    pub title: String,
    /// One or two sentences for search engines and previews.
    pub description: String,
    /// The addresses of the data files that the page was made from.
    pub data: Vec<String>,
}

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
    pub fn new(html: &str, base: &Base, version: &str) -> Result<Self, String> {
        let html = guarded(&rooted(html, base))?;
        let (before_title, rest) = cut(&html, "<title>")?;
        let (_, rest) = cut(rest, "</title>")?;
        let (head, rest) = cut(rest, "<body>")?;
        let (_, after) = cut(rest, "</body>")?;
        let root = format!(
            "<html data-base=\"{}\" data-version=\"{version}\" data-offline",
            escape(&base.file(""))
        );
        Ok(Self {
            before_title: before_title.replacen("<html", &root, 1),
            head: head.to_owned(),
            after: after.to_owned(),
        })
    }

    fn put(&self, head: &Head, prerendered: bool, body: &str) -> String {
        let before = if prerendered {
            self.before_title.replacen(" data-offline", " data-offline data-prerendered", 1)
        } else {
            self.before_title.clone()
        };
        // The data are on their way while the app is.
        let link = |address: &String| {
            let address = escape(address);
            format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{address}\">")
        };
        format!(
            "{before}<title>{}</title><meta name=\"description\" content=\"{}\">{}{}<body>{body}</body>{}{WHOLE}",
            escape(&head.title),
            escape(&head.description),
            head.data.iter().map(link).collect::<String>(),
            self.head,
            self.after,
        )
    }

    /// A page.
    #[must_use]
    pub fn page(&self, head: &Head, body: &str) -> String {
        self.put(head, true, body)
    }

    /// The page for addresses that name none.
    #[must_use]
    pub fn not_found(&self, body: &str) -> String {
        let head = Head {
            title: NOT_FOUND.to_owned(),
            description: "There is no page at this address.".to_owned(),
            data: Vec::new(),
        };
        self.put(&head, true, body)
    }

    /// The page that the service worker serves for every address: nothing but a sign of life until the
    /// app draws the page.
    #[must_use]
    pub fn shell(&self) -> String {
        let body = "<p class=\"opening\" role=\"status\">Opening Rapport</p>";
        let head =
            Head { title: "Rapport".to_owned(), description: String::new(), data: Vec::new() };
        self.put(&head, false, body)
    }
}

/// Puts the policy right behind the character set, before anything that it should hold for.
fn guarded(html: &str) -> Result<String, String> {
    let start = html.find("<meta charset").ok_or("index.html has no character set")?;
    let end = html[start..].find('>').map_or(html.len(), |end| start + end + 1);
    for inline in
        ["<script>", "<script type=module>", "<script type=\"module\">", "<style", " style="]
    {
        if html.contains(inline) {
            return Err(format!("index.html has {inline} in it, which the policy forbids"));
        }
    }
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    Ok([&html[..end], &meta, &html[end..]].concat())
}

/// Makes addresses of the site's own files independent of how deep a page lies.
fn rooted(html: &str, base: &Base) -> String {
    let mut out = html.to_owned();
    for file in
        ["icon.svg", "apple-touch-icon.png", "manifest.webmanifest", "theme.js", "rescue.js"]
    {
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

/// The words of the first heading of a body.
#[must_use]
pub fn heading(body: &str) -> Option<String> {
    let (_, rest) = body.split_once("<h1")?;
    let (heading, _) = rest.split_once('>')?.1.split_once("</h1>")?;
    let mut text = String::new();
    let mut rest = heading;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        rest = tag.split_once('>')?.1;
    }
    text.push_str(rest);
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    Some(plain.replace("&#x27;", "'").replace("&amp;", "&").trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_begins_with_the_policy() {
        let html = |head: &str| {
            format!(
                "<!doctype html><html><meta charset=utf-8>{head}<title>T</title></head><body></body></html>"
            )
        };
        let document = Document::new(&html(""), &Base::new("/b/"), "1").expect("a document");
        let begin = format!(
            "<meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"
        );
        for page in [document.shell(), document.not_found("<h1>a</h1>")] {
            assert!(page.contains(&begin), "{page}");
        }
        for bad in ["<script>a()</script>", "<style>a{}</style>", "<p style=\"a\">"] {
            assert!(Document::new(&html(bad), &Base::new("/b/"), "1").is_err(), "{bad}");
        }
    }

    #[test]
    fn a_heading_is_read_without_its_tags() {
        let body = "<p>a</p><h1 class=\"said\" tabindex=\"-1\">You &amp; <!-- x -->I<b> too</b></h1><h1>b</h1>";
        assert_eq!(heading(body).as_deref(), Some("You & I too"));
        assert_eq!(heading("<p>none</p>"), None);
    }
}
