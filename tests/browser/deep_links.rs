//! Every address answers by itself, with and without JavaScript.

use std::{collections::BTreeSet, fs, path::Path};

use journeys::{
    Outcome, Site, Visit, copy, get, journeys, json,
    pages::{AnswerPage, Coming, QuestionPage, TodayPage, not_found, reading},
};

journeys!(journey);

const QUESTION: &str = "angry-customer";

/// Before the app comes: remembers the nodes that came as HTML.
/// In a file of its own: the policy of the pages lets nothing else run.
const MARK: &str = "for (const one of document.querySelectorAll('#main h1, #main h2, #main a, nav a')) one.cameAsHtml = true";

async fn journey(mut visit: Visit) -> Outcome {
    let browser = visit.browser.clone();
    browser.step("mark what comes as HTML");
    let dist = visit.folder.path().join("dist");
    copy(visit.site.dist(), &dist)?;
    let pages = [
        "",
        "questions/",
        &format!("questions/{QUESTION}/"),
        &format!("questions/{QUESTION}/answer/"),
        "frameworks/",
    ];
    for page in pages {
        let file = dist.join(page).join("index.html");
        let html = fs::read_to_string(&file)?;
        assert!(html.contains("</body>"), "{}", file.display());
        let script = format!("<script src=\"{}mark.js\"></script></body>", visit.site.base());
        fs::write(&file, html.replacen("</body>", &script, 1))?;
    }
    fs::write(dist.join("mark.js"), MARK)?;
    // Without its worker, which would answer the second visit with another page.
    fs::write(dist.join("sw.js"), "")?;
    visit.site = visit.site.from(&dist)?;

    browser.step("a question by its address");
    QuestionPage::open(&visit, QUESTION).await?.read().await?;
    adopted(&visit).await?;
    browser.step("other pages by their addresses");
    AnswerPage::open(&visit, QUESTION).await?;
    adopted(&visit).await?;
    TodayPage::open(&visit).await?;
    adopted(&visit).await?;
    for (page, name) in [("questions/", "Questions"), ("frameworks/", "Answer frameworks")] {
        browser.go(&visit.site.url(page)).await?;
        reading(&browser, name, Coming::ByAddress).await?;
        adopted(&visit).await?;
    }
    browser.step("an address that is none");
    for none in [
        "no/such/page/",
        "questions/no-such-question/",
        "frameworks/none/",
        "questions/angry-customer/x/",
    ] {
        browser.go(&visit.site.url(none)).await?;
        not_found(&browser, Coming::ByAddress).await?;
    }
    Ok(())
}

/// The nodes that came as HTML are those that are shown now.
async fn adopted(visit: &Visit) -> Outcome {
    let script = "const all = [...document.querySelectorAll('#main h1, #main h2')], others = all.filter((one) => !one.cameAsHtml);
        return others.map((one) => one.textContent)";
    let made_anew = visit.browser.script(script, json!([])).await?;
    assert_eq!(made_anew, json!([]), "made anew, though they came as HTML");
    Ok(())
}

#[test]
fn without_javascript() {
    let site = Site::start().unwrap();
    let mut pages = Vec::new();
    addresses(site.dist(), "", &mut pages);
    assert!(pages.len() > 50, "{pages:?}");
    let (mut wrong, mut titles, mut links) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for page in &pages {
        let answer = get(site.addr(), &format!("{}{page}", site.base())).unwrap();
        let (title, heading) = (answer.text_of("title"), answer.text_of("h1"));
        let filled =
            |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
        if answer.status != 200 || !filled(&title) || !filled(&heading) {
            wrong.push(format!("/{page}: {}, title {title:?}, h1 {heading:?}", answer.status));
        }
        if let Some(id) = page
            .strip_prefix("questions/")
            .and_then(|rest| rest.split('/').next())
            .filter(|id| !id.is_empty())
        {
            assert_eq!(heading.as_deref(), Some(site.question(id).unwrap().prompt()), "/{page}");
        }
        if !titles.insert(title.unwrap_or_default()) {
            wrong.push(format!("/{page}: another page has its title"));
        }
        links.extend(answer.links());
    }
    for link in links {
        let answer = get(site.addr(), &link).unwrap();
        if answer.status != 200 {
            wrong.push(format!("{link} is linked to, and answers {}", answer.status));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn without_javascript_and_without_a_page() {
    let site = Site::start().unwrap();
    for none in ["no/such/page/", "questions/no-such-question/", "rapport.exe"] {
        let answer = get(site.addr(), &format!("{}{none}", site.base())).unwrap();
        assert_eq!(answer.status, 404, "/{none}");
        assert_eq!(answer.text_of("h1").as_deref(), Some("There is no page here"), "/{none}");
    }
}

/// The addresses below a folder that have a page.
fn addresses(folder: &Path, address: &str, into: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            addresses(&entry.path(), &format!("{address}{name}/"), into);
        } else if name == "index.html" {
            into.push(address.to_owned());
        }
    }
}
