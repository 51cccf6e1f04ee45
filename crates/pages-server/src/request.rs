//! The head of a request, as far as a static server cares.

use std::io::{self, BufRead, Read};

/// The longest head that is read; browsers stay far below it.
const LONGEST_HEAD: u64 = 32 * 1024;

/// What came in.
pub(crate) enum Head {
    /// The other side has nothing more to ask.
    Closed,
    /// Not HTTP/1, or too long.
    Bad,
    /// A request.
    Good(Request),
}

/// How it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Get,
    Head,
    /// Where a browser tells what a page did against its policy.
    Post,
    Other,
}

/// What is asked for.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) method: Method,
    /// The path and query, as sent.
    pub(crate) target: String,
    pub(crate) keep_alive: bool,
    /// Whether a gzipped answer is welcome.
    pub(crate) gzip: bool,
    /// The versions that the browser has already.
    pub(crate) if_none_match: String,
    /// How many bytes follow the head.
    pub(crate) length: u64,
}

/// Reads one head.
pub(crate) fn read(reader: &mut impl BufRead) -> io::Result<Head> {
    let mut reader = reader.take(LONGEST_HEAD);
    let Some(first) = line(&mut reader)? else { return Ok(Head::Closed) };
    let mut words = first.split(' ');
    let (Some(method), Some(target), Some(version), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return Ok(Head::Bad);
    };
    let speaks_http = version.starts_with("HTTP/1.") && target.starts_with('/');
    if !speaks_http || target.contains(char::is_control) {
        return Ok(Head::Bad);
    }
    let mut request = Request {
        method: match method {
            "GET" => Method::Get,
            "HEAD" => Method::Head,
            "POST" => Method::Post,
            _ => Method::Other,
        },
        target: target.to_owned(),
        keep_alive: version == "HTTP/1.1",
        gzip: false,
        if_none_match: String::new(),
        length: 0,
    };
    loop {
        let Some(header) = line(&mut reader)? else { return Ok(Head::Bad) };
        if header.is_empty() {
            return Ok(Head::Good(request));
        }
        let Some((name, value)) = header.split_once(':') else { return Ok(Head::Bad) };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "accept-encoding" => request.gzip = accepts_gzip(value),
            "connection" if value.eq_ignore_ascii_case("close") => request.keep_alive = false,
            // A body is read at most in part, so what follows it cannot be told from it.
            "content-length" if value != "0" => {
                request.keep_alive = false;
                request.length = value.parse().unwrap_or(0);
            }
            "transfer-encoding" => request.keep_alive = false,
            "if-none-match" => value.clone_into(&mut request.if_none_match),
            _ => {}
        }
    }
}

/// The body that follows a head, as far as it is read at all.
pub(crate) fn body(reader: &mut impl BufRead, length: u64) -> io::Result<String> {
    let mut bytes = Vec::new();
    reader.take(length.min(LONGEST_HEAD)).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// One line without its end; `None` where there is no whole line.
fn line(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    reader.read_until(b'\n', &mut bytes)?;
    if bytes.pop() != Some(b'\n') {
        return Ok(None);
    }
    if bytes.last() == Some(&b'\r') {
        bytes.pop();
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

fn accepts_gzip(value: &str) -> bool {
    value.split(',').any(|coding| {
        let (name, rest) = coding.split_once(';').unwrap_or((coding, ""));
        let refused = rest
            .trim()
            .strip_prefix("q=")
            .is_some_and(|q| q.parse::<f32>().is_ok_and(|q| q <= 0.0));
        name.trim().eq_ignore_ascii_case("gzip") && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(text: &str) -> Option<Request> {
        match read(&mut text.as_bytes()).expect("reading from memory") {
            Head::Good(request) => Some(request),
            Head::Closed | Head::Bad => None,
        }
    }

    #[test]
    fn a_browser_keeps_the_connection_and_takes_gzip() {
        let head = "GET /a?b HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br, gzip;q=0.8\r\n\r\n";
        let request = request(head).expect("a request");
        assert_eq!(request.target, "/a?b");
        assert!(request.keep_alive && request.gzip);
    }

    #[test]
    fn what_it_refuses_it_does_not_get() {
        let head = "GET / HTTP/1.1\r\nConnection: close\r\nAccept-Encoding: gzip;q=0\r\n\r\n";
        let request = request(head).expect("a request");
        assert!(!request.keep_alive && !request.gzip);
    }

    #[test]
    fn what_is_not_http_is_refused() {
        for text in [
            "hello\r\n\r\n",
            "GET x HTTP/1.1\r\n\r\n",
            "GET /\rx HTTP/1.1\r\n\r\n",
            "GET / HTTP/2\r\n\r\n",
            "GET / HTTP",
        ] {
            assert!(request(text).is_none(), "{text:?}");
        }
        let long = format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(40_000));
        assert!(request(&long).is_none());
    }
}
