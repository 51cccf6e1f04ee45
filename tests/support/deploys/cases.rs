//! Which faults are tried: a list that is the same at every run.

use std::{fmt, time::Duration};

use pages_server::Fault;

use super::QUESTION;

/// Begins the list. Another number gives other cases.
const SEED: u64 = 5;

/// Who comes to a faulted deploy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visitor {
    /// Someone who has never been here.
    New,
    /// Someone whose browser remembers the old pages for ten minutes, without a worker.
    Remembering,
    /// Someone who has the old site on the device.
    Regular,
    /// The same, in the middle of an answer that this browser refuses to save.
    Writing,
}

/// What the visitor does while the deploy is faulted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Loads the page anew.
    Reload,
    /// Goes to a page by its address.
    Go,
    /// Closes the site and opens it again.
    Reopen,
    /// Lets the browser look for a new version.
    Update,
    /// The same, and takes it if it is offered.
    Take,
    /// Takes it in another window.
    Elsewhere,
}

/// What is wrong with one part of the deploy.
#[derive(Clone, Debug)]
pub enum Trouble {
    /// Of the server.
    Server(Fault),
    /// The old deploy answers.
    Old,
    /// The new one answers.
    New,
}

/// One case.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its place in the list.
    pub number: usize,
    /// Who comes.
    pub visitor: Visitor,
    /// Whether the rest of the site is the new one.
    pub is_new: bool,
    /// What is wrong with which addresses.
    pub troubles: Vec<(String, Trouble)>,
    /// What the browser has thrown away of what was on the device.
    pub evicted: Option<&'static str>,
    /// What the visitor does.
    pub act: Act,
    /// Whether the offer of the new version is taken in the end, or the site closed and opened.
    pub takes: bool,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let site = if self.is_new { "new" } else { "old" };
        write!(f, "{:>3} {:?} {:?}, site {site}", self.number, self.visitor, self.act)?;
        for (part, trouble) in &self.troubles {
            let said = format!("{trouble:?}");
            let said: String = said.chars().take(110).collect();
            write!(f, ", {part:?}: {said}")?;
        }
        self.evicted.map_or(Ok(()), |part| write!(f, ", thrown away: {part:?}"))
    }
}

impl Case {
    /// Whether the worker's script itself is the trouble.
    #[must_use]
    pub fn has_bad_worker(&self) -> bool {
        self.troubles.iter().any(|(part, trouble)| {
            part == WORKER && matches!(trouble, Trouble::Server(Fault::Text(_)))
        })
    }

    /// Whether a worker never ends its installation. The next one has to wait until the browser has had enough of it,
    /// which in Chromium takes five minutes. Ours ends by itself.
    #[must_use]
    pub fn has_endless_worker(&self) -> bool {
        self.has_bad_worker()
            && self.troubles.iter().any(|(_, trouble)| {
                matches!(trouble, Trouble::Server(Fault::Text(text)) if text == ENDLESS)
            })
    }

    /// Whether a browser without a worker keeps half of the script that starts the app and half of the one that would
    /// mend that, each as if it were whole. Then nothing of ours runs until it asks for them again, after ten minutes.
    #[must_use]
    pub fn is_left_to_the_browser(&self) -> bool {
        let is_short = |script: &str| {
            self.troubles.iter().any(|(part, trouble)| {
                (part.is_empty() || part == script)
                    && matches!(trouble, Trouble::Server(Fault::Short))
            })
        };
        let has_worker = matches!(self.visitor, Visitor::Regular | Visitor::Writing);
        !has_worker && is_short("/rescue.js") && is_short("/start-")
    }

    /// Whether what is wrong leaves a page that cannot say that something is.
    #[must_use]
    pub fn may_be_silent(&self) -> bool {
        let page = format!("/questions/{QUESTION}/");
        self.has_bad_worker()
            || self.troubles.iter().any(|(part, trouble)| {
                let whole = part.is_empty() || *part == page || part == "shell.html";
                let late = matches!(trouble, Trouble::Server(Fault::Slow(_) | Fault::Never));
                part == "/rescue.js" || late || (whole && matches!(trouble, Trouble::Server(_)))
            })
    }
}

const WORKER: &str = "/sw.js";

/// The parts of a deploy, by what is in their addresses.
const PARTS: [&str; 13] = [
    "/questions/fussy-customer/",
    "shell.html",
    "/start-",
    "_bg.wasm",
    "/site-",
    "/split-",
    "split_practise",
    "/data/",
    "questions/fussy-customer.postcard",
    "/theme.js",
    "/rescue.js",
    WORKER,
    "",
];

const ENDLESS: &str =
    "addEventListener('install', (event) => event.waitUntil(new Promise(() => {})));";

/// Workers that are no good. The last one is the way out that stands in the template.
const BAD: [&str; 10] = [
    "",
    "{{{",
    "throw new Error('no');",
    "<!doctype html><title>Not a script</title>",
    "addEventListener('install', (event) => event.waitUntil(Promise.reject(new Error('no'))));",
    ENDLESS,
    "addEventListener('install', () => skipWaiting()); addEventListener('activate', (event) => event.waitUntil(clients.claim())); addEventListener('fetch', (event) => event.respondWith(Response.error()));",
    "addEventListener('install', () => skipWaiting()); addEventListener('activate', (event) => event.waitUntil(clients.claim())); addEventListener('fetch', (event) => { if (/\\.(wasm|postcard)|start-/.test(event.request.url)) event.respondWith(Response.error()); });",
    "addEventListener('install', () => skipWaiting()); addEventListener('activate', (event) => event.waitUntil(clients.claim())); addEventListener('fetch', (event) => { if (event.request.mode === 'navigate') event.respondWith(new Response('', { headers: { 'content-type': 'text/html' } })); });",
    include_str!("../../../public/sw.js"),
];

/// The way out that stands in the comment of a worker's template, for that base.
fn way_out(template: &str, base: &str) -> String {
    let lines = template.lines().filter_map(|line| line.strip_prefix("//   "));
    lines.collect::<Vec<_>>().join("\n").replace("/its/base/", base)
}

/// Numbers without order, the same at every run (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        let length = of.len() as u64;
        of[usize::try_from(self.next() % length).unwrap_or(0)].clone()
    }

    fn fault(&mut self) -> Trouble {
        let faults = [
            Fault::Missing,
            Fault::Busy,
            Fault::Short,
            Fault::Cut,
            Fault::Slow(Duration::from_millis(1_200)),
        ];
        Trouble::Server(self.one(&faults))
    }
}

/// The first `count` cases of the list, for a site under `base`.
#[must_use]
pub fn cases(count: usize, base: &str) -> Vec<Case> {
    (0..count).map(|number| case(number, base)).collect()
}

fn case(number: usize, base: &str) -> Case {
    let mut random = Numbers(SEED.wrapping_mul(1_000_003).wrapping_add(number as u64));
    let acts = [Act::Reload, Act::Go, Act::Reopen, Act::Update, Act::Take];
    let act = random.one(&acts);
    let mut case = Case {
        number,
        visitor: Visitor::Regular,
        is_new: true,
        troubles: Vec::new(),
        evicted: None,
        act,
        takes: number.is_multiple_of(2),
    };
    let mut put = |part: &str, trouble: Trouble| case.troubles.push((part.to_owned(), trouble));
    match number % 10 {
        // One part of the new deploy is bad.
        0 => put(random.one(&PARTS), random.fault()),
        1 => {
            put(random.one(&PARTS), random.fault());
            case.visitor = Visitor::New;
            case.act = Act::Go;
        }
        2 => {
            if random.next().is_multiple_of(2) {
                put(random.one(&PARTS), random.fault());
            }
            case.visitor = Visitor::Remembering;
            case.act = random.one(&[Act::Reload, Act::Go, Act::Reopen]);
        }
        3 => {
            if random.next().is_multiple_of(2) {
                put(random.one(&PARTS), random.fault());
            }
            case.visitor = Visitor::Writing;
            case.act = random.one(&[Act::Update, Act::Elsewhere]);
        }
        // The worker is new, the files are old, or the other way round.
        4 => {
            put(WORKER, Trouble::New);
            case.is_new = false;
            case.visitor = random.one(&[Visitor::Regular, Visitor::New]);
        }
        5 => {
            put(WORKER, Trouble::Old);
            case.visitor = random.one(&[Visitor::Regular, Visitor::New, Visitor::Remembering]);
        }
        6 => {
            let bad = BAD[number / 10 % BAD.len()];
            let out = bad.contains("__FILES__").then(|| way_out(bad, base));
            put(WORKER, Trouble::Server(Fault::Text(out.unwrap_or_else(|| bad.to_owned()))));
            if number / 100 % 2 == 1 {
                case.visitor = Visitor::Writing;
                case.act = Act::Update;
            }
        }
        7 => {
            case.evicted = Some(random.one(&PARTS));
            case.is_new = !random.next().is_multiple_of(4);
            case.act = random.one(&[Act::Reload, Act::Reopen, Act::Go]);
        }
        8 => {
            put(random.one(&PARTS), random.fault());
            put(random.one(&PARTS), random.fault());
            case.visitor = random.one(&[Visitor::New, Visitor::Regular]);
        }
        // Each part from one deploy or the other.
        _ => {
            for part in &PARTS[..12] {
                put(part, random.one(&[Trouble::Old, Trouble::New]));
            }
            case.visitor = random.one(&[Visitor::New, Visitor::Regular, Visitor::Remembering]);
        }
    }
    if matches!(case.visitor, Visitor::New) {
        case.act = Act::Go;
    }
    case
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_the_same_at_every_run_and_no_case_twice() {
        let list = |count| -> Vec<String> {
            cases(count, "/b/").iter().map(|case| format!("{case}")).collect()
        };
        assert_eq!(list(200), list(200));
        assert_eq!(list(200)[..20], list(20));
    }

    #[test]
    fn the_way_out_is_a_script_for_its_base() {
        let script = way_out(BAD[9], "/b/");
        assert!(script.contains("rapport:/b/:") && script.contains("unregister"), "{script}");
    }
}
