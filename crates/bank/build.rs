//! Reads and checks the content files and packs what the app carries into one small file.

use std::{env, fs, path::PathBuf, process::exit};

use coach::question::{Card, Question};
use serde::Serialize;

fn main() {
    let root =
        PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("content");
    println!("cargo::rerun-if-changed={}", root.display());
    let content = content::load(&root).unwrap_or_else(|problems| stop(&problems));
    let checked = content::check(&content);
    if !checked.problems.is_empty() {
        stop(&checked.problems);
    }
    // Someone new goes from the top: warm-ups first, and of these what is asked of everyone.
    // Before the rest come the questions that the sources name, which most interviews have.
    let mut questions: Vec<&Question> = content.questions.iter().collect();
    let for_all = |q: &Question| q.tracks.is_empty() && q.levels.is_empty();
    questions.sort_by_key(|q| (q.difficulty, !for_all(q), q.sources.is_empty()));
    let cards: Vec<Card> = questions.into_iter().map(Card::from).collect();
    let brief =
        |id: &str, name: &str, about: &str| (id.to_owned(), name.to_owned(), about.to_owned());
    let frameworks: Vec<_> =
        content.frameworks.iter().map(|f| brief(&f.id, &f.name, &f.tagline)).collect();
    let templates: Vec<_> =
        content.templates.iter().map(|t| brief(&t.id, &t.title, &t.use_when)).collect();
    pack("bank", &(cards, frameworks, templates));
    pack("library", &(content.frameworks, content.templates));
}

fn pack(name: &str, what: &impl Serialize) {
    let packed = postcard::to_allocvec(what).expect("plain data can always be packed");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join(name).with_extension("postcard"), packed)
        .expect("the output folder can be written");
}

fn stop(problems: &[content::Problem]) -> ! {
    for problem in problems {
        println!("cargo::error={}", problem.to_string().replace('\n', " "));
    }
    exit(1)
}
