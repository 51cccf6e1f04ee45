//! The data files of the site, made from the content.

use std::collections::{BTreeMap, BTreeSet};

use bank::{Brief, Entry, File, GuideCard, Page, QuizCard, QuizPage, file};
use coach::{
    feedback::ModelFile,
    link::{Kind, Link},
    question::{Card, Question},
    quiz::QuizFile,
};
use serde::Serialize;

use crate::{Content, Filed, entry::entries};

/// The data files by their paths.
pub type Packed = BTreeMap<String, Vec<u8>>;

/// How many related items a page shows at most.
const RELATED: usize = 8;

/// Packs everything.
///
/// # Panics
/// Never: plain data can always be packed.
#[must_use]
pub fn pack(content: &Content) -> Packed {
    let names = Names::of(content);
    let mut packed = Packed::new();
    put(&mut packed, file::cards(), &cards(content));
    for q in &content.questions {
        put(&mut packed, file::question(&q.id), &names.page(Kind::Question, &q.id, &q.item));
    }
    let frameworks = content.frameworks.iter();
    let frameworks = frameworks.map(|f| names.page(Kind::Framework, &f.id, &f.item)).collect();
    put(&mut packed, file::frameworks(), &frameworks);
    let templates = content.templates.iter();
    let templates = templates.map(|t| names.page(Kind::Template, &t.id, &t.item)).collect();
    put(&mut packed, file::templates(), &templates);
    let mut guides: Vec<GuideCard> = Vec::new();
    for guide in &content.guides {
        put(&mut packed, file::guide(&guide.id), &names.page(Kind::Guide, &guide.id, &guide.item));
        guides.push(GuideCard {
            id: guide.id.clone(),
            title: guide.title.clone(),
            summary: guide.summary.clone(),
            topic: guide.topic,
            minutes: guide.minutes(),
        });
    }
    guides.sort_by_key(|guide| guide.topic);
    put(&mut packed, file::guides(), &guides);
    let mut glossary: Vec<_> =
        content.terms.iter().map(|t| names.page(Kind::Term, &t.id, &t.item)).collect();
    glossary.sort_by_key(|term| term.name.to_lowercase());
    put(&mut packed, file::glossary(), &glossary);
    let mut phrases: Vec<_> =
        content.phrases.iter().map(|p| names.page(Kind::Phrase, &p.id, &p.item)).collect();
    phrases.sort_by_key(|pair| pair.group);
    put(&mut packed, file::phrases(), &phrases);
    let mut quizzes = Vec::new();
    for q in &content.quizzes {
        put(&mut packed, file::quiz(&q.quiz.id), &names.quiz(&q.item));
        quizzes.push(QuizCard {
            id: q.quiz.id.clone(),
            title: q.quiz.title.clone(),
            about: q.quiz.about.clone(),
            items: q.items.iter().map(|item| item.id.clone()).collect(),
        });
    }
    // The quiz that covers everything comes first.
    quizzes.sort_by_key(|quiz| std::cmp::Reverse(quiz.items.len()));
    put(&mut packed, file::quizzes(), &quizzes);
    let checklists = content.checklists.iter();
    let checklists = checklists.map(|c| names.page(Kind::Checklist, &c.id, &c.item)).collect();
    put(&mut packed, file::checklists(), &checklists);
    put(&mut packed, file::index(), &index(content));
    packed.insert(file::coach().into(), ModelFile::SHIPPED.to_vec());
    packed
}

fn put<T: Serialize>(packed: &mut Packed, file: File<T>, value: &T) {
    let bytes = file.pack(value).expect("plain data can always be packed");
    packed.insert(file.into(), bytes);
}

/// Someone new goes from the top: warm-ups first, and of these what is asked of everyone. Before the
/// rest come the questions that the sources name, which most interviews have.
fn cards(content: &Content) -> Vec<Card> {
    let mut questions: Vec<&Filed<Question>> = content.questions.iter().collect();
    let for_all = |q: &Question| q.tracks.is_empty() && q.levels.is_empty();
    questions.sort_by_key(|q| (q.difficulty, !for_all(q), q.sources.is_empty()));
    questions.into_iter().map(|q| Card::from(&q.item)).collect()
}

/// What everything is called, and who points at whom.
struct Names {
    titles: BTreeMap<Link, String>,
    related: BTreeMap<Link, Vec<Link>>,
}

impl Names {
    fn of(content: &Content) -> Self {
        let mut titles = BTreeMap::new();
        let mut pointing: Vec<(Link, Link)> = Vec::new();
        let mut quiz = None;
        for entry in entries(content) {
            // An item of a quiz has no page: its quiz stands for it.
            let here = entry.kind.map(|kind| Link::new(kind, entry.id)).or(quiz.clone());
            let Some(here) = here else { continue };
            if entry.kind == Some(Kind::Quiz) {
                quiz = Some(here.clone());
            }
            if entry.kind.is_some() {
                titles.insert(here.clone(), entry.asks.clone());
            }
            pointing.extend(entry.links.into_iter().map(|to| (here.clone(), to)));
        }
        for group in coach::phrase::PhraseGroup::ALL {
            titles.insert(Link::new(Kind::Phrase, group.slug()), group.slug().replace('-', " "));
        }
        // What an item points at itself comes first.
        let mut related: BTreeMap<Link, Vec<Link>> = BTreeMap::new();
        for (from, to) in &pointing {
            related.entry(from.clone()).or_default().push(to.clone());
        }
        for (from, to) in &pointing {
            related.entry(to.clone()).or_default().push(from.clone());
        }
        for links in related.values_mut() {
            let mut seen = BTreeSet::new();
            links.retain(|link| seen.insert(link.clone()));
        }
        Self { titles, related }
    }

    fn page<T: Clone>(&self, kind: Kind, id: &str, item: &T) -> Page<T> {
        let here = Link::new(kind, id);
        let links = self.related.get(&here).into_iter().flatten();
        // A framework fits nearly every question, and lists those that it fits by itself.
        let told = |link: &&Link| {
            **link != here
                && !(link.kind == Kind::Question
                    && matches!(kind, Kind::Framework | Kind::Template))
        };
        let related =
            links.filter(told).filter_map(|link| self.brief(link)).take(RELATED).collect();
        Page { item: item.clone(), related }
    }

    fn brief(&self, link: &Link) -> Option<Brief> {
        Some(Brief { link: link.clone(), title: self.titles.get(link)?.clone() })
    }

    fn quiz(&self, file: &QuizFile) -> QuizPage {
        let links: BTreeSet<&Link> = file.items.iter().flat_map(|item| &item.see).collect();
        QuizPage {
            page: self.page(Kind::Quiz, &file.quiz.id, file),
            named: links.into_iter().filter_map(|link| self.brief(link)).collect(),
        }
    }
}

/// What the search looks through, besides the questions.
fn index(content: &Content) -> Vec<Entry> {
    let entry = |kind, id: &str, title: &str, text: &str, also: String| Entry {
        link: Link::new(kind, id),
        title: title.to_owned(),
        text: text.to_owned(),
        also,
    };
    let mut all = Vec::new();
    for t in &content.terms {
        let also = format!("{} {}", t.short.as_deref().unwrap_or_default(), t.also.join(" "));
        all.push(entry(Kind::Term, &t.id, &t.name, &t.meaning, also));
    }
    for g in &content.guides {
        let also = g.sections.iter().map(|section| section.heading.as_str()).collect::<Vec<_>>();
        all.push(entry(Kind::Guide, &g.id, &g.title, &g.summary, also.join(" ")));
    }
    for f in &content.frameworks {
        let also = f.parts.iter().map(|part| part.name.as_str()).collect::<Vec<_>>();
        all.push(entry(Kind::Framework, &f.id, &f.name, &f.tagline, also.join(" ")));
    }
    for t in &content.templates {
        let first = t.use_when.split_inclusive('.').next().unwrap_or_default();
        all.push(entry(Kind::Template, &t.id, &t.title, first.trim(), String::new()));
    }
    for p in &content.phrases {
        all.push(entry(Kind::Phrase, &p.id, &p.say, &p.avoid, p.group.slug().to_owned()));
    }
    for q in &content.quizzes {
        all.push(entry(Kind::Quiz, &q.quiz.id, &q.quiz.title, &q.quiz.about, "quiz".to_owned()));
    }
    for c in &content.checklists {
        let also = c.steps().map(|step| step.text.as_str()).collect::<Vec<_>>();
        all.push(entry(Kind::Checklist, &c.id, &c.title, &c.about, also.join(" ")));
    }
    all
}
