//! To come.
pub mod edit;
pub mod question;
use crate::components::shell::Main;
use leptos::prelude::*;
/// To come.
#[component]
pub fn Collection() -> impl IntoView {
    view! { <Main><h1>"Collection"</h1></Main> }
}
