//! Offices and roles that stand for somebody named before: "the president", "the Elmford boss",
//! "the 34-year-old".

use super::cast::Cast;
use super::described;
use super::frames::is_frame;
use super::lists::{self, Class};
use super::page::{Page, Token};
use super::persons::Gender;
use super::referent::{self, Reference, Who};
use std::ops::Range;

/// How far back an office reaches, in mentions of persons.
const REACH: usize = 60;

/// How far from a name the body stands whose office its bearer has, in tokens.
const BESIDE: usize = 6;

/// What a page has told so far of persons.
pub(super) struct Known<'a> {
    /// The page.
    pub page: &'a Page<'a>,
    /// The entities of the story.
    pub cast: &'a Cast,
    /// Persons in the order in which they were meant.
    pub history: &'a [Who],
    /// Whom the sentence before is about.
    pub subject: Option<Who>,
}

/// "The president", "the New York senator", "the striker": the words that begin at `at` and whom
/// they mean. That is whoever has the office, of several the one whom the text brings in with the
/// body that is named here; where nobody has it, whom the sentence before is about, if the noun
/// is one that takes up anybody.
pub(super) fn held(
    known: &Known<'_>,
    at: usize,
    range: &Range<usize>,
) -> Option<(Range<usize>, Who)> {
    let page = known.page;
    let head = head(page, at, range)?;
    // "The Elmford manager, Al Ono,".
    let beside = page.token(head + 1).is_some_and(|t| t.key == ",");
    if beside && head + 2 < range.end && page.token(head + 2).is_some_and(is_name) {
        return None;
    }
    let title = page.token(head)?;
    let words = page.slice(at + 1..head).iter();
    let body = |t: &&Token| t.is_capital() && !t.class.is(Class::TITLE.or(Class::ADJECTIVE));
    let bodies: Vec<&str> = words.filter(body).map(|t| t.key.as_str()).collect();
    let back = known.history.iter().rev().take(REACH).copied();
    let holders = back.filter(|who| holds(known, *who, title));
    let mut named = holders.clone().filter(|who| is_of(known, *who, &bodies));
    let first = holders.clone().next();
    let only = || holders.clone().all(|who| is_same(who, first));
    let meant = if bodies.is_empty() {
        first
    } else {
        named.next().or_else(|| first.filter(|_| only()))
    };
    // Of a bearer without any office yet, only words that nobody is introduced with.
    let familiar = !bodies.is_empty() && is_frame(page, "familiar", &title.key);
    let takes_up = |who: &Who| {
        let gender = referent::gender(page, known.cast, *who);
        let other = Gender::of_title(title.class).is_some_and(|g| gender.is_some_and(|h| g != h));
        let new = familiar && titles(known, *who) == Some(0);
        !other && (title.class.is(Class::MEMBER) || new)
    };
    let told = tells(page, head + 1);
    let topic = known.subject.filter(|who| !told && takes_up(who));
    Some((at..head + 1, meant.or(topic)?))
}

/// "The 34-year-old", "the Dane": the words that begin at `at`, for `subject`.
pub(super) fn bare(
    page: &Page<'_>,
    at: usize,
    found: &[Reference],
    subject: Option<Who>,
) -> Option<(Range<usize>, Who)> {
    // "Ann Lee, the top Democrat on the panel": an apposition.
    let comma = at
        .checked_sub(1)
        .filter(|at| page.token(*at).is_some_and(|t| t.key == ","));
    if comma.is_some_and(|comma| found.iter().any(|r| r.tokens.end == comma)) {
        return None;
    }
    let end = described::bare(page, at)?;
    let next = page.token(end);
    if next.is_some_and(|t| is_frame(page, "who", &t.key)) {
        return None;
    }
    Some((at..end, subject?))
}

fn is_name(token: &Token) -> bool {
    token.is_capital() && !token.class.is(Class::FUNCTION.or(Class::WEEKDAY)) && !token.quoted
}

/// Whether what follows a noun at `at` says which one: "the striker who came on late".
fn tells(page: &Page<'_>, at: usize) -> bool {
    let next = page.token(at);
    next.is_some_and(|t| is_frame(page, "who", &t.key) || is_frame(page, "of", &t.key))
}

/// The noun of an office behind "the" at `at`, where no name follows.
fn head(page: &Page<'_>, at: usize, range: &Range<usize>) -> Option<usize> {
    page.token(at).filter(|t| t.key == "the")?;
    let is_office = |at: usize| {
        let token = page.token(at);
        token.is_some_and(|t| t.class.is(Class::OFFICE.or(Class::MEMBER)))
    };
    let mut head = at + 1;
    while head < range.end.min(at + 5) && !is_office(head) {
        let token = page.token(head)?;
        if !token.class.is(Class::TITLE.or(Class::ADJECTIVE))
            && !token.is_capital()
            && token.key != "-"
        {
            return None;
        }
        head += 1;
    }
    while head + 1 < range.end && is_office(head + 1) {
        head += 1;
    }
    let title = page.token(head).filter(|_| is_office(head))?;
    // Before a name it is that name's title.
    let named = page
        .token(head + 1)
        .is_some_and(|t| t.is_capital() || t.class.is(Class::TITLE) && !t.class.is(Class::OTHER));
    (!title.quoted && !named).then_some(head)
}

/// Whether somebody has the office that a noun names.
fn holds(known: &Known<'_>, who: Who, title: &Token) -> bool {
    let Who::Entity(entity, _) = who else {
        return false;
    };
    let entity = known.cast.entities.get(entity);
    entity.is_some_and(|e| e.titles.iter().any(|t| lists::same_office(t, &title.key)))
}

/// How many titles and roles the story gives to somebody.
fn titles(known: &Known<'_>, who: Who) -> Option<usize> {
    match who {
        Who::Entity(entity, _) => known.cast.entities.get(entity).map(|e| e.titles.len()),
        Who::Described(_) => None,
    }
}

fn is_same(who: Who, other: Option<Who>) -> bool {
    matches!((who, other), (Who::Entity(a, _), Some(Who::Entity(b, _))) if a == b)
}

/// Whether one of `bodies` stands beside a name of somebody: "Elmford manager Al Ono", "Al Ono, who
/// manages Elmford".
fn is_of(known: &Known<'_>, who: Who, bodies: &[&str]) -> bool {
    let Who::Entity(entity, _) = who else {
        return false;
    };
    let mentions = known.cast.on(known.page).iter();
    let mut own = mentions.filter(|(_, named)| *named == entity && !bodies.is_empty());
    own.any(|(mention, _)| {
        let sentence = known.page.sentence(mention.sentence);
        let near = sentence.start.max(mention.start.saturating_sub(BESIDE))
            ..sentence.end.min(mention.tokens.end + BESIDE);
        known.page.slice(near).iter().any(|t| t.is_one_of(bodies))
    })
}
