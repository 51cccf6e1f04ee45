//! The long texts of questions, fetched when a page needs them.

use std::{collections::BTreeMap, sync::Arc};

use coach::question::Question;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::fetch::{self, FetchError},
    routes::Base,
};

type Known = BTreeMap<String, Result<Arc<Question>, FetchError>>;

/// The questions whose texts are here.
#[derive(Clone, Copy)]
pub struct Details {
    known: RwSignal<Known>,
}

impl Details {
    /// Knows at most the question that the page came with.
    #[must_use]
    pub fn new(first: Option<Question>) -> Self {
        let known = first.map(|question| (question.id.clone(), Ok(Arc::new(question))));
        Self { known: RwSignal::new(known.into_iter().collect()) }
    }

    /// The question, or why it could not be had; `None` while it is on its way. A tracked read.
    pub fn get(self, id: &str) -> Option<Result<Arc<Question>, FetchError>> {
        self.known.with(|known| known.get(id).cloned())
    }

    /// Fetches a question's texts unless they are here. What failed before is tried again.
    pub fn want(self, id: String, base: &Base) {
        if self.known.with_untracked(|known| known.get(&id).is_some_and(Result::is_ok)) {
            return;
        }
        self.known.update(|known| {
            known.remove(&id);
        });
        let address = base.file(&format!("data/questions/{id}.postcard"));
        spawn_local(async move {
            let question = fetch::question(&address).await.map(Arc::new);
            self.known.try_update(|known| known.insert(id, question));
        });
    }
}
