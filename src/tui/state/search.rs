//! Finding words in what the text pane lists.

use crate::model::ArticleId;
use crate::text::Span;
use regex::{Regex, RegexBuilder};
use std::collections::BTreeMap;

/// A place that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Place in `Model::items`.
    pub item: usize,
    /// The article.
    pub article: ArticleId,
    /// Where in its text.
    pub span: Span,
}

/// A search and what it found among the items listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What was typed.
    pub query: String,
    /// The places, in reading order.
    pub hits: Vec<Hit>,
    /// The place where the reader stands.
    pub at: Option<usize>,
}

impl Search {
    /// The hits of an item, each with whether the reader stands there.
    pub fn in_item(&self, item: usize) -> impl Iterator<Item = (&Hit, bool)> {
        let start = self.hits.partition_point(|hit| hit.item < item);
        let hits = self.hits.iter().enumerate().skip(start);
        hits.take_while(move |(_, hit)| hit.item == item)
            .map(|(n, hit)| (hit, self.at == Some(n)))
    }

    /// The count, whole and by article: "3/12 · A 2 · B 10".
    pub fn count(&self, dot: &str) -> String {
        if self.hits.is_empty() {
            return "no match".to_owned();
        }
        let mut by_article = BTreeMap::<ArticleId, usize>::new();
        for hit in &self.hits {
            *by_article.entry(hit.article).or_default() += 1;
        }
        let all = self.hits.len();
        let whole = match self.at {
            Some(at) => format!("{}/{all}", at + 1),
            None => all.to_string(),
        };
        let shares = by_article
            .iter()
            .map(|(article, hits)| format!("{article} {hits}"));
        std::iter::once(whole)
            .chain(shares)
            .collect::<Vec<_>>()
            .join(&format!(" {dot} "))
    }
}

/// The pattern of a query: plain words, in any case unless one letter is a capital; quotation
/// marks, dashes and blanks stand for all of their kind.
pub(super) fn pattern(query: &str) -> Option<Regex> {
    let mut pattern = String::new();
    let mut blank = false;
    for c in query.trim().chars() {
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) {
            pattern.push_str(r"\s+");
        }
        match c {
            '\'' | '’' | '‘' => pattern.push_str("['’‘ʼ]"),
            '"' | '“' | '”' => pattern.push_str("[\"“”„«»]"),
            '-' | '–' | '—' => pattern.push_str("[-‐‑–—]"),
            _ => pattern.push_str(&regex::escape(c.encode_utf8(&mut [0; 4]))),
        }
    }
    if pattern.is_empty() {
        return None;
    }
    let smart = !query.chars().any(char::is_uppercase);
    RegexBuilder::new(&pattern)
        .case_insensitive(smart)
        .build()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::pattern;

    fn finds(query: &str, text: &str) -> bool {
        pattern(query).is_some_and(|pattern| pattern.is_match(text))
    }

    #[test]
    fn a_capital_makes_case_count() {
        assert!(finds("kyiv", "in Kyiv") && finds("Kyiv", "in Kyiv"));
        assert!(!finds("Kyiv", "in KYIV"));
    }

    #[test]
    fn typography_and_blanks_do_not_count() {
        assert!(finds("won't  go", "we won’t\u{a0}go"));
        assert!(finds("a - \"b\"", "a — “b”"));
        assert!(!finds("  ", "anything"));
        assert!(finds("(.*", "so (.* is a text"));
    }
}
