//! `cargo xtask train` and `cargo xtask eval`: the coach's model, and how well it reads.

use std::{
    fs,
    path::{Path, PathBuf},
};

use coach::feedback::{Model, model};
use lexopt::{
    Arg::{Long, Value},
    Parser,
};
use trainer::{answers, score};

use crate::{Outcome, project, unclear};

fn labelled() -> PathBuf {
    project::root().join("crates/trainer/answers")
}

/// Trains on the answers of the repository and writes the model that ships; with `--check`, says whether
/// it is the one that ships.
pub fn train(args: Parser) -> Outcome {
    let check = is_check(args).map_err(unclear)?;
    let trained = trainer::train(&answers::read(&labelled().join("train"))?);
    let bytes = trained.file.pack().map_err(|e| format!("cannot pack the model: {e}"))?;
    let path = project::root().join("crates/coach/model.postcard");
    let model = Model::new(trained.file);
    let digest = (path.with_extension("digest"), format!("{}\n", model::digest::digest(&model)));
    if check {
        compare(&path, &bytes)?;
        compare(&digest.0, digest.1.as_bytes())?;
        println!("{} answers give the model that ships, to the byte.", trained.answers);
        return Ok(());
    }
    write(&path, &bytes)?;
    write(&digest.0, digest.1.as_bytes())?;
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

fn is_check(mut args: Parser) -> Result<bool, lexopt::Error> {
    let mut check = false;
    while let Some(arg) = args.next()? {
        match arg {
            Long("check") => check = true,
            other => return Err(other.unexpected()),
        }
    }
    Ok(check)
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    fs::write(path, bytes).map_err(|e| format!("cannot write {}: {e}", path.display()))
}

/// Says where a file differs from what training gives.
fn compare(path: &Path, trained: &[u8]) -> Outcome {
    let there = fs::read(path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    if there == trained {
        return Ok(());
    }
    let at = there.iter().zip(trained).take_while(|(a, b)| a == b).count();
    Err(format!(
        "{} is not what the labelled answers and this code give: {} bytes are committed, training gives {}, and \
         they part at byte {at}. Run `cargo xtask train`, look at its figures and commit the model.",
        path.display(),
        there.len(),
        trained.len()
    ))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_that_is_not_the_trained_one_is_told_with_the_way_out() {
        let path = project::root().join("crates/coach/model.digest");
        let there = fs::read(&path).expect("it is there");
        assert_eq!(compare(&path, &there), Ok(()));
        let error = compare(&path, b"0").expect_err("it differs");
        assert!(error.contains("model.digest") && error.contains("cargo xtask train"), "{error}");
    }
}
