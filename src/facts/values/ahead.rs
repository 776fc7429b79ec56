//! Which day a day of the week means: a past one, or one that is ahead: "will meet on Sunday", "is due
//! to vote in Sunday's session".

use crate::facts::page::calendar;
use crate::facts::page::dateline::dateline;
use crate::facts::page::lists::Class;
use crate::facts::page::{Page, Token};

/// How many words before a day may say that it is ahead.
const REACH: usize = 16;

/// How many days after that of publication the day of the week at `at` lies, of which the last one was
/// `back` days before it: that one, or the same day; behind "next", or of what will be, the next one.
///
/// Of the day of the week that comes next it is not said: an article that is dated on its eve tells of
/// that night, too.
pub(super) fn days_off(page: &Page<'_>, at: usize, back: i64) -> Option<i64> {
    const EVE: i64 = 6;
    let before = at.checked_sub(1).and_then(|before| page.token(before));
    match before.map_or("", |t| t.key.as_str()) {
        "next" | "coming" => Some(7 - back),
        "last" if back == 0 => Some(-7),
        _ if back > 0 && is_ahead(page, at) => Some(7 - back),
        "last" => Some(-back),
        _ => Some(-back).filter(|_| back != EVE),
    }
}

/// Whether the clause of the day of the week at `at` tells of what will be: the words before it, or,
/// where it opens its sentence, those behind it ("From Monday the boats will run").
fn is_ahead(page: &Page<'_>, at: usize) -> bool {
    let Some(sentence) = page.sentences.iter().find(|range| range.contains(&at)) else {
        return false;
    };
    let before = page.slice(sentence.start.max(at.saturating_sub(REACH))..at);
    let behind = page.slice(at + 1..sentence.end.min(at + REACH));
    // "As thousands gather on Sunday, the boats will rest": what comes at one time is ahead together.
    let start = dateline(page, sentence);
    let meanwhile = page
        .token(start)
        .is_some_and(|t| is_in(page, "meanwhile", &t.key));
    let opens = meanwhile && !page.slice(start..at).iter().any(|t| t.key == ",");
    let main = behind.iter().skip_while(|t| t.key != ",").skip(1);
    tells(page, before.iter().rev())
        || before.len() < 2 && tells(page, behind.iter())
        || opens && tells(page, main)
}

/// Whether some words, read up to the end of their clause, tell of what will be.
fn tells<'a>(page: &Page<'_>, words: impl Iterator<Item = &'a Token>) -> bool {
    let in_clause = |token: &&Token| {
        let speech = token.class.is(Class::SPEECH) && !page.lists.is_noun(&token.key);
        let ends = !token.is_word() && !token.is_one_of(&["-", "'s", "$"]);
        !speech && !ends && !is_in(page, "clause", &token.key)
    };
    let mut words = words.take_while(in_clause);
    words.any(|token| is_in(page, "ahead", &token.key) || token.key.ends_with("'ll"))
}

fn is_in(page: &Page<'_>, section: &str, key: &str) -> bool {
    let language = page.article.language_code().unwrap_or("en");
    calendar::says(&format!("{language}.{section}"), key)
}

#[cfg(test)]
mod tests {
    use crate::facts::find;
    use crate::facts::testing::article;
    use crate::model::Value;

    /// The days of a text that was published on 2025-05-02, a Friday.
    fn days(text: &str) -> Vec<String> {
        let mut article = article(&[text]);
        article.published = Some("2025-05-02T10:00:00Z".to_owned());
        let show = |n: Option<i16>| n.map_or("?".to_owned(), |n| n.to_string());
        let facts = find(&[article]).facts.into_iter();
        let days = facts.filter_map(|fact| match fact.value {
            Value::Day(day) => Some(format!(
                "{} {} {} {}",
                show(day.year),
                show(day.month.map(i16::from)),
                show(day.day.map(i16::from)),
                show(day.weekday.map(i16::from)),
            )),
            _ => None,
        });
        days.collect()
    }

    #[test]
    fn near_days_are_resolved_by_the_day_of_publication() {
        for (text, value) in [
            ("He said so on Tuesday.", "2025 4 29 2"),
            ("He said so yesterday.", "2025 5 1 4"),
            ("He said so on Friday.", "2025 5 2 5"),
            ("He said so last Friday.", "2025 4 25 5"),
            ("He will come next Monday.", "2025 5 5 1"),
            ("From Monday he will be heard.", "2025 5 5 1"),
            ("They are due to meet in Monday's final.", "2025 5 5 1"),
            ("He will come on Friday.", "2025 5 2 5"),
            (
                "As they gather on Monday at dawn, the boats will rest.",
                "2025 5 5 1",
            ),
            (
                "As they gathered on Monday, he said the boats will rest.",
                "2025 4 28 1",
            ),
            // The eve of a Saturday, or the week before.
            ("He fell early on Saturday.", "? ? ? 6"),
            ("He fell last Saturday.", "2025 4 26 6"),
            ("He will come, he said on Monday.", "2025 4 28 1"),
            ("He will miss those who came on Monday.", "2025 4 28 1"),
        ] {
            let found = days(text);
            assert_eq!(found, [value], "{text}");
        }
    }

    #[test]
    fn a_word_for_a_day_in_marks_is_the_speaker_s() {
        for (text, value) in [
            ("“Today the boats are home,” Ann Olden said.", None),
            ("“We sail tomorrow,” Ann Olden said.", None),
            (
                "Ann Olden said today: “The boats are home.”",
                Some("2025 5 2 5"),
            ),
            ("“We sail on Monday,” Ann Olden said.", Some("2025 4 28 1")),
        ] {
            let found = days(text);
            assert_eq!(found.first().map(String::as_str), value, "{text}");
        }
    }
}
