//! What comes from npm: `wasm-opt`, which shrinks the WASM, `esbuild`, which shrinks the JavaScript
//! around it, and axe, which finds what keeps people out.
//!
//! Their versions stand in `xtask/npm/`. They are tools only: nothing of them is in the site.

use std::{fs, path::PathBuf, process::Stdio};

use serde_json::Value;

use crate::{
    Outcome,
    process::{call, output, patiently, which},
    project::{self, read},
    tools,
};

/// The folder of their programs.
pub fn bin() -> Option<PathBuf> {
    tools::home().ok().map(|home| home.join("npm/node_modules/.bin"))
}

/// `wasm-opt` at the version of `package.json`: that on the path, else the one from npm.
pub fn wasm_opt() -> Outcome {
    let version = major_version("binaryen")?;
    let right = || which("wasm-opt").is_some_and(|path| tools::is_version(&path, &version));
    if right() {
        return Ok(());
    }
    modules()?;
    if right() { Ok(()) } else { Err(format!("`wasm-opt --version` does not say {version}.")) }
}

/// `esbuild`, from the node modules.
pub fn esbuild() -> Outcome {
    let program = modules()?.join(".bin/esbuild");
    output(call(program, &["--version"]).stdin(Stdio::null())).map(drop)
}

/// The script that finds what keeps people out.
pub fn axe() -> Outcome<PathBuf> {
    Ok(modules()?.join("axe-core/axe.min.js"))
}

/// The node modules, installed as the lock file says.
fn modules() -> Outcome<PathBuf> {
    let ours = project::root().join("xtask/npm");
    let lock = read(&ours.join("package-lock.json"))?;
    let folder = tools::folder("npm")?;
    // Written last, so it stands for all that came before.
    let installed = folder.join("installed.json");
    let is_installed = || fs::read_to_string(&installed).is_ok_and(|known| known == lock);
    if is_installed() {
        return Ok(folder.join("node_modules"));
    }
    let _lock = tools::lock()?;
    if is_installed() {
        return Ok(folder.join("node_modules"));
    }
    if which("npm").is_none() {
        return Err("npm is not on the path. Install Node.js 20 or newer (on Debian as root: \
                    `apt-get install -y nodejs npm`)."
            .into());
    }
    println!("── npm: fetching wasm-opt, esbuild and axe");
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|e| format!("cannot write {}: {e}", path.display()))
    };
    write("package.json", &read(&ours.join("package.json"))?)?;
    write("package-lock.json", &lock)?;
    let mut command = call("npm", &["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
    patiently("npm", command.current_dir(&folder), &folder.join("npm.log"))?;
    write("installed.json", &lock)?;
    Ok(folder.join("node_modules"))
}

fn major_version(package: &str) -> Outcome<String> {
    let path = project::root().join("xtask/npm/package.json");
    let json: Value = serde_json::from_str(&read(&path)?)
        .map_err(|e| format!("{} is not JSON: {e}", path.display()))?;
    let version = json["devDependencies"][package].as_str().unwrap_or_default();
    match version.split('.').next().filter(|major| !major.is_empty()) {
        Some(major) => Ok(major.to_owned()),
        None => {
            Err(format!("{} names no version of {package} under devDependencies.", path.display()))
        }
    }
}
