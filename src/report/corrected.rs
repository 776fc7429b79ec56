//! What a reader says, beside what the machine says, in the words that all reports share.

use super::Look;
use super::phrases::{outlet, outlets};
use super::summary::counted;
use crate::model::{Comparison, FindingId, Outcome, Rejected, RowId, Said};
use std::collections::BTreeMap;

/// A line: what it is about, which may be empty, and what is said.
pub(super) type Line = (String, String);

fn line(label: &str, text: impl Into<String>) -> Line {
    (label.to_owned(), text.into())
}

/// What a reader corrected in all, and what does not fit any more; nothing where nobody did.
pub(super) fn section(comparison: &Comparison) -> Vec<Line> {
    let corrected = &comparison.corrected;
    let mut lines = Vec::new();
    if corrected.entries.is_empty() && corrected.kept_in.is_none() {
        return lines;
    }
    if let Some(file) = &corrected.kept_in {
        lines.push(line("", format!("The corrections in {file} are applied.")));
    }
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut overruled = 0;
    for (correction, outcome) in &corrected.entries {
        match outcome {
            Outcome::Applied => *kinds.entry(correction.words()).or_default() += 1,
            Outcome::Overruled => overruled += 1,
            Outcome::Stale(_) => {}
        }
    }
    let kinds: Vec<String> = kinds
        .iter()
        .map(|(kind, n)| format!("{kind} {n}"))
        .collect();
    if !kinds.is_empty() {
        lines.push(line("Applied: ", kinds.join(", ")));
    }
    if overruled > 0 {
        let corrections = counted(overruled, "correction");
        lines.push(line("", format!("{corrections} overruled by later ones.")));
    }
    let findings = comparison.findings.len() + corrected.rejected.len();
    let reviewed = format!(
        "{} of {}, {} of {}",
        corrected.reviewed_rows(),
        counted(comparison.rows.len(), "row"),
        corrected.reviewed_findings(),
        counted(findings, "finding"),
    );
    lines.push(line("Reviewed: ", reviewed));
    for (correction, outcome) in &corrected.entries {
        if *outcome == Outcome::Applied && correction.is_structural() {
            lines.push(line("By hand: ", correction.named()));
        }
    }
    for it in &corrected.rejected {
        lines.push(line("Rejected: ", rejected(comparison, it)));
        lines.extend(it.notes.iter().map(|note| line("Note: ", note)));
    }
    let stale: Vec<_> = corrected.stale().collect();
    if !stale.is_empty() {
        let corrections = counted(stale.len(), "correction");
        let say = format!("{corrections} not applied, because the articles have changed:");
        lines.push(line("", say));
    }
    for (correction, why) in stale {
        lines.push(line("!  ", format!("{}: {why}", correction.named())));
    }
    lines
}

/// A finding that the reader takes for none.
fn rejected(comparison: &Comparison, it: &Rejected) -> String {
    let finding = &it.finding;
    let outlets = outlets(comparison, &finding.articles);
    let (kind, row, why) = (finding.kind.words(), finding.row, &finding.why);
    let text = format!("{kind} of {outlets} in row {row}: {why}");
    match it.reason.as_str() {
        "" => text,
        reason => format!("{text}; the reader: {reason}"),
    }
}

/// What the reader says of a row and those of its findings that are shown.
pub(super) fn of_row(comparison: &Comparison, look: &Look, id: RowId) -> Vec<Line> {
    let row = comparison.row(id);
    let mut lines = Vec::new();
    if let Some(said) = comparison.corrected.rows.get(&id) {
        lines.push(line("", verdict(said, row.verdict.word())));
        lines.extend(said.notes.iter().map(|note| line("Note: ", note)));
    }
    for id in &row.findings {
        lines.extend(of_finding(comparison, look, *id));
    }
    lines
}

fn of_finding(comparison: &Comparison, look: &Look, id: FindingId) -> Vec<Line> {
    let found = comparison.finding(id);
    let said = comparison.corrected.findings.get(&id);
    let Some(said) = said.filter(|_| look.has(comparison, id)) else {
        return Vec::new();
    };
    let about = found.articles.iter().map(|it| outlet(comparison, *it));
    let about = about.collect::<Vec<_>>().join(", ");
    let about = format!("{} ({about})", found.kind.words());
    let confirmed = said
        .reviewed
        .then(|| format!("The reader confirms: {about}"));
    let confirmed = confirmed.map(|text| line("", text));
    let label = format!("Note on {about}: ");
    let notes = said.notes.iter().map(|note| line(&label, note));
    confirmed.into_iter().chain(notes).collect()
}

/// "The reader says agree, the machine diverge: the same figure; put together by hand".
fn verdict(said: &Said, verdict: &str) -> String {
    let mut parts = Vec::new();
    let says = format!("The reader says “{verdict}”");
    match (said.machine, said.reason.as_str()) {
        (Some(machine), "") => parts.push(format!("{says}, the machine “{}”", machine.word())),
        (Some(machine), why) => {
            parts.push(format!("{says}, the machine “{}”: {why}", machine.word()));
        }
        (None, "") => {}
        (None, why) => parts.push(format!("{says}, too: {why}")),
    }
    if said.by_hand {
        parts.push("Arranged by the reader".to_owned());
    }
    if said.reviewed {
        parts.push("Reviewed".to_owned());
    }
    parts.join(". ")
}
