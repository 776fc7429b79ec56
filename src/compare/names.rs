//! Names that outlets spell or give differently for the same piece.

use crate::model::{
    ArticleId, Comparison, Fact, Finding, FindingKind, Place, RowId, SentenceId, Severity, Value,
};
use crate::text::fold::fold;
use std::collections::BTreeMap;
use strsim::normalized_levenshtein;

/// How alike two names must be to count as spellings of one.
const ALIKE: f64 = 0.75;

/// Names shorter than this are too easily alike.
const SHORTEST: usize = 5;

/// The names that two outlets spell differently: alike but not the same, and neither is anywhere in
/// the other's article; `folded` holds the folded text of each article. The finding stands in the
/// row of the first mention of the spelling that comes first in the order of characters.
pub(super) fn findings(comparison: &Comparison, folded: &[String]) -> Vec<Finding> {
    let names: Vec<(ArticleId, BTreeMap<String, &Fact>)> = comparison
        .articles
        .iter()
        .map(|a| (a.id, first_mentions(comparison, a.id)))
        .collect();
    let mut findings = Vec::new();
    for (at, (a, of_a)) in names.iter().enumerate() {
        for (b, of_b) in names.iter().skip(at + 1) {
            let only_b: Vec<_> = of_b
                .iter()
                .filter(|(name, _)| !mentions(folded, *a, name))
                .collect();
            for (left, x) in of_a.iter().filter(|(name, _)| !mentions(folded, *b, name)) {
                for (right, y) in only_b.iter().filter(|(right, _)| misspelt(left, right)) {
                    let first = if left < *right { x } else { *y };
                    findings.extend(finding(comparison, first.sentence, (*a, x), (*b, y)));
                }
            }
        }
    }
    findings
}

/// The folded names of an article, each with its first mention.
fn first_mentions(comparison: &Comparison, id: ArticleId) -> BTreeMap<String, &Fact> {
    let mut mentions = BTreeMap::new();
    for fact in comparison
        .facts
        .facts
        .iter()
        .filter(|fact| fact.sentence.article == id)
    {
        if let Some(name) = name(fact) {
            mentions.entry(name).or_insert(fact);
        }
    }
    mentions
}

fn name(fact: &Fact) -> Option<String> {
    match &fact.value {
        Value::Name(name) => Some(fold(name)),
        _ => None,
    }
}

/// Whether two folded names look like spellings of one: alike, and no word of the one stands in
/// the other as it is but for shared first or last names.
fn misspelt(one: &str, other: &str) -> bool {
    let (left, right): (Vec<&str>, Vec<&str>) =
        (one.split(' ').collect(), other.split(' ').collect());
    if left.len() != right.len() {
        return false;
    }
    let differing: Vec<(&str, &str)> = left
        .into_iter()
        .zip(right)
        .filter(|(x, y)| x != y)
        .collect();
    let [(x, y)] = differing.as_slice() else {
        return false;
    };
    x.chars().count().min(y.chars().count()) >= SHORTEST && normalized_levenshtein(x, y) >= ALIKE
}

/// Whether an article holds a folded name anywhere.
fn mentions(folded: &[String], article: ArticleId, name: &str) -> bool {
    folded
        .get(article.index())
        .is_some_and(|text| text.contains(name))
}

fn finding(
    comparison: &Comparison,
    first: SentenceId,
    (a, x): (ArticleId, &Fact),
    (b, y): (ArticleId, &Fact),
) -> Option<Finding> {
    let row = comparison.rows.iter().position(|row| {
        row.cells
            .get(&first.article)
            .is_some_and(|cell| cell.contains(&first))
    })?;
    let side = |id: ArticleId, fact: &Fact| {
        let article = comparison.article(id);
        format!("{} writes “{}”", article.outlet, article.slice(fact.span))
    };
    Some(Finding {
        kind: FindingKind::Name,
        severity: Severity::Notable,
        row: RowId(row as u32),
        articles: vec![a, b],
        places: vec![
            Place {
                article: a,
                span: x.span,
            },
            Place {
                article: b,
                span: y.span,
            },
        ],
        values: Vec::new(),
        importance: None,
        why: format!("{}, {}", side(a, x), side(b, y)),
    })
}

#[cfg(test)]
mod tests {
    use super::misspelt;

    #[test]
    fn spellings_of_one_name_are_told_from_other_names() {
        assert!(misspelt("marisol dawn", "marisole dawn"));
        assert!(misspelt("halloran", "haloran"));
        assert!(!misspelt("john smith", "mary smith"));
        assert!(!misspelt("bruce", "tammy bruce"));
        assert!(!misspelt("iran", "iraq"));
    }
}
