//! What `cargo xtask test browser` says about where things are.

use std::env;

use crate::{Failure, Outcome};

/// The value of one of its variables.
///
/// # Errors
/// When it is not set.
pub fn variable(name: &str) -> Outcome<String> {
    env::var(name).map_err(|_| {
        Failure(format!("{name} is not set. `cargo xtask test browser` sets it and runs this."))
    })
}
