//! The unified layout: one article's text with the differences of another inside it.

use super::role::Role;
use super::sheet::Sheet;
use super::styled::{Line, Styled};
use super::wording::{self, Joined};
use crate::model::Row;
use crate::text::Span;
use crate::text::diff::{Change, Op};

/// The lines of a row.
pub(super) fn row(sheet: &Sheet<'_>, row: &Row) -> Vec<Line> {
    let model = sheet.model;
    let (a, b) = model.pair();
    if let (Some(left), Some(right)) = (row.cells.get(&a), row.cells.get(&b)) {
        let texts = [left, right].map(|ids| Joined::new(&model.story, ids).text);
        let [ours, theirs] = &texts;
        let wording = wording::compare(ours, theirs);
        if !wording.is_free() {
            let place = |id: Option<&_>| {
                id.map_or_else(String::new, |id| {
                    super::places::sentence_position(model, *id)
                })
            };
            let places = format!("{a} {} {b} {} ", place(left.first()), place(right.first()));
            let mut text = Styled::of(&places, Role::Quiet);
            text.append(merged(ours, theirs, &wording.changes));
            return sheet.labelled("", &text);
        }
    }
    let marks = sheet.marks(row);
    let mut lines = Vec::new();
    for article in [a, b] {
        for text in sheet.cell(row, article, &marks) {
            lines.extend(sheet.labelled(&format!("{article} "), &text));
        }
    }
    lines
}

/// The first text with the words that only the second has put in beside those that it lacks.
///
/// Both are bracketed as in `wdiff`, since not every terminal strikes words out.
fn merged(ours: &str, theirs: &str, changes: &[Change]) -> Styled {
    let mut text = Styled::default();
    let mut done = 0;
    for change in changes {
        text.push(Span::new(done, change.a.start).of(ours), Role::Text);
        done = done.max(change.a.end);
        let (old, new) = (change.a.of(ours), change.b.of(theirs));
        if change.op == Op::Equal {
            // A word keeps its distance from what was put in before it; a full stop does not.
            if old.starts_with(char::is_alphanumeric) {
                text.push_word(old, Role::Text);
            } else {
                text.push(old, Role::Text);
            }
            continue;
        }
        for (words, marks, role) in [
            (old, ["[-", "-]"], Role::Removed),
            (new, ["{+", "+}"], Role::Added),
        ] {
            let bare = words.trim();
            if !bare.is_empty() {
                let [open, close] = marks;
                text.push_word(&format!("{open}{bare}{close}"), role);
            }
        }
    }
    text.push(Span::new(done, ours.len()).of(ours), Role::Text);
    text
}
