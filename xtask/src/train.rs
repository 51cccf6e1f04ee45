//! `cargo xtask train` and `cargo xtask eval`: the coach's model, and how well it reads.

use std::{fs, path::PathBuf};

use coach::feedback::{Model, model};
use lexopt::{Arg::Value, Parser};
use trainer::{answers, score};

use crate::{Outcome, nothing_more, project, unclear};

fn labelled() -> PathBuf {
    project::root().join("crates/trainer/answers")
}

/// Trains on the answers of the repository and writes the model that ships.
pub fn train(mut args: Parser) -> Outcome {
    nothing_more(&mut args)?;
    let trained = trainer::train(&answers::read(&labelled().join("train"))?);
    let bytes = trained.file.pack().map_err(|e| format!("cannot pack the model: {e}"))?;
    let path = project::root().join("crates/coach/model.postcard");
    fs::write(&path, &bytes).map_err(|e| format!("cannot write {}: {e}", path.display()))?;
    let model = Model::new(trained.file);
    let digest = path.with_extension("digest");
    fs::write(&digest, format!("{}\n", model::digest::digest(&model)))
        .map_err(|e| format!("cannot write {}: {e}", digest.display()))?;
    println!(
        "Trained on {} answers with {} sentences; of writers it had not seen, {:.1} % of the parts right, \
         F1 of the moves {:.1} %. {} bytes in {}.",
        trained.answers,
        trained.sentences,
        trained.parts_right,
        trained.moves_right,
        bytes.len(),
        path.display()
    );
    let test = answers::read(&labelled().join("test"))?;
    println!("\nOn our own test answers:\n{}", score::score(&model, &test));
    Ok(())
}

/// Scores the coach on labelled answers: our own test answers, or the files named.
pub fn eval(mut args: Parser) -> Outcome {
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(arg) = args.next().map_err(unclear)? {
        match arg {
            Value(file) => files.push(file.into()),
            other => return Err(unclear(other.unexpected())),
        }
    }
    if files.is_empty() {
        files.push(labelled().join("test"));
    }
    let mut all = Vec::new();
    for file in &files {
        all.extend(answers::read(file)?);
    }
    print!("{}", score::score(Model::shipped(), &all));
    Ok(())
}
