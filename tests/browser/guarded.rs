//! The policy of the site holds in every page, and what breaks it is refused and seen, as is what asks another origin: what
//! the other journeys say with their silence is worth something.

use std::fs;

use journeys::{
    Outcome, Visit, copy, journeys, json,
    pages::{Coming, TodayPage, not_found},
};

journeys!(journey);

/// What others may get into a page, and a word of each report that says so.
const INTRUDERS: [(&str, &str); 4] = [
    ("<script>window.intruder = true</script>", "script"),
    ("<p style=\"color: red\" id=\"intruder\">red</p>", "style"),
    ("<img src=\"http://localhost:9/a.png\" onerror=\"window.intruder = true\">", "img"),
    ("<script src=\"data:text/javascript,window.intruder=true\"></script>", "script"),
];

async fn journey(mut visit: Visit) -> Outcome {
    let browser = visit.browser.clone();
    browser.step("pages that the worker or the host answers with, by their own address");
    browser.go(&visit.site.url("no/such/page/")).await?;
    not_found(&browser, Coming::ByAddress).await?;
    browser.go(&visit.site.url("shell.html")).await?;
    not_found(&browser, Coming::ByAddress).await?;
    TodayPage::open(&visit).await?;
    let quiet = browser.misdeeds(&visit.site).await;
    assert!(quiet.is_empty(), "{quiet:?}");
    // From here on the pages are not ours.
    browser.forgive();

    let dist = visit.folder.path().join("dist");
    copy(visit.site.dist(), &dist)?;
    let page = fs::read_to_string(dist.join("index.html"))?;
    for (intruder, word) in INTRUDERS {
        browser.step(format!("a page with {intruder}"));
        fs::write(
            dist.join("index.html"),
            page.replacen("<body>", &format!("<body>{intruder}"), 1),
        )?;
        // An origin of its own each time, so that no worker and no cache answers.
        visit.site = visit.site.from(&dist)?;
        browser.go(&visit.site.url("")).await?;
        let mut told = String::new();
        while !told.contains(word) {
            let report = browser
                .until(format!("a report of {intruder}"), || async {
                    let reports = visit.site.seen().take_violations().concat();
                    Ok((!reports.is_empty()).then_some(reports))
                })
                .await?;
            told += &report;
        }
        let ran = "return window.intruder === true || [...document.querySelectorAll('#intruder')].some((one) => getComputedStyle(one).color === 'rgb(255, 0, 0)')";
        assert_eq!(browser.script(ran, json!([])).await?, false, "{intruder} ran");
    }

    browser.step("a page without a policy that asks another origin");
    // It must answer: WebKit forgets requests that failed.
    let elsewhere = visit.site.from(visit.site.dist())?;
    let other = elsewhere.url("icon.svg");
    let (start, rest) = page.split_once("<meta http-equiv=\"Content-Security-Policy\"").unwrap();
    let (_, end) = rest.split_once('>').unwrap();
    let foreign = format!("<body><img src=\"{other}\" alt=\"\">");
    let open = [start, end].concat().replacen("<body>", &foreign, 1);
    fs::write(dist.join("index.html"), open)?;
    visit.site = visit.site.from(&dist)?;
    browser.go(&visit.site.url("")).await?;
    browser
        .until("a word about the other origin", || async {
            let told = browser.misdeeds(&visit.site).await;
            Ok(told.iter().any(|one| one.ends_with(&format!("asked for {other}"))).then_some(()))
        })
        .await?;

    browser.step("text that would become markup, where the browser tells them apart");
    fs::write(dist.join("index.html"), &page)?;
    visit.site = visit.site.from(&dist)?;
    TodayPage::open(&visit).await?;
    let refused = browser.script(MARKUP, json!([])).await?;
    assert_eq!(refused, json!([]), "these became markup");
    Ok(())
}

/// What the default policy of Trusted Types must refuse; gives what it let through.
const MARKUP: &str = r##"
if (!window.trustedTypes) return [];
const texts = ["<img src=x>", "<p onclick=\"a()\">a</p>", "<a href=\"javascript:a()\">a</a>", "<script>a()</script>", "<iframe></iframe>",
  "<p class=\"a\"onclick=\"b\">", "<p style=\"a\">", "<svg><script>a()</script></svg>", "<a href=\"/elsewhere\">a</a>", "<form action=\"x\">", "<"];
const through = texts.filter((text) => {
  try { document.createElement("template").innerHTML = text; return true; } catch { return false; }
});
try { document.createElement("script").src = "/rapport/theme.js"; through.push("a script's address"); } catch {}
try { document.createElement("script").text = "a()"; through.push("a script's text"); } catch {}
return through;"##;
