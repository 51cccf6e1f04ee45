//! Any question and any answer, one line apart: spans lie in order on character boundaries, every word
//! has one sentence, and white space at the end changes nothing.
#![no_main]

use coach::{
    feedback::{Model, Prompt, Span, report},
    question::Asks,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &str| {
    let (question, text) = data.split_once('\u{1}').unwrap_or(("Tell me about a time.", data));
    let inside = |span: &Span| text.get(span.start..span.end).is_some();
    for asks in Asks::ALL {
        let prompt = Prompt { text: question, asks: *asks };
        let read = report(Model::shipped(), &prompt, text);
        let mut end = 0;
        for sentence in &read.sentences {
            assert!(inside(&sentence.span) && sentence.span.start >= end, "{sentence:?}");
            end = sentence.span.end;
        }
        let held = |span: &Span| {
            read.sentences.iter().any(|s| s.span.start <= span.start && span.end <= s.span.end)
        };
        assert!(read.findings.iter().flat_map(|f| &f.spans).all(|span| inside(span) && held(span)));
        assert!(read.strengths.iter().all(|s| inside(&s.span) && held(&s.span)));
        assert_eq!(read.balance.total(), read.words);
        assert_eq!(report(Model::shipped(), &prompt, &format!("{text} \n")), read);
    }
    let _ = Asks::of_prompt(data);
});
