//! Writes every page of the built site as HTML, made from the same views as in the browser, and the
//! data files that pages fetch.
//!
//! `prerender --dist DIR --base /repo/` takes `DIR/index.html` as Trunk made it and writes
//! `DIR/**/index.html`, `DIR/404.html`, `DIR/shell.html` (what the service worker serves for every
//! page) and `DIR/data/questions/*.postcard`.

mod document;
mod styles;

use std::{
    env, fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    process::ExitCode,
};

use any_spawner::Executor;
use coach::question::Question;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use rapport::{
    app::App,
    browser::start::Start,
    routes::{Base, Page},
};

use crate::document::Document;

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
    let document = Document::new(&html, &base)?;

    // Rendering asks for an executor, though nothing here waits for anything.
    Executor::init_tokio().map_err(|e| e.to_string())?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().build().map_err(|e| e.to_string())?;
    let tasks = tokio::task::LocalSet::new();
    let _inside = runtime.enter();
    let _tasks = tasks.enter();

    let pages = Page::all();
    for page in &pages {
        let question = match page {
            Page::Question(id) => content.questions.iter().find(|q| q.id == *id),
            _ => None,
        };
        let body = render(&base, &base.href(page), question);
        let data = question.map(|question| data_address(&base, question)).transpose()?;
        let html = document.page(page, &body, data.as_deref())?;
        write(&dist.join(page.path()).join("index.html"), &html)?;
    }
    let lost = render(&base, &base.file("no-such-page/"), None);
    write(&dist.join("404.html"), document.not_found(&lost))?;
    write(&dist.join("shell.html"), document.shell())?;
    for question in &content.questions {
        write(&dist.join(data_file(question)), pack(question)?)?;
    }
    Ok(pages.len())
}

/// The file of a question's texts.
fn data_file(question: &Question) -> String {
    format!("data/questions/{}.postcard", question.id)
}

fn pack(question: &Question) -> Result<Vec<u8>, String> {
    bank::pack(question).map_err(|e| format!("{}: {e}", question.id))
}

/// Its address, which changes with its content: a page must never meet data of another build.
fn data_address(base: &Base, question: &Question) -> Result<String, String> {
    let mut hash = DefaultHasher::new();
    pack(question)?.hash(&mut hash);
    Ok(format!("{}?v={:x}", base.file(&data_file(question)), hash.finish()))
}

/// The content files, beside this package.
fn content_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/bank/content")
}

/// One page's body.
fn render(base: &Base, address: &str, question: Option<&Question>) -> String {
    let start = Start {
        base: base.as_str().to_owned(),
        prerendered: true,
        question: question.cloned(),
        offline: true,
    };
    let owner = Owner::new();
    owner.with(|| {
        provide_context(RequestUrl::new(address));
        view! { <App start /> }.to_html()
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
