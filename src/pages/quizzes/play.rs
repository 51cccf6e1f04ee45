//! To come.
use crate::components::shell::Main;
use leptos::prelude::*;
/// To come.
#[component]
pub fn Play() -> impl IntoView {
    view! { <Main><h1>"Play"</h1></Main> }
}
