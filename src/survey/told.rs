//! How an outlet tells a row: the cells of the matrix of pieces and outlets.

use crate::model::{ArticleId, Comparison, Finding, Row, RowVerdict, SentenceId};
use std::cmp::Reverse;

/// How an outlet tells a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told<'a> {
    /// As others do.
    Alike,
    /// Otherwise than others: the weightiest finding that says so.
    Differently(&'a Finding),
    /// It alone.
    Alone,
    /// In the very words of another outlet: one voice, not two.
    Copied,
    /// Perhaps: the row is unsure as a whole.
    Unsure,
    /// In a sentence that stands in another row.
    Elsewhere(SentenceId),
    /// No sentence of it is claimed to tell the row, but one may.
    Perhaps,
    /// Not at all.
    Not,
}

/// How an article tells a row; `copied` says of a sentence whether another outlet prints it too.
pub fn told<'a>(
    story: &'a Comparison,
    row: &Row,
    article: ArticleId,
    copied: impl Fn(SentenceId) -> bool,
) -> Told<'a> {
    let Some(ids) = row.cells.get(&article) else {
        return match row.elsewhere.get(&article) {
            Some(id) => Told::Elsewhere(*id),
            None if row.is_perhaps_told_by(article) => Told::Perhaps,
            None => Told::Not,
        };
    };
    if row.verdict == RowVerdict::Unsure {
        return Told::Unsure;
    }
    if let Some(finding) = weightiest(story, row, article) {
        return Told::Differently(finding);
    }
    match row.cells.len() {
        1 => Told::Alone,
        _ if ids.iter().any(|id| copied(*id)) => Told::Copied,
        _ => Told::Alike,
    }
}

/// The finding that says most about how an article tells a row otherwise than others.
fn weightiest<'a>(story: &'a Comparison, row: &Row, article: ArticleId) -> Option<&'a Finding> {
    let findings = row.findings.iter();
    let findings = findings.filter_map(|id| story.findings.get(id.index()));
    let mut about: Vec<&Finding> = findings
        .filter(|it| it.kind.diverges() && it.articles.contains(&article))
        .collect();
    about.sort_by_key(|it| Reverse(it.severity));
    about.first().copied()
}
