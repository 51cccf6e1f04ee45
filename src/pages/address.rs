//! Keeping what is being looked for in the address, so that it can be kept, shared and gone back to.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{reactive::effect, routes::Page};

/// How long after the last change the address follows: browsers limit how often it may change.
const SOON: Duration = Duration::from_millis(400);

/// Lets the address of a page follow a query (`?q=…`, or nothing).
pub fn follow(page: &Page, mut query: impl FnMut() -> String + 'static) {
    let navigate = use_navigate();
    let path = page.path();
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let mut before = None::<String>;
    effect(move || {
        let query = query();
        if before.as_ref().is_some_and(|before| *before != query) {
            stop();
            let (navigate, address) = (navigate.clone(), format!("/{path}{query}"));
            let go = move || {
                let options =
                    NavigateOptions { replace: true, scroll: false, ..Default::default() };
                navigate(&address, options);
            };
            timer.set_value(set_timeout_with_handle(go, SOON).ok());
        }
        before = Some(query);
    });
    on_cleanup(stop);
}
