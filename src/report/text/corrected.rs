//! What a reader says, beside what the machine says.

use super::row::MARGIN;
use super::{outlet, outlets};
use crate::model::{Comparison, FindingId, Outcome, Rejected, RowId, Said};
use crate::report::page::{Page, Rich, Role};
use crate::report::summary::counted;
use std::collections::BTreeMap;
use std::io;

/// What a reader corrected in all, and what does not fit any more.
pub(super) fn section(page: &mut Page<'_>, comparison: &Comparison) -> io::Result<()> {
    let corrected = &comparison.corrected;
    if corrected.entries.is_empty() && corrected.kept_in.is_none() {
        return Ok(());
    }
    page.heading("Corrected by a reader")?;
    if let Some(file) = &corrected.kept_in {
        page.say("", &format!("The corrections in {file} are applied."))?;
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
        page.say("Applied: ", &kinds.join(", "))?;
    }
    if overruled > 0 {
        let corrections = counted(overruled, "correction");
        page.say("", &format!("{corrections} overruled by later ones."))?;
    }
    let reviewed = format!(
        "{} of {}, {} of {}",
        corrected.reviewed_rows(),
        counted(comparison.rows.len(), "row"),
        corrected.reviewed_findings(),
        counted(
            comparison.findings.len() + corrected.rejected.len(),
            "finding"
        ),
    );
    page.say("Reviewed: ", &reviewed)?;
    for (correction, outcome) in &corrected.entries {
        if *outcome == Outcome::Applied && correction.is_structural() {
            page.say("By hand: ", &correction.named())?;
        }
    }
    for rejected in &corrected.rejected {
        reject(page, comparison, rejected)?;
    }
    let stale: Vec<_> = corrected.stale().collect();
    if !stale.is_empty() {
        let corrections = counted(stale.len(), "correction");
        let say = format!("{corrections} not applied, because the articles have changed:");
        page.say("", &say)?;
    }
    for (correction, why) in stale {
        page.say("!  ", &format!("{}: {why}", correction.named()))?;
    }
    Ok(())
}

/// A finding that the reader takes for none.
fn reject(page: &mut Page<'_>, comparison: &Comparison, it: &Rejected) -> io::Result<()> {
    let finding = &it.finding;
    let outlets = outlets(comparison, &finding.articles);
    let mut text = format!(
        "{} of {outlets} in row {}: {}",
        finding.kind.words(),
        finding.row,
        finding.why
    );
    if !it.reason.is_empty() {
        text = format!("{text}; the reader: {}", it.reason);
    }
    page.say("Rejected: ", &text)?;
    notes(page, "   ", "Note: ", &it.notes)
}

/// What the reader says of a row and its findings.
pub(super) fn row(page: &mut Page<'_>, comparison: &Comparison, id: RowId) -> io::Result<()> {
    let row = comparison.row(id);
    if let Some(said) = comparison.corrected.rows.get(&id) {
        page.remark(MARGIN, &verdict(said, row.verdict.word()))?;
        notes(page, MARGIN, "Note: ", &said.notes)?;
    }
    for id in &row.findings {
        finding(page, comparison, *id)?;
    }
    Ok(())
}

fn finding(page: &mut Page<'_>, comparison: &Comparison, id: FindingId) -> io::Result<()> {
    let Some(said) = comparison.corrected.findings.get(&id) else {
        return Ok(());
    };
    let found = comparison.finding(id);
    if !page.look.shows(found.kind) {
        return Ok(());
    }
    let about: Vec<String> = found
        .articles
        .iter()
        .map(|it| outlet(comparison, *it))
        .collect();
    let about = format!("{} ({})", found.kind.words(), about.join(", "));
    if said.reviewed {
        page.remark(MARGIN, &format!("The reader confirms: {about}"))?;
    }
    notes(page, MARGIN, &format!("Note on {about}: "), &said.notes)
}

/// "The reader says agree, the machine diverge: the same figure; put together by hand".
fn verdict(said: &Said, verdict: &str) -> String {
    let mut parts = Vec::new();
    match (said.machine, said.reason.as_str()) {
        (Some(machine), "") => {
            parts.push(format!(
                "The reader says “{verdict}”, the machine “{}”",
                machine.word()
            ));
        }
        (Some(machine), why) => parts.push(format!(
            "The reader says “{verdict}”, the machine “{}”: {why}",
            machine.word()
        )),
        (None, "") => {}
        (None, why) => parts.push(format!("The reader says “{verdict}”, too: {why}")),
    }
    if said.by_hand {
        parts.push("Arranged by the reader".to_owned());
    }
    if said.reviewed {
        parts.push("Reviewed".to_owned());
    }
    parts.join(". ")
}

fn notes(page: &mut Page<'_>, margin: &str, label: &str, notes: &[String]) -> io::Result<()> {
    let say = |note: &String| page.put(margin, &Rich::plain(label).with(note, Role::Plain));
    notes.iter().try_for_each(say)
}
