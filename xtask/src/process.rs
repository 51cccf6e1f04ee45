//! Running other programs.

use std::{
    env,
    ffi::OsStr,
    fs::File,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use crate::{Outcome, npm, project, tools};

/// How often a long step says that it is still at work.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);

/// A program, to be run at the top of the project with our tools before all others.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(project::root());
    if let Ok(path) = env::join_paths(search_path()) {
        command.env("PATH", path);
    }
    command
}

/// A program with its arguments in one go.
pub fn call(name: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = program(name);
    command.args(arguments);
    command
}

/// Where programs are looked for: our tools first.
pub fn search_path() -> Vec<PathBuf> {
    let ours = [tools::bin(), npm::bin()].into_iter().flatten();
    ours.chain(env::split_paths(&env::var_os("PATH").unwrap_or_default())).collect()
}

/// The first program of that name on the path, our tools first.
pub fn which(name: &str) -> Option<PathBuf> {
    search_path().into_iter().map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// The command as one would type it.
pub fn typed(command: &Command) -> String {
    let quoted = |word: &OsStr| {
        let word = word.to_string_lossy();
        if word.is_empty() || word.contains([' ', '"', '\'']) {
            format!("{word:?}")
        } else {
            word.into()
        }
    };
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words: Vec<_> = [name].into_iter().chain(command.get_args()).map(quoted).collect();
    words.join(" ")
}

/// Runs a program and shows what it says.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|e| not_started(command, &e))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status}).", typed(command))) }
}

/// Runs a program and gives what it says.
pub fn output(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|e| not_started(command, &e))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("`{}` failed ({}): {}", typed(command), output.status, said.trim()))
}

/// Runs a program that takes long: what it says goes to a file, and a line tells now and then that
/// it is still at work. When it fails, the end of that file is shown.
pub fn patiently(what: &str, command: &mut Command, log: &Path) -> Outcome {
    let file =
        |log: &Path| File::create(log).map_err(|e| format!("cannot write {}: {e}", log.display()));
    let out = file(log)?;
    let err = out.try_clone().map_err(|e| format!("cannot write {}: {e}", log.display()))?;
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(err)
        .spawn()
        .map_err(|e| not_started(command, &e))?;
    let (done, ended) = mpsc::channel();
    thread::spawn(move || done.send(child.wait()));
    let status = loop {
        match ended.recv_timeout(SIGN_OF_LIFE) {
            Ok(status) => break status.map_err(|e| not_started(command, &e))?,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                println!("   {what}: {} s so far", start.elapsed().as_secs());
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                return Err(format!("lost track of `{}`. Run it again.", typed(command)));
            }
        }
    };
    if status.success() {
        println!("   {what}: done in {} s", start.elapsed().as_secs());
        return Ok(());
    }
    let said = project::read(log).unwrap_or_default();
    let lines: Vec<_> = said.lines().collect();
    let end = lines[lines.len().saturating_sub(20)..].join("\n");
    Err(format!("`{}` failed ({status}); the end of {}:\n{end}", typed(command), log.display()))
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("cannot run `{}`: {error}", typed(command))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_typed() {
        let command = call("/some/where/cargo", &["test", "--", "a b"]);
        assert_eq!(typed(&command), "cargo test -- \"a b\"");
    }

    #[test]
    fn what_is_missing_is_named() {
        let error = run(&mut program("no-such-program")).expect_err("it is missing");
        assert!(error.contains("no-such-program"), "{error}");
        assert!(which("no-such-program").is_none());
    }
}
