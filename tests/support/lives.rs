//! A browser that is killed and comes back with what its disk has.

use std::{fs, path::Path, time::Duration};

use serde_json::json;
use tokio::time;

use crate::{Browser, Engine, Folder, Outcome, driver::Driver};

/// How long a browser may take to close.
const PATIENCE: Duration = Duration::from_secs(3);

/// A browser's home, which outlives it.
#[derive(Debug)]
pub struct Home {
    engine: Engine,
    folder: Folder,
}

/// The browser from one start to its end.
#[derive(Debug)]
pub struct Life {
    /// What steers it.
    pub browser: Browser,
    driver: Driver,
}

impl Home {
    /// A home that is empty yet.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new(engine: Engine) -> Outcome<Self> {
        Ok(Self { engine, folder: Folder::new("home")? })
    }

    /// Starts the browser, with whatever the last one left here.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn begin(&self) -> Outcome<Life> {
        let home = self.folder.path();
        let driver = Driver::start(self.engine, home, &home.join("driver.log")).await?;
        let mut wanted = self.engine.capabilities(home, &home.join("downloads"))?;
        if self.engine == Engine::Firefox {
            let profile = home.join("profile");
            fs::create_dir_all(&profile)?;
            let options = &mut wanted["moz:firefoxOptions"];
            if let Some(args) = options["args"].as_array_mut() {
                args.extend([json!("-profile"), json!(profile)]);
            }
            // It has crashed as far as it knows, and is to come back without asking.
            options["prefs"]["browser.sessionstore.resume_from_crash"] = json!(false);
            options["prefs"]["toolkit.startup.max_resumed_crashes"] = json!(-1);
        }
        let window = driver.open(wanted).await?;
        Ok(Life { browser: Browser::new(window, self.engine), driver })
    }
}

impl Life {
    /// Ends the browser in order.
    pub async fn quit(self) {
        // With its page dead it may not answer: then it is ended with its driver.
        let quit = self.browser.driver().clone().quit();
        let _ = time::timeout(PATIENCE, quit).await;
        self.kill();
    }

    /// Kills the browser with all its processes, as a dead battery would.
    pub fn kill(self) {
        drop(self);
    }

    /// Kills only the processes that its pages run in, as a phone does that is short of memory. Then ends
    /// the rest in order.
    ///
    /// # Errors
    /// When the system does not say which they are.
    pub async fn kill_pages(self) -> Outcome {
        let group = self.driver.group();
        for entry in fs::read_dir("/proc")?.flatten() {
            let said = |file: &str| fs::read_to_string(entry.path().join(file)).unwrap_or_default();
            let is_page = ["--type=renderer", "-contentproc", "WebKitWebProcess"]
                .iter()
                .any(|mark| said("cmdline").contains(mark));
            // The fifth word after the name in brackets is the group.
            let stat = said("stat");
            let its = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(2));
            if is_page && its == Some(group.as_str()) {
                kill(&entry.path());
            }
        }
        self.quit().await;
        Ok(())
    }
}

impl Drop for Life {
    fn drop(&mut self) {
        // The driver goes with its browser: there is nobody left to say goodbye to.
        let _ = self.browser.driver().clone().leak();
    }
}

fn kill(process: &Path) {
    let id = process.file_name().unwrap_or_default();
    let _ = std::process::Command::new("kill").arg("-KILL").arg(id).status();
}
