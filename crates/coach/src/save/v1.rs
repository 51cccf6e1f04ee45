//! Version 1 of everything that is saved.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::envelope::Aggregate;
use crate::{
    draft::{Draft, Mode, put},
    link::{Kind, Link},
    own::{KeptAnswer, OWN, OwnError, OwnQuestion, same_prompt},
    quiz::{Answer, Item, Round, Score, Standing, standing},
    rewind::Section,
    template::Template,
    vocabulary,
};

/// The unfinished answers, by question id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Drafts {
    /// The draft of each question that has one.
    pub by_question: BTreeMap<String, Draft>,
    /// New words for the parts of a finished answer, in the order of [`Section::ALL`], by the answer's
    /// name as a text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub again: BTreeMap<String, Vec<String>>,
}

impl Aggregate for Drafts {
    const NAME: &'static str = "drafts";
}

impl Drafts {
    /// The draft that was changed last, has words in it and is not finished, with its question's id.
    /// Only questions that are there count: `is_there` says so of an id.
    #[must_use]
    pub fn latest(&self, is_there: impl Fn(&str) -> bool) -> Option<(&str, &Draft)> {
        self.by_question
            .iter()
            .filter(|(_, draft)| draft.finished.is_none() && !draft.is_blank())
            .filter(|(id, _)| is_there(id))
            .max_by_key(|(_, draft)| draft.changed)
            .map(|(id, draft)| (id.as_str(), draft))
    }

    /// The new words for a part of the answer of that name.
    #[must_use]
    pub fn again(&self, attempt: u64, section: Section) -> &str {
        let words = self.again.get(&attempt.to_string());
        words.and_then(|words| words.get(section as usize)).map_or("", String::as_str)
    }

    /// Writes new words for a part of the answer of that name.
    pub fn set_again(&mut self, attempt: u64, section: Section, words: String) {
        let name = attempt.to_string();
        let parts = self.again.entry(name.clone()).or_default();
        put(parts, section as usize, words);
        if parts.iter().all(String::is_empty) {
            self.again.remove(&name);
        }
    }
}

/// One finished answer. What a coach says of it is not saved: it follows from the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// When it was finished, in milliseconds since 1970 (UTC). No two attempts share it, so it is
    /// also the attempt's name.
    pub at: u64,
    /// The question's id.
    pub question: String,
    /// The question as it was asked then, so that the history reads even if the bank changes.
    pub prompt: String,
    /// The answer.
    pub text: String,
    /// How it was written.
    #[serde(default)]
    pub mode: Mode,
    /// The name of the finished answer that it came from, if it came from one. That one may be gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u64>,
}

/// The finished answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attempts {
    /// In order of time, the oldest first.
    pub list: Vec<Attempt>,
}

impl Aggregate for Attempts {
    const NAME: &'static str = "attempts";
}

impl Attempts {
    /// Adds an attempt; where its time is taken, it moves on by a millisecond (at the end of time, which
    /// only a damaged file comes to, back by one). Returns its time.
    pub fn add(&mut self, mut attempt: Attempt) -> u64 {
        let free = |at: &u64| self.list.iter().all(|known| known.at != *at);
        let later = (attempt.at..=u64::MAX).find(free);
        let at = later.or_else(|| (0..attempt.at).rev().find(free)).unwrap_or(attempt.at);
        attempt.at = at;
        let place = self.list.partition_point(|known| known.at < at);
        self.list.insert(place, attempt);
        at
    }

    /// The attempt finished at that time.
    #[must_use]
    pub fn get(&self, at: u64) -> Option<&Attempt> {
        self.list.iter().find(|attempt| attempt.at == at)
    }

    /// The attempts at one question, the newest first.
    pub fn of<'a>(&'a self, question: &'a str) -> impl Iterator<Item = &'a Attempt> {
        self.list.iter().rev().filter(move |attempt| attempt.question == question)
    }

    /// The attempts at the same question before this one, the newest first.
    pub fn before<'a>(&'a self, attempt: &'a Attempt) -> impl Iterator<Item = &'a Attempt> {
        self.of(&attempt.question).filter(move |known| known.at < attempt.at)
    }

    /// The attempt that this one is best compared with: the one that it came from, or else the last one
    /// before it.
    #[must_use]
    pub fn compared<'a>(&'a self, attempt: &'a Attempt) -> Option<&'a Attempt> {
        let from = self.before(attempt).find(|known| Some(known.at) == attempt.from);
        from.or_else(|| self.before(attempt).next())
    }
}

vocabulary! {
    /// Light or dark.
    Theme {
        /// As the device says.
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

/// What the user set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: Theme::System }
    }
}

impl Aggregate for Settings {
    const NAME: &'static str = "settings";
}

/// What was put aside to come back to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Marks {
    /// When each item was marked, in milliseconds since 1970 (UTC), by its link as text. A text, so that
    /// a kind of item that this version does not know stays.
    pub items: BTreeMap<String, u64>,
}

impl Aggregate for Marks {
    const NAME: &'static str = "marks";
}

impl Marks {
    /// The marked items of one kind, the last marked first.
    #[must_use]
    pub fn of(&self, kind: Kind) -> Vec<Link> {
        let links =
            self.items.iter().filter_map(|(name, at)| Some((at, name.parse::<Link>().ok()?)));
        let mut links: Vec<(&u64, Link)> = links.filter(|(_, link)| link.kind == kind).collect();
        links.sort_by(|(one, _), (other, _)| other.cmp(one));
        links.into_iter().map(|(_, link)| link).collect()
    }

    /// What is marked and is of no kind that this version knows.
    #[must_use]
    pub fn unknown(&self) -> Vec<&str> {
        self.items.keys().map(String::as_str).filter(|name| name.parse::<Link>().is_err()).collect()
    }
}

/// What was ticked off on checklists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ticks {
    /// When each step was done, in milliseconds since 1970 (UTC), by checklist and step.
    pub done: BTreeMap<String, BTreeMap<String, u64>>,
}

impl Aggregate for Ticks {
    const NAME: &'static str = "ticks";
}

impl Ticks {
    /// Whether a step is done.
    #[must_use]
    pub fn is_done(&self, checklist: &str, step: &str) -> bool {
        self.done.get(checklist).is_some_and(|steps| steps.contains_key(step))
    }

    /// Ticks a step off, or takes the tick back.
    pub fn toggle(&mut self, checklist: &str, step: &str, now: u64) {
        let steps = self.done.entry(checklist.to_owned()).or_default();
        if steps.remove(step).is_none() {
            steps.insert(step.to_owned(), now);
        }
    }
}

/// Quizzes that are being played, and how those ended that were.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Quizzes {
    /// The open round of each quiz that has one, by the quiz's id.
    pub open: BTreeMap<String, Round>,
    /// The last round that was finished of each quiz, to be read again. Not while another is open.
    pub ended: BTreeMap<String, Round>,
    /// The results in order of time, the oldest first.
    pub results: Vec<QuizResult>,
}

impl Aggregate for Quizzes {
    const NAME: &'static str = "quizzes";
}

/// How one round ended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QuizResult {
    /// When, in milliseconds since 1970 (UTC).
    pub at: u64,
    /// The quiz's id.
    pub quiz: String,
    /// How many were right at the first try.
    pub right: usize,
    /// How many items there were.
    pub of: usize,
    /// How many of the others were right at the second try.
    pub mended: usize,
    /// Whether the round had only those that were wrong before.
    pub part: bool,
}

impl QuizResult {
    /// How it went.
    #[must_use]
    pub const fn score(&self) -> Score {
        Score { right: self.right, of: self.of, mended: self.mended }
    }
}

impl Quizzes {
    /// The round of a quiz that is open, or else the one that was finished last.
    #[must_use]
    pub fn round(&self, quiz: &str) -> Option<&Round> {
        self.open.get(quiz).or_else(|| self.ended.get(quiz))
    }

    /// Opens a round, in place of any other of that quiz.
    pub fn begin(&mut self, quiz: &str, round: Round) {
        self.ended.remove(quiz);
        self.open.insert(quiz.to_owned(), round);
    }

    /// Takes the answer to what comes next in the open round of a quiz. The last answer ends it.
    pub fn answer(&mut self, quiz: &str, item: &Item, answer: Answer, now: u64) {
        let Some(round) = self.open.get_mut(quiz) else { return };
        round.answer(item, answer);
        if round.next().is_none() {
            self.finish(quiz, now);
        }
    }

    /// Leaves out of the rounds of a quiz what is no longer in the bank. An open round that is over
    /// then ends; one with nothing left is dropped.
    pub fn keep(&mut self, quiz: &str, is_there: impl Fn(&str) -> bool, now: u64) {
        for rounds in [&mut self.open, &mut self.ended] {
            if let Some(round) = rounds.get_mut(quiz) {
                round.keep(&is_there);
                if round.items.is_empty() {
                    rounds.remove(quiz);
                }
            }
        }
        if self.open.get(quiz).is_some_and(|round| round.next().is_none()) {
            self.finish(quiz, now);
        }
    }

    /// Ends the open round of a quiz and keeps its result, which is returned.
    pub fn finish(&mut self, quiz: &str, now: u64) -> Option<QuizResult> {
        let round = self.open.remove(quiz)?;
        let (Score { right, of, mended }, part) = (round.score(), round.part);
        self.ended.insert(quiz.to_owned(), round);
        let result = QuizResult { at: now, quiz: quiz.to_owned(), right, of, mended, part };
        self.results.push(result.clone());
        Some(result)
    }

    /// The results of one quiz, the newest first.
    pub fn of<'a>(&'a self, quiz: &'a str) -> impl Iterator<Item = &'a QuizResult> {
        self.results.iter().rev().filter(move |result| result.quiz == quiz)
    }

    /// The results of whole rounds of one quiz, the newest first.
    pub fn whole<'a>(&'a self, quiz: &'a str) -> impl Iterator<Item = &'a QuizResult> {
        self.of(quiz).filter(|result| !result.part)
    }

    /// How the whole rounds of one quiz compare with each other.
    #[must_use]
    pub fn standing(&self, quiz: &str) -> Option<Standing> {
        standing(self.whole(quiz).map(QuizResult::score))
    }
}

/// What the candidate added.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Own {
    /// Questions, by id.
    pub questions: BTreeMap<String, OwnQuestion>,
    /// Answers kept from templates, by when they were first kept, in milliseconds since 1970 (UTC).
    pub answers: BTreeMap<u64, KeptAnswer>,
    /// What is being filled into each template, by its id, in the order of the slots.
    pub filling: BTreeMap<String, Vec<String>>,
    /// Questions that are being written down or changed, as they were typed: by their id, [`NEW`], or
    /// [`FROM`] and the id of the question of the bank that they start from.
    pub editing: BTreeMap<String, OwnQuestion>,
}

/// What a question that is being written down for the first time is called.
pub const NEW: &str = "new";
/// What stands before the id of the question of the bank that a new one starts from.
pub const FROM: &str = "from/";

impl Aggregate for Own {
    const NAME: &'static str = "own";
}

impl Own {
    /// Adds a question and returns its id.
    pub fn add_question(&mut self, question: OwnQuestion, now: u64) -> String {
        let mut at = now;
        let mut id = format!("{OWN}{at}");
        while self.questions.contains_key(&id) {
            at += 1;
            id = format!("{OWN}{at}");
        }
        self.questions.insert(id.clone(), question);
        id
    }

    /// Saves what is being edited, in place of `id` or as a new question, and returns its id.
    ///
    /// # Errors
    /// What is wrong with it; nothing has changed then.
    pub fn save_question(
        &mut self,
        editing: &str,
        base: &OwnQuestion,
        id: Option<&str>,
        now: u64,
    ) -> Result<String, Vec<OwnError>> {
        let question = self.editing.get(editing).unwrap_or(base);
        let errors = question.errors();
        if !errors.is_empty() {
            return Err(errors);
        }
        let question = OwnQuestion { changed: now, ..question.clone() }.tidy();
        self.editing.remove(editing);
        Ok(match id {
            Some(id) => {
                self.questions.insert(id.to_owned(), question);
                id.to_owned()
            }
            None => self.add_question(question, now),
        })
    }

    /// The question that asks the same, if there is one besides `except`.
    #[must_use]
    pub fn asking(&self, prompt: &str, except: Option<&str>) -> Option<&str> {
        let others = self.questions.iter().filter(|(id, _)| Some(id.as_str()) != except);
        let mut others = others.filter(|(_, other)| same_prompt(&other.prompt, prompt));
        others.next().map(|(id, _)| id.as_str())
    }

    /// Writes what is filled into one slot of a template: into the kept answer of that name, or into
    /// what is being filled in.
    pub fn fill(
        &mut self,
        template: &Template,
        kept: Option<u64>,
        at: usize,
        text: String,
        now: u64,
    ) {
        let Some(name) = kept else {
            put(self.filling.entry(template.id.clone()).or_default(), at, text);
            return;
        };
        if let Some(answer) = self.answers.get_mut(&name) {
            put(&mut answer.slots, at, text);
            answer.text = template.join(&answer.slots);
            answer.changed = now;
        }
    }

    /// What is filled into a template: into the kept answer of that name, or what is being filled in.
    #[must_use]
    pub fn filled(&self, template: &str, kept: Option<u64>) -> &[String] {
        let slots = match kept {
            Some(name) => self.answers.get(&name).map(|answer| &answer.slots),
            None => self.filling.get(template),
        };
        slots.map_or(&[], Vec::as_slice)
    }

    /// Keeps an answer and returns its name. A name that is given is written over.
    pub fn keep_answer(&mut self, answer: KeptAnswer, name: Option<u64>, now: u64) -> u64 {
        let mut at = name.unwrap_or(now);
        while name.is_none() && self.answers.contains_key(&at) {
            at += 1;
        }
        self.answers.insert(at, answer);
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempt(at: u64, text: &str) -> Attempt {
        Attempt {
            at,
            question: "q".into(),
            prompt: "?".into(),
            text: text.into(),
            mode: Mode::Free,
            from: None,
        }
    }

    #[test]
    fn a_try_is_compared_with_the_one_it_came_from() {
        let mut attempts = Attempts::default();
        for at in [1, 2, 3] {
            attempts.add(attempt(at, "words"));
        }
        attempts.add(Attempt { question: "other".into(), ..attempt(4, "words") });
        let names =
            |at| attempts.before(attempts.get(at).unwrap()).map(|a| a.at).collect::<Vec<_>>();
        assert_eq!((names(3), names(1), names(4)), (vec![2, 1], vec![], vec![]));
        let with = |from| {
            attempts.compared(&Attempt { from, ..attempt(9, "words") }).map(|attempt| attempt.at)
        };
        assert_eq!(with(Some(1)), Some(1));
        assert_eq!(with(None), Some(3));
        assert_eq!(with(Some(4)), Some(3), "an answer to another question");
        assert_eq!(with(Some(77)), Some(3), "one that is gone");
    }

    #[test]
    fn an_answer_from_before_it_could_come_from_another_still_opens() {
        let old = r#"{"at":5,"question":"q","prompt":"?","text":"a","mode":"free"}"#;
        assert_eq!(serde_json::from_str::<Attempt>(old).unwrap(), attempt(5, "a"));
        assert_eq!(serde_json::to_string(&attempt(5, "a")).unwrap(), old);
        let drafts = r#"{"by_question":{}}"#;
        assert_eq!(serde_json::from_str::<Drafts>(drafts).unwrap(), Drafts::default());
        assert_eq!(serde_json::to_string(&Drafts::default()).unwrap(), drafts);
    }

    #[test]
    fn new_words_for_a_part_are_kept_until_they_are_taken_out() {
        let mut drafts = Drafts::default();
        drafts.set_again(5, Section::Result, "She".into());
        drafts.set_again(5, Section::Action, "I".into());
        drafts.set_again(6, Section::Result, " ".into());
        assert_eq!(
            (drafts.again(5, Section::Result), drafts.again(6, Section::Result)),
            ("She", " ")
        );
        let raw = serde_json::to_string(&drafts).unwrap();
        assert_eq!(serde_json::from_str::<Drafts>(&raw).unwrap(), drafts);
        drafts.set_again(5, Section::Result, String::new());
        assert_eq!((drafts.again(5, Section::Result), drafts.again(5, Section::Action)), ("", "I"));
        drafts.set_again(5, Section::Action, String::new());
        drafts.set_again(6, Section::Result, String::new());
        assert_eq!(drafts, Drafts::default());
    }

    #[test]
    fn two_attempts_never_share_a_name() {
        let mut attempts = Attempts::default();
        assert_eq!(attempts.add(attempt(5, "a")), 5);
        assert_eq!(attempts.add(attempt(6, "b")), 6);
        assert_eq!(attempts.add(attempt(5, "c")), 7);
        assert_eq!(attempts.add(attempt(1, "d")), 1);
        let order: Vec<_> = attempts.list.iter().map(|a| a.text.as_str()).collect();
        assert_eq!(order, ["d", "a", "b", "c"]);
        assert_eq!(attempts.of("q").next().map(|a| a.at), Some(7));
    }

    #[test]
    fn a_tick_can_be_taken_back() {
        let mut ticks = Ticks::default();
        ticks.toggle("the-day", "shoes", 5);
        assert!(ticks.is_done("the-day", "shoes") && !ticks.is_done("the-day", "map"));
        ticks.toggle("the-day", "shoes", 6);
        assert!(!ticks.is_done("the-day", "shoes"));
    }

    #[test]
    fn a_finished_round_becomes_a_result() {
        let mut quizzes = Quizzes::default();
        quizzes.open.insert("skills".into(), Round { items: vec!["a".into()], ..Round::default() });
        let result = quizzes.finish("skills", 7);
        assert_eq!(result.map(|r| (r.at, r.right, r.of)), Some((7, 0, 1)));
        assert_eq!(quizzes.finish("skills", 8), None);
        assert_eq!(quizzes.of("skills").count(), 1);
        assert!(quizzes.round("skills").is_some(), "it can be read again");
    }

    #[test]
    fn a_round_with_only_the_wrong_ones_is_not_compared_with_whole_ones() {
        let mut quizzes = Quizzes::default();
        let one = || Round { items: vec!["a".into()], ..Round::default() };
        quizzes.begin("skills", one());
        quizzes.finish("skills", 7);
        quizzes.begin("skills", Round { part: true, ..one() });
        assert!(quizzes.ended.is_empty());
        quizzes.finish("skills", 8);
        assert_eq!((quizzes.of("skills").count(), quizzes.whole("skills").count()), (2, 1));
        assert_eq!(quizzes.standing("skills").map(|standing| standing.rounds), Some(1));
    }

    #[test]
    fn a_round_whose_last_items_are_gone_ends_and_an_empty_one_is_dropped() {
        let given = vec![crate::quiz::Given { answer: vec![0], right: true }];
        let round = Round { items: vec!["a".into(), "b".into()], given, ..Round::default() };
        let mut quizzes = Quizzes::default();
        quizzes.begin("skills", round.clone());
        quizzes.keep("skills", |id| id == "a", 7);
        assert!(quizzes.open.is_empty());
        assert_eq!(quizzes.of("skills").next().map(|r| (r.right, r.of)), Some((1, 1)));
        quizzes.begin("skills", round);
        quizzes.keep("skills", |_| false, 8);
        assert_eq!((quizzes.round("skills"), quizzes.of("skills").count()), (None, 1));
    }

    #[test]
    fn two_own_things_never_share_a_name() {
        let mut own = Own::default();
        let first = own.add_question(OwnQuestion::default(), 5);
        let second = own.add_question(OwnQuestion::default(), 5);
        assert_eq!((first.as_str(), second.as_str()), ("own-5", "own-6"));
        assert_eq!(own.keep_answer(KeptAnswer::default(), None, 5), 5);
        assert_eq!(own.keep_answer(KeptAnswer::default(), None, 5), 6);
        assert_eq!(own.keep_answer(KeptAnswer::default(), Some(5), 9), 5);
        assert_eq!(own.answers.len(), 2);
    }

    #[test]
    fn marks_come_by_kind_and_none_is_lost() {
        let mut marks = Marks::default();
        for (name, at) in [("questions/a", 1), ("guides/b", 2), ("questions/c", 3), ("songs/d", 4)]
        {
            marks.items.insert(name.into(), at);
        }
        let ids = |kind| marks.of(kind).into_iter().map(|link| link.id).collect::<Vec<_>>();
        assert_eq!(ids(Kind::Question), ["c", "a"]);
        assert_eq!(ids(Kind::Quiz), [""; 0]);
        assert_eq!(marks.unknown(), ["songs/d"]);
    }

    #[test]
    fn a_question_is_saved_once_it_asks_something() {
        let mut own = Own::default();
        let base = OwnQuestion::default();
        assert_eq!(own.save_question(NEW, &base, None, 5), Err(vec![OwnError::NoPrompt]));
        own.editing.insert(NEW.into(), OwnQuestion { prompt: " Why us? ".into(), ..base.clone() });
        let id = own.save_question(NEW, &base, None, 5).unwrap();
        assert!(own.editing.is_empty());
        assert_eq!(
            (own.questions[&id].prompt.as_str(), own.questions[&id].changed),
            ("Why us?", 5)
        );
        assert_eq!(own.asking("why us", None), Some(id.as_str()));
        assert_eq!(own.asking("why us", Some(&id)), None);
        // What was not touched is saved as it is.
        let base = own.questions[&id].clone();
        assert_eq!(own.save_question(&id, &base, Some(&id), 6).as_ref(), Ok(&id));
        assert_eq!(own.questions.len(), 1);
    }

    #[test]
    fn what_is_filled_in_goes_where_it_belongs() {
        let template = Template::plain("t", "I {a} and {b}.", &["a", "b"]);
        let mut own = Own::default();
        own.fill(&template, None, 1, "rang".into(), 1);
        assert_eq!(own.filled("t", None), ["", "rang"]);
        let name =
            own.keep_answer(KeptAnswer { template: "t".into(), ..Default::default() }, None, 2);
        own.fill(&template, Some(name), 0, "wrote".into(), 3);
        assert_eq!(own.filled("t", Some(name)), ["wrote"]);
        assert_eq!(own.answers[&name].text, "I wrote and ….");
        own.fill(&template, Some(99), 0, "nothing".into(), 4);
        assert_eq!((own.filled("t", Some(99)), own.answers.len()), (&[][..], 1));
    }

    #[test]
    fn the_latest_draft_is_one_with_words() {
        let draft = |free: &str, changed| Draft { free: free.into(), changed, ..Draft::default() };
        let mut drafts = Drafts::default();
        drafts.by_question.insert("a".into(), draft("words", 1));
        drafts.by_question.insert("b".into(), draft("  ", 9));
        drafts.by_question.insert("own-1".into(), draft("words too", 5));
        assert_eq!(drafts.latest(|_| true).map(|(id, _)| id), Some("own-1"));
        let without = drafts.latest(|id| id != "own-1");
        assert_eq!(without.map(|(id, _)| id), Some("a"), "its question was taken away");
    }
}
