//! The browser is killed at random moments, or only the process that its page runs in. What was typed a
//! second before is there again, and every answer that was ever finished.
//!
//! `RAPPORT_KILLS` says how many times.

use std::{
    env,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use journeys::{
    Browser, Engine, Failure, Find, Home, Life, Outcome, Site, Value, Visit, journeys, json,
    pages::{AnswerPage, AttemptPage},
};

// WebKitGTK keeps nothing of a browser that is steered once it ends.
journeys!(journey, Chromium chromium, Firefox firefox);

const QUESTION: &str = "double-billed";
/// How much may be lost, in milliseconds.
const ONE_SECOND: u64 = 1_000;

/// What must be there when the browser comes back.
#[derive(Default)]
struct Due {
    /// Everything that was typed before this moment, in milliseconds since 1970. While it is being typed:
    /// when that began.
    typed: Option<u64>,
    /// The words of each finished answer.
    finished: Vec<String>,
}

async fn journey(visit: Visit) -> Outcome {
    let kills: usize = env::var("RAPPORT_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(4);
    let home = Home::new(visit.browser.engine)?;
    let mut due = Due::default();
    let mut worst = 0;
    let mut dice = Dice(0x5EED_0000 + kills as u64);
    for round in 0..kills {
        visit.browser.step(format!("kill {round}"));
        let mut life = home.begin().await?;
        let page = Page { site: &visit.site, browser: &life.browser };
        worst = worst.max(page.check(&mut due).await?);
        match round % 3 {
            0 => page.type_until(1_000 + dice.below(1_500), &mut due).await?,
            1 => page.finish(round, dice.below(400), &mut due).await?,
            _ => {
                page.leave_as_first_version(&mut due).await?;
                life.quit().await;
                life = home.begin().await?;
                let page = Page { site: &visit.site, browser: &life.browser };
                page.go_for(dice.below(600)).await?;
            }
        }
        due.typed =
            due.typed.filter(|began| *began < now() - ONE_SECOND).map(|_| now() - ONE_SECOND);
        end(life, dice.below(2) == 0, visit.browser.engine).await?;
    }
    visit.browser.step("come back for the last time");
    let life = home.begin().await?;
    worst = worst.max(Page { site: &visit.site, browser: &life.browser }.check(&mut due).await?);
    println!(
        "{kills} kills: at most {worst} ms of typing lost, none of {} answers",
        due.finished.len()
    );
    Ok(())
}

async fn end(life: Life, all: bool, engine: Engine) -> Outcome {
    // Firefox ends as a whole with its pages when it is steered.
    if all || engine == Engine::Firefox {
        life.kill();
        return Ok(());
    }
    life.kill_pages().await
}

struct Page<'a> {
    site: &'a Site,
    browser: &'a Browser,
}

impl Page<'_> {
    /// Everything that is due is there. Gives how much of the typing was lost, in milliseconds.
    async fn check(&self, due: &mut Due) -> Outcome<u64> {
        self.open_answer().await?;
        for words in &due.finished {
            // What was left elsewhere is in the store a moment later.
            self.browser.until_kept("attempts", words).await?;
        }
        let Some(until) = due.typed.take() else { return Ok(0) };
        let script = "return document.querySelector('textarea').value";
        let field = self.browser.script(script, json!([])).await?;
        let mut last =
            field.as_str().unwrap_or_default().split_whitespace().filter_map(|w| w.parse().ok());
        let last: u64 = last.next_back().unwrap_or(0);
        if last + 50 < until {
            return Err(Failure(format!("typed until {until} + 1000, there is {last}: {field}")));
        }
        Ok((until + ONE_SECOND).saturating_sub(last))
    }

    async fn open_answer(&self) -> Outcome {
        self.browser.go(&self.site.url(&format!("questions/{QUESTION}/answer/"))).await?;
        self.browser.see(&AnswerPage::sheet()).await?;
        self.browser
            .until_true(
                "a page that is alive",
                "return 'alive' in document.documentElement.dataset",
                json!([]),
            )
            .await
    }

    /// Types the time, again and again, for so many milliseconds and a bit.
    async fn type_until(&self, time: u64, due: &mut Due) -> Outcome {
        self.browser.script(TYPE, json!([])).await?;
        due.typed = Some(now());
        pass(time).await;
        Ok(())
    }

    /// Finishes an answer. It is due once it is seen.
    async fn finish(&self, round: usize, time: u64, due: &mut Due) -> Outcome {
        let words = format!("I gave the money back in round {round}.");
        self.browser.script(WRITE, json!([words])).await?;
        self.browser.press(&Find::button("Check my answer")).await?;
        AttemptPage::here(self.browser).await?;
        let before = now();
        pass(time).await;
        if self.browser.kept("attempts").await?.is_some_and(|kept| kept.contains(&words)) {
            due.finished.push(words);
        } else if now() - before > ONE_SECOND {
            return Err(Failure(format!("{words:?} is not kept after a second")));
        }
        Ok(())
    }

    /// Leaves an answer where the first version of the site kept it.
    async fn leave_as_first_version(&self, due: &mut Due) -> Outcome {
        self.browser.go(&self.site.url("robots.txt")).await?;
        let at = now();
        let words = format!("An answer from before, {at}.");
        let attempt =
            json!({"at": at, "question": QUESTION, "prompt": "?", "text": words, "mode": "free"});
        let all = json!({"list": [attempt]});
        self.browser.keep_near("attempts", &envelope("attempts", all)).await?;
        due.finished.push(words);
        Ok(())
    }

    /// Goes to the site, and has so many milliseconds there.
    async fn go_for(&self, time: u64) -> Outcome {
        self.browser.go(&self.site.url("robots.txt")).await?;
        let go = "setTimeout((address) => { location = address; }, 0, arguments[0])";
        self.browser.script(go, json!([self.site.url("progress/")])).await?;
        pass(time).await;
        Ok(())
    }
}

fn envelope(name: &str, data: Value) -> String {
    json!({"app": "rapport", "aggregate": name, "version": 1, "data": data}).to_string()
}

#[allow(
    clippy::disallowed_methods,
    reason = "it is compared with what the page typed by the same clock"
)]
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// Lets a random time pass: not to wait for anything, but because the moment is to be any.
async fn pass(milliseconds: u64) {
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) % end
    }
}

/// Types the time every few milliseconds, as somebody would who never stops.
const TYPE: &str = "const field = document.querySelector('textarea');
setInterval(() => {
  field.value = `${field.value.slice(-2000)} ${Date.now()}`;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}, 20);";
const WRITE: &str = "const field = document.querySelector('textarea');
field.value = arguments[0];
field.dispatchEvent(new Event('input', { bubbles: true }));";
