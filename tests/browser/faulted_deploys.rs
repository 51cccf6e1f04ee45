//! Deploys that go wrong: whatever does, a page is wholly the old version or wholly the new one, says so when it cannot
//! open, is never loaded anew over unsaved words, and is the new version two visits after the deploy is sound.
//!
//! Some of the list are tried here. `cargo xtask faults` tries all of it.

#![allow(clippy::disallowed_methods, reason = "a wait has a deadline, on this machine")]

use std::time::{Duration, Instant};

use journeys::{
    Browser, Deploys, Engine, Find, Outcome, Visit,
    deploys::{Act, Case, QUESTION, Trouble, Visitor, cases},
    journeys, json, variable,
};
use pages_server::{Deploy, Fault, Folder, Server};

journeys!(journey);

/// How many are tried where nobody asks for more: as many as half a minute is enough for.
const fn some(engine: Engine) -> usize {
    match engine {
        Engine::Chromium => 10,
        Engine::Firefox => 6,
        Engine::WebKit => 3,
    }
}

const HALF: &str = "The lady wanted the blue one, and I";

/// How long a page may take to be what it will be.
const SOON: Duration = Duration::from_secs(12);

async fn journey(visit: Visit) -> Outcome {
    // What pages are made of here breaks on purpose.
    visit.browser.forgive();
    visit.browser.driver().set_page_load_timeout(SOON).await?;
    let count = variable("RAPPORT_FAULTS").ok().and_then(|count| count.parse().ok());
    let deploys = Deploys::of(visit.site.dist(), visit.site.base())?;
    let mut wrong = Vec::new();
    let list = cases(count.unwrap_or(some(visit.browser.engine)), visit.site.base());
    let only: Option<usize> = variable("RAPPORT_FAULT").ok().and_then(|one| one.parse().ok());
    let begin = Instant::now();
    let mut tried = 0;
    for case in list.into_iter().filter(|case| only.is_none_or(|one| one == case.number)) {
        visit.browser.step(&case);
        let now = Instant::now();
        let mut trial = Trial::new(&visit, &deploys, case.clone())?;
        let said = match trial.run().await {
            Ok(()) if trial.found.is_empty() => "held".to_owned(),
            Ok(()) => trial.found.join("; "),
            Err(failure) => format!("could not be tried: {failure}"),
        };
        let (engine, shown) = (visit.browser.engine.name(), &trial.shown);
        println!("{engine} {case}: {shown}: {said} ({} ms)", now.elapsed().as_millis());
        tried += 1;
        if said != "held" {
            wrong.push(format!("{case}: {said}"));
        }
    }
    println!(
        "{}: {tried} faulted deploys in {} s, {} did not hold",
        visit.browser.engine.name(),
        begin.elapsed().as_secs(),
        wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// One case on an origin of its own.
struct Trial<'a> {
    browser: &'a Browser,
    case: Case,
    signs: journeys::Value,
    deploy: Deploy,
    old: Folder,
    new: Folder,
    server: Server,
    seen: journeys::Seen,
    /// What was shown while the deploy was faulted.
    shown: String,
    found: Vec<String>,
}

impl<'a> Trial<'a> {
    fn new(visit: &'a Visit, deploys: &Deploys, case: Case) -> Outcome<Self> {
        let base = visit.site.base();
        let (old, new) =
            (Folder::new(deploys.old_folder(), base)?, Folder::new(deploys.new_folder(), base)?);
        let deploy = Deploy::new(&old);
        let seen = journeys::Seen::default();
        let server = Server::deployed(&deploy, base, &seen)?;
        let browser = &visit.browser;
        Ok(Self {
            browser,
            case,
            signs: deploys.signs(),
            deploy,
            old,
            new,
            server,
            seen,
            shown: String::new(),
            found: Vec::new(),
        })
    }

    fn page(&self) -> String {
        format!("{}questions/{QUESTION}/", self.server.url())
    }

    /// Finds what does not hold.
    async fn run(&mut self) -> Outcome {
        self.arrive().await?;
        self.break_it();
        let before = self.seen.requests().len();
        self.act().await?;
        if self.case.has_bad_worker() && self.case.visitor != Visitor::Writing {
            // One more visit, for the bad worker to have a say in.
            self.update().await?;
            self.leave().await?;
            self.time_passes().await;
            self.go(&self.page()).await;
        }
        let during = self.settle(|is| is["settled"] == true).await?;
        self.shown = shown(&during);
        self.judge("while it was faulted", &during);
        self.count_loads(before);
        if self.case.visitor == Visitor::Writing {
            self.still_writing(&during);
        }
        self.mend().await
    }

    /// Comes to the sound old deploy.
    async fn arrive(&self) -> Outcome {
        if self.case.visitor == Visitor::New {
            return self.leave().await;
        }
        if self.case.visitor == Visitor::Remembering {
            let none = ("/sw.js".to_owned(), Fault::Missing);
            self.deploy.set(&self.old, vec![none]);
        }
        self.go(&self.page()).await;
        let alive = "return document.documentElement.hasAttribute('data-alive')";
        self.browser.until_true("the old version", alive, json!([])).await?;
        if self.case.visitor != Visitor::Remembering {
            let controlled = "return !!navigator.serviceWorker.controller";
            self.browser.until_true("a worker in charge", controlled, json!([])).await?;
        }
        if self.case.visitor == Visitor::Writing {
            self.go(&format!("{}answer/", self.page())).await;
            self.browser.until_true("the old version", alive, json!([])).await?;
            let refuse = "window.sinceBefore = true; Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };
                for (const name of ['add', 'put']) IDBObjectStore.prototype[name] = () => { throw new DOMException('full', 'QuotaExceededError') };";
            self.browser.script(refuse, json!([])).await?;
            self.browser.write(&Find::field("Your answer"), HALF).await?;
        }
        Ok(())
    }

    fn break_it(&self) {
        let folder = if self.case.is_new { &self.new } else { &self.old };
        let faults = self.case.troubles.iter().map(|(part, trouble)| {
            let fault = match trouble {
                Trouble::Server(fault) => fault.clone(),
                Trouble::Old => Fault::From(self.old.clone()),
                Trouble::New => Fault::From(self.new.clone()),
            };
            (part.clone(), fault)
        });
        self.deploy.set(folder, faults.collect());
    }

    async fn act(&self) -> Outcome {
        if let Some(part) = self.case.evicted {
            self.browser.promise(EVICT, json!([part])).await?;
        }
        match self.case.act {
            Act::Reload => drop(self.browser.driver().refresh().await),
            Act::Go => {
                self.leave().await?;
                self.go(&self.page()).await;
            }
            Act::Reopen => {
                self.leave().await?;
                self.go(&format!("{}questions/", self.server.url())).await;
                self.leave().await?;
                self.go(&self.page()).await;
            }
            Act::Update => self.update().await?,
            Act::Take => {
                self.update().await?;
                self.take().await?;
            }
            Act::Elsewhere => {
                let here = self.browser.driver().window().await?;
                let other = self.browser.driver().new_tab().await?;
                self.browser.driver().switch_to_window(other).await?;
                self.go(&self.page()).await;
                self.settle(|is| is["settled"] == true).await?;
                self.update().await?;
                self.take().await?;
                self.settle(|is| is["settled"] == true).await?;
                self.browser.driver().close_window().await?;
                self.browser.driver().switch_to_window(here).await?;
            }
        }
        Ok(())
    }

    /// Has the browser look for a new version, and waits until it has it or will not.
    async fn update(&self) -> Outcome {
        let update = "const worker = await navigator.serviceWorker?.getRegistration();
            const late = new Promise((done) => setTimeout(done, 4000));
            try { await Promise.race([worker?.update(), late]) } catch {}
            const { installing } = worker ?? {};
            const ends = installing && new Promise((done) => installing.addEventListener('statechange', done));
            await Promise.race([ends, late]);";
        // The page may be loaded anew meanwhile, which the judge will see.
        let _ = self.browser.promise(update, json!([])).await;
        Ok(())
    }

    /// Takes the new version if it is offered.
    async fn take(&self) -> Outcome {
        let press = "const button = [...document.querySelectorAll('.toast button')].find((one) => one.textContent === 'Use it now');
            if (!button) return false; button.click(); return true";
        if self.browser.script(press, json!([])).await? == true {
            // Its worker takes over and the page is loaded anew.
            let _ = self.settle(|is| is["is"] == "new" || is["settled"] == false).await?;
        }
        Ok(())
    }

    /// The page must be one version, or say that it is none.
    fn judge(&mut self, when: &str, is: &journeys::Value) {
        if is["ours"] == false {
            // The browser's own page: nothing of ours came.
            let excused = self.case.may_be_silent() || self.case.evicted.is_some();
            if !excused {
                self.found.push(format!("{when} no page of ours: {is}"));
            }
            return;
        }
        if is["is"] == "mixed" {
            self.found.push(format!("{when} mixed: {is}"));
        }
        if is["blank"] == true && !self.case.may_be_silent() {
            self.found.push(format!("{when} blank: {is}"));
        }
        if is["lost"] == true {
            self.found.push(format!("{when} says that there is no such page: {is}"));
        }
        if is["settled"] == false && !self.case.may_be_silent() {
            self.found.push(format!("{when} neither open nor saying why: {is}"));
        }
    }

    fn count_loads(&mut self, before: usize) {
        let requests = self.seen.requests();
        let pages = requests[before..].iter().filter(|path| path.ends_with('/')).count();
        if pages > 8 {
            self.found.push(format!("{pages} pages were loaded: a loop"));
        }
    }

    fn still_writing(&mut self, is: &journeys::Value) {
        if is["sinceBefore"] != true || is["words"] != HALF {
            self.found.push(format!("unsaved words were not left alone: {is}"));
        }
    }

    /// The deploy is sound again: two visits on, the page is the new version.
    async fn mend(&mut self) -> Outcome {
        self.deploy.set(&self.new, Vec::new());
        self.leave().await?;
        self.go(&self.page()).await;
        let is_new = |is: &journeys::Value| {
            is["is"] == "new" && is["alive"] == true && is["failed"] == false
        };
        let first = self.settle(|is| is_new(is) || is["here"] == true).await?;
        if self.case.takes {
            self.take().await?;
        }
        let mut last = self.settle(|is| is_new(is) || is["here"] == true).await?;
        if !is_new(&last) {
            self.leave().await?;
            self.time_passes().await;
            self.go(&self.page()).await;
            last = self.settle(is_new).await?;
        }
        let is_held_up = self.case.has_endless_worker() && shown(&last) == "old, open";
        let is_readable = self.case.is_left_to_the_browser()
            && shown(&last).ends_with("as text")
            && last["blank"] == false;
        if !is_new(&last) && !is_held_up && !is_readable {
            self.found.push(format!("not the new version after two visits: {first}, then {last}"));
        }
        Ok(())
    }

    async fn go(&self, address: &str) {
        // What the browser makes of it is looked at afterwards.
        let _ = self.browser.driver().goto(address).await;
    }

    /// Closes the window of the site. What comes next is another visit.
    async fn leave(&self) -> Outcome {
        let driver = self.browser.driver();
        let next = driver.new_tab().await?;
        driver.close_window().await?;
        Ok(driver.switch_to_window(next).await?)
    }

    /// Between two visits the browser has time to let the new version take over. A page beside the site's folder sees it.
    async fn time_passes(&self) {
        let deadline = Instant::now() + SOON / 2;
        self.go(&format!("http://{}/", self.server.addr)).await;
        let waits =
            "return !!(await navigator.serviceWorker.getRegistration(arguments[0]))?.waiting";
        while Instant::now() < deadline {
            let is = self.browser.promise(waits, json!([self.signs["base"]])).await;
            if is.is_ok_and(|is| is == false) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }

    /// What the page is as soon as it is so, or in the end.
    async fn settle(&self, so: impl Fn(&journeys::Value) -> bool) -> Outcome<journeys::Value> {
        let deadline = Instant::now() + SOON;
        loop {
            let is = self.browser.promise(WHAT, json!([self.signs])).await;
            match is {
                Ok(is) if so(&is) || Instant::now() > deadline => return Ok(is),
                Err(failure) if Instant::now() > deadline => return Err(failure),
                _ => tokio::time::sleep(Duration::from_millis(60)).await,
            }
        }
    }
}

/// What a page is, in a word or two.
fn shown(is: &journeys::Value) -> String {
    let version = is["is"].as_str().unwrap_or("the browser's own page");
    let how = match (is["alive"] == true, is["failed"] == true) {
        (true, false) => "open",
        (true, true) => "open, a part of it says that it did not come",
        (false, true) => "says that it could not open",
        (false, false) => "as text",
    };
    format!("{version}, {how}")
}

const EVICT: &str = "for (const name of await caches.keys()) {
  const cache = await caches.open(name);
  for (const request of await cache.keys()) if (request.url.includes(arguments[0])) await cache.delete(request);
}";

/// What is shown, and which version each part of it belongs to.
const WHAT: &str = r"
const [{ names, code, data, version, base }] = arguments, root = document.documentElement;
const worker = await navigator.serviceWorker?.getRegistration?.().catch(() => {});
const waits = !!worker?.waiting && !!worker.active;
const here = !worker?.installing && await globalThis.caches?.has(`rapport:${base}:${version}`).catch(() => false);
const body = document.body?.innerText ?? '';
if (!root.hasAttribute('data-base')) return { ours: false, settled: document.readyState === 'complete', at: location.href, waits, here };
const alive = root.hasAttribute('data-alive'), failure = document.querySelector('#failure');
const say = { html: root.dataset.deploy ?? 'old' };
if (alive) say.glue = globalThis.deploy ?? 'old';
const sheet = getComputedStyle(root);
if (sheet.getPropertyValue('--bg')) say.css = sheet.getPropertyValue('--deploy').trim() || 'old';
const loaded = performance.getEntriesByType('resource').filter((one) => !(one.responseStatus >= 400)).map((one) => one.name);
names.forEach((list, at) => {
  for (const name of list) if (loaded.some((one) => one.includes(name))) say[name] = ['old', 'new'][at];
});
const text = root.textContent;
for (const [what, pair] of Object.entries({ code, data })) {
  const both = pair.map((word) => text.includes(word));
  if (both[0] && both[1]) say[what] = 'both';
  else if (both[0] || both[1]) say[what] = both[0] ? 'old' : 'new';
}
const kinds = new Set(Object.values(say));
const failed = !!failure || /could not be loaded/.test(text);
return {
  ours: true, alive, waits, here, failed, is: kinds.size === 1 ? [...kinds][0] : 'mixed', say: kinds.size === 1 ? undefined : say,
  blank: !body.trim(), lost: /There is no page here/.test(document.querySelector('#main h1')?.textContent ?? ''),
  settled: (alive && !/^Opening$/m.test(body)) || failed, sinceBefore: window.sinceBefore === true,
  words: document.querySelector('main textarea')?.value,
};";
