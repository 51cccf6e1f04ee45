//! Copies that come by themselves: the doing. It goes on whichever page is open.

use std::{cell::OnceCell, time::Duration};

use coach::save::{Copies, Next, Tally, crc32};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{clock, handles, storage},
    reactive::effect,
    state::{BEFORE, Notice, Notices, Work, change_copies, copies, copies_now, use_work},
};

/// For how long the state before a copy came in is kept, in milliseconds: who misses something notices
/// within a week, and it takes as much room as the work itself.
const BEFORE_MS: u64 = 7 * 86_400_000;

/// How it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// The file has what there is, or will have it soon.
    #[default]
    Well,
    /// The browser wants the user's permission again.
    Asks,
    /// There is far less here than in the file.
    Less,
    /// The file could not be written.
    Failed,
}

thread_local! {
    static STANDING: OnceCell<ArcRwSignal<Standing>> = const { OnceCell::new() };
    static WAITING: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

fn signal() -> ArcRwSignal<Standing> {
    STANDING.with(|signal| signal.get_or_init(|| ArcRwSignal::new(Standing::Well)).clone())
}

/// How it stands, as a tracked read.
pub fn standing() -> Standing {
    signal().get()
}

/// Begins, once.
pub fn start() {
    let now = clock::now();
    for name in storage::names(BEFORE) {
        let at = name[BEFORE.len()..].parse::<u64>().unwrap_or(0);
        if now.abs_diff(at) > BEFORE_MS {
            let _ = storage::remove(&name);
        }
    }
    if !handles::can() {
        return;
    }
    let work = use_work();
    let notices: Notices = expect_context();
    // Only where there is such a file is all the work read on every page.
    let on = Memo::new(|_| copies().auto.is_some());
    effect(move || {
        if on.get() {
            work.want_all();
            watch(work, notices);
        }
    });
}

/// Looks at everything, and soon after a change of any of it at what is to be written.
fn watch(work: Work, notices: Notices) {
    effect(move || {
        let known = [
            work.drafts.with(|_| ()),
            work.attempts.with(|_| ()),
            work.settings.with(|_| ()),
            work.marks.with(|_| ()),
            work.ticks.with(|_| ()),
            work.quizzes.with(|_| ()),
            work.own.with(|_| ()),
        ];
        if known.iter().all(Option::is_some) {
            later(work, notices);
        }
    });
}

fn later(work: Work, notices: Notices) {
    let Some(auto) = copies_now().auto else { return };
    if WAITING.replace(true) {
        return;
    }
    let wait = Duration::from_millis(auto.wait(clock::now()));
    let due = move || {
        WAITING.set(false);
        spawn_local(write(work, notices, false));
    };
    set_timeout(due, wait);
}

/// Writes the file if it does not have everything. `said_so`: the user pressed for it, so that the browser
/// may ask, and little may take the place of much.
pub async fn write(work: Work, notices: Notices, said_so: bool) {
    let Some(auto) = copies_now().auto else { return };
    // What a newer version saved cannot be put into a copy: it would be missing from the file.
    if notices.list.with_untracked(|list| list.contains(&Notice::FromNewer)) {
        return;
    }
    let Some(all) = work.backup() else { return };
    let Ok(text) = all.to_file() else { return };
    let (sum, tally) = (crc32(text.as_bytes()), Tally::of(&all));
    let standing = signal();
    match auto.next(sum, &tally, said_so) {
        Next::Nothing => standing.set(Standing::Well),
        Next::Less => standing.set(Standing::Less),
        Next::Write => {
            let Some(handle) = handles::kept().await else {
                standing.set(Standing::Failed);
                return;
            };
            if !handle.may_be_written(said_so).await {
                standing.set(Standing::Asks);
                return;
            }
            if !handle.write(&text).await {
                standing.set(Standing::Failed);
                return;
            }
            let now = clock::now();
            change_copies(|copies| {
                // It may have been switched off meanwhile.
                if let Some(auto) = &mut copies.auto {
                    (auto.written, auto.sum, auto.entries) = (now, sum, tally.total());
                    copies.last = Some(now);
                }
            });
            standing.set(Standing::Well);
        }
    }
}

/// No more copies come by themselves. The file stays.
pub fn stop() {
    handles::forget();
    change_copies(|copies| copies.auto = None);
    signal().set(Standing::Well);
}

/// Forgets all that is known of copies.
pub fn forget() {
    stop();
    change_copies(|copies| *copies = Copies::default());
}
