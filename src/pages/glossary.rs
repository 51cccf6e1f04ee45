//! To come.
use crate::components::shell::Main;
use leptos::prelude::*;
/// To come.
#[component]
pub fn Glossary() -> impl IntoView {
    view! { <Main><h1>"Glossary"</h1></Main> }
}
/// To come.
#[component]
pub fn TermPage() -> impl IntoView {
    view! { <Main><h1>"TermPage"</h1></Main> }
}
