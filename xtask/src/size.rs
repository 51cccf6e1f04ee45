//! What a visitor downloads.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use flate2::{Compression, write::GzEncoder};

use crate::Outcome;

/// The most bytes, gzipped, that opening a question as one's first page may cost without the font.
/// At 220 kB, a page on a slow phone connection (400 kbit/s) answers after less than five seconds.
pub const BUDGET: u64 = 220_000;

/// A file of the site.
struct Asset {
    /// Its path in the site, with slashes.
    name: String,
    /// Its bytes when gzipped as well as can be.
    bytes: u64,
}

impl Asset {
    fn ends_with(&self, ending: &str) -> bool {
        self.name.ends_with(ending)
    }
}

/// Prints what the first question costs and what the whole site weighs. The page of a question needs
/// no part of the WASM but the first, see `src/pages/groups.rs`.
///
/// # Errors
/// When the first question is above the budget, or a part of it is missing.
pub fn print(dist: &Path) -> Outcome {
    let assets = assets(dist).map_err(|e| format!("cannot measure {}: {e}", dist.display()))?;
    let first = First::of(dist, &assets)?;
    println!("\nFirst question ({}), gzipped:", first.page);
    for (what, bytes) in first.rows() {
        println!("  {what:<8} {bytes:>9}");
    }
    let total = first.total();
    println!("  {:<8} {total:>9}   of at most {BUDGET}", "total");
    println!("  {:<8} {:>9}   while the text can be read already", "font", sum(&assets, ".woff2"));
    println!("Fetched when a page wants them, and soon after the first page anyway:");
    for part in assets.iter().filter(|asset| asset.name.starts_with("split-")) {
        let name = part.name.rsplit('/').next().unwrap_or(&part.name);
        println!("  {name:<20} {:>9}", part.bytes);
    }
    let all: u64 = assets.iter().map(|asset| asset.bytes).sum();
    println!("  {:<8} {all:>9}   in {} files\n", "site", assets.len());
    if total <= BUDGET {
        return Ok(());
    }
    Err(format!(
        "the first question costs {total} bytes, {} above the budget. See what grew with the table above; \
         the budget is BUDGET in xtask/src/size.rs.",
        total - BUDGET
    ))
}

/// The parts of the first question.
struct First {
    page: String,
    html: u64,
    css: u64,
    js: u64,
    wasm: u64,
    data: u64,
}

impl First {
    fn of(dist: &Path, assets: &[Asset]) -> Outcome<Self> {
        let page = assets
            .iter()
            .find(|asset| id(&asset.name).is_some())
            .ok_or("dist/ has no page questions/*/index.html: did prerender write any?")?;
        let html = fs::read_to_string(dist.join(&page.name))
            .map_err(|e| format!("cannot read dist/{}: {e}", page.name))?;
        let id = id(&page.name).unwrap_or_default();
        let named = |ending: &str| -> u64 {
            let of_page = |asset: &&Asset| {
                let is_named = html.contains(&asset.name);
                // What JavaScript brings along is not named in the page.
                asset.ends_with(ending) && (is_named || asset.name.starts_with("snippets/"))
            };
            assets.iter().filter(of_page).map(|asset| asset.bytes).sum()
        };
        let is_data = |asset: &&Asset| {
            let path = Path::new(&asset.name);
            path.starts_with("data") && path.file_stem().is_some_and(|stem| stem == id)
        };
        let first = Self {
            page: page.name.clone(),
            html: page.bytes,
            css: named(".css"),
            js: named(".js"),
            wasm: named(".wasm"),
            data: assets.iter().filter(is_data).map(|asset| asset.bytes).sum(),
        };
        match first.rows().into_iter().find(|(_, bytes)| *bytes == 0) {
            None => Ok(first),
            Some((what, _)) => Err(format!(
                "dist/{} brings no {what}, so what it costs cannot be told. Is the build whole?",
                first.page
            )),
        }
    }

    fn rows(&self) -> [(&'static str, u64); 5] {
        [
            ("HTML", self.html),
            ("CSS", self.css),
            ("JS", self.js),
            ("WASM", self.wasm),
            ("data", self.data),
        ]
    }

    fn total(&self) -> u64 {
        self.rows().iter().map(|(_, bytes)| bytes).sum()
    }
}

/// The question whose page this is.
fn id(name: &str) -> Option<&str> {
    let id = name.strip_prefix("questions/")?.strip_suffix("/index.html")?;
    (!id.contains('/')).then_some(id)
}

fn sum(assets: &[Asset], ending: &str) -> u64 {
    assets.iter().filter(|asset| asset.ends_with(ending)).map(|asset| asset.bytes).sum()
}

/// Every file of the folder, by name.
fn assets(dist: &Path) -> io::Result<Vec<Asset>> {
    let mut paths = Vec::new();
    collect(dist, &mut paths)?;
    let mut assets = Vec::new();
    for path in paths {
        let inside = path.strip_prefix(dist).unwrap_or(&path);
        let names: Vec<_> = inside.iter().map(|name| name.to_string_lossy()).collect();
        assets.push(Asset { name: names.join("/"), bytes: gzipped(&fs::read(&path)?)? });
    }
    assets.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(assets)
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), paths)?;
        } else {
            paths.push(entry.path());
        }
    }
    Ok(())
}

fn gzipped(bytes: &[u8]) -> io::Result<u64> {
    let mut encoder = GzEncoder::new(Counter(0), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.0)
}

/// Counts what is written to it.
struct Counter(u64);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    #[test]
    fn only_what_the_page_brings_is_counted() {
        let dist = env::temp_dir().join(format!("xtask-size-{}", process::id()));
        let write = |name: &str, text: &str| {
            let path = dist.join(name);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, text).expect("a file");
        };
        let page = "<link href=/r/a-1.css><script src=/r/a-1.js></script>/r/a-1_bg.wasm";
        write("questions/index.html", "the list");
        write("questions/angry/index.html", page);
        write("questions/why/index.html", page);
        write("data/questions/angry.json", "{}");
        write("data/questions/why.json", "{\"a\":1}");
        write("a-1.css", "a{}");
        write("a-1.js", "let a;");
        write("sw.js", "let other;");
        let whole = assets(&dist).expect("files");
        let missing = First::of(&dist, &whole).err().expect("there is no WASM");
        assert!(missing.contains("WASM"), "{missing}");
        write("a-1_bg.wasm", "asm");
        let whole = assets(&dist).expect("files");
        let first = First::of(&dist, &whole).expect("all parts");
        let size = |text: &str| gzipped(text.as_bytes()).expect("a size");
        assert_eq!(first.page, "questions/angry/index.html");
        assert_eq!(first.js, size("let a;"));
        assert_eq!(first.data, size("{}"));
        assert_eq!(
            first.total(),
            size(page) + size("a{}") + size("let a;") + size("asm") + size("{}")
        );
        fs::remove_dir_all(&dist).expect("tidy");
    }

    #[test]
    fn a_question_page_lies_two_deep() {
        assert_eq!(id("questions/a/index.html"), Some("a"));
        assert_eq!(id("questions/index.html"), None);
        assert_eq!(id("questions/a/print/index.html"), None);
    }
}
