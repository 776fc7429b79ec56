//! Dates: days, months, years, days of the week.

use super::ahead::days_off;
use crate::facts::page::calendar::{Calendar, is_zone};
use crate::facts::page::lists::Class;
use crate::facts::page::{Page, Token};
use crate::model::{Day, Fact, FactKind, SentenceId, Value};
use jiff::civil::Date;
use std::ops::Range;

/// The dates of a page, in order.
pub(in crate::facts) fn find(page: &Page<'_>) -> Vec<Fact> {
    let published = page
        .article
        .published
        .as_deref()
        .and_then(|text| text.get(..10)?.parse().ok());
    let reader = Reader {
        page,
        published,
        names: Calendar::of(page.article.language.as_deref()),
    };
    let mut found = Vec::new();
    for (sentence, range) in page.sentences.iter().enumerate() {
        let mut at = range.start;
        while at < range.end {
            let Some((day, tokens)) = reader.date(at, range.end) else {
                at += 1;
                continue;
            };
            at = tokens.end;
            found.push(Fact {
                kind: FactKind::Date,
                sentence: SentenceId::new(page.article.id, sentence as u32),
                span: page.span(&tokens),
                value: Value::Day(day),
            });
        }
    }
    found
}

struct Reader<'a> {
    page: &'a Page<'a>,
    published: Option<Date>,
    names: &'static Calendar,
}

impl Reader<'_> {
    /// The date that begins at a token, and its tokens.
    fn date(&self, at: usize, end: usize) -> Option<(Day, Range<usize>)> {
        let token = self.token(at)?;
        if !token.class.is(Class::CALENDAR) && !token.key.starts_with(|c: char| c.is_ascii_digit())
        {
            return None;
        }
        let weekday = self.weekday(at);
        if let Some(number) = weekday {
            let mut next = at + 1;
            next += usize::from(self.is(next, ".", end));
            next += usize::from(self.is(next, ",", end));
            if let Some((mut day, tokens)) = self.calendar(next, end) {
                day.weekday = Some(number);
                return Some((day, at..tokens.end));
            }
            return self
                .is_full(at)
                .then(|| (self.near(number, at), at..at + 1));
        }
        self.calendar(at, end)
            .or_else(|| self.relative(at))
            .or_else(|| self.year_alone(at, end))
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.page.token(at)
    }

    fn is(&self, at: usize, sign: &str, end: usize) -> bool {
        at < end && self.token(at).is_some_and(|t| t.key == sign)
    }

    fn written(&self, at: usize) -> Option<&Token> {
        self.token(at)
            .filter(|t| t.is_word() && (!self.names.capitals || t.is_capital()))
    }

    fn weekday(&self, at: usize) -> Option<u8> {
        let token = self.written(at)?;
        self.names
            .weekdays
            .get(token.key.as_str())
            .map(|(number, _)| *number)
    }

    fn is_full(&self, at: usize) -> bool {
        let word = self
            .token(at)
            .and_then(|t| self.names.weekdays.get(t.key.as_str()));
        word.is_some_and(|(_, full)| *full)
    }

    fn month(&self, at: usize, end: usize) -> Option<(u8, bool)> {
        let token = self.written(at).filter(|_| at < end)?;
        self.names.months.get(token.key.as_str()).copied()
    }

    /// "May 2", "May 2, 2025", "2 May", "2nd of May 2025", "May 2025", "May", "2025-05-02".
    fn calendar(&self, at: usize, end: usize) -> Option<(Day, Range<usize>)> {
        if let Some(found) = self.iso(at, end) {
            return Some(found);
        }
        if let Some(day) = self.day(at, end) {
            let mut month = at + 1 + usize::from(self.has_suffix(at + 1, end));
            month += usize::from(self.is(month, ".", end));
            month += usize::from(
                self.token(month)
                    .is_some_and(|t| t.is_one_of(&["of", "de"])),
            );
            let (number, _) = self.month(month, end)?;
            let next = month
                + 1
                + usize::from(
                    self.is(month + 1, ".", end)
                        && self.page.is_joined(month + 1)
                        && month + 2 < end,
                );
            let (year, tokens) = self.year_after(next, month + 1, end);
            return Some((calendar_day(year, number, Some(day)), at..tokens));
        }
        let (number, full) = self.month(at, end)?;
        let next = at + 1 + usize::from(self.is(at + 1, ".", end));
        if let Some(day) = self.day(next, end) {
            let after = next + 1 + usize::from(self.has_suffix(next + 1, end));
            let (year, tokens) = self.year_after(after, after, end);
            return Some((calendar_day(year, number, Some(day)), at..tokens));
        }
        let (year, tokens) = self.year_after(next, at + 1, end);
        let alone = full && self.is_set_in_time(at);
        let year = year.or_else(|| self.year_of_last(number, at));
        (year.is_some() || alone).then_some((calendar_day(year, number, None), at..tokens))
    }

    /// The year of "last May", where the day of publication tells it: of a month that this year has had,
    /// it may be this year's or the last one's.
    fn year_of_last(&self, month: u8, at: usize) -> Option<i16> {
        let before = self.token(at.checked_sub(1)?)?;
        let published = self.published?;
        let ahead = month >= u8::try_from(published.month()).ok()?;
        (before.key == "last" && !before.quoted && ahead).then(|| published.year() - 1)
    }

    /// A year after a date, and where the whole ends; without one the date ends at `bare`.
    fn year_after(&self, at: usize, bare: usize, end: usize) -> (Option<i16>, usize) {
        let year = at + usize::from(self.is(at, ",", end));
        match self.year(year, end) {
            Some(number) => (Some(number), year + 1),
            None => (None, bare),
        }
    }

    /// Whether a month's name stands where one says when: "in May", "last May".
    fn is_set_in_time(&self, at: usize) -> bool {
        let month = self.token(at).map_or("", |t| t.key.as_str());
        let before = at.checked_sub(1).and_then(|i| self.token(i));
        !matches!(month, "may" | "march" | "august" | "april" | "june")
            || before.is_some_and(|t| self.page.is_frame("when", &t.key) || t.key == "-")
    }

    fn day(&self, at: usize, end: usize) -> Option<u8> {
        let token = self.token(at).filter(|_| at < end)?;
        let number: u8 = token.key.parse().ok()?;
        (1..=31).contains(&number).then_some(number)
    }

    fn has_suffix(&self, at: usize, end: usize) -> bool {
        at < end
            && self.page.is_joined(at)
            && self
                .token(at)
                .is_some_and(|t| t.is_one_of(&["st", "nd", "rd", "th", "er"]))
    }

    /// A number of four digits that is written like a year.
    fn year(&self, at: usize, end: usize) -> Option<i16> {
        let token = self.token(at).filter(|_| at < end)?;
        let number: i16 = token.key.parse().ok().filter(|_| token.key.len() == 4)?;
        let sign = |t: &Token| match t.key.as_str() {
            // "2016: the fleet sails" begins anew behind its year.
            ":" => self.page.is_joined(at + 2),
            key => t.is_word() || matches!(key, "%" | "/" | "$"),
        };
        let next = self.token(at + 1).filter(|_| at + 1 < end);
        let goes_on = self.page.is_joined(at + 1) && next.is_some_and(sign);
        // "1730 GMT".
        let goes_on = goes_on || self.token(at + 1).is_some_and(|t| is_zone(&t.key));
        ((1000..2100).contains(&number) && !goes_on).then_some(number)
    }

    /// A year by itself: not before what it would count, not after a currency.
    fn year_alone(&self, at: usize, end: usize) -> Option<(Day, Range<usize>)> {
        let year = self.year(at, end).filter(|year| *year >= 1800)?;
        let before = at.checked_sub(1).and_then(|i| self.token(i));
        let amount = before.is_some_and(|t| {
            t.is_one_of(&["$", "€", "£", "#"]) || t.key == "no" || t.is_one_of(&["than", "least"])
        });
        let hyphen = before.is_some_and(Token::is_word) && self.page.is_joined(at);
        let counts = self
            .token(at + 1)
            .filter(|_| at + 1 < end)
            .is_some_and(|t| {
                t.is_one_of(&[
                    "people",
                    "persons",
                    "percent",
                    "million",
                    "billion",
                    "miles",
                    "km",
                    "kilometers",
                    "feet",
                    "metres",
                    "meters",
                    "dollars",
                    "euros",
                ])
            });
        let day = Day {
            year: Some(year),
            ..Day::default()
        };
        (!amount && !counts && !hyphen).then_some((day, at..at + 1))
    }

    /// "2025-05-02".
    fn iso(&self, at: usize, end: usize) -> Option<(Day, Range<usize>)> {
        let dash = |at: usize| self.is(at, "-", end) && self.page.is_joined(at);
        if !dash(at + 1) || !dash(at + 3) {
            return None;
        }
        let number = |at: usize| {
            self.token(at)
                .filter(|t| at < end && t.key.len() == 2)?
                .key
                .parse()
                .ok()
        };
        let (month, day): (u8, u8) = (number(at + 2)?, number(at + 4)?);
        let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
        let year: i16 = self
            .token(at)
            .filter(|t| t.key.len() == 4)?
            .key
            .parse()
            .ok()?;
        valid.then_some((calendar_day(Some(year), month, Some(day)), at..at + 5))
    }

    /// "Yesterday", where it is known when the article was published; in quotation marks it is the
    /// speaker's, who may have spoken on another day.
    fn relative(&self, at: usize) -> Option<(Day, Range<usize>)> {
        let token = self.token(at).filter(|t| !t.quoted)?;
        let days = *self.names.relative.get(token.key.as_str())?;
        let date = self
            .published?
            .checked_add(jiff::Span::new().days(days))
            .ok()?;
        Some((day_of(date), at..at + 1))
    }

    /// The day that a day of the week means, as far as the day of publication tells it.
    fn near(&self, weekday: u8, at: usize) -> Day {
        let alone = Day {
            weekday: Some(weekday),
            ..Day::default()
        };
        let Some(published) = self.published else {
            return alone;
        };
        let today = published.weekday().to_monday_one_offset();
        let back = (i64::from(today) - i64::from(weekday)).rem_euclid(7);
        let date = days_off(self.page, at, back)
            .and_then(|days| published.checked_add(jiff::Span::new().days(days)).ok());
        date.map_or(alone, day_of)
    }
}

fn calendar_day(year: Option<i16>, month: u8, day: Option<u8>) -> Day {
    Day {
        year,
        month: Some(month),
        day,
        weekday: None,
    }
}

fn day_of(date: Date) -> Day {
    Day {
        year: Some(date.year()),
        month: u8::try_from(date.month()).ok(),
        day: u8::try_from(date.day()).ok(),
        weekday: u8::try_from(date.weekday().to_monday_one_offset()).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::facts::page::Page;
    use crate::facts::testing::article;
    use crate::model::{Day, Value};

    fn dates(text: &str, published: Option<&str>) -> Vec<(String, String)> {
        let mut article = article(&[text]);
        article.published = published.map(str::to_owned);
        let found = find(&Page::read(&article, 0));
        let show = |n: Option<i16>| n.map_or("?".to_owned(), |n| n.to_string());
        let parts = |d: Day| {
            [
                d.year,
                d.month.map(i16::from),
                d.day.map(i16::from),
                d.weekday.map(i16::from),
            ]
            .map(show)
            .join(" ")
        };
        found
            .iter()
            .map(|fact| match fact.value {
                Value::Day(day) => (article.slice(fact.span).to_owned(), parts(day)),
                _ => unreachable!(),
            })
            .collect()
    }

    #[test]
    fn days_months_and_years_are_read_as_far_as_they_are_given() {
        for (text, span, value) in [
            ("It began on May 2 at noon.", "May 2", "? 5 2 ?"),
            ("It began on 2 May 2025.", "2 May 2025", "2025 5 2 ?"),
            (
                "It began on Jan. 28, 2014, at noon.",
                "Jan. 28, 2014",
                "2014 1 28 ?",
            ),
            (
                "It began on Tuesday, March 3.",
                "Tuesday, March 3",
                "? 3 3 2",
            ),
            ("It began on the 3rd of June.", "3rd of June", "? 6 3 ?"),
            ("It began in May.", "May", "? 5 ? ?"),
            ("It began in October 1998.", "October 1998", "1998 10 ? ?"),
            ("On May 2, 2025: all came.", "May 2, 2025", "2025 5 2 ?"),
            ("It began in 1998.", "1998", "1998 ? ? ?"),
            ("It began on 2025-05-02.", "2025-05-02", "2025 5 2 ?"),
            ("It began Tuesday.", "Tuesday", "? ? ? 2"),
        ] {
            assert_eq!(
                dates(text, None),
                [(span.to_owned(), value.to_owned())],
                "{text}"
            );
        }
    }

    #[test]
    fn the_last_month_of_a_name_is_of_the_year_before_unless_this_year_had_it() {
        let last = |month: &str| {
            let found = dates(&format!("It began last {month}."), Some("2016-03-10"));
            found
                .into_iter()
                .map(|(_, value)| value)
                .collect::<Vec<_>>()
        };
        assert_eq!(last("May"), ["2015 5 ? ?"]);
        assert_eq!(last("March"), ["2015 3 ? ?"]);
        assert_eq!(last("January"), ["? 1 ? ?"]);
    }

    #[test]
    fn what_only_looks_like_a_date_is_none() {
        for text in [
            "They may march on in the sun.",
            "May I come in?",
            "It cost $1998 and 1,998 people came.",
            "In the 1990s he came yesterday.",
            "It began at 1730 GMT.",
        ] {
            assert!(dates(text, None).is_empty(), "{text}");
        }
    }
}
