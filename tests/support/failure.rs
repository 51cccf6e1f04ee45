//! Why a journey could not go on.

use std::{fmt, io};

use thirtyfour::error::WebDriverError;

/// What went wrong, in words.
#[derive(Debug)]
pub struct Failure(pub String);

/// What a step of a journey gives.
pub type Outcome<T = ()> = Result<T, Failure>;

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<WebDriverError> for Failure {
    fn from(error: WebDriverError) -> Self {
        Self(format!("the driver said: {error}"))
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self(format!("this is not the JSON that was expected: {error}"))
    }
}

impl From<String> for Failure {
    fn from(text: String) -> Self {
        Self(text)
    }
}
