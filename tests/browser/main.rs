//! Journeys through the built site, each in Chromium, Firefox and WebKit.
//!
//! `cargo xtask test browser` runs them. A test is named after its journey and its engine, such as
//! `offline::firefox`. What a failed one saw last lies in `target/journeys/`.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod accessible;
mod automatic_copy;
mod backup;
mod backup_bytes;
mod bad_import;
mod bookmarks;
mod checklists;
mod closer_look;
mod corrupt_storage;
mod deep_links;
mod eight_windows;
mod faulted_deploys;
mod first_visit;
mod goes_on_mid_sentence;
mod guarded;
mod hostile;
mod kept_answer;
mod killed;
mod library;
mod main_job_by_keyboard;
mod main_job_by_pointer;
mod meets_question;
mod mutated_stores;
mod newer_storage;
mod offline;
mod own_question;
mod own_words;
mod part_again;
mod part_again_by_keyboard;
mod promise;
mod protected_copy;
mod quiz_by_keyboard;
mod quiz_by_pointer;
mod reminder;
mod search;
mod stops;
mod storage_refused;
mod template;
mod themes_and_titles;
mod update_offered;
