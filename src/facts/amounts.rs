//! Numbers as they are written: in digits, in words, with multipliers, as ranges.

use super::counting::list;
use super::lists::Class;
use super::page::{Page, Token};
use super::units::{is_metres, measure};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A number as it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    /// Its value, multiplied out; of a range, the first.
    pub number: f64,
    /// The second value of a range or a score.
    pub to: Option<f64>,
    /// The token after its last one.
    pub end: usize,
    /// Whether it is written in digits.
    pub digits: bool,
    /// Whether it is a quantity whatever follows; "one" is none.
    pub counts_alone: bool,
    /// Whether "or more" follows.
    pub or_more: bool,
}

/// The number that begins at a token.
pub(super) fn read(page: &Page<'_>, at: usize, end: usize) -> Option<Reading> {
    let token = page.token(at)?;
    if !token.class.is(Class::NUMBER) && !token.key.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let between = token.key == "between";
    let at = at + usize::from(between);
    let mut first = single(page, at, end)?;
    let joiner = page.token(first.end).filter(|_| first.end < end);
    let second = joiner.and_then(|t| match t.key.as_str() {
        "-" if page.is_joined(first.end) && page.is_joined(first.end + 1) => {
            single(page, first.end + 1, end)
        }
        "to" if first.digits => single(page, first.end + 1, end),
        "and" if between => single(page, first.end + 1, end),
        _ => None,
    });
    if let Some(second) = second.filter(|s| s.digits == first.digits) {
        // "2-3 million": the multiplier belongs to both.
        let shared = second.multiplier > 1.0 && first.multiplier <= 1.0;
        let factor = if shared { second.multiplier } else { 1.0 };
        first.number *= factor;
        return Some(Reading {
            number: first.number,
            to: Some(second.number),
            end: second.end,
            digits: first.digits,
            counts_alone: true,
            or_more: false,
        });
    }
    if between {
        return None;
    }
    let keys: Vec<&str> = page
        .slice(first.end..end.min(first.end + 2))
        .iter()
        .map(|t| t.key.as_str())
        .collect();
    let plus = keys.first() == Some(&"+") && page.is_joined(first.end);
    let or_more = keys == ["or", "more"];
    Some(Reading {
        number: first.number,
        to: None,
        end: first.end + if or_more { 2 } else { usize::from(plus) },
        digits: first.digits,
        counts_alone: first.counts_alone,
        or_more: or_more || plus,
    })
}

struct Single {
    number: f64,
    multiplier: f64,
    end: usize,
    digits: bool,
    counts_alone: bool,
}

fn single(page: &Page<'_>, at: usize, end: usize) -> Option<Single> {
    let token = page.token(at).filter(|_| at < end)?;
    if token.key.starts_with(|c: char| c.is_ascii_digit()) {
        in_digits(page, at, end, token)
    } else if token.is_word() {
        in_words(page, at, end)
    } else {
        None
    }
}

fn table(section: &'static str) -> BTreeMap<&'static str, f64> {
    let lines = list()
        .section(section)
        .filter_map(|line| line.split_once(' '));
    lines
        .filter_map(|(word, value)| Some((word, value.parse().ok()?)))
        .collect()
}

fn multiplier(key: &str) -> Option<f64> {
    static TABLE: LazyLock<BTreeMap<&str, f64>> = LazyLock::new(|| table("multiplier"));
    TABLE.get(key).copied()
}

fn in_digits(page: &Page<'_>, at: usize, end: usize, token: &Token) -> Option<Single> {
    let before = at
        .checked_sub(1)
        .and_then(|i| page.token(i))
        .filter(|_| page.is_joined(at));
    // "F-16", "9/11", "3:30", "A4": a part of something else.
    let hyphened = before.is_some_and(|t| t.key == "-")
        && at
            .checked_sub(2)
            .and_then(|i| page.token(i))
            .is_some_and(Token::is_word)
        && page.is_joined(at - 1);
    if hyphened || before.is_some_and(|t| t.is_word() || t.is_one_of(&["/", ":", "."])) {
        return None;
    }
    let mut number = value(&token.key, page.article.language.as_deref())?;
    let mut next = at + 1;
    // "1 200", as French and Russian write it; in English, with a fixed blank only.
    let foreign = page
        .article
        .language
        .as_deref()
        .is_some_and(|code| !code.starts_with("en"));
    let foreign = foreign && token.key.len() <= 3;
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
            _ if joined && (word.is_word() || word.is_one_of(&["/", ":"])) => return None,
            _ => {}
        }
    }
    (!is_time(page, next, end)).then_some(Single {
        number: number * factor,
        multiplier: factor,
        end: next,
        digits: true,
        counts_alone: true,
    })
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
        || matches!(key(at), "a" | "p") && key(at + 1) == "." && key(at + 2) == "m"
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
        if let Some(value) = WORDS
            .get(key(word))
            .filter(|_| last == 0.0 || last >= 100.0 || last >= 20.0 && hyphen > 0)
        {
            current += value;
            last = *value;
        } else if let Some(factor) =
            multiplier(key(word)).filter(|_| key(word).len() > 2 && current > 0.0)
        {
            current *= factor;
            last = factor;
            if factor >= 1000.0 {
                total += current;
                current = 0.0;
            }
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
