//! Days and times of day as people write them.
//!
//! They are read piece by piece, by a function for each form: patterns would take longer to be made
//! than the rest of a page to be read.

use crate::text::{Span, fold::fold, lexicon::Lexicon};
use jiff::civil::{Date, Time};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

static MONTHS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("data/months.txt")));

/// The Vietnamese word for a month, which its number follows.
const MONTH: &str = "tháng";

/// The first day that `text` gives with month and year, and where it stands; it is none where day and
/// month cannot be told apart.
pub(in crate::load) fn day(text: &str) -> Option<(Option<Date>, Span)> {
    let forms = [day_first, month_first, han, dotted];
    let found = forms.iter().find_map(|form| all(text, *form).next());
    let found = found.map(|(date, at)| (Some(date), at));
    found.or_else(|| {
        let ((day_first, month_first), at) = all(text, slashed).next()?;
        let date = match (day_first, month_first) {
            (Some(one), Some(other)) => (one == other).then_some(one),
            (one, other) => one.or(other),
        };
        Some((date, at))
    })
}

/// The first time of day in `text`, to the minute, that is no part of the day at `day`, and where it
/// stands.
pub(in crate::load) fn clock(text: &str, day: Span) -> Option<(String, Span)> {
    let mut clocks = all(text, clocked);
    let ((hour, minute, half), at) = clocks.find(|(_, at)| !at.overlaps(day))?;
    Some((clock_time(hour, minute, half)?, at))
}

/// Whether `name` is that of a month.
pub(in crate::load) fn is_month(name: &str) -> bool {
    number_of(name).is_some()
}

/// Whether `text` is a day of some year and nothing else: "2 May", "May 02".
pub(in crate::load) fn is_day(text: &str) -> bool {
    let parts = text.split([' ', '.']).filter(|it| !it.is_empty());
    let number = |word: &str| (1..=2).contains(&word.len()) && word.parse::<u8>().is_ok();
    match parts.collect::<Vec<_>>().as_slice() {
        [a, b] => number(a) && is_month(b) || is_month(a) && number(b),
        _ => false,
    }
}

/// The number of the month with this name.
fn number_of(name: &str) -> Option<&'static str> {
    let name = fold(name);
    let mut numbers = MONTHS.sections();
    numbers.find(|number| MONTHS.has_in(number, &name))
}

/// The day with these numbers, if there is such a one.
pub(in crate::load) fn civil(year: &str, month: &str, day: &str) -> Option<Date> {
    let year = year.parse().ok();
    let year = year.filter(|year| (1800..=2200).contains(year))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A time of day to the minute, as `15:04`; `half` is "a" or "p" where the day has two.
pub(in crate::load) fn clock_time(hour: &str, minute: &str, half: Option<&str>) -> Option<String> {
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match half.map(str::to_ascii_lowercase).as_deref() {
        Some("p") if hour < 12 => hour + 12,
        Some("a") if hour == 12 => 0,
        _ => hour,
    };
    let time = Time::new(hour, minute, 0, 0).ok()?;
    Some(format!("{:02}:{:02}", time.hour(), time.minute()))
}

/// `2 May 2025`, `2. Mai 2025`, `2 de mayo de 2025`, `ngày 2 tháng 5 năm 2025`.
fn day_first(text: &mut Cursor<'_>) -> Option<Date> {
    let day = text.number(1..=2)?;
    text.pass(&["st", "nd", "rd", "th", "er", ".", "º", "ª", "°"]);
    text.pass(&[","]);
    text.blanks()?;
    text.pass_word(&["de", "of"]);
    let name = text.name()?;
    let number = if name == MONTH {
        text.blanks()?;
        Some(text.number(1..=2)?)
    } else {
        None
    };
    text.pass(&["."]);
    text.pass(&[","]);
    text.blanks()?;
    text.pass_word(&["de", "del", "năm"]);
    let year = text.year()?;
    civil(year, number.or_else(|| number_of(name))?, day)
}

/// `May 2, 2025`.
fn month_first(text: &mut Cursor<'_>) -> Option<Date> {
    let name = text.name()?;
    text.pass(&["."]);
    text.blanks()?;
    let day = text.number(1..=2)?;
    text.pass(&["st", "nd", "rd", "th"]);
    text.pass(&[","]);
    text.blanks()?;
    let year = text.year()?;
    civil(year, number_of(name)?, day)
}

/// `2025年5月2日`.
fn han(text: &mut Cursor<'_>) -> Option<Date> {
    let year = text.number(4..=4)?;
    text.pass(&["年"])?;
    let month = text.number(1..=2)?;
    text.pass(&["月"])?;
    let day = text.number(1..=2)?;
    text.pass(&["日"])?;
    civil(year, month, day)
}

/// `02.05.2025`: the day stands first wherever dots are used.
fn dotted(text: &mut Cursor<'_>) -> Option<Date> {
    let (day, month, year) = text.parted(&["."])?;
    civil(year, month, day)
}

/// `13/05/2025`, read with the day first and with the month first, as far as there are such days.
fn slashed(text: &mut Cursor<'_>) -> Option<(Option<Date>, Option<Date>)> {
    let (one, other, year) = text.parted(&["/", "-"])?;
    let read = (civil(year, other, one), civil(year, one, other));
    (read != (None, None)).then_some(read)
}

/// `3:04 p.m.`, `15:04`, `15h04`: hour, minute and half of the day, which need not make a time.
fn clocked<'a>(text: &mut Cursor<'a>) -> Option<(&'a str, &'a str, Option<&'a str>)> {
    let hour = text.number(1..=2)?;
    text.pass(&[":", "h", "H"])?;
    let minute = text.number(2..=2)?;
    text.try_to(|text| {
        text.pass(&[":"])?;
        text.number(2..=2)
    });
    let half = text.try_to(|text| {
        text.run(char::is_whitespace);
        let half = text.pass(&["a", "p", "A", "P"])?;
        text.pass(&["."]);
        text.pass(&["m", "M"])?;
        text.ends_word().then_some(half)
    });
    if half.is_some() {
        text.pass(&["."]);
    }
    Some((hour, minute, half))
}

/// What `form` reads in `text`, wherever a number or a word begins, and where it stands.
fn all<'a, T>(
    text: &'a str,
    form: impl Fn(&mut Cursor<'a>) -> Option<T>,
) -> impl Iterator<Item = (T, Span)> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(start, c)| {
        let last = std::mem::replace(&mut before, c);
        let begins = if c.is_ascii_digit() {
            !is_word(last)
        } else {
            is_name(c) && !is_name(last)
        };
        let mut cursor = Cursor { text, at: start };
        let found = begins.then(|| form(&mut cursor)).flatten()?;
        Some((found, Span::new(start, cursor.at)))
    })
}

/// Whether the name of a month may hold `c`: it is what the list of months knows of any run without
/// blanks, digits and stops.
fn is_name(c: char) -> bool {
    !matches!(c, '0'..='9' | '.' | ',' | ':' | ';' | '(' | ')' | '|' | '/') && !c.is_whitespace()
}

/// Whether a number beside `c` is a part of a longer word or number.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// How far a text has been read.
#[derive(Clone, Copy)]
struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Passes the characters that come next and fit; gives them, unless there are none.
    fn run(&mut self, fits: impl Fn(char) -> bool) -> Option<&'a str> {
        let rest = self.rest();
        let run = rest.get(..rest.find(|c| !fits(c)).unwrap_or(rest.len()))?;
        self.at += run.len();
        (!run.is_empty()).then_some(run)
    }

    /// Passes a number with so many digits.
    fn number(&mut self, digits: RangeInclusive<usize>) -> Option<&'a str> {
        let number = self.run(|c| c.is_ascii_digit())?;
        digits.contains(&number.len()).then_some(number)
    }

    /// Passes a year, which ends a date.
    fn year(&mut self) -> Option<&'a str> {
        let year = self.number(4..=4)?;
        self.ends_word().then_some(year)
    }

    /// Passes two short numbers and a year, each behind the first with one of `marks` before it.
    fn parted(&mut self, marks: &[&str]) -> Option<(&'a str, &'a str, &'a str)> {
        let one = self.number(1..=2)?;
        self.pass(marks)?;
        let other = self.number(1..=2)?;
        self.pass(marks)?;
        Some((one, other, self.year()?))
    }

    /// Passes what may be the name of a month.
    fn name(&mut self) -> Option<&'a str> {
        let name = self.run(is_name)?;
        Some(name.trim_matches(|c: char| !c.is_alphanumeric()))
    }

    /// Passes at least one blank.
    fn blanks(&mut self) -> Option<()> {
        self.run(char::is_whitespace).map(|_| ())
    }

    /// Passes the first of `marks` that comes next, if one does.
    fn pass(&mut self, marks: &[&str]) -> Option<&'a str> {
        let mark = marks.iter().find(|mark| self.rest().starts_with(**mark))?;
        let passed = self.rest().get(..mark.len());
        self.at += mark.len();
        passed
    }

    /// Passes one of `words`, with the blanks behind it, if one comes next.
    fn pass_word(&mut self, words: &[&str]) {
        self.try_to(|text| {
            let word = text.run(is_name)?;
            words.contains(&word).then(|| text.blanks()).flatten()
        });
    }

    /// Passes what `read` does, or nothing where it does not find what it looks for.
    fn try_to<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<T> {
        let before = *self;
        let found = read(self);
        if found.is_none() {
            *self = before;
        }
        found
    }

    /// Whether no letter or digit of ASCII comes next.
    fn ends_word(&self) -> bool {
        !self.rest().starts_with(is_word)
    }
}
