//! The site under test, served like on GitHub Pages, on an origin of its own.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use pages_server::{Seen, Server};
use serde_json::Value;

use crate::{Failure, Outcome, variable};

/// The built site and its server.
#[derive(Debug)]
pub struct Site {
    dist: PathBuf,
    base: String,
    addr: SocketAddr,
    server: Server,
    seen: Seen,
}

/// What the site says about one question.
#[derive(Clone, Debug)]
pub struct Question(Value);

impl Site {
    /// Serves the site that `RAPPORT_DIST` names.
    ///
    /// # Errors
    /// When it is not there.
    pub fn start() -> Outcome<Self> {
        Self::of(variable("RAPPORT_DIST")?.as_ref(), Seen::default())
    }

    /// The same site from another folder, on an origin of its own. What is asked of it counts as asked of this one.
    ///
    /// # Errors
    /// When it is not there.
    pub fn from(&self, dist: &Path) -> Outcome<Self> {
        Self::of(dist, self.seen.clone())
    }

    fn of(dist: &Path, seen: Seen) -> Outcome<Self> {
        let base = pages_server::base(&variable("RAPPORT_BASE")?);
        let server = Server::watched(dist, &base, 0, &seen)
            .map_err(|e| Failure(format!("cannot serve {}: {e}", dist.display())))?;
        Ok(Self { dist: dist.to_owned(), base, addr: server.addr, server, seen })
    }

    /// What was asked of it and told to it so far.
    #[must_use]
    pub const fn seen(&self) -> &Seen {
        &self.seen
    }

    /// Takes the network away and listens for who asks for it: gives what [`Site::seen`] has from then on.
    pub fn fall_silent(&self) -> usize {
        let before = self.seen.requests().len();
        self.server.fall_silent();
        before
    }

    /// The folder that it lies in.
    #[must_use]
    pub fn dist(&self) -> &Path {
        &self.dist
    }

    /// Where the server listens.
    #[must_use]
    pub const fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// The path that the site lives under, with a slash at both ends.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The full address of a page, by its address below the base.
    #[must_use]
    pub fn url(&self, page: &str) -> String {
        format!("http://{}{}{page}", self.addr, self.base)
    }

    /// What the site says about a question.
    ///
    /// # Errors
    /// When it does not know it.
    pub fn question(&self, id: &str) -> Outcome<Question> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/bank/content");
        let content = content::load(&root).map_err(|problems| Failure(problems[0].to_string()))?;
        let question = content.questions.iter().find(|question| question.id == id);
        let question = question.ok_or_else(|| Failure(format!("there is no question {id}")))?;
        Ok(Question(serde_json::to_value(&question.item)?))
    }
}

impl Question {
    /// The question itself.
    #[must_use]
    pub fn prompt(&self) -> &str {
        self.text("/prompt")
    }

    /// One of its texts, by its JSON pointer.
    #[must_use]
    pub fn text(&self, pointer: &str) -> &str {
        self.0.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }
}
