//! Handing a result on, as a text or as a picture. Only the score and the quiz's address are in it.

use coach::quiz::{Score, Trace};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        page,
        picture::{self, Part, Picture},
        share::{self, Handed},
    },
    components::icon::{Icon, Sign},
    pages::quizzes::source::Source,
    reactive::{live, press},
    routes::Page,
    wording::quiz as say,
};

/// The id of the field with the text, where it can only be copied by hand.
const BY_HAND: &str = "share-text";

/// The section.
pub fn share(source: Source, score: Score, traces: Vec<Trace>) -> impl IntoView {
    let path = Page::Quiz(source.id().to_owned()).href();
    let words = say::shared(source.title(), score);
    let told = RwSignal::new(None::<Handed>);
    let as_text = {
        let (path, words) = (path.clone(), words.clone());
        move || {
            let (words, address) = (words.clone(), share::address(&path));
            spawn_local(async move {
                let handed = share::text(&words, &address).await;
                told.try_set(Some(handed));
                if handed == Handed::Refused {
                    page::once_drawn(|| share::mark_all(BY_HAND));
                }
            });
        }
    };
    let as_picture = {
        let path = path.clone();
        move || {
            let picture = drawn(source, score, &traces, &share::address(&path));
            let name = format!("rapport-{}.png", source.id());
            spawn_local(async move {
                let handed = match picture::png(&picture).await {
                    Some(png) => share::picture(&name, &png).await,
                    None => Handed::Refused,
                };
                told.try_set(Some(handed));
            });
        }
    };
    let outcome = live(move || match told.get() {
        None | Some(Handed::Left) => ().into_any(),
        Some(Handed::Shared) => "Handed on.".into_any(),
        Some(Handed::Copied) => "Copied. You can paste it anywhere now.".into_any(),
        Some(Handed::Saved) => "The picture is among this device’s downloads.".into_any(),
        Some(Handed::Refused) => {
            let all = format!("{words} {}", share::address(&path));
            view! {
                <span class="field stack g2">
                    <label for=BY_HAND>"This browser does not share by itself. Copy this text:"</label>
                    <textarea class="in short" id=BY_HAND readonly rows="2">{all}</textarea>
                </span>
            }
            .into_any()
        }
    });
    view! {
        <section class="stack g3" aria-labelledby="share">
            <h2 class="h3" id="share">"Show it to someone"</h2>
            <div class="row">
                <button class="btn" on:click=press(as_text)>
                    <Sign icon=Icon::Share />
                    "Share as text"
                </button>
                <button class="btn" on:click=press(as_picture)>
                    <Sign icon=Icon::Save />
                    "Share as a picture"
                </button>
            </div>
            <div class="small" role="status">{outcome}</div>
            <p class="xs soft">"Only the score and the address of the quiz are in it."</p>
        </section>
    }
}

fn drawn(source: Source, score: Score, traces: &[Trace], address: &str) -> Picture {
    let part = |trace: &Trace| match trace {
        Trace::Right => Part::Full,
        Trace::Mended => Part::Late,
        _ => Part::Open,
    };
    let site = address.split_once("://").map_or(address, |(_, rest)| rest);
    Picture {
        above: "A quiz about customer service".to_owned(),
        name: source.title().to_owned(),
        figure: say::score(score),
        beside: "right at the first try".to_owned(),
        ribbon: traces.iter().map(part).collect(),
        foot: site.to_owned(),
    }
}
