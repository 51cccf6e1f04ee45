//! What is said in and about quizzes.

use coach::quiz::{Item, ItemKind, Remark, Score, Standing, Trend, Verdict};

use super::count;

/// The name of the quiz that takes from all others.
pub const MIXED: &str = "A bit of everything";

/// What it is about.
pub fn mixed_about(length: usize) -> String {
    format!("{length} questions from all the quizzes, different ones every time.")
}

/// "20 questions".
pub fn length(items: usize) -> String {
    count(items, "question", "questions")
}

/// "15 of 20".
pub fn score(score: Score) -> String {
    format!("{} of {}", score.right, score.of)
}

/// A kind of task, as it stands in a list.
pub const fn kind(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Single => "Choose the right answer",
        ItemKind::Several => "Choose all that are right",
        ItemKind::Order => "Put things in order",
        ItemKind::Match => "Find what goes together",
        ItemKind::Trigger => "Spot the phrase that hurts",
        ItemKind::Better => "Choose the strongest reply",
    }
}

/// What to do with an item's options.
pub const fn task(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Single => "Choose one.",
        ItemKind::Better => "Choose one reply.",
        ItemKind::Several => "Choose all that are right.",
        ItemKind::Order => "Move the lines until the order is right.",
        ItemKind::Match => "Choose what goes with each line.",
        ItemKind::Trigger => "Choose one phrase, in the text or in the list.",
    }
}

/// Which keys help, for those who have keys.
pub fn keys(item: &Item) -> String {
    let last = item.options.len();
    match item.kind {
        ItemKind::Order => {
            format!("Keys 1 to {last} go to a line, the arrow keys move it, Enter checks.")
        }
        ItemKind::Match => format!("Keys 1 to {last} go to a line."),
        _ => format!("Keys 1 to {last} choose, Enter checks."),
    }
}

/// What is missing when an answer is checked too early.
pub const fn incomplete(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Match => "Each line needs a partner of its own.",
        ItemKind::Several => "Choose at least one first.",
        _ => "Choose one first.",
    }
}

/// Which lines of a match have a partner that another line has too.
pub fn shared_partner(lines: &[usize]) -> String {
    format!("Lines {} have the same partner.", listed(lines))
}

/// The verdict in a word or two.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "Right.",
        Verdict::Close => "Close.",
        Verdict::NotYet => "Not yet.",
    }
}

/// What follows the verdict. `right_at` are the numbers, as shown, of what was to be chosen; `again`
/// is whether this was the second try.
pub fn after_verdict(item: &Item, answer: &[u8], right_at: &[usize], again: bool) -> String {
    let verdict = item.verdict(answer);
    if verdict == Verdict::Right {
        return if again { "It was worth another look." } else { "The reasons are below." }.into();
    }
    let number = right_at.first().copied().unwrap_or_default();
    let is = match item.kind {
        ItemKind::Single => format!("Number {number} is the right one."),
        ItemKind::Better => format!("Number {number} is the strongest reply."),
        ItemKind::Trigger => format!("Number {number} is the phrase that hurts."),
        ItemKind::Several => format!("Numbers {} are right.", listed(right_at)),
        ItemKind::Order | ItemKind::Match => {
            let each = item.judge(answer).each;
            let right = each.iter().filter(|right| **right).count();
            let what = if item.kind == ItemKind::Order { "in place" } else { "matched" };
            match right {
                0 => format!("None of the {} is {what} so far.", each.len()),
                1 => format!("One of the {} is {what}.", each.len()),
                _ => format!("{right} of the {} are {what}.", each.len()),
            }
        }
    };
    let then = if again { "" } else { " It comes again at the end." };
    format!("{is}{then}")
}

/// "1, 3 and 4".
fn listed(numbers: &[usize]) -> String {
    let texts: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    match texts.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => texts.concat(),
    }
}

/// What is said about one option; `None` where it needs no word.
pub fn remark(item: &Item, remark: Remark) -> Option<String> {
    let right = match item.kind {
        ItemKind::Better => "The strongest reply",
        ItemKind::Trigger => "The phrase that hurts",
        _ => "Right",
    };
    Some(match (remark, item.kind) {
        (Remark::Found, _) => format!("{right}, and your choice"),
        (Remark::Missed, ItemKind::Several) => "Right, and you left it out".to_owned(),
        (Remark::Missed, ItemKind::Single) => "The right one".to_owned(),
        (Remark::Missed, _) => right.to_owned(),
        (Remark::Mistaken, ItemKind::Several) => "Your choice, and not one of them".to_owned(),
        (Remark::Mistaken, _) => "Your choice".to_owned(),
        (Remark::Left, _) => return None,
        (Remark::Placed, ItemKind::Order) => "You put it here too".to_owned(),
        (Remark::Placed, _) => "You matched these".to_owned(),
        (Remark::Misplaced(Some(place)), ItemKind::Order) => {
            format!("You put it in place {}", place + 1)
        }
        (Remark::Misplaced(Some(other)), _) => {
            format!("You chose: {}", item.options[other].pair)
        }
        (Remark::Misplaced(None), _) => "Not in your answer".to_owned(),
    })
}

/// Said before the first of those that come again.
pub fn once_more(wrong: usize) -> String {
    const WORDS: [&str; 9] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    if wrong == 1 {
        return "Now the one that was wrong, once more.".to_owned();
    }
    let number = WORDS.get(wrong.wrapping_sub(2)).map_or(wrong.to_string(), ToString::to_string);
    format!("Now the {number} that were wrong, once more.")
}

/// What opens the list of those that were right at once.
pub fn right_ones(right: usize) -> String {
    if right == 1 {
        "The one that was right at once".to_owned()
    } else {
        format!("The {right} that were right at once")
    }
}

/// A round in a plain sentence.
pub fn sentence(score: Score) -> String {
    let wrong = score.of - score.right;
    let first = match (score.percent(), wrong) {
        (100, _) => return "Everything right at the first try.".to_owned(),
        (80.., _) => "You could explain nearly all of this tomorrow.",
        (60.., _) => "A good base. The reasons below fill the gaps.",
        (40.., _) => "About half is firm. The rest is quick to learn, and the reasons are below.",
        _ => "Most of this was new. Read the reasons, then try once more: it goes up fast.",
    };
    let then = match (score.mended, wrong) {
        (0, _) => String::new(),
        (mended, wrong) if mended == wrong && wrong > 1 => {
            " At the second try all of the others were right.".to_owned()
        }
        (1, 1) => " The other one was right at the second try.".to_owned(),
        (mended, wrong) => {
            let were = if mended == 1 { "was" } else { "were" };
            format!(" At the second try {mended} of the other {wrong} {were} right.")
        }
    };
    format!("{first}{then}")
}

/// A round of those that were wrong, in a plain sentence.
pub fn part_sentence(score: Score) -> String {
    match (score.right, score.of) {
        (1, 1) => "It was wrong before. Now it is right.".to_owned(),
        (0, 1) => "It was wrong before, and still is. Read the reasons once more.".to_owned(),
        (right, of) if right == of => {
            format!("All {of} were wrong before. Now all {of} are right.")
        }
        (right, of) => format!(
            "All {of} were wrong before. Now {right} {} right.",
            if right == 1 { "is" } else { "are" }
        ),
    }
}

/// The newest round compared with the one before and with the best.
pub fn compared(standing: &Standing) -> String {
    let Some((before, trend)) = standing.before else {
        return "This is your first round of this quiz on this device.".to_owned();
    };
    let last = match trend {
        Trend::Up => format!("Last time it was {}, so you are moving up.", score(before)),
        Trend::Same => format!("Last time it was {} too.", score(before)),
        Trend::Down => {
            format!("Last time it was {}. That happens, and nothing is lost.", score(before))
        }
    };
    let best = if standing.is_record {
        "This is your best round so far.".to_owned()
    } else {
        format!("Your best is {}.", score(standing.best))
    };
    // Rounds of different length are as good as each other without having the same numbers.
    let last = if trend == Trend::Same && before.of != standing.last.of {
        format!("Last time it was {}, which is as good.", score(before))
    } else {
        last
    };
    format!("{last} {best}")
}

/// The same in short, for the page of a quiz.
pub const fn trend(standing: &Standing) -> &'static str {
    match standing.before {
        None => "First round",
        Some((_, Trend::Up)) => "Up from the round before",
        Some((_, Trend::Same)) => "As good as the round before",
        Some((_, Trend::Down)) => "Down from the round before",
    }
}

/// What is shared as text; the address follows it.
pub fn shared(quiz: &str, result: Score) -> String {
    format!("{} right in “{quiz}”, a quiz about customer service.", score(result))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(right: usize, of: usize, mended: usize) -> Score {
        Score { right, of, mended }
    }

    #[test]
    fn numbers_are_listed_as_one_says_them() {
        assert_eq!(
            [listed(&[2]), listed(&[1, 3]), listed(&[1, 3, 4])],
            ["2", "1 and 3", "1, 3 and 4"]
        );
    }

    #[test]
    fn what_comes_again_is_counted_in_words_while_they_are_short() {
        let number = |wrong| once_more(wrong).split(' ').nth(2).map(str::to_owned);
        assert_eq!(
            [1, 2, 3, 10, 11].map(number),
            ["one", "two", "three", "ten", "11"].map(|w| Some(w.to_owned()))
        );
    }

    #[test]
    fn a_round_is_told_without_false_plurals() {
        assert_eq!(sentence(of(20, 20, 0)), "Everything right at the first try.");
        assert!(sentence(of(19, 20, 1)).ends_with("The other one was right at the second try."));
        assert!(sentence(of(15, 20, 5)).ends_with("all of the others were right."));
        assert!(sentence(of(15, 20, 1)).ends_with("1 of the other 5 was right."));
        assert!(!sentence(of(15, 20, 0)).contains("second try"));
        assert_eq!(part_sentence(of(1, 3, 1)), "All 3 were wrong before. Now 1 is right.");
    }
}
