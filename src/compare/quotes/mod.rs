//! Utterances that several outlets give, and how their versions differ.

mod differences;
mod groups;
mod likeness;
mod venues;
mod versions;
mod wording;

use crate::model::{Comparison, Finding, QuoteId, Relation, Row, RowId, SameQuote, SentenceId};
use std::collections::BTreeMap;
use versions::{Version, relation, versions};

/// The utterances that at least two articles give, by their first version.
pub(super) fn same_quotes(comparison: &Comparison) -> Vec<SameQuote> {
    let versions = versions(comparison);
    let groups = groups::groups(comparison, &versions);
    let all = groups.iter().map(|group| {
        let members: Vec<&Version> = group.iter().filter_map(|at| versions.get(*at)).collect();
        SameQuote {
            relation: widest(&members),
            members: members.iter().map(|version| version.id).collect(),
        }
    });
    all.collect()
}

/// The relation of the two versions that differ most.
fn widest(members: &[&Version]) -> Relation {
    let mut widest = Relation::Verbatim;
    for (at, x) in members.iter().enumerate() {
        for y in members
            .iter()
            .skip(at + 1)
            .filter(|y| y.article != x.article)
        {
            widest = widest.max(relation(x, y));
        }
    }
    widest
}

/// The versions of utterances that outlets give in other words, in part, or as somebody else's.
pub(super) fn findings(comparison: &Comparison) -> Vec<Finding> {
    let versions = versions(comparison);
    let by_id: BTreeMap<QuoteId, &Version> = versions.iter().map(|v| (v.id, v)).collect();
    let mut findings = Vec::new();
    for same in &comparison.same_quotes {
        let members = same.members.iter().filter_map(|id| by_id.get(id).copied());
        let members: Vec<&Version> = members.collect();
        findings.extend(differences::findings(comparison, &members));
    }
    findings.extend(venues::findings(comparison));
    findings
}

/// The row that holds two versions; of two rows, that of the version whose text comes first in the
/// order of characters, so that the order of the files does not decide.
fn row_of(comparison: &Comparison, x: &Version, y: &Version) -> Option<RowId> {
    let holds = |row: &Row, id: SentenceId| {
        row.cells
            .get(&id.article)
            .is_some_and(|cell| cell.contains(&id))
    };
    let first = if x.texts(y).0 == x.text() { x } else { y };
    let mut rows = comparison.rows.iter();
    let both = rows
        .clone()
        .position(|row| holds(row, x.sentence) && holds(row, y.sentence));
    let at = both.or_else(|| rows.position(|row| holds(row, first.sentence)))?;
    Some(RowId(at as u32))
}
