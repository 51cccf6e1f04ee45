//! The pages of the site: their addresses and their titles.

use bank::{bank, library};
use leptos::prelude::*;

/// The title of the document at an address that names no page.
pub const NOT_FOUND: &str = "Not found — Rapport";

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The one next thing to do.
    Today,
    /// The questions, to search and filter.
    Questions,
    /// One question, by id.
    Question(String),
    /// Answering one question, by id.
    Answer(String),
    /// The answer frameworks.
    Frameworks,
    /// One framework, by id.
    Framework(String),
    /// The fill-in-the-blank templates.
    Templates,
    /// One template, by id.
    Template(String),
    /// What was practised.
    Progress,
    /// One finished answer with what the coach says; which one stands in the query as `at`.
    Attempt,
    /// Settings and data.
    Settings,
}

impl Page {
    /// The address below the base, without a leading slash and with a closing one.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Today => String::new(),
            Self::Questions => "questions/".into(),
            Self::Question(id) => format!("questions/{id}/"),
            Self::Answer(id) => format!("questions/{id}/answer/"),
            Self::Frameworks => "frameworks/".into(),
            Self::Framework(id) => format!("frameworks/{id}/"),
            Self::Templates => "templates/".into(),
            Self::Template(id) => format!("templates/{id}/"),
            Self::Progress => "progress/".into(),
            Self::Attempt => "progress/answer/".into(),
            Self::Settings => "settings/".into(),
        }
    }

    /// The page at an address below the base.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        let steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty()).collect();
        Some(match steps.as_slice() {
            [] => Self::Today,
            ["questions"] => Self::Questions,
            ["questions", id] => Self::Question((*id).to_owned()),
            ["questions", id, "answer"] => Self::Answer((*id).to_owned()),
            ["frameworks"] => Self::Frameworks,
            ["frameworks", id] => Self::Framework((*id).to_owned()),
            ["templates"] => Self::Templates,
            ["templates", id] => Self::Template((*id).to_owned()),
            ["progress"] => Self::Progress,
            ["progress", "answer"] => Self::Attempt,
            ["settings"] => Self::Settings,
            _ => return None,
        })
    }

    /// The title of the document; `None` where what it names does not exist.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        let name = match self {
            Self::Today => return Some("Rapport: practice for customer-service interviews".into()),
            Self::Questions => "Questions",
            Self::Question(id) => &bank().question(id)?.prompt,
            Self::Answer(id) => {
                return Some(format!("Your answer: {} — Rapport", bank().question(id)?.prompt));
            }
            Self::Frameworks => "Answer frameworks",
            Self::Framework(id) => &bank().framework(id)?.name,
            Self::Templates => "Templates",
            Self::Template(id) => &bank().template(id)?.name,
            Self::Progress => "Progress",
            Self::Attempt => "What the coach read",
            Self::Settings => "Settings and data",
        };
        Some(format!("{name} — Rapport"))
    }

    /// One or two sentences for search engines and previews.
    #[must_use]
    pub fn description(&self) -> Option<String> {
        Some(match self {
            Self::Question(id) | Self::Answer(id) => {
                let prompt = &bank().question(id)?.prompt;
                format!("“{prompt}” What the interviewer wants to learn, strong signals, red flags, follow-ups and a sample answer. Free, offline, private.")
            }
            Self::Framework(id) => {
                let framework = library().framework(id)?;
                format!("{}: {}. {}", framework.name, framework.tagline, framework.purpose)
            }
            Self::Template(id) => bank().template(id)?.about.clone(),
            _ => "Practise real customer-service interview questions and see what your answer shows. Free, offline, and nothing you write leaves your device.".into(),
        })
    }

    /// The id of what the page is about.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Question(id) | Self::Answer(id) | Self::Framework(id) | Self::Template(id) => {
                Some(id)
            }
            _ => None,
        }
    }

    /// Whether the page is for one job only, without navigation.
    #[must_use]
    pub const fn is_focus(&self) -> bool {
        matches!(self, Self::Answer(_))
    }

    /// Every page that there is.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all = vec![
            Self::Today,
            Self::Questions,
            Self::Frameworks,
            Self::Templates,
            Self::Progress,
            Self::Attempt,
            Self::Settings,
        ];
        for card in &bank().questions {
            all.push(Self::Question(card.id.clone()));
            all.push(Self::Answer(card.id.clone()));
        }
        all.extend(bank().frameworks.iter().map(|f| Self::Framework(f.id.clone())));
        all.extend(bank().templates.iter().map(|t| Self::Template(t.id.clone())));
        all
    }

    /// The address for a link, with the base that the site lives under.
    #[must_use]
    pub fn href(&self) -> String {
        use_context::<Base>().unwrap_or_default().href(self)
    }
}

/// The folder that the site lives under, without a closing slash: empty, or `/repo`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// The base of an address as the server knows it, such as `/repo/`.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self(path.trim_end_matches('/').to_owned())
    }

    /// The base itself, without a closing slash.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a page.
    #[must_use]
    pub fn href(&self, page: &Page) -> String {
        self.file(&page.path())
    }

    /// The address of a file of the site.
    #[must_use]
    pub fn file(&self, path: &str) -> String {
        format!("{}/{path}", self.0)
    }

    /// The page at an address that starts with the base.
    #[must_use]
    pub fn page(&self, pathname: &str) -> Option<Page> {
        Page::parse(pathname.strip_prefix(&self.0)?)
    }
}

/// The page at the current address; `None` where the address names none.
#[derive(Clone, Copy)]
pub struct Current(pub Memo<Option<Page>>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_page() {
        let base = Base::new("/any-repo/");
        for page in Page::all() {
            assert_eq!(base.page(&base.href(&page)), Some(page.clone()));
            assert!(page.title().is_some_and(|title| title.contains("Rapport")), "{page:?}");
            assert!(page.description().is_some(), "{page:?}");
        }
    }

    #[test]
    fn addresses_that_name_nothing_are_not_pages() {
        let base = Base::new("/any-repo/");
        assert_eq!(base.page("/elsewhere/"), None);
        assert_eq!(base.page("/any-repo/questions/a/b"), None);
        assert_eq!(Page::Question("no-such".into()).title(), None);
    }
}
