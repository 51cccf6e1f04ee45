//! To come.
use crate::components::shell::Main;
use leptos::prelude::*;
/// To come.
#[component]
pub fn Fill() -> impl IntoView {
    view! { <Main><h1>"Fill"</h1></Main> }
}
