//! To come.
use crate::components::shell::Main;
use leptos::prelude::*;
/// To come.
#[component]
pub fn Guides() -> impl IntoView {
    view! { <Main><h1>"Guides"</h1></Main> }
}
/// To come.
#[component]
pub fn GuidePage() -> impl IntoView {
    view! { <Main><h1>"GuidePage"</h1></Main> }
}
