//! To come.
pub mod play;
use crate::components::shell::Main;
use leptos::prelude::*;
/// To come.
#[component]
pub fn Quizzes() -> impl IntoView {
    view! { <Main><h1>"Quizzes"</h1></Main> }
}
/// To come.
#[component]
pub fn QuizPage() -> impl IntoView {
    view! { <Main><h1>"QuizPage"</h1></Main> }
}
