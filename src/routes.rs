//! The pages of the site: their addresses and their titles.

use bank::file;
use coach::{
    link::{Kind, Link, is_id},
    own::OWN,
    phrase::PhraseGroup,
};
use leptos::prelude::*;

/// The title of the document at an address that names no page.
pub const NOT_FOUND: &str = "Not found — Rapport";

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The one next thing to do.
    Today,
    /// Searching through everything; what for stands in the query as `q`.
    Search,
    /// The questions, to filter.
    Questions,
    /// One question, by id.
    Question(String),
    /// Answering one question, by id.
    Answer(String),
    /// What there is to read.
    Library,
    /// The answer frameworks.
    Frameworks,
    /// One framework, by id.
    Framework(String),
    /// The fill-in-the-blank templates.
    Templates,
    /// One template, by id.
    Template(String),
    /// Filling in one template, by id; an answer that was kept stands in the query as `at`.
    Fill(String),
    /// The guides.
    Guides,
    /// One guide, by id.
    Guide(String),
    /// The glossary.
    Glossary,
    /// One term, by id.
    Term(String),
    /// What not to say, and what to say instead.
    Phrases,
    /// One group of phrases, by id.
    PhraseGroup(String),
    /// The checklists.
    Checklists,
    /// One checklist, by id.
    Checklist(String),
    /// The quizzes.
    Quizzes,
    /// One quiz, by id.
    Quiz(String),
    /// Playing a quiz, by id; [`MIXED`] takes from all of them.
    Play(String),
    /// What is the candidate's own: questions, kept answers, bookmarks.
    Collection,
    /// A question of the candidate's own; which one stands in the query as `id`.
    OwnQuestion,
    /// Writing down or changing one; which one stands in the query as `id`.
    EditQuestion,
    /// Answering one; which one stands in the query as `id`.
    OwnAnswer,
    /// What was practised.
    Progress,
    /// One finished answer with what the coach says; which one stands in the query as `at`.
    Attempt,
    /// Practising one part of a finished answer again; the answer stands in the query as `at`, the part as
    /// `part`.
    Again,
    /// Settings and data.
    Settings,
    /// What is kept where.
    Privacy,
}

/// The quiz that takes from all quizzes.
pub const MIXED: &str = "mixed";

impl Page {
    /// The address below the base, without a leading slash and with a closing one.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Today => String::new(),
            Self::Search => "search/".into(),
            Self::Questions => "questions/".into(),
            Self::Question(id) => format!("questions/{id}/"),
            Self::Answer(id) => format!("questions/{id}/answer/"),
            Self::Library => "library/".into(),
            Self::Frameworks => "frameworks/".into(),
            Self::Framework(id) => format!("frameworks/{id}/"),
            Self::Templates => "templates/".into(),
            Self::Template(id) => format!("templates/{id}/"),
            Self::Fill(id) => format!("templates/{id}/fill/"),
            Self::Guides => "guides/".into(),
            Self::Guide(id) => format!("guides/{id}/"),
            Self::Glossary => "glossary/".into(),
            Self::Term(id) => format!("glossary/{id}/"),
            Self::Phrases => "phrases/".into(),
            Self::PhraseGroup(id) => format!("phrases/{id}/"),
            Self::Checklists => "checklists/".into(),
            Self::Checklist(id) => format!("checklists/{id}/"),
            Self::Quizzes => "quizzes/".into(),
            Self::Quiz(id) => format!("quizzes/{id}/"),
            Self::Play(id) => format!("quizzes/{id}/play/"),
            Self::Collection => "collection/".into(),
            Self::OwnQuestion => "collection/question/".into(),
            Self::EditQuestion => "collection/question/edit/".into(),
            Self::OwnAnswer => "collection/question/answer/".into(),
            Self::Progress => "progress/".into(),
            Self::Attempt => "progress/answer/".into(),
            Self::Again => "progress/answer/again/".into(),
            Self::Settings => "settings/".into(),
            Self::Privacy => "privacy/".into(),
        }
    }

    /// The page at an address below the base.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        // No address of ours has more steps, however long it is.
        let steps = path.split('/').filter(|step| !step.is_empty()).take(5);
        let steps: Vec<&str> = steps.collect();
        if !steps.iter().all(|step| is_id(step)) {
            return None;
        }
        let own = |id: &&str| (*id).to_owned();
        Some(match steps.as_slice() {
            [] => Self::Today,
            ["search"] => Self::Search,
            ["questions"] => Self::Questions,
            ["questions", id] => Self::Question(own(id)),
            ["questions", id, "answer"] => Self::Answer(own(id)),
            ["library"] => Self::Library,
            ["frameworks"] => Self::Frameworks,
            ["frameworks", id] => Self::Framework(own(id)),
            ["templates"] => Self::Templates,
            ["templates", id] => Self::Template(own(id)),
            ["templates", id, "fill"] => Self::Fill(own(id)),
            ["guides"] => Self::Guides,
            ["guides", id] => Self::Guide(own(id)),
            ["glossary"] => Self::Glossary,
            ["glossary", id] => Self::Term(own(id)),
            ["phrases"] => Self::Phrases,
            ["phrases", id] => Self::PhraseGroup(own(id)),
            ["checklists"] => Self::Checklists,
            ["checklists", id] => Self::Checklist(own(id)),
            ["quizzes"] => Self::Quizzes,
            ["quizzes", id] => Self::Quiz(own(id)),
            ["quizzes", id, "play"] => Self::Play(own(id)),
            ["collection"] => Self::Collection,
            ["collection", "question"] => Self::OwnQuestion,
            ["collection", "question", "edit"] => Self::EditQuestion,
            ["collection", "question", "answer"] => Self::OwnAnswer,
            ["progress"] => Self::Progress,
            ["progress", "answer"] => Self::Attempt,
            ["progress", "answer", "again"] => Self::Again,
            ["settings"] => Self::Settings,
            ["privacy"] => Self::Privacy,
            _ => return None,
        })
    }

    /// The page of an item. One pair of phrases stands on the page of all of them.
    #[must_use]
    pub fn of(link: &Link) -> Self {
        let id = link.id.clone();
        match link.kind {
            Kind::Question => Self::Question(id),
            Kind::Framework => Self::Framework(id),
            Kind::Template => Self::Template(id),
            Kind::Guide => Self::Guide(id),
            Kind::Term => Self::Term(id),
            Kind::Phrase if PhraseGroup::from_slug(&id).is_some() => Self::PhraseGroup(id),
            Kind::Phrase => Self::Phrases,
            Kind::Quiz => Self::Quiz(id),
            Kind::Checklist => Self::Checklist(id),
        }
    }

    /// The item that the page shows.
    #[must_use]
    pub fn link(&self) -> Option<Link> {
        let (kind, id) = match self {
            Self::Question(id) => (Kind::Question, id),
            Self::Framework(id) => (Kind::Framework, id),
            Self::Template(id) => (Kind::Template, id),
            Self::Guide(id) => (Kind::Guide, id),
            Self::Term(id) => (Kind::Term, id),
            Self::PhraseGroup(id) => (Kind::Phrase, id),
            Self::Quiz(id) => (Kind::Quiz, id),
            Self::Checklist(id) => (Kind::Checklist, id),
            _ => return None,
        };
        Some(Link::new(kind, id))
    }

    /// The data files that must be here before the page can be drawn.
    #[must_use]
    pub fn files(&self) -> Vec<String> {
        match self {
            Self::Today | Self::Questions => vec![file::cards().into()],
            Self::Progress | Self::Attempt | Self::Again => {
                vec![file::cards().into(), file::coach().into()]
            }
            Self::Search => vec![file::cards().into(), file::index().into()],
            Self::Question(id) => vec![file::question(id).into()],
            Self::Answer(id) => vec![
                file::question(id).into(),
                file::frameworks().into(),
                file::templates().into(),
                file::coach().into(),
            ],
            Self::OwnAnswer => {
                vec![file::frameworks().into(), file::templates().into(), file::coach().into()]
            }
            Self::OwnQuestion | Self::EditQuestion => {
                vec![file::frameworks().into(), file::templates().into()]
            }
            Self::Frameworks => vec![file::frameworks().into()],
            Self::Framework(_) => vec![file::frameworks().into(), file::cards().into()],
            Self::Templates => vec![file::templates().into()],
            Self::Template(_) | Self::Fill(_) => {
                vec![file::templates().into(), file::cards().into()]
            }
            Self::Guides => vec![file::guides().into()],
            Self::Guide(id) => vec![file::guide(id).into()],
            Self::Glossary | Self::Term(_) => vec![file::glossary().into()],
            Self::Phrases | Self::PhraseGroup(_) => vec![file::phrases().into()],
            Self::Checklists | Self::Checklist(_) => vec![file::checklists().into()],
            Self::Quizzes => vec![file::quizzes().into()],
            Self::Quiz(id) | Self::Play(id) if id == MIXED => vec![file::quizzes().into()],
            Self::Quiz(id) | Self::Play(id) => vec![file::quiz(id).into()],
            Self::Collection => vec![file::cards().into(), file::index().into()],
            Self::Library | Self::Settings | Self::Privacy => Vec::new(),
        }
    }

    /// The title of the document, made from the heading of the page.
    #[must_use]
    pub fn title(&self, heading: &str) -> String {
        let name = match self {
            Self::Today => return "Rapport: practice for customer-service interviews".to_owned(),
            Self::Answer(_) | Self::OwnAnswer => &format!("Your answer: {heading}"),
            Self::Fill(_) => &format!("Fill in: {heading}"),
            Self::Play(_) => &format!("Quiz: {heading}"),
            Self::Progress => "Progress",
            Self::Attempt => "What the coach read",
            Self::Again => "Practise one part again",
            Self::OwnQuestion => "Your own question",
            _ => heading,
        };
        format!("{name} — Rapport")
    }

    /// The id of what the page is about.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Question(id)
            | Self::Answer(id)
            | Self::Framework(id)
            | Self::Template(id)
            | Self::Fill(id)
            | Self::Guide(id)
            | Self::Term(id)
            | Self::PhraseGroup(id)
            | Self::Checklist(id)
            | Self::Quiz(id)
            | Self::Play(id) => Some(id),
            _ => None,
        }
    }

    /// Whether the page is for one job only, without navigation.
    #[must_use]
    pub const fn is_focus(&self) -> bool {
        matches!(self, Self::Answer(_) | Self::OwnAnswer | Self::Again | Self::Play(_))
    }

    /// The address for a link, with the base that the site lives under.
    #[must_use]
    pub fn href(&self) -> String {
        use_context::<Base>().unwrap_or_default().href(self)
    }

    /// The same with one thing in the query. Neither name nor value may need escaping.
    #[must_use]
    pub fn href_with(&self, name: &str, value: &str) -> String {
        format!("{}?{name}={value}", self.href())
    }
}

/// Where a question is answered: one of the bank, or one's own.
#[must_use]
pub fn answer_to(question: &str) -> String {
    if question.starts_with(OWN) {
        Page::OwnAnswer.href_with("id", question)
    } else {
        Page::Answer(question.to_owned()).href()
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
        for kind in Kind::ALL {
            let link = Link::new(*kind, "saying-no");
            let page = Page::of(&link);
            assert_eq!(page.link(), Some(link));
            assert_eq!(base.page(&base.href(&page)), Some(page));
        }
        for page in [Page::Today, Page::Play(MIXED.into()), Page::Fill("a".into()), Page::OwnAnswer]
        {
            assert_eq!(base.page(&base.href(&page)), Some(page));
        }
    }

    #[test]
    fn a_single_pair_of_phrases_stands_on_the_page_of_all() {
        assert_eq!(Page::of(&Link::new(Kind::Phrase, "calm-down")), Page::Phrases);
    }

    #[test]
    fn an_address_that_means_harm_is_no_page() {
        let list: Vec<serde_json::Value> =
            serde_json::from_str(include_str!("../tests/hostile.json")).expect("a list");
        for payload in list {
            let text = payload["text"].as_str().expect("a text");
            for path in [format!("questions/{text}/"), format!("quizzes/{text}/play/")] {
                let Some(page) = Page::parse(&path) else { continue };
                // A few of the list are plain words: those may be looked for, and are not found.
                assert!(page.id().is_none_or(is_id), "{path:?}");
            }
        }
        assert_eq!(Page::parse(&format!("questions/{}/", "a".repeat(81))), None);
        assert_eq!(Page::parse(&"questions/".repeat(10_000)), None);
    }

    #[test]
    fn addresses_that_name_nothing_are_not_pages() {
        let base = Base::new("/any-repo/");
        assert_eq!(base.page("/elsewhere/"), None);
        assert_eq!(base.page("/any-repo/questions/a/b"), None);
    }
}
