//! Days that outlets give differently for the same piece.

use crate::compare::clash::{Clash, Side};
use crate::compare::reading::{Pair, Token, content};
use crate::model::{Comparison, Day, Fact, FindingKind, Place, SentenceId, Severity, Value};
use crate::text::fold::fold;

/// How many words on either side of a day say what happened then.
const AROUND: usize = 6;

/// How many of them must be the same for two dates of the calendar to be of one thing.
const SHARED: usize = 2;

/// The days that linked sentences of a row give differently.
///
/// Only where either sentence names one day and no more, and both name the same things around it:
/// most days that differ are of different things (measured: of the weekdays that differ in linked
/// sentences 3 in 100 are a difference that a reader marks).
pub(in crate::compare) fn clash(comparison: &Comparison, pair: &Pair<'_>) -> Option<Clash> {
    let (x, left) = only(comparison, pair.a)?;
    let (y, right) = only(comparison, pair.b)?;
    if !contradict(&left, &right)
        || tells_two(pair.left)
        || tells_two(pair.right)
        || is_owner(comparison, x) != is_owner(comparison, y)
        || words(comparison, x) == words(comparison, y)
        || gives(comparison, pair, pair.a, &right)
        || gives(comparison, pair, pair.b, &left)
    {
        return None;
    }
    let (near_x, near_y) = (around(pair.left, x), around(pair.right, y));
    let shared = content(near_x).intersection(&content(near_y)).count();
    let calendar = left.day.is_some() && right.day.is_some();
    let severity = if calendar && shared >= SHARED {
        Severity::Notable
    } else {
        Severity::Minor
    };
    (shared > 0).then(|| Clash {
        kind: FindingKind::Date,
        severity,
        row: pair.row,
        sides: vec![side(x, &left), side(y, &right)],
        explained: false,
    })
}

/// Whether linked sentences name one day each, and not the same.
pub(in crate::compare) fn differ(comparison: &Comparison, pair: &Pair<'_>) -> bool {
    let days = only(comparison, pair.a).zip(only(comparison, pair.b));
    days.is_some_and(|((x, left), (y, right))| {
        contradict(&left, &right) && words(comparison, x) != words(comparison, y)
    })
}

/// Whether a sentence tells of a second day by the first one: "a day after the storm".
fn tells_two(tokens: &[Token]) -> bool {
    const BESIDE: [&str; 4] = ["after", "before", "earlier", "later"];
    let mut pairs = tokens.windows(2);
    pairs.any(
        |pair| matches!(pair, [day, by] if day.stem == "day" && BESIDE.contains(&by.key.as_str())),
    )
}

/// The only day that a sentence names, with what the date of its article adds to it.
fn only(comparison: &Comparison, id: SentenceId) -> Option<(&Fact, Day)> {
    let days = comparison
        .facts_of(id)
        .iter()
        .filter_map(|fact| match fact.value {
            Value::Day(day) if is_exact(&day) => Some((fact, day)),
            _ => None,
        });
    let days: Vec<(&Fact, Day)> = days.collect();
    let (fact, mut day) = *days.first()?;
    if days.iter().any(|(_, other)| *other != day) {
        return None;
    }
    let published = comparison.article(id.article).published.as_deref();
    day.year = day.year.or_else(|| published?.get(..4)?.parse().ok());
    if let (None, Some(year), Some(month), Some(of_month)) =
        (day.weekday, day.year, day.month, day.day)
    {
        day.weekday = weekday(year, month, of_month);
    }
    Some((fact, day))
}

/// The words of a day. Equal words are one day to a reader, whatever the dates of their articles make
/// of them: a text that was posted again keeps its "on Wednesday".
fn words(comparison: &Comparison, fact: &Fact) -> String {
    fold(comparison.article(fact.sentence.article).slice(fact.span))
}

/// Whether the outlet of a sentence of a row gives a day in the row, too: then its other day is of
/// something else.
fn gives(comparison: &Comparison, pair: &Pair<'_>, id: SentenceId, day: &Day) -> bool {
    let cell = comparison.row(pair.row).cells.get(&id.article);
    let told = cell.into_iter().flatten();
    let mut facts = told.flat_map(|&sentence| comparison.facts_of(sentence));
    facts.any(|fact| match fact.value {
        Value::Day(other) => is_exact(&other) && !contradict(&other, day),
        _ => false,
    })
}

/// Whether a date names one day.
fn is_exact(day: &Day) -> bool {
    day.day.is_some() || day.weekday.is_some()
}

/// Whether something is said to be of a day: "Wednesday's fire" says when the fire was, "burnt on
/// Wednesday" when something happened.
fn is_owner(comparison: &Comparison, fact: &Fact) -> bool {
    let text = &comparison.article(fact.sentence.article).text;
    let after = text.get(fact.span.end..).unwrap_or_default();
    ["'s", "’s"].iter().any(|owner| after.starts_with(owner))
}

/// The words on either side of a fact.
fn around<'a>(tokens: &'a [Token], fact: &Fact) -> &'a [Token] {
    let first = tokens.partition_point(|t| t.span.end <= fact.span.start);
    let last = tokens.partition_point(|t| t.span.start < fact.span.end);
    tokens
        .get(first.saturating_sub(AROUND)..tokens.len().min(last + AROUND))
        .unwrap_or_default()
}

/// Whether two days cannot be one.
fn contradict(left: &Day, right: &Day) -> bool {
    let differ = |x: Option<u8>, y: Option<u8>| x.zip(y).is_some_and(|(x, y)| x != y);
    let years = left.year.zip(right.year).is_some_and(|(x, y)| x != y);
    if left.day.is_some() && right.day.is_some() {
        return years || differ(left.month, right.month) || differ(left.day, right.day);
    }
    differ(left.weekday, right.weekday)
}

fn side(fact: &Fact, day: &Day) -> Side {
    let number = |n: Option<u8>| n.map_or("--".to_owned(), |n| format!("{n:02}"));
    let year = day.year.map_or("----".to_owned(), |year| year.to_string());
    let value = match (day.day, day.weekday) {
        (None, Some(weekday)) => format!("weekday {weekday}"),
        _ => format!("{year}-{}-{}", number(day.month), number(day.day)),
    };
    Side {
        place: Place {
            article: fact.sentence.article,
            span: fact.span,
        },
        value,
    }
}

/// The day of the week of a date, Monday = 1 to Sunday = 7 (Sakamoto's method).
fn weekday(year: i16, month: u8, day: u8) -> Option<u8> {
    const SHIFT: [i32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let shift = SHIFT.get(usize::from(month).checked_sub(1)?)?;
    let year = i32::from(year) - i32::from(month < 3);
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let from_sunday = (year + leaps + shift + i32::from(day)).rem_euclid(7);
    u8::try_from(if from_sunday == 0 { 7 } else { from_sunday }).ok()
}

#[cfg(test)]
mod tests {
    use super::{contradict, weekday};
    use crate::model::Day;

    #[test]
    fn a_date_is_its_weekday() {
        assert_eq!(weekday(2025, 3, 4), Some(2));
        assert_eq!(weekday(2024, 2, 29), Some(4));
        assert_eq!(weekday(2026, 11, 22), Some(7));
        assert_eq!(weekday(2025, 13, 4), None);
        let date = |weekday, day| Day {
            weekday,
            day,
            month: day.map(|_| 3),
            year: None,
        };
        assert!(contradict(&date(Some(2), Some(4)), &date(Some(1), None)));
        assert!(!contradict(&date(Some(2), Some(4)), &date(Some(2), None)));
        assert!(!contradict(&date(None, Some(4)), &date(Some(2), None)));
    }
}
