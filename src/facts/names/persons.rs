//! Which mentions name persons, and which of them name the same one.

use super::Mention;
use super::forms::{are_initials, may_be};
use super::several::{is_several, several};
use super::things::is_something_else;
use crate::facts::page::lists::{Class, Lists};
use crate::facts::page::{Case, Page, Token};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::facts) enum Gender {
    /// "He".
    Male,
    /// "She".
    Female,
}

impl Gender {
    /// What a title such as "Mr." shows.
    pub(in crate::facts) fn of_title(class: Class) -> Option<Self> {
        Self::of(class, Class::MALE_TITLE, Class::FEMALE_TITLE)
    }

    /// What "he" or "she" shows.
    pub(in crate::facts) fn of_pronoun(class: Class) -> Option<Self> {
        Self::of(class, Class::HE, Class::SHE)
    }

    pub(super) fn of_given_name(class: Class) -> Option<Self> {
        Self::of(class, Class::MALE, Class::FEMALE)
    }

    fn of(class: Class, male: Class, female: Class) -> Option<Self> {
        match (class.is(male), class.is(female)) {
            (true, false) => Some(Self::Male),
            (false, true) => Some(Self::Female),
            _ => None,
        }
    }
}

/// Somebody whose name the story gives with more than the surname.
#[derive(Clone, Debug, Default)]
pub(super) struct Person {
    /// Given names of all forms, folded.
    given: BTreeSet<String>,
    /// The names behind them, folded.
    second: BTreeSet<String>,
    /// "jr", "iii", or nothing.
    pub suffix: String,
    /// How often the full name stands in the story.
    pub count: usize,
    /// The pages where it does.
    pub pages: BTreeSet<usize>,
    pub gender: Option<Gender>,
}

impl Person {
    /// Whether one of some words is a given name of theirs.
    pub(super) fn is_called_in(&self, words: &[String]) -> bool {
        words.iter().any(|word| self.given.contains(word))
    }

    /// Whether a name may be theirs: by the given name, or where one form has a name before it that
    /// the other drops ("Karl Paul Roe", "Paul Roe").
    fn may_have(&self, name: &Name<'_>) -> bool {
        let dropped = self.second.contains(name.given) || self.given.contains(name.second);
        dropped || self.given.iter().any(|given| may_be(given, name.given))
    }

    /// Whether either a name or theirs gives the other's given names by their first letters: "VK Roe",
    /// "Viktor Roe".
    fn is_shortened(&self, name: &Name<'_>) -> bool {
        let mut given = self.given.iter().map(String::as_str);
        let short = |short: &str, long: &str| {
            are_initials(short)
                && !are_initials(long)
                && short.chars().next() == long.chars().next()
        };
        given.all(|given| short(given, name.given) || short(name.given, given))
    }
}

/// The persons of a story by surname.
#[derive(Debug, Default)]
pub(in crate::facts) struct Persons {
    all: Vec<Person>,
    by_surname: BTreeMap<String, Vec<usize>>,
    by_given: BTreeMap<String, Vec<usize>>,
}

/// The parts of a person's name.
pub(super) struct Name<'a> {
    pub given: &'a str,
    /// The name behind a given one, by which somebody may be called as well.
    pub second: &'a str,
    pub surname: &'a str,
    pub suffix: &'a str,
}

pub(super) fn name<'a>(mention: &'a Mention, lists: &Lists) -> Option<Name<'a>> {
    let parts: Vec<&str> = mention.parts.iter().map(String::as_str).collect();
    let (parts, suffix) = match parts.as_slice() {
        [rest @ .., last] if !rest.is_empty() && lists.class(last).is(Class::SUFFIX) => {
            (rest, *last)
        }
        all => (all, ""),
    };
    match parts {
        [] => None,
        [only] => Some(Name {
            given: "",
            second: "",
            surname: only,
            suffix,
        }),
        [given, between @ .., surname] => {
            let known = lists.given(given).is(Class::GIVEN);
            let mut between = between.iter().copied();
            let second = between.find(|it| known && it.chars().count() > 1);
            Some(Name {
                given,
                second: second.unwrap_or_default(),
                surname,
                suffix,
            })
        }
    }
}

impl Persons {
    /// Finds the persons among the mentions of all pages.
    pub(in crate::facts) fn of(pages: &[Page<'_>], found: &[Vec<Mention>]) -> Self {
        let alone = surnames(pages, found);
        let several = several(pages, found);
        let mut persons = Self::default();
        for (place, (page, mentions)) in pages.iter().zip(found).enumerate() {
            let named = |m: &&Mention| {
                is_person(m, page, &alone) && !is_title(m, page) && !is_several(m, page, &several)
            };
            for mention in mentions.iter().filter(named) {
                persons.add(place, mention, page.lists);
            }
        }
        for (page, mentions) in pages.iter().zip(found) {
            for mention in mentions {
                persons.learn_gender(mention, page.lists);
            }
        }
        persons
    }

    fn add(&mut self, page: usize, mention: &Mention, lists: &Lists) {
        let Some(name) = name(mention, lists) else {
            return;
        };
        let place = self.find(&name, None).unwrap_or_else(|| {
            self.all.push(Person {
                suffix: name.suffix.to_owned(),
                ..Person::default()
            });
            let place = self.all.len() - 1;
            self.by_surname
                .entry(name.surname.to_owned())
                .or_default()
                .push(place);
            place
        });
        let by_given = self.by_given.entry(name.given.to_owned()).or_default();
        if !by_given.contains(&place) {
            by_given.push(place);
        }
        if let Some(person) = self.all.get_mut(place) {
            person.given.insert(name.given.to_owned());
            if !name.second.is_empty() {
                person.second.insert(name.second.to_owned());
            }
            person.count += 1;
            person.pages.insert(page);
            person.gender = person
                .gender
                .or(Gender::of_given_name(lists.given(name.given)));
        }
    }

    /// The person with this given name, surname and suffix; with `any_suffix`, whatever the suffix.
    pub(super) fn find(&self, name: &Name<'_>, any_suffix: Option<()>) -> Option<usize> {
        let fits = |place: &&usize| {
            self.all.get(**place).is_some_and(|person| {
                let suffix = person.suffix == name.suffix || any_suffix.is_some();
                suffix && person.may_have(name)
            })
        };
        let bearers = self.by_surname.get(name.surname)?;
        let only = || match bearers.as_slice() {
            [only] if self.get(*only)?.is_shortened(name) => Some(*only),
            _ => None,
        };
        bearers.iter().find(fits).copied().or_else(only)
    }

    /// A title such as "Ms." decides over the given name, when one person only can be meant.
    fn learn_gender(&mut self, mention: &Mention, lists: &Lists) {
        let shown = mention
            .titles
            .iter()
            .find_map(|t| Gender::of_title(lists.class(t)));
        let (Some(gender), Some(name)) = (shown, name(mention, lists)) else {
            return;
        };
        let place = match self.by_surname.get(name.surname).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ if !name.given.is_empty() => self.find(&name, None),
            _ => None,
        };
        if let Some(person) = place.and_then(|place| self.all.get_mut(place)) {
            person.gender = Some(gender);
        }
    }

    /// The gender of the person at `place`, where the story shows it.
    pub(in crate::facts) fn gender(&self, place: usize) -> Option<Gender> {
        self.all.get(place).and_then(|person| person.gender)
    }

    /// Somebody by their place.
    pub(super) fn get(&self, place: usize) -> Option<&Person> {
        self.all.get(place)
    }

    /// All who have a surname.
    pub(super) fn of_surname(&self, surname: &str) -> &[usize] {
        self.by_surname.get(surname).map_or(&[], Vec::as_slice)
    }

    /// Whom a given name alone names on a page: the only one there who has it.
    pub(super) fn by_given(&self, given: &str, page: usize) -> Option<usize> {
        let here = |place: &&usize| {
            let person = self.all.get(**place);
            person.is_some_and(|person| person.pages.contains(&page))
        };
        let mut all = self.by_given.get(given)?.iter().filter(here);
        all.next().copied().filter(|_| all.next().is_none())
    }
}

/// Words that stand alone as surnames do: with a title or with what somebody says beside them, and
/// not mostly as places do ("in Elm").
fn surnames<'a>(pages: &[Page<'_>], found: &'a [Vec<Mention>]) -> BTreeSet<&'a str> {
    let mut alone: BTreeMap<&str, (bool, usize, usize)> = BTreeMap::new();
    for (page, mentions) in pages.iter().zip(found) {
        for mention in mentions {
            let [only] = mention.parts.as_slice() else {
                continue;
            };
            let before = mention.start.checked_sub(1).and_then(|at| page.token(at));
            let place = before.is_some_and(|t| page.is_frame("where", &t.key));
            let speaks = |t: &Token| t.class.is(Class::SPEECH) && t.case == Case::Lower;
            let says =
                page.token(mention.tokens.end).is_some_and(speaks) || before.is_some_and(speaks);
            let (personal, places, all) = alone.entry(only).or_default();
            *personal |= says || is_titled(page, mention) || shows_person(page, mention);
            *places += usize::from(place);
            *all += 1;
        }
    }
    let surname = |(_, (personal, places, all)): &(&str, (bool, usize, usize))| {
        *personal && places * 2 < *all
    };
    alone
        .into_iter()
        .filter(surname)
        .map(|(word, _)| word)
        .collect()
}

/// Whether a mention of several words names a person: a given name, a title, an initial, or a
/// last word that stands alone elsewhere as a surname would.
fn is_person(mention: &Mention, page: &Page<'_>, alone: &BTreeSet<&str>) -> bool {
    let class = |word: &str| page.lists.class(word);
    let Some(name) = name(mention, page.lists) else {
        return false;
    };
    let words = mention.parts.len();
    let other = Class::HEAD.or(Class::HEAD_OF);
    let tokens = page.slice(mention.tokens.clone());
    let numbered = name.surname.starts_with(|c: char| c.is_ascii_digit());
    let bare = name.given.is_empty();
    if bare
        || numbered
        || !(2..=4).contains(&words)
        || tokens.iter().any(|t| t.key == "of" || t.key == "&")
    {
        return false;
    }
    let given = page.lists.given(name.given).is(Class::GIVEN);
    let body = class(name.surname).is(other) && (!given || words > 2);
    if body || is_something_else(mention, page) {
        return false;
    }
    let middle = mention.parts.iter().skip(1).take(words - 2);
    // "J.-P. Roe", but no "U.S.-Norland".
    let initials = mention.parts.first().is_some_and(|part| {
        let mut letters = part.split(['.', '-']);
        letters.all(|letter| letter.chars().count() <= 1)
    });
    let titled = is_titled(page, mention);
    let never = other.or(Class::PLACE).or(Class::ADJECTIVE);
    given
        || titled
        || words <= 3 && shows_person(page, mention)
        || middle.clone().any(|part| part.chars().count() == 1)
        || initials
        || words == 2
            && alone.contains(name.surname)
            && !class(name.surname).is(never)
            && !class(name.given).is(never)
}

/// Whether a title stands by a name that only persons have.
pub(super) fn is_titled(page: &Page<'_>, mention: &Mention) -> bool {
    let personal = |title: &String| {
        page.lists.class(title).is(Class::PERSON_TITLE) && !page.is_frame("body_too", title)
    };
    mention.titles.iter().any(personal)
}

/// Whether a name fills a pair of marks or stands in marks in which all words have capitals: "his
/// “Lightning Lee” pose", "the song “Lee Walks the Line”".
fn is_title(mention: &Mention, page: &Page<'_>) -> bool {
    let quoted = |at: &usize| page.token(*at).is_some_and(|t| t.quoted);
    let start = (0..mention.tokens.start).rev().take_while(quoted).last();
    let start = start.unwrap_or(mention.tokens.start);
    let end = (mention.tokens.start..page.tokens.len())
        .take_while(quoted)
        .last();
    let Some(end) = end else {
        return false;
    };
    let small = Class::PREPOSITION
        .or(Class::DETERMINER)
        .or(Class::CONJUNCTION);
    let mut words = page.slice(start..end + 1).iter().filter(|t| t.is_word());
    words.clone().count() <= TITLE && words.all(|t| t.is_capital() || t.class.is(small))
}

/// How many words the title of a work has, at most.
const TITLE: usize = 8;

/// "Tarvi, who has been there", "Tarvi, 34,": whether what follows one word with a capital that says
/// where by no preposition shows that it is somebody's name. Of a team it is "who have".
pub(super) fn is_introduced(page: &Page<'_>, name: Range<usize>) -> bool {
    let before = name.start.checked_sub(1).and_then(|at| page.token(at));
    let one = |t: &Token| page.is_frame("singular", &t.key);
    let who = page
        .token(name.end + 1)
        .is_some_and(|t| page.is_frame("who", &t.key));
    let comma = page.token(name.end).is_some_and(|t| t.key == ",");
    let alone = name.len() == 1 && before.is_none_or(|t| !t.class.is(Class::PREPOSITION));
    let clause = who && page.token(name.end + 2).is_some_and(one);
    alone && comma && (clause || is_aged(page, name.end))
}

/// Whether an age stands between commas from `at` on.
fn is_aged(page: &Page<'_>, at: usize) -> bool {
    let comma = |at: usize| page.token(at).is_some_and(|t| t.key == ",");
    let age = |t: &Token| t.key.parse().is_ok_and(|age: u8| age > 1);
    comma(at) && page.token(at + 1).is_some_and(age) && comma(at + 2)
}

/// Whether what follows a name shows a person: ", who", ", whose", ", 45,".
fn shows_person(page: &Page<'_>, mention: &Mention) -> bool {
    let end = mention.tokens.end;
    let token = |at: usize| page.token(at);
    // "A clerk in Elm Rapids, who said".
    let before = mention.start.checked_sub(1).and_then(token);
    // "The member for Elm Central, who said".
    let office = mention.start.checked_sub(2).and_then(token);
    let seat = before.is_some_and(|t| t.is_one_of(&["for", "of"]))
        && office.is_some_and(|t| t.class.is(Class::TITLE.or(Class::OFFICE)));
    if seat || before.is_some_and(|t| page.is_frame("where", &t.key)) {
        return false;
    }
    if token(end).is_none_or(|t| t.key != ",") {
        return false;
    }
    let next = token(end + 1);
    is_aged(page, end) || next.is_some_and(|t| t.is_one_of(&["who", "whose"]))
}
