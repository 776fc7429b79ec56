//! Which texts corrections are about: what their outlets are called now, and whether they changed.

use crate::model::{Anchor, Article, Corrections, Text, Warning};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The present names of outlets that corrections name and no article is of: that of the one article
/// with the same bytes, else of the one file of the same name, else of the one article that holds
/// the most of the passages, and at least half of them.
pub(super) fn renamed(articles: &[Article], corrections: &Corrections) -> BTreeMap<String, String> {
    let mut passages: BTreeMap<&str, Vec<&Anchor>> = BTreeMap::new();
    for anchor in corrections.all().iter().flat_map(|it| it.passages()) {
        passages.entry(&anchor.outlet).or_default().push(anchor);
    }
    let present: BTreeSet<&str> = articles.iter().map(|it| it.outlet.as_str()).collect();
    // An article that is still named as it was is no other one's.
    let free: Vec<&Article> = articles
        .iter()
        .filter(|it| !passages.contains_key(it.outlet.as_str()))
        .collect();
    let mut names = BTreeMap::new();
    for (outlet, anchors) in passages.iter().filter(|(name, _)| !present.contains(*name)) {
        let text = corrections.texts().iter().find(|it| it.outlet == *outlet);
        let found = text
            .and_then(|text| {
                let file = file_name(&text.file);
                only(&free, |it| it.reading.sha256 == text.sha256)
                    .or_else(|| only(&free, |it| file_name(&it.source) == file))
            })
            .or_else(|| holding(&free, anchors));
        if let Some(article) = found {
            names.insert((*outlet).to_owned(), article.outlet.clone());
        }
    }
    // Two outlets have not become one.
    let of_two = |name: &String| names.values().filter(|it| *it == name).count() > 1;
    let unclear: Vec<String> = names.values().filter(|it| of_two(it)).cloned().collect();
    names.retain(|_, name| !unclear.contains(name));
    names
}

/// What the reader must know of texts that are not what they were when the corrections were saved.
pub fn doubts(articles: &[Article], corrections: &Corrections) -> Vec<Warning> {
    let names = renamed(articles, corrections);
    let now = |outlet: &str| names.get(outlet).map_or(outlet, String::as_str).to_owned();
    let of = |outlet: &str| articles.iter().find(|it| it.outlet == now(outlet));
    let called = names.iter().filter_map(|(old, new)| {
        Some(Warning {
            source: Some(of(old)?.source.clone()),
            text: format!(
                "the corrections call this outlet “{old}”; they are taken to be on “{new}”"
            ),
        })
    });
    let texts = corrections.texts().iter();
    let changed = texts.clone().filter_map(|text| {
        let article = of(&text.outlet).filter(|it| has_changed(it, text))?;
        // What is known of it by its present name is newer.
        let newer = texts.clone().any(|it| it.outlet == article.outlet);
        if text.outlet != article.outlet && newer {
            return None;
        }
        Some(Warning {
            source: Some(article.source.clone()),
            text: "the file changed since its corrections were saved; those that do not fit it \
                   any more are listed"
                .to_owned(),
        })
    });
    called.chain(changed).collect()
}

fn has_changed(article: &Article, text: &Text) -> bool {
    !text.sha256.is_empty() && article.reading.sha256 != text.sha256
}

/// The article that holds the most of these passages word for word.
fn holding<'a>(articles: &[&'a Article], anchors: &[&Anchor]) -> Option<&'a Article> {
    let held = |article: &Article| {
        let here = anchors.iter().filter(|it| article.text.contains(&it.words));
        here.count()
    };
    let most = articles.iter().map(|it| held(it)).max()?;
    let enough = most * 2 >= anchors.len() && most > 0;
    only(articles, |it| held(it) == most).filter(|_| enough)
}

/// The only one that fits.
fn only<'a>(articles: &[&'a Article], fits: impl Fn(&Article) -> bool) -> Option<&'a Article> {
    let mut fitting = articles.iter().filter(|it| fits(it));
    match (fitting.next(), fitting.next()) {
        (Some(article), None) => Some(article),
        _ => None,
    }
}

/// The name of a file without its folder.
fn file_name(source: &str) -> Option<&str> {
    Path::new(source).file_name()?.to_str()
}
