//! JSON: one article, a list of them, or one a line.

use crate::load::error::MOST_ARTICLES;
use crate::load::formats::fields;
use crate::load::formats::html;
use crate::load::raw::Raw;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};

/// The names under which lists of articles stand inside an object.
const LISTS: [&str; 7] = [
    "articles",
    "items",
    "results",
    "documents",
    "data",
    "@graph",
    "article",
];

/// A value takes up to sixteen times the bytes of its text; what is larger is no article but a
/// collection.
const LONGEST: usize = 20 << 20;

/// What is wrong with a file, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::load) struct Malformed {
    pub what: String,
    pub remedy: &'static str,
}

/// An article, or what is wrong with it; and where it stands in the file, if there are several.
pub(in crate::load) type Entry = (Option<String>, Result<Raw, Malformed>);

/// Whether `text` is JSON or JSON Lines; with a `hint` that it should be, broken JSON is JSON too.
pub(in crate::load) fn is_json(text: &str, hint: bool) -> bool {
    let text = text.trim_start();
    if !text.starts_with(['{', '[']) {
        return false;
    }
    let whole = || serde_json::from_str::<IgnoredAny>(text).is_ok();
    let first = text.lines().next().unwrap_or_default();
    let line = || first.starts_with('{') && serde_json::from_str::<IgnoredAny>(first).is_ok();
    hint || line() || whole()
}

/// The articles of a JSON text.
pub(in crate::load) fn read(text: &str) -> Result<Vec<Entry>, Malformed> {
    match parsed(text.trim_start_matches('\u{feff}')) {
        Ok(value) => Ok(of_value(&value)),
        Err(error) => {
            let first = text.lines().find(|line| !line.trim().is_empty());
            let lines = first.is_some_and(|line| parsed(line).is_ok());
            if lines {
                Ok(of_lines(text))
            } else {
                Err(Malformed {
                    what: format!("this is not valid JSON ({error})"),
                    remedy: "repair it, or save the article's text as a .txt file",
                })
            }
        }
    }
}

/// The value that a text stands for, or what is wrong with it.
fn parsed(text: &str) -> Result<Value, String> {
    if text.len() > LONGEST {
        let megabytes = LONGEST >> 20;
        return Err(format!(
            "more than {megabytes} MB in one piece: write an article a line"
        ));
    }
    serde_json::from_str(text).map_err(|error| error.to_string())
}

fn of_value(value: &Value) -> Vec<Entry> {
    let all = listed(value, 3);
    let count = all.len();
    let entries = (1..).zip(all).take(MOST_ARTICLES);
    let entries = entries.map(|(number, value)| {
        let place = (count > 1).then(|| format!("article {number}"));
        (place, one(value, "JSON"))
    });
    entries.chain(the_rest(count)).collect()
}

/// That the articles beyond [`MOST_ARTICLES`] were not read.
fn the_rest(count: usize) -> Option<Entry> {
    let wrong = || Malformed {
        what: format!(
            "of its {count} articles, those after the first {MOST_ARTICLES} were not read"
        ),
        remedy: "put the others into files of their own, a story each",
    };
    (count > MOST_ARTICLES).then(|| (None, Err(wrong())))
}

fn of_lines(text: &str) -> Vec<Entry> {
    let lines = (1u32..).zip(text.lines());
    let lines = lines.filter(|(_, line)| !line.trim().is_empty());
    let count = lines.clone().count();
    let entries = lines.take(MOST_ARTICLES).map(|(number, line)| {
        let read = match parsed(line) {
            Ok(value) => one(&value, "JSON Lines"),
            Err(error) => Err(Malformed {
                what: format!("this line is not valid JSON ({error})"),
                remedy: "repair it or take it out",
            }),
        };
        let read = read.map(|mut raw| {
            for paragraph in &mut raw.paragraphs {
                paragraph.line = number;
            }
            raw
        });
        (Some(format!("line {number}")), read)
    });
    entries.chain(the_rest(count)).collect()
}

/// The articles in `value`: those of a list, of an object that holds one, or itself.
fn listed(value: &Value, depth: usize) -> Vec<&Value> {
    match value {
        Value::Array(all) => all.iter().collect(),
        Value::Object(object) if depth > 0 && fields::text(object).is_none() => {
            let held = LISTS.iter().find_map(|name| object.get(*name));
            let held = held.filter(|held| held.is_array() || held.is_object());
            held.map_or_else(|| vec![value], |held| listed(held, depth - 1))
        }
        _ => vec![value],
    }
}

fn one(value: &Value, format: &str) -> Result<Raw, Malformed> {
    let Value::Object(object) = value else {
        return Err(Malformed {
            what: "this is no article: an article is an object with named fields".to_owned(),
            remedy: "give it as {\"title\": …, \"text\": …}",
        });
    };
    let Some(text) = fields::text(object) else {
        return Err(Malformed {
            what: format!("no article text in it ({})", names(object)),
            remedy: "give the text as “text”, “maintext” or “articleBody”",
        });
    };
    Ok(Raw {
        paragraphs: html::of_text(&text),
        declared: fields::declared(object, |name| format!("field “{name}”")),
        format: format.to_owned(),
        notes: Vec::new(),
    })
}

/// The first fields of an object, for people.
fn names(object: &Map<String, Value>) -> String {
    let names: Vec<_> = object.keys().take(5).map(String::as_str).collect();
    match names.as_slice() {
        [] => "it is empty".to_owned(),
        _ => format!("its fields: {}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_json, read};

    #[test]
    fn one_article_a_list_and_lines() {
        let one = r#"{"title": "Rain", "text": "It rained.\n\nIt stopped."}"#;
        let entries = read(one).unwrap();
        let (place, raw) = &entries[0];
        assert_eq!((entries.len(), place), (1, &None));
        assert_eq!(raw.as_ref().unwrap().paragraphs.len(), 2);
        for text in [
            format!("[{one}, {{\"a\": 1}}]"),
            format!("{{\"articles\": [{one}, 3]}}"),
            format!("{one}\n\n{{broken\n"),
        ] {
            assert!(is_json(&text, false), "{text}");
            let entries = read(&text).unwrap();
            let good: Vec<_> = entries.iter().map(|(_, raw)| raw.is_ok()).collect();
            assert_eq!(good, [true, false], "{text}");
            assert!(entries.iter().all(|(place, _)| place.is_some()));
        }
    }

    #[test]
    fn markup_in_a_text_is_taken_out() {
        let entries = read(r#"{"content": "<p>Rain &amp; wind.</p><p>It stopped.</p>"}"#).unwrap();
        let raw = entries[0].1.as_ref().unwrap();
        let texts: Vec<_> = raw.paragraphs.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(texts, ["Rain & wind.", "It stopped."]);
    }

    #[test]
    fn prose_in_brackets_is_no_json() {
        assert!(!is_json("[UPDATE] It rained.", false));
        assert!(is_json("{\"text\": \"It", true) && read("{\"text\": \"It").is_err());
    }
}
