//! A file that is no whole backup of ours is refused in words, and nothing is lost.

use std::fs;

use journeys::{
    Find, Outcome, Visit, journeys, json,
    pages::{AnswerPage, AttemptPage, SettingsPage},
};

journeys!(journey);

const QUESTION: &str = "known-issue";
const TEXT: &str = "Last year our app forgot addresses. I told each customer what we knew, and I wrote to them when it was mended.";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    browser.step("have something to lose");
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.write(&AnswerPage::sheet(), TEXT).await?;
    answer.check().await?;
    AttemptPage::here(browser).await?;
    let settings = SettingsPage::follow(browser).await?;
    let before = (browser.kept("attempts").await?, browser.kept("drafts").await?);
    assert!(
        before.0.as_ref().is_some_and(|kept| kept.contains("our app forgot addresses")),
        "{before:?}"
    );

    let attempt = json!({"at": 1_700_000_000_000_u64, "question": QUESTION, "prompt": "?", "text": "Mine.", "mode": "free"});
    let file = |version: u32, at: journeys::Value| {
        let mut attempt = attempt.clone();
        attempt["at"] = at;
        let data = json!({"drafts": {"by_question": {}}, "attempts": {"list": [attempt]}, "settings": {"theme": "system"}});
        json!({"app": "rapport", "kind": "backup", "version": version, "made": 1, "data": data})
            .to_string()
    };
    let good = file(1, json!(1_700_000_000_000_u64));
    let damaged = "This file is a Rapport backup, but it is so damaged that nothing in it can be read. Choose an earlier copy if you have one.";
    let unreadable = "This file cannot be read. It may have been cut short on its way. Save it again where it came from, or choose another one.";
    let too_large = "This file is far larger than any Rapport backup. Choose the file that Rapport saved for you.";
    let not_ours =
        "This file is not a Rapport backup. Its name usually starts with “rapport-backup”.";
    let newer = "This file was made by a newer Rapport (format 9). Load this page again to get the new version, then try once more.";
    let bad = [
        ("someone else’s JSON", r#"{"name":"chess","games":[]}"#.to_owned(), not_ours),
        ("not JSON", "Dear diary, today I answered three questions.".to_owned(), unreadable),
        ("an empty list", "[]".to_owned(), not_ours),
        ("cut short before anything", good[..good.find("list").unwrap()].to_owned(), damaged),
        ("from a newer version", file(9, json!(1)), newer),
        ("nothing", String::new(), unreadable),
        ("far too large", format!("{good}{}", " ".repeat(20_000_000)), too_large),
    ];
    for (name, text, why) in bad {
        browser.step(format!("bring in a file that is {name}"));
        settings.bring_in(&visit.folder.write("rapport-backup.json", &text)?).await?;
        settings.refuses(why).await?;
        let now = (browser.kept("attempts").await?, browser.kept("drafts").await?);
        assert_eq!(now, before, "a refused file must change nothing");
    }

    for (name, text) in [
        ("cut short", good[..good.find("Mine.").unwrap() + 5].to_owned()),
        ("of wrong types", file(1, json!("soon"))),
    ] {
        browser.step(format!("look at a file that is {name}, and leave it"));
        settings.bring_in(&visit.folder.write("rapport-backup.json", &text)?).await?;
        settings.says_damaged("1 entry").await?;
        settings.says_it_holds("1 answer").await?;
        browser.press(&Find::button("Leave everything as it is")).await?;
        let now = (browser.kept("attempts").await?, browser.kept("drafts").await?);
        assert_eq!(now, before, "only looked at");
    }

    browser.step("bring in what is left of one");
    let mut bytes = good.clone().into_bytes();
    let at = good.find("Mine.").unwrap();
    // No letter of any script: the file is not even UTF-8 any more.
    bytes[at + 4] = 0xFF;
    let path = visit.folder.write("rapport-backup.json", "")?;
    fs::write(&path, bytes)?;
    settings.bring_in(&path).await?;
    // A file of the old shape has no checksum that could tell.
    settings.says_it_holds("1 answer").await?;
    settings.previews("All of it is new here.").await?;
    settings.add().await?;
    browser.until_kept("attempts", "Mine\u{fffd}").await?;
    settings.undo().await?;

    browser.step("bring in a good one after all");
    settings.bring_in(&visit.folder.write("rapport-backup.json", &good)?).await?;
    settings.says_it_holds("1 answer").await?;
    settings.add().await?;
    browser.until_kept("attempts", "Mine.").await?;
    browser.until_kept("attempts", "our app forgot addresses").await
}
