//! What all kinds of item have in common, so that one check reads them all.

use std::borrow::Cow;

use coach::{
    checklist::Checklist,
    framework::Framework,
    guide::Guide,
    link::{Kind, Link},
    phrase::Pair,
    question::Question,
    quiz::{Item, QuizFile},
    template::Template,
    term::Term,
};

use crate::{Content, Filed};

/// A text of an item, with the name of its field.
pub type Text<'a> = (&'static str, Cow<'a, str>);

/// An item as the checks see it.
pub struct Entry<'a> {
    /// The file that it stands in.
    pub file: &'a str,
    /// What kind of item it is; `None` for an item of a quiz, which has no page of its own.
    pub kind: Option<Kind>,
    /// Its id among its kind.
    pub id: &'a str,
    /// What must not be said twice among its kind: the prompt, the title, the name.
    pub asks: String,
    /// Everything that a reader reads of it.
    pub texts: Vec<Text<'a>>,
    /// What it points at.
    pub links: Vec<Link>,
    /// The source ids that it names.
    pub sources: &'a [String],
}

struct Texts<'a>(Vec<Text<'a>>);

impl<'a> Texts<'a> {
    fn add(&mut self, field: &'static str, text: &'a str) -> &mut Self {
        self.0.push((field, text.into()));
        self
    }

    fn all(
        &mut self,
        field: &'static str,
        texts: impl IntoIterator<Item = &'a String>,
    ) -> &mut Self {
        self.0.extend(texts.into_iter().map(|text| (field, text.as_str().into())));
        self
    }
}

/// Every item.
pub fn entries(content: &Content) -> Vec<Entry<'_>> {
    let mut all = Vec::new();
    all.extend(content.questions.iter().map(question));
    all.extend(content.frameworks.iter().map(framework));
    all.extend(content.templates.iter().map(template));
    all.extend(content.guides.iter().map(guide));
    all.extend(content.terms.iter().map(term));
    all.extend(content.phrases.iter().map(pair));
    for file in &content.quizzes {
        all.push(quiz(file));
        all.extend(file.items.iter().map(|item| quiz_item(&file.file, item)));
    }
    all.extend(content.checklists.iter().map(checklist));
    all
}

fn question(q: &Filed<Question>) -> Entry<'_> {
    let mut texts = Texts(Vec::new());
    texts.add("prompt", &q.prompt).add("intent", &q.intent).add("stuck", &q.stuck);
    texts.add("anchors.one", &q.anchors.one);
    texts.add("anchors.three", &q.anchors.three);
    texts.add("anchors.five", &q.anchors.five);
    texts.all("listens_for", q.listens_for.iter().map(|one| &one.hears)).all("strong", &q.strong);
    texts.all("flags", q.flags.iter().map(|flag| &flag.text));
    texts.all("probes", q.probes.iter().map(|probe| &probe.ask));
    for sample in &q.samples {
        texts.add("sample.voice", &sample.voice);
        texts.all("sample.text", sample.text.iter().map(|(_, text)| text));
    }
    let mut links: Vec<Link> =
        q.frameworks.iter().map(|id| Link::new(Kind::Framework, id)).collect();
    links.extend(q.template.as_ref().map(|id| Link::new(Kind::Template, id)));
    Entry {
        file: &q.file,
        kind: Some(Kind::Question),
        id: &q.id,
        asks: q.prompt.clone(),
        texts: texts.0,
        links,
        sources: &q.sources,
    }
}

fn framework(f: &Filed<Framework>) -> Entry<'_> {
    let mut texts = Texts(Vec::new());
    texts.add("name", &f.name).add("tagline", &f.tagline).add("purpose", &f.purpose);
    texts.add("use_when", &f.use_when).add("avoid_when", &f.avoid_when).add("misuse", &f.misuse);
    texts.all("part.name", f.parts.iter().map(|part| &part.name));
    texts.all("part.guide", f.parts.iter().map(|part| &part.guide));
    texts.all("part.aim", f.parts.iter().map(|part| &part.aim));
    texts.add("example.prompt", &f.example.prompt).add("example.voice", &f.example.voice);
    texts.all("example.text", &f.example.text);
    Entry {
        file: &f.file,
        kind: Some(Kind::Framework),
        id: &f.id,
        asks: f.name.clone(),
        texts: texts.0,
        links: Vec::new(),
        sources: &f.sources,
    }
}

fn template(t: &Filed<Template>) -> Entry<'_> {
    let mut texts = Texts(Vec::new());
    texts.add("title", &t.title).add("use_when", &t.use_when);
    texts.all("slot.label", t.slots.iter().map(|slot| &slot.label));
    texts.all("slot.hint", t.slots.iter().map(|slot| &slot.hint));
    texts.all("slot.example", t.slots.iter().map(|slot| &slot.example));
    texts.all("slot.strong", t.slots.iter().map(|slot| &slot.strong));
    let examples: Vec<String> = t.slots.iter().map(|slot| slot.example.clone()).collect();
    texts.0.push(("text", t.join(&examples).into()));
    Entry {
        file: &t.file,
        kind: Some(Kind::Template),
        id: &t.id,
        asks: t.title.clone(),
        texts: texts.0,
        links: Vec::new(),
        sources: &t.sources,
    }
}

fn guide(g: &Filed<Guide>) -> Entry<'_> {
    let mut texts = Texts(Vec::new());
    texts.add("title", &g.title).add("summary", &g.summary);
    for section in &g.sections {
        texts.add("heading", &section.heading);
        texts.all("text", &section.text).all("points", &section.points);
        if let Some(quote) = &section.quote {
            texts.add("quote.voice", &quote.voice).add("quote.text", &quote.text);
        }
    }
    texts.add("act.text", &g.act.text).add("act.label", &g.act.label);
    let mut links = g.see.clone();
    links.push(g.act.link.clone());
    Entry {
        file: &g.file,
        kind: Some(Kind::Guide),
        id: &g.id,
        asks: g.title.clone(),
        texts: texts.0,
        links,
        sources: &g.sources,
    }
}

fn term(t: &Filed<Term>) -> Entry<'_> {
    let mut texts = Texts(Vec::new());
    texts.add("name", &t.name).add("meaning", &t.meaning).add("say", &t.say);
    texts.all("short", &t.short).all("also", &t.also).all("formula", &t.formula);
    texts.all("worked", &t.worked).all("beware", &t.beware);
    Entry {
        file: &t.file,
        kind: Some(Kind::Term),
        id: &t.id,
        asks: t.name.clone(),
        texts: texts.0,
        links: t.see.clone(),
        sources: &t.sources,
    }
}

fn pair(p: &Filed<Pair>) -> Entry<'_> {
    let mut texts = Texts(Vec::new());
    texts.add("avoid", &p.avoid).add("say", &p.say).add("why", &p.why);
    Entry {
        file: &p.file,
        kind: Some(Kind::Phrase),
        id: &p.id,
        asks: p.avoid.clone(),
        texts: texts.0,
        links: p.see.clone(),
        sources: &p.sources,
    }
}

fn quiz(q: &Filed<QuizFile>) -> Entry<'_> {
    let mut texts = Texts(Vec::new());
    texts.add("title", &q.quiz.title).add("about", &q.quiz.about);
    Entry {
        file: &q.file,
        kind: Some(Kind::Quiz),
        id: &q.quiz.id,
        asks: q.quiz.title.clone(),
        texts: texts.0,
        links: q.quiz.see.clone(),
        sources: &[],
    }
}

fn quiz_item<'a>(file: &'a str, item: &'a Item) -> Entry<'a> {
    let mut texts = Texts(Vec::new());
    texts.add("ask", &item.ask).all("passage", &item.passage);
    texts.all("options.text", item.options.iter().map(|option| &option.text));
    texts.all("options.why", item.options.iter().map(|option| &option.why));
    texts.all("options.pair", item.options.iter().map(|o| &o.pair).filter(|pair| !pair.is_empty()));
    Entry {
        file,
        kind: None,
        id: &item.id,
        asks: format!("{} {}", item.ask, item.passage.as_deref().unwrap_or_default()),
        texts: texts.0,
        links: item.see.clone(),
        sources: &item.sources,
    }
}

fn checklist(c: &Filed<Checklist>) -> Entry<'_> {
    let mut texts = Texts(Vec::new());
    texts.add("title", &c.title).add("about", &c.about);
    texts.all("heading", c.groups.iter().map(|group| &group.heading));
    texts.all("step.text", c.steps().map(|step| &step.text));
    texts.all("step.how", c.steps().map(|step| &step.how));
    let mut links = c.see.clone();
    links.extend(c.steps().filter_map(|step| step.link.clone()));
    Entry {
        file: &c.file,
        kind: Some(Kind::Checklist),
        id: &c.id,
        asks: c.title.clone(),
        texts: texts.0,
        links,
        sources: &c.sources,
    }
}
