//! Which bearer of a surname a mention names.

use super::Mention;
use super::persons::{Gender, Name, Persons, name};
use crate::facts::page::lists::Class;
use crate::facts::page::{Page, Token};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// For each mention of a page, the person whom it names.
pub(super) fn of_page(
    persons: &Persons,
    page: &Page<'_>,
    mentions: &[Mention],
) -> Vec<Option<usize>> {
    let mut reader = Reader {
        persons,
        page,
        mentions,
        named: BTreeMap::new(),
    };
    mentions
        .iter()
        .map(|mention| reader.person(mention))
        .collect()
}

struct Reader<'a> {
    persons: &'a Persons,
    page: &'a Page<'a>,
    mentions: &'a [Mention],
    /// For each surname, whom it has named so far, the one whom it names by itself first.
    named: BTreeMap<String, Vec<usize>>,
}

impl Reader<'_> {
    fn person(&mut self, mention: &Mention) -> Option<usize> {
        let name = name(mention, self.page.lists)?;
        if !name.given.is_empty() {
            (mention.parts.len() <= 4).then_some(())?;
            let place = self.persons.find(&name, None);
            let place = place.or_else(|| self.persons.find(&name, Some(())))?;
            self.remember(name.surname, place);
            return Some(place);
        }
        let Some(place) = self.by_surname(mention, &name) else {
            return self.persons.by_given(name.surname, self.page.place);
        };
        self.remember(name.surname, place);
        Some(place)
    }

    /// Takes account of whom a surname has named. Whoever it names first is whom it names by
    /// itself: his kin are named in full; but not somebody whom a caption names first.
    fn remember(&mut self, surname: &str, place: usize) {
        let count = |place: usize| self.persons.get(place).map_or(0, |it| it.count);
        let named = self.named.entry(surname.to_owned()).or_default();
        if named
            .first()
            .is_some_and(|first| count(place) > count(*first) * 2)
        {
            named.retain(|other| *other != place);
            named.insert(0, place);
        } else if !named.contains(&place) {
            named.push(place);
        }
    }

    /// A surname alone: whom it names by itself here, or whom this article names in full, or whom the
    /// story names oftenest.
    fn by_surname(&self, mention: &Mention, name: &Name<'_>) -> Option<usize> {
        let candidates = self.persons.of_surname(name.surname);
        let titles = mention.titles.iter().map(|t| self.page.lists.class(t));
        let gender = titles.clone().find_map(Gender::of_title);
        let person = |place: usize| self.persons.get(place);
        let fits = |place: usize| {
            let other = self.persons.gender(place);
            let other = other.is_some_and(|g| gender.is_some_and(|h| g != h));
            let suffix = person(place).is_some_and(|it| it.suffix == name.suffix);
            !other && (name.suffix.is_empty() || suffix)
        };
        let here =
            |place: usize| person(place).is_some_and(|it| it.pages.contains(&self.page.place));
        let office = titles.clone().any(|class| class.is(Class::PERSON_TITLE));
        let place = self.page.lists.class(name.surname).is(Class::PLACE);
        if place && !office && !candidates.iter().any(|place| here(*place)) {
            return None;
        }
        let named = self
            .named
            .get(name.surname)
            .map_or(&[] as &[usize], Vec::as_slice);
        let beside = self.by_other_names(mention);
        let mut named = named.iter().copied().filter(|place| fits(*place));
        let mut apart = named.clone().filter(|place| !beside.contains(place));
        let speaks = self.says_of_himself(mention);
        let same = |place: &usize| speaks.is_some() && self.persons.gender(*place) == speaks;
        let meant = apart
            .clone()
            .find(same)
            .or_else(|| apart.next())
            .or_else(|| named.next());
        let rank = |place: &&usize| {
            let (count, suffix) =
                person(**place).map_or((0, false), |p| (p.count, p.suffix == name.suffix));
            (
                fits(**place),
                here(**place),
                suffix,
                count,
                Reverse(**place),
            )
        };
        let foreign = || candidates.iter().max_by_key(rank).copied();
        let foreign = || foreign().filter(|place| here(*place) || !self.has_own(name.surname));
        meant.or_else(foreign)
    }

    /// Whether the page gives a surname to somebody who is known by no given name ("Old Bo the River Roe"):
    /// who is meant by it alone is nobody whom only another page names.
    fn has_own(&self, surname: &str) -> bool {
        let bears = |m: &&Mention| {
            let last = m.parts.last().is_some_and(|last| last == surname);
            last && m.parts.len() > 1
        };
        let bearers = self.persons.of_surname(surname);
        let known = bearers.iter().filter_map(|place| self.persons.get(*place));
        // "Elm Ferries President Ann Roe".
        let stranger = |m: &Mention| !known.clone().any(|it| it.is_called_in(&m.parts));
        self.mentions.iter().filter(bears).any(stranger)
    }

    /// Those whom the sentence of a mention names by their given names: "Roe left before Paul came".
    fn by_other_names(&self, mention: &Mention) -> Vec<usize> {
        let beside = self
            .mentions
            .iter()
            .filter(|it| it.sentence == mention.sentence);
        let alone = beside.filter_map(|it| match it.parts.as_slice() {
            [only] if *it.parts != *mention.parts => Some(only),
            _ => None,
        });
        alone
            .filter_map(|given| self.persons.by_given(given, self.page.place))
            .collect()
    }

    /// "Roe said that he": what the words of somebody who speaks show, where nobody stands between.
    fn says_of_himself(&self, mention: &Mention) -> Option<Gender> {
        let end = mention.tokens.end;
        let verb = |at: usize| self.page.verb(at).is_some_and(|(verb, _)| !verb.weak);
        let says = verb(end) || mention.start.checked_sub(1).is_some_and(verb);
        let rest = end..self.page.sentence(mention.sentence).end.max(end);
        let other =
            |t: &Token| t.class.is(Class::GIVEN) && t.is_capital() || t.class.is(Class::HUMAN);
        let stands = |t: &&Token| !t.quoted && (other(t) || t.class.is(Class::HE.or(Class::SHE)));
        let first = self.page.slice(rest).iter().find(stands).filter(|_| says)?;
        Gender::of_pronoun(first.class)
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::find;
    use crate::facts::testing::articles;
    use crate::model::Value;

    /// The fullest forms of the names of a story's first article, in order.
    fn named(stories: &[&[&str]]) -> Vec<String> {
        let found = find(&articles(stories));
        let first = found
            .facts
            .iter()
            .filter(|it| it.sentence.article.index() == 0);
        let names = first.filter_map(|it| match &it.value {
            Value::Name(name) => Some(name.clone()),
            _ => None,
        });
        names.collect()
    }

    #[test]
    fn a_surname_alone_stays_with_whom_it_named_first() {
        // The first article names him by the surname alone before it names his kin in full.
        let found = named(&[
            &[
                "Roe was ill.",
                "Clara Roe, his mother, wept.",
                "Then Roe left.",
                "Many loved Paul Roe.",
            ],
            &["Paul Roe was ill."],
        ]);
        assert_eq!(found, ["Paul Roe", "Clara Roe", "Paul Roe", "Paul Roe"]);
        let brother = named(&[&[
            "Paul Roe was held on the ferry.",
            "His brother, Karl Roe, was angry.",
            "Mr. Roe was set free.",
        ]]);
        assert_eq!(brother, ["Paul Roe", "Karl Roe", "Paul Roe"]);
    }

    #[test]
    fn whoever_speaks_of_himself_is_no_woman() {
        let found = |last: &str| {
            let all = named(&[&[
                "Clara Roe sat in court.",
                "They beat Paul Roe, her son.",
                last,
            ]]);
            all.last().cloned().unwrap_or_default()
        };
        assert_eq!(
            found("“We go,” Roe said, adding that he was tired."),
            "Paul Roe"
        );
        assert_eq!(found("Roe told a man that he was late."), "Clara Roe");
    }

    #[test]
    fn a_surname_is_nobody_whom_its_sentence_calls_by_the_given_name() {
        let found = named(&[&[
            "Paul Roe was found on the ferry.",
            "His brother Karl Roe had drowned.",
            "Roe sank an hour before Paul was found.",
        ]]);
        assert_eq!(
            found.get(2..),
            Some(&["Karl Roe".to_owned(), "Paul Roe".to_owned()][..])
        );
    }

    #[test]
    fn a_surname_is_rather_of_somebody_whom_the_article_itself_names() {
        let other = ["Clara Roe was ill."];
        let own = [
            "The boat was Old Bo the River Stone Roe's.",
            "He came with Roe.",
        ];
        let found = named(&[&own, &other]);
        assert_eq!(found.last().map(String::as_str), Some("Roe"));
        // "Ferries" is no given name, and she is the same.
        let own = [
            "It was Norland Ferries Chief Clara Roe's.",
            "He came with Roe.",
        ];
        let found = named(&[&own, &other]);
        assert_eq!(found.last().map(String::as_str), Some("Clara Roe"));
        let found = named(&[&["He came with Roe."], &other]);
        assert_eq!(found, ["Clara Roe"]);
    }

    #[test]
    fn given_names_may_be_given_by_their_first_letters() {
        let found = |others: &[&str]| {
            named(&[
                &["President VK Olden came."],
                &["President Viktor Olden came."],
                others,
            ])
        };
        assert_eq!(found(&["It rained."]), ["Viktor Olden"]);
        let of = |one: &str, other: &str| {
            named(&[
                &[&format!("President {one} Olden came.")],
                &[&format!("President {other} Olden came.")],
            ])
        };
        for (one, other) in [("VK", "Paul"), ("VK", "VP"), ("Bo", "Boris")] {
            assert_eq!(of(one, other), [format!("{one} Olden")], "{other}");
        }
    }

    #[test]
    fn a_given_name_may_be_dropped_in_front() {
        let found = named(&[
            &["Paul Olden was set free."],
            &["Karl Paul Olden was held."],
        ]);
        assert_eq!(found, ["Karl Paul Olden"]);
        // "Harbourgate" is no given name.
        let found = named(&[
            &["Paul Olden was set free."],
            &["Harbourgate Paul Olden was held."],
        ]);
        assert_eq!(found, ["Paul Olden"]);
    }
}
