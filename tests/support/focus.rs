//! What has the focus, and whether one can see that.

use serde_json::Value;

use crate::{Browser, Outcome};

/// What has the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    /// Its element's name, in lower case.
    pub tag: String,
    /// Its id.
    pub id: String,
    /// Its label or text.
    pub name: String,
    /// Whether one can see that it has the focus.
    pub visible: bool,
}

impl Browser {
    /// What has the focus; `None` where nothing has.
    ///
    /// # Errors
    /// When the driver cannot say.
    pub async fn focus(&self) -> Outcome<Option<Focus>> {
        let is = self.ask(FOCUS, &Value::Null).await?;
        let text = |name: &str| is[name].as_str().unwrap_or_default().to_owned();
        let visible = is["visible"] == Value::Bool(true);
        Ok((!is.is_null()).then(|| Focus {
            tag: text("tag"),
            id: text("id"),
            name: text("name"),
            visible,
        }))
    }
}

impl Browser {
    /// Waits until what has that label or text has the focus.
    ///
    /// # Errors
    /// When something else has it.
    pub async fn see_focus(&self, name: &str) -> Outcome {
        let script =
            format!("{FOCUS_NAME} return name.replace(/\\s+/g, ' ').trim() === arguments[0]");
        self.until_true(format!("the focus on {name:?}"), &script, serde_json::json!([name])).await
    }
}

const FOCUS_NAME: &str = r#"
const e = document.activeElement;
const name = e?.getAttribute("aria-label") ?? e?.labels?.[0]?.textContent ?? e?.textContent ?? "";"#;

/// The focus shows as an outline of the element or of its label, or as the line around the sheet.
const FOCUS: &str = r#"
const e = document.activeElement;
if (!e || e === document.body || e === document.documentElement) return null;
const lined = (one) => {
  const style = one && getComputedStyle(one);
  return !!style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 && !/, 0\)$|transparent/.test(style.outlineColor);
};
const paper = e.closest(".paper");
const label = e.labels?.[0];
const name = e.getAttribute("aria-label") ?? label?.textContent ?? e.textContent;
return {
  tag: e.localName, id: e.id, name: name.replace(/\s+/g, " ").trim(),
  visible: lined(e) || lined(label) || (!!paper && getComputedStyle(paper).boxShadow !== "none"),
};"#;
