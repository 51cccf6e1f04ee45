//! The server does what GitHub Pages does, and stops for good.

use std::{
    env, fs,
    io::{self, BufRead, BufReader, ErrorKind, Read, Write},
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
    process,
    time::Duration,
};

use flate2::read::GzDecoder;
use pages_server::{Seen, Server};

/// A folder with a small site in it, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("pages-server-{name}-{}", process::id()));
        let folder = Self(path);
        folder.write("secret.txt", "outside");
        folder.write("dist/index.html", "<h1>Home</h1>");
        folder.write("dist/404.html", "<h1>Not here</h1>");
        folder.write("dist/questions/index.html", "<h1>Questions</h1>");
        folder.write("dist/about.html", "<h1>About</h1>");
        folder.write("dist/empty/note.txt", "a folder without a page");
        folder.write("dist/app.js", &"let a = 1;\n".repeat(200));
        folder.write("dist/app.wasm", "\0asm");
        folder.write("dist/.hidden", "not published");
        folder
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn dist(&self) -> PathBuf {
        self.0.join("dist")
    }

    fn serve(&self) -> Server {
        Server::start(self.dist(), "/rapport/", 0).expect("a server")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// A connection that stays open between requests.
struct Client(BufReader<TcpStream>);

impl Client {
    fn connect(addr: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(addr)?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        Ok(Self(BufReader::new(stream)))
    }

    fn ask(&mut self, method: &str, path: &str, headers: &str) -> io::Result<Answer> {
        let request = format!("{method} {path} HTTP/1.1\r\nhost: test\r\n{headers}\r\n");
        self.0.get_mut().write_all(request.as_bytes())?;
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if self.0.read_line(&mut head)? == 0 {
                return Err(ErrorKind::UnexpectedEof.into());
            }
        }
        let status = head.split(' ').nth(1).and_then(|word| word.parse().ok()).expect("a status");
        let mut answer = Answer { status, head, body: Vec::new() };
        let length = answer.header("content-length").map_or(0, |n| n.parse().expect("a length"));
        if method != "HEAD" {
            answer.body.resize(length, 0);
            self.0.read_exact(&mut answer.body)?;
        }
        Ok(answer)
    }
}

fn ask(server: &Server, method: &str, path: &str, headers: &str) -> Answer {
    let mut client = Client::connect(server.addr).expect("a connection");
    client.ask(method, path, headers).expect("an answer")
}

fn get(server: &Server, path: &str) -> Answer {
    ask(server, "GET", path, "")
}

#[test]
fn pages_lie_under_the_base() {
    let folder = Folder::new("base");
    let server = folder.serve();
    assert_eq!(server.url(), format!("http://{}/rapport/", server.addr));
    assert!(server.addr.ip().is_loopback());
    let home = get(&server, "/rapport/?a=b");
    assert_eq!((home.status, home.body.as_slice()), (200, b"<h1>Home</h1>".as_slice()));
    assert_eq!(home.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(home.header("cache-control"), Some("max-age=600"));
    assert_eq!(get(&server, "/rapport/about").body, b"<h1>About</h1>");
    let elsewhere = get(&server, "/other/");
    assert_eq!(elsewhere.status, 404);
    assert_ne!(elsewhere.body, b"<h1>Not here</h1>");
}

#[test]
fn a_folder_is_reached_with_a_slash() {
    let folder = Folder::new("slash");
    let server = folder.serve();
    for (from, to) in [
        ("/rapport", "/rapport/"),
        ("/rapport/questions", "/rapport/questions/"),
        ("/rapport/questions?q=1", "/rapport/questions/?q=1"),
    ] {
        let answer = get(&server, from);
        assert_eq!((answer.status, answer.header("location")), (301, Some(to)), "{from}");
    }
    assert_eq!(get(&server, "/rapport/questions/").body, b"<h1>Questions</h1>");
}

#[test]
fn what_is_not_there_gets_the_404_page() {
    let folder = Folder::new("404");
    let server = folder.serve();
    for path in ["/rapport/no", "/rapport/no/", "/rapport/empty", "/rapport/empty/"] {
        let answer = get(&server, path);
        assert_eq!((answer.status, answer.body.as_slice()), (404, b"<h1>Not here</h1>".as_slice()));
        assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    }
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let folder = Folder::new("outside");
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.0.join("secret.txt"), folder.dist().join("link.txt"))
        .expect("a link");
    let server = folder.serve();
    for path in [
        "/rapport/../secret.txt",
        "/rapport/questions/../../secret.txt",
        "/rapport/%2e%2e/secret.txt",
        "/rapport/..%2fsecret.txt",
        "/rapport/..%5csecret.txt",
        "/rapport//secret.txt",
        "/rapport/link.txt",
        "/rapport/.hidden",
    ] {
        assert_eq!(get(&server, path).status, 404, "{path}");
    }
}

#[test]
fn text_is_compressed_for_who_asks() {
    let folder = Folder::new("gzip");
    let server = folder.serve();
    let plain = get(&server, "/rapport/app.js");
    assert_eq!(plain.header("content-encoding"), None);
    let packed = ask(&server, "GET", "/rapport/app.js", "accept-encoding: gzip, br\r\n");
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    assert_eq!(packed.header("vary"), Some("Accept-Encoding"));
    assert!(packed.body.len() < plain.body.len());
    let mut unpacked = Vec::new();
    GzDecoder::new(packed.body.as_slice()).read_to_end(&mut unpacked).expect("gzip");
    assert_eq!(unpacked, plain.body);
    assert_eq!(get(&server, "/rapport/app.wasm").header("content-type"), Some("application/wasm"));
}

#[test]
fn a_known_version_is_not_sent_again() {
    let folder = Folder::new("etag");
    let server = folder.serve();
    let tag = get(&server, "/rapport/app.js").header("etag").expect("a tag").to_owned();
    let known = format!("if-none-match: {tag}\r\n");
    assert_eq!(ask(&server, "GET", "/rapport/app.js", &known).status, 304);
    folder.write("dist/app.js", "changed");
    assert_eq!(ask(&server, "GET", "/rapport/app.js", &known).body, b"changed");
}

#[test]
fn one_connection_serves_many_requests() {
    let folder = Folder::new("alive");
    let server = folder.serve();
    let mut client = Client::connect(server.addr).expect("a connection");
    let head = client.ask("HEAD", "/rapport/", "").expect("an answer");
    assert_eq!((head.status, head.header("content-length")), (200, Some("13")));
    assert_eq!(client.ask("GET", "/rapport/", "").expect("an answer").body, b"<h1>Home</h1>");
    assert_eq!(client.ask("POST", "/rapport/", "").expect("an answer").status, 405);
    assert_eq!(client.ask("GET", "/rapport/", "connection: close\r\n").expect("one").status, 200);
    assert!(client.ask("GET", "/rapport/", "").is_err(), "it was to be closed");
}

#[test]
fn stopped_is_gone_and_the_port_can_be_taken_again() {
    let folder = Folder::new("stop");
    let mut server = folder.serve();
    for _ in 0..5 {
        let addr = server.addr;
        let mut client = Client::connect(addr).expect("a connection");
        assert_eq!(client.ask("GET", "/rapport/", "").expect("an answer").status, 200);
        server.stop();
        assert!(client.ask("GET", "/rapport/", "").is_err(), "the open connection still answers");
        assert!(TcpStream::connect(addr).is_err(), "the port still listens");
        server = Server::start(folder.dist(), "rapport", addr.port()).expect("the same port");
        assert_eq!(get(&server, "/rapport/").status, 200);
    }
}

#[test]
fn a_watched_server_notes_requests_and_reports() {
    let folder = Folder::new("watched");
    let policy = "default-src 'none'";
    let page =
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"><h1>Home</h1>");
    folder.write("dist/index.html", &page);
    let seen = Seen::default();
    let server = Server::watched(folder.dist(), "/rapport/", 0, &seen).expect("a server");
    let answer = get(&server, "/rapport/?q");
    let header = "content-security-policy-report-only";
    let asked = format!("{policy}; report-uri /rapport/.violations");
    assert_eq!(answer.header(header), Some(asked.as_str()));
    assert_eq!(get(&server, "/rapport/app.js").header(header), None);
    assert_eq!(seen.requests(), ["/rapport/?q", "/rapport/app.js"]);

    let mut client = Client::connect(server.addr).expect("a connection");
    let report = client.ask("POST", "/rapport/.violations", "content-length: 3\r\n\r\na{}");
    assert_eq!(report.expect("an answer").status, 200);
    assert_eq!(seen.take_violations(), ["a{}"]);
    assert!(seen.take_violations().is_empty(), "told once");
    assert_eq!(get(&folder.serve(), "/rapport/").header(header), None);

    let before = seen.requests().len();
    let mut open = Client::connect(server.addr).expect("a connection");
    server.fall_silent();
    for client in [&mut open, &mut Client::connect(server.addr).expect("a connection")] {
        assert!(client.ask("GET", "/rapport/", "").is_err(), "no answer is one");
    }
    assert_eq!(seen.requests()[before..], ["/rapport/", "/rapport/"]);
}

#[test]
fn what_cannot_be_served_is_said() {
    let folder = Folder::new("errors");
    let server = folder.serve();
    let taken = Server::start(folder.dist(), "/", server.addr.port()).expect_err("it is taken");
    assert_eq!(taken.kind(), ErrorKind::AddrInUse);
    let missing = Server::start(Path::new("no-such-folder"), "/", 0).expect_err("it is missing");
    assert!(missing.to_string().contains("no-such-folder"), "{missing}");
}

#[test]
fn a_base_has_a_slash_at_both_ends() {
    for (given, used) in [("", "/"), ("/", "/"), ("x", "/x/"), ("/x", "/x/"), ("/x/y/", "/x/y/")] {
        assert_eq!(pages_server::base(given), used);
    }
}
