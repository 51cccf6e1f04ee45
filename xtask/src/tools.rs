//! The tools that building needs, each at one version.
//!
//! They live outside `target/`, in [`home`], so that they are built once per machine: `tools/` holds
//! the programs, `build/` what compiling them left, `npm/` the node modules. A tool of the right version
//! that is on the path already is used as it is.

use std::{
    env,
    fs::{self, File},
    path::{Path, PathBuf},
};

use crate::{
    Outcome,
    process::{call, output, patiently, program, which},
    project,
};

/// A program that comes from crates.io.
pub struct Tool {
    package: &'static str,
    binary: &'static str,
    version: Version,
    /// Features that building it needs, separated by commas.
    features: &'static str,
    /// Whether the versions in the package's own lock file still build.
    locked: bool,
    /// About how long it takes to build on two cores.
    minutes: u32,
}

enum Version {
    Exactly(&'static str),
    /// That of a package in our lock file: both sides of wasm-bindgen must be the same.
    Locked(&'static str),
}

/// Builds the app for the browser.
pub const TRUNK: Tool = Tool {
    package: "trunk",
    binary: "trunk",
    version: Version::Exactly("0.21.14"),
    features: "",
    locked: true,
    minutes: 5,
};

/// Writes the JavaScript around the WASM, and runs its tests in a browser.
pub const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    binary: "wasm-bindgen",
    version: Version::Locked("wasm-bindgen"),
    features: "",
    locked: false,
    minutes: 2,
};

/// Cuts the WASM into the file that comes first and those that are fetched when wanted.
pub const WASM_SPLIT: Tool = Tool {
    package: "wasm_split_cli_support",
    binary: "wasm-split-cli",
    version: Version::Exactly("0.2.4"),
    features: "build-binary",
    locked: true,
    minutes: 1,
};

/// Steers Firefox.
pub const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    binary: "geckodriver",
    version: Version::Exactly("0.37.0"),
    features: "",
    locked: true,
    minutes: 1,
};

/// Checks licences and sources of dependencies.
pub const CARGO_DENY: Tool = Tool {
    package: "cargo-deny",
    binary: "cargo-deny",
    version: Version::Exactly("0.20.2"),
    features: "",
    locked: true,
    minutes: 1,
};

/// The folder that keeps the tools: `$RAPPORT_TOOLS`, else `rapport` in the user's cache folder.
pub fn home() -> Outcome<PathBuf> {
    let given = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    given("RAPPORT_TOOLS")
        .or_else(|| given("XDG_CACHE_HOME").map(|cache| cache.join("rapport")))
        .or_else(|| given("HOME").map(|home| home.join(".cache/rapport")))
        .ok_or_else(|| {
            "no home folder is known: set RAPPORT_TOOLS to a folder for the tools.".into()
        })
}

/// The folder of their programs.
pub fn bin() -> Option<PathBuf> {
    home().ok().map(|home| home.join("tools/bin"))
}

/// Holds off other runs that want to change the tools; released when dropped.
pub fn lock() -> Outcome<File> {
    let path = folder("")?.join("lock");
    let lock = File::create(&path).and_then(|file| file.lock().map(|()| file));
    lock.map_err(|e| format!("cannot lock {}: {e}", path.display()))
}

/// A folder in [`home`], made if need be.
pub fn folder(name: &str) -> Outcome<PathBuf> {
    let path = home()?.join(name);
    fs::create_dir_all(&path).map_err(|e| {
        format!("cannot make {}: {e}. Set RAPPORT_TOOLS to another folder.", path.display())
    })?;
    Ok(path)
}

impl Tool {
    /// The program, fetched or built if it is not there yet.
    pub fn ready(&self) -> Outcome<PathBuf> {
        let version = match self.version {
            Version::Exactly(version) => version.to_owned(),
            Version::Locked(package) => project::locked(package)?,
        };
        if let Some(found) = self.find(&version) {
            return Ok(found);
        }
        let _lock = lock()?;
        if let Some(found) = self.find(&version) {
            return Ok(found);
        }
        if self.fetch(&version).is_err() {
            self.build(&version)?;
        }
        self.find(&version).ok_or_else(|| {
            format!(
                "{} was installed, but `{} --version` does not say {version}.",
                self.package, self.binary
            )
        })
    }

    /// What the path offers first counts, as that is what others will run.
    fn find(&self, version: &str) -> Option<PathBuf> {
        which(self.binary)
            .filter(|path| self.was_installed(path, version) || is_version(path, version))
    }

    /// Whether cargo noted that it put this version here. Not every tool can tell its version.
    fn was_installed(&self, path: &Path, version: &str) -> bool {
        let note = path.parent().and_then(Path::parent).map(|root| root.join(".crates.toml"));
        let note = note.and_then(|note| fs::read_to_string(note).ok()).unwrap_or_default();
        note.contains(&format!("\"{} {version} (", self.package))
    }

    /// Takes a prebuilt program, where something is installed that can.
    fn fetch(&self, version: &str) -> Outcome {
        which("cargo-binstall").ok_or("no cargo-binstall")?;
        println!("── {} {version}: fetching it prebuilt", self.package);
        let mut command =
            call("cargo-binstall", &["--no-confirm", "--force", "--disable-strategies", "compile"]);
        command.args(["--version", version, "--root"]).arg(folder("tools")?).arg(self.package);
        patiently(self.package, &mut command, &self.log()?)
    }

    fn build(&self, version: &str) -> Outcome {
        println!(
            "── {} {version}: building it, once on this machine (about {} min on two cores)",
            self.package, self.minutes
        );
        let mut command = call("cargo", &["install", self.package, "--force", "--version"]);
        command.arg(format!("={version}")).arg("--root").arg(folder("tools")?);
        if self.locked {
            command.arg("--locked");
        }
        command.args(["--features", self.features]);
        swiftly(command.env("CARGO_TARGET_DIR", folder("build")?));
        patiently(self.package, &mut command, &self.log()?)
    }

    fn log(&self) -> Outcome<PathBuf> {
        Ok(folder("build")?.join(format!("{}.log", self.package)))
    }
}

/// Has cargo build a release soon rather than small: for programs that run only while building.
pub fn swiftly(command: &mut std::process::Command) {
    command
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
}

/// Whether a program says that it has this version.
pub fn is_version(path: &Path, version: &str) -> bool {
    output(program(path).arg("--version")).is_ok_and(|said| says(&said, version))
}

fn says(said: &str, version: &str) -> bool {
    said.split_whitespace().any(|word| word == version)
}

/// The compiler's part for the browser.
pub fn wasm_target() -> Outcome {
    const TARGET: &str = "wasm32-unknown-unknown";
    let root = output(&mut call("rustc", &["--print", "sysroot"]))?;
    if Path::new(root.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    println!("── {TARGET}: adding it to the compiler");
    output(&mut call("rustup", &["target", "add", TARGET])).map(drop).map_err(|e| {
        format!("{e}\nThe compiler cannot build for the browser yet: `rustup target add {TARGET}`.")
    })
}

/// All crates of the lock file, so that what follows can do without a network.
pub fn crates() -> Outcome {
    output(&mut call("cargo", &["fetch", "--locked"])).map(drop).map_err(|e| {
        format!("{e}\nIf Cargo.lock is behind, `cargo update --workspace` mends it; else look to the network.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_whole_words() {
        assert!(says("wasm-bindgen 0.2.130\n", "0.2.130"));
        assert!(says("geckodriver 0.37.0 (abc 2026-01-01)\n\nThe source", "0.37.0"));
        assert!(!says("trunk 0.21.1", "0.21.14"));
        assert!(!says("trunk 0.21.14", "0.21.1"));
    }
}
