//! Writes every page of the built site as HTML, made from the same views as in the browser, and the
//! data files that pages fetch.
//!
//! `prerender --dist DIR --base /repo/` takes `DIR/index.html` as Trunk made it and writes
//! `DIR/**/index.html`, `DIR/404.html`, `DIR/shell.html` (what the service worker serves for every
//! page) and `DIR/data/BUILD/**.postcard`.

mod document;
mod pages;
mod styles;

use std::{
    env, fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    process::ExitCode,
};

use any_spawner::Executor;
use bank::file;
use content::{Content, Packed};
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use rapport::{
    app::{App, Stands},
    browser::start::Start,
    routes::{Base, Page},
};

use crate::document::{Document, Head, heading};

fn main() -> ExitCode {
    match work() {
        Ok(pages) => {
            println!("Prerendered {pages} pages.");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("prerender: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The value that follows an option.
fn option(name: &str) -> Result<String, String> {
    let mut args = env::args().skip_while(|arg| arg != name).skip(1);
    args.next().ok_or(format!("{name} is missing. Usage: prerender --dist DIR --base /repo/"))
}

fn work() -> Result<usize, String> {
    let dist = PathBuf::from(option("--dist")?);
    let base = Base::new(&option("--base")?);
    let content = content::load(&content_root()).map_err(|problems| problems[0].to_string())?;

    let html = read(&dist.join("index.html"))?;
    let html = styles::join(&dist, &base, &html)?;
    let packed = content::pack(&content);
    let version = version_of(&packed);
    let document = Document::new(&html, &base, &version)?;

    // Rendering asks for an executor, though nothing here waits for anything.
    Executor::init_tokio().map_err(|e| e.to_string())?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().build().map_err(|e| e.to_string())?;
    let tasks = tokio::task::LocalSet::new();
    let _inside = runtime.enter();
    let _tasks = tasks.enter();

    let pages = pages::all(&content);
    for page in &pages {
        let address = base.href(page);
        if base.page(&address).as_ref() != Some(page) {
            return Err(format!("{address} does not lead to {page:?}: see src/routes.rs"));
        }
        let body = render(&base, &version, &address, of(&packed, page)?);
        // It would not be drawn: the policy forbids it.
        if body.contains(" style=") || body.contains("<script") {
            return Err(format!(
                "{address} has a style attribute or a script in it: see `reactive::drawn`"
            ));
        }
        let title = page.title(&heading(&body).ok_or(format!("{address} has no heading"))?);
        let html = document.page(&head(&base, &version, page, &title, &content), &body);
        write(&dist.join(page.path()).join("index.html"), &html)?;
    }
    let lost = render(&base, &version, &base.file("no-such-page/"), Packed::new());
    write(&dist.join("404.html"), document.not_found(&lost))?;
    write(&dist.join("shell.html"), document.shell())?;
    for (path, bytes) in &packed {
        let place = data_file(&version, path);
        write(&dist.join(&place), file::seal(&place, bytes.clone()))?;
    }
    Ok(pages.len())
}

/// What the head of a page says.
fn head(base: &Base, version: &str, page: &Page, title: &str, content: &Content) -> Head {
    Head {
        title: title.to_owned(),
        description: pages::description(content, page),
        data: page.files().iter().map(|path| base.file(&data_file(version, path))).collect(),
    }
}

/// The data files that a page is made from.
fn of(packed: &Packed, page: &Page) -> Result<Packed, String> {
    let file = |path: String| {
        let bytes = packed.get(&path).ok_or(format!("{page:?}: there is no data file {path}"))?;
        Ok((path, bytes.clone()))
    };
    page.files().into_iter().map(file).collect()
}

/// Where a data file lies.
fn data_file(version: &str, path: &str) -> String {
    format!("{}{}", file::folder(version), file::name(path))
}

/// The name of a build of the data files: it changes with anything in them.
fn version_of(packed: &Packed) -> String {
    let mut hash = DefaultHasher::new();
    packed.hash(&mut hash);
    format!("{:016x}", hash.finish())
}

/// The content files, beside this package.
fn content_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/bank/content")
}

/// One page's body.
fn render(base: &Base, version: &str, address: &str, files: Packed) -> String {
    let start = Start {
        base: base.as_str().to_owned(),
        version: version.to_owned(),
        prerendered: true,
        offline: true,
        files,
    };
    let owner = Owner::new();
    owner.with(|| {
        provide_context(RequestUrl::new(address));
        view! { <App start stands=Stands::default() /> }.to_html()
    })
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path)
        .map_err(|e| format!("{}: {e}. Run `cargo xtask build`.", path.display()))
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), String> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, content))
        .map_err(|e| format!("{}: {e}", path.display()))
}
