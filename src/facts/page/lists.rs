//! The closed word lists, read once.

use super::calendar;
use super::counting;
use super::nations;
use crate::text::lexicon::{Lexicon, beginning};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, OnceLock};

/// What a word can be, whatever it is where it stands: a set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::facts) struct Class(u32);

impl Class {
    pub(in crate::facts) const TITLE: Self = Self(1);
    pub(in crate::facts) const PERSON_TITLE: Self = Self(1 << 1);
    pub(in crate::facts) const OFFICE: Self = Self(1 << 2);
    pub(in crate::facts) const MALE_TITLE: Self = Self(1 << 3);
    pub(in crate::facts) const FEMALE_TITLE: Self = Self(1 << 4);
    pub(in crate::facts) const SUFFIX: Self = Self(1 << 5);
    pub(in crate::facts) const PARTICLE: Self = Self(1 << 6);
    pub(in crate::facts) const WEEKDAY: Self = Self(1 << 7);
    pub(in crate::facts) const MONTH: Self = Self(1 << 8);
    pub(in crate::facts) const HE: Self = Self(1 << 9);
    pub(in crate::facts) const SHE: Self = Self(1 << 10);
    pub(in crate::facts) const THEY: Self = Self(1 << 11);
    pub(in crate::facts) const FIRST_PERSON: Self = Self(1 << 12);
    pub(in crate::facts) const DETERMINER: Self = Self(1 << 13);
    pub(in crate::facts) const PREPOSITION: Self = Self(1 << 14);
    pub(in crate::facts) const CONJUNCTION: Self = Self(1 << 15);
    pub(in crate::facts) const AUXILIARY: Self = Self(1 << 16);
    pub(in crate::facts) const OTHER: Self = Self(1 << 17);
    pub(in crate::facts) const ADJECTIVE: Self = Self(1 << 18);
    pub(in crate::facts) const SPEAKER_NOUN: Self = Self(1 << 19);
    pub(in crate::facts) const MALE: Self = Self(1 << 20);
    pub(in crate::facts) const FEMALE: Self = Self(1 << 21);
    pub(in crate::facts) const HEAD: Self = Self(1 << 22);
    pub(in crate::facts) const HEAD_OF: Self = Self(1 << 23);
    pub(in crate::facts) const PLACE: Self = Self(1 << 24);
    pub(in crate::facts) const SPEECH: Self = Self(1 << 25);
    pub(in crate::facts) const MEMBER: Self = Self(1 << 26);
    /// Begins a reporting verb.
    pub(in crate::facts) const VERB: Self = Self(1 << 27);
    /// Begins a phrase such as "according to".
    pub(in crate::facts) const FRAME: Self = Self(1 << 28);
    /// May begin a date.
    pub(in crate::facts) const CALENDAR: Self = Self(1 << 29);
    /// May begin a number in words.
    pub(in crate::facts) const NUMBER: Self = Self(1 << 30);
    /// Words that are never a name or a part of one.
    pub(in crate::facts) const FUNCTION: Self = Self(
        Self::HE.0
            | Self::SHE.0
            | Self::THEY.0
            | Self::FIRST_PERSON.0
            | Self::DETERMINER.0
            | Self::PREPOSITION.0
            | Self::CONJUNCTION.0
            | Self::AUXILIARY.0
            | Self::OTHER.0,
    );
    /// Occupations and relations: what an office can do, and describes somebody as well.
    pub(super) const ROLE: Self =
        Self(Self::TITLE.0 | Self::PERSON_TITLE.0 | Self::OFFICE.0 | Self::SPEAKER_NOUN.0);
    /// Nouns for one person.
    pub(in crate::facts) const HUMAN: Self = Self(Self::PERSON_TITLE.0 | Self::OFFICE.0);
    /// Given names.
    pub(in crate::facts) const GIVEN: Self = Self(Self::MALE.0 | Self::FEMALE.0);

    /// Whether the word is in at least one of the classes of `other`.
    pub(in crate::facts) const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of both.
    pub(in crate::facts) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The sections of `words.txt`, without their language.
const SECTIONS: [(&str, Class); 22] = [
    ("title", Class::TITLE),
    ("role", Class::ROLE),
    ("person_title", Class::PERSON_TITLE),
    ("office", Class::OFFICE),
    ("male_title", Class::MALE_TITLE),
    ("female_title", Class::FEMALE_TITLE),
    ("suffix", Class::SUFFIX),
    ("particle", Class::PARTICLE),
    ("weekday", Class::WEEKDAY),
    ("month", Class::MONTH),
    ("he", Class::HE),
    ("she", Class::SHE),
    ("they", Class::THEY),
    ("first_person", Class::FIRST_PERSON),
    ("determiner", Class::DETERMINER),
    ("preposition", Class::PREPOSITION),
    ("conjunction", Class::CONJUNCTION),
    ("auxiliary", Class::AUXILIARY),
    ("other", Class::OTHER),
    ("adjective", Class::ADJECTIVE),
    ("speaker_noun", Class::SPEAKER_NOUN),
    ("member", Class::MEMBER),
];

/// Languages whose function words are listed; texts in others are read with the English ones.
const LANGUAGES: [&str; 6] = ["en", "de", "fr", "es", "ru", "vi"];

/// A reporting verb as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(in crate::facts) struct Verb {
    /// The name of the verb.
    pub lemma: &'static str,
    /// The words that must follow the first one.
    pub rest: &'static str,
    /// Whether it also has uses in which nobody speaks.
    pub weak: bool,
}

/// The classes of words, sorted: by the number that their first bytes make ([`beginning`]), then by
/// the rest.
#[derive(Debug, Default)]
struct Classes(Vec<(u64, &'static str, Class)>);

impl Classes {
    fn get(&self, word: &str) -> Class {
        let key = (beginning(word), word);
        let found = self
            .0
            .binary_search_by(|(number, word, _)| (*number, *word).cmp(&key));
        let row = found.ok().and_then(|place| self.0.get(place));
        row.map_or_else(Class::default, |(_, _, class)| *class)
    }

    /// Sorts the rows and makes one of those of the same word.
    fn sort(&mut self) {
        self.0.sort_by_key(|(number, word, _)| (*number, *word));
        self.0.dedup_by(|next, kept| {
            let same = next.1 == kept.1;
            if same {
                kept.2 = kept.2.or(next.2);
            }
            same
        });
    }
}

/// The lists of one language.
#[derive(Debug, Default)]
pub(in crate::facts) struct Lists {
    classes: Classes,
    verbs: BTreeMap<&'static str, Vec<Verb>>,
    nouns: BTreeSet<&'static str>,
    /// Phrases such as "according to", each as its first word and the second, if it has one.
    frames: BTreeSet<(&'static str, &'static str)>,
}

impl Lists {
    /// The lists for the language with this ISO 639-1 code.
    pub(in crate::facts) fn of(language: Option<&str>) -> &'static Self {
        static NONE: Lists = Lists {
            classes: Classes(Vec::new()),
            verbs: BTreeMap::new(),
            nouns: BTreeSet::new(),
            frames: BTreeSet::new(),
        };
        static ALL: [OnceLock<Lists>; LANGUAGES.len()] =
            [const { OnceLock::new() }; LANGUAGES.len()];
        let code = language.and_then(|code| code.get(..2)).unwrap_or("en");
        let place = LANGUAGES.iter().position(|l| *l == code).unwrap_or(0);
        let known = LANGUAGES.get(place).zip(ALL.get(place));
        known.map_or(&NONE, |(code, lists)| {
            lists.get_or_init(|| Self::read(code))
        })
    }

    /// What the folded word can be.
    pub(in crate::facts) fn class(&self, key: &str) -> Class {
        self.classes.get(key)
    }

    /// What a given name can be; of "Mary-Ann", what "Mary" can.
    pub(in crate::facts) fn given(&self, name: &str) -> Class {
        let whole = self.class(name);
        let first = || self.class(name.split('-').next().unwrap_or_default());
        if whole.is(Class::GIVEN) {
            whole
        } else {
            first()
        }
    }

    /// The reporting verbs that begin with the folded word.
    pub(in crate::facts) fn verbs(&self, key: &str) -> &[Verb] {
        self.verbs.get(key).map_or(&[], Vec::as_slice)
    }

    /// Whether the folded word is a noun as well as the plain form of a reporting verb.
    pub(in crate::facts) fn is_noun(&self, key: &str) -> bool {
        self.nouns.contains(key)
    }

    /// How many words a phrase such as "according to" has that begins with these two.
    pub(in crate::facts) fn according(&self, first: &str, second: &str) -> Option<usize> {
        let two = self.frames.contains(&(first, second)).then_some(2);
        two.or_else(|| self.frames.contains(&(first, "")).then_some(1))
    }

    fn read(language: &str) -> Self {
        let mut lists = Self::default();
        let words = words();
        for section in words.sections() {
            let (code, name) = section.split_once('.').unwrap_or((language, section));
            let class = SECTIONS.iter().find(|(section, _)| *section == name);
            if let (true, Some((_, class))) = (code == language, class) {
                lists.add(words.section(section), *class);
            }
        }
        let given = Lexicon::new(include_str!("../data/first_names.txt"));
        lists.add(given.section("male"), Class::MALE);
        lists.add(given.section("female"), Class::FEMALE);
        lists.add(organisations().section("head"), Class::HEAD);
        lists.add(organisations().section("head_of"), Class::HEAD_OF);
        lists.add(places().entries(), Class::PLACE);
        lists.add(nations::adjectives(), Class::ADJECTIVE);
        lists.read_verbs(language);
        lists.add(calendar::calendar_words(language), Class::CALENDAR);
        lists.add(counting::number_words(), Class::NUMBER);
        lists.classes.sort();
        lists
    }

    fn add(&mut self, words: impl Iterator<Item = &'static str>, class: Class) {
        let words = words.map(|word| (beginning(word), word, class));
        self.classes.0.extend(words);
    }

    fn read_verbs(&mut self, language: &str) {
        let list = Lexicon::new(include_str!("../data/speech_verbs.txt"));
        let frames = list.section(&format!("{language}.according"));
        self.frames = frames
            .map(|line| line.split_once('_').unwrap_or((line, "")))
            .collect();
        let begin: Vec<_> = self.frames.iter().map(|(first, _)| *first).collect();
        self.add(begin.into_iter(), Class::FRAME);
        self.nouns = list.section(&format!("{language}.noun")).collect();
        for section in [language.to_owned(), format!("{language}.weak")] {
            for line in list.section(&section) {
                let mut words = line.split_whitespace();
                let lemma = words.next().unwrap_or_default();
                for form in std::iter::once(lemma).chain(words) {
                    let (first, rest) = form.split_once('_').unwrap_or((form, ""));
                    let weak = section.ends_with("weak");
                    let verb = Verb { lemma, rest, weak };
                    self.verbs.entry(first).or_default().push(verb);
                    self.add(std::iter::once(first), Class::VERB);
                    if rest.is_empty() {
                        self.add(std::iter::once(first), Class::SPEECH);
                    }
                }
            }
        }
    }
}

/// Places that are names of several words or of one.
pub(in crate::facts) fn places() -> &'static Lexicon {
    static LIST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/places.txt")));
    &LIST
}

/// What shows that a name is a body of people.
pub(in crate::facts) fn organisations() -> &'static Lexicon {
    static LIST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/organisations.txt")));
    &LIST
}

/// The form that stands for all spellings of a name, where the name has several.
///
/// `name` as it stands in the text; forms that the table has in capitals count in capitals only.
pub(in crate::facts) fn variant(name: &str, folded: &str) -> Option<&'static str> {
    static TABLE: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
        let lines = include_str!("../data/variants.txt").lines();
        let rows = lines.filter(|line| !line.starts_with('#'));
        rows.flat_map(|line| {
            let first = line.split(" = ").next().unwrap_or_default();
            line.split(" = ").map(move |form| (form, first))
        })
        .collect()
    });
    // "The W.H.O, which": a comma has taken the last stop.
    let stopped = || {
        TABLE
            .get(format!("{name}.").as_str())
            .filter(|_| name.contains('.'))
    };
    let form = TABLE.get(name).or_else(|| TABLE.get(folded));
    form.or_else(stopped).copied()
}

/// Whether two folded given names may stand for one person: "mike" and "michael".
pub(in crate::facts) fn same_given_name(a: &str, b: &str) -> bool {
    static TABLE: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
        let lines = include_str!("../data/nicknames.txt").lines();
        let mut table: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for line in lines.filter(|line| !line.starts_with('#')) {
            let mut names = line.split_whitespace();
            let full = names.next().unwrap_or_default();
            table.entry(full).or_default().push(full);
            for short in names {
                table.entry(short).or_default().push(full);
            }
        }
        table
    });
    let full = |name| TABLE.get(name).map_or(&[] as &[&str], Vec::as_slice);
    a == b || full(a).iter().any(|name| full(b).contains(name))
}

/// Whether folded letters behind a name are an honour, a degree or a seat: "mp", "obe".
pub(in crate::facts) fn is_honour(key: &str) -> bool {
    words().has_in("honour", key)
}

/// Whether folded letters behind a hyphen may end a Korean or Chinese given name: "hye", "wen".
pub(in crate::facts) fn is_syllable(key: &str) -> bool {
    words().has_in("syllable", key)
}

/// Whether hyphens may bind a folded word to the names before and behind it: "upon".
pub(in crate::facts) fn is_link(key: &str) -> bool {
    words().has_in("link", key)
}

/// The word classes that no language has for itself.
fn words() -> &'static Lexicon {
    static LIST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/words.txt")));
    &LIST
}

/// Whether two titles, folded, may be one person's office: "sen" and "senator".
pub(in crate::facts) fn same_office(a: &str, b: &str) -> bool {
    static GROUPS: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
        let groups = words().section("same_office");
        groups.map(|line| line.split(' ').collect()).collect()
    });
    a == b
        || GROUPS
            .iter()
            .any(|group| group.contains(&a) && group.contains(&b))
}

#[cfg(test)]
mod tests {
    use super::{Class, Lists, same_given_name, variant};

    #[test]
    fn a_language_has_its_own_function_words_and_verbs() {
        let (english, french) = (Lists::of(Some("en-GB")), Lists::of(Some("fr")));
        assert!(english.class("she").is(Class::SHE) && french.class("elle").is(Class::SHE));
        assert!(!french.class("she").is(Class::SHE));
        assert_eq!(
            english.verbs("went").first().map(|v| v.lemma),
            Some("go_on")
        );
        assert!(Lists::of(None).class("monday").is(Class::WEEKDAY));
    }

    #[test]
    fn spellings_of_a_name_have_one_form_and_us_is_a_name_in_capitals_only() {
        assert_eq!(variant("Kiev", "kiev"), Some("kyiv"));
        assert_eq!(variant("US", "us"), Some("united states"));
        assert_eq!(variant("us", "us"), None);
    }

    #[test]
    fn short_forms_of_given_names_are_known() {
        assert!(same_given_name("bob", "robert") && same_given_name("kate", "katie"));
        assert!(!same_given_name("bob", "william"));
    }
}
