//! To come.
use crate::components::shell::Main;
use leptos::prelude::*;
/// To come.
#[component]
pub fn Checklists() -> impl IntoView {
    view! { <Main><h1>"Checklists"</h1></Main> }
}
/// To come.
#[component]
pub fn ChecklistPage() -> impl IntoView {
    view! { <Main><h1>"ChecklistPage"</h1></Main> }
}
