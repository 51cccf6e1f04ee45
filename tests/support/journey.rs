//! Running one journey in one engine: at most two browsers at a time, and a picture if it fails.

use std::{any::Any, fs, path::PathBuf, time::Duration};

use thirtyfour::WebDriver;
use tokio::{
    sync::Semaphore,
    task::{self, JoinError, LocalSet},
    time,
};

use crate::{Browser, Engine, Failure, Folder, Outcome, Site, driver::Driver, watch};

/// The machines that run this have two cores.
static BROWSERS: Semaphore = Semaphore::const_new(2);

/// What a journey starts with.
#[derive(Debug)]
pub struct Visit {
    /// A browser that has seen nothing yet.
    pub browser: Browser,
    /// The site, on an origin of its own.
    pub site: Site,
    /// A folder of the journey's own. What the browser downloads goes into `downloads` there.
    pub folder: Folder,
}

/// Runs a journey; panics where it fails, and says in which browser and at which step.
///
/// # Panics
/// When the journey fails.
pub async fn run<F, Way>(engine: Engine, module: &str, journey: F)
where
    F: FnOnce(Visit) -> Way,
    Way: Future<Output = Outcome> + 'static,
{
    let name = module.split_once("::").map_or(module, |(_, name)| name);
    let _one = BROWSERS.acquire().await;
    if let Err(failure) = travel(engine, name, journey).await {
        panic!("{} {name}: {failure}", engine.name());
    }
}

async fn travel<F, Way>(engine: Engine, name: &str, journey: F) -> Outcome
where
    F: FnOnce(Visit) -> Way,
    Way: Future<Output = Outcome> + 'static,
{
    let evidence = evidence(&format!("{}-{}", name.replace("::", "-"), engine.name()))?;
    for old in ["png", "html"] {
        let _ = fs::remove_file(evidence.with_extension(old));
    }
    let home = Folder::new("home")?;
    let folder = Folder::new("journey")?;
    let downloads = folder.path().join("downloads");
    fs::create_dir_all(&downloads)?;
    // WebKitGTK's browser saves where the desktop says.
    let desktop = home.path().join("config");
    fs::create_dir_all(&desktop)?;
    let said = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
    fs::write(desktop.join("user-dirs.dirs"), said)?;
    let site = Site::start()?;
    let (seen, base) = (site.seen().clone(), site.base().to_owned());
    let driver = Driver::start(engine, home.path(), &evidence.with_extension("log")).await?;
    let window = driver.open(engine.capabilities(home.path(), &downloads)?).await?;
    if engine == Engine::WebKit {
        // It does not listen to its own argument for that.
        window.set_window_rect(0, 0, 1280, 900).await?;
    }
    let browser = Browser::new(window.clone(), engine);
    let way = journey(Visit { browser: browser.clone(), site, folder });
    // As a task of its own, so that a failed assertion ends the journey and not the browser's care.
    let end = LocalSet::new().run_until(async { task::spawn_local(way).await }).await;
    let mut outcome = end.unwrap_or_else(|error| Err(Failure(words(error))));
    if outcome.is_ok() {
        outcome = watch::check(&browser, &seen, &base).await;
    }
    let outcome = match outcome {
        Ok(()) => Ok(()),
        Err(failure) => Err(Failure(format!(
            "at the step {:?}: {failure}\n{}",
            browser.last_step(),
            keep(&window, &evidence).await
        ))),
    };
    // A browser that does not close when asked to is ended with its driver.
    let _ = time::timeout(Duration::from_secs(10), window.quit()).await;
    outcome
}

/// Where pictures go: `target/journeys/<name>`.
fn evidence(name: &str) -> Outcome<PathBuf> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/journeys"));
    fs::create_dir_all(&folder)?;
    Ok(folder.canonicalize()?.join(name))
}

/// Keeps what can be seen, and says where.
async fn keep(window: &WebDriver, evidence: &std::path::Path) -> String {
    let picture = evidence.with_extension("png");
    // WebKitGTK waits for the next change of the page before it takes a picture.
    let _ = window.execute("document.documentElement.style.paddingTop = '1px'", Vec::new()).await;
    let seen = time::timeout(Duration::from_secs(10), window.screenshot(&picture)).await;
    let place = window.current_url().await.map_or_else(|e| e.to_string(), |url| url.to_string());
    if let Ok(source) = window.source().await {
        let _ = fs::write(evidence.with_extension("html"), source);
    }
    match seen {
        Ok(Ok(())) => format!("It was at {place}. Picture: {}", picture.display()),
        Ok(Err(error)) => format!("It was at {place}. There is no picture: {error}"),
        Err(_) => format!("It was at {place}. There is no picture: the driver did not answer."),
    }
}

/// What a failed assertion said.
fn words(error: JoinError) -> String {
    let Ok(cause) = error.try_into_panic() else { return "it was stopped".into() };
    let cause: &(dyn Any + Send) = cause.as_ref();
    let text = cause.downcast_ref::<String>().cloned();
    text.or_else(|| cause.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_default()
}
