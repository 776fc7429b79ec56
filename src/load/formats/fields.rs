//! The names under which JSON, front matter and metadata tell of an article.

use crate::load::lines::date;
use crate::load::raw::Declared;
use crate::model::Field;
use html_escape::decode_html_entities;
use serde_json::{Map, Value};

/// The names of each field in small letters without marks, best first. Sources: schema.org's
/// `NewsArticle`, the output of news-please, trafilatura, newspaper4k and newsapi.org, and the front
/// matter of common site generators.
const NAMES: [(Field, &[&str]); 6] = [
    (
        Field::Headline,
        &["headline", "title", "titlepage", "titlerss"],
    ),
    (
        Field::Byline,
        &["author", "authors", "byline", "creator", "writer"],
    ),
    (
        Field::Published,
        &[
            "datepublished",
            "datepublish",
            "publishdate",
            "publishedat",
            "publicationdate",
            "publishedtime",
            "published",
            "pubdate",
            "date",
        ],
    ),
    (
        Field::Url,
        &[
            "url",
            "canonicallink",
            "canonicalurl",
            "link",
            "permalink",
            "mainentityofpage",
            "source",
            "id",
        ],
    ),
    (
        Field::Outlet,
        &[
            "outlet",
            "sitename",
            "metasitename",
            "publisher",
            "newspaper",
            "source",
            "sourcename",
            "site",
            "sourcehostname",
            "hostname",
            "sourcedomain",
            "domain",
        ],
    ),
    (
        Field::Language,
        &["language", "lang", "inlanguage", "metalang"],
    ),
];

/// The names of the text, best first.
const TEXT: [&str; 10] = [
    "articlebody",
    "maintext",
    "text",
    "body",
    "content",
    "contenttext",
    "fulltext",
    "rawtext",
    "articletext",
    "paragraphs",
];

/// No outlet has a longer name, in characters.
const LONGEST_OUTLET: usize = 80;

/// What `object` says of an article; `called` makes the words for where a value was found from
/// its name there.
pub(in crate::load) fn declared(
    object: &Map<String, Value>,
    called: impl Fn(&str) -> String,
) -> Declared {
    let mut declared = Declared::default();
    for (field, names) in NAMES {
        for (name, value) in named(object, names) {
            if let Some(value) = accept(field, &words(value)) {
                declared.say(field, &value, &called(name));
            }
        }
    }
    declared
}

/// The article's text in `object`; the parts of a list are paragraphs.
pub(in crate::load) fn text(object: &Map<String, Value>) -> Option<String> {
    named(object, &TEXT)
        .map(|(_, value)| match value {
            Value::Array(_) | Value::String(_) => words(value).join("\n\n"),
            _ => String::new(),
        })
        .find(|text| !text.trim().is_empty())
}

/// What a value that somebody gives for `field` says, if it can be that.
pub(in crate::load) fn accept(field: Field, values: &[String]) -> Option<String> {
    let values = || values.iter().map(|value| value.trim());
    let is_address = |value: &str| value.starts_with("http://") || value.starts_with("https://");
    let first = values().find(|value| !value.is_empty())?;
    match field {
        Field::Headline => Some(first.to_owned()),
        Field::Byline => {
            let names = values().filter(|name| !name.is_empty() && !is_address(name));
            let names: Vec<_> = names.map(without_by).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        Field::Published => date::find(first)?.iso,
        Field::Url => is_address(first).then(|| first.to_owned()),
        Field::Outlet => {
            let fits = !is_address(first) && first.chars().count() <= LONGEST_OUTLET;
            fits.then(|| first.to_owned())
        }
        Field::Language => {
            let code = first.split(['-', '_']).next()?.to_lowercase();
            let fits = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase());
            fits.then_some(code)
        }
    }
}

/// "By Jane Roe" as "Jane Roe".
fn without_by(name: &str) -> &str {
    let by = name
        .get(..3)
        .is_some_and(|by| by.eq_ignore_ascii_case("by "));
    name.get(3..).filter(|_| by).unwrap_or(name).trim()
}

/// The entries of `object` that have one of `names`, in the order of the names.
fn named<'a>(
    object: &'a Map<String, Value>,
    names: &'a [&str],
) -> impl Iterator<Item = (&'a str, &'a Value)> {
    let plain = |name: &str| -> String {
        let letters = name.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    names.iter().flat_map(move |name| {
        let entries = object.iter();
        entries
            .filter(move |(key, _)| plain(key) == *name)
            .map(|(key, value)| (key.as_str(), value))
    })
}

/// The strings of a value: itself, those of a list, the name of a thing.
fn words(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![decode_html_entities(text).into_owned()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(all) => all.iter().flat_map(words).collect(),
        Value::Object(thing) => ["name", "@value", "@id", "title"]
            .iter()
            .find_map(|key| thing.get(*key))
            .filter(|value| value.is_string())
            .map(words)
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{declared, text};
    use crate::load::raw::Declared;
    use crate::model::Field;
    use serde_json::{Value, json};

    fn said(value: &Value) -> Declared {
        declared(value.as_object().unwrap(), |name| format!("“{name}”"))
    }

    #[test]
    fn the_names_of_the_usual_crawlers_are_known() {
        let news_please = json!({
            "authors": ["Jane Roe", "John Doe"], "date_publish": "2031-03-04 05:06:00",
            "maintext": "It rained.", "source_domain": "gazette.example", "title": "Rain",
            "language": "en", "url": "https://gazette.example/rain",
        });
        let trafilatura = json!({
            "title": "Rain", "author": "Jane Roe, John Doe", "date": "2031-03-04", "text": "It rained.",
            "source": "https://gazette.example/rain", "source-hostname": "gazette.example",
            "hostname": "gazette.example", "language": "en",
        });
        let newspaper = json!({
            "title": "Rain", "authors": ["Jane Roe, John Doe"], "publish_date": "2031-03-04T05:06:00",
            "text": "It rained.", "meta_lang": "en", "meta_site_name": "gazette.example",
            "canonical_link": "https://gazette.example/rain",
        });
        let schema = json!({
            "@type": "NewsArticle", "headline": "Rain", "articleBody": "It rained.",
            "author": [{"@type": "Person", "name": "Jane Roe"}, {"name": "By John Doe"}],
            "datePublished": "2031-03-04T05:06:00Z", "inLanguage": "en-GB",
            "publisher": {"@type": "Organization", "name": "gazette.example"},
            "mainEntityOfPage": {"@id": "https://gazette.example/rain"},
        });
        for value in [news_please, trafilatura, newspaper, schema] {
            let said = said(&value);
            assert_eq!(said.get(Field::Headline), Some("Rain"), "{value}");
            assert_eq!(
                said.get(Field::Byline),
                Some("Jane Roe, John Doe"),
                "{value}"
            );
            let date = said.get(Field::Published).unwrap();
            assert!(date.starts_with("2031-03-04"), "{value}");
            assert_eq!(said.get(Field::Outlet), Some("gazette.example"), "{value}");
            assert_eq!(said.get(Field::Language), Some("en"), "{value}");
            let url = said.get(Field::Url);
            assert_eq!(url, Some("https://gazette.example/rain"), "{value}");
            assert_eq!(
                text(value.as_object().unwrap()).as_deref(),
                Some("It rained.")
            );
        }
    }

    #[test]
    fn what_cannot_be_a_value_is_none() {
        let odd = json!({
            "date": "two hours ago", "author": "https://gazette.example/roe", "language": "English",
            "source": "x".repeat(99), "url": "/rain", "title": 7,
        });
        let said = said(&odd);
        for field in [
            Field::Published,
            Field::Byline,
            Field::Language,
            Field::Outlet,
            Field::Url,
        ] {
            assert_eq!(said.get(field), None, "{field:?}");
        }
    }
}
