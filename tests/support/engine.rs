//! The three browser engines, and how each is started.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::{Failure, Outcome, variable};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink, in Chromium: also Chrome, Edge, Android.
    Chromium,
    /// Gecko, in Firefox.
    Firefox,
    /// WebKit, in WebKitGTK's own small browser: the closest to Safari that Linux has.
    WebKit,
}

/// Chromium by itself, without the rest of the world and as root.
const CHROMIUM: [&str; 14] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--password-store=basic",
    "--lang=en-GB",
    "--window-size=1280,900",
];

impl Engine {
    /// What it is called in tests.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The program that steers it, and what it is told besides its port.
    pub(crate) fn driver(self) -> Outcome<(String, &'static [&'static str])> {
        Ok(match self {
            Self::Chromium => (variable("RAPPORT_CHROMEDRIVER")?, &[]),
            // Port 0 for its second way in, or two of them would want the same one.
            Self::Firefox => (variable("RAPPORT_GECKODRIVER")?, &["--websocket-port=0"]),
            Self::WebKit => (variable("RAPPORT_WEBKITDRIVER")?, &[]),
        })
    }

    /// What the driver is asked for. The profile goes into `home`, downloads into `downloads`.
    pub(crate) fn capabilities(self, home: &Path, downloads: &Path) -> Outcome<Value> {
        Ok(match self {
            Self::Chromium => {
                let mut args: Vec<String> = CHROMIUM.map(str::to_owned).into();
                args.push(format!("--user-data-dir={}", home.join("profile").display()));
                json!({
                    "browserName": "chrome",
                    "goog:loggingPrefs": {"browser": "ALL"},
                    "goog:chromeOptions": {
                        "binary": variable("RAPPORT_CHROMIUM")?,
                        "args": args,
                        "prefs": {"download.default_directory": downloads, "download.prompt_for_download": false},
                    },
                })
            }
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": variable("RAPPORT_FIREFOX")?,
                    "args": ["-headless", "-width", "1280", "-height", "900"],
                    "prefs": {
                        "browser.download.folderList": 2,
                        "browser.download.dir": downloads,
                        "browser.download.useDownloadDir": true,
                        "browser.download.always_ask_before_handling_new_types": false,
                        "intl.accept_languages": "en-GB",
                    },
                },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": {
                    "binary": mini_browser()?,
                    "args": ["--automation"],
                },
            }),
        })
    }
}

/// WebKitGTK's small browser. Systems put it into the folder of the library, not on the path.
fn mini_browser() -> Outcome<PathBuf> {
    let mut folders = vec![PathBuf::from("/usr/lib"), PathBuf::from("/usr/libexec")];
    if let Ok(entries) = std::fs::read_dir("/usr/lib") {
        folders.extend(entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()));
    }
    let version = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];
    let places =
        version.iter().flat_map(|v| folders.iter().map(move |f| f.join(v).join("MiniBrowser")));
    places.into_iter().find(|path| path.is_file()).ok_or_else(|| {
        Failure(
            "MiniBrowser is not where libraries are. On Debian it comes with libwebkit2gtk-4.1-0."
                .into(),
        )
    })
}
