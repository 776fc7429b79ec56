//! Numbers as they are written: in digits, in words, with multipliers, as ranges.

use super::numerals::{Single, goals, single, table, times};
use super::units;
use crate::facts::page::Page;
use crate::facts::page::counting::list;
use crate::facts::page::lists::Class;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A number as it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::facts) struct Reading {
    /// Its value, multiplied out; of a range, the first.
    pub number: f64,
    /// The second value of a range or a score.
    pub to: Option<f64>,
    /// Its first token, behind "between".
    pub first: usize,
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
pub(in crate::facts) fn read(page: &Page<'_>, at: usize, end: usize) -> Option<Reading> {
    let token = page.token(at)?;
    let digit = token.key.starts_with(|c: char| c.is_ascii_digit());
    if !token.class.is(Class::NUMBER) && !digit && token.key != "." {
        return None;
    }
    if is_linked(page, at) {
        return None;
    }
    let between = token.key == "between";
    let at = at + usize::from(between);
    let at = at + if between { sign(page, at) } else { 0 };
    let mut first = single(page, at, end)?;
    if let Some(second) = second(page, &first, at, between, end) {
        // "2-3 million": the multiplier belongs to both.
        let shared = second.multiplier > 1.0 && first.multiplier <= 1.0;
        let factor = if shared { second.multiplier } else { 1.0 };
        let number = times(first.number, factor);
        if is_linked(page, second.end + 1) || is_model(page, &first, &second) {
            return None;
        }
        let to = page.token(first.end).is_some_and(|t| t.key == "to");
        // "From last year's 12 million to 9 million" is no range, nor is "one to one".
        if !to || number < second.number || first.digits && number == second.number {
            return Some(Reading {
                number,
                to: Some(second.number),
                first: at,
                end: second.end,
                digits: first.digits,
                counts_alone: true,
                or_more: false,
            });
        }
    }
    if between {
        return None;
    }
    if let Some((share, end)) = fraction(page, first.end, end) {
        first.number /= share?;
        first.counts_alone = true;
        first.end = end;
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
        first: at,
        end: first.end + if or_more { 2 } else { usize::from(plus) },
        digits: first.digits,
        counts_alone: first.counts_alone,
        or_more: or_more || plus,
    })
}

/// Whether a hyphen links the number at `at` to one before it: "4-8-19" is no range.
fn is_linked(page: &Page<'_>, at: usize) -> bool {
    let (Some(hyphen), Some(before)) = (at.checked_sub(1), at.checked_sub(2)) else {
        return false;
    };
    let digits = |at: usize| {
        let key = page.token(at).map_or("", |t| &t.key);
        key.starts_with(|c: char| c.is_ascii_digit())
    };
    page.token(hyphen).is_some_and(|t| t.key == "-")
        && page.is_joined(hyphen)
        && page.is_joined(at)
        && digits(at)
        && digits(before)
}

/// More votes than any parliament had that names both sides with a hyphen: the European one of 2014
/// had 751 members.
const VOTES: f64 = 760.0;

/// Whether two numbers with a hyphen are no range, as the second is less, and too large for a score or
/// a vote: "a Boeing 747-400".
fn is_model(page: &Page<'_>, first: &Single, second: &Single) -> bool {
    let hyphen = page.token(first.end).is_some_and(|t| t.key == "-");
    let falls = second.multiplier <= 1.0 && second.number < first.number;
    hyphen && falls && first.number < 1000.0 && first.number + second.number > VOTES
}

/// How many tokens the sign of a currency takes at a token: one or none.
fn sign(page: &Page<'_>, at: usize) -> usize {
    usize::from(page.token(at).is_some_and(units::is_sign))
}

/// The second number of a range or a score whose first begins at `at`, perhaps behind "between".
fn second(page: &Page<'_>, first: &Single, at: usize, between: bool, end: usize) -> Option<Single> {
    let is = |at: usize, keys: &[&str]| page.token(at).is_some_and(|t| t.is_one_of(keys));
    let next = first.end + 1;
    // "$10m to $20m"; of what goes from or by one sum to another both are told for themselves.
    let money = at > 0 && sign(page, at - 1) > 0;
    let goes = |back: usize| at >= back && is(at - back, &["from", "by"]);
    let apart = money && goes(2) || !first.digits && goes(1);
    let amount = next + if money && !apart { sign(page, next) } else { 0 };
    let second = match page
        .token(first.end)
        .filter(|_| first.end < end)?
        .key
        .as_str()
    {
        "-" if page.is_joined(first.end) && page.is_joined(next) => single(page, next, end),
        // "Won 7 – 1".
        "—" if first.is_goals() => single(page, next, end).filter(Single::is_goals),
        // "Won 6:3".
        ":" if first.is_goals() && page.is_joined(first.end) => goals(page, next, end),
        "to" if first.digits || !apart => single(page, amount, end),
        "and" if between => single(page, amount, end),
        _ => None,
    };
    second.filter(|second| second.digits == first.digits)
}

/// The part that a word behind a number makes of the whole, and where the words that say so end:
/// "tenths of a second"; none where the whole is not a measure ("two-thirds of the crew").
fn fraction(page: &Page<'_>, at: usize, end: usize) -> Option<(Option<f64>, usize)> {
    static PARTS: LazyLock<BTreeMap<&str, f64>> = LazyLock::new(|| table("part"));
    let key = |at: usize| page.token(at).filter(|_| at < end).map_or("", |t| &t.key);
    // "One ten-thousandth", "four one-thousandths".
    let prefix = matches!(key(at), "one" | "ten") && key(at + 1) == "-";
    let factor = if key(at) == "ten" { 10.0 } else { 1.0 };
    let at = at + usize::from(prefix);
    let hyphen = usize::from(key(at) == "-" && page.is_joined(at));
    let part = PARTS.get(key(at + hyphen))?;
    let next = at + hyphen + 1;
    let whole = key(next) == "of" && matches!(key(next + 1), "a" | "an");
    let measured = whole && list().has_in("whole", key(next + 2));
    if measured {
        return Some((Some(part * factor), next + 2));
    }
    (hyphen > 0 || key(next) == "of").then_some((None, next))
}
