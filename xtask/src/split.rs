//! Cuts the WASM into the file that every visitor loads and those that are fetched when a page needs
//! them, and shrinks what is around it.
//!
//! The groups of pages in `src/pages/groups.rs` say where to cut. Trunk knows nothing of it, so:
//!
//! 1. [`in_trunks_way`] puts a program named `wasm-bindgen` before the real one on Trunk's path. It is
//!    a copy of this program, and comes to [`stand_in`]: that cuts the linked WASM with
//!    `wasm-split-cli`, keeps the parts of the groups in [`parts`], and hands the first part to the
//!    real `wasm-bindgen`.
//! 2. When Trunk is done, [`finish`] puts the parts into `dist/split-*/` and joins the script that
//!    fetches them with that of `wasm-bindgen`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
};

use sha2::{Digest, Sha256, Sha384};

use crate::{
    Outcome,
    base64::base64,
    process::{call, output, program, run, search_path},
    project::{self, read},
    tools,
};

/// What the program is called whose place this one takes.
const STAND_IN: &str = "wasm-bindgen";

/// Tells the stand-in where the real program is.
const REAL: &str = "RAPPORT_WASM_BINDGEN";

/// The script that fetches the parts, as `wasm-split-cli` calls it.
const SCRIPT: &str = "__wasm_split.js";

/// Starts the app; it has a place for the name of the WASM.
const START: &str = include_str!("../../src/browser/start.js");

/// How `wasm-opt` shrinks a part; `index.html` has the same for the first one.
const SHRINK: &[&str] = &[
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    // Functions of one kind next to each other: it takes a hundredth off what is sent.
    "--reorder-functions-by-name",
];

fn folder() -> PathBuf {
    project::root().join("target/split")
}

/// Where the parts of the last build are until it is done.
fn parts() -> PathBuf {
    folder().join("parts")
}

/// Has Trunk call this program for `wasm-bindgen`.
pub fn in_trunks_way(trunk: &mut Command) -> Outcome {
    let bin = folder().join("bin");
    let name = format!("{STAND_IN}{}", env::consts::EXE_SUFFIX);
    let copy = || {
        fs::create_dir_all(&bin)?;
        fs::copy(env::current_exe()?, bin.join(name))
    };
    copy().map_err(|e| format!("cannot put a program into {}: {e}", bin.display()))?;
    let path = env::join_paths([bin].into_iter().chain(search_path()));
    let path = path.map_err(|e| format!("the path cannot be set: {e}"))?;
    trunk.env("PATH", path).env(REAL, tools::WASM_BINDGEN.ready()?);
    Ok(())
}

/// Whether this is the copy that Trunk calls.
pub fn is_stand_in() -> bool {
    let name = env::args_os().next().map(PathBuf::from);
    name.is_some_and(|path| path.file_stem().is_some_and(|stem| stem == STAND_IN))
}

/// What Trunk gets for `wasm-bindgen`: cuts the WASM, then does what was asked with its first part.
pub fn stand_in() -> Outcome {
    let real =
        env::var_os(REAL).ok_or_else(|| format!("{REAL} is not set: only Trunk calls this."))?;
    let mut arguments: Vec<String> = env::args().skip(1).collect();
    if let Some(input) = arguments.iter_mut().find(|argument| argument.ends_with(".wasm")) {
        let first = cut(Path::new(input))?;
        *input = first.to_string_lossy().into_owned();
        // The parts call functions of the first one by the names that the linker gave them.
        arguments.extend(["--keep-lld-exports", "--no-demangle"].map(str::to_owned));
    }
    run(program(real).args(arguments))
}

/// Cuts the WASM into [`parts`] and gives the first one.
fn cut(input: &Path) -> Outcome<PathBuf> {
    let parts = parts();
    fresh(&parts)?;
    let stem = input.file_stem().unwrap_or_default();
    let mut split = call("wasm-split-cli", &["--target", "web", "--out-name"]);
    output(split.arg(stem).arg(input).arg(&parts))?;
    // The first part is Trunk's from here on.
    let name = input.file_name().unwrap_or_default();
    let first = folder().join(name);
    fs::rename(parts.join(name), &first).map_err(|e| format!("{}: {e}", first.display()))?;
    Ok(first)
}

/// Puts the parts and the script into the site that Trunk has made.
pub fn finish(dist: &Path) -> Outcome {
    let parts = parts();
    let files = files(&parts, "wasm")?;
    shrink(&files)?;
    let mut hasher = Sha256::new();
    for file in &files {
        hasher.update(fs::read(file).map_err(|e| format!("cannot read {}: {e}", file.display()))?);
    }
    let hash: String = hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let address = format!("split-{hash}");
    let home = dist.join(&address);
    fresh(&home)?;
    for file in &files {
        let to = home.join(file.file_name().unwrap_or_default());
        fs::copy(file, &to).map_err(|e| format!("cannot write {}: {e}", to.display()))?;
    }
    join_scripts(dist, &parts, &address)
}

/// Shrinks the parts, as many at once as there are processors.
fn shrink(files: &[PathBuf]) -> Outcome {
    let at_once = thread::available_parallelism().map_or(1, usize::from);
    for some in files.chunks(at_once) {
        let run = |file: &PathBuf| output(call("wasm-opt", SHRINK).arg(file).arg("-o").arg(file));
        thread::scope(|scope| {
            let threads: Vec<_> = some.iter().map(|file| scope.spawn(move || run(file))).collect();
            threads.into_iter().try_for_each(|thread| {
                thread.join().map_err(|_| "wasm-opt was lost track of".to_owned())?.map(drop)
            })
        })?;
    }
    Ok(())
}

/// Joins the scripts that start the app and fetch the parts with that of `wasm-bindgen` and shrinks all.
fn join_scripts(dist: &Path, parts: &Path, address: &str) -> Outcome {
    let page = dist.join("index.html");
    let html = read(&page)?;
    let has_wasm = |path: &PathBuf| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        dist.join(format!("{stem}_bg.wasm")).is_file()
    };
    let main = files(dist, "js")?.into_iter().find(has_wasm);
    let main = main.ok_or("dist/ has no script beside a WASM of the same name.")?;
    let before = read(&main)?;
    // Both name each other as they were before Trunk gave them names with hashes.
    put(&parts.join("rapport.js"), &before)?;
    let script = read(&parts.join(SCRIPT))?;
    put(&parts.join(SCRIPT), fetch_again(&script, address)?)?;
    let stem = main.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let start = START.replace("__WASM__", &format!("{stem}_bg.wasm"));
    put(&parts.join("start.js"), start)?;
    let joined = parts.join("joined.mjs");
    let mut esbuild = call(
        "esbuild",
        &["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=error"],
    );
    esbuild.arg(format!("--outfile={}", joined.display()));
    output(esbuild.arg(parts.join("start.js")))?;
    // Named by what is in it: its name changes with anything that it joins.
    let joined = read(&joined)?;
    let hash = Sha256::digest(&joined);
    let hash: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("start-{hash}.js");
    put(&dist.join(&name), &joined)?;
    for name in ["rescue.js", "everything.js"] {
        let file = dist.join(name);
        let mut esbuild = call("esbuild", &["--minify", "--target=es2022", "--log-level=error"]);
        esbuild.arg("--allow-overwrite").arg(&file);
        output(esbuild.arg(format!("--outfile={}", file.display())))?;
    }
    fs::remove_file(&main).map_err(|e| format!("{}: {e}", main.display()))?;
    let old = main.file_name().unwrap_or_default().to_string_lossy().into_owned();
    put(&page, link_script(&html, &old, &name, &integrity(&joined))?)
}

/// Has the parts fetched from their folder, and past the browser's cache where an answer in it says that there is none.
fn fetch_again(script: &str, address: &str) -> Outcome<String> {
    const ASK: &str = "fetch(new URL(\"./";
    if !script.contains(ASK) {
        return Err(format!("{SCRIPT} fetches nothing: does wasm-split write it anew?"));
    }
    let again = "const ask = (part) => fetch(part).then((answer) => (answer.ok ? answer : fetch(part, { cache: \"reload\" })));\n";
    Ok(again.to_owned() + &script.replace(ASK, &format!("ask(new URL(\"./{address}/")))
}

/// Replaces the script that Trunk writes into the page, which the policy of the site forbids, and the link that
/// fetches ahead what it imports, by one script with an address. The browser finds it as early.
fn link_script(html: &str, old: &str, new: &str, integrity: &str) -> Outcome<String> {
    let missing = |what: &str| format!("dist/index.html has no {what}: does Trunk write it anew?");
    let (before, rest) = html
        .split_once("<script type=module>")
        .or_else(|| html.split_once("<script type=\"module\">"))
        .ok_or_else(|| missing("module script"))?;
    let (_, after) = rest.split_once("</script>").ok_or_else(|| missing("end of the script"))?;
    let at = after.find(old).ok_or_else(|| missing("link to the script"))?;
    let start = after[..at].rfind("<link").ok_or_else(|| missing("link to the script"))?;
    let end = after[at..].find('>').map_or(after.len(), |end| at + end + 1);
    let address = after[..at].rsplit(['"', '=']).next().unwrap_or_default();
    let script = format!(
        "<script type=\"module\" crossorigin integrity=\"{integrity}\" src=\"{address}{new}\"></script>"
    );
    Ok([before, &script, &after[..start], &after[end..]].concat())
}

/// What a page says of a file that it links, so that the browser takes no other.
fn integrity(text: &str) -> String {
    format!("sha384-{}", base64(&Sha384::digest(text)))
}

fn fresh(folder: &Path) -> Outcome {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|e| format!("cannot make {}: {e}", folder.display()))
}

fn put(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    fs::write(path, content).map_err(|e| format!("cannot write {}: {e}", path.display()))
}

/// The files of that kind right in the folder, by name.
fn files(folder: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let unread = |e| format!("cannot read {}: {e}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        if path.extension().is_some_and(|found| found == ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_gets_one_script_with_an_address() {
        let html = "<link rel=x><script type=module>import a from '/b/r-1.js';\nx();</script>\
                    <link crossorigin href=/b/r-1.js integrity=sha384-A/+= rel=modulepreload><link href=/b/r-1_bg.wasm></head>";
        let page = link_script(html, "r-1.js", "start-2.js", "sha384-B").expect("a page");
        assert_eq!(
            page,
            "<link rel=x><script type=\"module\" crossorigin integrity=\"sha384-B\" \
             src=\"/b/start-2.js\"></script><link href=/b/r-1_bg.wasm></head>"
        );
        assert!(link_script("<p>", "a", "b", "c").is_err());
    }
}
