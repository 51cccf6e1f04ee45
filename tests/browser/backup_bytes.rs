//! A copy in place of everything, and out again: the same bytes in every browser, whatever came before.

use std::{
    fs,
    path::{Path, PathBuf},
};

use journeys::{
    Find, Outcome, Visit, journeys,
    pages::{AnswerPage, AttemptPage, SettingsPage},
};

journeys!(journey);

/// From before there were checksums, with every kind of entry in it.
const OLD: &str = include_str!("../../crates/coach/src/save/fixtures/v1/backup.json");
/// The same work as it is saved now.
const NOW: &str = include_str!("../../crates/coach/src/save/fixtures/v1/backup-summed.json");
/// What is in both.
const WHAT: &str = "6 answers, 4 drafts, 3 questions of your own, 3 kept answers, 6 half-written texts, 5 bookmarks, 5 ticks on checklists and 6 quiz results";
const QUESTION: &str = "known-issue";
const TEXT: &str = "I rang each of them before they rang me.";

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    browser.step("have something that is in no copy");
    let answer = AnswerPage::open(&visit, QUESTION).await?;
    answer.write(&AnswerPage::sheet(), TEXT).await?;
    answer.check().await?;
    AttemptPage::here(browser).await?;

    browser.step("look at what an old copy would change");
    let settings = SettingsPage::follow(browser).await?;
    settings.bring_in(&visit.folder.write("old.json", OLD)?).await?;
    browser.see(&Find::status(&format!("This copy holds {WHAT}."))).await?;
    settings.previews("All of it is new here.").await?;
    settings.look_at_replacing().await?;
    settings.previews(&format!("Added: {WHAT}.")).await?;
    settings.previews("Removed: 1 answer and 1 draft.").await?;
    settings.previews("Changed: your choice of light or dark.").await?;
    browser.until_kept("attempts", TEXT).await?;

    browser.step("put it in place of everything, and take that back at the next visit");
    settings.replace().await?;
    browser.until_kept("attempts", "The end of 5.").await?;
    assert!(!kept(&visit, "attempts").await?.contains(TEXT), "it is still there");
    let settings = SettingsPage::open(&visit).await?;
    settings.unfold("Bring in a copy").await?;
    browser.press(&Find::button("Look at what was here")).await?;
    settings.says_it_holds("1 answer and 1 draft").await?;
    settings.look_at_replacing().await?;
    settings.previews(&format!("Removed: {WHAT}.")).await?;
    settings.replace().await?;
    browser.until_kept("attempts", TEXT).await?;
    assert!(!kept(&visit, "attempts").await?.contains("The end of"), "it is still there");
    settings.undo().await?;
    browser.until_kept("attempts", "The end of 5.").await?;

    browser.step("save a copy");
    let downloads = visit.folder.path().join("downloads");
    settings.save_copy().await?;
    let first = new_file(&visit, &downloads).await?;
    assert_eq!(fs::read_to_string(&first)?, NOW, "other bytes than on any other device");

    browser.step("put the copy in place of everything and save one again, at another visit");
    let settings = SettingsPage::open(&visit).await?;
    settings.bring_in(&first).await?;
    browser.see(&Find::text("Everything in this copy is here already.")).await?;
    fs::remove_file(&first)?;
    settings.ask_to_delete(WHAT).await?;
    settings.delete().await?;
    let settings = SettingsPage::open(&visit).await?;
    settings.bring_in(&visit.folder.write("now.json", NOW)?).await?;
    settings.look_at_replacing().await?;
    settings.replace().await?;
    let settings = SettingsPage::open(&visit).await?;
    settings.save_copy().await?;
    let second = new_file(&visit, &downloads).await?;
    assert_eq!(fs::read_to_string(&second)?, NOW, "other bytes after a round trip");

    browser.step("bring in a copy with one wrong letter");
    let text = NOW.replace("The end of 5.", "The and of 5.");
    settings.bring_in(&visit.folder.write("wrong.json", &text)?).await?;
    settings.says_damaged("38 entries").await?;
    browser.press(&Find::button("Leave everything as it is")).await?;
    assert!(!kept(&visit, "attempts").await?.contains("The and of 5."), "taken unasked");
    Ok(())
}

async fn kept(visit: &Visit, key: &str) -> Outcome<String> {
    Ok(visit.browser.kept(key).await?.unwrap_or_default())
}

/// The only file among the downloads, once it is whole.
async fn new_file(visit: &Visit, downloads: &Path) -> Outcome<PathBuf> {
    let look = || async { Ok(whole(downloads)) };
    visit.browser.until("a whole file among the downloads", look).await
}

fn whole(downloads: &Path) -> Option<PathBuf> {
    let files = fs::read_dir(downloads).ok()?.flatten().map(|entry| entry.path());
    files
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .find(|path| fs::read_to_string(path).is_ok_and(|text| text.ends_with('}')))
}
