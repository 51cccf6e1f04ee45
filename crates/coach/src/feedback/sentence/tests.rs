use super::*;

fn texts(text: &str) -> Vec<&str> {
    split(text).into_iter().map(|span| span.of(text)).collect()
}

#[test]
fn plain_stops() {
    assert_eq!(texts(" One. Two! Three? four… Five "), ["One.", "Two!", "Three?", "four…", "Five"]);
    assert_eq!(texts("no stops at all"), ["no stops at all"]);
    assert_eq!(texts("i waited. then he came"), ["i waited.", "then he came"]);
    assert_eq!(texts("I waited.Then he came"), ["I waited.", "Then he came"]);
}

#[test]
fn points_inside_a_sentence() {
    for text in [
        "Mr. Ali came at 3.30 p.m. and left.",
        "We use e.g. Zendesk.",
        "See No. 5 on the list.",
        "I wrote to example.com again.",
        "J. Ortiz called me.",
        "um... so I waited",
    ] {
        assert_eq!(texts(text), [text]);
    }
    assert_eq!(
        texts("He came at 9 a.m. I was late. No. Really."),
        ["He came at 9 a.m.", "I was late.", "No.", "Really."]
    );
    assert_eq!(
        texts("It was my boss and I. Then he left."),
        ["It was my boss and I.", "Then he left."]
    );
}

#[test]
fn quotes_and_brackets_after_the_stop() {
    assert_eq!(
        texts("She said “Stop!” and left. (I stayed.) He said 'no.' Fine."),
        ["She said “Stop!” and left.", "(I stayed.)", "He said 'no.'", "Fine."]
    );
}

#[test]
fn lines_and_lists() {
    assert_eq!(
        texts("First:\n- I asked\n• I called. Twice.\r\n2. I wrote\n b) I rang"),
        ["First:", "I asked", "I called.", "Twice.", "I wrote", "I rang"]
    );
    assert_eq!(texts("---\n\n.\n"), [] as [&str; 0]);
    assert_eq!(texts("Great. 🙂\n🙂 hi"), ["Great. 🙂", "🙂 hi"]);
    assert_eq!(texts("2020 was hard"), ["2020 was hard"]);
}

#[test]
fn other_scripts() {
    assert_eq!(texts("你好。再见！"), ["你好。", "再见！"]);
    assert_eq!(texts("هل؟ نعم"), ["هل؟", "نعم"]);
}

/// Each text with `¦` where it should be cut; the white space there is left out.
#[test]
fn by_table() {
    for marked in [
        // Abbreviations.
        "He came at 9 a.m. and left at 5 p.m. ¦Then I slept.",
        "I live in the U.S. and work. ¦I like the U.K. ¦We moved.",
        "She has a Ph.D. in law. ¦The C.E.O. came. ¦Bob a.k.a. rob came.",
        "We sell pens, etc. and ink. ¦We sell pens, etc. ¦He bought one.",
        "Mr. and Mrs. Ali saw Prof. Dr. Lee and Capt. Jo. ¦St. Mary's called.",
        "See Fig. 3, nos. 5 and 6, No. 7 and max. 8 of them. ¦No. ¦I did not.",
        "On Jan. 5 it was cold. ¦I said no. ¦Then I left.",
        "Acme Inc. is here. ¦I was at Acme Inc. ¦He left.",
        // Initials and letters.
        "J. R. Smith and J. Ortiz called. ¦It was plan B. ¦Then we left.",
        "I got a C. ¦I was sad. ¦So did I. ¦We laughed.",
        "J.R. Smith came.",
        // Numbers, times, dates, money.
        "It cost £3.50 at 14.30 on 12.03.2024. ¦Version 2.0.1 broke. ¦1,200 came.",
        "I got 94%. ¦He got 3. ¦Then 4.",
        // Addresses and names with points.
        "Mail jo.smith@Example.com or www.Example.com now. ¦See https://a.b/C?d=e!f. ¦Fine.",
        "I use Node.JS and ASP.NET and Node.js. ¦I opened report.Final.docx and a.Txt today.",
        // Trailing points and piled-up stops.
        "Well... ¦I waited. ¦Hmm… ok… ¦Then I left. ¦um... so I waited‥ so",
        "What?! ¦I said. ¦Really??? ¦Yes!!! ¦Wait⁉ ¦Yes‼ ¦No.",
        "I left.. ¦Then. . . ¦I came.",
        "Wait, what ? ¦I said , yes . ¦Then I left .",
        // Quotations and brackets.
        "She said, “He told me ‘Wait here.’” ¦I waited.",
        "\"“Stop!” she said.\" ¦Then I left.",
        "I said \"sure!\", and left. ¦I asked (why?) and left. ¦(He left.) ¦I stayed. ¦(He left). ¦I stayed.",
        "I had rock 'n' roll in the '90s. ¦He's 6' 2\". ¦Tall.",
        // Pictures.
        "Great 🙂. ¦Great! ¦🙂 Then I left.🙂 ¦He stayed. 👍👍",
        "Great!👩‍👩‍👧 ¦Then I left.",
        // Marks that take no room, and marks on letters.
        "I left.\u{200b} ¦Then he came.\u{feff} ¦He left.\u{200e} ¦then I did.",
        "I left. ¦\u{200f}Then um... \u{200f}so I waited.",
        "\u{202e}abc. ¦def\u{202c}. ¦Ghi",
        "I went to a cafe\u{301}. ¦Then I left.",
        // Other white space.
        "I left.\u{a0} ¦Then.\u{3000} ¦Then.\u{2003} ¦Then.\t ¦Then.",
        // Other scripts.
        "مرحبا؟ ¦نعم. ¦لا۔ ¦हाँ। ¦मैं",
        "Γιατί\u{37e} ¦ναι",
        "ሰላም። ¦እንዴት፧ ¦Բարեւ։ ¦Այո",
    ] {
        let text = marked.replace('¦', "");
        let wanted: Vec<&str> = marked.split('¦').map(str::trim).collect();
        let invisible =
            |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{200e}');
        let plain = |list: Vec<&str>| -> Vec<String> {
            list.into_iter().map(|one| one.trim_matches(invisible).to_owned()).collect()
        };
        assert_eq!(plain(texts(&text)), plain(wanted), "{text:?}");
    }
}

#[test]
fn without_a_space() {
    for (text, wanted) in [
        ("I waited.Then he came", &["I waited.", "Then he came"][..]),
        ("OK.So I left.I ran", &["OK.", "So I left.", "I ran"]),
        ("I got 94.He got 3", &["I got 94.", "He got 3"]),
        ("Great!🙂Then I left", &["Great!🙂", "Then I left"]),
        ("I left.”Then he came", &["I left.”", "Then he came"]),
        ("cafe\u{301}.Then I left", &["cafe\u{301}.", "Then I left"]),
        ("I left.\u{200b}Then he came", &["I left.", "\u{200b}Then he came"]),
        ("Why?🅟 no", &["Why?", "🅟 no"]),
        ("I did it!then left", &["I did it!then left"]),
        ("On 12.May I left", &["On 12.May I left"]),
        ("你好。「再见。」好吗？好", &["你好。", "「再见。」", "好吗？", "好"]),
        ("はい｡ｈｉ．ｙｏ", &["はい｡", "ｈｉ．", "ｙｏ"]),
    ] {
        assert_eq!(texts(text), wanted, "{text:?}");
    }
}

#[test]
fn heads_of_lines() {
    for (line, wanted) in [
        ("* one", "one"),
        ("*one* two", "*one* two"),
        ("•one", "one"),
        ("◦ one", "one"),
        ("✔\u{fe0f} one", "one"),
        ("– one – two", "one – two"),
        ("• 1. one", "one"),
        ("- [ ] one", "one"),
        ("- [x] one", "one"),
        ("(3) one", "one"),
        ("[4] one", "one"),
        ("1) one", "one"),
        ("12. one", "one"),
        ("iii. one", "one"),
        ("A) one", "one"),
        ("A. one", "A. one"),
        ("I) am", "am"),
        ("1\u{fe0f}\u{20e3} one", "one"),
        ("2020 was hard", "2020 was hard"),
        ("1.5 hours", "1.5 hours"),
        (">> quoted", "quoted"),
        ("Step 1: I asked", "Step 1: I asked"),
        ("Situation: I worked", "Situation: I worked"),
        ("\u{feff}- one", "one"),
    ] {
        assert_eq!(texts(line), [wanted], "{line:?}");
    }
    assert_eq!(
        texts("a one\r\nb two\rc\u{2028}d\u{b}e\n\n\u{c}"),
        ["a one", "b two", "c", "d", "e"]
    );
}
