//! The content that ships is fit to ship, and the check finds what would not be.

use std::{collections::BTreeSet, path::Path, sync::LazyLock, time::Instant};

use bank::{Index, Search, file};
use coach::{
    feedback::{
        FindingKind, Sign, lexicon,
        reading::{Metric, Nature, Way},
        words::Words,
    },
    link::{Kind, Link},
    part::Part,
    question::{Category, Competency, Difficulty, Level, Listened, Track},
};
use content::{Content, check, load, pack};

static REAL: LazyLock<Content> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bank/content");
    load(&root).expect("the content files can be read")
});

/// What the check says after a change.
fn after(change: impl FnOnce(&mut Content)) -> Vec<String> {
    let mut content = REAL.clone();
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
#[allow(clippy::disallowed_methods, reason = "how long it takes is what is tested")]
fn the_check_takes_less_than_two_seconds() {
    let content = REAL.clone();
    let start = Instant::now();
    let checked = check(&content);
    let took = start.elapsed();
    assert!(took.as_secs_f64() < 2.0, "{took:?} for {} answered sources", checked.answered);
}

#[test]
fn an_item_that_stands_twice_is_found() {
    let problems = after(|content| content.questions.push(content.questions[0].clone()));
    assert!(problems.iter().any(|p| p.contains("The id stands twice")), "{problems:#?}");
    assert!(problems.iter().any(|p| p.contains("says the same as")), "{problems:#?}");
    let problems = after(|content| {
        let item = content.quizzes[0].items[0].clone();
        content.quizzes[1].items.push(item);
    });
    assert!(problems.iter().any(|p| p.contains("The id stands twice")), "{problems:#?}");
}

#[test]
fn a_link_that_leads_nowhere_is_found() {
    let nowhere = || Link::new(Kind::Term, "no-such");
    let problems = after(|content| content.questions[0].frameworks.push("no-such".into()));
    only(&problems, "questions/", "frameworks/no-such");
    let problems = after(|content| content.guides[0].act.link = Link::new(Kind::Quiz, "no-such"));
    only(&problems, "guides/", "quizzes/no-such");
    let problems = after(|content| content.terms[0].see.push(nowhere()));
    only(&problems, "glossary/", "glossary/no-such");
    let problems = after(|content| content.phrases[0].see.push(nowhere()));
    only(&problems, "phrases/", "glossary/no-such");
    let problems = after(|content| {
        content.checklists[0].groups[0].steps[0].link = Some(nowhere());
    });
    only(&problems, "checklists/", "glossary/no-such");
    let problems = after(|content| content.questions[0].sources.push("z-1".into()));
    only(&problems, "questions/", "no source `z-1`");
}

#[test]
fn a_question_with_too_little_in_it_is_found() {
    only(&after(|content| content.questions[0].probes.truncate(1)), "questions/", "`probes` has 1");
    let problems = after(|content| {
        content.questions[0].samples[0].text.retain(|(part, _)| *part != Part::Action)
    });
    only(&problems, "questions/", "has no action");
}

#[test]
fn a_flag_that_names_two_things_is_found() {
    let problems = after(|content| {
        let flag = &mut content.questions[0].flags[0];
        flag.finding = Some(FindingKind::Blame);
        flag.sign_missing = Some(Sign::Outcome);
    });
    only(&problems, "questions/", "names a finding and a sign");
}

#[test]
fn a_sign_that_there_is_not_is_refused() {
    let listened = |text: &str| toml::from_str::<Listened>(text);
    assert!(listened("hears = 'a reason'\nsign = 'explained-why'").is_ok());
    let error = listened("hears = 'a reason'\nsign = 'explained-how'").expect_err("no such sign");
    assert!(error.to_string().contains("unknown variant `explained-how`"), "{error}");
}

#[test]
fn a_source_that_nothing_answers_is_found() {
    let problems = after(|content| {
        for question in &mut content.questions {
            question.sources.retain(|id| id != "c-q05");
        }
        for item in content.quizzes.iter_mut().flat_map(|quiz| &mut quiz.item.items) {
            item.sources.retain(|id| id != "c-q05");
        }
    });
    only(&problems, "sources.toml: c-q05", "No item answers it");
}

#[test]
fn a_template_whose_text_and_slots_differ_is_found() {
    let problems = after(|content| {
        content.templates[0].text = content.templates[0].text.replacen('{', "", 1);
    });
    assert!(problems.iter().any(|p| p.starts_with("templates/")), "{problems:#?}");
}

#[test]
fn an_example_with_a_part_too_few_is_found() {
    let problems = after(|content| {
        content.frameworks[0].example.text.pop();
    });
    only(&problems, "frameworks.toml", "texts for");
}

#[test]
fn a_guide_that_ends_in_nothing_to_do_is_found() {
    let problems = after(|content| content.guides[0].act.link = Link::new(Kind::Term, "fcr"));
    only(&problems, "guides/", "nothing to do");
}

#[test]
fn a_formula_without_a_number_is_found() {
    let problems = after(|content| {
        let term = content.terms.iter_mut().find(|term| term.formula.is_some());
        term.expect("there is one").item.worked = None;
    });
    only(&problems, "glossary/", "not both");
}

#[test]
fn fewer_than_promised_is_found() {
    let problems = after(|content| content.phrases.truncate(20));
    assert!(problems.iter().any(|p| p.contains("There are 20 pairs of phrases")), "{problems:#?}");
}

#[test]
fn every_filter_on_offer_finds_something() {
    let has =
        |fits: &dyn Fn(&coach::question::Question) -> bool| REAL.questions.iter().any(|q| fits(q));
    assert!(Category::ALL.iter().all(|c| has(&|q| q.category == *c)));
    assert!(Competency::ALL.iter().all(|c| has(&|q| q.competencies.contains(c))));
    assert!(Track::ALL.iter().all(|t| has(&|q| q.tracks.contains(t))));
    assert!(Level::ALL.iter().all(|l| has(&|q| q.levels.contains(l))));
    assert!(Difficulty::ALL.iter().all(|d| has(&|q| q.difficulty == *d)));
}

#[test]
fn what_is_packed_can_be_unpacked_and_links_both_ways() {
    let packed = pack(&REAL);
    let cards = file::cards();
    assert_eq!(cards.unpack(&packed[cards.path()]).map(|c| c.len()), Some(REAL.questions.len()));
    for guide in &REAL.guides {
        let file = file::guide(&guide.id);
        let page = file.unpack(&packed[file.path()]).expect("the guide is there");
        assert_eq!(page.item, guide.item);
        // What it points at knows of it, or has so many others that it lists those.
        for link in guide.see.iter().filter(|link| link.kind == Kind::Question) {
            let file = file::question(&link.id);
            let question = file.unpack(&packed[file.path()]).expect("the question is there");
            let back = Link::new(Kind::Guide, &guide.id);
            let knows = question.related.iter().any(|brief| brief.link == back);
            assert!(knows || question.related.len() >= 8, "{link} does not know of {back}");
        }
    }
    assert_eq!(pack(&REAL), packed, "packing is the same every time");
}

#[test]
fn the_search_finds_what_people_type() {
    let packed = pack(&REAL);
    let cards = file::cards().unpack(&packed[file::cards().path()]).expect("the cards are there");
    let entries = file::index().unpack(&packed[file::index().path()]).expect("the index is there");
    let index = Index::new(&cards, &entries);
    let first = |typed: &str, count: usize| -> Vec<String> {
        let hits = index.find(&Search::new(typed));
        hits.iter().take(count).map(|hit| hit.entry.link.to_string()).collect()
    };
    for (typed, wanted) in [
        ("csat", "glossary/csat"),
        ("first call resolution", "glossary/fcr"),
        ("empahty", "glossary/empathy"),
        ("empathy", "glossary/empathy"),
        ("tell me about yourself", "templates/about-me"),
        ("star", "frameworks/star"),
        ("angry customer", "questions/angry-customer"),
        ("trigger", "glossary/trigger-phrase"),
        ("video", "checklists/by-video"),
    ] {
        let found = first(typed, 8);
        assert!(found.iter().any(|link| link == wanted), "{typed}: {found:?}");
    }
    let all: BTreeSet<String> = first("a", 1_000).into_iter().collect();
    assert!(all.len() > 50);
}

#[test]
fn what_the_coach_says_about_metrics_and_steps_can_be_read_up() {
    for metric in Metric::ALL {
        let term = REAL.terms.iter().find(|term| term.id == metric.slug());
        let term = term.unwrap_or_else(|| panic!("no term is called {}", metric.slug()));
        // The coach knows the metric by the name that the glossary gives it.
        let names = std::iter::once(&term.name).chain(&term.short);
        for name in names {
            let words = Words::of(name);
            let known = lexicon::first(&words, 0..words.len(), metric.names());
            assert_eq!(known, Some(0..words.len()), "{name}");
        }
        let share = term.formula.as_deref().is_some_and(|f| f.ends_with("× 100"));
        let counted = matches!(metric.nature(), Nature::Share | Nature::ShareOrScale);
        assert!(share == counted || *metric == Metric::Sla, "{metric:?}: {:?}", term.formula);
    }
    for id in [Way::Last.framework(), Way::ThreeC.framework(), "value-ladder"] {
        assert!(REAL.frameworks.iter().any(|framework| framework.id == id), "{id}");
    }
}
