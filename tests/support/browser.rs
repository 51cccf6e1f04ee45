//! A browser as the journeys use it: look, press, type, and wait until something is so.

use std::{
    collections::BTreeSet,
    fmt::Display,
    future::Future,
    path::Path,
    sync::{Arc, Mutex, PoisonError, atomic::AtomicBool},
    time::Duration,
};

use serde_json::{Value, json};
use thirtyfour::{
    WebDriver, WebElement, WindowHandle, error::WebDriverErrorInner, prelude::WebDriverResult,
};
use tokio::time::{self, Instant};

use crate::{Engine, Failure, Find, Outcome};

/// How long something may take to become so. Far more than it does: only a failure waits that long.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is looked at.
const PAUSE: Duration = Duration::from_millis(40);

/// A browser with one window. Clones steer the same one.
#[derive(Clone, Debug)]
pub struct Browser {
    driver: WebDriver,
    /// Which engine it is.
    pub engine: Engine,
    step: Arc<Mutex<String>>,
    pub(crate) found: Arc<Mutex<BTreeSet<String>>>,
    pub(crate) forgiven: Arc<AtomicBool>,
}

impl Browser {
    pub(crate) fn new(driver: WebDriver, engine: Engine) -> Self {
        Self {
            driver,
            engine,
            step: Arc::default(),
            found: Arc::default(),
            forgiven: Arc::default(),
        }
    }

    /// Says which step of the journey begins, for what is said if it fails.
    pub fn step(&self, step: impl Display) {
        *self.step.lock().unwrap_or_else(PoisonError::into_inner) = step.to_string();
    }

    pub(crate) fn last_step(&self) -> String {
        self.step.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until `look` finds something, and gives it. What is looked at may be redrawn meanwhile:
    /// an element that is gone is one that is not there yet.
    ///
    /// # Errors
    /// When it has not come after [`PATIENCE`], or the driver has failed.
    pub async fn until<T, F, Soon>(&self, what: impl Display, mut look: F) -> Outcome<T>
    where
        F: FnMut() -> Soon,
        Soon: Future<Output = WebDriverResult<Option<T>>>,
    {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match look().await {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => {}
                Err(error) if is_gone(error.as_inner()) => {}
                Err(error) => return Err(Failure(format!("waiting for {what}: {error}"))),
            }
            if Instant::now() > deadline {
                return Err(Failure(format!("{what} did not come in {} s", PATIENCE.as_secs())));
            }
            time::sleep(PAUSE).await;
        }
    }

    pub(crate) async fn pause(&self) {
        time::sleep(PAUSE).await;
    }

    /// Waits until a script's answer is true.
    ///
    /// # Errors
    /// As [`Browser::until`].
    pub async fn until_true(&self, what: impl Display, script: &str, args: Value) -> Outcome {
        let look =
            || async { Ok((self.ask(script, &args).await? == Value::Bool(true)).then_some(())) };
        self.until(what, look).await
    }

    pub(crate) async fn ask(&self, script: &str, args: &Value) -> WebDriverResult<Value> {
        let args = args.as_array().cloned().unwrap_or_default();
        Ok(self.driver.execute(script, args).await?.json().clone())
    }

    /// What a script returns; `args` is a list.
    ///
    /// # Errors
    /// When it throws.
    pub async fn script(&self, script: &str, args: Value) -> Outcome<Value> {
        Ok(self.ask(script, &args).await?)
    }

    /// What the promise of an async function's body gives; `args` is a list.
    ///
    /// # Errors
    /// When it throws.
    pub async fn promise(&self, body: &str, args: Value) -> Outcome<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1], args = [...arguments].slice(0, -1);
             (async (...arguments) => {{ {body} }})(...args).then((is) => done({{ is }}), (error) => done({{ error: String(error) }}));"
        );
        let args = args.as_array().cloned().unwrap_or_default();
        let answer = self.driver.execute_async(script, args).await?.json().clone();
        match answer.get("error") {
            Some(error) => Err(Failure(format!("the page's script failed: {error}"))),
            None => Ok(answer["is"].clone()),
        }
    }

    /// The window that it is in.
    ///
    /// # Errors
    /// When the driver cannot say.
    pub async fn window(&self) -> Outcome<WindowHandle> {
        Ok(self.driver.window().await?)
    }

    /// Opens another window and goes there.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn new_window(&self) -> Outcome<WindowHandle> {
        let window = self.driver.new_tab().await?;
        self.go_to_window(&window).await?;
        Ok(window)
    }

    /// Goes to another window.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn go_to_window(&self, window: &WindowHandle) -> Outcome {
        Ok(self.driver.switch_to_window(window.clone()).await?)
    }

    /// Waits until what the promise of an async function's body gives is true.
    ///
    /// # Errors
    /// As [`Browser::until`], or when it throws.
    pub async fn until_promise(&self, what: impl Display, body: &str) -> Outcome {
        let deadline = Instant::now() + PATIENCE;
        while self.promise(body, json!([])).await? != Value::Bool(true) {
            if Instant::now() > deadline {
                return Err(Failure(format!("{what} did not come in {} s", PATIENCE.as_secs())));
            }
            time::sleep(PAUSE).await;
        }
        Ok(())
    }

    /// Goes to an address as if it were typed into the address bar.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn go(&self, url: &str) -> Outcome {
        self.look_around().await;
        Ok(self.driver.goto(url).await?)
    }

    /// Goes back in the window's history.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn back(&self) -> Outcome {
        self.look_around().await;
        Ok(self.driver.back().await?)
    }

    /// Goes forward in the window's history.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn forward(&self) -> Outcome {
        self.look_around().await;
        Ok(self.driver.forward().await?)
    }

    /// Goes into the only frame of the page.
    ///
    /// # Errors
    /// When there is none.
    pub async fn enter_frame(&self) -> Outcome {
        Ok(self.driver.enter_frame(0).await?)
    }

    /// Comes back out of a frame.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn leave_frame(&self) -> Outcome {
        Ok(self.driver.enter_default_frame().await?)
    }

    async fn first_shown(&self, find: &Find) -> WebDriverResult<Option<WebElement>> {
        let found = self.driver.execute(FIRST_SHOWN, vec![json!(find.path)]).await?;
        if found.json().is_null() { Ok(None) } else { found.element().map(Some) }
    }

    /// Waits until something can be seen.
    ///
    /// # Errors
    /// When it cannot.
    pub async fn see(&self, find: &Find) -> Outcome<WebElement> {
        self.until(find, || self.first_shown(find)).await
    }

    /// Whether something can be seen now.
    ///
    /// # Errors
    /// When the driver cannot say.
    pub async fn sees(&self, find: &Find) -> Outcome<bool> {
        Ok(self.first_shown(find).await?.is_some())
    }

    /// Waits until something can no longer be seen.
    ///
    /// # Errors
    /// When it still can.
    pub async fn see_gone(&self, find: &Find) -> Outcome {
        let look = || async { Ok(self.first_shown(find).await?.is_none().then_some(())) };
        self.until(format!("the going of {find}"), look).await
    }

    /// Presses something with the pointer.
    ///
    /// # Errors
    /// When it is not there, or something else lies over it.
    pub async fn press(&self, find: &Find) -> Outcome {
        let look = || async {
            let Some(element) = self.first_shown(find).await? else { return Ok(None) };
            let pressed = element.click().await;
            if pressed.as_ref().is_err_and(|error| is_out_of_reach(error.as_inner())) {
                // WebKit's driver does not always bring it into view, and a bar may lie over it there.
                element.scroll_into_view().await?;
                return Ok(None);
            }
            pressed.map(Some)
        };
        self.until(find, look).await
    }

    /// Types into a field, at the end of what stands in it.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn write(&self, find: &Find, text: &str) -> Outcome {
        Ok(self.see(find).await?.send_keys(text).await?)
    }

    /// Gives a file to a field for files.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn give_file(&self, find: &Find, file: &Path) -> Outcome {
        self.write(find, &file.to_string_lossy()).await
    }

    /// What stands in a field.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn value(&self, find: &Find) -> Outcome<String> {
        Ok(self.see(find).await?.prop("value").await?.unwrap_or_default())
    }

    /// The text of something, as it can be read.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn text(&self, find: &Find) -> Outcome<String> {
        Ok(self.see(find).await?.text().await?)
    }

    /// What went wrong in the page, as far as the browser says: only Chromium does. An address that
    /// does not answer is the network's business, not the page's.
    ///
    /// # Errors
    /// When the driver cannot say.
    pub async fn complaints(&self) -> Outcome<Vec<String>> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let log = self.driver.browser_log().await?;
        let wrong = log
            .into_iter()
            .filter(|entry| entry.level == "SEVERE" || entry.message.contains("hydrat"));
        Ok(wrong
            .map(|entry| entry.message)
            .filter(|text| !text.contains("Failed to load resource"))
            .collect())
    }

    /// The driver itself, for what is not here.
    #[must_use]
    pub const fn driver(&self) -> &WebDriver {
        &self.driver
    }
}

/// Whether the driver says that an element cannot be pressed where it is.
fn is_out_of_reach(error: &WebDriverErrorInner) -> bool {
    matches!(
        error,
        WebDriverErrorInner::ElementNotInteractable(_)
            | WebDriverErrorInner::ElementClickIntercepted(_)
    )
}

/// Whether an element, or the document that it was in, has been replaced meanwhile.
fn is_gone(error: &WebDriverErrorInner) -> bool {
    matches!(
        error,
        WebDriverErrorInner::StaleElementReference(_) | WebDriverErrorInner::NoSuchElement(_)
    )
}

/// By ourselves: WebKit's driver takes a text field that does not scroll for hidden.
const FIRST_SHOWN: &str = r#"
const all = document.evaluate(arguments[0], document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
for (let i = 0; i < all.snapshotLength; i++) {
  const one = all.snapshotItem(i), { width, height } = one.getBoundingClientRect();
  if (width > 0 && height > 0 && one.checkVisibility({ visibilityProperty: true })) return one;
}
return null;"#;
