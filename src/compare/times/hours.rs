//! Times of day that outlets give differently for the same piece: "at 3:36 am", "at 3:42 am".

use crate::compare::clash::{Clash, Side};
use crate::compare::reading::{Pair, Token, content};
use crate::model::{Comparison, FindingKind, SentenceId, Severity};
use crate::text::Span;

/// How many words on either side of a time say what happened then.
const AROUND: usize = 6;

/// How many of them must be the same for two times to be surely of one thing.
const SHARED: usize = 2;

/// Minutes of half a day.
const HALF: u16 = 12 * 60;

/// Times at a quarter of an hour may be rounded by as much as this, in minutes.
const ROUNDED: u16 = 10;

/// Words before a time of which nothing but a colon shows that it is one; a race is won "in 1:42".
const BEFORE: [&str; 3] = ["at", "from", "since"];

/// Words before a time that say it is not meant to the minute.
const ABOUT: [&str; 14] = [
    "about",
    "after",
    "almost",
    "approximately",
    "around",
    "before",
    "by",
    "just",
    "nearly",
    "past",
    "roughly",
    "shortly",
    "until",
    "till",
];

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Time {
    span: Span,
    /// Minutes since midnight, or since midnight or noon where the text does not say.
    minutes: u16,
    /// Whether it says which half of the day.
    half: bool,
}

/// The times that linked sentences of a row give differently, where either gives one and no more.
pub(in crate::compare) fn clash(comparison: &Comparison, pair: &Pair<'_>) -> Option<Clash> {
    let x = only(comparison, pair.a, pair.left)?;
    let y = only(comparison, pair.b, pair.right)?;
    if !contradict(x, y) {
        return None;
    }
    let near = |tokens, time: Time| content(around(tokens, time.span));
    let shared = near(pair.left, x)
        .intersection(&near(pair.right, y))
        .count();
    let side = |id: SentenceId, time: Time| {
        let half = if time.half { "" } else { " (am or pm)" };
        let value = format!("{:02}:{:02}{half}", time.minutes / 60, time.minutes % 60);
        Side::new(id.article, time.span, &value)
    };
    (shared > 0).then(|| Clash {
        kind: FindingKind::Date,
        severity: if shared >= SHARED {
            Severity::Notable
        } else {
            Severity::Minor
        },
        row: pair.row,
        sides: vec![side(pair.a, x), side(pair.b, y)],
        explained: false,
    })
}

/// Whether two times cannot be one.
fn contradict(x: Time, y: Time) -> bool {
    let (x_minutes, y_minutes) = if x.half && y.half {
        (x.minutes, y.minutes)
    } else {
        (x.minutes % HALF, y.minutes % HALF)
    };
    let apart = x_minutes.abs_diff(y_minutes);
    let round = x_minutes.is_multiple_of(15) || y_minutes.is_multiple_of(15);
    apart > if round { ROUNDED } else { 0 }
}

/// The only time that a sentence gives, to the minute and in no named zone.
fn only(comparison: &Comparison, id: SentenceId, tokens: &[Token]) -> Option<Time> {
    let text = &comparison.article(id.article).text;
    let mut times = (0..tokens.len()).filter_map(|at| read(text, tokens, at));
    let (time, exact) = times.next()?;
    (exact && times.next().is_none()).then_some(time)
}

/// The time that begins at a token, and whether it is meant to the minute as the clocks there show it.
fn read(text: &str, tokens: &[Token], at: usize) -> Option<(Time, bool)> {
    let token = |at: usize| tokens.get(at);
    let between = |at: usize| {
        let (left, right) = token(at).zip(token(at + 1))?;
        Some(Span::new(left.span.end, right.span.start).of(text))
    };
    let goes_on = |at: usize| between(at).is_some_and(|it| matches!(it, ":" | "-" | "–"));
    if at > 0 && goes_on(at - 1) {
        return None;
    }
    let (number, mut half) = glued(&token(at)?.key);
    let (hour, mut minutes) = match number.split_once('.') {
        Some((hour, minutes)) => (hour, two_digits(minutes)),
        None => (number, None),
    };
    let hour = hour.parse::<u16>().ok().filter(|it| *it < 24)?;
    let mut last = at;
    let colon = between(at) == Some(":") && minutes.is_none() && half.is_none();
    if let Some(next) = token(at + 1).filter(|_| colon) {
        let (number, after) = glued(&next.key);
        minutes = Some(two_digits(number)?);
        half = after;
        last += 1;
    }
    if goes_on(last) {
        return None;
    }
    let apart = between(last).is_some_and(|it| it.trim().is_empty());
    if let Some(next) = token(last + 1).filter(|_| half.is_none() && apart) {
        half = half_named(&next.key.replace('.', ""));
        last += usize::from(half.is_some());
    }
    let before = |back: usize, words: &[&str]| {
        let word = at.checked_sub(back).and_then(token);
        word.is_some_and(|it| words.contains(&it.key.as_str()))
    };
    if half.is_none() && !(colon && before(1, &BEFORE)) {
        return None;
    }
    let minutes = minutes.unwrap_or(0);
    let mut span = token(at)?.span.cover(token(last)?.span);
    // The full stop of "a.m." stands behind its word.
    let dotted = matches!(span.of(text).rsplit_once('.'), Some((_, "m" | "M")));
    if dotted && text.get(span.end..).is_some_and(|it| it.starts_with('.')) {
        span.end += 1;
    }
    let time = Time {
        span,
        minutes: match half {
            Some(half) if hour <= 12 => hour % 12 * 60 + minutes + half,
            _ => hour * 60 + minutes,
        },
        half: half.is_some() || hour > 12 || hour == 0,
    };
    let zone = token(last + 1).is_some_and(|it| is_zone(it.span.of(text)));
    Some((time, !before(1, &ABOUT) && !before(2, &ABOUT) && !zone))
}

/// A word without the "am" or "pm" that is written to its number, and that half of the day.
fn glued(key: &str) -> (&str, Option<u16>) {
    let named = |half: &str| Some((key.strip_suffix(half)?, half_named(half)));
    named("am").or_else(|| named("pm")).unwrap_or((key, None))
}

/// When a half of the day begins, in minutes.
fn half_named(name: &str) -> Option<u16> {
    match name {
        "am" => Some(0),
        "pm" => Some(HALF),
        _ => None,
    }
}

/// The minutes of an hour, which have two digits.
fn two_digits(text: &str) -> Option<u16> {
    let number = text.parse().ok().filter(|it| *it < 60)?;
    (text.len() == 2).then_some(number)
}

/// Whether a word after a time looks like the name of a zone: GMT, ET, BST.
fn is_zone(word: &str) -> bool {
    (2..=4).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase())
}

/// The words on either side of a time.
fn around(tokens: &[Token], span: Span) -> &[Token] {
    let first = tokens.partition_point(|t| t.span.end <= span.start);
    let last = tokens.partition_point(|t| t.span.start < span.end);
    let range = first.saturating_sub(AROUND)..tokens.len().min(last + AROUND);
    tokens.get(range).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::compare::reading::tokens;

    /// The times of a text that are meant to the minute, in minutes, and whether of a known half.
    fn times(text: &str) -> Vec<(u16, bool)> {
        let tokens = tokens(text, 0, Some("en"));
        let all = (0..tokens.len()).filter_map(|at| read(text, &tokens, at));
        let exact = all.filter(|(_, exact)| *exact);
        exact.map(|(time, _)| (time.minutes, time.half)).collect()
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, minutes) in [
            ("The quake struck at 3:36 am on Wednesday.", (216, true)),
            ("He was declared dead at 10:07 a.m.", (607, true)),
            ("He was dropped off at 8 p.m. on Wednesday.", (1200, true)),
            ("It was 12.30pm when the bell rang.", (750, true)),
            (
                "At 3:36am the ground shook; at dawn it shook again.",
                (216, true),
            ),
            ("The ship left at 18:10 with 214 people.", (1090, true)),
            ("The ship left at 6:10 with 214 people.", (370, false)),
        ] {
            assert_eq!(times(text), [minutes], "{text}");
        }
    }

    #[test]
    fn what_is_no_time_or_not_meant_to_the_minute_is_left_out() {
        for text in [
            "She won in 1:42 and he in 2:03:59.",
            "They beat them 3:2 at home.",
            "Just before 10 a.m. his people became worried.",
            "It struck at 3:36 GMT, or 1:36 am BST.",
            "At 19.78 seconds she stopped.",
        ] {
            assert_eq!(times(text), [], "{text}");
        }
    }
}
