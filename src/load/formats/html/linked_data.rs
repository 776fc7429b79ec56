//! JSON-LD: what a page's scripts of the schema.org kind say of its article.

use crate::load::formats::fields;
use crate::load::raw::Declared;
use crate::text::fold::fold;
use html_escape::decode_html_entities;
use serde_json::{Map, Value};

/// Things are looked for so deep inside of others.
const DEEPEST: usize = 8;

/// What the scripts say of the page's article.
#[derive(Debug, Default)]
pub(super) struct LinkedData {
    pub declared: Declared,
    /// Its text, where they hold it.
    pub text: Option<String>,
    /// There are scripts, and none of them can be read.
    pub broken: bool,
}

/// Reads the article of the page with this title from its scripts. Where they tell of several (a
/// list of related ones), it is the one with the title's words, else the first.
pub(super) fn read(scripts: &[String], title: &str) -> LinkedData {
    let values: Vec<Value> = scripts.iter().filter_map(|script| parsed(script)).collect();
    let mut articles = Vec::new();
    for value in &values {
        collect(value, DEEPEST, &mut articles);
    }
    let title = fold(title);
    let titled = |article: &&Map<String, Value>| {
        let headline = article.get("headline").and_then(Value::as_str);
        headline.is_some_and(|headline| {
            let headline = fold(&decode_html_entities(headline));
            !headline.is_empty() && title.contains(&headline)
        })
    };
    let mut all = articles.iter().copied();
    let Some(article) = all.find(titled).or_else(|| articles.first().copied()) else {
        return LinkedData {
            broken: values.is_empty() && !scripts.is_empty(),
            ..LinkedData::default()
        };
    };
    LinkedData {
        declared: fields::declared(article, |name| format!("JSON-LD {name}")),
        text: article
            .get("articleBody")
            .and_then(Value::as_str)
            .map(|text| decode_html_entities(text).into_owned()),
        broken: false,
    }
}

/// A script's value. Publishing systems leave line breaks in strings, which JSON forbids, and wrap
/// the whole into comment marks of XML.
fn parsed(script: &str) -> Option<Value> {
    let script = script.trim();
    let script = script.strip_prefix("<!--").unwrap_or(script);
    let script = script.strip_suffix("-->").unwrap_or(script);
    let start = script.find(['{', '['])?;
    let end = script.rfind(['}', ']'])?;
    let script = script.get(start..=end)?;
    serde_json::from_str(script)
        .or_else(|_| serde_json::from_str(&script.replace(|c: char| c.is_control(), " ")))
        .ok()
}

/// The articles in `value`.
fn collect<'a>(value: &'a Value, depth: usize, found: &mut Vec<&'a Map<String, Value>>) {
    if depth == 0 {
        return;
    }
    match value {
        Value::Array(all) => {
            for value in all {
                collect(value, depth - 1, found);
            }
        }
        Value::Object(thing) if is_article(thing) => found.push(thing),
        Value::Object(thing) => {
            for name in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(value) = thing.get(name) {
                    collect(value, depth - 1, found);
                }
            }
        }
        _ => {}
    }
}

/// Whether a thing is an article of some kind (schema.org's `Article` and what is below it).
fn is_article(thing: &Map<String, Value>) -> bool {
    let is = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            ["Article", "BlogPosting", "Report"]
                .iter()
                .any(|end| kind.ends_with(end))
        })
    };
    match thing.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::model::Field;

    #[test]
    fn the_page_s_own_article_is_found_among_others() {
        let scripts = [
            r#"{"@type": "WebSite", "name": "Gazette"}"#.to_owned(),
            "<!-- {\"@graph\": [{\"@type\": \"NewsArticle\", \"headline\": \"Dog found\"},
                {\"@type\": [\"ReportageNewsArticle\"], \"headline\": \"Rain &amp; wind\",
                 \"datePublished\": \"2031-03-04\", \"articleBody\": \"It\nrained.\"}]} -->"
                .to_owned(),
            "{not json".to_owned(),
        ];
        let found = read(&scripts, "Rain & Wind | Gazette");
        assert_eq!(found.declared.get(Field::Headline), Some("Rain & wind"));
        assert_eq!(
            found.declared.from(Field::Published),
            Some("JSON-LD datePublished")
        );
        assert_eq!(found.text.as_deref(), Some("It rained."));
        assert_eq!(
            read(&scripts, "x").declared.get(Field::Headline),
            Some("Dog found")
        );
    }
}
