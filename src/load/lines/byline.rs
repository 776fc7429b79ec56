//! Lines that say who wrote an article and when.

use crate::load::lines::date;
use crate::load::lines::phrases::listed;
use crate::load::lines::written::is_month;
use crate::load::page::shape::{Shape, bare};
use crate::text::{Span, fold::fold};

/// A byline has at most so many words.
const LONGEST: usize = 25;

/// Small words inside names and between them.
pub(in crate::load) const BETWEEN: [&str; 26] = [
    "and", "&", "und", "et", "y", "e", "i", "en", "ve", "и", "та", "và", "de", "del", "la", "van",
    "von", "der", "den", "da", "di", "do", "dos", "bin", "al", "el",
];

/// What a line of this kind says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::load) struct Byline {
    /// Who wrote it.
    pub names: Option<String>,
    /// When it was published, ISO 8601.
    pub published: Option<String>,
}

/// What `text` says if it is a byline, a date line, or both.
pub(in crate::load) fn parse(text: &str, shape: &Shape) -> Option<Byline> {
    if shape.words > LONGEST {
        return None;
    }
    let parted = unglued(text);
    let text = parted.as_deref().unwrap_or(text);
    let dated = text
        .rsplit_once(", ")
        .is_some_and(|(_, day)| is_clock_line(day));
    let names = if shape.stop && !dated {
        None
    } else {
        author(text)
    };
    if names.is_none() && !is_date_line(text) {
        return None;
    }
    let published = date::find(text).and_then(|found| found.iso);
    Some(Byline { names, published })
}

/// `Jane RoeMay 2, 2025`: a name and a date between which the page had a line break or a blank.
fn unglued(text: &str) -> Option<String> {
    let mut letters = text.char_indices().zip(text.chars().skip(1));
    letters.find_map(|((at, last), next)| {
        if !last.is_lowercase() || !next.is_uppercase() {
            return None;
        }
        let (name, rest) = text.split_at_checked(at + last.len_utf8())?;
        let (month, day) = rest.split_once(' ')?;
        let dated =
            is_month(month.trim_end_matches('.')) && day.starts_with(|c: char| c.is_ascii_digit());
        dated.then(|| format!("{name} | {rest}"))
    })
}

/// The names in "By Jane Roe | May 2, 2025", "Jane Roe |", "Jane Roe, Reuters" or "Reuters".
fn author(text: &str) -> Option<String> {
    let line = bare(text);
    let inside = line.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let line = inside.unwrap_or(line);
    if listed("agency", &fold(line)) || is_newsroom(line) {
        return Some(line.to_owned());
    }
    let prefixed = without_prefix(line);
    let rest = prefixed.unwrap_or(line);
    let bounds = ['|', '•', '·', '–', '—', ',', '(', '/', ';'];
    let cut = [
        " - ",
        " for ",
        " in ",
        " on ",
        " am ",
        " Updated",
        " Published",
    ]
    .iter()
    .filter_map(|word| rest.find(word))
    .chain(rest.find(bounds))
    .min()
    .unwrap_or(rest.len());
    let name = rest.get(..cut)?.trim();
    let after = rest
        .get(cut..)?
        .trim_matches(|c: char| !c.is_alphanumeric());
    let whole = || rest.trim().trim_end_matches([',', ';']).to_owned();
    if prefixed.is_some() {
        let several = after.contains(" and ") && rest.split([',', ' ']).all(is_name_part);
        let names = if several { whole() } else { name.to_owned() };
        let newsroom = ["agency", "role"]
            .iter()
            .any(|kind| listed(kind, &fold(name)));
        return (newsroom || is_name(name)).then_some(names);
    }
    let role = fold(after.split('|').next().unwrap_or_default());
    let role = role.trim();
    let known = text.ends_with(['|', '｜']) && after.is_empty()
        || listed("role", role)
        || listed("agency", role)
        || role.split(' ').any(|word| listed("role", word)) && role.split(' ').count() <= 4
        || (!after.is_empty() && (is_date_line(after) || is_clock_line(after)));
    (known && is_name(name)).then(|| name.to_owned())
}

/// Whether a line names nobody but the newsroom: "From our business desk", "Capital Brief staff".
fn is_newsroom(line: &str) -> bool {
    const LONGEST: usize = 5;
    let folded = fold(line);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let beginning = words.get(..2).map(|words| words.join(" "));
    let ours = beginning.is_some_and(|words| listed("from us", &words));
    let ending = words.last().is_some_and(|word| listed("newsroom", word));
    let mut named = line.split_whitespace().rev().skip(1);
    let capital = named.all(|word| word.starts_with(char::is_uppercase));
    (2..=LONGEST).contains(&words.len()) && (ours || ending && capital)
}

/// Whether `line` begins as bylines do: "By …", "Von …".
pub(in crate::load) fn is_prefixed(line: &str) -> bool {
    without_prefix(bare(line)).is_some()
}

/// What follows "By" or "Von" or "Автор:" at the beginning of `line`.
fn without_prefix(line: &str) -> Option<&str> {
    let ends = line.match_indices([' ', ':']).map(|(at, _)| at).take(4);
    ends.filter_map(|at| {
        let rest = line.get(at..)?.trim_start_matches([' ', ':']);
        let head = fold(line.get(..at)?);
        (listed("byline", &head) || listed("byline", &format!("{head}:"))).then_some(rest)
    })
    .last()
}

/// Two to eight words, capitalised but for those that stand inside names.
pub(in crate::load) fn is_name(text: &str) -> bool {
    let words: Vec<_> = text.split_whitespace().collect();
    (2..=8).contains(&words.len())
        && words.iter().all(|word| is_name_part(word))
        && [words.first(), words.last()]
            .iter()
            .all(|word| word.is_some_and(|word| word.starts_with(char::is_uppercase)))
}

fn is_name_part(word: &str) -> bool {
    let letters = |c: char| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-');
    word.is_empty()
        || BETWEEN.contains(&word)
        || (word.starts_with(char::is_uppercase) && word.chars().all(|c| letters(c) || is_mark(c)))
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Whether a line holds a date and nothing else but words that stand around dates.
pub(in crate::load) fn is_date_line(text: &str) -> bool {
    let Some(found) = date::find(text) else {
        return false;
    };
    let mut spans = vec![found.date];
    spans.extend(found.time);
    spans.sort();
    let mut at = 0;
    let mut around = String::new();
    for span in spans {
        around.push_str(Span::new(at, span.start).of(text));
        around.push(' ');
        at = span.end;
    }
    around.push_str(Span::new(at, text.len()).of(text));
    are_of_dates(&around)
}

/// "Updated 5:00 p.m.", "Published A.M. ET May": whether a line says at what hour the article was
/// changed or published, or when before its numbers were lost, and nothing else.
pub(in crate::load) fn is_clock_line(text: &str) -> bool {
    let label = text.split([' ', ':']).next().map(fold);
    let labelled = |it: &str| listed("changed", it) || listed("date", it);
    if !label.is_some_and(|it| labelled(&it)) {
        return false;
    }
    if text.contains(|c: char| c.is_ascii_digit()) {
        return are_of_dates(text);
    }
    let (months, around): (Vec<&str>, Vec<&str>) = text
        .split(' ')
        .partition(|word| is_month(word.trim_end_matches('.')));
    !months.is_empty() && are_of_dates(&around.join(" "))
}

/// Whether all words of `text` are numbers or stand around dates.
fn are_of_dates(text: &str) -> bool {
    let text = fold(text);
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-' | '\'')))
        .map(|word| word.trim_matches(['.', '-']))
        .all(|word| {
            word.is_empty()
                || ["dated", "byline"].iter().any(|kind| listed(kind, word))
                || word.chars().all(|c| c.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::{Byline, parse};
    use crate::load::page::shape::Shape;

    fn of(text: &str) -> Option<Byline> {
        parse(text, &Shape::new(text))
    }

    #[test]
    fn names_are_found_in_the_usual_forms() {
        for (text, names) in [
            ("From our business desk", "From our business desk"),
            ("Capital Brief staff", "Capital Brief staff"),
            ("By Jane Roe", "Jane Roe"),
            ("BY JANE ROE AND JOHN DOE", "JANE ROE AND JOHN DOE"),
            (
                "By Jane Roe, John Doe and Ann Poe",
                "Jane Roe, John Doe and Ann Poe",
            ),
            ("By Jane Roe, Staff Writer", "Jane Roe"),
            ("By JANE ROE, Associated Press", "JANE ROE"),
            ("Jane Roe |", "Jane Roe"),
            ("Jane Roe, Reuters", "Jane Roe"),
            ("Jane Roe, Political Correspondent", "Jane Roe"),
            ("Von Jana Roe", "Jana Roe"),
            ("von Jana Roe am 14. Mai 2031, 15:40 Uhr", "Jana Roe"),
            ("By Jane Roe on May 14, 2031", "Jane Roe"),
            ("Автор: Анна Роу", "Анна Роу"),
            ("By The Associated Press", "The Associated Press"),
            ("Jane Roe | May 2, 2025", "Jane Roe"),
            ("Jane Roe, Published A.M. Et Feb.", "Jane Roe"),
            ("(Reuters)", "Reuters"),
            ("Jane RoeMay 2, 2025", "Jane Roe"),
            ("by Staff reporter", "Staff reporter"),
        ] {
            assert_eq!(
                of(text).and_then(|b| b.names).as_deref(),
                Some(names),
                "{text}"
            );
        }
    }

    #[test]
    fn dates_with_and_without_names() {
        let both = of("By Jane Roe | Updated May 2, 2025 3:04 PM EDT").unwrap();
        assert_eq!(both.names.as_deref(), Some("Jane Roe"));
        assert_eq!(both.published.as_deref(), Some("2025-05-02T15:04"));
        for text in [
            "Published: Friday, May 2, 2025 at 3 p.m.",
            "2 мая 2025 г.",
            "by / May 2, 2025",
            "20:58, UK,Friday 02 May 2025",
            "02 May 2025 at 21:07hrs | Views",
        ] {
            let line = of(text).unwrap();
            assert_eq!((line.names, line.published.is_some()), (None, true));
        }
    }

    #[test]
    fn what_is_no_byline() {
        for text in [
            "By Monday the bridge was closed",
            "By the numbers: a bridge",
            "Council Closes Bridge",
            "The bridge was closed on May 2, 2025",
            "Jane Roe, Mayor of Springfield",
            "iMay 2025 of Springfield",
            "Jane Roe, Published by the Post in Feb.",
            "(Wendham)",
            "By Jane Roe the bridge was closed, and nobody knew.",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
