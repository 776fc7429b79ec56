//! One number as it is written: in digits or in words, with its multiplier.

use super::exactness::qualifier;
use super::units::{self, is_metres, measure};
use crate::facts::page::calendar;
use crate::facts::page::counting::list;
use crate::facts::page::lists::Class;
use crate::facts::page::{Page, Token};
use crate::model::Qualifier;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// One number.
pub(super) struct Single {
    pub number: f64,
    pub multiplier: f64,
    pub end: usize,
    pub digits: bool,
    pub counts_alone: bool,
}

impl Single {
    /// Whether it may be one side of a score.
    pub(super) fn is_goals(&self) -> bool {
        self.digits && self.number < GOALS && self.number.fract() == 0.0
    }
}

/// What stands behind a spaced dash or a colon is a score below this: no years, no sums.
const GOALS: f64 = 200.0;

/// The one digit behind the colon of a score: minutes have two.
pub(super) fn goals(page: &Page<'_>, at: usize, end: usize) -> Option<Single> {
    let token = page.token(at).filter(|t| at < end && t.key.len() == 1)?;
    let number = token.key.parse::<u8>().ok()?;
    let goes_on = page.is_joined(at + 1)
        && page
            .token(at + 1)
            .is_some_and(|t| t.is_word() || t.is_one_of(&[":", "-", "/"]));
    (page.is_joined(at) && !goes_on).then_some(Single {
        number: f64::from(number),
        multiplier: 1.0,
        end: at + 1,
        digits: true,
        counts_alone: true,
    })
}

/// The number that begins at a token.
pub(in crate::facts) fn single(page: &Page<'_>, at: usize, end: usize) -> Option<Single> {
    let token = page.token(at).filter(|_| at < end)?;
    if token.key.starts_with(|c: char| c.is_ascii_digit()) {
        in_digits(page, at, end, token)
    } else if token.key == "." {
        below_one(page, at, end)
    } else if token.is_word() {
        in_words(page, at, end)
    } else {
        None
    }
}

/// The words of a section of the list with their values.
pub(in crate::facts) fn table(section: &'static str) -> BTreeMap<&'static str, f64> {
    let lines = list()
        .section(section)
        .filter_map(|line| line.split_once(' '));
    lines
        .filter_map(|(word, value)| Some((word, value.parse().ok()?)))
        .collect()
}

/// Ordinals in words, with their numbers.
pub(in crate::facts) fn ordinals() -> &'static BTreeMap<&'static str, f64> {
    static TABLE: LazyLock<BTreeMap<&str, f64>> = LazyLock::new(|| table("ordinal"));
    &TABLE
}

fn multiplier(key: &str) -> Option<f64> {
    static TABLE: LazyLock<BTreeMap<&str, f64>> = LazyLock::new(|| table("multiplier"));
    TABLE.get(key).copied()
}

/// ".11": the digits behind a point before which none stands.
fn below_one(page: &Page<'_>, at: usize, end: usize) -> Option<Single> {
    let before = at.checked_sub(1).and_then(|before| page.token(before));
    let opens = |t: &Token| units::is_sign(t) || t.key == "(";
    let digits = page.token(at + 1).filter(|_| at + 1 < end)?;
    if page.is_joined(at) && !before.is_some_and(opens) || !page.is_joined(at + 1) {
        return None;
    }
    let number: f64 = format!("0.{}", digits.key).parse().ok()?;
    Some(Single {
        number,
        multiplier: 1.0,
        end: at + 2,
        digits: true,
        counts_alone: true,
    })
}

fn in_digits(page: &Page<'_>, at: usize, end: usize, token: &Token) -> Option<Single> {
    let before = at
        .checked_sub(1)
        .and_then(|i| page.token(i))
        .filter(|_| page.is_joined(at));
    // "F-16", "9/11", "3:30", "A4": a part of something else.
    let gauge = |t: &Token| list().has_in("gauge", &t.key);
    let hyphened = before.is_some_and(|t| t.key == "-")
        && at
            .checked_sub(2)
            .and_then(|i| page.token(i))
            .is_some_and(|t| t.is_word() && !gauge(t))
        && page.is_joined(at - 1);
    if hyphened || before.is_some_and(|t| t.is_word() || t.is_one_of(&["/", ":", "."])) {
        return None;
    }
    // "0800 0560154" is called, not counted.
    if token.key.len() > 2 && token.key.starts_with('0') && !token.key.contains(['.', ',']) {
        return None;
    }
    let (number, mut next) = in_groups(page, at, end, token)?;
    let mut factor = 1.0;
    let hyphen =
        usize::from(page.token(next).is_some_and(|t| t.key == "-") && page.is_joined(next));
    if let Some(word) = page.token(next + hyphen).filter(|_| next + hyphen < end) {
        let joined = page.is_joined(next) && hyphen == 0;
        let long = word.key.chars().count() > 2 || word.is_one_of(&["bn", "mn", "tn"]);
        match multiplier(&word.key).filter(|_| joined || long) {
            Some(found) if !(joined && is_metres(page, at, end)) => {
                factor = found;
                next += hyphen + 1;
            }
            Some(_) => {}
            _ if joined && measure(&word.key).is_some() => {}
            _ if joined && word.key == ":" && goals(page, next + 1, end).is_some() => {}
            _ if joined && (word.is_word() || word.is_one_of(&["/", ":"])) => return None,
            _ => {}
        }
    }
    (!is_time(page, next, end)).then_some(Single {
        number: times(number, factor),
        multiplier: factor,
        end: next,
        digits: true,
        counts_alone: true,
    })
}

/// A number times a multiplier, without what binary fractions add to "528.8 million".
pub(super) fn times(number: f64, factor: f64) -> f64 {
    const PLACES: f64 = 10_000.0;
    if factor > 1.0 {
        (number * factor * PLACES).round() / PLACES
    } else {
        number * factor
    }
}

/// The digits at `at` with the groups of three behind them, and where they end.
fn in_groups(page: &Page<'_>, at: usize, end: usize, token: &Token) -> Option<(f64, usize)> {
    let language = page.article.language.as_deref();
    let mut number = value(&token.key, language)?;
    let mut next = at + 1;
    if let Some(rest) = stray(page, at, end) {
        return Some((number * 1000.0 + rest, next + 2));
    }
    // "1 200", as French and Russian write it; in English, with a fixed blank only.
    let foreign = language.is_some_and(|code| !code.starts_with("en")) && token.key.len() <= 3;
    while let Some(group) = page.token(next).filter(|t| next < end && is_group(t)) {
        let gap = page
            .article
            .text
            .get(page.token(next - 1)?.span.end..group.span.start);
        let fixed = matches!(gap, Some("\u{a0}" | "\u{202f}"));
        if !fixed && (!foreign || gap != Some(" ")) {
            break;
        }
        number = number * 1000.0 + group.key.parse::<f64>().ok()?;
        next += 1;
    }
    Some((number, next))
}

/// The rest of a number behind a comma with a blank that does not belong there: "some 1, 600 sheep".
/// Without a word before it that says how exact it is meant it may be a date or a list.
fn stray(page: &Page<'_>, at: usize, end: usize) -> Option<f64> {
    let head = page.token(at).filter(|t| t.key.len() <= 3)?;
    let group = page.token(at + 2).filter(|t| at + 2 < end && is_group(t))?;
    let comma = page.token(at + 1).is_some_and(|t| t.key == ",") && page.is_joined(at + 1);
    let whole = head.key.bytes().all(|b| b.is_ascii_digit());
    let listed = page
        .token(at + 3)
        .is_some_and(|t| t.is_one_of(&[",", "and", "or"]));
    let qualified = qualifier(page, 0, at).0 != Qualifier::Exact;
    (comma && whole && !listed && qualified).then_some(())?;
    group.key.parse().ok()
}

fn is_group(token: &Token) -> bool {
    token.key.len() == 3 && token.key.bytes().all(|b| b.is_ascii_digit())
}

/// Whether an hour ends before the token at `at`: "11 a.m.".
fn is_time(page: &Page<'_>, at: usize, end: usize) -> bool {
    let key = |at: usize| {
        page.token(at)
            .filter(|_| at < end)
            .map_or("", |t| t.key.as_str())
    };
    matches!(key(at), "am" | "pm" | "o'clock")
        || is_hour(page, at - 1) && calendar::is_zone(key(at))
        || is_clock(page, at - 1) && !page.token(at).is_some_and(|t| at < end && names(t))
        || matches!(key(at), "a" | "p") && key(at + 1) == "." && key(at + 2) == "m"
}

/// Whether a word or sign behind a number may say what it counts.
fn names(token: &Token) -> bool {
    let ends = token.class.is(Class::FUNCTION) || token.is_one_of(&[".", ",", ";", ")", "\""]);
    !ends
}

/// Whether "at" before an hour and its minutes, parted by a point, makes them a time: "at 6.10".
fn is_clock(page: &Page<'_>, at: usize) -> bool {
    let after_at = at.checked_sub(1).and_then(|before| page.token(before));
    let digits = page.token(at).and_then(|t| t.key.split_once('.'));
    let below = |text: &str, end: u16| text.parse().is_ok_and(|it: u16| it < end);
    after_at.is_some_and(|t| t.key == "at")
        && digits.is_some_and(|(hour, rest)| below(hour, 24) && rest.len() == 2 && below(rest, 60))
}

/// Whether four digits may be an hour and its minutes: "1730 GMT".
fn is_hour(page: &Page<'_>, at: usize) -> bool {
    let digits = page.token(at).map_or("", |t| t.key.as_str());
    digits.len() == 4
        && digits
            .parse()
            .is_ok_and(|it: u16| it < 2400 && it % 100 < 60)
}

/// The value of digits with separators, by the habits of the language.
fn value(digits: &str, language: Option<&str>) -> Option<f64> {
    let english = language.is_none_or(|code| code.starts_with("en") || code.starts_with("zh"));
    let (thousands, decimal) = if english { (',', '.') } else { ('.', ',') };
    let grouped = |sign: char| {
        let mut groups = digits.split(sign);
        groups
            .next()
            .is_some_and(|head| (1..=3).contains(&head.len()))
            && groups.all(|g| g.len() == 3)
    };
    let plain: String = if digits.contains(thousands) && digits.contains(decimal) {
        digits
            .chars()
            .filter(|c| *c != thousands)
            .map(|c| if c == decimal { '.' } else { c })
            .collect()
    } else if digits.contains(thousands) {
        if grouped(thousands) {
            digits.chars().filter(|c| *c != thousands).collect()
        } else {
            digits.replace(thousands, ".")
        }
    } else {
        digits.replace(decimal, ".")
    };
    plain.parse().ok()
}

/// What was read of a number so far, as the sum that stands and what is still being read, times a
/// multiplier; behind a multiplier it is the sum's: "a billion trillion".
fn multiplied(total: f64, current: f64, factor: f64) -> (f64, f64) {
    match () {
        () if current <= 0.0 => (total * factor, 0.0),
        () if factor >= 1000.0 => (total + current * factor, 0.0),
        () => (total, current * factor),
    }
}

/// "Nineteen", "twenty-five", "two dozen", "half a million", "two hundred and fifty".
fn in_words(page: &Page<'_>, at: usize, end: usize) -> Option<Single> {
    static WORDS: LazyLock<BTreeMap<&str, f64>> = LazyLock::new(|| table("word"));
    static SMALL: LazyLock<BTreeMap<&str, f64>> = LazyLock::new(|| table("small"));
    let key = |at: usize| {
        page.token(at)
            .filter(|_| at < end)
            .map_or("", |t| t.key.as_str())
    };
    let (mut total, mut current, mut next, mut last) = (0.0, 0.0, at, 0.0);
    let half = key(at) == "half" && matches!(key(at + 1), "a" | "an");
    if half || !WORDS.contains_key(key(at)) {
        let skip = if half { 2 } else { 1 };
        current = *SMALL.get(key(at))?;
        next += skip;
        let one = key(at) == "one";
        let hyphen = usize::from(key(next) == "-");
        if multiplier(key(next + hyphen)).is_none() {
            let number = Single {
                number: 1.0,
                multiplier: 1.0,
                end: next,
                digits: false,
                counts_alone: false,
            };
            return one.then_some(number);
        }
    }
    while next < end {
        let hyphen =
            usize::from(key(next) == "-" && page.is_joined(next) && page.is_joined(next + 1));
        let and =
            usize::from(key(next) == "and" && last >= 100.0 && WORDS.contains_key(key(next + 1)));
        let word = next + if next > at { hyphen.max(and) } else { 0 };
        // "Twenty-one", and "twenty one".
        let tens = (20.0..100.0).contains(&last);
        let one = Some(1.0).filter(|_| key(word) == "one" && last >= 20.0);
        let value = WORDS.get(key(word)).copied().or(one);
        if let Some(value) = value.filter(|it| last == 0.0 || last >= 100.0 || tens && *it < 10.0) {
            current += value;
            last = value;
        } else if let Some(factor) =
            multiplier(key(word)).filter(|_| key(word).len() > 2 && current + total > 0.0)
        {
            (total, current) = multiplied(total, current, factor);
            last = factor;
        } else {
            break;
        }
        next = word + 1;
    }
    (next > at).then_some(Single {
        number: total + current,
        multiplier: if last >= 1000.0 { last } else { 1.0 },
        end: next,
        digits: false,
        counts_alone: true,
    })
}
