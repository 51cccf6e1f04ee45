//! What the user set.

use serde::{Deserialize, Serialize};

use crate::{
    save::{Aggregate, Entries, Rest},
    vocabulary,
};

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
    /// What only a newer version knows of it.
    #[serde(skip)]
    pub rest: Rest,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: Theme::System, rest: Rest::default() }
    }
}

impl Aggregate for Settings {
    const NAME: &'static str = "settings";
    const ENTRIES: &'static [Entries] = &[];

    fn rest(&self) -> &Rest {
        &self.rest
    }

    fn rest_mut(&mut self) -> &mut Rest {
        &mut self.rest
    }
}
