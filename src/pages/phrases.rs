//! To come.
use crate::components::shell::Main;
use leptos::prelude::*;
/// To come.
#[component]
pub fn Phrases() -> impl IntoView {
    view! { <Main><h1>"Phrases"</h1></Main> }
}
/// To come.
#[component]
pub fn GroupPage() -> impl IntoView {
    view! { <Main><h1>"GroupPage"</h1></Main> }
}
