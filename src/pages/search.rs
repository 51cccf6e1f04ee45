//! To come.
use crate::components::shell::Main;
use leptos::prelude::*;
/// To come.
#[component]
pub fn SearchPage() -> impl IntoView {
    view! { <Main><h1>"SearchPage"</h1></Main> }
}
