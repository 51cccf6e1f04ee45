//! To come.
use crate::components::shell::Main;
use leptos::prelude::*;
/// To come.
#[component]
pub fn EditQuestion() -> impl IntoView {
    view! { <Main><h1>"EditQuestion"</h1></Main> }
}
