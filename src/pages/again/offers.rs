//! The parts of a finished answer that are worth practising again, as a piece of its page.

use coach::{
    feedback::Report,
    rewind::{self, Weak},
};
use leptos::prelude::*;

use crate::{
    components::icon::{Icon, Sign},
    routes::Page,
    wording::rewind as say,
};

/// The offers, the weakest part first; nothing where no part is weak.
pub fn offers(report: &Report, at: u64) -> Option<AnyView> {
    let weak = rewind::weak(report);
    if weak.is_empty() {
        return None;
    }
    let several = weak.len() > 1;
    let row = |(i, Weak { section, why }): (usize, Weak)| {
        let href =
            format!("{}&part={}", Page::Again.href_with("at", &at.to_string()), section.slug());
        let weakest = several && i == 0;
        let weakest = weakest.then(|| view! { <span class="tag now">"Your weakest part"</span> });
        let reason = why.first().map(|why| say::why(section, *why).0);
        view! {
            <li>
                <a class="item" href=href>
                    <span class="t">{say::practise(section)}</span>
                    <span class="meta">
                        {weakest} <span>{reason}</span>
                    </span>
                    <span class="end">
                        <Sign icon=Icon::Next />
                    </span>
                </a>
            </li>
        }
    };
    let rows = weak.into_iter().enumerate().map(row).collect_view();
    let section = view! {
        <section class="stack g3 unprinted">
            <h2>"Practise one part again"</h2>
            <p class="small soft">
                "Write only that part anew and see what changes. The rest of your answer stays as it is."
            </p>
            <ul class="list">{rows}</ul>
        </section>
    };
    Some(section.into_any())
}
