//! What every rule may look at: the answer, read once.

use std::ops::Range;

use super::{
    Finding, FindingKind, JUDGEABLE_WORDS, Prompt, Sentence, Span,
    clause::{self, Clause, Says, Who},
    dictated,
    lexicon::{self, Lexicon},
    model::{self, Model, PARTS},
    sentence,
    words::Words,
};
use crate::{part::Part, question::Asks};

/// An answer with all that was read in it, before any rule.
#[derive(Debug)]
pub struct Context<'a> {
    /// What was asked.
    pub prompt: Prompt<'a>,
    /// The answer as typed.
    pub text: &'a str,
    /// Its words.
    pub words: Words,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// The words of each sentence.
    pub ranges: Vec<Range<usize>>,
    /// What several rules need to know.
    pub facts: Facts,
    /// By how many points each part is ahead of the best other one in each sentence.
    pub lead: Vec<[i32; PARTS]>,
    /// Who does what in each sentence.
    pub(super) clauses: Vec<Vec<Clause>>,
    pub(super) model: &'a Model,
    pub(super) weighed: Option<model::Facts>,
}

/// What several rules, the missing parts and the mark all rest on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    /// How many things the speaker did or would do.
    pub own_actions: usize,
    /// How many things "we" did or would do.
    pub team_actions: usize,
    /// Whether a particular event is told.
    pub event: bool,
    /// Whether an outcome is stated, be it in a sub-clause.
    pub outcome: bool,
    /// Whether something about the outcome can be checked or was observed.
    pub evidence: bool,
    /// Whether something was learned or changed.
    pub lesson: bool,
    /// Whether it is English enough, and enough, to be judged.
    pub judgeable: bool,
}

/// How many words there must be before the model weighs the whole: people taught it hardly any shorter
/// answer.
const WEIGHABLE: usize = 25;

/// An outcome told in passing, in a sentence that mainly serves another part.
const OUTCOME: &Lexicon = &[
    "in the end|as a result|eventually",
    "end* up .. with|being|having|buying|staying",
    "paid off",
    "was|were|got .. resolved|solved|fixed|approved|refunded",
    "and|which|so|until he|she|they|it|customer|that .. @did",
    "he|she|they .. approved|agreed|thanked|accepted|stayed|calmed|loved|laughed|smiled",
    "worked out|well",
    "saved|saving me|us|them|the|my|our|time|money",
    "was|were happy|delighted|relieved|grateful|pleased|satisfied",
    "and it worked",
    "turned out|down",
];

/// What can be counted, or what a particular person was seen to do or heard to say.
const EVIDENCE: &Lexicon = &[
    "#",
    "he|she|one|who|@customer|@staff .. @reacted|picked|passed|joined|said|told|asked|gave|left",
    "came back",
    "they|both|people .. @reacted|use|used|sat|took|gave|asked",
    "to this day",
    "still .. there|customer|comes|uses|working",
    "rating|survey|stars|score|award|nps|csat|review",
    "next|following|same day|morning|week|month",
    "promoted|promotion|raise",
    "on time|early",
    "by name",
    "everyone|everybody .. was|were out|home|served|done|paid|seated",
    "no|any|single complaints|errors|mistakes|delay|refund|returns",
    "we|i won|finished|kept|beat|reached|sold",
    "before they|it|the .. needed|due|started|opened|closed|flight|service|deadline",
];

/// A lesson that is named as one, wherever it stands.
const LESSON: &Lexicon = &[
    "i|we .. learned|learnt .. that|to|a|how|not|from|never",
    "taught me|us",
    "since then|ever since",
    "from then|that .. on",
    "next time i|we",
    "in hindsight|looking back",
    "now i .. always|never|write|keep|check|ask|start|read",
    "so i .. now",
    "a|the|my lesson",
];

/// The small words that any English text is full of.
const COMMON: &Lexicon = &[
    "the|a|an|and|or|but|of|to|in|on|at|for|with",
    "from|by|about|as|so|if|that|this|these|those|then|than|when",
    "i|i'm|i'd|i'll|i've|we|you|he|she|it|it's|they",
    "me|my|us|our|your|his|her|him|their|them|who|what|which",
    "is|are|was|were|be|been|am|have|has|had|do",
    "does|did|would|will|can|could|should|not|don't|didn't|no",
    "all|one|out|up|how|there|because|also|just|very",
    "more|some|any|other|after|before|into|over|get|got|said",
    "told|asked|make|made|went|customer|customers|people",
    "time|work|always|never|help|helped|really|know|think",
];

/// Whether a folded word is one of the small words of English.
pub(super) fn is_common(word: &str) -> bool {
    lexicon::is_one_of(word, COMMON)
}

impl<'a> Context<'a> {
    /// Reads an answer.
    #[must_use]
    pub fn new(model: &'a Model, prompt: Prompt<'a>, text: &'a str) -> Self {
        let mut spans = sentence::split(text);
        let mut words = Words::of(text);
        words.keep(&spans);
        spans = dictated::cut(text, &words, spans);
        let mut ranges = Vec::with_capacity(spans.len());
        let mut from = 0;
        for span in &spans {
            let range = words.within(*span, from);
            from = range.end;
            ranges.push(range);
        }
        let clauses: Vec<_> = ranges.iter().map(|r| clause::read(&words, r.clone())).collect();
        let read = model.read(&words, &ranges, &clauses, prompt.asks);
        let sentences = spans.into_iter().zip(read.parts).zip(read.moves);
        let sentences =
            sentences.map(|((span, part), moves)| Sentence { span, part, moves }).collect();
        let mut context = Self {
            prompt,
            text,
            words,
            sentences,
            ranges,
            facts: Facts::default(),
            lead: read.lead,
            clauses,
            model,
            weighed: None,
        };
        context.facts = context.facts();
        context.weighed = Some(model::Facts::of(&context));
        context
    }

    /// Whether the answer as a whole speaks for a finding, where the model weighs it; else what the rule
    /// of thumb says. Of a line or two there is too little to weigh.
    #[must_use]
    pub fn finds(&self, kind: FindingKind, by_hand: bool) -> bool {
        if self.words.len() < WEIGHABLE {
            return by_hand;
        }
        let weighed = self.weighed.as_ref().and_then(|facts| self.model.finds(kind, facts));
        weighed.unwrap_or(by_hand)
    }

    /// Whether any sentence serves that part.
    #[must_use]
    pub fn has(&self, part: Part) -> bool {
        self.sentences.iter().any(|sentence| sentence.part == part)
    }

    /// The words of the sentences of a part.
    pub fn ranges_of(&self, part: Part) -> impl Iterator<Item = Range<usize>> + '_ {
        let of = move |(sentence, _): &(&Sentence, &Range<usize>)| sentence.part == part;
        self.sentences.iter().zip(&self.ranges).filter(of).map(|(_, range)| range.clone())
    }

    /// Where the phrases stand, sentence by sentence.
    #[must_use]
    pub fn find(&self, phrases: &'static Lexicon) -> Vec<Range<usize>> {
        self.ranges.iter().flat_map(|r| lexicon::all(&self.words, r.clone(), phrases)).collect()
    }

    /// Whether any of the phrases stands in a run of words.
    #[must_use]
    pub fn says(&self, range: Range<usize>, phrases: &'static Lexicon) -> bool {
        lexicon::has(&self.words, range, phrases)
    }

    /// The finding that points at these runs of words, if there are any.
    #[must_use]
    pub fn finding(&self, kind: FindingKind, hits: Vec<Range<usize>>) -> Option<Finding> {
        Finding::at(kind, hits.into_iter().map(|hit| self.span(hit)).collect())
    }

    /// Where a run of words stands.
    #[must_use]
    pub fn span(&self, words: Range<usize>) -> Span {
        self.words.span(words)
    }

    /// The clauses of all sentences with the part of their sentence.
    pub(super) fn clauses(&self) -> impl Iterator<Item = (Part, &Clause)> {
        let pairs = self.sentences.iter().zip(&self.clauses);
        pairs.flat_map(|(sentence, list)| list.iter().map(move |clause| (sentence.part, clause)))
    }

    /// Whether a clause is a step towards the end: told as done anywhere, or as intended or usual
    /// in a sentence that tells what the speaker does.
    pub(super) fn is_step((part, clause): (Part, &Clause)) -> bool {
        match clause.says {
            Says::Did => part != Part::Other && !clause.negated || part == Part::Action,
            Says::Would | Says::Does | Says::Must => part == Part::Action,
            _ => false,
        }
    }

    fn facts(&self) -> Facts {
        let steps = |who| self.clauses().filter(|c| c.1.who == who && Self::is_step(*c)).count();
        let own = steps(Who::I).max(usize::from(self.has_silent_step()));
        let did = |c: &(Part, &Clause)| c.1.says == Says::Did && c.0 != Part::Other;
        let told = self.clauses().filter(did).count();
        let first_person = |c: &(Part, &Clause)| matches!(c.1.who, Who::I | Who::We);
        let outcome = self.has(Part::Result)
            || self.clauses().any(|c| matches!(c.1.who, Who::I | Who::We) && Self::is_step(c))
                && self.ranges_of(Part::Action).any(|r| self.says(r, OUTCOME));
        Facts {
            own_actions: own,
            team_actions: steps(Who::We),
            event: told >= 1 && self.clauses().filter(did).any(|c| first_person(&c)) || told >= 3,
            outcome,
            evidence: outcome && self.has_evidence(),
            lesson: self.has(Part::Insight)
                || self.ranges.iter().any(|r| self.says(r.clone(), LESSON)),
            judgeable: self.words.len() >= JUDGEABLE_WORDS && self.common_percent() >= 18,
        }
    }

    /// An action whose subject goes without saying: words put straight into the answer, as in a
    /// drafted reply.
    fn has_silent_step(&self) -> bool {
        self.prompt.asks != Asks::View
            && self.sentences.iter().zip(&self.clauses).any(|(sentence, clauses)| {
                sentence.part == Part::Action
                    && (!sentence.moves.is_empty() || clauses.is_empty())
                    && !clauses.iter().any(|c| c.who == Who::We)
            })
    }

    fn has_evidence(&self) -> bool {
        if self.has(Part::Result) {
            return self.ranges_of(Part::Result).any(|range| self.is_evidence(range));
        }
        self.ranges_of(Part::Action)
            .any(|range| self.says(range.clone(), OUTCOME) && self.is_evidence(range))
    }

    /// Whether a sentence holds something countable, a quotation, or what a person was seen to do.
    pub(super) fn is_evidence(&self, range: Range<usize>) -> bool {
        range.clone().any(|at| self.words.get(at).is_some_and(|word| word.quoted))
            || self.says(range, EVIDENCE)
    }

    /// How many of a hundred words are the small words of English.
    pub(super) fn common_percent(&self) -> usize {
        let common = (0..self.words.len()).filter(|at| is_common(self.words.folded(*at)));
        (common.count() * 100).checked_div(self.words.len()).unwrap_or(0)
    }
}
