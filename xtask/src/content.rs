//! `cargo xtask content`: reads and checks the content files, without building anything of them.

use lexopt::Parser;

use crate::{Outcome, project, unclear};

/// Checks the content and says what is still open.
pub fn command(mut args: Parser) -> Outcome {
    if let Some(arg) = args.next().map_err(unclear)? {
        return Err(unclear(arg.unexpected()));
    }
    check()
}

/// Prints every problem; fails where there is one.
pub fn check() -> Outcome {
    let root = project::root().join("crates/bank/content");
    let content = match content::load(&root) {
        Ok(content) => content,
        Err(problems) => return Err(listed(&problems)),
    };
    let checked = content::check(&content);
    if !checked.problems.is_empty() {
        return Err(listed(&checked.problems));
    }
    println!(
        "{} questions, {} frameworks, {} templates: nothing to mend.",
        content.questions.len(),
        content.frameworks.len(),
        content.templates.len()
    );
    let (answered, all) = (content.sources.len() - checked.open.len(), content.sources.len());
    println!("{answered} of {all} source ids are answered. Open: {}.", checked.open.join(", "));
    Ok(())
}

fn listed(problems: &[content::Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    format!("the content has {} to mend:\n{}", problems.len(), lines.join("\n"))
}
