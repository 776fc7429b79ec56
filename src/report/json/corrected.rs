//! What a reader corrected.

use crate::model::{
    Comparison, Correction, FindingId, FindingKind, Outcome, RowId, RowVerdict, Said,
};
use serde::Serialize;

/// What the corrections did in all.
#[derive(Serialize)]
pub(super) struct View<'a> {
    /// The file that holds them.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    reviewed_rows: usize,
    reviewed_findings: usize,
    entries: Vec<Entry<'a>>,
    rejected: Vec<Rejected<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    outcome: &'static str,
    /// Why it is not applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
    correction: &'a Correction,
}

/// A finding that the reader takes for none.
#[derive(Serialize)]
struct Rejected<'a> {
    kind: FindingKind,
    row: RowId,
    why: &'a str,
    reason: &'a str,
    notes: &'a [String],
}

/// What was said of a row or a finding.
#[derive(Serialize)]
pub(super) struct Reader<'a> {
    reviewed: bool,
    /// The verdict of the machine where the reader's is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    machine_verdict: Option<RowVerdict>,
    #[serde(skip_serializing_if = "str::is_empty")]
    reason: &'a str,
    /// Whether the reader put together or took apart the passages.
    by_hand: bool,
    notes: &'a [String],
}

/// What the corrections did in all; `None` where there are none.
pub(super) fn view(comparison: &Comparison) -> Option<View<'_>> {
    let corrected = &comparison.corrected;
    if corrected.entries.is_empty() && corrected.kept_in.is_none() {
        return None;
    }
    let entries = corrected.entries.iter().map(|(correction, outcome)| {
        let (outcome, why) = match outcome {
            Outcome::Applied => ("applied", None),
            Outcome::Overruled => ("overruled", None),
            Outcome::Stale(why) => ("stale", Some(why.as_str())),
        };
        Entry {
            outcome,
            why,
            correction,
        }
    });
    let rejected = corrected.rejected.iter().map(|it| Rejected {
        kind: it.finding.kind,
        row: it.finding.row,
        why: &it.finding.why,
        reason: &it.reason,
        notes: &it.notes,
    });
    Some(View {
        file: corrected.kept_in.as_deref(),
        reviewed_rows: corrected.reviewed_rows(),
        reviewed_findings: corrected.reviewed_findings(),
        entries: entries.collect(),
        rejected: rejected.collect(),
    })
}

pub(super) fn of_row(comparison: &Comparison, id: RowId) -> Option<Reader<'_>> {
    comparison.corrected.rows.get(&id).map(reader)
}

pub(super) fn of_finding(comparison: &Comparison, id: FindingId) -> Option<Reader<'_>> {
    comparison.corrected.findings.get(&id).map(reader)
}

fn reader(said: &Said) -> Reader<'_> {
    Reader {
        reviewed: said.reviewed,
        machine_verdict: said.machine,
        reason: &said.reason,
        by_hand: said.by_hand,
        notes: &said.notes,
    }
}
