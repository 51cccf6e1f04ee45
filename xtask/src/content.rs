//! `cargo xtask content`: reads and checks the content files, without building anything of them.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use bank::file;
use lexopt::{Arg::Value, Parser};

use crate::{Outcome, nothing_more, project, unclear};

/// Checks the content and says how much there is. `cargo xtask content DIR` checks another folder.
pub fn command(mut args: Parser) -> Outcome {
    let mut root = content_root();
    while let Some(arg) = args.next().map_err(unclear)? {
        match arg {
            Value(folder) => root = folder.into(),
            other => return Err(unclear(other.unexpected())),
        }
    }
    check(&root)
}

/// The data files for the edit–see loop, into the folder that Trunk is filling. The release build has
/// them written by the prerenderer, which knows the build's name.
pub fn data(mut args: Parser) -> Outcome {
    nothing_more(&mut args)?;
    let trunk = |name| env::var(name).map_err(|_| format!("{name} is not set: Trunk calls this."));
    if trunk("TRUNK_PROFILE")? == "release" {
        return Ok(());
    }
    let content = content::load(&content_root()).map_err(|problems| listed(&problems))?;
    let dist = trunk("TRUNK_STAGING_DIR")?;
    let dist = Path::new(&dist);
    for (path, bytes) in content::pack(&content) {
        let place = format!("{}{}", file::folder("dev"), file::name(&path));
        let path = dist.join(&place);
        let into = path.parent().unwrap_or(dist);
        fs::create_dir_all(into)
            .and_then(|()| fs::write(&path, file::seal(&place, bytes)))
            .map_err(|e| format!("cannot write {}: {e}", path.display()))?;
    }
    Ok(())
}

/// Where the content is.
fn content_root() -> PathBuf {
    project::root().join("crates/bank/content")
}

/// Checks the content of the repository.
pub fn ours() -> Outcome {
    check(&content_root())
}

/// Prints every problem; fails where there is one.
fn check(root: &Path) -> Outcome {
    let content = content::load(root).map_err(|problems| listed(&problems))?;
    let checked = content::check(&content);
    if !checked.problems.is_empty() {
        return Err(listed(&checked.problems));
    }
    println!(
        "{} questions, {} frameworks, {} templates, {} guides, {} terms, {} pairs of phrases, \
         {} quizzes with {} items, {} checklists; {} source ids answered: nothing to mend.",
        content.questions.len(),
        content.frameworks.len(),
        content.templates.len(),
        content.guides.len(),
        content.terms.len(),
        content.phrases.len(),
        content.quizzes.len(),
        content.quizzes.iter().map(|quiz| quiz.items.len()).sum::<usize>(),
        content.checklists.len(),
        checked.answered,
    );
    Ok(())
}

fn listed(problems: &[content::Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    format!("the content has {} to mend:\n{}", problems.len(), lines.join("\n"))
}
