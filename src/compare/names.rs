//! Names that outlets spell or give differently for the same piece.

use crate::model::{
    ArticleId, Comparison, Fact, Finding, FindingKind, Place, RowId, RowVerdict, Severity, Value,
};
use crate::text::fold::fold;
use std::collections::BTreeSet;
use strsim::normalized_levenshtein;

/// How alike two names must be to count as spellings of one.
const ALIKE: f64 = 0.75;

/// Names shorter than this are too easily alike.
const SHORTEST: usize = 5;

/// The names that two outlets of a row spell differently: alike but not the same, and neither is
/// in the other's article; `folded` holds the folded text of each article.
pub(super) fn findings(comparison: &Comparison, folded: &[String], id: RowId) -> Vec<Finding> {
    let row = comparison.row(id);
    if row.verdict == RowVerdict::Unsure || row.cells.len() < 2 {
        return Vec::new();
    }
    let names: Vec<(ArticleId, Vec<(&Fact, String)>)> = row
        .cells
        .iter()
        .map(|(&article, cell)| {
            let facts = cell.iter().flat_map(|&s| comparison.facts_of(s));
            (
                article,
                facts.filter_map(|fact| Some((fact, name(fact)?))).collect(),
            )
        })
        .collect();
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    for (at, (a, of_a)) in names.iter().enumerate() {
        for (b, of_b) in names.iter().skip(at + 1) {
            for (x, left) in of_a {
                for (y, right) in of_b {
                    if misspelt(left, right)
                        && !mentions(folded, *a, right)
                        && !mentions(folded, *b, left)
                        && seen.insert((left.clone(), right.clone()))
                    {
                        findings.push(finding(comparison, id, (*a, x), (*b, y)));
                    }
                }
            }
        }
    }
    findings
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
    row: RowId,
    (a, x): (ArticleId, &Fact),
    (b, y): (ArticleId, &Fact),
) -> Finding {
    let side = |id: ArticleId, fact: &Fact| {
        let article = comparison.article(id);
        format!("{} writes “{}”", article.outlet, article.slice(fact.span))
    };
    Finding {
        kind: FindingKind::Name,
        severity: Severity::Notable,
        row,
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
        why: format!("{}, {}", side(a, x), side(b, y)),
    }
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
