//! Months, days of the week and words for days near by, by language.

use crate::text::lexicon::Lexicon;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The words of a language with which a date can begin.
pub(super) fn calendar_words(language: &str) -> impl Iterator<Item = &'static str> {
    let names = Calendar::of(Some(language));
    let months = names.months.keys().chain(names.weekdays.keys());
    months.chain(names.relative.keys()).copied()
}

/// Whether a folded word is the name of a time zone or says that hours are meant: "gmt", "hrs".
pub(in crate::facts) fn is_zone(key: &str) -> bool {
    data().has_in("zone", key)
}

/// Whether a section of the list holds a folded word.
pub(in crate::facts) fn says(section: &str, key: &str) -> bool {
    data().has_in(section, key)
}

fn data() -> &'static Lexicon {
    static DATA: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/dates.txt")));
    &DATA
}

/// What the calendar words of a language mean.
#[derive(Debug, Default)]
pub(in crate::facts) struct Calendar {
    /// Numbers of months, each with whether the word is the full form.
    pub months: BTreeMap<&'static str, (u8, bool)>,
    /// The same of days of the week.
    pub weekdays: BTreeMap<&'static str, (u8, bool)>,
    /// Days from today.
    pub relative: BTreeMap<&'static str, i8>,
    /// Whether the language writes them with capitals.
    pub capitals: bool,
}

impl Calendar {
    /// The calendar of the language with this ISO 639-1 code; empty where none is listed.
    pub(in crate::facts) fn of(language: Option<&str>) -> &'static Self {
        static ALL: LazyLock<BTreeMap<&str, Calendar>> = LazyLock::new(|| {
            let codes = ["en", "de", "fr", "es", "ru"];
            codes
                .into_iter()
                .map(|code| (code, Calendar::read(code)))
                .collect()
        });
        static NONE: Calendar = Calendar {
            months: BTreeMap::new(),
            weekdays: BTreeMap::new(),
            relative: BTreeMap::new(),
            capitals: false,
        };
        let code = language.and_then(|code| code.get(..2)).unwrap_or("en");
        ALL.get(code).unwrap_or(&NONE)
    }

    fn read(code: &str) -> Self {
        let data = data();
        let table = |kind: &str| {
            let mut table = BTreeMap::new();
            for line in data.section(&format!("{code}.{kind}")) {
                let mut words = line.split(' ');
                let full = words.next().unwrap_or_default();
                let number = words
                    .next()
                    .and_then(|n| n.parse().ok())
                    .unwrap_or_default();
                table.insert(full, (number, true));
                table.extend(words.map(|short| (short, (number, false))));
            }
            table
        };
        let relative = data.section(&format!("{code}.relative"));
        Self {
            months: table("month"),
            weekdays: table("weekday"),
            relative: relative
                .filter_map(|line| {
                    let (word, days) = line.split_once(' ')?;
                    Some((word, days.parse().ok()?))
                })
                .collect(),
            capitals: matches!(code, "en" | "de"),
        }
    }
}
