//! `cargo xtask test`: every check there is, each a step with a name, in the order in which a mistake
//! shows soonest. The first step that fails ends the run.

use std::{
    env,
    process::Command,
    time::{Duration, Instant},
};

use lexopt::{
    Arg::{Long, Value},
    Parser, ValueExt,
};

use crate::{
    Outcome,
    browsers::{self, CHROMEDRIVER, CHROMIUM, Display, FIREFOX, WEBKITDRIVER, XVFB},
    build, nothing_more, npm,
    process::{call, program, run},
    project, tools, unclear,
};

/// One kind of check.
pub struct Step {
    /// What it is asked for by.
    pub name: &'static str,
    /// What it checks.
    pub about: &'static str,
    /// Sees to it that its tools are there.
    ready: fn() -> Outcome,
    run: fn() -> Outcome,
}

/// All of them, in order.
pub const STEPS: &[Step] = &[
    Step { name: "fmt", about: "the code is formatted", ready: nothing, run: fmt },
    Step {
        name: "clippy",
        about: "no warning, for this machine and for the browser",
        ready: tools::wasm_target,
        run: clippy,
    },
    Step {
        name: "deny",
        about: "licences and sources of dependencies",
        ready: deny_ready,
        run: deny,
    },
    Step { name: "native", about: "unit and documentation tests", ready: nothing, run: native },
    Step { name: "content", about: "the content files", ready: nothing, run: content },
    Step {
        name: "model",
        about: "the coach's model is what training gives",
        ready: nothing,
        run: model,
    },
    Step { name: "wasm", about: "unit tests inside Chromium", ready: wasm_ready, run: wasm },
    Step {
        name: "build",
        about: "the site builds, within its budget",
        ready: build::ready,
        run: site,
    },
    Step {
        name: "browser",
        about: "journeys through the built site in three browsers",
        ready: browser_ready,
        run: browser,
    },
];

/// Reads which steps are wanted, and does them.
pub fn command(args: Parser) -> Outcome {
    let steps = chosen(args).map_err(unclear)??;
    let start = Instant::now();
    prepare(&steps)?;
    let prepared = start.elapsed();
    let mut times = Vec::new();
    for step in &steps {
        println!("\n── {}: {}. Again: cargo xtask test {0}", step.name, step.about);
        let start = Instant::now();
        (step.run)().map_err(|e| {
            format!(
                "the step {0} failed after {1}: {e}\nAgain: cargo xtask test {0}",
                step.name,
                seconds(start.elapsed())
            )
        })?;
        times.push((step.name, start.elapsed()));
    }
    println!("\nAll steps passed:");
    for (name, time) in [("set-up", prepared)].into_iter().chain(times) {
        println!("  {name:<10}{:>10}", seconds(time));
    }
    println!("  {:<10}{:>10}", "together", seconds(start.elapsed()));
    Ok(())
}

/// `cargo xtask setup`: what all steps need.
pub fn setup(mut args: Parser) -> Outcome {
    nothing_more(&mut args)?;
    prepare(&STEPS.iter().collect::<Vec<_>>())?;
    println!("Everything is there.");
    Ok(())
}

fn chosen(mut args: Parser) -> Result<Outcome<Vec<&'static Step>>, lexopt::Error> {
    let mut names = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Value(name) => names.push(name.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(by_name(&names))
}

/// The steps of these names in their own order; all where none is named.
fn by_name(names: &[String]) -> Outcome<Vec<&'static Step>> {
    if let Some(name) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        return Err(format!("there is no step {name:?}. The steps are: {}.", known.join(", ")));
    }
    let wanted = |step: &&Step| names.is_empty() || names.iter().any(|name| name == step.name);
    Ok(STEPS.iter().filter(wanted).collect())
}

/// Fetches all that the steps need first, so that a missing tool is known at once.
fn prepare(steps: &[&Step]) -> Outcome {
    tools::crates()?;
    steps.iter().try_for_each(|step| {
        (step.ready)().map_err(|e| format!("the step {} cannot begin: {e}", step.name))
    })
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f32())
}

fn nothing() -> Outcome {
    Ok(())
}

fn fmt() -> Outcome {
    run(&mut call("cargo", &["fmt", "--all", "--check"]))
}

/// The whole workspace on this machine: the app as the native program that prerenders it sees it. Its
/// features for the browser must not be on at the same time.
const NATIVE: [&str; 4] = ["--workspace", "--no-default-features", "--features", "rapport/ssr"];

/// The app in the browser, with one of its two features for that (and those that go with it).
fn for_browser(command: &str, feature: &str) -> Command {
    let mut cargo = call("cargo", &[command, "--package", "rapport", "--target"]);
    cargo.args(["wasm32-unknown-unknown", "--no-default-features", "--features", feature]);
    cargo
}

fn clippy() -> Outcome {
    const STRICT: [&str; 3] = ["--", "-D", "warnings"];
    run(call("cargo", &["clippy", "--all-targets"]).args(NATIVE).args(STRICT))?;
    run(for_browser("clippy", "hydrate,split").args(STRICT))?;
    run(for_browser("clippy", "csr").arg("--all-targets").args(STRICT))
}

fn deny_ready() -> Outcome {
    tools::CARGO_DENY.ready().map(drop)
}

/// Known weaknesses are looked up elsewhere: the list of them needs a network.
fn deny() -> Outcome {
    run(program(tools::CARGO_DENY.ready()?).args([
        "--offline",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))
}

fn native() -> Outcome {
    run(call("cargo", &["test"]).args(NATIVE).args(["--exclude", "journeys"]))
}

fn content() -> Outcome {
    crate::content::ours()
}

/// Trains in a release build: that takes seconds rather than minutes.
fn model() -> Outcome {
    let mut cargo = call("cargo", &["run", "--quiet", "--release", "--package", "xtask", "--"]);
    cargo.args(["train", "--check"]);
    tools::swiftly(&mut cargo);
    run(&mut cargo)
}

/// Sees to it that tests can run inside Chromium.
pub fn wasm_ready() -> Outcome {
    tools::wasm_target()?;
    tools::WASM_BINDGEN.ready()?;
    browsers::ready(&[&CHROMIUM, &CHROMEDRIVER])
}

fn wasm() -> Outcome {
    run(in_chromium(for_browser("test", "csr").arg("--lib"))?)
}

/// Has the tests of a `cargo test` for the browser run in Chromium. How it is started stands in
/// `webdriver.json`.
pub fn in_chromium(cargo: &mut Command) -> Outcome<&mut Command> {
    let runner = tools::WASM_BINDGEN.ready()?.with_file_name("wasm-bindgen-test-runner");
    Ok(cargo
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", CHROMEDRIVER.path()?)
        // The runner takes the first driver that it is told of.
        .env_remove("GECKODRIVER")
        .env_remove("SAFARIDRIVER"))
}

fn site() -> Outcome {
    build::site(&build::Options::default())
}

fn browser_ready() -> Outcome {
    tools::GECKODRIVER.ready()?;
    npm::axe()?;
    browsers::ready(&[&CHROMIUM, &CHROMEDRIVER, &FIREFOX, &WEBKITDRIVER, &XVFB])
}

fn browser() -> Outcome {
    // Only some, while working on them: JOURNEY="library search::firefox".
    let only = env::var("JOURNEY").unwrap_or_default();
    journeys(&only.split_whitespace().collect::<Vec<_>>(), &[])
}

/// Runs journeys by name, all where none is named, with variables of their own.
fn journeys(names: &[&str], variables: &[(&str, String)]) -> Outcome {
    let base = build::built_base()?;
    let display = Display::start()?;
    let mut cargo = call("cargo", &["test", "--package", "journeys"]);
    cargo
        .env("DISPLAY", &display.name)
        .env("RAPPORT_DIST", project::dist())
        .env("RAPPORT_BASE", base)
        .env("RAPPORT_AXE", npm::axe()?)
        .env("RAPPORT_CHROMIUM", CHROMIUM.path()?)
        .env("RAPPORT_CHROMEDRIVER", CHROMEDRIVER.path()?)
        .env("RAPPORT_FIREFOX", FIREFOX.path()?)
        .env("RAPPORT_GECKODRIVER", tools::GECKODRIVER.ready()?)
        .env("RAPPORT_WEBKITDRIVER", WEBKITDRIVER.path()?);
    if !names.is_empty() {
        cargo.args(["--test", "browser", "--"]).args(names);
    }
    run(cargo.envs(variables.iter().cloned()))
}

/// `cargo xtask faults`: deploys that go wrong, all of the list in Chromium and the first part of it in the others.
pub fn faults(mut args: Parser) -> Outcome {
    let (mut count, mut one) = (FAULTS, None);
    while let Some(arg) = args.next().map_err(unclear)? {
        match arg {
            Long("count") => count = number(&mut args)?,
            Long("only") => one = Some(number(&mut args)?),
            other => return Err(crate::unexpected(other)),
        }
    }
    browser_ready()?;
    let one = one.map(|one: usize| ("RAPPORT_FAULT", one.to_string()));
    let part = |engine: &str, count: usize| {
        let variables: Vec<_> =
            [("RAPPORT_FAULTS", count.to_string())].into_iter().chain(one.clone()).collect();
        journeys(&[&format!("faulted_deploys::{engine}"), "--nocapture"], &variables)
    };
    // Each goes on where another fails: what does not hold in one engine says nothing of the others.
    let ends = [part("chromium", count), part("firefox", count / 6), part("webkit", count / 6)];
    ends.into_iter().collect()
}

/// How many faulted deploys are tried unless another number is named.
const FAULTS: usize = 200;

fn number(args: &mut Parser) -> Outcome<usize> {
    let value = args.value().map_err(unclear)?;
    value.parse().map_err(unclear)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_keep_their_order() {
        let names = |names: &[&str]| -> Vec<_> {
            let names: Vec<_> = names.iter().map(ToString::to_string).collect();
            by_name(&names).expect("steps").iter().map(|step| step.name).collect()
        };
        assert_eq!(names(&["browser", "build"]), ["build", "browser"]);
        assert_eq!(names(&[]).len(), STEPS.len());
    }

    #[test]
    fn an_unknown_step_is_named_with_those_there_are() {
        let error = by_name(&["lint".into()]).err().expect("there is none");
        assert!(error.contains("lint") && error.contains("clippy"), "{error}");
    }
}
