//! The content that ships is fit to ship, and the check finds what would not be.

use std::path::Path;

use content::{Content, check, load};

fn real() -> Content {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bank/content");
    load(&root).expect("the content files can be read")
}

/// What the check says after a change.
fn after(change: impl FnOnce(&mut Content)) -> Vec<String> {
    let mut content = real();
    change(&mut content);
    check(&content).problems.iter().map(ToString::to_string).collect()
}

fn only(problems: &[String], start: &str, part: &str) {
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(problems[0].starts_with(start) && problems[0].contains(part), "{}", problems[0]);
    assert!(problems[0].contains("Fix: "), "{}", problems[0]);
}

#[test]
fn what_ships_has_nothing_to_mend() {
    assert_eq!(after(|_| {}), Vec::<String>::new());
}

#[test]
fn a_question_that_stands_twice_is_found() {
    let problems = after(|content| {
        let (question, file) = (content.questions[0].clone(), content.files[0].clone());
        content.questions.push(question);
        content.files.push(file);
    });
    assert!(problems.iter().any(|p| p.contains("The id stands twice")), "{problems:#?}");
    assert!(problems.iter().any(|p| p.contains("asks the same as")), "{problems:#?}");
}

#[test]
fn a_link_that_leads_nowhere_is_found() {
    let problems = after(|content| content.questions[0].frameworks.push("no-such".into()));
    only(&problems, "questions/", "no framework `no-such`");
    let problems = after(|content| content.questions[0].template = Some("no-such".into()));
    only(&problems, "questions/", "no template `no-such`");
    let problems = after(|content| content.questions[0].sources.push("z-1".into()));
    only(&problems, "questions/", "no source `z-1`");
}

#[test]
fn a_question_with_too_little_in_it_is_found() {
    only(&after(|content| content.questions[0].probes.truncate(1)), "questions/", "`probes` has 1");
    only(&after(|content| content.questions[0].samples.clear()), "questions/", "`sample` has 0");
    let problems = after(|content| {
        content.questions[0].samples[0].text.retain(|(part, _)| *part != coach::part::Part::Action)
    });
    only(&problems, "questions/", "has no action");
}

#[test]
fn a_source_that_nothing_answers_is_found() {
    let problems = after(|content| {
        for question in &mut content.questions {
            question.sources.retain(|id| id != "c-q05");
        }
    });
    only(&problems, "sources.toml: c-q05", "No item answers it");
}

#[test]
fn a_template_whose_text_and_slots_differ_is_found() {
    let problems = after(|content| {
        content.templates[0].text = content.templates[0].text.replacen('{', "", 1);
    });
    assert!(problems.iter().any(|p| p.starts_with("templates.toml")), "{problems:#?}");
}

#[test]
fn an_example_with_a_part_too_few_is_found() {
    let problems = after(|content| {
        content.frameworks[0].example.text.pop();
    });
    only(&problems, "frameworks.toml", "one text for each part");
}
