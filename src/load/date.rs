//! Dates of publication in the forms that articles print.

use crate::text::{Span, fold::fold, lexicon::Lexicon};
use jiff::civil::{Date, Time};
use regex::{Captures, Regex};
use std::sync::LazyLock;

static MONTHS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("data/months.txt")));

// The classes of Unicode (`\d`, `\p{L}`, `\b`) take milliseconds to be made, so a month is any run
// without blanks, digits and stops that the list of months knows.
/// `2 May 2025`, `2. Mai 2025`, `2 de mayo de 2025`, `ngày 2 tháng 5 năm 2025`.
static DAY_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?-u:\b)(?<d>[0-9]{1,2})(?:st|nd|rd|th|er|[.ºª°])?,?\s+(?:de\s+|of\s+)?(?<m>[^\s0-9.,:;()|/]+|tháng\s+[0-9]{1,2})\.?,?\s+(?:de\s+|del\s+|năm\s+)?(?<y>[0-9]{4})(?-u:\b)",
    )
});
/// `May 2, 2025`.
static MONTH_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?<m>[^\s0-9.,:;()|/]+)\.?\s+(?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<y>[0-9]{4})(?-u:\b)",
    )
});
/// `2025年5月2日`.
static HAN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?<y>[0-9]{4})年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日"));
/// `02.05.2025`: the day stands first wherever dots are used.
static DOTTED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?-u)\b(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})\b"));
/// `13/05/2025`: read only where the numbers leave no choice.
static SLASHED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?-u)\b(?<a>\d{1,2})[/-](?<b>\d{1,2})[/-](?<y>\d{4})\b"));
/// `3:04 p.m.`, `15:04`.
static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?-u)\b(?<h>\d{1,2})[:hH](?<min>\d\d)(?::\d\d)?(?:(?u:\s*)(?<half>[apAP])\.?[mM]\b\.?)?",
    )
});

#[allow(
    clippy::expect_used,
    reason = "constant patterns; the tests compile each of them"
)]
fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a valid pattern")
}

/// A date found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// ISO 8601, with time and offset as far as the text gives them; none where day and month
    /// cannot be told apart.
    pub iso: Option<String>,
    /// Where the date stands.
    pub date: Span,
    /// Where the time of day stands.
    pub time: Option<Span>,
}

/// The first date in `text` that gives day, month and year.
pub(super) fn find(text: &str) -> Option<Found> {
    if !has_year(text) {
        return None;
    }
    let dashes = text.match_indices('-');
    let mut starts = dashes.filter_map(|(dash, _)| dash.checked_sub("2025".len()));
    if let Some(found) = starts.find_map(|start| Iso::at(text, start)) {
        let date = civil(found.year, found.month, found.day)?;
        let time = found.clock.and_then(|(h, min)| time(h, min, None));
        let zone = found.zone;
        return Some(Found {
            iso: Some(time.map_or_else(|| date.to_string(), |time| format!("{date}T{time}{zone}"))),
            date: found.span,
            time: None,
        });
    }
    let (date, at) = written(text)?;
    let clock = text.contains([':', 'h', 'H']).then(|| {
        let mut clocks = CLOCK.captures_iter(text);
        clocks.find(|clock| !whole(clock).overlaps(at))
    });
    let clock = clock.flatten();
    let time = clock
        .as_ref()
        .and_then(|c| time(&c["h"], &c["min"], c.name("half").map(|half| half.as_str())));
    Some(Found {
        iso: date.map(|date| match &time {
            Some(time) => format!("{date}T{time}"),
            None => date.to_string(),
        }),
        date: at,
        time: clock.filter(|_| time.is_some()).as_ref().map(whole),
    })
}

/// `2025-05-02`, perhaps with time and offset: `2025-05-02T15:04:05.678+02:00`. Nearly all pages
/// declare their day so, and a pattern takes longer to be made than all the rest of the reading.
struct Iso<'a> {
    year: &'a str,
    month: &'a str,
    day: &'a str,
    /// Hour and minute.
    clock: Option<(&'a str, &'a str)>,
    zone: &'a str,
    span: Span,
}

impl<'a> Iso<'a> {
    /// The date that begins at `start` and is no part of a longer word or number.
    fn at(text: &'a str, start: usize) -> Option<Self> {
        let is_word = |at: usize| {
            let byte = text.as_bytes().get(at);
            byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        };
        let is =
            |at: usize, marks: &[&str]| marks.iter().any(|it| text.get(at..at + 1) == Some(it));
        let day = start + "2025-05-".len();
        let mut found = Iso {
            year: digits(text, start, 4)?,
            month: digits(text, start + "2025-".len(), 2)?,
            day: digits(text, day, 2)?,
            clock: None,
            zone: "",
            span: Span::new(start, day + 2),
        };
        if !is(day - 1, &["-"]) || start.checked_sub(1).is_some_and(is_word) {
            return None;
        }
        let (hour, minute) = (day + "02T".len(), day + "02T15:".len());
        if let Some(clock) = digits(text, hour, 2).zip(digits(text, minute, 2))
            && is(hour - 1, &["T", " "])
            && is(minute - 1, &[":"])
        {
            let end = after_seconds(text, minute + 2);
            let zone = zone(text, end);
            if !is_word(end + zone.len()) {
                let span = Span::new(start, end + zone.len());
                let clock = Some(clock);
                found = Iso {
                    clock,
                    zone,
                    span,
                    ..found
                };
            }
        }
        (!is_word(found.span.end)).then_some(found)
    }
}

/// The `count` digits that stand at `at`.
fn digits(text: &str, at: usize, count: usize) -> Option<&str> {
    let digits = text.get(at..at + count)?;
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then_some(digits)
}

/// Where the seconds of a time end whose minutes end at `end`, if it has any: `:05`, `:05.678`.
fn after_seconds(text: &str, end: usize) -> usize {
    let seconds = text.get(end..).and_then(|rest| rest.strip_prefix(':'));
    if seconds.and_then(|seconds| digits(seconds, 0, 2)).is_none() {
        return end;
    }
    let end = end + ":05".len();
    let fraction = text.get(end..).and_then(|rest| rest.strip_prefix('.'));
    let digits = fraction.map_or(0, |it| it.bytes().take_while(u8::is_ascii_digit).count());
    if digits == 0 { end } else { end + 1 + digits }
}

/// The offset from universal time that stands at `at`, or nothing: `Z`, `+02:00`, `-0500`.
fn zone(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let length = if rest.starts_with('Z') {
        1
    } else if !rest.starts_with(['+', '-']) || digits(rest, 1, 2).is_none() {
        0
    } else if digits(rest, 3, 2).is_some() {
        5
    } else if rest.get(3..4) == Some(":") && digits(rest, 4, 2).is_some() {
        6
    } else {
        0
    };
    rest.get(..length).unwrap_or_default()
}

/// Whether `text` holds the four digits without which there is no date: most lines do not, and the
/// patterns take some milliseconds to be made.
fn has_year(text: &str) -> bool {
    let mut run = 0;
    text.bytes().any(|byte| {
        run = if byte.is_ascii_digit() { run + 1 } else { 0 };
        run == 4
    })
}

/// A date in any other form than ISO 8601.
fn written(text: &str) -> Option<(Option<Date>, Span)> {
    let named = names_month(text);
    let forms = [
        (&DAY_FIRST, named),
        (&MONTH_FIRST, named),
        (&HAN, text.contains('年')),
        (&DOTTED, parts_digits(text, '.')),
    ];
    for (form, _) in forms.into_iter().filter(|(_, fits)| *fits) {
        for found in form.captures_iter(text) {
            let month = month(&found["m"]);
            if let Some(date) = month.and_then(|month| civil(&found["y"], &month, &found["d"])) {
                return Some((Some(date), whole(&found)));
            }
        }
    }
    if !parts_digits(text, '/') && !parts_digits(text, '-') {
        return None;
    }
    let found = SLASHED.captures(text)?;
    let day_first = civil(&found["y"], &found["b"], &found["a"]);
    let month_first = civil(&found["y"], &found["a"], &found["b"]);
    let date = match (day_first, month_first) {
        (Some(one), Some(other)) => (one == other).then_some(one),
        (one, other) => Some(one.or(other)?),
    };
    Some((date, whole(&found)))
}

/// Whether `mark` stands between two digits somewhere.
fn parts_digits(text: &str, mark: char) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut pieces = text.split(mark);
    let mut before = pieces.next().and_then(|piece| piece.chars().next_back());
    pieces.any(|piece| {
        let parts = is_digit(before) && is_digit(piece.chars().next());
        before = piece.chars().next_back();
        parts
    })
}

/// Whether some word of `text` is the name of a month, or leads to its number in Vietnamese: a
/// pattern is made when it is first used, which takes longer than asking.
fn names_month(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| word == "tháng" || (word.len() > 1 && is_month(word)))
}

/// Whether `name` is that of a month.
pub(super) fn is_month(name: &str) -> bool {
    let name = fold(name);
    MONTHS.sections().any(|number| MONTHS.has_in(number, &name))
}

/// The number of a month given by name or number.
fn month(name: &str) -> Option<String> {
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    let name = fold(name.trim_start_matches("tháng").trim());
    if name.bytes().all(|b| b.is_ascii_digit()) {
        return Some(name);
    }
    MONTHS
        .sections()
        .find(|number| MONTHS.has_in(number, &name))
        .map(str::to_owned)
}

fn civil(year: &str, month: &str, day: &str) -> Option<Date> {
    let year = year
        .parse()
        .ok()
        .filter(|year| (1800..=2200).contains(year))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A time of day to the minute, as `15:04`.
fn time(hour: &str, minute: &str, half: Option<&str>) -> Option<String> {
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match half.map(str::to_ascii_lowercase).as_deref() {
        Some("p") if hour < 12 => hour + 12,
        Some("a") if hour == 12 => 0,
        _ => hour,
    };
    let time = Time::new(hour, minute, 0, 0).ok()?;
    Some(format!("{:02}:{:02}", time.hour(), time.minute()))
}

fn whole(found: &Captures<'_>) -> Span {
    found
        .get(0)
        .map_or(Span::default(), |all| Span::new(all.start(), all.end()))
}

#[cfg(test)]
mod tests {
    use super::find;

    fn iso(text: &str) -> Option<String> {
        find(text).and_then(|found| found.iso)
    }

    #[test]
    fn dates_in_the_forms_that_articles_print() {
        for text in [
            "May 2, 2025",
            "Published on Friday, 2 May 2025",
            "2nd of May, 2025",
            "2. Mai 2025",
            "2 de mayo de 2025",
            "2 мая 2025 года",
            "ngày 2 tháng 5 năm 2025",
            "2025年5月2日",
            "02.05.2025",
            "2025-05-02",
        ] {
            assert_eq!(iso(text).as_deref(), Some("2025-05-02"), "{text}");
        }
        assert_eq!(iso("Sept. 13, 2025").as_deref(), Some("2025-09-13"));
        assert_eq!(iso("13/05/2025"), iso("05/13/2025"));
    }

    #[test]
    fn times_are_kept_as_exact_as_they_are_given() {
        let said = |text: &str| iso(text).unwrap();
        assert_eq!(
            said("Updated 3:04 p.m. ET, May 2, 2025"),
            "2025-05-02T15:04"
        );
        assert_eq!(said("02.05.2025, 15:04 Uhr"), "2025-05-02T15:04");
        assert_eq!(said("2025-05-02T15:04:05+02:00"), "2025-05-02T15:04+02:00");
        assert_eq!(said("2025-05-02 15:04"), "2025-05-02T15:04");
        assert_eq!(said("on 2025-05-02T15:04:05.678Z."), "2025-05-02T15:04Z");
        assert_eq!(said("2025-05-02T15:04-0500"), "2025-05-02T15:04-0500");
        assert_eq!(said("a-1 2025-05-02 15:4"), "2025-05-02");
    }

    #[test]
    fn what_is_no_certain_date_is_none() {
        for text in [
            "02/05/2025",
            "31.02.2025",
            "The 12 members 2025",
            "May 2025",
            "2 hours ago",
            "12025-05-02",
            "2025-05-021",
            "2025-05-é",
        ] {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}
