//! To come.
use crate::components::shell::Main;
use leptos::prelude::*;
/// To come.
#[component]
pub fn Library() -> impl IntoView {
    view! { <Main><h1>"Library"</h1></Main> }
}
