//! `cargo xtask serve`: the built site at an address of this machine.

use std::{io::ErrorKind, thread};

use lexopt::{Arg::Long, Parser, ValueExt};
use pages_server::Server;

use crate::{Outcome, build, project, unclear};

/// How many ports are tried from the wanted one on.
const TRIES: u16 = 20;

struct Options {
    port: u16,
    base: Option<String>,
    build: bool,
}

/// Reads the options, builds, and serves until it is interrupted.
pub fn command(args: Parser) -> Outcome {
    let options = parse(args).map_err(unclear)?;
    let base = if options.build {
        let mut site = build::Options::default();
        site.base = options.base.unwrap_or(site.base);
        build::ready()?;
        build::site(&site)?;
        site.base
    } else {
        let built = build::built_base()?;
        match options.base {
            Some(base) if base != built => {
                return Err(format!("dist/ was built for {built}: leave out --no-build."));
            }
            _ => built,
        }
    };
    let server = start(options.port, &base)?;
    println!("Rapport is at {} (Ctrl+C ends it)", server.url());
    loop {
        thread::park();
    }
}

fn parse(mut args: Parser) -> Result<Options, lexopt::Error> {
    let mut options = Options { port: 8080, base: None, build: true };
    while let Some(arg) = args.next()? {
        match arg {
            Long("port") => options.port = args.value()?.parse()?,
            Long("base") => options.base = Some(pages_server::base(&args.value()?.string()?)),
            Long("no-build") => options.build = false,
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

/// Takes the port, or the next free one.
fn start(wanted: u16, base: &str) -> Outcome<Server> {
    for port in wanted..=wanted.saturating_add(TRIES) {
        match Server::start(project::dist(), base, port) {
            Ok(server) => return Ok(server),
            Err(e) if e.kind() == ErrorKind::AddrInUse => println!("Port {port} is taken."),
            Err(e) => return Err(format!("cannot serve on port {port}: {e}")),
        }
    }
    Err(format!("no port from {wanted} on is free. Name another with --port."))
}
