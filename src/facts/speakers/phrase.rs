//! The words around a noun that describes somebody: where "the pale and thin young man" begins, and
//! where "a panel of Judges Lee and Ono" ends.

use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page, Token};
use std::ops::Range;

/// Where the noun phrase of the noun at `at` begins.
pub(super) fn noun_phrase(
    page: &Page<'_>,
    at: usize,
    range: &Range<usize>,
    name: &Range<usize>,
) -> Option<usize> {
    let mut start = at;
    while start > range.start {
        let before = page.token(start - 1)?;
        let number = before.key.starts_with(|c: char| c.is_ascii_digit());
        let sign = !before.is_word() && !number && !before.is_one_of(&["'s", "'", "-", "."]);
        // "The First Minister".
        let named = before.is_capital() && start - 1 > range.start;
        // "The state said", but "Skerra's state authority".
        let second = start.checked_sub(2).and_then(|at| page.token(at));
        let noun = second.is_some_and(|t| t.key == "'s" || t.class.is(Class::DETERMINER));
        let stop = before.class.is(Class::FUNCTION)
            && !before.class.is(Class::DETERMINER)
            && !(named && start == at)
            || before.class.is(Class::SPEECH)
                && before.case == Case::Lower
                && !noun
                && !page.is_possessive(start);
        if sign || stop || before.quoted {
            break;
        }
        // "A Department for Labour official": a name is passed whole.
        start = if name.end == start && name.start < start {
            name.start
        } else {
            start - 1
        };
        if before.class.is(Class::DETERMINER) {
            break;
        }
    }
    if let Some(the) = adjectives(page, start, at, range) {
        return Some(the);
    }
    if let Some(start) = behind_singular(page, start, at) {
        return Some(start);
    }
    let is = |at: usize, class: Class| page.token(at).is_some_and(|t| t.class.is(class));
    let to = start > range.start && page.token(start - 1).is_some_and(|t| t.key == "to");
    let governed = start > range.start && is(start - 1, Class::PREPOSITION) && !to;
    // "Norland's fishing board".
    let owned = name.start >= start && name.end < at && page.is_possessive(name.end);
    if owned {
        return Some(name.start);
    }
    if !is(start, Class::DETERMINER) && !governed {
        // Without an article, a verb may stand before: "sway lawmakers".
        let part = Class::ADJECTIVE.or(Class::TITLE).or(Class::SPEAKER_NOUN);
        let holds = |t: &Token| t.class.is(part) || t.is_capital() || !t.is_word();
        let words = page
            .slice(start..at)
            .iter()
            .rev()
            .take_while(|t| holds(t))
            .count();
        start = at - words;
    }
    Some(start)
}

/// Where "the" of "the pale and thin young man" or "the tall, quiet man" stands, whose last words
/// begin at `start`: one adjective goes before, and one stands at `start` itself.
fn adjectives(page: &Page<'_>, start: usize, noun: usize, range: &Range<usize>) -> Option<usize> {
    let the = start.checked_sub(3).filter(|the| *the >= range.start)?;
    let article = page.token(the)?;
    let other = Class::FUNCTION
        .or(Class::SPEECH)
        .or(Class::HUMAN)
        .or(Class::SPEAKER_NOUN)
        .or(Class::TITLE);
    let adjective = |at: usize| {
        let token = page.token(at);
        token.is_some_and(|t| t.case == Case::Lower && !t.quoted && !t.class.is(other))
    };
    // "Hurt in the fall, rescue workers said": a comma behind a phrase of the clause before.
    let before = the.checked_sub(1).filter(|at| *at >= range.start);
    let before = before.and_then(|at| page.token(at));
    let opens =
        before.is_none_or(|t| !t.is_word() || t.class.is(Class::CONJUNCTION.or(Class::SPEECH)));
    let sign = page.token(start - 1)?;
    let bound = sign.key == "and" || sign.key == "," && opens;
    let found = article.is_one_of(&["the", "a", "an"]) && adjective(start - 2) && bound;
    (found && start < noun && adjective(start)).then_some(the)
}

/// "A plan harbour officials say is dead": where the noun phrase begins whose noun at `at` is of several,
/// so that the article at `start` is another noun's.
fn behind_singular(page: &Page<'_>, start: usize, at: usize) -> Option<usize> {
    let small = |t: &Token| t.case == Case::Lower && !t.class.is(Class::FUNCTION.or(Class::NUMBER));
    let words = page.slice(start + 1..at);
    let one = page.token(start)?.is_one_of(&["a", "an"]) && words.first().is_some_and(small);
    let noun = page.token(at)?.key.as_str();
    let single = ["ss", "us", "is"].iter().any(|end| noun.ends_with(end));
    let several = noun.ends_with('s') && !single;
    // "A dozen officials" are several.
    let counts = words
        .first()
        .is_some_and(|t| page.is_frame("counts", &t.key));
    (one && several && !counts).then(|| at - usize::from(words.len() > 1))
}

/// How many tokens such a name has with the words before it, at most.
const COMPLEMENT: usize = 12;

/// The end of a name that follows "for" or "of", with the words before it.
pub(super) fn complement(page: &Page<'_>, at: usize, range: &Range<usize>) -> Option<usize> {
    let mut end = at;
    let mut named = false;
    while end < range.end.min(at + COMPLEMENT) {
        let token = page.token(end)?;
        let part = Class::TITLE.or(Class::DETERMINER).or(Class::SPEAKER_NOUN);
        let title = token.class.is(part) || token.key == ".";
        // "A panel of Judges Lee and Ono".
        let next = page.token(end + 1).filter(|_| end + 1 < range.end);
        let pair = named && token.key == "and" && next.is_some_and(Token::is_capital);
        if pair {
            end += 1;
            continue;
        }
        if token.is_capital() && !token.class.is(Class::WEEKDAY) {
            named |= !token.class.is(Class::TITLE);
        } else if named && !token.is_one_of(&["'s", "-", "."]) || !named && !title {
            break;
        }
        end += 1;
    }
    while end > at && page.token(end - 1).is_some_and(|t| t.key == ".") {
        end -= 1;
    }
    // "The father of the Orlando gunman": the name only says more of the noun.
    let noun = |at: &usize| {
        page.token(*at).is_some_and(|t| {
            let other = Class::FUNCTION.or(Class::VERB).or(Class::WEEKDAY);
            t.case == Case::Lower && !t.class.is(other) && !t.key.ends_with("ed")
        })
    };
    let nouns = (end..range.end.min(end + 2)).take_while(noun).count();
    named.then_some(end + nouns)
}
