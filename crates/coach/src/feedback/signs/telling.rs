//! How the speaker tells it.

use std::ops::Range;

use super::Line;
use crate::{
    feedback::{
        clause::{Says, Who},
        lexicon::Lexicon,
    },
    part::Part,
};

/// So many words are enough to recognise a moment.
const MOMENT: usize = 12;

pub fn real_moment(line: &Line) -> Option<Range<usize>> {
    if !line.context.facts.event || !line.is_one_of(&[Part::Situation, Part::Task]) {
        return None;
    }
    // What happened, not how things are.
    line.any(&["@did"])?;
    let range = line.range();
    Some(range.start..range.end.min(range.start + MOMENT))
}

pub fn number(line: &Line) -> Option<Range<usize>> {
    line.any(&["# _", "#"])
}

const REASONS: &Lexicon = &[
    "because",
    "reason|reasons|therefore|otherwise",
    "so that",
    "this|that is why",
    "that's why",
    "in order to",
    "or else",
    "which|it|that|this means|meant|helps|protects|shows|saves|keeps|makes|sounds|gives",
    "so .. can|could|would|nobody|it",
    "since .. is|was|are|were",
    "it|that|this matters|mattered",
    "too .. to",
    "if .. would|will|might",
    "as .. is|was|had",
];

pub fn explained_why(line: &Line) -> Option<Range<usize>> {
    line.any(REASONS)
}

pub fn outcome(line: &Line) -> Option<Range<usize>> {
    (line.part() == Part::Result).then(|| line.range())
}

const LEARNED: &Lexicon = &[
    "learned|learnt|taught|understood|realised|realized",
    "lesson",
    "since then",
    "changed my mind|view",
    "i|we .. wrong",
    "he|she|they|@customer .. was|were right",
    "had|have not seen|known|noticed|thought",
];

pub fn lesson(line: &Line) -> Option<Range<usize>> {
    if line.part() == Part::Insight { Some(line.range()) } else { line.own(LEARNED) }
}

const SINCE: &Lexicon = &[
    "since then|that",
    "ever since",
    "from then|that .. on",
    "now|today|nowadays i|we|my|our|always|every|before|never",
    "i|we|i'm now|still|always|never",
    "i .. now|today",
    "every|each|before every|each|time|day|morning|evening|week|shift|call|month",
    "next time",
    "after that",
    "habit*|routine*",
    "no longer",
    "any more",
];

pub fn changed_habit(line: &Line) -> Option<Range<usize>> {
    line.own(SINCE)
}

const HARD: &Lexicon = &[
    "hard|harder|hardest|difficult|difficulty|tiring|tired|boring|bored|unpleasant|painful",
    "cost|costs|price|risk|risks|weak|weakness|worse|afraid|nervous|embarrass*",
    "asham*|stress*|honest|honestly|admit|admitted|unfortunately|struggl*|hurt|hurts|heavy|unfair",
    "disappoint*|uncomfortable|annoy*|fail*|forgot|forget|fear",
    "not|n't|never .. easy|like|enjoy|perfect|good|enough|know|yet|work|always|everything",
    "still .. not|n't|cannot|can't|find|miss|need|slow|hard|late",
    "i|we miss|missed|lack|dislike*|hate|gave up",
    "too slow|much|late|long|little|early|fast|many",
    "slower",
];

pub fn honest_cost(line: &Line) -> Option<Range<usize>> {
    line.any(HARD)
}

const VIEWS: &Lexicon = &[
    "i|i'd think|believe|find|say|call",
    "for|to me",
    "in my view|opinion|eyes|words",
    "means|mean",
    "is|isn't|are when|not|that|to|the|a|what|when|about|knowing",
    "my .. strength|weakness|principle|idea|rule|definition|answer|view",
    "difference",
    "i|i'm am|a|an",
    "i want|would like to",
    "one|two|three thing|things|skill|number|numbers|reason",
    "i'd|i like|want",
    "yes|no|never|always",
];

pub fn own_view(line: &Line) -> Option<Range<usize>> {
    // A view stands at the head of an answer or apart from its story.
    let apart = line.at < 2 || line.is_one_of(&[Part::Other, Part::Insight]);
    let told = line.context.clauses[line.at].iter().any(|c| c.who == Who::I && c.says == Says::Did);
    (apart && !told).then(|| line.any(VIEWS)).flatten()
}

const DRAWN: &Lexicon = &[
    "i|i'd|what .. like|liked|love|loved|enjoy|enjoyed|want|wanted|chose|hope|prefer|miss|missed",
    "i'm|i am|am looking for|proud|interested|curious",
    "here|your|with you",
    "draws|attracts|interests|pulls|excites|appeals",
    "this|the job|role|work|company|position|team",
    "why i",
];

pub fn why_this_job(line: &Line) -> Option<Range<usize>> {
    let told = line.context.clauses[line.at].iter().any(|c| c.who == Who::I && c.says == Says::Did);
    (!told || line.part() == Part::Insight).then(|| line.own(DRAWN)).flatten()
}

const PLAIN: &Lexicon = &[
    "plain|simple|everyday|easy|short|clear|normal|ordinary|fewer word*|language|sentence*|terms",
    "his|her|their|own|customer's|customers' word|words",
    "no|without .. jargon|technical",
    "jargon|comparison|picture",
    "like|as a|an|the|your|when|if",
    "imagine|imagined|picture",
    "think of",
    "means|meant|called|that is",
    "in other words",
    "instead of .. word|saying|say",
    "the small|little|grey|round|big|blue|green|red|white|black",
    "one question|line|sentence",
    "in .. words|language",
];

pub fn plain_words(line: &Line) -> Option<Range<usize>> {
    line.any(PLAIN)
}

const SAYS: &Lexicon = &[
    "i|i'd|i'll|we .. say|said|write|wrote|answer|answered that|i|i'm|we|you|it|sorry|yes|no|thank*",
    "i|i'd|i'll|we .. tell|told @him|them|you that|i|we|it|exactly|what",
    "my|our|the first sentence|words|line|message|question .. is|was|would",
    "say|said|saying something like",
];

pub fn spoken_words(line: &Line) -> Option<Range<usize>> {
    line.quoted().or_else(|| line.own(SAYS))
}

#[cfg(test)]
mod tests {
    use crate::feedback::signs::{Sign, testing::heard};

    fn hears(sign: Sign, text: &str) -> bool {
        !heard(sign, text).is_empty()
    }

    #[test]
    fn words_that_were_said() {
        assert_eq!(
            heard(Sign::SpokenWords, "She came in at nine and I said, “Let me look for it.”"),
            ["Let me look for it"]
        );
        assert!(!hears(Sign::SpokenWords, "The answer to that is on the page called “Help”."));
    }

    #[test]
    fn moments_and_ends() {
        let told = "Last May a man came to my desk with a broken lamp. I gave him a new one. In \
            the end he thanked me and came back with his sister. I learned to test each lamp.";
        for sign in [Sign::RealMoment, Sign::Outcome, Sign::Lesson] {
            assert!(hears(sign, told), "{sign:?}");
        }
        assert!(!hears(Sign::RealMoment, "I am always kind to people who come to my desk."));
    }

    #[test]
    fn reasons_numbers_and_costs() {
        assert!(hears(Sign::ExplainedWhy, "I wait, because a reason sounds like an excuse then."));
        assert!(hears(Sign::Number, "There were about forty people in the queue that day."));
        assert!(hears(Sign::HonestCost, "It was boring, and I will not say anything else of it."));
        assert!(hears(Sign::ChangedHabit, "Since then I read the whole page before I answer."));
        assert!(!hears(Sign::Number, "There were many people in the queue on that day."));
    }

    #[test]
    fn views_and_wishes() {
        assert!(hears(Sign::OwnView, "For me, service means that nobody has to ask twice."));
        assert!(hears(Sign::WhyThisJob, "I like to see how people leave with an answer here."));
        assert!(hears(Sign::PlainWords, "A server is like a shelf that many people can reach."));
    }
}
