//! The words that tell who is served, in which mood, and what is offered to them.

use crate::feedback::lexicon::Lexicon;

/// Whom answers of this kind are about.
pub const SERVED: &Lexicon =
    &["@customer", "resident*|member|members|buyer*|neighbour*|neighbor*|tourist*"];
/// Somebody who waits.
pub const WAITING: &Lexicon = &[
    "@customer|he|she|they|people|who .. waiting|waited|queued|queuing|queueing",
    "long|whole queue|line",
];

/// Somebody who is upset.
pub const UPSET: &Lexicon = &[
    "@customer|he|she|they|who|person|people .. angry|furious|upset|unhappy|annoyed|cross|mad|livid",
    "@customer|he|she|they|who|person|people .. crying|cried|tears|fuming|raging|rude|aggressive",
    "@customer|he|she|they|who|person|people .. shout*|yell*|scream*|swore|swear*|snapped|roared",
    "@customer|he|she|they|who|person|people .. frustrated|impatient|panic*|distressed|irate",
    "angry|furious|upset|unhappy|annoyed|rude|frustrated|difficult|irate|aggressive @customer|person",
    "shouting|crying|impatient|complaining @customer|person",
    "calm* .. @customer|him|her|them|someone|somebody|down",
    "complain*|complaint*",
];

/// What is offered or given as a way out.
pub const OFFER: &Lexicon = &[
    "i|we|i'd .. offer|offered|suggested|suggest|proposed|propose",
    "i|we|i'd .. refund|refunded|replaced|replace|exchanged|exchange",
    "gave|give @him .. refund|discount|voucher|replacement|credit|upgrade",
];
/// An offer that calms and solves nothing.
pub const COMFORT: &Lexicon = &[
    "water|tea|coffee|drink|drinks|seat|chair|tissue*|cup|glass|sit|help|hand|biscuit*|apolog*",
    "room|corner|place|walk|listen|moment",
];
/// The person has told what happened: that somebody listened goes without saying.
pub const HEARD: &Lexicon = &[
    "told|explained|tells|explains|showed|shows|described|wrote|asked|asks me|us|to|that|what|how|why",
    "explained|explaining|described",
    "i|we|i'd .. heard|saw|noticed|understood|realised|realized|knew",
];

/// What a person does with their mouth or their head: no help yet.
pub const TALK: &Lexicon = &[
    "listen*|ask*|apologi*|said|say|told|tell|thank*|let|hear|heard|wait*|stay*|smile*|nod*|explain*",
    "understood|understand|acknowledg*|repeat*|keep|kept|think|thought|feel|felt|try|tried|introduce*",
    "look*|greet*|empathi*|remain*|speak|spoke|talk*|want*|go|went|start*|continue*|do|did|stop*|need*",
    "approach*|calm*|use|used|believe*|know|knew|realise*|realize*|decide*|saw|see|reassur*|sit|sat|put",
    "pause*|breathe*|knelt|lower*|answer*|handled|handle|deal|dealt|notice*|learn*|was|had|have|be",
];
/// Acts that help nobody yet, though their verb could.
pub const HOLLOW: &Lexicon = &[
    "take|took .. breath|notes|time|ownership|responsibility|seriously",
    "make|made .. sure|note|notes|contact|eye",
    "give|gave .. time|attention|space|moment",
];
