//! Which file answers a request, and how the answer looks on the wire.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use flate2::{Compression, write::GzEncoder};

use crate::request::{Method, Request};

/// A folder under a base.
#[derive(Debug)]
pub(crate) struct Site {
    root: PathBuf,
    base: String,
}

/// What a path leads to.
enum Found {
    File(PathBuf),
    Folder,
    Nothing,
}

impl Site {
    pub(crate) fn new(dist: &Path, base: &str) -> io::Result<Self> {
        let root = fs::canonicalize(dist).map_err(|e| {
            let message =
                format!("{} cannot be served: {e}. Build the site first.", dist.display());
            io::Error::new(e.kind(), message)
        })?;
        Ok(Self { root, base: crate::base(base) })
    }

    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    /// The answer to a request. `reports` is where browsers tell what a page does against its policy.
    pub(crate) fn answer(&self, request: &Request, reports: Option<&str>) -> Reply {
        if matches!(request.method, Method::Post | Method::Other) {
            return Reply::text(405, "Only GET and HEAD are answered here.");
        }
        let (path, query) = match request.target.split_once('?') {
            Some((path, query)) => (path, format!("?{query}")),
            None => (request.target.as_str(), String::new()),
        };
        if self.base.strip_suffix('/') == Some(path) {
            return Reply::redirect(format!("{}{query}", self.base));
        }
        // On the real thing, a path outside the base is another site.
        let Some(rest) = path.strip_prefix(&self.base) else {
            return Reply::text(404, &format!("Nothing is served outside {}.", self.base));
        };
        match self.find(rest) {
            Found::File(file) => Reply::file(200, &file, request, reports),
            Found::Folder => Reply::redirect(format!("{path}/{query}")),
            Found::Nothing => Reply::file(404, &self.root.join("404.html"), request, reports),
        }
    }

    fn find(&self, rest: &str) -> Found {
        let (names, in_folder) = match rest.strip_suffix('/') {
            Some(names) => (names, true),
            None => (rest, rest.is_empty()),
        };
        let mut path = self.root.clone();
        if !names.is_empty() {
            for name in names.split('/') {
                let Some(name) = decode(name).filter(|name| is_plain(name)) else {
                    return Found::Nothing;
                };
                path.push(name);
            }
        }
        let index = self.file(path.join("index.html"));
        if in_folder {
            return index.map_or(Found::Nothing, Found::File);
        }
        if index.is_some() {
            return Found::Folder;
        }
        let mut page = path.clone().into_os_string();
        page.push(".html");
        self.file(path).or_else(|| self.file(page.into())).map_or(Found::Nothing, Found::File)
    }

    /// The file there, unless it is none, or a link that leads out of the folder.
    fn file(&self, path: PathBuf) -> Option<PathBuf> {
        let path = fs::canonicalize(path).ok()?;
        (path.is_file() && path.starts_with(&self.root)).then_some(path)
    }
}

/// Names that could lead elsewhere are not served. Nor are hidden files: they are not published.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0'])
}

fn decode(name: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            u8::try_from(digit()? * 16 + digit()?).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

/// The policy that a page has in its head. The element cannot ask for reports, only a header can: so the same policy
/// goes into one that forbids nothing.
fn policy(page: &[u8]) -> Option<&str> {
    let html = std::str::from_utf8(page).ok()?;
    let (_, rest) = html.split_once("http-equiv=\"Content-Security-Policy\" content=\"")?;
    Some(rest.split_once('"')?.0)
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    status: u16,
    headers: String,
    body: Vec<u8>,
}

impl Reply {
    /// An answer in plain words.
    pub(crate) fn text(status: u16, text: &str) -> Self {
        let headers = "content-type: text/plain; charset=utf-8\r\n".into();
        Self { status, headers, body: text.into() }
    }

    fn redirect(to: String) -> Self {
        Self { status: 301, headers: format!("location: {to}\r\n"), body: Vec::new() }
    }

    fn file(status: u16, path: &Path, request: &Request, reports: Option<&str>) -> Self {
        let Ok(body) = fs::read(path) else {
            return Self::text(404, "There is nothing here.");
        };
        let (kind, compress) = kind(path);
        let mut headers = format!("content-type: {kind}\r\ncache-control: max-age=600\r\n");
        if compress {
            headers += "vary: Accept-Encoding\r\n";
        }
        if let Some((to, policy)) = reports.zip(policy(&body)) {
            headers +=
                &format!("content-security-policy-report-only: {policy}; report-uri {to}\r\n");
        }
        if status == 200 {
            let tag = tag(path, body.len());
            headers += &format!("etag: {tag}\r\n");
            if request.if_none_match.split(',').any(|known| known.trim() == tag) {
                return Self { status: 304, headers, body: Vec::new() };
            }
        }
        match (compress && request.gzip).then(|| gzip(&body)) {
            Some(Ok(body)) => {
                Self { status, headers: headers + "content-encoding: gzip\r\n", body }
            }
            _ => Self { status, headers, body },
        }
    }

    /// Whether it brings a page.
    pub(crate) fn is_page(&self) -> bool {
        self.headers.contains("content-type: text/html")
    }

    /// An answer that a browser may keep for ten minutes.
    pub(crate) fn kept(mut self) -> Self {
        self.headers += "cache-control: max-age=600\r\n";
        self
    }

    /// The first half of what it brings.
    pub(crate) fn half(&self) -> &[u8] {
        &self.body[..self.body.len() / 2]
    }

    /// Something else in its place, under a version of its own.
    pub(crate) fn with(&self, body: &[u8]) -> Self {
        let headers = self.headers.lines().filter(|line| !line.starts_with("etag"));
        let mut headers: String = headers.map(|line| format!("{line}\r\n")).collect();
        headers += &format!("etag: W/\"other-{:x}\"\r\n", body.len());
        Self { status: 200, headers, body: body.to_vec() }
    }

    /// The answer on the wire.
    pub(crate) fn bytes(&self, keep_alive: bool, with_body: bool) -> Vec<u8> {
        let reason = match self.status {
            200 => "OK",
            301 => "Moved Permanently",
            304 => "Not Modified",
            400 => "Bad Request",
            404 => "Not Found",
            503 => "Service Unavailable",
            _ => "Method Not Allowed",
        };
        let connection = if keep_alive { "keep-alive" } else { "close" };
        let mut head = format!("HTTP/1.1 {} {reason}\r\n{}", self.status, self.headers);
        // "Not modified" has no body, so a length would be that of the file, which nobody needs.
        if self.status != 304 {
            head += &format!("content-length: {}\r\n", self.body.len());
        }
        let mut bytes = format!("{head}connection: {connection}\r\n\r\n").into_bytes();
        if with_body {
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }
}

/// A name for this version of a file. Weak, as the bytes sent may or may not be gzipped.
fn tag(path: &Path, length: usize) -> String {
    let changed = fs::metadata(path).and_then(|data| data.modified()).unwrap_or(UNIX_EPOCH);
    let age = changed.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
    format!("W/\"{age:x}-{length:x}\"")
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// The media type by the file's ending, and whether compressing pays.
fn kind(path: &Path) -> (&'static str, bool) {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => ("text/html; charset=utf-8", true),
        "css" => ("text/css; charset=utf-8", true),
        "js" | "mjs" => ("text/javascript; charset=utf-8", true),
        "json" | "map" => ("application/json; charset=utf-8", true),
        "webmanifest" => ("application/manifest+json; charset=utf-8", true),
        "svg" => ("image/svg+xml", true),
        "txt" | "md" => ("text/plain; charset=utf-8", true),
        "xml" => ("application/xml; charset=utf-8", true),
        "wasm" => ("application/wasm", true),
        "woff2" => ("font/woff2", false),
        "png" => ("image/png", false),
        "jpg" | "jpeg" => ("image/jpeg", false),
        "webp" => ("image/webp", false),
        "ico" => ("image/x-icon", false),
        "wav" => ("audio/wav", false),
        "mp3" => ("audio/mpeg", false),
        "webm" => ("video/webm", false),
        "mp4" => ("video/mp4", false),
        _ => ("application/octet-stream", false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_decoded_and_odd_ones_refused() {
        assert_eq!(decode("a%20b%C3%A9").as_deref(), Some("a bé"));
        for broken in ["%", "%2", "%zz", "%ff"] {
            assert_eq!(decode(broken), None, "{broken}");
        }
        for odd in ["", ".", "..", ".git", "a/b", "a\\b", "c:", "a\0"] {
            assert!(!is_plain(odd), "{odd:?}");
        }
        assert!(is_plain("a b.html"));
    }

    #[test]
    fn endings_have_their_media_types() {
        let of = |name: &str| kind(Path::new(name)).0;
        assert_eq!(of("app_bg.wasm"), "application/wasm");
        assert_eq!(of("app.js"), "text/javascript; charset=utf-8");
        assert_eq!(of("site.webmanifest"), "application/manifest+json; charset=utf-8");
        assert_eq!(of("f.woff2"), "font/woff2");
        assert_eq!(of("unknown"), "application/octet-stream");
    }
}
