//! Making the second build.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use sha2::{Digest, Sha256, Sha384};

use crate::{Failure, Folder, Outcome};

/// The question that visitors of both deploys look at. Its words differ between them.
pub const QUESTION: &str = "fussy-customer";

/// Other questions that both have.
const ALSO: [&str; 2] = ["saying-no", "angry-customer"];

/// What the build says in the code (and in HTML that is made from it), and what the next one says there.
const CODE: [&str; 2] = ["Works offline. Everything", "Works Offline. Everything"];

/// The same in the data.
const DATA: [&str; 2] = ["very hard to please", "very Hard to please"];

/// Two deploys, in folders of their own.
#[derive(Debug)]
pub struct Deploys {
    home: Folder,
    /// What only the old one and only the new one have in the names of their files.
    names: [Vec<String>; 2],
    /// The version that the new one's worker has.
    version: String,
    base: String,
}

impl Deploys {
    /// Makes both from a built site that lives under `base`.
    ///
    /// # Errors
    /// Where the site is not what a build makes.
    pub fn of(dist: &Path, base: &str) -> Outcome<Self> {
        let home = Folder::new("deploys")?;
        let (old, new) = (home.path().join("old"), home.path().join("new"));
        thin(dist, dist, &old)?;
        let mut build = Build::read(&old)?;
        build.list_again()?;
        build.write(&old)?;
        let names = build.change()?;
        let version = build.list_again()?;
        build.write(&new)?;
        Ok(Self { home, names, version, base: base.to_owned() })
    }

    /// The folder of the old one.
    #[must_use]
    pub fn old_folder(&self) -> PathBuf {
        self.home.path().join("old")
    }

    /// The folder of the new one.
    #[must_use]
    pub fn new_folder(&self) -> PathBuf {
        self.home.path().join("new")
    }

    /// What a page is asked with, to know which of the two it is.
    #[must_use]
    pub fn signs(&self) -> Value {
        json!({ "names": self.names, "code": CODE, "data": DATA, "version": self.version, "base": self.base })
    }
}

/// Copies what the journey needs: all code, and the pages and files of a few questions.
fn thin(root: &Path, from: &Path, to: &Path) -> Outcome {
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
        let target = to.join(path.file_name().unwrap_or_default());
        let is_wanted = |rest: &str| {
            let id = rest.split(['/', '.']).next().unwrap_or_default();
            rest == "index.html" || id == QUESTION || ALSO.contains(&id)
        };
        let wanted = match name.split_once('/') {
            Some(("questions", rest)) => is_wanted(rest),
            Some(("data", rest)) => match rest.split_once('/').and_then(|(_, r)| r.split_once('/'))
            {
                Some(("questions", rest)) => is_wanted(rest),
                Some(_) => false,
                None => true,
            },
            Some((first, _)) => !["guides", "glossary", "quizzes", "templates"].contains(&first),
            None => true,
        };
        if path.is_dir() {
            thin(root, &path, &target)?;
        } else if wanted {
            fs::create_dir_all(to)?;
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}

/// A build in memory: its files by their addresses.
struct Build(BTreeMap<String, Vec<u8>>);

impl Build {
    fn read(folder: &Path) -> Outcome<Self> {
        let mut files = BTreeMap::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(next) = folders.pop() {
            for entry in fs::read_dir(next)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy();
                    files.insert(name.into_owned(), fs::read(&path)?);
                }
            }
        }
        Ok(Self(files))
    }

    fn write(&self, folder: &Path) -> Outcome {
        for (name, bytes) in &self.0 {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap_or(folder))?;
            fs::write(path, bytes)?;
        }
        Ok(())
    }

    /// The one file whose name is like that.
    fn one(&self, start: &str, end: &str) -> Outcome<String> {
        let found = self.0.keys().find(|name| name.starts_with(start) && name.ends_with(end));
        found.cloned().ok_or_else(|| Failure(format!("the build has no {start}*{end}")))
    }

    /// Changes a file and gives it a name by what is in it.
    fn rename(&mut self, old: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) -> Outcome<String> {
        let bytes = self.0.remove(old).ok_or_else(|| Failure(format!("there is no {old}")))?;
        let bytes = change(bytes);
        let at = old.find('-').map_or(0, |at| at + 1);
        let new = format!("{}{}{}", &old[..at], hex(&bytes), &old[at + 16..]);
        self.0.insert(new.clone(), bytes);
        Ok(new)
    }

    /// Makes the next build of it. Gives what is in the names of the one and of the other.
    fn change(&mut self) -> Outcome<[Vec<String>; 2]> {
        let mut swaps: Vec<(String, String)> = vec![(CODE[0].into(), CODE[1].into())];
        swaps.push((DATA[0].into(), DATA[1].into()));
        // The code.
        let old = self.one("rapport-", "_bg.wasm")?;
        let before = integrity(&self.0[&old]);
        let new = self.rename(&old, |bytes| swap(&bytes, CODE[0], CODE[1]))?;
        swaps.push((before, integrity(&self.0[&new])));
        swaps.push((old, new));
        let parts: Vec<String> =
            self.0.keys().filter(|name| name.starts_with("split-")).cloned().collect();
        let old = parts[0].split('/').next().unwrap_or_default().to_owned();
        let new = format!("split-{}", hex(old.as_bytes()));
        for part in &parts {
            let bytes = self.0.remove(part).unwrap_or_default();
            self.0.insert(part.replace(&old, &new), bytes);
        }
        swaps.push((old, new));
        // The style.
        let old = self.one("site-", ".css")?;
        let new = self.rename(&old, |bytes| [b":root{--deploy:new}", &*bytes].concat())?;
        swaps.push((old, new));
        // What starts the code.
        let old = self.one("start-", ".js")?;
        let before = integrity(&self.0[&old]);
        let new = self.rename(&old, |bytes| {
            let bytes = swaps.iter().fold(bytes, |bytes, (old, new)| swap(&bytes, old, new));
            // Behind its imports, of which it has none.
            [b"globalThis.deploy=\"new\";", &*bytes].concat()
        })?;
        swaps.push((before, integrity(&self.0[&new])));
        swaps.push((old, new));
        // The data, sealed for their new place.
        let data: Vec<String> =
            self.0.keys().filter(|name| name.starts_with("data/")).cloned().collect();
        let old = data[0].split('/').nth(1).unwrap_or_default().to_owned();
        let new = hex(old.as_bytes());
        for name in data {
            let bytes = self.0.remove(&name).unwrap_or_default();
            let place = name.replace(&old, &new);
            let bytes = match bank::file::open(&name, bytes.clone()) {
                Some(bytes) => bank::file::seal(&place, swap(&bytes, DATA[0], DATA[1])),
                // A build from before there were seals.
                None => swap(&bytes, DATA[0], DATA[1]),
            };
            self.0.insert(place, bytes);
        }
        swaps.push((old, new));
        // Every page.
        for (name, bytes) in &mut self.0 {
            if name.ends_with(".html") {
                let page = swap(bytes, "<html ", "<html data-deploy=new ");
                *bytes = swaps.iter().fold(page, |page, (old, new)| swap(&page, old, new));
            } else if name == "sw.js" {
                *bytes = [&**bytes, b"// the next build\n"].concat();
            } else if matches!(&**name, "theme.js" | "rescue.js") {
                *bytes = [&**bytes, b"\n// the next build"].concat();
            }
        }
        let names = |new: bool| {
            let named = swaps.iter().map(|(a, b)| if new { b } else { a });
            named.filter(|name| !name.contains(' ') && !name.contains("sha384")).cloned().collect()
        };
        Ok([names(false), names(true)])
    }

    /// Has the worker list what is here now. Gives its version.
    fn list_again(&mut self) -> Outcome<String> {
        let no = || Failure("sw.js does not list the files".into());
        let worker = String::from_utf8_lossy(&self.0["sw.js"]).into_owned();
        let (before, rest) = worker.split_once("Object.entries(").ok_or_else(no)?;
        let (list, after) = rest.split_once("));").ok_or_else(no)?;
        let kept: BTreeMap<String, String> = serde_json::from_str(list)?;
        let is_kept = |name: &str| {
            kept.contains_key(name)
                || name == "everything.js"
                || ["rapport-", "split-", "site-", "start-", "data/"]
                    .iter()
                    .any(|start| name.starts_with(start))
        };
        let list: BTreeMap<&String, String> = self
            .0
            .iter()
            .filter(|(name, _)| is_kept(name))
            .map(|(name, bytes)| (name, base64(&Sha256::digest(bytes))))
            .collect();
        let list = serde_json::to_string_pretty(&list)?;
        let (start, version) = before.split_once("const VERSION = \"").ok_or_else(no)?;
        let rest = version.split_once('"').ok_or_else(no)?.1;
        let version = hex(list.as_bytes());
        let worker =
            format!("{start}const VERSION = \"{version}\"{rest}Object.entries({list}));{after}");
        self.0.insert("sw.js".into(), worker.into_bytes());
        Ok(version)
    }
}

fn swap(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    let (old, new) = (old.as_bytes(), new.as_bytes());
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == old[0] && bytes[at..].starts_with(old) {
            out.extend_from_slice(new);
            at += old.len();
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    out
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(bytes)))
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
        let number = number << (8 * (3 - three.len()));
        for at in 0..4 {
            let letter = LETTERS[(number >> (18 - 6 * at) & 63) as usize];
            text.push(if at <= three.len() { char::from(letter) } else { '=' });
        }
    }
    text
}
