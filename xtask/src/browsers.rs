//! The browsers that the tests steer, their drivers, and a display where there is none.
//!
//! They come from the system, not from us. As root on a system with apt-get they are installed;
//! elsewhere the command that does it is named.

use std::{
    env,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Stdio},
};

use crate::{
    Outcome,
    process::{call, output, program, run, which},
};

/// A program of the system.
pub struct Program {
    /// What it is called, on one system or another.
    names: &'static [&'static str],
    /// Names a program to take instead.
    variable: &'static str,
    /// The Debian package that it is in.
    package: &'static str,
}

/// Chromium, or Chrome.
pub const CHROMIUM: Program = Program {
    names: &["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"],
    variable: "RAPPORT_CHROMIUM",
    package: "chromium",
};

/// Steers Chromium.
pub const CHROMEDRIVER: Program = Program {
    names: &["chromedriver"],
    variable: "RAPPORT_CHROMEDRIVER",
    package: "chromium-driver",
};

/// Firefox. Its driver is [`crate::tools::GECKODRIVER`]: Debian has none.
pub const FIREFOX: Program = Program {
    names: &["firefox-esr", "firefox"],
    variable: "RAPPORT_FIREFOX",
    package: "firefox-esr",
};

/// Steers WebKitGTK, and brings it.
pub const WEBKITDRIVER: Program = Program {
    names: &["WebKitWebDriver"],
    variable: "RAPPORT_WEBKITDRIVER",
    package: "webkit2gtk-driver",
};

/// A display without a screen: WebKitGTK has no headless mode.
pub const XVFB: Program = Program { names: &["Xvfb"], variable: "RAPPORT_XVFB", package: "xvfb" };

impl Program {
    /// Where it is.
    pub fn path(&self) -> Outcome<PathBuf> {
        let given = env::var_os(self.variable).map(PathBuf::from).filter(|path| path.is_file());
        given.or_else(|| self.names.iter().find_map(|name| which(name))).ok_or_else(|| {
            format!("{} is not on the path. {}", self.names[0], advice(&[self.package]))
        })
    }
}

/// Sees to it that all of these are there.
pub fn ready(programs: &[&Program]) -> Outcome {
    let missing = || -> Vec<_> {
        programs.iter().filter(|one| one.path().is_err()).map(|one| one.package).collect()
    };
    let packages = missing();
    if packages.is_empty() {
        return Ok(());
    }
    if !can_install() {
        return Err(format!("not installed: {}. {}", packages.join(", "), advice(&packages)));
    }
    println!("── apt-get: installing {}", packages.join(", "));
    run(&mut apt(&["update", "-qq"]))?;
    run(apt(&["install", "-y", "-qq", "--no-install-recommends"]).args(&packages))?;
    match missing() {
        left if left.is_empty() => Ok(()),
        left => Err(format!("still missing after apt-get installed them: {}.", left.join(", "))),
    }
}

fn apt(arguments: &[&str]) -> std::process::Command {
    let mut command = call("apt-get", arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn can_install() -> bool {
    which("apt-get").is_some() && output(&mut call("id", &["-u"])).is_ok_and(|id| id.trim() == "0")
}

fn advice(packages: &[&str]) -> String {
    let packages = packages.join(" ");
    format!(
        "On Debian or Ubuntu: `sudo apt-get update && sudo apt-get install -y \
         --no-install-recommends {packages}`; elsewhere install what these packages hold."
    )
}

/// A display of our own, gone when dropped.
pub struct Display {
    server: Child,
    /// Its name, for the variable `DISPLAY`.
    pub name: String,
}

impl Display {
    /// Starts one under a number that is free.
    pub fn start() -> Outcome<Self> {
        let mut command = program(XVFB.path()?);
        // The server picks the number itself and says it on its standard output.
        command.args(["-displayfd", "1", "-screen", "0", "1366x900x24", "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let server = command.spawn().map_err(|e| format!("cannot start Xvfb: {e}"))?;
        let mut display = Self { server, name: String::new() };
        let mut number = String::new();
        if let Some(out) = display.server.stdout.take() {
            BufReader::new(out).read_line(&mut number).map_err(|e| format!("Xvfb: {e}"))?;
        }
        if number.trim().is_empty() {
            return Err("Xvfb ended before it had a display. `Xvfb -displayfd 1` says why.".into());
        }
        display.name = format!(":{}", number.trim());
        Ok(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
