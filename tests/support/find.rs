//! Finding things as a user does: by role, name and text, rather than by how the page is built.

use std::fmt;

/// What to look for, and how to speak of it.
#[derive(Clone, Debug)]
pub struct Find {
    /// How the driver finds it.
    pub(crate) path: String,
    name: String,
}

impl fmt::Display for Find {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// A text inside an XPath.
fn quoted(text: &str) -> String {
    if !text.contains('"') {
        return format!("\"{text}\"");
    }
    let pieces: Vec<_> = text.split('"').map(|piece| format!("\"{piece}\"")).collect();
    format!("concat({})", pieces.join(", '\"', "))
}

impl Find {
    fn new(name: String, path: String) -> Self {
        Self { path, name }
    }

    /// A button, by its text or label.
    #[must_use]
    pub fn button(text: &str) -> Self {
        let is = quoted(text);
        Self::new(
            format!("the button {text:?}"),
            format!("//button[normalize-space(.)={is} or @aria-label={is}]"),
        )
    }

    /// A button, by its label.
    #[must_use]
    pub fn labelled(label: &str) -> Self {
        let path = format!("//button[@aria-label={}]", quoted(label));
        Self::new(format!("the button {label:?}"), path)
    }

    /// A button, by the text that it begins with.
    #[must_use]
    pub fn button_that_begins(text: &str) -> Self {
        let path = format!("//main//button[*[1][normalize-space(.)={}]]", quoted(text));
        Self::new(format!("the button that begins with {text:?}"), path)
    }

    /// A link, by its text or label.
    #[must_use]
    pub fn link(text: &str) -> Self {
        let is = quoted(text);
        let path = format!("//a[normalize-space(.)={is} or @aria-label={is}]");
        Self::new(format!("the link {text:?}"), path)
    }

    /// The line of a list that leads somewhere, by the text that it begins with.
    #[must_use]
    pub fn item(text: &str) -> Self {
        let is = quoted(text);
        let path = format!("//main//li//a[*[1][normalize-space(.)={is}]]");
        Self::new(format!("the line {text:?} of the list"), path)
    }

    /// A heading of any level.
    #[must_use]
    pub fn heading(text: &str) -> Self {
        let is = quoted(text);
        let path = format!("//*[self::h1 or self::h2 or self::h3][normalize-space(.)={is}]");
        Self::new(format!("the heading {text:?}"), path)
    }

    /// A text field or a file field, by its label.
    #[must_use]
    pub fn field(label: &str) -> Self {
        let is = quoted(label);
        let path = format!("//*[@id=//label[text()[normalize-space(.)={is}]]/@for]");
        Self::new(format!("the field {label:?}"), path)
    }

    /// The label of a check box or a radio button, which is what one presses.
    #[must_use]
    pub fn choice(label: &str) -> Self {
        let is = quoted(label);
        let path = format!(
            "//label[input and (text()[normalize-space(.)={is}] or span[normalize-space(.)={is}])]"
        );
        Self::new(format!("the choice {label:?}"), path)
    }

    /// What opens a fold, by a text that it begins with.
    #[must_use]
    pub fn fold(text: &str) -> Self {
        let is = quoted(text);
        let path = format!("//summary[starts-with(normalize-space(.), {is})]");
        Self::new(format!("the fold {text:?}"), path)
    }

    /// The innermost element of the main part with a text in it, wherever in its text it stands.
    #[must_use]
    pub fn text(text: &str) -> Self {
        let has = format!("contains(normalize-space(.), {})", quoted(text));
        Self::new(format!("the text {text:?}"), format!("//main//*[{has}][not(*[{has}])]"))
    }

    /// Something that is read out by itself, such as an error, with that text in it.
    #[must_use]
    pub fn alert(text: &str) -> Self {
        let has = format!("contains(normalize-space(.), {})", quoted(text));
        let path = format!("//*[@role='alert' or @role='alertdialog'][{has}]");
        Self::new(format!("the alert {text:?}"), path)
    }

    /// Something that is read out when there is time, with that text in it.
    #[must_use]
    pub fn status(text: &str) -> Self {
        let has = format!("contains(normalize-space(.), {})", quoted(text));
        Self::new(format!("the status {text:?}"), format!("//*[@role='status'][{has}]"))
    }

    /// An image made of elements, such as the balance bar, by a text of its label.
    #[must_use]
    pub fn image(label: &str) -> Self {
        let has = format!("contains(@aria-label, {})", quoted(label));
        Self::new(format!("the image {label:?}"), format!("//*[@role='img'][{has}]"))
    }

    /// The same inside the part of the page with that heading.
    #[must_use]
    pub fn under(&self, heading: &str) -> Self {
        let is = quoted(heading);
        let part = format!("//section[*[self::h2 or self::h3][normalize-space(.)={is}]]");
        let path = self.path.replace("//main", "");
        Self::new(format!("{} under {heading:?}", self.name), format!("{part}{path}"))
    }

    /// The same inside the element with that label or role's name.
    #[must_use]
    pub fn within(&self, label: &str) -> Self {
        let is = quoted(label);
        let path = format!("//*[@aria-label={is}]{}", self.path.replace("//main", ""));
        Self::new(format!("{} within {label:?}", self.name), path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_quotes_can_be_found() {
        assert_eq!(quoted("it’s"), "\"it’s\"");
        assert_eq!(quoted("a \"b\""), "concat(\"a \", '\"', \"b\", '\"', \"\")");
    }
}
