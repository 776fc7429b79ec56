//! Dates of publication in the forms that articles print.

use crate::text::{Span, fold::fold, lexicon::Lexicon};
use jiff::civil::{Date, Time};
use regex::{Captures, Regex};
use std::sync::LazyLock;

static MONTHS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("data/months.txt")));

/// `2025-05-02`, perhaps with time and offset.
static ISO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?-u)\b(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)(?:[T ](?<h>\d\d):(?<min>\d\d)(?::\d\d(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:?\d\d)?)?\b",
    )
});
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
    if text.contains('-')
        && let Some(found) = ISO.captures(text)
    {
        let date = civil(&found["y"], &found["m"], &found["d"])?;
        let clock = found.name("h").zip(found.name("min"));
        let time = clock.and_then(|(h, min)| time(h.as_str(), min.as_str(), None));
        let zone = found.name("zone").map_or("", |zone| zone.as_str());
        return Some(Found {
            iso: Some(time.map_or_else(|| date.to_string(), |time| format!("{date}T{time}{zone}"))),
            date: whole(&found),
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
        (&DOTTED, text.contains('.')),
    ];
    for (form, _) in forms.into_iter().filter(|(_, fits)| *fits) {
        for found in form.captures_iter(text) {
            let month = month(&found["m"]);
            if let Some(date) = month.and_then(|month| civil(&found["y"], &month, &found["d"])) {
                return Some((Some(date), whole(&found)));
            }
        }
    }
    if !text.contains(['/', '-']) {
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

/// Whether some word of `text` is the name of a month, or leads to its number in Vietnamese: a
/// pattern is made when it is first used, which takes longer than asking.
fn names_month(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| word == "tháng" || (word.len() > 1 && is_month(word)))
}

/// Whether `name` is that of a month.
pub(super) fn is_month(name: &str) -> bool {
    MONTHS.has(&fold(name))
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
    }

    #[test]
    fn what_is_no_certain_date_is_none() {
        for text in [
            "02/05/2025",
            "31.02.2025",
            "The 12 members 2025",
            "May 2025",
            "2 hours ago",
        ] {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}
