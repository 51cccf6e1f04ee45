//! What is done with this project besides writing it: `cargo xtask help` lists it.

#![allow(clippy::disallowed_methods, reason = "steps are timed here, on this machine")]

mod analyse;
mod base64;
mod browsers;
mod build;
mod content;
mod npm;
mod offline;
mod process;
mod project;
mod serve;
mod size;
mod speed;
mod split;
mod test;
mod tools;
mod train;

use std::{env, process::ExitCode};

use lexopt::{Arg, Parser};

/// What a command comes to: nothing, or a sentence that says what is missing and how to mend it.
type Outcome<T = ()> = Result<T, String>;

/// Something that can be asked for.
struct Command {
    name: &'static str,
    options: &'static str,
    /// What it does, in one line.
    about: &'static str,
    run: fn(Parser) -> Outcome,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        options: "[--port 8080] [--base /rapport/] [--no-build]",
        about: "build the site and serve it",
        run: serve::command,
    },
    Command {
        name: "build",
        options: "[--base /rapport/] [--csr]",
        about: "build the site into dist/ and measure it",
        run: build::command,
    },
    Command {
        name: "test",
        options: "[STEP…]",
        about: "check everything, or the steps named",
        run: test::command,
    },
    Command {
        name: "content",
        options: "[DIR]",
        about: "check the content files",
        run: content::command,
    },
    Command {
        name: "data",
        options: "",
        about: "the data files for `trunk serve`, which calls this by itself",
        run: content::data,
    },
    Command {
        name: "analyse",
        options: "",
        about: "JSON answers on stdin, one JSON report a line on stdout",
        run: analyse::command,
    },
    Command {
        name: "train",
        options: "[--check]",
        about: "train the coach's model on the labelled answers, or check that it is what they give",
        run: train::train,
    },
    Command {
        name: "eval",
        options: "[PATH…]",
        about: "score the coach on labelled answers",
        run: train::eval,
    },
    Command {
        name: "faults",
        options: "[--count 200] [--only NUMBER]",
        about: "try faulted deploys of the built site",
        run: test::faults,
    },
    Command {
        name: "speed",
        options: "",
        about: "how long the coach takes, here and in Chromium",
        run: speed::command,
    },
    Command {
        name: "setup",
        options: "",
        about: "fetch every tool that building and testing needs",
        run: test::setup,
    },
    Command { name: "help", options: "", about: "this list", run: help },
];

fn main() -> ExitCode {
    let name = env::args().nth(1).unwrap_or_else(|| "help".into());
    let name = if matches!(name.as_str(), "-h" | "--help") { "help" } else { &name };
    let outcome = match COMMANDS.iter().find(|command| command.name == name) {
        _ if split::is_stand_in() => split::stand_in(),
        Some(command) => (command.run)(Parser::from_args(env::args_os().skip(2))),
        None => {
            Err(format!("there is no command {name:?}. `cargo xtask help` lists those there are."))
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn help(mut args: Parser) -> Outcome {
    nothing_more(&mut args)?;
    println!("cargo xtask COMMAND\n");
    for Command { name, options, about, .. } in COMMANDS {
        let call = format!("{name} {options}");
        println!("  {call:<56} {about}");
    }
    println!("\nThe steps of `test`, in order:\n");
    for step in test::STEPS {
        println!("  {:<10} {}", step.name, step.about);
    }
    println!("\nTools are kept in {}.", tools::home()?.display());
    Ok(())
}

/// Refuses arguments where a command takes none.
fn nothing_more(args: &mut Parser) -> Outcome {
    match args.next() {
        Ok(None) => Ok(()),
        Ok(Some(extra)) => Err(unexpected(extra)),
        Err(error) => Err(unclear(error)),
    }
}

/// Says that an argument means nothing here.
fn unexpected(extra: Arg) -> String {
    unclear(extra.unexpected())
}

/// Says what is wrong with the arguments, and where the right ones stand.
fn unclear(error: impl std::fmt::Display) -> String {
    format!("{error}. `cargo xtask help` lists the commands and their options.")
}
