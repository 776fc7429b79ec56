//! Names, numbers and quotations that an outlet does not give where it tells the piece.

use crate::model::{
    ArticleId, Comparison, Fact, FactKind, Finding, FindingKind, Place, QuoteKind, RowId,
    RowVerdict, SentenceId, Severity, Value,
};
use crate::text::{Span, fold::fold};
use std::collections::BTreeSet;

/// A detail that a told passage holds.
struct Detail {
    article: ArticleId,
    span: Span,
    text: String,
    kind: DetailKind,
}

enum DetailKind {
    /// A fact, with its value.
    Fact(FactKind, Value),
    /// Quoted words.
    Quote,
}

/// For each outlet that tells a row, the details that only the others give there, when at least
/// one of them stands nowhere in its article; `folded` holds the folded text of each article.
pub(super) fn findings(comparison: &Comparison, folded: &[String], id: RowId) -> Vec<Finding> {
    let row = comparison.row(id);
    if row.verdict == RowVerdict::Unsure || row.cells.len() < 2 {
        return Vec::new();
    }
    let details: Vec<Detail> = row
        .sentences()
        .flat_map(|s| details(comparison, s))
        .collect();
    row.cells
        .keys()
        .filter_map(|&outlet| lacking(comparison, folded, id, outlet, &details))
        .collect()
}

/// What `outlet` lacks of the details of the others.
fn lacking(
    comparison: &Comparison,
    folded: &[String],
    id: RowId,
    outlet: ArticleId,
    details: &[Detail],
) -> Option<Finding> {
    let mut places = Vec::new();
    let mut parts: Vec<String> = Vec::new();
    let mut missing = false;
    for detail in details.iter().filter(|detail| detail.article != outlet) {
        match given(comparison, folded, id, outlet, detail) {
            Given::Here => continue,
            Given::Elsewhere(paragraph) => {
                parts.push(format!("{} (given in ¶{})", detail.text, paragraph + 1));
            }
            Given::Nowhere => {
                missing = true;
                parts.push(detail.text.clone());
            }
        }
        places.push(Place {
            article: detail.article,
            span: detail.span,
        });
    }
    let mut seen = BTreeSet::new();
    parts.retain(|part| seen.insert(part.clone()));
    missing.then(|| Finding {
        kind: FindingKind::DetailOmission,
        severity: Severity::Minor,
        row: id,
        articles: vec![outlet],
        places,
        values: Vec::new(),
        importance: None,
        why: format!(
            "{} does not give here: {}",
            comparison.article(outlet).outlet,
            parts.join(", ")
        ),
    })
}

/// The details of a sentence: numbers, full dates, names of more than one word, quotations.
fn details(comparison: &Comparison, id: SentenceId) -> Vec<Detail> {
    let article = comparison.article(id.article);
    let facts = comparison
        .facts_of(id)
        .iter()
        .filter(|fact| telling(fact))
        .map(|fact| Detail {
            article: id.article,
            span: fact.span,
            text: format!("“{}”", article.slice(fact.span)),
            kind: DetailKind::Fact(fact.kind, fact.value.clone()),
        });
    let quotes = comparison
        .quotes_of(id)
        .iter()
        .filter(|quote| quote.kind == QuoteKind::Direct);
    let quotes = quotes.map(|quote| Detail {
        article: id.article,
        span: quote.span,
        text: format!(
            "a quotation of {}",
            quote.speaker.as_ref().map_or("somebody", |s| &s.name)
        ),
        kind: DetailKind::Quote,
    });
    facts.chain(quotes).collect()
}

/// Numbers up to this stand in too many sentences to be a detail ("one day", "two sides").
const SMALL: f64 = 2.0;

/// Whether a fact is a detail that a reader would miss.
fn telling(fact: &Fact) -> bool {
    match (&fact.value, fact.kind) {
        (Value::Amount(amount), FactKind::Quantity) => amount.number > SMALL,
        (Value::Amount(_), _) => true,
        (Value::Day(day), _) => day.day.is_some(),
        (Value::Name(name), FactKind::Person | FactKind::Organisation) => name.contains(' '),
        (Value::Name(_), _) => false,
    }
}

/// Where an outlet gives a detail.
enum Given {
    /// In the row.
    Here,
    /// In this paragraph of its article, from 0.
    Elsewhere(u32),
    /// Not in its article.
    Nowhere,
}

fn given(
    comparison: &Comparison,
    folded: &[String],
    id: RowId,
    outlet: ArticleId,
    detail: &Detail,
) -> Given {
    let article = comparison.article(outlet);
    let row = comparison.row(id);
    let cell = row
        .cells
        .get(&outlet)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let gives = |sentence: SentenceId| match &detail.kind {
        DetailKind::Quote => comparison
            .quotes_of(sentence)
            .iter()
            .any(|q| q.kind != QuoteKind::Indirect),
        DetailKind::Fact(kind, value) => {
            comparison
                .facts_of(sentence)
                .iter()
                .any(|fact| match (&fact.value, value) {
                    (Value::Amount(x), Value::Amount(y)) => {
                        fact.kind == *kind && (x.number == y.number || x.unit == y.unit)
                    }
                    (x, y) => x == y,
                })
        }
    };
    if cell.iter().any(|&sentence| gives(sentence)) {
        return Given::Here;
    }
    if let Some(sentence) = article.sentence_ids().find(|&sentence| gives(sentence)) {
        let at = article.sentences.get(sentence.index as usize);
        return Given::Elsewhere(at.map_or(0, |s| s.paragraph));
    }
    let words = fold(comparison.article(detail.article).slice(detail.span));
    match &detail.kind {
        DetailKind::Fact(..)
            if folded
                .get(outlet.index())
                .is_some_and(|t| t.contains(&words)) =>
        {
            Given::Here
        }
        _ => Given::Nowhere,
    }
}
