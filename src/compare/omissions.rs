//! Pieces that an outlet does not tell.

use crate::model::{
    ArticleId, Comparison, Finding, FindingKind, Place, RowId, RowVerdict, SentenceId, Severity,
};

/// Paragraphs that open an article.
const LEAD: u32 = 2;

/// The omission that a row shows, if some outlet does not tell it.
pub(super) fn finding(comparison: &Comparison, id: RowId) -> Option<Finding> {
    let row = comparison.row(id);
    if row.omitted_by.is_empty() || row.verdict == RowVerdict::Unsure {
        return None;
    }
    let places = row
        .sentences()
        .filter_map(|sentence| place(comparison, sentence))
        .collect();
    let parts: Vec<String> = row
        .omitted_by
        .iter()
        .map(|&outlet| part(comparison, id, outlet))
        .collect();
    Some(Finding {
        kind: FindingKind::Omission,
        severity: severity(comparison, id),
        row: id,
        articles: row.omitted_by.clone(),
        places,
        values: Vec::new(),
        importance: None,
        why: parts.join("; "),
    })
}

/// "B does not state this; nearest B12, 0.13 (shares “Trump”, not “decide”)".
fn part(comparison: &Comparison, id: RowId, outlet: ArticleId) -> String {
    let name = &comparison.article(outlet).outlet;
    match comparison.row(id).nearest.get(&outlet) {
        Some(near) => format!(
            "{name} does not state this; nearest {}, {:.2} ({})",
            near.sentence, near.score, near.why
        ),
        None => format!("{name} does not state this, nor anything near it"),
    }
}

/// A piece matters more when several outlets tell it, when it opens an article, and when it holds
/// numbers or quotations.
fn severity(comparison: &Comparison, id: RowId) -> Severity {
    let row = comparison.row(id);
    let leads = row.sentences().any(|sentence| {
        let article = comparison.article(sentence.article);
        article
            .sentences
            .get(sentence.index as usize)
            .is_some_and(|s| s.paragraph < LEAD)
    });
    let tells = row
        .sentences()
        .any(|s| !comparison.facts_of(s).is_empty() || !comparison.quotes_of(s).is_empty());
    match (row.cells.len() > 1, leads, tells) {
        (true, ..) | (_, true, true) => Severity::Major,
        (_, true, _) | (_, _, true) => Severity::Notable,
        _ => Severity::Minor,
    }
}

/// Where a sentence stands.
pub(super) fn place(comparison: &Comparison, id: SentenceId) -> Option<Place> {
    let sentence = comparison
        .article(id.article)
        .sentences
        .get(id.index as usize)?;
    Some(Place {
        article: id.article,
        span: sentence.span,
    })
}
