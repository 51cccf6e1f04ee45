//! What the journeys share: browsers and their drivers, waiting, the site under test, and its pages.
//!
//! A journey is a function that is handed a [`Visit`]: a browser of one engine, and the site on an
//! origin of its own. [`journeys!`] makes one test for each engine of it. What a journey sees it asks
//! for as a user would, by role, label and text ([`Find`]); it never sleeps, it waits for conditions
//! ([`Browser::until`]).

#![allow(clippy::disallowed_methods, reason = "a wait has a deadline, on this machine")]

mod browser;
pub mod deploys;
mod driver;
mod engine;
mod failure;
mod files;
mod find;
mod focus;
mod http;
mod journey;
mod keys;
mod lives;
pub mod pages;
mod setting;
mod site;
mod storage;
mod watch;

pub use browser::Browser;
pub use deploys::Deploys;
pub use engine::Engine;
pub use failure::{Failure, Outcome};
pub use files::{Folder, copy};
pub use find::Find;
pub use focus::Focus;
pub use http::{Answer, get};
pub use journey::{Visit, run};
pub use keys::Keys;
pub use lives::{Home, Life};
pub use pages_server::Seen;
pub use serde_json::{Value, json};
pub use setting::variable;
pub use site::{Question, Site};

/// Makes the tests of one journey: `chromium`, `firefox` and `webkit` in the present module.
#[macro_export]
macro_rules! journeys {
    ($journey:path) => {
        $crate::journeys!($journey, Chromium chromium, Firefox firefox, WebKit webkit);
    };
    ($journey:path, $($engine:ident $test:ident),+) => {$(
        #[tokio::test]
        async fn $test() {
            $crate::run($crate::Engine::$engine, module_path!(), $journey).await;
        }
    )+};
}
