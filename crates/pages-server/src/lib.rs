//! A static server that behaves like GitHub Pages, for looking at the built site and for testing it.
//!
//! The site lies under a base such as `/rapport/`; `/x` leads to `/x/` where there is an
//! `x/index.html`; what is not there is answered with `404.html` and status 404. It listens on
//! loopback only, reads nothing outside its folder, and [`Server::stop`] leaves nothing behind: no
//! listening socket, no open connection. That makes it an honest "the network is gone".
//!
//! ```no_run
//! let server = pages_server::Server::start("dist", "/rapport/", 0)?;
//! println!("{}", server.url());
//! let port = server.addr.port();
//! server.stop();
//! let again = pages_server::Server::start("dist", "/rapport/", port)?;
//! # Ok::<(), std::io::Error>(())
//! ```

mod deploy;
mod request;
mod seen;
mod site;

use std::{
    collections::HashMap,
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream},
    path::Path,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

pub use deploy::{Deploy, Fault, Folder};
use request::{Head, Method, Request};
pub use seen::Seen;
use seen::VIOLATIONS;
use site::Reply;

/// How long a connection may be idle before it is closed.
const IDLE: Duration = Duration::from_secs(60);

/// A running server. Dropping it stops it.
#[derive(Debug)]
pub struct Server {
    /// Where it listens.
    pub addr: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

/// What the threads of a server share.
#[derive(Debug)]
struct Shared {
    deploy: Deploy,
    base: String,
    /// Whether it was told of its deploy by who may change it: then nothing is compressed, which a test would wait for.
    plain: bool,
    /// Who wants to know what is asked for.
    seen: Option<Seen>,
    /// Whether it takes requests and answers none.
    silent: AtomicBool,
    stopping: AtomicBool,
    /// A second handle on every open connection, so that `stop` can close it.
    open: Mutex<HashMap<u64, TcpStream>>,
}

impl Shared {
    fn open(&self) -> MutexGuard<'_, HashMap<u64, TcpStream>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Server {
    /// Serves the folder `dist` under `base` on a port of loopback; port 0 takes any free one.
    ///
    /// # Errors
    /// When the folder is not there, or the port is taken ([`io::ErrorKind::AddrInUse`]).
    pub fn start(dist: impl AsRef<Path>, base: &str, port: u16) -> io::Result<Self> {
        Self::open(&Deploy::new(&Folder::new(dist, base)?), base, port, None, false)
    }

    /// The same for a deploy that changes.
    ///
    /// # Errors
    /// As [`Server::start`].
    pub fn deployed(deploy: &Deploy, base: &str, seen: &Seen) -> io::Result<Self> {
        Self::open(deploy, base, 0, Some(seen.clone()), true)
    }

    /// The same, and notes in `seen` what it is asked for, and what browsers report of pages that do something
    /// against their own policy. For that, pages come with one header more, which forbids nothing.
    ///
    /// # Errors
    /// As [`Server::start`].
    pub fn watched(dist: impl AsRef<Path>, base: &str, port: u16, seen: &Seen) -> io::Result<Self> {
        let deploy = Deploy::new(&Folder::new(dist, base)?);
        Self::open(&deploy, base, port, Some(seen.clone()), false)
    }

    fn open(
        deploy: &Deploy,
        base: &str,
        port: u16,
        seen: Option<Seen>,
        plain: bool,
    ) -> io::Result<Self> {
        // On Unix, the standard library lets a port be bound again right after it was closed.
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let addr = listener.local_addr()?;
        let shared = Arc::new(Shared {
            deploy: deploy.clone(),
            base: crate::base(base),
            plain,
            seen,
            silent: AtomicBool::new(false),
            stopping: AtomicBool::new(false),
            open: Mutex::new(HashMap::new()),
        });
        let accepting = thread::Builder::new().name("pages-server".into()).spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        })?;
        Ok(Self { addr, shared, accepting: Some(accepting) })
    }

    /// The address of the site's first page.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}", self.addr, self.shared.base)
    }

    /// From now on answers nothing: what is asked is noted, and the connection closed, as if the network had gone. Unlike
    /// a server that has stopped, it can say afterwards whether anyone asked.
    pub fn fall_silent(&self) {
        self.shared.silent.store(true, Ordering::SeqCst);
    }

    /// Closes the listening socket and every open connection.
    pub fn stop(self) {
        drop(self);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let Some(accepting) = self.accepting.take() else { return };
        self.shared.stopping.store(true, Ordering::SeqCst);
        // Wakes the accepting thread. If it fails, the thread is awake already.
        let _ = TcpStream::connect(self.addr);
        // Once that thread is gone no connection can be added, so none is missed below.
        let _ = accepting.join();
        for (_, stream) in self.shared.open().drain() {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

/// Gives every connection a thread of its own until the server stops.
fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for (id, stream) in (0_u64..).zip(listener.incoming()) {
        if shared.stopping.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let Ok(handle) = stream.try_clone() else { continue };
        shared.open().insert(id, handle);
        let its = Arc::clone(shared);
        let spawned = thread::Builder::new().spawn(move || {
            // A broken connection is the other side's business.
            let _ = converse(&stream, &its);
            its.open().remove(&id);
        });
        if spawned.is_err() {
            shared.open().remove(&id);
        }
    }
}

/// Answers request after request until one side has had enough.
fn converse(mut stream: &TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(IDLE))?;
    let mut reader = BufReader::new(stream);
    loop {
        let (reply, keep, body) = match request::read(&mut reader)? {
            Head::Closed => return Ok(()),
            Head::Bad => (Reply::text(400, "This is not a request."), false, true),
            Head::Good(request) if shared.silent.load(Ordering::SeqCst) => {
                if let Some(seen) = &shared.seen {
                    seen.request(&request.target);
                }
                return stream.shutdown(Shutdown::Both);
            }
            Head::Good(mut request) => {
                request.gzip &= !shared.plain;
                let body = request.method != Method::Head;
                let (folder, fault) = shared.deploy.at(&request.target);
                let reply = match &shared.seen {
                    None => folder.0.answer(&request, None),
                    Some(seen) => watched(&mut reader, &folder.0, &request, seen)?,
                };
                match fault {
                    None => (reply, request.keep_alive, body),
                    Some(fault) => return badly(stream, &reply, &fault),
                }
            }
        };
        stream.write_all(&reply.bytes(keep, body))?;
        if !keep {
            return stream.shutdown(Shutdown::Both);
        }
    }
}

/// How long nothing comes where nothing ever comes.
const NEVER: Duration = Duration::from_secs(30);

/// Answers with a fault, and ends the conversation.
#[allow(clippy::disallowed_methods, reason = "being slow is what is wanted here")]
fn badly(mut stream: &TcpStream, reply: &Reply, fault: &Fault) -> io::Result<()> {
    match fault {
        Fault::Missing => {
            let none = Reply::text(404, "Nothing.");
            // A file that is not there the browser may remember as long as any other answer. That a page is not there it
            // shows, and asks again when told to.
            let none = if reply.is_page() { none } else { none.kept() };
            stream.write_all(&none.bytes(false, true))?;
        }
        Fault::Busy => stream.write_all(&Reply::text(503, "Not now.").bytes(false, true))?,
        Fault::Text(text) => stream.write_all(&reply.with(text.as_bytes()).bytes(false, true))?,
        Fault::Short => stream.write_all(&reply.with(reply.half()).bytes(false, true))?,
        Fault::Cut => {
            let bytes = reply.bytes(false, true);
            stream.write_all(&bytes[..bytes.len() - reply.half().len()])?;
        }
        Fault::Slow(time) => {
            thread::sleep(*time);
            stream.write_all(&reply.bytes(false, true))?;
        }
        Fault::Never => thread::sleep(NEVER),
        Fault::From(_) => unreachable!("another folder has answered"),
    }
    stream.shutdown(Shutdown::Both)
}

/// The answer to a request that is noted, or to a report.
fn watched(
    reader: &mut impl BufRead,
    site: &site::Site,
    request: &Request,
    seen: &Seen,
) -> io::Result<Reply> {
    let reports = format!("{}{VIOLATIONS}", site.base());
    if request.method == Method::Post && request.target == reports {
        seen.violation(request::body(reader, request.length)?);
        return Ok(Reply::text(200, "Noted."));
    }
    seen.request(&request.target);
    Ok(site.answer(request, Some(&reports)))
}

/// A base as the site uses it: with a slash at both ends, `/` for none.
#[must_use]
pub fn base(path: &str) -> String {
    match path.trim_matches('/') {
        "" => "/".into(),
        name => format!("/{name}/"),
    }
}
