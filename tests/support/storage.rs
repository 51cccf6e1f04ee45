//! What the page keeps in the browser: in its database, and some of it in the storage beside.

use serde_json::{Value, json};

use crate::{Browser, Failure, Outcome};

/// Opens the site's database, as the site does.
const TABLE: &str = "const database = await new Promise((yes, no) => {
  const asked = indexedDB.open('rapport', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('saved');
  asked.onsuccess = () => yes(asked.result);
  asked.onerror = () => no(asked.error);
});
const table = (work) => new Promise((yes, no) => {
  const change = database.transaction('saved', 'readwrite');
  const asked = work(change.objectStore('saved'));
  change.oncomplete = () => { database.close(); yes(asked.result); };
  change.onabort = () => no(change.error);
});";

impl Browser {
    async fn in_table(&self, work: &str, args: Value) -> Outcome<Value> {
        self.promise(&format!("{TABLE} return await table((saved) => {work}) ?? null"), args).await
    }

    /// What the page keeps in this browser under a name.
    ///
    /// # Errors
    /// When the page may not say.
    pub async fn kept(&self, name: &str) -> Outcome<Option<String>> {
        let is = self.in_table("saved.get(arguments[0])", json!([name])).await?;
        if let Some(text) = is.as_str() {
            return Ok(Some(text.to_owned()));
        }
        let near = "return localStorage.getItem(`rapport:${arguments[0]}`)";
        Ok(self.script(near, json!([name])).await?.as_str().map(str::to_owned))
    }

    /// The names of all that the page keeps in this browser.
    ///
    /// # Errors
    /// When the page may not say.
    pub async fn kept_names(&self) -> Outcome<Vec<String>> {
        let stored = self.in_table("saved.getAllKeys()", json!([])).await?;
        let near = "return Object.keys(localStorage).filter((name) => name.startsWith('rapport:')).map((name) => name.slice(8))";
        let near = self.script(near, json!([])).await?;
        let names = [stored, near].into_iter().flat_map(|list| match list {
            Value::Array(list) => list,
            _ => Vec::new(),
        });
        Ok(names.filter_map(|name| name.as_str().map(str::to_owned)).collect())
    }

    /// Waits until what the page keeps under a name is as it should be.
    ///
    /// # Errors
    /// When it does not become so.
    pub async fn until_kept_as(&self, name: &str, is: impl Fn(Option<&str>) -> bool) -> Outcome {
        let mut last = None;
        for _ in 0..200 {
            last = self.kept(name).await?;
            if is(last.as_deref()) {
                return Ok(());
            }
            self.pause().await;
        }
        Err(Failure(format!("under {name} the page keeps {last:?}")))
    }

    /// Waits until what the page keeps under a name has a text in it.
    ///
    /// # Errors
    /// When it has not.
    pub async fn until_kept(&self, name: &str, text: &str) -> Outcome {
        self.until_kept_as(name, |kept| kept.is_some_and(|kept| kept.contains(text))).await
    }

    /// Puts something under a name, as an earlier visit may have left it.
    ///
    /// # Errors
    /// When the page may not.
    pub async fn keep(&self, name: &str, text: &str) -> Outcome {
        self.in_table("saved.put(arguments[1], arguments[0])", json!([name, text])).await.map(drop)
    }

    /// The same where the first versions of the site kept it.
    ///
    /// # Errors
    /// When the page may not.
    pub async fn keep_near(&self, name: &str, text: &str) -> Outcome {
        let script = "localStorage.setItem(`rapport:${arguments[0]}`, arguments[1])";
        self.script(script, json!([name, text])).await.map(drop)
    }

    /// Forgets all that the page keeps.
    ///
    /// # Errors
    /// When the page may not.
    pub async fn forget(&self) -> Outcome {
        self.script("localStorage.clear()", json!([])).await?;
        self.in_table("saved.clear()", json!([])).await.map(drop)
    }
}
