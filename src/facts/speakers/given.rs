//! The name of somebody who is described: "the spokesman, Al Ono,", "a clerk who gave his name as Osk".

use super::referent::{Manner, Reference};
use crate::facts::page::{Page, Token};

/// "The spokesman, Al Ono,", "a man named Al": the person whom an apposition to the description
/// names.
pub(super) fn beside(page: &Page<'_>, references: &[Reference], found: usize) -> Option<usize> {
    let described = references
        .get(found)
        .filter(|r| r.manner == Manner::Described)?;
    let end = Some(described.tokens.end);
    let given = |r: &Reference| who(page, r.tokens.start) == end;
    if let Some(given) = references.iter().position(given) {
        return Some(given);
    }
    let place = references
        .iter()
        .position(|r| Some(r.tokens.start) >= end)?;
    let next = references.get(place).filter(|r| r.manner <= Manner::Name)?;
    let sign = |at: usize, signs: &[&str]| page.token(at).is_some_and(|t| t.is_one_of(signs));
    let called = sign(described.tokens.end, &["named", "called"]);
    let name = page.token(next.tokens.start).is_some_and(Token::is_capital);
    if called && name && next.tokens.start == described.tokens.end + 1 {
        return Some(place);
    }
    // "One of the bakers, Piet Roe.": whoever bears a name that the lists do not know.
    let one = page
        .token(described.tokens.start)
        .is_some_and(|t| t.key == "one");
    let whole = one && next.tokens.len() > 1 && sign(next.tokens.end, &["."]);
    let next = Some(next).filter(|r| r.manner == Manner::Person || whole)?;
    let beside =
        sign(described.tokens.end, &[","]) && next.tokens.start == described.tokens.end + 1;
    (beside && sign(next.tokens.end, &[",", ".", ";", "—"])).then_some(place)
}

/// How many tokens stand between "who" and the name, at most: "who asked to be identified only as".
const GIVEN: usize = 9;

/// Where "who" stands that begins how somebody gave the name that begins at `name`.
pub(super) fn who(page: &Page<'_>, name: usize) -> Option<usize> {
    let is = |at: usize, role: &str| page.token(at).is_some_and(|t| page.is_frame(role, &t.key));
    let key = |at: usize, key: &str| page.token(at).is_some_and(|t| t.key == key);
    let plain = |at: &usize| page.token(*at).is_some_and(|t| t.is_word() && !t.quoted);
    // "Who gave only his first name, Osk".
    let comma = name.checked_sub(2).filter(|at| key(at + 1, ","));
    let comma = comma.filter(|at| key(*at, "name") || key(*at, "names"));
    let last = comma.or(name.checked_sub(1))?;
    let mut words = (last.saturating_sub(GIVEN)..=last).rev().take_while(plain);
    let who = words.find(|at| page.token(*at).is_some_and(|t| page.is_who(t)))?;
    // "Who saw the man known as Osk".
    let other = page
        .slice(who..last)
        .iter()
        .any(|t| t.is_one_of(&["a", "an", "the"]));
    let gives = !other && (who + 1..=last).any(|at| is(at, "gives_name"));
    let as_is = (who + 1..=last).rev().find(|at| !is(*at, "alone"));
    (gives && (comma.is_some() || as_is.is_some_and(|at| key(at, "as")))).then_some(who)
}
