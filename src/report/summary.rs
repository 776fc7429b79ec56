//! What can be counted.

use super::Look;
use crate::model::{Article, ArticleId, Comparison, Row, RowVerdict, Warning};
use crate::parallel;
use serde::Serialize;
use std::collections::BTreeMap;

/// The counts of a comparison.
#[derive(Debug, Serialize)]
pub(super) struct Summary<'a> {
    /// Rows by verdict; every verdict is there, if only with 0.
    pub verdicts: BTreeMap<RowVerdict, usize>,
    /// Findings that are shown, by kind, in the kinds' own order; kinds without one are left out.
    pub kinds: BTreeMap<crate::model::FindingKind, usize>,
    /// Article by article.
    pub articles: Vec<ArticleCounts<'a>>,
    /// What the reader must know before trusting the rest.
    pub warnings: &'a [Warning],
    /// Corrections that do not fit the articles any more.
    #[serde(skip)]
    pub stale: usize,
}

/// The counts of one article.
#[derive(Debug, Serialize)]
pub(super) struct ArticleCounts<'a> {
    pub id: ArticleId,
    pub outlet: &'a str,
    /// Words of the body.
    pub words: usize,
    pub sentences: usize,
    pub paragraphs: u32,
    /// Words of the blocks that were set aside.
    pub furniture_words: usize,
    /// Their share of all words of the file, 0 to 1.
    pub furniture: f64,
    /// Sentences that another outlet tells too, unsure ones not counted.
    pub told_by_others: usize,
    /// Their share of the article's sentences, 0 to 1.
    pub coverage: f64,
    /// Rows that this outlet alone tells.
    pub alone: usize,
    /// Rows that others tell and it does not.
    pub omits: usize,
    /// Findings that are about it, of those shown.
    pub findings: usize,
}

impl<'a> Summary<'a> {
    pub(super) fn new(comparison: &'a Comparison, look: &Look) -> Self {
        let mut kinds = BTreeMap::new();
        for finding in look.findings(comparison) {
            *kinds.entry(finding.kind).or_default() += 1;
        }
        let verdicts = RowVerdict::ALL.map(|verdict| (verdict, comparison.count(verdict)));
        Self {
            verdicts: verdicts.into(),
            kinds,
            articles: parallel::map(&comparison.articles, 1, |_, article| {
                ArticleCounts::new(article, comparison, look)
            }),
            warnings: &comparison.warnings,
            stale: comparison.corrected.stale().count(),
        }
    }

    /// Everything in one line.
    pub(super) fn line(&self) -> String {
        let rows = self.verdicts.values().sum();
        let verdicts = RowVerdict::ALL.map(|verdict| {
            let count = self.verdicts.get(&verdict).copied().unwrap_or_default();
            format!("{count} {}", verdict.word())
        });
        let kinds: Vec<_> = self
            .kinds
            .iter()
            .map(|(kind, count)| format!("{count} {}", kind.words()))
            .collect();
        let findings: usize = self.kinds.values().sum();
        let mut line = format!(
            "{}, {}: {}; {}",
            counted(self.articles.len(), "article"),
            counted(rows, "row"),
            verdicts.join(", "),
            counted(findings, "finding"),
        );
        if !kinds.is_empty() {
            line = format!("{line}: {}", kinds.join(", "));
        }
        if self.stale > 0 {
            line = format!("{line}; {} not applied", counted(self.stale, "correction"));
        }
        if !self.warnings.is_empty() {
            line = format!("{line}; {}", counted(self.warnings.len(), "warning"));
        }
        line
    }
}

impl<'a> ArticleCounts<'a> {
    fn new(article: &'a Article, comparison: &Comparison, look: &Look) -> Self {
        let id = article.id;
        let words = article.words();
        let rows = || comparison.rows.iter();
        let sentences = article.sentences.len();
        let told_by_others = rows()
            .filter(|row| is_shared(row))
            .filter_map(|row| row.cells.get(&id))
            .map(Vec::len)
            .sum();
        Self {
            id,
            outlet: &article.outlet,
            words: words.body,
            sentences,
            paragraphs: article.paragraphs(),
            furniture_words: words.aside,
            furniture: rounded(words.aside_share()),
            told_by_others,
            coverage: share(told_by_others, sentences),
            alone: rows()
                .filter(|row| row.verdict == RowVerdict::Single && row.cells.contains_key(&id))
                .count(),
            omits: rows().filter(|row| row.omitted_by.contains(&id)).count(),
            findings: look
                .findings(comparison)
                .filter(|finding| finding.articles.contains(&id))
                .count(),
        }
    }
}

/// Whether at least two outlets are claimed to tell the row.
fn is_shared(row: &Row) -> bool {
    row.tellers() > 1 && row.verdict != RowVerdict::Unsure
}

/// `part` of `whole`, rounded to four places; 0 of nothing.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    rounded(part as f64 / whole as f64)
}

/// Four decimal places: more would suggest an exactness that no score has.
pub(super) fn rounded(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}

/// "1 row", "2 rows".
pub(super) fn counted(count: usize, thing: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {thing}{ending}")
}
