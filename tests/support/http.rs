//! Asking the site as something does that has no JavaScript.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

use crate::{Failure, Outcome};

/// What the server answered.
#[derive(Debug)]
pub struct Answer {
    /// 200, or something else.
    pub status: u16,
    /// The text.
    pub body: String,
}

/// Gets one address of a server.
///
/// # Errors
/// When there is no answer, or none that can be read.
pub fn get(server: SocketAddr, path: &str) -> Outcome<Answer> {
    let mut stream = TcpStream::connect(server)?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n\r\n")?;
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or_else(|| Failure(format!("{path} was answered with {line:?}")))?;
    let mut length = None;
    while line.trim() != "" {
        line.clear();
        stream.read_line(&mut line)?;
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
    let mut body = Vec::new();
    // Not every driver closes the connection when it is asked to.
    stream.take(length.unwrap_or(u64::MAX)).read_to_end(&mut body)?;
    Ok(Answer { status, body: String::from_utf8_lossy(&body).into_owned() })
}

impl Answer {
    /// The text inside the first element of that name, without the markup in it.
    #[must_use]
    pub fn text_of(&self, element: &str) -> Option<String> {
        let open = self.body.find(&format!("<{element}")).map(|at| at + element.len() + 1)?;
        let start = open + self.body[open..].find('>')? + 1;
        let end = start + self.body[start..].find(&format!("</{element}>"))?;
        let mut text = String::new();
        let mut inside = false;
        for letter in self.body[start..end].chars() {
            match letter {
                '<' => inside = true,
                '>' => inside = false,
                _ if !inside => text.push(letter),
                _ => {}
            }
        }
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        Some(text.replace("&#x27;", "'").replace("&#39;", "'").replace("&amp;", "&"))
    }

    /// The addresses on this server that it links to.
    #[must_use]
    pub fn links(&self) -> Vec<String> {
        let places = self.body.split("href=").skip(1);
        let address = |rest: &str| {
            let rest = rest.trim_start_matches('"');
            let end = rest.find(['"', ' ', '>', '#', '?']).unwrap_or(rest.len());
            rest[..end].to_owned()
        };
        places.map(address).filter(|address| address.starts_with('/')).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(body: &str) -> Answer {
        Answer { status: 200, body: body.into() }
    }

    #[test]
    fn the_text_of_an_element_is_without_markup() {
        let page =
            answer("<head><title>A &amp; B</title></head><h1 class=x>One <b>two</b><!></h1>");
        assert_eq!(page.text_of("h1").as_deref(), Some("One two"));
        assert_eq!(page.text_of("title").as_deref(), Some("A & B"));
        assert_eq!(page.text_of("main"), None);
    }

    #[test]
    fn links_are_addresses_of_this_server() {
        let page =
            answer("<a href=\"/a/?q=1\">x</a><link href=/b.css rel=x><a href=\"#main\">y</a>");
        assert_eq!(page.links(), ["/a/", "/b.css"]);
    }
}
