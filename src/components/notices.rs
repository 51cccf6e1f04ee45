//! Banners for what the user must be told.

use std::borrow::Cow;

use leptos::prelude::*;

use super::icon::{Icon, Sign};
use crate::{
    reactive::{live, press},
    routes::Page,
    state::{Notice, Notices, use_work},
    wording,
};

/// The banners, above the page.
#[component]
pub fn NoticeList() -> impl IntoView {
    let notices: Notices = expect_context();
    let settings = Page::Settings.href();
    let draw = move |notice: Notice| {
        let (title, text): (_, Cow<str>) = match notice {
            Notice::NotSaving => (
                "This browser does not save your work",
                "Storage is full or switched off, for instance in a private window. You can go on, but keep a copy before you close the page.".into(),
            ),
            Notice::PutAside(salvage) => {
                ("Something saved could not be read", Cow::Owned(wording::restored(salvage)))
            }
            Notice::FromNewer => (
                "Your work was saved by a newer Rapport",
                "This older version leaves it alone, and does not save changes to it. A copy as it stands is under Settings. Load the page again to get the new version.".into(),
            ),
            Notice::NotOpened => (
                "Your work is not here yet",
                "It is safe on this device, but a file of Rapport that opens it did not come. Load the page again when there is a network.".into(),
            ),
            Notice::OtherWords => (
                "You wrote in two windows at once",
                "The newer words stay in their place. The other ones are kept under Settings.".into(),
            ),
            Notice::Rescued => (
                "Rapport stopped the last time",
                "What stood in the fields then is kept. You can find it under Settings.".into(),
            ),
        };
        view! {
            <section class="note care" role="alert">
                <Sign icon=Icon::Note />
                <div>
                    <h2 class="h3">{title}</h2>
                    <p>{text.into_owned()}</p>
                    <p><a class="link" href=settings.clone()>"Open settings and data"</a></p>
                </div>
            </section>
        }
    };
    view! {
        <div class="notices">
            {live(move || notices.list.get().into_iter().map(draw.clone()).collect_view())}
        </div>
    }
}

/// The offer of a new version: never forced, and nothing is lost by taking it.
#[component]
pub fn UpdateToast() -> impl IntoView {
    let notices: Notices = expect_context();
    let work = use_work();
    let take = move || {
        work.flush();
        if let Some(update) = notices.update.get_untracked() {
            update.take();
        }
    };
    let offer = live(move || {
        notices.update.with(Option::is_some).then(|| {
            view! {
                <div class="toast">
                    <span>"A new version is ready. Your work stays."</span>
                    <button on:click=press(take)>"Use it now"</button>
                    <button on:click=press(move || notices.update.set(None))>"Later"</button>
                </div>
            }
        })
    });
    view! { <div class="toasts" role="status">{offer}</div> }
}
