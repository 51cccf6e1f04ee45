//! `cargo xtask build`: the whole site into `dist/`, ready to be put on any static host.

use std::fs;

use lexopt::{Arg::Long, Parser, ValueExt};

use crate::{
    Outcome, content, npm, offline,
    process::{call, run},
    project, size, split, tools, unclear,
};

/// What to build.
pub struct Options {
    /// The path that the site will live under, with a slash at both ends.
    pub base: String,
    /// Whether the browser makes all pages, as under `trunk serve`: nothing is prerendered, kept
    /// for offline use or measured.
    pub csr: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { base: project::BASE.into(), csr: false }
    }
}

/// Reads the options and builds.
pub fn command(args: Parser) -> Outcome {
    let options = parse(args).map_err(unclear)?;
    ready()?;
    site(&options)
}

fn parse(mut args: Parser) -> Result<Options, lexopt::Error> {
    let mut options = Options::default();
    while let Some(arg) = args.next()? {
        match arg {
            Long("base") => options.base = pages_server::base(&args.value()?.string()?),
            Long("csr") => options.csr = true,
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

/// Sees to it that the tools are there.
pub fn ready() -> Outcome {
    tools::wasm_target()?;
    tools::TRUNK.ready()?;
    tools::WASM_BINDGEN.ready()?;
    tools::WASM_SPLIT.ready()?;
    npm::wasm_opt()?;
    npm::esbuild()?;
    tools::crates()
}

/// Builds the site.
pub fn site(options: &Options) -> Outcome {
    content::ours()?;
    let dist = project::dist();
    let features = if options.csr { "csr" } else { "hydrate,split" };
    let mut trunk = call("trunk", &["build", "--release", "--offline", "--no-default-features"]);
    trunk.args(["--features", features, "--public-url", &options.base]).arg("--dist").arg(&dist);
    if !options.csr {
        split::in_trunks_way(&mut trunk)?;
    }
    // Trunk takes the variable for an option and wants "true" in it.
    run(trunk.env_remove("NO_COLOR"))?;
    remember_base(&options.base)?;
    if options.csr {
        return Ok(());
    }
    split::finish(&dist)?;
    let mut prerender =
        call("cargo", &["run", "--quiet", "--release", "--package", "prerender", "--"]);
    prerender.arg("--dist").arg(&dist).args(["--base", &options.base]);
    tools::swiftly(&mut prerender);
    run(&mut prerender)?;
    let kept = offline::write(&dist, &options.base)?;
    println!(
        "Kept for offline use: {} files, {} bytes, version {}.",
        kept.files, kept.bytes, kept.version
    );
    size::print(&dist)
}

/// Where the base of the last build is noted, beside `dist/` rather than in it.
fn base_note() -> std::path::PathBuf {
    project::root().join("target/dist-base")
}

fn remember_base(base: &str) -> Outcome {
    let note = base_note();
    let made =
        fs::create_dir_all(note.parent().unwrap_or(&note)).and_then(|()| fs::write(&note, base));
    made.map_err(|e| format!("cannot write {}: {e}", note.display()))
}

/// The base that `dist/` was built for.
pub fn built_base() -> Outcome<String> {
    let there = project::dist().join("index.html").is_file();
    match fs::read_to_string(base_note()) {
        Ok(base) if there => Ok(base),
        _ => Err("the site is not built yet: `cargo xtask build`.".into()),
    }
}
