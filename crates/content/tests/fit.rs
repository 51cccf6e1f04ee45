//! How well the coach hears what the questions of the bank listen for, measured on the bank's own
//! samples. `cargo test -p content --test fit -- --nocapture` prints the figures; with `SIGNS=1`
//! before it, those of each sign and what was missed.

use std::{collections::BTreeMap, path::Path, sync::LazyLock};

use coach::{
    feedback::{
        Context, Fit, Model, Prompt, Sign, fit,
        fit::{Hearing, Wanted},
        signs,
    },
    question::{Question, Sample, SampleLevel},
};
use content::{Content, Filed};

static REAL: LazyLock<Content> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bank/content");
    content::load(&root).expect("the content can be read")
});

type Asked = Filed<Question>;

fn text(sample: &Sample) -> String {
    let sentences: Vec<&str> = sample.text.iter().map(|(_, text)| text.as_str()).collect();
    sentences.join(" ")
}

fn samples(level: Option<SampleLevel>) -> impl Iterator<Item = (&'static Asked, String)> {
    let of = move |question: &'static Asked| {
        let samples = question.samples.iter();
        let wanted = samples.filter(move |sample| level.is_none_or(|level| sample.level == level));
        wanted.map(move |sample| (question, text(sample)))
    };
    REAL.questions.iter().flat_map(of)
}

fn read(question: &Question, text: &str) -> Fit {
    let prompt = Prompt { text: &question.prompt, asks: question.asks };
    fit(Model::shipped(), &prompt, text, &Wanted::from(question))
}

fn percent(part: usize, whole: usize) -> usize {
    (part * 100 + whole / 2) / whole.max(1)
}

#[test]
fn most_of_what_is_listened_for_can_be_heard() {
    let things: Vec<_> = REAL.questions.iter().flat_map(|q| &q.listens_for).collect();
    let with = things.iter().filter(|one| one.sign.is_some()).count();
    println!(
        "things listened for: {}, with a sign: {}%",
        things.len(),
        percent(with, things.len())
    );
    assert!(with * 100 >= things.len() * 85);
    for sign in Sign::ALL {
        assert!(things.iter().any(|one| one.sign == Some(*sign)), "nothing has {sign:?}");
    }
}

#[test]
fn outstanding_samples_are_heard_and_others_less() {
    let detailed = std::env::var_os("SIGNS").is_some();
    // Heard and all: in the question's own samples, and in those of questions without the sign.
    let mut own: BTreeMap<Sign, (usize, usize)> = BTreeMap::new();
    let mut other: BTreeMap<Sign, (usize, usize)> = BTreeMap::new();
    let outstanding = Some(SampleLevel::Outstanding);
    for (question, text) in samples(outstanding) {
        let fit = read(question, &text);
        for (one, hearing) in question.listens_for.iter().zip(&fit.listened) {
            let Some(sign) = one.sign else { continue };
            let count = own.entry(sign).or_default();
            count.1 += 1;
            match hearing {
                Hearing::Heard(span) if detailed => {
                    println!("+ {} | {} | {}", sign.slug(), one.hears, span.of(&text));
                    count.0 += 1;
                }
                Hearing::Heard(_) => count.0 += 1,
                _ if detailed => println!("- {} | {}: {}", sign.slug(), question.id, one.hears),
                _ => {}
            }
        }
        let prompt = Prompt { text: &question.prompt, asks: question.asks };
        let context = Context::new(Model::shipped(), prompt, &text);
        for sign in Sign::ALL {
            if question.listens_for.iter().all(|one| one.sign != Some(*sign)) {
                let count = other.entry(*sign).or_default();
                count.1 += 1;
                count.0 += usize::from(!signs::hear(&context, *sign).is_empty());
            }
        }
    }
    if detailed {
        for (sign, (heard, all)) in &own {
            let (elsewhere, there) = other[sign];
            println!(
                "{:>24}: own {heard}/{all} {}%, elsewhere {}%",
                sign.slug(),
                percent(*heard, *all),
                percent(elsewhere, there)
            );
        }
    }
    let sum = |counts: &BTreeMap<Sign, (usize, usize)>| {
        counts.values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    };
    let heard = sum(&own);
    // As often as each sign is listened for, so that the two can be compared.
    let chance: usize =
        own.iter().map(|(sign, (_, n))| n * percent(other[sign].0, other[sign].1)).sum();
    println!("heard in outstanding samples of their own question: {}%", percent(heard.0, heard.1));
    println!("the same signs in samples of questions without them: {}%", chance / heard.1);
    let solid = samples(Some(SampleLevel::Solid)).fold((0, 0), |sum, (question, text)| {
        let fit = read(question, &text);
        let with = question.listens_for.iter().filter(|one| one.sign.is_some()).count();
        let heard = fit.listened.iter().filter(|one| matches!(one, Hearing::Heard(_))).count();
        (sum.0 + heard, sum.1 + with)
    });
    println!("heard in solid samples, which leave more out: {}%", percent(solid.0, solid.1));
    assert!(heard.0 * 100 >= heard.1 * 70, "{heard:?}");
    assert!(chance / heard.1 + 20 <= percent(heard.0, heard.1), "signs must tell answers apart");
}

#[test]
fn own_samples_are_hardly_ever_doubted() {
    let all: Vec<(&Asked, String)> = samples(None).collect();
    let doubted: Vec<&str> = all
        .iter()
        .filter(|(question, text)| read(question, text).doubted)
        .map(|(question, _)| question.id.as_str())
        .collect();
    println!("own samples: {}, doubted: {doubted:?}", all.len());
    assert!(doubted.len() * 100 <= all.len(), "{doubted:?}");

    // Each sample put to a question of another file, chosen by its number.
    let (mut raised, mut put) = (0, 0);
    for (number, (from, text)) in all.iter().enumerate() {
        let others: Vec<&Asked> = REAL.questions.iter().filter(|q| q.file != from.file).collect();
        let question = others[number * 37 % others.len()];
        put += 1;
        raised += usize::from(read(question, text).doubted);
    }
    println!("put to a question of another theme: {put}, doubted: {}%", percent(raised, put));
    assert!(raised * 100 >= put * 15);
}

#[test]
fn the_next_question_is_one_of_the_probes() {
    let mut missing = 0;
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    for (question, text) in samples(None) {
        let next = read(question, &text).next;
        let probe = &question.probes[next.probe.expect("every question has probes")];
        assert_eq!(probe.gap, next.gap, "{}", question.id);
        missing += usize::from(next.missing);
        *asked.entry(next.gap.slug()).or_default() += 1;
    }
    println!("asked next of the samples: {asked:?}; something was missing in {missing}");
}
