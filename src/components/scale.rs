//! How long an answer takes to say, against a comfortable band.

use leptos::prelude::*;

use crate::{
    reactive::{at, drawn},
    wording,
};

/// The right end of the scale, in seconds.
const END: u32 = 180;
/// The comfortable band, in seconds: one to two minutes, as interview guides advise.
const BAND: (u32, u32) = (60, 120);

/// The scale.
#[component]
pub fn TimeScale(
    /// How long the answer takes, in seconds.
    seconds: u32,
) -> impl IntoView {
    let place = |seconds: u32| seconds.min(END) * 100 / END;
    let label = format!(
        "{} minutes. A comfortable length is one to two minutes.",
        wording::minutes(seconds)
    );
    view! {
        <div
            class="scale"
            role="img"
            aria-label=label
            use:drawn=at(&[("--a", place(BAND.0)), ("--b", place(BAND.1)), ("--x", place(seconds))])
        >
            <i class="band"></i>
            <span class="lo">"1:00"</span>
            <span class="hi">"2:00"</span>
        </div>
    }
}
