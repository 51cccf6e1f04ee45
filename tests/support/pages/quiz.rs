//! Quizzes: the page that one starts from, and playing it.

use std::path::Path;

use serde_json::{Value, json};

use super::{Coming, SITE, arrive, reading};
use crate::{Browser, Engine, Failure, Find, Keys, Outcome, Visit};

/// What the content says of a quiz.
#[derive(Clone, Debug)]
pub struct Quiz(Value);

impl Quiz {
    /// The quiz of that id.
    ///
    /// # Errors
    /// When there is none.
    pub fn of(id: &str) -> Outcome<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/bank/content");
        let content = content::load(&root).map_err(|problems| Failure(problems[0].to_string()))?;
        let quiz = content.quizzes.iter().find(|quiz| quiz.quiz.id == id);
        let quiz = quiz.ok_or_else(|| Failure(format!("there is no quiz {id}")))?;
        Ok(Self(serde_json::to_value(&quiz.item)?))
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self) -> &str {
        self.0["quiz"]["title"].as_str().unwrap_or_default()
    }

    /// Its items.
    #[must_use]
    pub fn items(&self) -> &[Value] {
        self.0["item"].as_array().map_or(&[], Vec::as_slice)
    }

    /// The first item of a kind.
    ///
    /// # Errors
    /// When there is none.
    pub fn first(&self, kind: &str) -> Outcome<&Value> {
        let found = self.items().iter().find(|item| item["kind"] == kind);
        found.ok_or_else(|| Failure(format!("there is no item of the kind {kind}")))
    }
}

/// The page that a quiz starts from.
#[derive(Debug)]
pub struct QuizPage {
    browser: Browser,
    quiz: Quiz,
}

impl QuizPage {
    /// Goes to its address.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open(visit: &Visit, id: &str) -> Outcome<Self> {
        visit.browser.go(&visit.site.url(&format!("quizzes/{id}/"))).await?;
        Self::arrive(visit, id, Coming::ByAddress).await
    }

    /// Waits for it after a link.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn here(visit: &Visit, id: &str) -> Outcome<Self> {
        Self::arrive(visit, id, Coming::ByLink).await
    }

    async fn arrive(visit: &Visit, id: &str, coming: Coming) -> Outcome<Self> {
        let quiz = Quiz::of(id)?;
        reading(&visit.browser, quiz.title(), coming).await?;
        Ok(Self { browser: visit.browser.clone(), quiz })
    }

    /// Waits until its rounds are told in short, such as "Last 14 of 20".
    ///
    /// # Errors
    /// When they are not.
    pub async fn tells(&self, words: &str) -> Outcome {
        let under = Find::text(words).under("Your rounds so far");
        self.browser.see(&under).await.map(drop)
    }

    /// Presses the way into it, which is called differently while a round is open.
    ///
    /// # Errors
    /// When it is not there under that name.
    pub async fn start(&self, visit: &Visit, name: &str) -> Outcome<PlayPage> {
        self.browser.press(&Find::link(name)).await?;
        PlayPage::arrive(visit, self.quiz.clone(), Coming::ByLink).await
    }
}

/// An item as it stands on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The item of the content.
    pub item: Value,
    /// Its options in the order in which they are shown, by their places in the content.
    pub order: Vec<usize>,
}

impl Shown {
    /// What is to be done with it.
    #[must_use]
    pub fn kind(&self) -> &str {
        self.item["kind"].as_str().unwrap_or_default()
    }

    /// The places, from 0, at which those stand that are to be chosen.
    #[must_use]
    pub fn right(&self) -> Vec<usize> {
        let is_right = |place: &usize| self.item["options"][self.order[*place]]["right"] == true;
        (0..self.order.len()).filter(is_right).collect()
    }
}

/// A quiz that is being played.
#[derive(Debug)]
pub struct PlayPage {
    browser: Browser,
    quiz: Quiz,
}

impl PlayPage {
    /// Goes to its address.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open(visit: &Visit, id: &str) -> Outcome<Self> {
        visit.browser.go(&visit.site.url(&format!("quizzes/{id}/play/"))).await?;
        Self::arrive(visit, Quiz::of(id)?, Coming::ByAddress).await
    }

    /// Waits for it after a link or a button.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn here(visit: &Visit, id: &str) -> Outcome<Self> {
        Self::arrive(visit, Quiz::of(id)?, Coming::ByLink).await
    }

    async fn arrive(visit: &Visit, quiz: Quiz, coming: Coming) -> Outcome<Self> {
        let title = format!("Quiz: {}{SITE}", quiz.title());
        arrive(&visit.browser, &title, Some(quiz.title()), coming).await?;
        Ok(Self { browser: visit.browser.clone(), quiz })
    }

    /// Waits until it stands at "4 of 20".
    ///
    /// # Errors
    /// When it does not.
    pub async fn is_at(&self, count: &str) -> Outcome {
        let script = "return document.querySelector('.top .push')?.textContent === arguments[0] && !!document.querySelector('#ask')";
        self.browser.until_true(count, script, json!([count])).await
    }

    /// The item that is asked.
    ///
    /// # Errors
    /// When none is, or one that the content does not have.
    pub async fn shown(&self) -> Outcome<Shown> {
        let shown = self.browser.script(SHOWN, json!([])).await?;
        let texts: Vec<&str> =
            shown["options"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let find = |item: &Value| -> Option<Vec<usize>> {
            let options = item["options"].as_array()?;
            (options.len() == texts.len() && item["ask"] == shown["ask"]).then_some(())?;
            texts.iter().map(|text| options.iter().position(|one| one["text"] == *text)).collect()
        };
        let found = self.quiz.items().iter().find_map(|item| Some((item.clone(), find(item)?)));
        let (item, order) =
            found.ok_or_else(|| Failure(format!("the content has no item like {shown}")))?;
        Ok(Shown { item, order })
    }

    /// Answers by keyboard, right or wrong, and checks.
    ///
    /// # Errors
    /// When the keys do not do it.
    pub async fn answer_by_keys(&self, shown: &Shown, right: bool) -> Outcome {
        let keys = Keys::of(&self.browser);
        match shown.kind() {
            "order" if right => self.order_by_keys(shown).await?,
            // As it is shown it is never right.
            "order" => {}
            "match" => {
                for (place, option) in shown.order.iter().enumerate() {
                    let count = shown.order.len();
                    let partner = if right { *option } else { (*option + 1) % count };
                    self.pair_by_keys(shown, place, partner).await?;
                }
            }
            "several" => {
                let wanted = shown.right();
                let first = if right { wanted.len() } else { 1 };
                for place in wanted.into_iter().take(first) {
                    self.choose_by_key(place).await?;
                }
            }
            _ => {
                let wanted = shown.right();
                let all = 0..shown.order.len();
                let place = all.into_iter().find(|place| wanted.contains(place) == right);
                self.choose_by_key(place.unwrap_or_default()).await?;
            }
        }
        if ["order", "match"].contains(&shown.kind()) {
            keys.tab_to_the("button", "Check").await?;
        }
        keys.press(thirtyfour::Key::Enter).await?;
        self.is_judged(right).await
    }

    async fn choose_by_key(&self, place: usize) -> Outcome {
        Keys::of(&self.browser).write(&(place + 1).to_string()).await?;
        let script = "return document.getElementById(`option-${arguments[0]}`)?.checked === true";
        self.browser.until_true(format!("option {place}, chosen"), script, json!([place])).await
    }

    /// Each line is taken to its place, from the first on.
    async fn order_by_keys(&self, shown: &Shown) -> Outcome {
        let keys = Keys::of(&self.browser);
        let mut order = shown.order.clone();
        for wanted in 0..order.len() {
            let at = order.iter().position(|option| *option == wanted).unwrap_or(wanted);
            keys.write(&(at + 1).to_string()).await?;
            for place in (wanted..at).rev() {
                keys.press(thirtyfour::Key::Up).await?;
                order.swap(place, place + 1);
                let now = format!("Now in place {} of {}", place + 1, order.len());
                self.browser.until_true(now.clone(), STATUS, json!([now])).await?;
            }
        }
        assert_eq!(self.shown().await?.order, order);
        Ok(())
    }

    /// Chooses a partner in the list of a line.
    async fn pair_by_keys(&self, shown: &Shown, place: usize, partner: usize) -> Outcome {
        let keys = Keys::of(&self.browser);
        keys.write(&(place + 1).to_string()).await?;
        let focused = "return document.activeElement.id === `pair-${arguments[0]}`";
        self.browser.until_true("the focus in the list", focused, json!([place])).await?;
        if self.browser.engine == Engine::WebKit {
            // Its driver cannot reach into an open list by keyboard.
            return self.pair(shown, place, partner).await;
        }
        // Closed, a list goes from one to the next with the arrow.
        for _ in 0..=shown.order.len() {
            if self.partner(place).await? == Some(partner) {
                return Ok(());
            }
            keys.press(thirtyfour::Key::Down).await?;
        }
        Err(Failure(format!("the arrow does not lead to partner {partner} of line {place}")))
    }

    async fn partner(&self, place: usize) -> Outcome<Option<usize>> {
        let script = "return document.getElementById(`pair-${arguments[0]}`).value";
        let value = self.browser.script(script, json!([place])).await?;
        Ok(value.as_str().and_then(|value| value.parse().ok()))
    }

    /// Chooses the partner of a line, given by the place of the option that it belongs to.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn pair(&self, shown: &Shown, place: usize, partner: usize) -> Outcome {
        let words = shown.item["options"][partner]["pair"].as_str().unwrap_or_default();
        let id = format!("#pair-{place}");
        let list = self.browser.driver().find(thirtyfour::By::Css(id.as_str())).await?;
        let options = list.find_all(thirtyfour::By::Css("option")).await?;
        for option in options {
            if option.prop("value").await?.as_deref() == Some(&partner.to_string()) {
                option.click().await?;
            }
        }
        // What is chosen stands in full on the page.
        let script = "return document.getElementById(`pair-${arguments[0]}`).parentElement.querySelector('.in').textContent === arguments[1]";
        self.browser.until_true(words, script, json!([place, words])).await
    }

    /// Waits until the verdict has the focus, and says whether all was right.
    ///
    /// # Errors
    /// When it does not.
    pub async fn is_judged(&self, right: bool) -> Outcome {
        let script = "const e = document.getElementById('verdict'); return !!e && document.activeElement === e && e.textContent.startsWith('Right.') === arguments[0]";
        self.browser.until_true("the verdict", script, json!([right])).await
    }

    /// Waits until the reason of every option can be read.
    ///
    /// # Errors
    /// When one cannot.
    pub async fn gives_reasons(&self, shown: &Shown) -> Outcome {
        for option in shown.item["options"].as_array().into_iter().flatten() {
            self.browser.see(&Find::text(option["why"].as_str().unwrap_or_default())).await?;
        }
        Ok(())
    }

    /// Goes on from a verdict with Enter.
    ///
    /// # Errors
    /// When it stays.
    pub async fn go_on_by_key(&self) -> Outcome {
        Keys::of(&self.browser).press(thirtyfour::Key::Enter).await?;
        let script = "return !document.getElementById('verdict') && ['ask', 'result'].includes(document.activeElement.id)";
        self.browser.until_true("the next item or the result", script, json!([])).await
    }

    /// Waits until the result is shown: how many were right at the first try, of how many.
    ///
    /// # Errors
    /// When it is not.
    pub async fn ends(&self, right: usize, of: usize) -> Outcome {
        let label = format!("{right} of {of} right at the first try");
        self.browser.see(&Find::image(&label)).await.map(drop)
    }
}

/// What is asked, and the options as they stand.
const SHOWN: &str = r#"
const plain = (element) => element.textContent.trim();
const words = (option) => option.matches(".line") ? plain(option.children[2])
  : option.matches(".pair") ? plain(option.querySelector("label"))
  : [...option.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("").trim();
return { ask: plain(document.getElementById("ask")), options: [...document.querySelectorAll(".opts > .opt")].map(words) };"#;

/// Whether a status, shown or only read out, has a text in it.
const STATUS: &str = "return [...document.querySelectorAll('[role=status]')].some((one) => one.textContent.includes(arguments[0]))";
