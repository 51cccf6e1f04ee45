//! To come.
use crate::components::shell::Main;
use leptos::prelude::*;
/// To come.
#[component]
pub fn OwnQuestionPage() -> impl IntoView {
    view! { <Main><h1>"OwnQuestionPage"</h1></Main> }
}
