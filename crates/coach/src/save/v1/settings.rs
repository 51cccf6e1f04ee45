//! What the user set.

use serde::{Deserialize, Serialize};

use crate::{save::Aggregate, vocabulary};

vocabulary! {
    /// Light or dark.
    Theme {
        /// As the device says.
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

/// What the user set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: Theme::System }
    }
}

impl Aggregate for Settings {
    const NAME: &'static str = "settings";
}
