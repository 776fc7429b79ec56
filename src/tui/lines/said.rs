//! What the reader said of a row or a finding, beside what the machine says.

use super::role::Role;
use super::styled::Styled;
use crate::model::{FindingId, RowId, Said};
use crate::tui::state::{Model, Signs, count};

/// The sign of what was reviewed.
const fn tick(signs: Signs) -> &'static str {
    if signs.ascii { "v" } else { "✓" }
}

/// What was said of a row, for the line over it: ` · ✓ reviewed · by hand`; empty where nothing was.
pub(super) fn of_title(model: &Model, id: RowId) -> Styled {
    let mut text = Styled::default();
    let Some(said) = model.story.corrected.rows.get(&id) else {
        return text;
    };
    let dot = format!(" {} ", model.signs.dot);
    let mut add = |words: &str| {
        text.push(&dot, Role::Quiet);
        text.push(words, Role::Hint);
    };
    if let Some(machine) = said.machine {
        let sign = model.signs.verdict(machine);
        add(&format!("by the reader, machine {sign} {}", machine.word()));
    }
    if said.by_hand {
        add("by hand");
    }
    if said.reviewed {
        add(&format!("{} reviewed", tick(model.signs)));
    }
    if !said.notes.is_empty() {
        add(&count(said.notes.len(), "note"));
    }
    text
}

/// The signs of a finding that was confirmed or noted on, for lists; empty where nothing was said.
pub fn sign_of(model: &Model, id: FindingId) -> String {
    let Some(said) = model.story.corrected.findings.get(&id) else {
        return String::new();
    };
    sign(said, model.signs)
}

/// The sign of a row that was reviewed, changed or noted on; empty where nothing was said.
pub(super) fn sign_of_row(model: &Model, id: RowId) -> String {
    let said = model.story.corrected.rows.get(&id);
    said.map_or_else(String::new, |said| sign(said, model.signs))
}

fn sign(said: &Said, signs: Signs) -> String {
    let parts = [
        (said.reviewed, tick(signs)),
        (said.by_hand || said.machine.is_some(), "*"),
        (!said.notes.is_empty(), "\""),
    ];
    let parts = parts.into_iter().filter(|(is, _)| *is);
    let mut sign: String = parts.map(|(_, sign)| sign).collect();
    if !sign.is_empty() {
        sign.push(' ');
    }
    sign
}

/// What was said of a row, its findings, and those that were rejected: labels and lines.
pub(super) fn of_detail(model: &Model, id: RowId) -> Vec<(&'static str, Styled)> {
    let corrected = &model.story.corrected;
    let mut lines = Vec::new();
    let Some(row) = model.story.rows.get(id.index()) else {
        return lines;
    };
    if let Some(said) = corrected.rows.get(&id) {
        let mut words = Vec::new();
        if let Some(machine) = said.machine {
            words.push(format!(
                "you say “{}”, the machine “{}”",
                row.verdict.word(),
                machine.word()
            ));
        }
        if !said.reason.is_empty() {
            words.push(said.reason.clone());
        }
        if said.by_hand {
            words.push("you arranged its passages".to_owned());
        }
        if said.reviewed {
            words.push(format!("{} reviewed", tick(model.signs)));
        }
        if !words.is_empty() {
            let dot = format!(" {} ", model.signs.dot);
            lines.push(("reader", Styled::of(&words.join(&dot), Role::Text)));
        }
        notes(&mut lines, "", said);
    }
    for id in &row.findings {
        if let Some(said) = corrected.findings.get(id) {
            notes(&mut lines, &format!("finding {id}: "), said);
        }
    }
    for it in corrected.rejected.iter().filter(|it| it.finding.row == id) {
        let mut text = Styled::of(
            &format!("{}: {}", it.finding.kind.words(), it.finding.why),
            Role::Quiet,
        );
        if !it.reason.is_empty() {
            let why = format!(" {} {}", model.signs.dot, it.reason);
            text.push(&why, Role::Text);
        }
        lines.push(("rejected", text));
    }
    lines
}

fn notes(lines: &mut Vec<(&'static str, Styled)>, on: &str, said: &Said) {
    for note in &said.notes {
        let mut text = Styled::of(on, Role::Quiet);
        text.push(note, Role::Text);
        lines.push(("note", text));
    }
}
