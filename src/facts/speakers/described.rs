//! Somebody who is described, not named: "a senior official", "the statement", "the 34-year-old".

use super::acting;
use super::governed;
use super::phrase::{complement, noun_phrase};
use super::referent::{Manner, Reference, Who};
use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page, Token, nations};
use std::ops::Range;

/// The end of "the 34-year-old", "the mother-of-two" or "the Dane", where no noun follows.
pub(in crate::facts) fn bare(page: &Page<'_>, at: usize) -> Option<usize> {
    if let Some(end) = by_work(page, at) {
        return Some(end);
    }
    let token = |place: usize| page.token(at + place);
    let is = |place: usize, key: &str| token(place).is_some_and(|t| t.key == key);
    let class = |place: usize, class: Class| token(place).is_some_and(|t| t.class.is(class));
    let number = token(1).is_some_and(|t| t.key.parse::<u8>().is_ok());
    let aged = number && is(2, "-") && is(3, "year") && is(4, "-") && is(5, "old");
    let of = is(2, "-") && is(3, "of") && is(4, "-");
    // "The Elmforder" may be anything, but "the Elmman" is a man.
    let man = token(1).is_some_and(|t| t.key.ends_with("man") || t.key.ends_with("woman"));
    let man = man && !class(1, Class::TITLE.or(Class::HUMAN).or(Class::GIVEN));
    let one = token(1).is_some_and(|t| nations::of(&t.key).is_some());
    let nation = class(1, Class::ADJECTIVE) || one || man;
    let nation = nation && token(1).is_some_and(Token::is_capital);
    // "The presidential hopeful".
    let member = (1..=MODIFIERS + 1).find(|place| class(*place, Class::MEMBER));
    let modifier = |place: usize| {
        let plain = !class(place, Class::FUNCTION.or(Class::VERB).or(Class::HUMAN));
        plain && token(place).is_some_and(|t| t.is_word() && !t.quoted)
    };
    let member = member.filter(|head| (1..*head).all(modifier));
    // "The 34-year-old nurse".
    let nouns = (6..).take_while(|place| !class(*place, Class::FUNCTION.or(Class::SPEECH)));
    let nouns = nouns.take_while(|place| token(*place).is_some_and(Token::is_word));
    let nouns = nouns.take(MODIFIERS + 1).collect::<Vec<_>>();
    let role = nouns
        .iter()
        .rfind(|place| {
            class(**place, Class::HUMAN) || token(**place).is_some_and(acting::is_person)
        })
        .filter(|_| aged);
    let aged = aged || of;
    let end = match (member, role) {
        (Some(head), _) | (None, Some(&head)) => head + 1,
        _ if aged => 6,
        _ => 2,
    };
    let noun = token(end).is_some_and(|t| {
        let other = Class::FUNCTION.or(Class::VERB).or(Class::WEEKDAY);
        let done = t.key.ends_with("ed") && !t.is_capital();
        t.is_word() && !t.class.is(other) && !done || t.key == "-"
    });
    // "The Kenyan and Estonian coaches".
    let paired = nation && is(end, "and") && class(end + 1, Class::ADJECTIVE);
    let whole = !noun && !paired;
    (is(0, "the") && (aged || nation || member.is_some()) && whole).then_some(at + end)
}

/// The end of "the “Norland Nights” singer", where no name follows.
fn by_work(page: &Page<'_>, at: usize) -> Option<usize> {
    page.token(at).filter(|t| t.key == "the")?;
    let is_quoted = |at: &usize| page.token(*at).is_some_and(|t| t.quoted);
    let words = (at + 2..at + 2 + WORK).take_while(is_quoted).count();
    let noun = at + 3 + words;
    let member = page.token(noun)?.class.is(Class::MEMBER);
    let named = page.token(noun + 1).is_some_and(Token::is_capital);
    (words > 0 && !is_quoted(&(at + 1)) && member && !named).then_some(noun + 1)
}

/// How many words the title of a work has, at most.
const WORK: usize = 8;

/// How many words stand before a noun that takes somebody up again, at most.
const MODIFIERS: usize = 2;

/// "A senior official", "the statement", "a spokesman for Mr. Ono"; `name` is the last name before.
pub(in crate::facts) fn described(
    page: &Page<'_>,
    at: usize,
    range: &Range<usize>,
    found: &[Reference],
    name: &Range<usize>,
) -> Option<Reference> {
    let token = page.token(at)?;
    let speaks = Class::SPEAKER_NOUN
        .or(Class::OFFICE)
        .or(Class::PERSON_TITLE);
    let small = token.case == Case::Lower || page.is_frame("nouns", "capital");
    let opens = at == first_word(page, range);
    if opens && is_opener(page, at) {
        return Some(Reference {
            tokens: at..at + 1,
            who: Who::Described(token.span),
            manner: Manner::Described,
        });
    }
    // "One senior Liberal", not "the Liberal retreat".
    let noun_after = page.token(at + 1).is_some_and(|t| {
        t.case == Case::Lower && !t.class.is(Class::FUNCTION.or(Class::VERB)) || t.key == "-"
    });
    let member = token.class.is(Class::MEMBER) && token.is_capital() && !noun_after;
    let stands = || small || opens || is_held(page, at, range);
    let listed = token.class.is(speaks) && stands() && !is_participle(page, at, range);
    if !listed && !member && !acting::acts(page, at, range) {
        return None;
    }
    if goes_on(page, at, range, speaks) || page.is_joined(at) {
        return None;
    }
    let start = noun_phrase(page, at, range, name)?;
    let article = page
        .token(start)
        .is_some_and(|t| t.class.is(Class::DETERMINER));
    if member && !(article && start < at) {
        return None;
    }
    let start = behind_whose(page, start, at, range)?;
    if found.last().is_some_and(|r| {
        let possessive = page.is_possessive(r.tokens.end);
        r.tokens.start >= start && r.manner == Manner::Described && !possessive
    }) {
        return None;
    }
    let mut end = at + 1;
    let next = page.token(end).filter(|_| end < range.end);
    // "A statement from the crew to Norland Radio": to whom the statement goes.
    let issued = start.checked_sub(2).and_then(|at| page.token(at));
    let issued = issued.is_some_and(|t| page.is_frame("document", &t.key));
    let to = next.is_some_and(|t| t.key == "to");
    if next.is_some_and(|t| page.is_frame("of", &t.key)) && !(issued && to) {
        end = complement(page, at + 2, range).unwrap_or(end);
    }
    let start = together(page, start, range, found).unwrap_or(start);
    Some(Reference {
        tokens: start..end,
        who: Who::Described(page.span(&(start..end))),
        manner: Manner::Described,
    })
}

/// "The Government of Norland": a noun in capitals that its owner tells from all others; `name` are the
/// tokens that are taken for a name.
pub(super) fn capital(page: &Page<'_>, name: &Range<usize>) -> Option<Reference> {
    let noun = page.token(name.start).filter(|_| name.len() == 1)?;
    let the = name.start.checked_sub(1)?;
    let is = |at: usize, key: &str| page.token(at).is_some_and(|t| t.key == key && !t.quoted);
    let body = noun.class.is(Class::SPEAKER_NOUN) && !noun.class.is(Class::HUMAN);
    if !body || !is(the, "the") || !is(name.end, "of") {
        return None;
    }
    let sentence = page.sentences.iter().find(|s| s.contains(&name.start))?;
    let end = complement(page, name.end + 1, sentence)?;
    Some(Reference {
        tokens: the..end,
        who: Who::Described(page.span(&(the..end))),
        manner: Manner::Described,
    })
}

/// "It was filing for help": a word that is a noun elsewhere.
fn is_participle(page: &Page<'_>, at: usize, range: &Range<usize>) -> bool {
    let before = at.checked_sub(1).filter(|before| *before >= range.start);
    let helps = before.and_then(|before| page.token(before));
    let helped = helps.is_some_and(|t| t.class.is(Class::AUXILIARY));
    helped && page.token(at).is_some_and(|t| t.key.ends_with("ing"))
}

/// Where the noun phrase from `start` to the noun at `at` begins without "whose"; none where that
/// noun does not speak: "the sheriff whose department has the case said".
fn behind_whose(page: &Page<'_>, start: usize, at: usize, range: &Range<usize>) -> Option<usize> {
    let is_whose = |at: usize| page.token(at).is_some_and(|t| t.key == "whose");
    let before = start.checked_sub(1).filter(|before| *before >= range.start);
    if !is_whose(start) && !before.is_some_and(is_whose) {
        return Some(start);
    }
    let helps = |at: &usize| {
        let token = page.token(*at);
        token.is_some_and(|t| t.class.is(Class::AUXILIARY))
    };
    let verb = (at + 1..range.end).find(|at| !helps(at))?;
    page.verb(verb)?;
    Some(start + usize::from(is_whose(start)))
}

/// Where "the mayor's aides and lawyers" begins, of which the words from `start` on are the last ones
/// without an article: the one described before is the subject with them.
fn together(
    page: &Page<'_>,
    start: usize,
    range: &Range<usize>,
    found: &[Reference],
) -> Option<usize> {
    let and = start.checked_sub(1).filter(|and| *and > range.start)?;
    let joins = page.token(and).is_some_and(|t| t.key == "and" && !t.quoted);
    let last = found.last().filter(|r| r.tokens.end == and && joins)?;
    let bare = page
        .token(start)
        .is_some_and(|t| t.case == Case::Lower && !t.class.is(Class::FUNCTION));
    let subject = last.manner == Manner::Described
        && governed::is_free(page, range, last)
        && !governed::follows_word(page, range, last);
    (bare && subject).then_some(last.tokens.start)
}

/// The first word of a sentence, behind the dash of a list.
fn first_word(page: &Page<'_>, range: &Range<usize>) -> usize {
    let dash = page
        .token(range.start)
        .is_some_and(|t| t.is_one_of(&["—", "•", "*"]));
    range.start + usize::from(dash)
}

/// Whether an office in capitals stands for the one who has it: "the Taoiseach", "the Fire
/// Commissioner".
fn is_held(page: &Page<'_>, at: usize, range: &Range<usize>) -> bool {
    let office = page
        .token(at)
        .is_some_and(|t| t.class.is(Class::OFFICE) && t.is_capital());
    // "The recently appointed CEO".
    let done = |at: &usize| {
        let token = page.token(*at);
        token.is_some_and(|t| {
            t.case == Case::Lower && (t.key.ends_with("ly") || t.key.ends_with("ed"))
        })
    };
    let words = (range.start..at)
        .rev()
        .take(MODIFIERS)
        .take_while(done)
        .count();
    let before = at
        .checked_sub(1 + words)
        .filter(|before| *before >= range.start);
    let token = before.and_then(|before| page.token(before));
    let named = |t: &Token| t.is_capital() && before > Some(range.start) && words == 0;
    office && token.is_some_and(|t| named(t) || t.class.is(Class::DETERMINER))
}

/// Whether the noun at `at` is only a part of what follows; `speaks` are the classes of speakers.
fn goes_on(page: &Page<'_>, at: usize, range: &Range<usize>, speaks: Class) -> bool {
    let Some(next) = page.token(at + 1).filter(|_| at + 1 < range.end) else {
        return false;
    };
    let noun =
        |t: &Token| t.class.is(speaks) && t.case == Case::Lower && !t.class.is(Class::SPEECH);
    let named = |t: &Token| t.is_capital() && !t.class.is(Class::FUNCTION.or(Class::WEEKDAY));
    let capital = named(next);
    // "A law enforcement source".
    let plain = next.case == Case::Lower && next.class == Class::default();
    let far = page.token(at + 2).filter(|_| plain && at + 2 < range.end);
    // "Club great Ann Lee": the first words of a sentence before its first name.
    let opens = at == first_word(page, range);
    let opens = opens && page.token(at + 2).is_some_and(|t| plain && named(t));
    // "The bank robber's sister".
    let owned = plain && page.is_possessive(at + 2);
    // "The party-backed candidate".
    let compound = next.key == "-" && page.is_joined(at + 1);
    // "Witness statements".
    let said = next.is_word() && !next.class.is(Class::SPEECH) && page.is_frame("noun", &next.key);
    // "The passenger ferry was", "the party's chief whip said": the noun that a verb follows.
    let verb = page
        .token(at + 2)
        .is_some_and(|t| t.class.is(Class::AUXILIARY))
        || page.verb(at + 2).is_some();
    let other = Class::FUNCTION.or(Class::VERB).or(Class::SPEECH);
    let part = next.is_word() && next.case == Case::Lower && !next.class.is(other);
    let part = part && verb && !next.key.ends_with("ed") && !next.key.ends_with("ly");
    capital || part || noun(next) || far.is_some_and(noun) || opens || owned || compound || said
}

/// Whether a sentence begins with a word that speaks, whatever it names: "Lindqvist called it".
fn is_opener(page: &Page<'_>, at: usize) -> bool {
    let word = page
        .token(at)
        .is_some_and(|t| t.is_capital() && !t.class.is(Class::FUNCTION.or(Class::VERB)));
    let verb = page.token(at + 1).filter(|t| t.case == Case::Lower);
    let speaks = verb.and_then(|_| page.verb(at + 1));
    let past = verb.is_some_and(|t| t.key.ends_with("ed") || t.key == "said" || t.key == "told");
    word && past
        && speaks
            .is_some_and(|(verb, _)| !verb.weak || verb.lemma == "call" || verb.lemma == "describe")
}
