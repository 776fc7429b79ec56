//! Offices and roles that stand for somebody named before: "the president", "the Elmford boss",
//! "the 34-year-old".

use super::acting;
use super::described;
use super::referent::{self, Manner, Reference, Who, is_same};
use crate::facts::names::Mention;
use crate::facts::names::cast::Cast;
use crate::facts::names::persons::Gender;
use crate::facts::page::lists::{self, Class};
use crate::facts::page::{Case, Page, Token, nations};
use crate::model::FactKind;
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
    /// Who was taken up by an office that the text has given to nobody, with that office.
    pub learned: &'a [(String, Who)],
}

/// "The president", "the New York senator", "the striker": the words that begin at `at` and whom
/// they mean. That is whoever has the office, of several the one whom the text brings in with the
/// body that is named here; where nobody has it, whom the sentence before is about, if the noun
/// is one that takes up anybody.
pub(in crate::facts) fn held(
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
    // "The Swede": whoever is of there.
    if head == at + 1 && nations::of(&title.key).is_some() {
        return None;
    }
    let words = page.slice(at + 1..head).iter();
    let body = |t: &&Token| t.is_capital() && !t.class.is(Class::TITLE.or(Class::ADJECTIVE));
    let bodies: Vec<&str> = words.clone().filter(body).map(|t| t.key.as_str()).collect();
    // "The harbour master": one who was brought in as "Harbour Master Ann Lee".
    let fields: Vec<&str> = words
        .filter(|t| is_field(t))
        .map(|t| t.key.as_str())
        .collect();
    let back = known.history.iter().rev().take(REACH).copied();
    let holders = back.filter(|who| holds(known, *who, title));
    if !fields.is_empty() {
        let mut named = holders.filter(|who| fields.iter().all(|it| is_of(known, *who, &[*it])));
        return Some((at..head + 1, named.next()?));
    }
    let mut named = holders.clone().filter(|who| is_of(known, *who, &bodies));
    let first = || holders.clone().next();
    // Of a bearer without any office yet, only words that nobody is introduced with.
    let familiar = !bodies.is_empty() && page.is_frame("familiar", &title.key);
    let new = |who: &Who| familiar && titles(known, *who) == Some(0);
    let takes_up = |who: &Who| {
        let gender = referent::gender(page, known.cast, *who);
        let other = Gender::of_title(title.class).is_some_and(|g| gender.is_some_and(|h| g != h));
        !other && (title.class.is(Class::MEMBER) || new(who))
    };
    let told = tells(page, head + 1);
    let topic = known.subject.filter(|who| !told && takes_up(who));
    let meant = if bodies.is_empty() {
        first()
    } else {
        // "The Elmford spokesman" is nobody who speaks for another body.
        named.next().or(topic.filter(new))
    };
    Some((at..head + 1, meant.or(topic)?))
}

/// "Ann Lee, the lawyer who": whether the words that begin at `at` say more of whom one of `found`
/// names right before them.
pub(super) fn is_beside(page: &Page<'_>, at: usize, found: &[Reference]) -> bool {
    let comma = at.checked_sub(1);
    let comma = comma.filter(|at| page.token(*at).is_some_and(|t| t.key == ","));
    // "Ann Lee of Norland, the top Democrat".
    let of = |r: &Reference| {
        let before = r.tokens.start.checked_sub(1);
        before.is_some_and(|at| page.token(at).is_some_and(|t| t.key == "of"))
    };
    let person = |r: &Reference| r.manner == Manner::Person || of(r);
    let mut found = found.iter().filter(|r| person(r));
    comma.is_some_and(|comma| found.any(|r| r.tokens.end == comma))
}

/// "The 34-year-old", "the Dane": the words that begin at `at`, for whom the sentence before is
/// about, or for whoever the text says is of that nation; for nobody named where it names nobody who
/// may be.
pub(in crate::facts) fn bare(known: &Known<'_>, at: usize) -> Option<(Range<usize>, Who)> {
    let page = known.page;
    let end = described::bare(page, at)?;
    let next = page.token(end);
    if next.is_some_and(|t| page.is_who(t)) {
        return None;
    }
    let noun = page.token(at + 1).filter(|_| end == at + 2);
    let who = match noun.and_then(|t| nations::of(&t.key)) {
        Some(nation) => {
            let unknown = Who::Described(page.span(&(at..end)));
            countryman(known, nation).or(Some(unknown))
        }
        None => known.subject,
    };
    Some((at..end, who?))
}

/// Who of a nation was meant last; else whom the sentence before is about, unless the text says that
/// they are of another.
fn countryman(known: &Known<'_>, nation: &str) -> Option<Who> {
    let mut back = known.history.iter().rev().take(REACH).copied();
    let own = back.find(|who| is_from(known, *who, &|key| nations::has(nation, key)));
    let open = |who: &Who| !is_from(known, *who, &nations::is_word);
    own.or_else(|| known.subject.filter(open))
}

/// Whether such a word of a nation stands beside a name of somebody: "Jamaica's Ann Lee", "Jamaican
/// sprinter Ann Lee", "Ann Lee of Jamaica".
fn is_from(known: &Known<'_>, who: Who, nation: &dyn Fn(&str) -> bool) -> bool {
    let Who::Entity(entity, _) = who else {
        return false;
    };
    let page = known.page;
    let says = |at: usize| {
        let token = page.token(at);
        token.is_some_and(|t| t.is_capital() && !t.quoted && nation(&t.key))
    };
    let sign = |at: usize, keys: &[&str]| page.token(at).is_some_and(|t| t.is_one_of(keys));
    let mut own = known
        .cast
        .on(page)
        .iter()
        .filter(|(_, named)| *named == entity);
    own.any(|(mention, _)| {
        let owner = mention.start.checked_sub(1);
        let before = owner.and_then(|at| at.checked_sub(usize::from(sign(at, &["'s"]))));
        let comma = mention.tokens.end + usize::from(sign(mention.tokens.end, &[","]));
        before.is_some_and(says) || sign(comma, &["of", "from", "("]) && says(comma + 1)
    })
}

/// "The big prop" behind "prop Al Ono" or "Al Ono, a prop for Elmford": whom the description whose
/// noun stands at `at` takes up, by the word that the text brought them in with; else, where it only
/// says more of somebody known, whom the text is about.
pub(in crate::facts) fn introduced(
    known: &Known<'_>,
    reference: &Reference,
    at: usize,
) -> Option<Who> {
    let page = known.page;
    let noun = page.token(at).filter(|_| reference.tokens.end == at + 1)?;
    let the = page.token(reference.tokens.start)?.key == "the";
    // "The report", "the district": bodies and documents stand beside names, too.
    let body = noun.class.is(Class::SPEAKER_NOUN) && !noun.class.is(Class::HUMAN);
    if !the || body || noun.key.ends_with('s') || noun.case != Case::Lower {
        return None;
    }
    let is_noun = |at: usize| {
        page.token(at)
            .is_some_and(|t| t.key == noun.key && !t.quoted)
    };
    let beside = |mention: &Mention| {
        let end = mention.tokens.end;
        let comma = page.token(end).is_some_and(|t| t.key == ",");
        let article = page.token(end + 1);
        let opens = comma && article.is_some_and(|t| t.is_one_of(&["a", "an", "the"]));
        let inside = |at: &usize| page.token(*at).is_some_and(Token::is_word);
        let mut after = (end + 2..end + 2 + APPOSITION).take_while(inside);
        let ends = |at: usize| {
            let next = page.token(at + 1);
            next.is_none_or(|t| !t.is_word() || t.class.is(Class::PREPOSITION))
        };
        opens && after.any(|at| is_noun(at) && ends(at))
    };
    let before = |mention: &Mention| mention.start.checked_sub(1).is_some_and(is_noun);
    let mentions = known.cast.on(page).iter();
    let mut earlier = mentions
        .rev()
        .filter(|(m, _)| m.start < reference.tokens.start);
    let Some((mention, entity)) = earlier.find(|(m, _)| before(m) || beside(m)) else {
        let words = page.slice(reference.tokens.start + 1..at);
        let described = words.iter().any(|t| page.is_frame("describes", &t.key));
        let human = noun.class.is(Class::HUMAN) || acting::is_person(noun);
        let member = noun.class.is(Class::MEMBER) || page.is_frame("position", &noun.key);
        // "The retired farmer, 68, told": more is told of somebody new.
        let new = page.token(at + 1).is_some_and(|t| t.key == ",");
        let member = (member || described && human && !new) && !tells(page, at + 1);
        let subject = known.subject.filter(|who| matches!(who, Who::Entity(..)));
        return subject.filter(|_| member);
    };
    let person = known.cast.entities.get(*entity)?.kind == FactKind::Person;
    person.then(|| Who::Entity(*entity, page.span(&mention.tokens)))
}

/// "The Jamaican official": the only one with an office whom the text says to be of that nation, where
/// it has spoken of no other such by the noun, which stands at `at`.
pub(in crate::facts) fn compatriot(
    known: &Known<'_>,
    reference: &Reference,
    at: usize,
) -> Option<Who> {
    let page = known.page;
    let is = |at: usize, key: &str| page.token(at).is_some_and(|t| t.key == key && !t.quoted);
    let noun = page
        .token(at)
        .filter(|t| page.is_frame("officer", &t.key))?;
    let adjective = page.token(at.checked_sub(1)?)?;
    let nation = nations::of(&adjective.key).filter(|_| adjective.is_capital())?;
    let start = reference.tokens.start;
    let whole = start + 2 == at && reference.tokens.end == at + 1 && !tells(page, at + 1);
    let several = format!("{}s", noun.key);
    let other = (1..at).any(|n| {
        let same = is(n, &noun.key) || is(n, &several);
        same && is(n - 1, &adjective.key)
    });
    let mut own = known.history.iter().rev().copied().filter(|who| {
        let of = is_from(known, *who, &|key| nations::has(nation, key));
        of && titles(known, *who).is_some_and(|titles| titles > 0)
    });
    let meant = own.next().filter(|_| is(start, "the") && whole && !other)?;
    own.all(|who| is_same(who, meant)).then_some(meant)
}

/// How many words an apposition has up to its noun, at most.
const APPOSITION: usize = 4;

fn is_name(token: &Token) -> bool {
    token.is_capital() && !token.class.is(Class::FUNCTION.or(Class::WEEKDAY)) && !token.quoted
}

/// Whether what follows a noun at `at` says which one: "the striker who came on late".
fn tells(page: &Page<'_>, at: usize) -> bool {
    let next = page.token(at);
    next.is_some_and(|t| page.is_who(t) || page.is_frame("of", &t.key))
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
            && !is_field(token)
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

/// Whether a word before an office may say of what it is: "district attorney".
fn is_field(token: &Token) -> bool {
    let other = Class::FUNCTION
        .or(Class::VERB)
        .or(Class::SPEECH)
        .or(Class::TITLE);
    let noun = token.is_word() && !token.class.is(other.or(Class::ADJECTIVE));
    noun && token.case == Case::Lower && !token.key.ends_with("ed") && !token.key.ends_with("ly")
}

/// Whether somebody has the office that a noun names.
fn holds(known: &Known<'_>, who: Who, title: &Token) -> bool {
    let Who::Entity(entity, _) = who else {
        return false;
    };
    let entity = known.cast.entities.get(entity);
    let learned = known
        .learned
        .iter()
        .filter(|(_, other)| is_same(*other, who));
    let mut titles = learned
        .map(|(title, _)| title)
        .chain(entity.iter().flat_map(|e| &e.titles));
    titles.any(|t| lists::same_office(t, &title.key))
}

/// How many titles and roles the story gives to somebody.
fn titles(known: &Known<'_>, who: Who) -> Option<usize> {
    match who {
        Who::Entity(entity, _) => known.cast.entities.get(entity).map(|e| e.titles.len()),
        Who::Described(_) => None,
    }
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
