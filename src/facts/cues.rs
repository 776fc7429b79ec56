//! Reporting verbs and who their subject is.

use super::lists::Class;
use super::page::{Page, Token};
use super::reference::{Manner, Reference};
use std::ops::Range;

/// Words that say that somebody speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// Where they stand, in the page's tokens.
    pub tokens: Range<usize>,
    /// The verb's name.
    pub lemma: &'static str,
    /// Whether the verb also has uses in which nobody speaks.
    pub weak: bool,
}

/// The name of the cue that is no verb.
pub(super) const ACCORDING: &str = "according to";

/// The verbs that stand before their subject right after a quotation.
const PLAIN: [&str; 10] = [
    "say", "tell", "write", "tweet", "add", "ask", "post", "note", "explain", "continue",
];

impl Cue {
    /// Whether it is one of the verbs that nearly always give words.
    pub(super) fn is_plain(&self) -> bool {
        PLAIN.contains(&self.lemma)
    }
}

/// The cues of a sentence outside quotation marks, in order.
pub(super) fn find(page: &Page<'_>, sentence: usize) -> Vec<Cue> {
    let range = page.sentence(sentence);
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let cue = cue(page, at, &range);
        at = cue.as_ref().map_or(at + 1, |cue| cue.tokens.end);
        found.extend(cue);
    }
    found
}

fn cue(page: &Page<'_>, at: usize, range: &Range<usize>) -> Option<Cue> {
    const FRAMES: [[&str; 2]; 8] = [
        ["according", "to"],
        ["in", "accordance"],
        ["theo", "lời"],
        ["laut", ""],
        ["selon", ""],
        ["según", ""],
        ["d'après", ""],
        ["по", "словам"],
    ];
    let token = page.token(at).filter(|token| !token.quoted)?;
    let next = page.token(at + 1).filter(|_| at + 1 < range.end);
    for [first, second] in FRAMES {
        if token.key == first && (second.is_empty() || next.is_some_and(|t| t.key == second)) {
            let length = 1 + usize::from(!second.is_empty());
            let tokens = at..at + length;
            return (first != "in").then_some(Cue {
                tokens,
                lemma: ACCORDING,
                weak: false,
            });
        }
    }
    let (verb, length) = page.verb(at)?;
    let before = at
        .checked_sub(1)
        .filter(|i| *i >= range.start)
        .and_then(|i| page.token(i));
    // "the report", "a claim", "White House statements": a noun, not a verb.
    let noun = before.is_some_and(|b| {
        b.class.is(Class::DETERMINER)
            && !b.class.is(Class::CONJUNCTION)
            && !b.is_one_of(&[
                "all", "both", "others", "many", "some", "most", "one", "each", "that", "few",
            ])
            || b.key == "'s" && !token.key.ends_with("ed") && token.key != "said"
            || b.key == "to"
            || page.is_joined(at) && b.key == "-"
    });
    let passive = verb.lemma == "use"
        || token.is_capital() && at > range.start && page.token(at - 1).is_some_and(Token::is_word);
    (!noun && !passive).then_some(Cue {
        tokens: at..at + length,
        lemma: verb.lemma,
        weak: verb.weak,
    })
}

/// Who speaks by a cue, as a place in the sentence's references.
pub(super) fn subject(
    page: &Page<'_>,
    range: &Range<usize>,
    cue: &Cue,
    references: &[Reference],
    inverts: bool,
) -> Option<usize> {
    let verb = cue.tokens.start;
    let outside = |r: &Reference| page.token(r.tokens.start).is_some_and(|t| !t.quoted);
    let after = references
        .iter()
        .position(|r| r.tokens.start >= cue.tokens.end && outside(r));
    if cue.lemma == ACCORDING {
        return after;
    }
    let subject = |page: &Page<'_>, r: &Reference| {
        outside(r) && r.tokens.end <= verb && !page.is_possessive(r.tokens.end)
    };
    let clause = clause_start(page, range, verb);
    let before: Vec<usize> = (0..references.len())
        .filter(|i| {
            references
                .get(*i)
                .is_some_and(|r| subject(page, r) && r.tokens.start >= clause)
        })
        .collect();
    let inverted = after.filter(|i| {
        references.get(*i).is_some_and(|r| {
            let between = page.slice(cue.tokens.end..r.tokens.start);
            let plain = |t: &Token| {
                !t.class.is(Class::PREPOSITION
                    .or(Class::AUXILIARY)
                    .or(Class::CONJUNCTION))
                    && (t.is_word() || t.is_one_of(&[".", "-"]))
            };
            between.len() <= 7 && between.iter().all(plain) && !page.is_possessive(r.tokens.end)
        })
    });
    if let Some(inverted) = inverted
        && (inverts || before.is_empty() && cue.is_plain())
    {
        return Some(inverted);
    }
    nearest(page, range, verb, references, &before).or(inverted)
}

/// Where the clause of the verb begins: after a quotation, a semicolon or a dash before it.
fn clause_start(page: &Page<'_>, range: &Range<usize>, verb: usize) -> usize {
    let mut at = verb;
    while at > range.start {
        let Some(token) = page.token(at - 1) else {
            break;
        };
        if token.quoted || token.is_one_of(&[";", "—", "--"]) {
            break;
        }
        at -= 1;
    }
    at
}

/// The subject among the references before the verb: the nearest that no preposition and no
/// verb governs and that is no apposition, persons first.
fn nearest(
    page: &Page<'_>,
    range: &Range<usize>,
    verb: usize,
    references: &[Reference],
    before: &[usize],
) -> Option<usize> {
    let get = |i: &usize| references.get(*i);
    let free = |i: &&usize| {
        get(i).is_some_and(|r| {
            !is_governed(page, range, r) && !is_apposition(page, range, r, references)
        })
    };
    // A name or description that ends right at the verb is its subject, whatever it is.
    let touching = before.iter().rev().find(|i| {
        get(i).is_some_and(|r| {
            let between = page.slice(r.tokens.end..verb);
            between
                .iter()
                .all(|t| t.class.is(Class::AUXILIARY.or(Class::OTHER)) || t.key.ends_with("ly"))
        })
    });
    if let Some(touching) = touching.filter(free) {
        return Some(*touching);
    }
    let person = |i: &&usize| get(i).is_some_and(|r| r.manner == Manner::Person);
    let best = before.iter().rev().find(|i| person(i) && free(i));
    let best = best.or_else(|| before.iter().rev().find(free));
    let best = best.or_else(|| before.iter().rev().find(person));
    best.or_else(|| before.last()).copied()
}

/// Whether a preposition or a verb stands before the reference.
fn is_governed(page: &Page<'_>, range: &Range<usize>, reference: &Reference) -> bool {
    let mut at = reference.tokens.start;
    while at > range.start {
        let Some(token) = page.token(at - 1) else {
            return false;
        };
        let part = token
            .class
            .is(Class::DETERMINER.or(Class::TITLE).or(Class::ADJECTIVE))
            || token.is_one_of(&["'s", "."])
            || token.is_capital() && at > range.start + 1 && !token.class.is(Class::FUNCTION);
        if !part || token.class.is(Class::PREPOSITION) {
            return token.class.is(Class::PREPOSITION)
                && !token.is_one_of(&["like", "after", "before", "since", "until", "than"])
                || token.class.is(Class::SPEECH) && !token.quoted && token.key != "said";
        }
        at -= 1;
    }
    false
}

/// Whether the reference only says more of the one before it: "Al Ono, a spokesman, said".
fn is_apposition(
    page: &Page<'_>,
    range: &Range<usize>,
    reference: &Reference,
    references: &[Reference],
) -> bool {
    let comma = reference
        .tokens
        .start
        .checked_sub(1)
        .filter(|at| *at > range.start);
    let described = reference.manner == Manner::Described;
    described
        && comma.is_some_and(|at| {
            page.token(at).is_some_and(|t| t.key == ",")
                && references
                    .iter()
                    .any(|r| r.tokens.end == at && r.manner <= Manner::Name)
        })
}
