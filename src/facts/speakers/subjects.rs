//! Who is the subject of a reporting verb.

use super::cues::{ACCORDING, Cue, REPLY};
use super::given;
use super::governed::{follows_word, is_governed};
use super::referent::{self, Manner, Reference, is_owner};
use super::voices;
use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page, Token};
use std::ops::Range;

/// Who speaks by a cue, as a place in the sentence's references.
///
/// With `inverts`, nothing stands between the quotation and the verb, so that the subject may
/// follow it.
pub(in crate::facts) fn subject(
    page: &Page<'_>,
    range: &Range<usize>,
    cue: &Cue,
    references: &[Reference],
    inverts: bool,
) -> Option<usize> {
    let found = grammatical_subject(page, range, cue, references, inverts)?;
    // "Ann Lee, a student who was there, said".
    let goes_on = |r: &&Reference| {
        let next = page.token(r.tokens.end);
        let closed = next.is_some_and(|t| t.key == "," || page.is_who(t));
        closed || is_bare(page, r)
    };
    let described = references.get(found).filter(goes_on);
    let told = described.and_then(|r| of_whom(page, range, r, references));
    let told = told.filter(|i| {
        references
            .get(*i)
            .is_some_and(|r| !is_governed(page, range, r))
    });
    let found = told.unwrap_or(found);
    Some(given::beside(page, references, found).unwrap_or(found))
}

/// "Said Norland net maker Ann Lee": the name at the end of a pile of nouns.
fn piled(page: &Page<'_>, references: &[Reference], first: usize) -> usize {
    let piles = |(a, b): (&Reference, &Reference)| {
        let between = page.slice(a.tokens.end..b.tokens.start);
        let noun = |t: &Token| {
            let other = Class::FUNCTION.or(Class::VERB);
            let word = !t.class.is(other) || page.lists.is_noun(&t.key);
            t.case == Case::Lower && word || t.key.starts_with(|c: char| c.is_ascii_digit())
        };
        let name = matches!(a.manner, Manner::Name | Manner::Place);
        name && b.manner <= Manner::Name
            && (1..=PILE).contains(&between.len())
            && between.iter().all(noun)
    };
    let next = references.get(first).zip(references.get(first + 1));
    if next.is_some_and(piles) {
        first + 1
    } else {
        first
    }
}

/// How many words stand between two names of a pile, at most.
const PILE: usize = 4;

fn grammatical_subject(
    page: &Page<'_>,
    range: &Range<usize>,
    cue: &Cue,
    references: &[Reference],
    inverts: bool,
) -> Option<usize> {
    let verb = cue.tokens.start;
    let outside = |r: &Reference| page.token(r.tokens.start).is_some_and(|t| !t.quoted);
    // "According to his helmsman", "said his helmsman": not the one whose helmsman it is.
    let whose = |r: &Reference| {
        let owner = is_owner(page, r) || page.is_possessive(r.tokens.end);
        let within = |whole: &Reference| {
            whole.tokens.start <= r.tokens.start && whole.tokens.end > r.tokens.end
        };
        owner && references.iter().any(within)
    };
    let after = references
        .iter()
        .position(|r| r.tokens.start >= cue.tokens.end && outside(r) && !whose(r))
        .filter(|i| references.get(*i).is_some_and(|r| !is_unreal(page, r)));
    let after = after.map(|first| piled(page, references, first));
    if cue.lemma == ACCORDING {
        return voices::source(page, cue, references, after);
    }
    if cue.lemma == REPLY {
        let from = page.token(cue.tokens.end).is_some_and(|t| t.key == "from");
        return after.filter(|_| from);
    }
    if let Some(agent) = after.filter(|i| is_agent(page, cue, references.get(*i))) {
        return Some(agent);
    }
    if let Some(heard) = voices::heard(page, range, verb, references) {
        return Some(heard);
    }
    if let Some(antecedent) = voices::antecedent(page, range, verb, references) {
        return Some(antecedent);
    }
    let before = may_speak(page, range, verb, references);
    if cue.lemma != "tell"
        && let Some(after) = after
        && let Some(reference) = references.get(after)
        && (inverts && is_near(page, cue, reference) || is_set_off(page, cue, reference))
    {
        return Some(after);
    }
    if page.token(verb).is_some_and(|t| t.key.ends_with("ing")) {
        return voices::participle(page, range, cue, references, &before);
    }
    // Whom somebody tells something comes after the verb.
    let near = after.filter(|_| cue.lemma != "tell");
    let near = near.filter(|i| {
        references
            .get(*i)
            .is_some_and(|r| is_near(page, cue, r) && !acts_on(page, r))
    });
    nearest(page, range, verb, references, &before).or(near)
}

/// "Said any word of hers would help", "said no boats left": what may not be there does not speak.
fn is_unreal(page: &Page<'_>, reference: &Reference) -> bool {
    let first = page.token(reference.tokens.start);
    first.is_some_and(|t| page.is_frame("unreal", &t.key))
}

/// Those before the verb who may be its subject, as places among the references: behind the clause
/// that opens the sentence ("when Lee asked, the clerk was heard saying"), if anybody is there.
fn may_speak(
    page: &Page<'_>,
    range: &Range<usize>,
    verb: usize,
    references: &[Reference],
) -> Vec<usize> {
    let aside = voices::by_the_way(page, range, verb).unwrap_or(verb..verb);
    let from = |first: usize| -> Vec<usize> {
        let speaks = |r: &Reference| {
            let outside = page.token(r.tokens.start).is_some_and(|t| !t.quoted);
            outside
                && r.tokens.start >= first
                && r.tokens.end <= verb
                && !aside.contains(&r.tokens.start)
                && !page.is_possessive(r.tokens.end)
                && !is_owner(page, r)
                && !is_part(r, references)
        };
        let all = references.iter().enumerate();
        all.filter(|(_, r)| speaks(r)).map(|(i, _)| i).collect()
    };
    let first = clause_start(page, range, verb);
    let opening = opening_clause(page, range).filter(|comma| *comma < verb);
    let behind = opening.map(|comma| from(comma.max(first)));
    let behind = behind.filter(|behind| !behind.is_empty());
    behind.unwrap_or_else(|| from(first))
}

/// Whether somebody after the verb is its agent: "is described by Ann Lee as". "A deal announced by
/// Ann Lee" says nothing of who speaks of it.
fn is_agent(page: &Page<'_>, cue: &Cue, reference: Option<&Reference>) -> bool {
    let token = |at: usize| page.token(at);
    let by = token(cue.tokens.end).is_some_and(|t| page.is_frame("by", &t.key));
    let helped = cue.tokens.start.checked_sub(1).and_then(token);
    let helped = helped.is_some_and(|t| t.class.is(Class::AUXILIARY));
    let passive = by && (helped || page.is_frame("named_by", cue.lemma));
    let near = |r: &Reference| page.slice(cue.tokens.end..r.tokens.start).len() <= AGENT;
    passive && reference.is_some_and(near)
}

/// How many tokens "by" and the titles of the one behind it have, at most.
const AGENT: usize = 5;

/// Whether a reference stands right after a verb that goes before its subject: "said Ann Lee".
fn is_near(page: &Page<'_>, cue: &Cue, reference: &Reference) -> bool {
    let between = page.slice(cue.tokens.end..reference.tokens.start);
    let other = Class::PREPOSITION
        .or(Class::AUXILIARY)
        .or(Class::CONJUNCTION);
    let plain = |t: &Token| !t.class.is(other) && (t.is_word() || t.is_one_of(&[".", "-"]));
    between.len() <= 7 && between.iter().all(plain) && !page.is_possessive(reference.tokens.end)
}

/// "Said Skerra voted to leave": whether a verb stands right behind the reference.
fn acts_on(page: &Page<'_>, reference: &Reference) -> bool {
    page.token(reference.tokens.end).is_some_and(|t| {
        let past = t.case == Case::Lower && t.key.ends_with("ed");
        !t.quoted && (past || t.class.is(Class::AUXILIARY))
    })
}

/// Whether verb and subject are set off by commas: "The plan, said Ann Lee, is".
fn is_set_off(page: &Page<'_>, cue: &Cue, reference: &Reference) -> bool {
    let comma = |at: usize| {
        page.token(at)
            .is_some_and(|t| t.is_one_of(&[",", "(", "."]))
    };
    let before = cue
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|at| page.token(at).is_some_and(|t| t.key == ","));
    // "So it is, says a report highlighting": what goes on is told of the one who says it.
    let told = page
        .token(reference.tokens.end)
        .is_some_and(|t| t.case == Case::Lower && t.key.ends_with("ing") && !t.quoted);
    let closed = told || comma(reference.tokens.end);
    cue.is_plain() && before && closed && is_near(page, cue, reference)
}

/// Whether a description is one of a list: "drivers, guards and cooks".
fn is_listed(page: &Page<'_>, reference: &Reference) -> bool {
    let at = |at: Option<usize>| at.and_then(|at| page.token(at));
    let before = at(reference.tokens.start.checked_sub(1)).is_some_and(|t| t.key == ",");
    let bare = at(Some(reference.tokens.start)).is_some_and(|t| !t.class.is(Class::DETERMINER));
    let after = at(Some(reference.tokens.end)).is_some_and(|t| t.is_one_of(&["and", "or", ","]));
    reference.manner == Manner::Described && before && bare && after
}

/// Whether a reference belongs to the words of another: "a spokesman for Ann Lee".
fn is_part(reference: &Reference, references: &[Reference]) -> bool {
    let (start, end) = (reference.tokens.start, reference.tokens.end);
    references
        .iter()
        .any(|whole| whole.tokens.start < start && whole.tokens.end >= end)
}

/// Where the clause of the verb begins: after a semicolon or a dash before it.
fn clause_start(page: &Page<'_>, range: &Range<usize>, verb: usize) -> usize {
    let ends = |at: &usize| {
        page.token(*at)
            .is_some_and(|t| !t.quoted && t.is_one_of(&[";", "—"]))
    };
    (range.start..verb)
        .rev()
        .find(ends)
        .map_or(range.start, |at| at + 1)
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
            !is_governed(page, range, r)
                && !is_apposition(page, range, r, references)
                && !is_listed(page, r)
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
    let beside = |r: &Reference| is_bare(page, r) && is_apposition(page, range, r, references);
    if let Some(touching) =
        touching.filter(|i| get(i).is_some_and(|r| !is_governed(page, range, r) && !beside(r)))
    {
        return Some(*touching);
    }
    let person = |i: &&usize| get(i).is_some_and(|r| r.manner == Manner::Person);
    let begins = |i: &&usize| {
        let follows = |r: &Reference| follows_word(page, range, r);
        get(i).is_some_and(|r| !follows(r) || follows_name(page, range, r, references))
    };
    // A place that stands apart from the verb says where, not who.
    let place = |i: &&usize| get(i).is_some_and(|r| r.manner == Manner::Place);
    let all = || before.iter().rev().filter(|i| !place(i));
    let best = all().find(|i| person(i) && free(i) && begins(i));
    let best = best.or_else(|| all().find(|i| free(i) && begins(i)));
    let best = best.or_else(|| all().find(|i| person(i) && free(i)));
    let best = best
        .or_else(|| all().find(free))
        .or_else(|| all().find(person));
    // Nor does a name behind a preposition.
    let name = |i: &&usize| get(i).is_some_and(|r| r.manner == Manner::Name);
    best.or_else(|| all().find(|i| !name(i))).copied()
}

/// "Norland antitrust chief Ann Lee": whether the word before her is no verb but belongs, with the
/// name before it that means nobody, to what she is.
fn follows_name(
    page: &Page<'_>,
    range: &Range<usize>,
    reference: &Reference,
    references: &[Reference],
) -> bool {
    let name = reference
        .tokens
        .start
        .checked_sub(2)
        .filter(|at| *at >= range.start);
    name.is_some_and(|at| {
        let capital = page.token(at).is_some_and(|t| t.is_capital() && !t.quoted);
        capital && !references.iter().any(|r| r.tokens.contains(&at))
    })
}

/// How many tokens a clause that opens a sentence has, at most.
const OPENING: usize = 24;

/// The comma after a clause that opens a sentence: "After Lee said his piece, the judge spoke".
/// Whoever is named behind it is whom the sentence is about.
pub(super) fn opening_clause(page: &Page<'_>, range: &Range<usize>) -> Option<usize> {
    let opens = |at: usize| {
        let token = page.token(at).filter(|t| !t.quoted);
        token.is_some_and(|t| page.is_frame("opens", &t.key))
    };
    let comma = |at: &usize| page.token(*at).is_some_and(|t| t.key == "," && !t.quoted);
    let clause = range.start..range.end.min(range.start + OPENING);
    opens(range.start).then(|| clause.into_iter().find(comma))?
}

/// Whether the reference only says more of the one before it: "Al Ono, a spokesman, said".
fn is_apposition(
    page: &Page<'_>,
    range: &Range<usize>,
    reference: &Reference,
    references: &[Reference],
) -> bool {
    of_whom(page, range, reference, references).is_some()
}

/// Of whom a description says more: the name right before it and its comma.
fn of_whom(
    page: &Page<'_>,
    range: &Range<usize>,
    reference: &Reference,
    references: &[Reference],
) -> Option<usize> {
    // "Ann Lee, harbour manager at Norland Ferries, said": its first words may be any nouns.
    let other = Class::FUNCTION.or(Class::VERB).or(Class::SPEECH);
    let noun = |at: &usize| {
        let token = page.token(*at);
        token.is_some_and(|t| t.case == Case::Lower && !t.quoted && !t.class.is(other))
    };
    let most = if is_bare(page, reference) { NOUNS } else { 0 };
    let back = (range.start..reference.tokens.start).rev().take(most);
    let start = reference.tokens.start - back.take_while(noun).count();
    let comma = start.checked_sub(1).filter(|at| *at > range.start);
    let comma = comma.filter(|at| page.token(*at).is_some_and(|t| t.key == ","))?;
    let beside = |r: &Reference| r.tokens.end == comma && r.manner <= Manner::Name;
    let described = reference.manner == Manner::Described;
    references.iter().position(beside).filter(|_| described)
}

/// How many nouns stand before a role without an article, at most.
const NOUNS: usize = 2;

/// Whether a description is a role of one person without an article, which is no subject: "manager
/// at Norland Ferries".
fn is_bare(page: &Page<'_>, reference: &Reference) -> bool {
    let first = page.token(reference.tokens.start);
    let bare = first.is_some_and(|t| t.case == Case::Lower && !t.class.is(Class::FUNCTION));
    let words = page.slice(reference.tokens.clone()).iter();
    let mut nouns = words.take_while(|t| !t.class.is(Class::PREPOSITION));
    let described = reference.manner == Manner::Described && referent::is_human(page, reference);
    described && bare && !nouns.any(|t| t.key.ends_with('s') || page.is_frame("plural", &t.key))
}
