//! Dates of publication in the forms that articles print.

use crate::load::lines::written::{self, civil, clock_time};
use crate::text::Span;

/// A date found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::load) struct Found {
    /// ISO 8601, with time and offset as far as the text gives them; none where day and month
    /// cannot be told apart.
    pub iso: Option<String>,
    /// Where the date stands.
    pub date: Span,
    /// Where the time of day stands.
    pub time: Option<Span>,
}

/// The first date in `text` that gives day, month and year.
pub(in crate::load) fn find(text: &str) -> Option<Found> {
    if !has_year(text) {
        return None;
    }
    let dashes = text.match_indices('-');
    let mut starts = dashes.filter_map(|(dash, _)| dash.checked_sub("2025".len()));
    if let Some(found) = starts.find_map(|start| Iso::at(text, start)) {
        let date = civil(found.year, found.month, found.day)?;
        let time = found.clock.and_then(|(h, min)| clock_time(h, min, None));
        let zone = found.zone;
        return Some(Found {
            iso: Some(time.map_or_else(|| date.to_string(), |time| format!("{date}T{time}{zone}"))),
            date: found.span,
            time: None,
        });
    }
    let (date, at) = written::day(text)?;
    let clock = written::clock(text, at);
    let time = clock.as_ref().map(|(time, _)| time);
    Some(Found {
        iso: date.map(|date| match time {
            Some(time) => format!("{date}T{time}"),
            None => date.to_string(),
        }),
        date: at,
        time: clock.as_ref().map(|(_, at)| *at),
    })
}

/// `2025-05-02`, perhaps with time and offset: `2025-05-02T15:04:05.678+02:00`.
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

/// Whether `text` holds the four digits without which there is no date; most lines do not.
fn has_year(text: &str) -> bool {
    let mut run = 0;
    text.bytes().any(|byte| {
        run = if byte.is_ascii_digit() { run + 1 } else { 0 };
        run == 4
    })
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
        assert_eq!(
            iso("2 members, (2. Mai 2025)").as_deref(),
            Some("2025-05-02")
        );
    }

    #[test]
    fn times_are_kept_as_exact_as_they_are_given() {
        let said = |text: &str| iso(text).unwrap();
        assert_eq!(
            said("Updated 3:04 p.m. ET, May 2, 2025"),
            "2025-05-02T15:04"
        );
        assert_eq!(said("02.05.2025, 15:04 Uhr"), "2025-05-02T15:04");
        assert_eq!(said("le 2 mai 2025 à 15h04"), "2025-05-02T15:04");
        assert_eq!(said("12:04:31 AM, 2 May 2025"), "2025-05-02T00:04");
        assert_eq!(said("3:04 pmt, 2 May 2025"), "2025-05-02T03:04");
        assert_eq!(said("2 May 2025 at 25:04:31"), "2025-05-02");
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
            "a02.05.2025",
            "2 May 20251",
            "2 May 2025th",
            "2025-05-021",
            "2025-05-é",
        ] {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}
