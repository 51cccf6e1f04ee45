//! The offline build: lists the files of one build with their hashes and writes the service worker that keeps them.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use sha2::{Digest, Sha256};

use crate::base64::base64;

/// The service worker with places for the three values below; `public/sw.js` explains what it does with them.
const TEMPLATE: &str = include_str!("../../public/sw.js");

/// The page that the worker answers every navigation with; the only HTML that is kept.
const SHELL: &str = "shell.html";

/// What a device keeps of one build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Changes exactly when a kept file is added, removed or changed.
    pub version: String,
    /// How many files are kept.
    pub files: usize,
    /// How large they are together, before compression.
    pub bytes: u64,
}

/// Writes `dist/sw.js` for the files that lie in `dist` now, so call it last. `base` is the site's path: `/rapport/`.
pub fn write(dist: &Path, base: &str) -> Result<Summary, String> {
    if !(base.starts_with('/') && base.ends_with('/')) {
        return Err(format!(
            "the base path is {base:?}: it must begin and end with a slash, such as \"/rapport/\"."
        ));
    }
    let mut kept = BTreeMap::new();
    let bytes = collect(dist, "", &mut kept)?;
    if !kept.contains_key(SHELL) {
        return Err(format!(
            "{} is missing: `cargo xtask build` makes it.",
            dist.join(SHELL).display()
        ));
    }
    let version = version_of(&kept);
    let worker = fill_in(&version, base, &kept)?;
    let path = dist.join("sw.js");
    fs::write(&path, worker)
        .map_err(|error| format!("{} cannot be written: {error}.", path.display()))?;
    Ok(Summary { version, files: kept.len(), bytes })
}

/// Adds the files below `dir` as address → hash, and says how many bytes they have. `prefix` is `""` or ends in a slash.
fn collect(dir: &Path, prefix: &str, kept: &mut BTreeMap<String, String>) -> Result<u64, String> {
    let unread =
        |error| format!("{} cannot be read: {error}. `cargo xtask build` makes it.", dir.display());
    let mut bytes = 0;
    for entry in fs::read_dir(dir).map_err(unread)? {
        let entry = entry.map_err(unread)?;
        let name = entry.file_name();
        let name = name
            .to_str()
            .ok_or_else(|| format!("{} has no plain name: rename it.", entry.path().display()))?;
        let address = format!("{prefix}{name}");
        if entry.file_type().map_err(unread)?.is_dir() {
            bytes += collect(&entry.path(), &format!("{address}/"), kept)?;
        } else if is_kept(&address) {
            if !address.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte))
            {
                return Err(format!(
                    "{address:?} would be escaped in an address: use only letters, digits and - . _ ~ in it."
                ));
            }
            let content = fs::read(entry.path()).map_err(unread)?;
            bytes += content.len() as u64;
            kept.insert(address, base64(&Sha256::digest(&content)));
        }
    }
    Ok(bytes)
}

/// Whether the app needs a file when there is no network. Pages other than the shell are for first visits and for
/// search engines; texts, maps and share images are for people and machines that are online.
fn is_kept(address: &str) -> bool {
    let name = address.rsplit('/').next().unwrap_or(address);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let shared =
        name.starts_with("share") || name.starts_with("og-") || address.starts_with("share/");
    match ending {
        "html" => address == SHELL,
        "map" | "txt" => false,
        "png" | "jpg" | "jpeg" | "webp" if shared => false,
        _ => !name.starts_with('.') && !matches!(address, "sw.js" | "sitemap.xml" | "CNAME"),
    }
}

/// The first 16 hexadecimal digits of the hash over the sorted list.
fn version_of(kept: &BTreeMap<String, String>) -> String {
    let mut hasher = Sha256::new();
    for (address, hash) in kept {
        hasher.update(format!("{address}\n{hash}\n"));
    }
    hasher.finalize().iter().take(8).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The template with its places filled in. Each must be there once: a worker with a hole in it would never install.
fn fill_in(version: &str, base: &str, kept: &BTreeMap<String, String>) -> Result<String, String> {
    let json = |error| format!("the list of files cannot be written as JSON: {error}.");
    let values = [
        ("__VERSION__", serde_json::to_string(version).map_err(json)?),
        ("__BASE__", serde_json::to_string(base).map_err(json)?),
        ("__FILES__", serde_json::to_string_pretty(kept).map_err(json)?),
    ];
    let mut worker = TEMPLATE.to_owned();
    for (place, value) in values {
        if worker.matches(place).count() != 1 {
            return Err(format!("public/sw.js must have {place} exactly once: put it back."));
        }
        worker = worker.replace(place, &value);
    }
    Ok(worker)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use std::{env, path::PathBuf, process};

    use super::*;

    /// A folder with a small build in it, gone when the test ends.
    struct Dist(PathBuf);

    impl Dist {
        fn new(test: &str) -> Self {
            let dist =
                Self(env::temp_dir().join(format!("rapport-offline-{test}-{}", process::id())));
            dist.put("shell.html", "<title>Rapport</title>")
                .put("app-1.js", "go()")
                .put("data/questions/a.json", "{}");
            dist
        }

        fn put(&self, address: &str, content: &str) -> &Self {
            let path = self.0.join(address);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
            self
        }

        fn write(&self) -> Summary {
            write(&self.0, "/rapport/").unwrap()
        }

        fn worker(&self) -> String {
            fs::read_to_string(self.0.join("sw.js")).unwrap()
        }
    }

    impl Drop for Dist {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_same_files_give_the_same_worker() {
        let dist = Dist::new("same");
        let first = (dist.write(), dist.worker());
        assert_eq!((dist.write(), dist.worker()), first);
        assert_eq!((first.0.files, first.0.bytes, first.0.version.len()), (3, 28, 16));
    }

    #[test]
    fn only_what_the_app_needs_offline_is_kept() {
        let dist = Dist::new("kept");
        let before = dist.write();
        for left_out in [
            "index.html",
            "questions/a/index.html",
            "404.html",
            "robots.txt",
            "sitemap.xml",
            "app.js.map",
            "share.png",
            ".nojekyll",
        ] {
            dist.put(left_out, "x");
        }
        assert_eq!(dist.write(), before);
        assert!(!dist.worker().contains("index.html"));
    }

    #[test]
    fn the_version_changes_with_a_file_and_with_its_name() {
        let dist = Dist::new("version");
        let first = dist.write().version;
        let changed = dist.put("app-1.js", "stop()").write().version;
        let renamed = dist.put("app-2.js", "stop()").write().version;
        assert!(first != changed && changed != renamed && renamed != first);
    }

    #[test]
    fn the_worker_has_its_values_and_no_holes() {
        let dist = Dist::new("values");
        let version = dist.write().version;
        let worker = dist.worker();
        assert!(worker.contains(&format!("const VERSION = \"{version}\";")));
        assert!(worker.contains("const BASE = \"/rapport/\";"));
        assert!(worker.contains(
            "\"data/questions/a.json\": \"RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=\""
        ));
        assert!(!worker.contains("__"));
    }

    #[test]
    fn what_is_missing_is_named() {
        let dist = Dist::new("missing");
        fs::remove_file(dist.0.join(SHELL)).unwrap();
        assert!(write(&dist.0, "/rapport/").unwrap_err().contains("shell.html is missing"));
        assert!(write(&dist.0, "/rapport").unwrap_err().contains("slash"));
        assert!(
            write(&dist.put("å.js", "").put(SHELL, "").0, "/").unwrap_err().contains("escaped")
        );
    }
}
