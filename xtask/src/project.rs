//! Where things are in this project, and the versions that it pins.

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use crate::Outcome;

/// The base of the published site: the name of the repository.
pub const BASE: &str = "/rapport/";

/// The top folder of the project.
pub fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        // Asked for when running, not when compiling: a checkout may move.
        let xtask = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let here = env::current_dir().unwrap_or_default();
        xtask
            .and_then(|folder| folder.parent().map(Path::to_path_buf))
            .or_else(|| {
                let mut above = here.ancestors();
                above.find(|folder| folder.join("xtask/Cargo.toml").is_file()).map(Into::into)
            })
            .unwrap_or(here)
    })
}

/// The folder that the built site goes to.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The version of a package in `Cargo.lock`.
pub fn locked(package: &str) -> Outcome<String> {
    let lock = read(&root().join("Cargo.lock"))?;
    locked_in(&lock, package).ok_or_else(|| {
        format!(
            "Cargo.lock has no package {package}. Run `cargo update --workspace` and try again."
        )
    })
}

fn locked_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| **line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

/// The text of a file.
pub fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|e| format!("cannot read {}: {e}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_the_version() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"a\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_in(lock, "a").as_deref(), Some("0.2.130"));
        assert_eq!(locked_in(lock, "b"), None);
    }
}
