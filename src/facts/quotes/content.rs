//! Where reported speech begins behind its verb.

use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page, Token};
use crate::facts::speakers::cues::Cue;
use std::ops::Range;

/// Words that show that a clause has a verb.
pub(super) const FINITE: Class = Class::AUXILIARY
    .or(Class::HE)
    .or(Class::SHE)
    .or(Class::THEY)
    .or(Class::FIRST_PERSON);

/// How many tokens after a verb the word stands with which reported speech begins, at most.
const LEAD: usize = 14;

/// Where reported speech begins near behind the verb of a cue: behind "that", or with the clause
/// that follows whoever is told.
pub(in crate::facts) fn start(page: &Page<'_>, cue: &Cue, end: usize) -> Option<usize> {
    let is = |at: usize, role: &str| page.token(at).is_some_and(|t| page.is_frame(role, &t.key));
    // "Though that did not help": a pronoun.
    let that = |at: usize| {
        let verb = page.token(at + 1);
        let verb = verb.is_some_and(|t| t.class.is(Class::AUXILIARY) || is_told(t));
        let relative = is(at, "relative") && !reaches(page, cue, at);
        // "Says Lee confessed and officials said that": it belongs to the verb nearest before it.
        let anothers = || {
            let mut between = cue.tokens.end..at;
            between.any(|at| {
                let plain = page.verb(at).is_some_and(|(verb, _)| !verb.weak);
                plain && page.token(at).is_some_and(|t| !t.quoted && is_told(t))
            })
        };
        is(at, "that") && !verb && !relative && !is(at + 1, "when") && !anothers()
    };
    let start = cue.tokens.end;
    let mut near = start..end.min(start + LEAD);
    let behind = near.find(|at| that(*at) || is(*at, "comma"));
    // "Said it was unlikely that": the clause has begun before.
    let behind = behind.map(|at| {
        if judges(page, start..at) {
            start
        } else {
            at + 1
        }
    });
    behind.into_iter().chain(told(page, cue, end)).min()
}

/// Whether the words between a verb and "that" are the clause it reports, which says how far what
/// follows is so: "it was unlikely", "he is sure", "there was no sign".
fn judges(page: &Page<'_>, between: Range<usize>) -> bool {
    let subject = page.token(between.start);
    let subject = subject.is_some_and(|t| page.is_frame("judges", &t.key));
    let verb = page.token(between.start + 1).filter(|_| between.len() > 1);
    subject && verb.is_some_and(|t| t.class.is(Class::AUXILIARY) && !t.quoted)
}

/// Whether a word is a reporting verb of what was said: "claimed", "told".
fn is_told(token: &Token) -> bool {
    let past = token.key.ends_with("ed") || token.is_one_of(&["said", "told"]);
    token.class.is(Class::SPEECH) && past
}

/// Whether nothing but whom, when and where stands between a verb and the "that" at `at`: "told the
/// board on Monday that", not "announced a plan that".
fn reaches(page: &Page<'_>, cue: &Cue, at: usize) -> bool {
    let between = page.slice(cue.tokens.end..at);
    let Some(first) = between.first() else {
        return true;
    };
    let when = |t: &Token| {
        let number = t.key.starts_with(|c: char| c.is_ascii_digit());
        number || t.class.is(Class::WEEKDAY.or(Class::MONTH)) || page.is_frame("when", &t.key)
    };
    // "Vowed to end a ban that": what somebody will do; "warned of a storm that": of what.
    let second = between.get(1);
    let does = first.key == "to"
        && second.is_some_and(|t| {
            let noun = t.class.is(Class::DETERMINER.or(Class::SPEAKER_NOUN)) || t.is_capital();
            !noun
        });
    let occasion = first.class.is(Class::PREPOSITION) && !page.is_frame("topic", &first.key);
    page.is_frame("tells", cue.lemma)
        || occasion && !does
        || first.class.is(Class::OTHER) && !first.class.is(FINITE)
        || first.key.ends_with("ly")
        || first.key == ","
        || between.iter().take(3).chain(between.last()).any(when)
}

/// How many tokens name whoever is told something, at most.
const TOLD: usize = 10;

/// How far behind its subject the verb of a clause stands, in tokens.
const VERB: usize = 5;

/// Where the clause begins that follows whoever is told: "told the board the bridge was safe", "told
/// reporters he left".
pub(in crate::facts) fn told(page: &Page<'_>, cue: &Cue, end: usize) -> Option<usize> {
    let start = cue.tokens.end;
    if !page.is_frame("tells", cue.lemma) {
        return None;
    }
    let other = Class::CONJUNCTION.or(Class::AUXILIARY).or(Class::SPEECH);
    let stops = |t: &Token| {
        let other =
            t.class.is(other) && !t.class.is(Class::DETERMINER) && !t.class.is(Class::PREPOSITION);
        let to = t.key == "to" || page.is_frame("topic", &t.key) || page.is_who(t);
        t.quoted || to || other || !t.is_word() && !t.is_one_of(&["'s", "-", "."])
    };
    let mut near = start + 1..end.min(start + TOLD);
    near.find(|at| {
        let Some((token, before)) = page.token(*at).zip(page.token(at - 1)) else {
            return false;
        };
        let free = !page.slice(start..*at).iter().any(stops);
        if page.is_frame("nominative", &token.key) {
            return free;
        }
        // "Told the board this week".
        let when = page
            .token(at + 1)
            .is_some_and(|t| page.is_frame("when", &t.key));
        let when = when || page.is_frame("that", &token.key);
        let noun = !when
            && !before.class.is(Class::FUNCTION)
            && !token.class.is(Class::WEEKDAY.or(Class::MONTH));
        let name = token.is_capital() && before.case == Case::Lower;
        let opens = noun && (name || token.class.is(Class::DETERMINER));
        let clause = page.slice(at + 1..end.min(at + 1 + VERB));
        let verb = clause.iter().find(|t| {
            t.class.is(Class::AUXILIARY.or(Class::PREPOSITION))
                || !t.is_word()
                || page.is_who(t)
                || page.is_frame("that", &t.key)
        });
        free && opens && verb.is_some_and(|t| t.class.is(Class::AUXILIARY))
    })
}
