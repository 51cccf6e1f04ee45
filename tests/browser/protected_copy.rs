//! A copy that only its passphrase opens.

use std::{fs, path::PathBuf};

use journeys::{
    Find, Outcome, Visit, journeys, json,
    pages::{AnswerPage, AttemptPage, SettingsPage},
};

journeys!(journey);

/// Sealed by another program than ours, with this passphrase.
const FROZEN: &str = include_str!("../../crates/coach/src/save/fixtures/v1/backup-sealed.json");
const ITS_PASSPHRASE: &str = "café lamp River 7";
const QUESTION: &str = "known-issue";
const TEXT: &str = "I wrote to each of them on the same day.";
const WORDS: &str = "four Green boats, 9";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    browser.step("have some work");
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.write(&AnswerPage::sheet(), TEXT).await?;
    answer.check().await?;
    AttemptPage::here(browser).await?;

    browser.step("choose a passphrase that is too short, then two that differ");
    let settings = SettingsPage::follow(browser).await?;
    settings.unfold("Protect a copy with a passphrase").await?;
    let (first, again) = (Find::field("Passphrase"), Find::field("The same passphrase again"));
    let save = Find::button("Save a protected copy");
    browser.write(&first, "boats").await?;
    browser.press(&save).await?;
    browser.see(&Find::alert("A passphrase needs at least 8 characters.")).await?;
    browser.see(&first).await?.clear().await?;
    browser.write(&first, WORDS).await?;
    browser.write(&again, "four green boats, 9").await?;
    browser.press(&save).await?;
    browser.see(&Find::alert("The two passphrases are not the same.")).await?;
    let kind = "return document.getElementById('passphrase').type";
    assert_eq!(browser.script(kind, json!([])).await?, "password");
    browser.press(&Find::choice("Show what I type")).await?;
    assert_eq!(browser.script(kind, json!([])).await?, "text");
    assert_eq!(browser.value(&first).await?, WORDS, "the words go along");

    browser.step("save a protected copy");
    browser.see(&again).await?.clear().await?;
    browser.write(&again, WORDS).await?;
    browser.press(&save).await?;
    browser.see(&Find::status("Your protected copy is among this device’s downloads.")).await?;
    let downloads = visit.folder.path().join("downloads");
    let file = browser.until("the file", || async { Ok(whole(&downloads)) }).await?;
    let text = fs::read_to_string(&file)?;
    assert!(!text.contains("same day") && !text.contains(QUESTION), "it can be read: {text}");
    assert!(text.contains("\"iterations\": 600000"), "{text}");

    browser.step("delete everything");
    settings.ask_to_delete("1 answer and 1 draft").await?;
    settings.delete().await?;

    browser.step("open it with a wrong passphrase");
    settings.bring_in(&file).await?;
    let (field, open) = (Find::field("Its passphrase"), Find::button("Open the copy"));
    browser.write(&field, "four green boats, 9").await?;
    browser.press(&open).await?;
    browser.see(&Find::alert("This passphrase does not open the file.")).await?;

    browser.step("open it with the right one");
    browser.see(&field).await?.clear().await?;
    browser.write(&field, WORDS).await?;
    browser.press(&open).await?;
    settings.says_it_holds("1 answer and 1 draft").await?;
    settings.add().await?;
    browser.until_kept("attempts", "same day").await?;

    browser.step("open one that was damaged on its way");
    let at = text.find("\"sealed\": \"").unwrap() + 60;
    let other = if &text[at..=at] == "A" { "B" } else { "A" };
    let damaged = format!("{}{other}{}", &text[..at], &text[at + 1..]);
    settings.bring_in(&visit.folder.write("damaged.json", &damaged)?).await?;
    browser.see(&Find::alert("It was damaged after it was saved.")).await?;
    browser.write(&field, WORDS).await?;
    browser.press(&open).await?;
    browser.see(&Find::alert("the right passphrase may not open it either")).await?;

    browser.step("open one whose label alone was damaged");
    let label = text.replace("crc32-", "crc33-");
    settings.bring_in(&visit.folder.write("label.json", &label)?).await?;
    browser.see(&Find::alert("It was damaged after it was saved.")).await?;
    browser.write(&field, WORDS).await?;
    browser.press(&open).await?;
    browser.see(&Find::text("Everything in this copy is here already.")).await?;

    browser.step("refuse one that would take for ever");
    let slow = FROZEN.replace("600000", "4000000000");
    settings.bring_in(&visit.folder.write("slow.json", &slow)?).await?;
    settings
        .refuses("This file is a protected Rapport backup, and it is damaged. Even the right passphrase cannot open it. Choose an earlier copy if you have one.")
        .await?;

    browser.step("open one that another program sealed");
    settings.bring_in(&visit.folder.write("frozen.json", FROZEN)?).await?;
    browser.write(&field, ITS_PASSPHRASE).await?;
    browser.press(&open).await?;
    browser.see(&Find::status("This copy holds 6 answers, 4 drafts,")).await?;
    browser.press(&Find::button("Leave everything as it is")).await
}

/// The file that has come, once it is whole.
fn whole(downloads: &PathBuf) -> Option<PathBuf> {
    let files = fs::read_dir(downloads).ok()?.flatten().map(|entry| entry.path());
    files
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .find(|path| fs::read_to_string(path).is_ok_and(|text| text.ends_with('}')))
}
