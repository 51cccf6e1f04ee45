//! Which pages there are, and what search engines and previews are told of each.

use coach::{
    link::{Kind, Link},
    phrase::PhraseGroup,
};
use content::Content;
use rapport::routes::{MIXED, Page};

/// What is said of a page that is about nothing in particular.
const SITE: &str = "Practise real customer-service interview questions and see what your answer shows. Free, offline, and nothing you write leaves your device.";

/// Every page.
pub fn all(content: &Content) -> Vec<Page> {
    let mut all = vec![
        Page::Today,
        Page::Search,
        Page::Questions,
        Page::Library,
        Page::Frameworks,
        Page::Templates,
        Page::Guides,
        Page::Glossary,
        Page::Phrases,
        Page::Checklists,
        Page::Quizzes,
        Page::Quiz(MIXED.to_owned()),
        Page::Play(MIXED.to_owned()),
        Page::Collection,
        Page::OwnQuestion,
        Page::EditQuestion,
        Page::OwnAnswer,
        Page::Progress,
        Page::Attempt,
        Page::Again,
        Page::Settings,
        Page::Privacy,
    ];
    let mut add = |kind, id: &str| all.push(Page::of(&Link::new(kind, id)));
    content.questions.iter().for_each(|q| add(Kind::Question, &q.id));
    content.frameworks.iter().for_each(|f| add(Kind::Framework, &f.id));
    content.templates.iter().for_each(|t| add(Kind::Template, &t.id));
    content.guides.iter().for_each(|g| add(Kind::Guide, &g.id));
    content.terms.iter().for_each(|t| add(Kind::Term, &t.id));
    content.checklists.iter().for_each(|c| add(Kind::Checklist, &c.id));
    content.quizzes.iter().for_each(|q| add(Kind::Quiz, &q.quiz.id));
    PhraseGroup::ALL.iter().for_each(|group| add(Kind::Phrase, group.slug()));
    all.extend(content.questions.iter().map(|q| Page::Answer(q.id.clone())));
    all.extend(content.templates.iter().map(|t| Page::Fill(t.id.clone())));
    all.extend(content.quizzes.iter().map(|q| Page::Play(q.quiz.id.clone())));
    all
}

/// One or two sentences about a page.
pub fn description(content: &Content, page: &Page) -> String {
    let of_item = match page {
        Page::Question(id) | Page::Answer(id) => {
            content.questions.iter().find(|q| q.id == *id).map(|question| {
                format!("“{}” What the interviewer wants to learn, strong signals, red flags, follow-ups and a sample answer. Free, offline, private.", question.prompt)
            })
        }
        Page::Framework(id) => content
            .frameworks
            .iter()
            .find(|f| f.id == *id)
            .map(|f| format!("{}: {} {}", f.name, f.tagline, f.purpose)),
        Page::Template(id) | Page::Fill(id) => {
            content.templates.iter().find(|t| t.id == *id).map(|t| t.use_when.clone())
        }
        Page::Guide(id) => content.guides.iter().find(|g| g.id == *id).map(|g| g.summary.clone()),
        Page::Term(id) => content.terms.iter().find(|t| t.id == *id).map(|t| t.meaning.clone()),
        Page::Checklist(id) => {
            content.checklists.iter().find(|c| c.id == *id).map(|c| c.about.clone())
        }
        Page::Quiz(id) | Page::Play(id) => {
            content.quizzes.iter().find(|q| q.quiz.id == *id).map(|q| q.quiz.about.clone())
        }
        _ => None,
    };
    of_item.unwrap_or_else(|| of_list(page).to_owned())
}

const fn of_list(page: &Page) -> &'static str {
    match page {
        Page::Questions => {
            "Real customer-service interview questions by role, kind and level, each with what the interviewer wants to learn."
        }
        Page::Frameworks => {
            "STAR, STAR+I, 3C, LAST, the Value-Outcome Ladder and more: what each is for, when not to use it, and a whole answer built on it."
        }
        Page::Templates => {
            "Fill-in-the-blank answers and messages for customer-service interviews, with an example for every gap."
        }
        Page::Glossary => {
            "Customer-service terms in plain words: metrics with formulas and worked numbers, channels, tools and techniques, and how to use each in an interview."
        }
        Page::Phrases | Page::PhraseGroup(_) => {
            "What not to say to a customer or an interviewer, what to say instead, and why it helps."
        }
        Page::Guides => {
            "Short guides to customer-service interviews: what interviewers look for, each kind of question, each kind of job, the day, and what comes after."
        }
        Page::Quizzes | Page::Quiz(_) | Page::Play(_) => {
            "Quizzes about customer service, with the reason for every answer. Free, offline, no account."
        }
        Page::Checklists => {
            "Checklists for a customer-service interview: the roadmap, the day, in person, by video, by phone, and the first week."
        }
        Page::Privacy => {
            "What Rapport keeps on your device, under which names, what the host of the site can see, and how to delete it."
        }
        _ => SITE,
    }
}
