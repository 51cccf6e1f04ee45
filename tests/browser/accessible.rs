//! Nothing on any page keeps people out, as far as axe can tell: in light and dark, wide and narrow.
//!
//! The pages are shown in a frame, as no browser makes its window as narrow as a phone. Chromium looks
//! at everything; the others at wide and light, and at narrow and dark.

use std::fs;

use journeys::{
    Browser, Engine, Failure, Find, Outcome, Question, Site, Value, Visit, json,
    pages::{Coming, Quiz, arrive},
    variable,
};

const QUESTION: &str = "angry-customer";
const FRAMEWORK: &str = "star-i";
const TEMPLATE: &str = "upset-customer";
const QUIZ: &str = "skills";
/// A question that the template is made for.
const FITTING: &str = "calming-an-angry-customer";
const OWN_PROMPT: &str = "Tell me about a parcel that went to the wrong house.";

/// Widths in CSS pixels.
const WIDE: u32 = 1280;
const NARROW: u32 = 320;

/// One test for each engine and theme.
macro_rules! themes {
    ($($theme:ident)+) => {$(
        mod $theme {
            use super::*;
            journeys::journeys!(journey);
            async fn journey(visit: Visit) -> Outcome {
                look(visit, stringify!($theme)).await
            }
        }
    )+};
}
themes!(light dark);

/// What is kept on the device when a page is opened.
#[derive(Clone, Copy, PartialEq)]
enum Work {
    /// Nothing.
    Nothing,
    /// Answers, and a draft that is written in that way.
    Some(&'static str),
    /// A round of a quiz that is open, at an item of that kind.
    Asked(&'static str),
    /// Such a round that is over, with nothing right.
    Over(&'static str),
}

/// A page to look at.
struct Look {
    address: String,
    work: Work,
    /// What is pressed before, if anything.
    press: Option<Find>,
    /// What can be seen when it is ready.
    sign: Find,
}

fn look_at(address: &str, work: Work, sign: Find) -> Look {
    Look { address: address.to_owned(), work, press: None, sign }
}

fn all(question: &Question, fitting: &Question) -> Vec<Look> {
    let answer = format!("questions/{QUESTION}/answer/");
    let free = Work::Some("free");
    let coach = Find::heading("In your words");
    vec![
        look_at("", Work::Nothing, Find::link("Answer this")),
        look_at("", free, Find::link("Go on writing")),
        look_at("questions/", free, Find::item(question.prompt())),
        Look {
            press: Some(Find::fold("Filter")),
            ..look_at("questions/?role=retail", free, Find::choice("Not tried yet"))
        },
        look_at("questions/?q=zzzz", free, Find::heading("No question fits all of that")),
        look_at(&format!("questions/{QUESTION}/"), free, Find::heading("Your answers")),
        look_at(&answer, Work::Nothing, Find::heading("The coach reads along")),
        look_at(&answer, free, coach.clone()),
        look_at(&answer, Work::Some("steps"), coach.clone()),
        look_at(&answer, Work::Some("template"), coach),
        look_at("frameworks/", Work::Nothing, Find::heading("Answer frameworks")),
        look_at(&format!("frameworks/{FRAMEWORK}/"), Work::Nothing, Find::heading("Its parts")),
        look_at("templates/", Work::Nothing, Find::heading("Templates")),
        look_at(
            &format!("templates/{TEMPLATE}/"),
            Work::Nothing,
            Find::heading("What goes into each gap"),
        ),
        look_at("library/", Work::Nothing, Find::item("Glossary")),
        look_at("guides/", Work::Nothing, Find::heading("Where to start")),
        look_at("guides/role-retail/", Work::Nothing, Find::heading("Goes with this")),
        look_at("glossary/", Work::Nothing, Find::heading("Metrics")),
        look_at("glossary/fcr/", Work::Nothing, Find::heading("How it is counted")),
        look_at("phrases/upset/", Work::Nothing, Find::text("Instead of")),
        look_at("checklists/", free, Find::item("The day of the interview")),
        Look {
            press: Some(Find::choice("Eat something and drink water")),
            ..look_at("checklists/the-day/", Work::Nothing, Find::button("Untick all"))
        },
        look_at("search/?q=angry", Work::Nothing, Find::text("found")),
        look_at("search/?q=zzzzqqq", Work::Nothing, Find::heading("Nothing has that in it")),
        look_at("progress/", Work::Nothing, Find::heading("Your first answer will stand here")),
        look_at("progress/", free, Find::heading("What moved")),
        look_at(
            "progress/answer/",
            Work::Nothing,
            Find::heading("This answer is not on this device"),
        ),
        look_at("progress/answer/", free, Find::heading("Your answer along its ribbon")),
        Look {
            press: Some(Find::fold("Word by word")),
            ..look_at("progress/answer/", free, Find::heading("Practise one part again"))
        },
        look_at(
            "progress/answer/again/?at=1700000000000&part=result",
            free,
            Find::heading("What an interviewer misses here"),
        ),
        look_at(
            "progress/answer/again/?at=1700000000000&part=action",
            free,
            Find::status("The coach reads this as action."),
        ),
        Look {
            press: Some(Find::button("Compare")),
            ..look_at(
                "progress/answer/again/?at=1700000000000&part=action",
                free,
                Find::heading("What changed"),
            )
        },
        look_at("collection/", Work::Nothing, Find::text("Nothing is marked yet.")),
        look_at("collection/", free, Find::heading("Kept answers")),
        Look {
            press: Some(Find::labelled(&format!("Take out: {OWN_PROMPT}"))),
            ..look_at("collection/", free, Find::button("Undo"))
        },
        look_at("collection/question/?id=own-1", free, Find::heading("They may ask next")),
        look_at(
            "collection/question/?id=own-9",
            free,
            Find::heading("This question is not on this device"),
        ),
        look_at(
            "collection/question/answer/?id=own-1",
            free,
            Find::heading("The coach reads along"),
        ),
        Look {
            press: Some(Find::button("Save the question")),
            ..look_at("collection/question/edit/", Work::Nothing, Find::alert("Write the question"))
        },
        Look {
            press: Some(Find::fold("What they may ask next")),
            ..look_at("collection/question/edit/?id=own-1", free, Find::field("Follow-up 1"))
        },
        look_at(
            &format!("templates/{TEMPLATE}/fill/"),
            Work::Nothing,
            Find::text("Fill in the first gap"),
        ),
        Look {
            press: Some(Find::button_that_begins(fitting.prompt())),
            ..look_at(
                &format!("templates/{TEMPLATE}/fill/?at=5"),
                free,
                Find::alert("with other words"),
            )
        },
        look_at("settings/", Work::Nothing, Find::button("Save a copy")),
        Look {
            press: Some(Find::button("Delete all my data")),
            ..look_at("settings/", free, Find::alert("This deletes"))
        },
        look_at("privacy/", Work::Nothing, Find::heading("How to delete it")),
        look_at("no/such/page/", Work::Nothing, Find::heading("There is no page here")),
    ]
}

/// Quizzes: each kind of item asked, one of them checked, and the end of a round.
fn quizzes() -> Outcome<Vec<Look>> {
    let play = format!("quizzes/{QUIZ}/play/");
    let quiz = Quiz::of(QUIZ)?;
    let ask = |kind: &str| -> Outcome<String> {
        Ok(quiz.first(kind)?["ask"].as_str().unwrap_or_default().to_owned())
    };
    let over = Work::Over("several");
    let mut looks = vec![
        look_at("quizzes/", over, Find::text("Last 0 of 1")),
        look_at(&format!("quizzes/{QUIZ}/"), over, Find::heading("Your rounds so far")),
        look_at("quizzes/mixed/", Work::Nothing, Find::heading("How it works")),
        Look {
            press: Some(Find::button("Check")),
            ..look_at(&play, Work::Asked("order"), Find::button("On to the wrong ones"))
        },
    ];
    for kind in ["single", "several", "order", "match", "trigger", "better"] {
        looks.push(look_at(&play, Work::Asked(kind), Find::heading(&ask(kind)?)));
    }
    for kind in ["several", "order", "match", "trigger"] {
        looks.push(Look {
            press: Some(Find::fold(&ask(kind)?)),
            ..look_at(&play, Work::Over(kind), Find::button("Share as text"))
        });
    }
    Ok(looks)
}

async fn look(visit: Visit, theme: &str) -> Outcome {
    let browser = &visit.browser;
    let axe = fs::read_to_string(variable("RAPPORT_AXE")?)?;
    let widths: &[u32] = match (browser.engine, theme) {
        (Engine::Chromium, _) => &[WIDE, NARROW],
        (_, "light") => &[WIDE],
        _ => &[NARROW],
    };
    let (question, fitting) = (visit.site.question(QUESTION)?, visit.site.question(FITTING)?);
    let mut wrong = Vec::new();
    browser.go(&visit.site.url("robots.txt")).await?;
    for look in all(&question, &fitting).into_iter().chain(quizzes()?) {
        browser.step(format!("look at /{} in {theme}", look.address));
        browser.leave_frame().await?;
        browser.script("document.body.replaceChildren()", json!([])).await?;
        browser.forget().await?;
        for (name, text) in kept(look.work, theme)? {
            if name == "settings" {
                browser.keep_near(name, &text).await?;
            } else {
                browser.keep(name, &text).await?;
            }
        }
        browser.script(FRAME, json!([visit.site.url(&look.address), widths[0]])).await?;
        browser.enter_frame().await?;
        ready(browser, &visit.site, &look).await?;
        browser.script(&format!("{axe}; return 0"), json!([])).await?;
        for width in widths {
            browser
                .script("frameElement.style.width = arguments[0] + 'px'", json!([width]))
                .await?;
            browser
                .until_true("the width", "return innerWidth === arguments[0]", json!([width]))
                .await?;
            let at =
                format!("/{} ({:?}) in {theme} at {width} px", look.address, look.sign.to_string());
            for one in faults(browser).await? {
                wrong.push(format!("{at}: {one}"));
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Failure(format!("\n{}", wrong.join("\n")))) }
}

/// Waits until the page in the frame is what was asked for.
async fn ready(browser: &Browser, site: &Site, look: &Look) -> Outcome {
    let alive = "return location.href !== 'about:blank' && document.documentElement?.hasAttribute('data-alive')";
    browser.until_true("a page that is alive", alive, json!([])).await?;
    let title = browser.script("return document.title", json!([])).await?;
    arrive(browser, title.as_str().unwrap_or_default(), None, Coming::ByAddress).await?;
    let address = browser.script("return location.href", json!([])).await?;
    assert_eq!(address, site.url(&look.address));
    if let Some(press) = &look.press {
        // Out from under a dock.
        browser.see(press).await?.scroll_into_view().await?;
        browser.press(press).await?;
    }
    browser.see(&look.sign).await.map(drop)
}

/// What axe finds, and whether the page is wider than its window.
async fn faults(browser: &Browser) -> Outcome<Vec<String>> {
    let faults = browser.promise(FAULTS, json!([])).await?;
    let faults = faults.as_array().cloned().unwrap_or_default();
    Ok(faults.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// What stands in the storage.
fn kept(work: Work, theme: &str) -> Outcome<Vec<(&'static str, String)>> {
    let wrapped = |name: &str, data: Value| {
        json!({"app": "rapport", "aggregate": name, "version": 1, "data": data}).to_string()
    };
    let mut kept = vec![("settings", json!({"theme": theme}))];
    if let Work::Some(way) = work {
        let text = "One day a guest shouted at me. I was very calm and I let her finish. Maybe it was policy. I called my manager, and she thanked me.";
        let attempt = |at: u64| json!({"at": at, "question": QUESTION, "prompt": "What did you do?", "text": text, "mode": "free"});
        let mode = match way {
            "steps" => json!({"steps": FRAMEWORK}),
            "template" => json!({"template": TEMPLATE}),
            _ => json!("free"),
        };
        let draft = json!({
            "mode": mode,
            "free": text,
            "steps": {FRAMEWORK: ["One day a guest shouted at me.", "", "I let her finish and called my manager."]},
            "slots": {TEMPLATE: ["let her finish and say sorry for the long wait"]},
            "changed": 5,
            "finished": null,
        });
        // Older, so that Today goes on with the first.
        let other = json!({"slots": {TEMPLATE: ["wait until he has finished"]}, "changed": 1});
        let again = json!({"1700000000000": ["", "I let her finish and I called my manager at once. I found her another room."]});
        let attempts = [1_700_000_000_000, 1_700_086_400_000].map(attempt);
        kept.push(("attempts", json!({"list": attempts})));
        let own = json!({
            "questions": {"own-1": {"prompt": OWN_PROMPT, "place": "Harbour Hotel", "category": "behavioural",
                "strong": ["says sorry first"], "probes": [{"gap": "result", "ask": "And then?"}], "changed": 1}},
            "answers": {"5": {"template": TEMPLATE, "title": "Kept", "slots": ["stay calm"], "text": "I stay calm.", "changed": 5}},
            "editing": {"new": {"prompt": "Half a"}},
        });
        kept.push(("own", own));
        let marks = json!({(format!("questions/{QUESTION}")): 1, (format!("frameworks/{FRAMEWORK}")): 2, "guides/none": 3});
        kept.push(("marks", json!({"items": marks})));
        let drafts = json!({QUESTION: draft, FITTING: other});
        kept.push(("drafts", json!({"by_question": drafts, "again": again})));
    }
    if let Work::Asked(kind) | Work::Over(kind) = work {
        let quiz = Quiz::of(QUIZ)?;
        let item = quiz.first(kind)?;
        let count = item["options"].as_array().map_or(0, Vec::len);
        // Nothing in its place, and the wrong ones chosen.
        let answer: Vec<usize> = match kind {
            "order" | "match" => (0..count).map(|at| (at + 1) % count).collect(),
            _ => (0..count).filter(|at| item["options"][at]["right"] != true).collect(),
        };
        let wrong = json!({"answer": answer, "right": false});
        let given = if matches!(work, Work::Over(_)) { json!([wrong, wrong]) } else { json!([]) };
        let round = json!({QUIZ: {"seed": 7, "items": [item["id"]], "given": given}});
        let result = |at: u64| json!({"at": at, "quiz": QUIZ, "right": 0, "of": 1, "mended": 0});
        let data = if let Work::Over(_) = work {
            json!({"ended": round, "results": [result(1_700_000_000_000), result(1_700_086_400_000)]})
        } else {
            json!({"open": round})
        };
        kept.push(("quizzes", data));
    }
    Ok(kept.into_iter().map(|(name, data)| (name, wrapped(name, data))).collect())
}

/// Opens a page in a new frame.
const FRAME: &str = "const [address, width] = arguments;
const frame = document.createElement('iframe');
frame.title = 'Rapport';
frame.style.cssText = `border: 0; width: ${width}px; height: 800px`;
frame.src = address;
document.body.append(frame);";

const FAULTS: &str = "for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish();
const { violations } = await axe.run(document, { resultTypes: ['violations'] });
const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} (${node.any.concat(node.all, node.none).map((one) => one.message).join('; ').slice(0, 240)})`));
const root = document.documentElement;
if (root.scrollWidth > root.clientWidth) {
  const wide = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1).slice(-3);
  found.push(`wider than the window: ${root.scrollWidth} > ${root.clientWidth} px: ${wide.map((one) => one.outerHTML.slice(0, 80)).join(' | ')}`);
}
return found;";
