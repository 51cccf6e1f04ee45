//! Dictated text: where a listener would put the full stops that a phone leaves out.
//!
//! A telephone writes down eighty words of "and then I … so I … but she …" without one stop. Read as one
//! sentence they would get one part. So a long stretch is cut at the heads of its clauses, where a new
//! step of the story begins. What somebody has punctuated is left as it is.

use std::ops::Range;

use super::{
    Span,
    clause::{self, Clause},
    lexicon::{self, Lexicon, is},
    sentence::is_stop,
    verbs,
    words::Words,
};

/// From how many words on a sentence that ends in no stop is taken for dictated. Of the labelled answers,
/// whose writers mostly type their stops, one sentence in seventy is so long, most of those with a stop.
const LONG: usize = 40;
/// From how many words on one that ends in a stop is: phones put one at the very end.
const LONG_STOPPED: usize = 60;
/// What a cut earns, by [`Kind`]. These and what a stretch costs were chosen on the practice answers.
const EARNS: [i32; 8] = [17, 7, 7, 20, 20, 20, 5, 8];
/// What each stretch costs.
const COST: i32 = 7;
/// A stretch of fewer words costs more for each word that is wanting, so that short ones stay together.
const SHORT: usize = 5;
/// By how much.
const WANTING: usize = 3;
/// A stretch of more words costs one more for each word over it.
const LENGTHY: usize = 15;
/// What may stand before a word without a space.
const OPENERS: [char; 8] = ['"', '\'', '“', '‘', '„', '«', '(', '['];
/// How many borders back the beginning of a stretch is looked for.
const BACK: usize = 24;

/// Words and sounds that lead over to what comes next.
const LEADS: &Lexicon =
    &["and|so|but|then|plus|anyway|okay|ok|yeah|yes|um|uh|er|well|also|now|right"];
/// Those of them that may stand first.
const LEADS_FIRST: &str = "and|so|but|then|plus|anyway|okay|yeah|um|uh";
/// Those of them that join a clause to the one before.
const JOINS: &str = "and|so|but|then|plus|anyway|okay|yeah";
/// Words between a joining word and its subject.
const BETWEEN: &Lexicon = &[
    "like|just|maybe|luckily|finally|eventually|suddenly|afterwards|obviously|actually|basically|only",
    "even|still|normally|usually|first|later|instead|together|honestly|next|sometimes|sadly|every",
];
/// Words that hang a clause on another one.
const HANGS: &Lexicon = &[
    "because|cause|when|while|if|that|which|who|what|where|how|why|whether|until|till|as|than|after",
    "before|since|although|though|unless|once|whatever|or|like|whenever",
];
/// Those of them that may open a stretch, so that its main clause is still to come.
const OPENS: &str = "when|while|if|after|before|since|although|though|once|whenever|as|because";
/// Words with which a phrase begins that may stand between a joining word and its subject.
const ASIDE: &str =
    "for|on|in|at|by|with|after|before|from|until|during|every|without|the|one|last|if";
/// Phrases with which something new begins, wherever they stand.
const BEGINS: &Lexicon = &[
    "in the end",
    "after that|this",
    "since then",
    "ever since",
    "since|from that day|time|on",
    "from then on",
    "my|our job|task|role|responsibility|goal was",
    "what i|we learned|learnt|took|take|did|do",
    "one|that|every|last morning|day|evening|night|monday|tuesday|wednesday|thursday|friday|saturday",
    "the next|following|same morning|day|week|evening|year|month",
    "first i|we|of",
    "for me it|that|this|good|the|every",
    "for example",
    "i learned|learnt|realised|realized",
];
/// Subjects with their verbs that begin something new where nothing leads up to them.
const TELLS: &Lexicon = &[
    "it|this @did",
    "it|this taught|showed|cost|took|went",
    "there was|were",
    "the|my|our|his|her|their|some|many _ @did|is|can|could|didn't|wasn't|couldn't",
    "people|nobody|everybody|everyone|somebody|customers @did|couldn't|didn't",
];
/// Verbs after which what was said or thought follows without a joining word.
const SAYS: &Lexicon = &[
    "said|say|says|told|tell|asked|ask|think|thought|know|knew|guess|explained|saw|see|noticed|felt",
    "believe|hope|sure|sorry|learned|realised|realized|promised|wrote|wish|find|explain|understood",
];
/// Words after which no new clause begins by itself.
const NEVER_AFTER: &Lexicon = &[
    "the|a|an|my|his|her|their|our|your|this|to|of|for|in|at|on|with|from|by|about|into|not|very",
    "everything|something|anything|all|thing|things|way|one|person|people|did|do|does|is|was|were|can",
    "could|would|will|should|had|have|has|i|we|he|they|you|more|most|best|every|each",
];

/// Cuts the stretches that are long and have no stops. `spans` are the sentences as punctuated; the
/// new ones cover the same words.
#[must_use]
pub fn cut(text: &str, words: &Words, spans: Vec<Span>) -> Vec<Span> {
    let mut out = Vec::with_capacity(spans.len());
    let mut from = 0;
    for span in spans {
        let range = words.within(span, from);
        from = range.end;
        if range.len() < least_words(span.of(text)) {
            out.push(span);
            continue;
        }
        let mut start = span.start;
        for at in heads(words, &range) {
            let word = words.get(at).map_or(start, |word| word.span.start);
            // An opening quotation mark goes with its word.
            let end = start + text[start..word].trim_end_matches(OPENERS).len();
            out.push(Span { start, end: start + text[start..end].trim_end().len() });
            start = end;
        }
        out.push(Span { start, end: span.end });
    }
    out
}

/// How many words a sentence must have to be taken for dictated.
fn least_words(sentence: &str) -> usize {
    let last = sentence.chars().rev().find(|c| c.is_alphanumeric() || is_stop(*c));
    if last.is_some_and(is_stop) { LONG_STOPPED } else { LONG }
}

/// The words with which new stretches begin, in order: of all borders those that earn most together.
fn heads(words: &Words, range: &Range<usize>) -> Vec<usize> {
    let borders = borders(words, range);
    // For each border the best sum of all stretches up to it, and the border where the last one begins.
    // Before the first border stands the beginning, after the last one the end.
    let mut best: Vec<(i32, usize)> = vec![(0, 0)];
    let place = |at: usize| match at {
        0 => range.start,
        _ => borders.get(at - 1).map_or(range.end, |border| border.at),
    };
    for to in 1..=borders.len() + 1 {
        let earns = borders.get(to - 1).map_or(0, |border| border.earns);
        let sum = |from: usize| best[from].0 + earns - cost(place(to) - place(from));
        let from = (to.saturating_sub(BACK)..to).max_by_key(|from| sum(*from)).unwrap_or(0);
        best.push((sum(from), from));
    }
    let mut heads = Vec::new();
    let mut at = borders.len() + 1;
    while at > 0 {
        at = best[at].1;
        if at > 0 {
            heads.push(place(at));
        }
    }
    heads.reverse();
    heads
}

/// What a stretch of so many words costs.
fn cost(words: usize) -> i32 {
    let over = SHORT.saturating_sub(words) * WANTING + words.saturating_sub(LENGTHY);
    COST + i32::try_from(over).unwrap_or(i32::MAX / 8).min(i32::MAX / 8)
}

/// The places where a new stretch may begin, in order.
fn borders(words: &Words, range: &Range<usize>) -> Vec<Border> {
    let clauses: Vec<Clause> = clause::read(words, range.clone());
    let mut borders: Vec<Border> = Vec::new();
    let mut before: Option<&Clause> = None;
    let mut opened = false;
    // Where the subject is not repeated, the clause belongs to the one before.
    for clause in clauses.iter().filter(|clause| clause.words.len() > 1) {
        let from = before.map_or(range.start, |clause| clause.words.end);
        let same = before.is_some_and(|before| before.who == clause.who);
        let head = Head::of(words, from, clause.words.start);
        borders.extend(head.border(words, from, same, opened));
        opened = head.opens && (head.at < head.clause || head.at == range.start);
        before = Some(clause);
    }
    for (phrases, sure) in [(BEGINS, true), (TELLS, false)] {
        for hit in lexicon::all(words, range.clone(), phrases) {
            borders.extend(Border::with_phrase(words, range.start, hit.start, sure));
        }
    }
    borders.retain(|border| border.at > range.start);
    borders.sort_by_key(|border| (border.at, -border.earns));
    borders.dedup_by_key(|border| border.at);
    borders
}

/// A place where a new stretch may begin.
struct Border {
    /// The first word of the new stretch.
    at: usize,
    /// What a cut here earns.
    earns: i32,
}

#[derive(Clone, Copy)]
enum Kind {
    /// With a joining word and a phrase that begins something new.
    JoinedPhrase,
    /// With such a phrase.
    Phrase,
    /// With "then".
    Then,
    /// With "so".
    So,
    /// With "but".
    But,
    /// With "and" and somebody else.
    And,
    /// With "and" and the same again.
    Same,
    /// With nothing but a subject.
    Bare,
}

impl Border {
    /// The border before a phrase that begins something new.
    fn with_phrase(words: &Words, first: usize, phrase: usize, sure: bool) -> Option<Self> {
        let at = lead(words, first, phrase);
        let before = words.folded(at.checked_sub(1)?);
        let led = at < phrase;
        let hung = at == phrase && lexicon::is_one_of(before, HANGS) || is(before, "and|so|but");
        let carried = lexicon::is_one_of(before, NEVER_AFTER) || lexicon::is_one_of(before, SAYS);
        let kind = match (sure, led) {
            (true, true) if !hung => Kind::JoinedPhrase,
            (true, false) if !hung && !lexicon::is_one_of(before, SAYS) => Kind::Phrase,
            (false, true) => Kind::And,
            (false, false) if !hung && !carried && !verbs::is_past(before) => Kind::Bare,
            _ => return None,
        };
        Some(Self { at, earns: EARNS[kind as usize] })
    }
}

/// How a clause begins.
struct Head {
    /// Its first word, joining words included.
    at: usize,
    /// Its first word after the joining words.
    clause: usize,
    /// Whether it hangs on another one.
    hung: bool,
    /// Whether it hangs on one that may come after it.
    opens: bool,
    /// Whether it is a purpose: "so that".
    purpose: bool,
}

impl Head {
    /// Of the clause whose subject is that word; the one before ends at word `first`.
    fn of(words: &Words, first: usize, subject: usize) -> Self {
        let mut clause = subject;
        let (mut hung, mut opens) = (false, false);
        while clause > first {
            let word = words.folded(clause - 1);
            let hangs = lexicon::is_one_of(word, HANGS);
            if !hangs && !lexicon::is_one_of(word, BETWEEN) {
                break;
            }
            hung |= hangs;
            opens |= is(word, OPENS);
            clause -= 1;
        }
        let mut at = lead(words, first, clause);
        if at == clause && !hung {
            // "and for the people without cash I wrote"
            let near = clause.saturating_sub(8).max(first)..clause;
            let aside =
                |at: &usize| is(words.folded(*at), JOINS) && is(words.folded(at + 1), ASIDE);
            at = near.rev().find(aside).map_or(at, |joint| lead(words, first, joint + 1));
        }
        let purpose =
            words.folded(clause) == "that" && words.folded(clause.wrapping_sub(1)) == "so";
        Self { at, clause, hung, opens, purpose }
    }

    /// The border before it, if there can be one; `same` where the subject is the same as before,
    /// `opened` where the clause before still waited for its main clause.
    fn border(&self, words: &Words, first: usize, same: bool, opened: bool) -> Option<Border> {
        let joins = |token| (self.at..self.clause).any(|at| is(words.folded(at), token));
        let kind = if joins("then") {
            Kind::Then
        } else if joins("so|anyway") {
            Kind::So
        } else if joins("but") {
            Kind::But
        } else if joins(JOINS) {
            if same { Kind::Same } else { Kind::And }
        } else if self.hung || opened || Self::belongs(words, first, self.clause) {
            return None;
        } else {
            return Some(Border { at: self.clause, earns: EARNS[Kind::Bare as usize] });
        };
        let number = |at| is(words.folded(at), "#");
        let counted = words.folded(self.at) == "and"
            && number(self.at.wrapping_sub(1))
            && number(self.at + 1);
        (!self.purpose && !counted).then_some(Border { at: self.at, earns: EARNS[kind as usize] })
    }

    /// Whether a clause without a joining word belongs to the one before.
    fn belongs(words: &Words, first: usize, at: usize) -> bool {
        at == 0
            || lexicon::is_one_of(words.folded(at - 1), NEVER_AFTER)
            || (at.saturating_sub(4).max(first.saturating_sub(1))..at)
                .any(|at| lexicon::is_one_of(words.folded(at), SAYS))
    }
}

/// The first of the leading words that stand right before word `at`.
fn lead(words: &Words, first: usize, at: usize) -> usize {
    let mut lead = at;
    while lead > first && lexicon::is_one_of(words.folded(lead - 1), LEADS) {
        lead -= 1;
    }
    while lead < at && !is(words.folded(lead), LEADS_FIRST) {
        lead += 1;
    }
    lead
}

#[cfg(test)]
mod tests;
