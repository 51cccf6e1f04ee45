//! What is kept where, in plain words, and what is not.

use leptos::prelude::*;

use crate::{components::shell::Main, routes::Page};

/// What stands in the browser's database: the names, as the browser's own tools show them, and what is under each.
const STORED: [(&str, &str); 7] = [
    ("drafts", "Answers that you have begun, and parts that you practise again."),
    ("attempts", "Answers that you have finished, with the question and the time."),
    ("own", "Questions of your own, answers kept from templates, and what you are filling in."),
    ("marks", "Your bookmarks."),
    ("ticks", "What you have ticked off on checklists."),
    ("quizzes", "Quiz rounds and their results."),
    ("broken-…", "Saved work that could not be read, kept as it was until you delete it."),
];

/// What stands in the browser's local storage.
const NEAR: [(&str, &str); 6] = [
    ("rapport:settings", "Light or dark."),
    ("rapport:copies", "When you last saved a copy, and what was in it by number."),
    ("rapport:before-…", "What was here before you brought in a copy, for a week."),
    ("rapport:carried", "Parts of a copy that only a newer version knows."),
    ("rapport:rescue", "What stood in the text fields, if Rapport ever had to stop."),
    (
        "rapport:left-…",
        "Your last words before you closed the page, until they are in the database.",
    ),
];

/// The page.
#[component]
pub fn Privacy() -> impl IntoView {
    let settings = Page::Settings.href();
    let list = |kept: &'static [(&str, &str)]| {
        let rows = kept.iter().map(|(name, what)| {
            view! { <li><code>{*name}</code>": "{*what}</li> }
        });
        view! { <ul class="bul">{rows.collect_view()}</ul> }
    };
    view! {
        <Main>
            <div class="stack g6 narrow">
                <header class="stack g2">
                    <h1>"Privacy"</h1>
                    <p class="soft">"Nothing that you write leaves this device. There is no account, nobody counts your visits, and there is no server that could receive your words."</p>
                </header>
                <section class="stack g3" aria-labelledby="here">
                    <h2 id="here">"What is kept on this device"</h2>
                    <p>"In this browser’s database (IndexedDB) named rapport, under these names:"</p>
                    {list(&STORED)}
                    <p>"In this browser’s local storage. Where there is no database, all of it is here, with rapport: before its name."</p>
                    {list(&NEAR)}
                    <p>"If you have chosen a file for automatic copies, which file that is stands in a database named rapport-handles."</p>
                    <p>"In this browser’s cache: the pages, the questions and the program itself, so that Rapport opens without a network. A service worker answers from there. Nothing that you wrote is in it."</p>
                    <p>"Rapport sets no cookies."</p>
                </section>
                <section class="stack g3" aria-labelledby="host">
                    <h2 id="host">"What the host of this site can see"</h2>
                    <p>"Like every website, this one is sent to you by a host. When your browser asks it for a page or a file, the host sees your internet address, which file it was, when, and which browser you use. If the address of this site ends in github.io, the host is GitHub, and what GitHub does with that stands in its own privacy statement."</p>
                    <p>"After the first visit the site opens from this device. Your browser then only asks the host whether there is a new version. What you search for stands in the address of the page, so the host can see it if that address is loaded from the network."</p>
                </section>
                <section class="stack g3" aria-labelledby="never">
                    <h2 id="never">"What this site cannot do"</h2>
                    <p>"Every page begins with a rule that your browser enforces: while you are on it, the page cannot load anything from another website or send anything to one. The browser also refuses any program that does not come with this site. So text that you paste, or a file that you bring in, stays text."</p>
                </section>
                <section class="stack g3" aria-labelledby="others">
                    <h2 id="others">"Who else can read it"</h2>
                    <ul class="bul">
                        <li>"Anyone who uses this browser on this device. On a shared computer, use a private window or delete your work when you have finished."</li>
                        <li>"Extensions that you have allowed to read web pages."</li>
                        <li>"Whoever you give a copy to. The copy that you save is a file like any other: where you put it is up to you."</li>
                        <li>"Other websites at the same address up to the first slash could read it, if there are any."</li>
                    </ul>
                </section>
                <section class="stack g3" aria-labelledby="gone">
                    <h2 id="gone">"How to delete it"</h2>
                    <p>"One button under Settings deletes all of this: what you wrote, the cache and the service worker. Copies that you saved as files stay where you put them. Some browsers also delete what a site keeps after a week without a visit."</p>
                    <p><a class="link" href=format!("{settings}#delete")>"Delete all my data"</a></p>
                </section>
            </div>
        </Main>
    }
}

#[cfg(test)]
mod tests {
    use coach::save::{self, BROKEN};

    use super::*;

    #[test]
    fn everything_that_is_kept_is_named() {
        let near = ["settings", "copies", "before-…", "carried", "rescue", "left-…"]
            .map(|name| format!("rapport:{name}"));
        assert_eq!(near.as_slice(), NEAR.map(|(name, _)| name));
        let mut stored = STORED.map(|(name, _)| name.to_owned());
        let mut names: Vec<_> = save::NAMES.iter().filter(|name| **name != "settings").collect();
        let broken = format!("{BROKEN}…");
        let broken = broken.as_str();
        names.push(&broken);
        names.sort();
        stored.sort();
        assert_eq!(
            stored.as_slice(),
            names.into_iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()
        );
    }
}
