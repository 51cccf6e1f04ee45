//! Playing a quiz: one item at a time, the reasons after each, the result at the end.

mod ask;
mod end;
mod options;
mod reasons;
mod share;

use coach::quiz::{Pick, Round, Task, Trace};
use leptos::{ev, prelude::*, task::spawn_local};

use super::{
    super::{not_found::NotFound, use_id},
    source::Source,
};
use crate::{
    browser::{clock, hands, page},
    components::{
        icon::{Icon, Sign},
        shell::Main,
    },
    reactive::{effect, live, press, text},
    routes::Page,
    state::{Data, Work, use_data, use_work},
    wording::quiz as say,
};

/// The id of the task, which has the focus when a new item comes.
const ASK: &str = "ask";
/// The id of the verdict, which has it after an answer was checked.
const VERDICT: &str = "verdict";
/// The id of the result's heading, which has it at the end.
const RESULT: &str = "result";

/// Where the page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// What is saved, or what is asked, is not here yet.
    Coming,
    /// What is asked cannot be had.
    Failed,
    /// An item is to be answered: which turn of the round.
    Asking(usize),
    /// It has been answered, and the reasons are shown.
    Told(usize),
    /// The round is over.
    Over,
}

/// What the pieces of the page share.
#[derive(Clone, Copy)]
struct Table {
    source: Source,
    work: Work,
    data: Data,
    /// The turn that is shown. Once its answer is checked it is one behind the round.
    turn: RwSignal<Option<usize>>,
    /// Whether the files with the round's items are here; `None` while they are coming.
    here: RwSignal<Option<bool>>,
    phase: Memo<Phase>,
    /// The answer that is being put together.
    pick: RwSignal<Option<Pick>>,
    /// Whether it was checked too early.
    too_early: RwSignal<bool>,
    /// The last line that was moved in an order: from where to where.
    said: RwSignal<Option<(usize, usize)>>,
}

/// The page.
#[component]
pub fn Play() -> impl IntoView {
    match Source::open(&use_id()) {
        Some(source) => play(source).into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

impl Table {
    fn new(source: Source) -> Self {
        let work = use_work();
        let (turn, here) = (RwSignal::new(None), RwSignal::new(None));
        let phase = Memo::new(move |_| {
            let Some(turn) = turn.get() else { return Phase::Coming };
            match here.get() {
                None => return Phase::Coming,
                Some(false) => return Phase::Failed,
                Some(true) => {}
            }
            let read = |quizzes: &coach::save::Quizzes| match quizzes.round(source.id()) {
                Some(round) if turn < round.given.len() => Phase::Told(turn),
                Some(round) if round.turn(turn).is_some() => Phase::Asking(turn),
                Some(_) => Phase::Over,
                None => Phase::Coming,
            };
            work.quizzes.with(read).unwrap_or(Phase::Coming)
        });
        Self {
            source,
            work,
            data: use_data(),
            turn,
            here,
            phase,
            pick: RwSignal::new(None),
            too_early: RwSignal::new(false),
            said: RwSignal::new(None),
        }
    }

    /// What `read` makes of the round, without tracking.
    fn peek<R>(self, read: impl FnOnce(&Round) -> R) -> Option<R> {
        self.work.quizzes.peek(|quizzes| quizzes.round(self.source.id()).map(read)).flatten()
    }

    /// Takes up the round where it was left, or begins one.
    fn sit_down(self) {
        let (source, id) = (self.source, self.source.id());
        let now = clock::now();
        self.work.quizzes.update(|quizzes| {
            quizzes.keep(id, |item| source.has(item), now);
            if quizzes.round(id).is_none() {
                quizzes.begin(id, source.round(now));
            }
        });
        self.work.quizzes.flush();
        self.turn.set(self.peek(|round| round.given.len()));
        self.bring();
    }

    /// Begins another round.
    fn begin(self, round: Round) {
        self.work.quizzes.update(|quizzes| quizzes.begin(self.source.id(), round));
        self.work.quizzes.flush();
        self.turn.set(Some(0));
        self.bring();
    }

    fn begin_new(self) {
        self.begin(self.source.round(clock::now()));
    }

    fn begin_wrong(self) {
        if let Some(round) = self.peek(|round| round.of_wrong(clock::now())) {
            self.begin(round);
        }
    }

    /// Fetches the items of the round, where they are not here.
    fn bring(self) {
        let files = self.peek(|round| self.source.files(round)).unwrap_or_default();
        if self.data.has(&files) {
            self.here.set(Some(true));
            return;
        }
        self.here.set(None);
        spawn_local(async move {
            let came = self.data.fetch(files).await.is_ok();
            self.here.try_set(Some(came));
        });
    }

    /// Checks the answer to the item that is asked, and keeps it.
    fn check(self) {
        let answer = self.pick.with_untracked(|pick| pick.as_ref().and_then(Pick::answer));
        let id = self.peek(|round| round.next().map(|task| task.item.to_owned())).flatten();
        let item = id.and_then(|id| self.source.item(self.data, &id));
        let (Some(answer), Some((item, _))) = (answer, item) else {
            self.too_early.set(true);
            return;
        };
        let now = clock::now();
        self.work.quizzes.update(|quizzes| quizzes.answer(self.source.id(), item, answer, now));
        // An answer is not left to a timer.
        self.work.quizzes.flush();
    }

    /// The one thing to do now: check, or go on.
    fn go_on(self) {
        match self.phase.get_untracked() {
            Phase::Asking(_) => self.check(),
            Phase::Told(turn) => self.turn.set(Some(turn + 1)),
            Phase::Coming | Phase::Failed | Phase::Over => {}
        }
    }
}

fn play(source: Source) -> impl IntoView {
    let table = Table::new(source);
    let work = table.work;
    work.quizzes.want();
    let mut is_seated = false;
    effect(move || {
        if work.quizzes.is_known() && !is_seated {
            is_seated = true;
            table.sit_down();
        }
    });
    listen(table);
    guide_focus(table);

    let close = Page::Quiz(source.id().to_owned()).href();
    let count = text(move || {
        table.phase.track();
        told_count(table)
    });
    let body = live(move || match table.phase.get() {
        Phase::Coming => {
            view! { <p class="soft" role="status">"Getting your questions ready"</p> }.into_any()
        }
        Phase::Failed => failed(table).into_any(),
        Phase::Asking(turn) => ask::asking(table, turn).into_any(),
        Phase::Told(turn) => ask::told(table, turn).into_any(),
        Phase::Over => end::end(table).into_any(),
    });
    view! {
        <header class="top">
            <a class="ib edge" href=close aria-label="Leave the quiz, it is saved">
                <Sign icon=Icon::Close />
            </a>
            <strong class="small quiz-name">{source.title()}</strong>
            <span class="push small soft num quiz-count">{count}</span>
        </header>
        <Main class="page">
            <h1 class="vh">{source.title()}</h1>
            {body}
        </Main>
        {live(move || dock(table))}
    }
}

/// What is done at the foot.
fn dock(table: Table) -> AnyView {
    let is_over = Memo::new(move |_| matches!(table.phase.get(), Phase::Over));
    let is_on = Memo::new(move |_| matches!(table.phase.get(), Phase::Asking(_) | Phase::Told(_)));
    live(move || match (is_on.get(), is_over.get()) {
        (true, _) => {
            let label = text(move || go_on_label(table));
            let hint = text(move || {
                let early = table.too_early.get();
                let kind = early.then(|| asked(table)).flatten().map(|(item, _)| item.kind);
                kind.map(say::incomplete).unwrap_or_default().to_owned()
            });
            view! {
                <div class="dock">
                    <div class="row">
                        <button class="btn go grow" on:click=press(move || table.go_on())>{label}</button>
                        <span class="small" role="status">{hint}</span>
                    </div>
                </div>
            }
            .into_any()
        }
        (_, true) => end::dock(table).into_any(),
        _ => ().into_any(),
    })
}

/// The task of the turn that is shown, and its item.
fn asked(table: Table) -> Option<(&'static coach::quiz::Item, &'static [bank::Brief])> {
    let turn = table.turn.get_untracked()?;
    let id = table.peek(|round| round.turn(turn).map(|task| task.item.to_owned())).flatten()?;
    table.source.item(table.data, &id)
}

fn go_on_label(table: Table) -> String {
    match table.phase.get() {
        Phase::Told(turn) => {
            let next =
                table.peek(|round| round.turn(turn + 1).map(|task| (task.again, task.number)));
            match next.flatten() {
                None => "See the result",
                Some((true, 1)) => "On to the wrong ones",
                Some(_) => "Next question",
            }
        }
        _ => "Check",
    }
    .to_owned()
}

/// "4 of 20".
fn told_count(table: Table) -> String {
    let Some(turn) = table.turn.get_untracked() else { return String::new() };
    let told = |task: Task<'_>| {
        let again = if task.again { "Once more: " } else { "" };
        format!("{again}{} of {}", task.number, task.of)
    };
    table.peek(|round| round.turn(turn).map(told)).flatten().unwrap_or_default()
}

/// The ribbon: a piece for each item.
fn ribbon(table: Table, turn: usize) -> impl IntoView {
    let traces = table.peek(|round| round.traces(turn)).unwrap_or_default();
    let count = |wanted: &[Trace]| traces.iter().filter(|trace| wanted.contains(trace)).count();
    let label = format!(
        "{}. {} right, {} wrong so far.",
        told_count(table),
        count(&[Trace::Right, Trace::Mended]),
        count(&[Trace::Wrong])
    );
    pieces(&traces, label)
}

/// The pieces of a ribbon.
fn pieces(traces: &[Trace], label: String) -> impl IntoView + use<> {
    let piece = |trace: &Trace| {
        let class = match trace {
            Trace::ToCome => "seg todo",
            Trace::Now => "seg res",
            Trace::Right => "seg act",
            Trace::Wrong => "seg none",
            Trace::Mended => "seg ins",
        };
        view! { <span class=class></span> }
    };
    let pieces = traces.iter().map(piece).collect_view();
    view! { <div class="balance thin" role="img" aria-label=label>{pieces}</div> }
}

fn failed(table: Table) -> impl IntoView {
    view! {
        <section class="note care" role="alert">
            <Sign icon=Icon::Note />
            <div class="stack g3">
                <p>
                    "The questions of this round could not be loaded. There may be no network just now. What you have answered is safe."
                </p>
                <div class="row">
                    <button class="btn" on:click=press(move || table.bring())>"Try again"</button>
                </div>
            </div>
        </section>
    }
}

/// Numbers choose, Enter checks and goes on, arrows move a line.
fn listen(table: Table) {
    effect(move || {
        let listener = window_event_listener(ev::keydown, move |event| {
            let phase = table.phase.get_untracked();
            if !matches!(phase, Phase::Asking(_) | Phase::Told(_)) {
                return;
            }
            match hands::key(&event) {
                Some(hands::Key::Enter) => table.go_on(),
                Some(key) if matches!(phase, Phase::Asking(_)) => options::key(table, key),
                _ => {}
            }
        });
        on_cleanup(move || listener.remove());
    });
}

/// A new item, a verdict and the result each get the focus when they come. Not when the page itself
/// comes: then the focus is on its heading.
fn guide_focus(table: Table) {
    let mut is_first = true;
    effect(move || {
        let now = table.phase.get();
        table.too_early.set(false);
        if now == Phase::Coming || std::mem::take(&mut is_first) {
            return;
        }
        match now {
            Phase::Asking(_) => page::once_drawn(|| hands::start_at(ASK)),
            Phase::Told(_) => page::once_drawn(|| page::focus(VERDICT)),
            Phase::Over => page::once_drawn(|| hands::start_at(RESULT)),
            Phase::Coming | Phase::Failed => {}
        }
    });
}
