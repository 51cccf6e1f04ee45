use super::*;
use crate::feedback::sentence;

const PRACTICE: &str = include_str!("practice.txt");
const UNSEEN: &str = include_str!("unseen.txt");

/// An answer as it is said, and where a listener would cut it.
struct Said {
    text: String,
    /// The first words of the stretches but the first.
    wanted: Vec<usize>,
    /// Where a cut is neither wanted nor wrong.
    either: Vec<usize>,
}

fn read(file: &str) -> Vec<Said> {
    let lines = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(said).collect()
}

fn said(line: &str) -> Said {
    let mut said = Said { text: String::new(), wanted: vec![], either: vec![] };
    let mut words = 0;
    for token in line.split_whitespace() {
        match token {
            "|" => said.wanted.push(words),
            "/" => said.either.push(words),
            word => {
                if words > 0 {
                    said.text.push(' ');
                }
                said.text.push_str(word);
                words += Words::of(word).len();
            }
        }
    }
    said
}

fn spans(text: &str) -> Vec<Span> {
    let sentences = sentence::split(text);
    let mut words = Words::of(text);
    words.keep(&sentences);
    cut(text, &words, sentences)
}

fn texts(text: &str) -> Vec<&str> {
    spans(text).into_iter().map(|span| span.of(text)).collect()
}

/// The first words of the stretches but the first.
fn heads_of(text: &str) -> Vec<usize> {
    let words = Words::of(text);
    let starts = spans(text).into_iter().skip(1).map(|span| span.start);
    starts
        .map(|start| {
            let before = |at: &usize| words.get(*at).is_some_and(|word| word.span.start < start);
            (0..words.len()).take_while(before).count()
        })
        .collect()
}

/// Precision, recall and F1 of the cuts, in per cent. `SHOW_CUTS=1` and `--nocapture` print them.
fn score(file: &str) -> (usize, usize, usize) {
    let (mut right, mut cut, mut wanted) = (0, 0, 0);
    for said in read(file) {
        let heads = heads_of(&said.text);
        right += heads.iter().filter(|at| said.wanted.contains(at)).count();
        cut += heads.iter().filter(|at| !said.either.contains(at)).count();
        wanted += said.wanted.len();
        if std::env::var_os("SHOW_CUTS").is_some() {
            show(&said, &heads);
        }
    }
    (100 * right / cut, 100 * right / wanted, 200 * right / (cut + wanted))
}

/// Prints an answer with its cuts: `|` right, `+` wrong, `-` missed.
fn show(said: &Said, heads: &[usize]) {
    let words = Words::of(&said.text);
    for at in 0..words.len() {
        let sign = match (heads.contains(&at), said.wanted.contains(&at)) {
            (true, true) => "| ",
            (true, false) if !said.either.contains(&at) => "\n  + ",
            (false, true) => "\n  - ",
            _ => "",
        };
        print!("{sign}{} ", words.folded(at));
    }
    println!("\n");
}

#[test]
fn cuts_where_a_listener_would() {
    let (practice, unseen) = (score(PRACTICE), score(UNSEEN));
    println!("Precision, recall, F1: practice {practice:?}, unseen {unseen:?}.");
    assert!(practice.2 >= 81 && unseen.2 >= 73, "practice {practice:?}, unseen {unseen:?}");
}

#[test]
fn there_are_answers_enough_to_say_so() {
    for file in [PRACTICE, UNSEEN] {
        let answers = read(file);
        assert!(answers.len() >= 15);
        assert!(answers.iter().all(|said| (60..=300).contains(&Words::of(&said.text).len())));
    }
}

/// Forty words without a stop, and one more clause.
const RUN_ON: &str = "so I was on the late shift in a small hotel by the station and a lady came in \
    from the rain and she said “I booked this” and the room was gone and then I rang every hotel in \
    the street for her";

#[test]
fn what_is_said_in_one_breath_is_cut() {
    assert_eq!(
        texts(RUN_ON),
        [
            "so I was on the late shift in a small hotel by the station",
            "and a lady came in from the rain and she said “I booked this”",
            "and the room was gone",
            "and then I rang every hotel in the street for her",
        ]
    );
}

#[test]
fn what_is_punctuated_is_left_as_it_is() {
    let long = "I took the old lady by the arm, showed her where the lift was and told her that I would \
        bring the bags up to her room as soon as the bus with the other forty guests had gone, and \
        then I did.";
    assert!((40..60).contains(&Words::of(long).len()));
    assert_eq!(texts(long), [long]);
    let short = "so I asked her what she needed and then I called my boss and he came";
    assert_eq!(texts(short), [short]);
    let both = format!("She waited. {short}");
    assert_eq!(texts(&both), ["She waited.", short]);
}

#[test]
fn one_stop_at_the_very_end_changes_little() {
    let all = format!(
        "{RUN_ON} and in the end she got a room and she sent us a card and a cake for it and my boss was happy."
    );
    assert!(texts(&all).len() >= 5);
}

#[test]
fn a_quotation_mark_goes_with_its_word() {
    let text = RUN_ON.replace("and then I", "“then I");
    assert!(
        texts(&text).iter().any(|stretch| stretch.starts_with("“then I")),
        "{:?}",
        texts(&text)
    );
}

#[test]
fn words_without_a_clause_are_not_cut() {
    let list = "apples and pears and ".repeat(40);
    assert_eq!(texts(&list).len(), 1);
    let numbers = "one hundred and twenty and ".repeat(40);
    assert_eq!(texts(&numbers).len(), 1);
}
