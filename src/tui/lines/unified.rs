//! The unified layout: one article's text with the differences of another inside it.

use super::role::Role;
use super::sheet::Sheet;
use super::styled::{Line, Styled};
use super::wording::{self, Joined};
use crate::model::Row;
use crate::text::diff::{Change, Lens, Op};

/// The lines of a row.
pub(super) fn row(sheet: &Sheet<'_>, row: &Row) -> Vec<Line> {
    let model = sheet.model;
    let (a, b) = model.pair();
    if let (Some(left), Some(right)) = (row.cells.get(&a), row.cells.get(&b)) {
        let texts = [left, right].map(|ids| Joined::new(&model.story, ids).text);
        let [ours, theirs] = &texts;
        let look = wording::compare(model, a, ours, theirs);
        if !wording::is_free(&look) {
            let place = |id: Option<&_>| {
                id.map_or_else(String::new, |id| {
                    super::places::sentence_position(model, *id)
                })
            };
            let places = format!("{a} {} {b} {} ", place(left.first()), place(right.first()));
            let mut text = Styled::of(&places, Role::Quiet);
            text.append(merged(ours, theirs, &look.changes, model.lens));
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
fn merged(ours: &str, theirs: &str, changes: &[Change], lens: Lens) -> Styled {
    let mut text = Styled::default();
    for change in changes {
        let parts = lens.parts(*change, ours, theirs);
        let letters = parts.len() > 1;
        for (n, part) in parts.into_iter().enumerate() {
            // Letters of one word stand close.
            merge(&mut text, part, [ours, theirs], n == 0, letters);
        }
    }
    text
}

/// Adds a change: the `first` of its word, or one of several `letters`.
fn merge(text: &mut Styled, change: Change, texts: [&str; 2], first: bool, letters: bool) {
    let [old, new] = [(change.a, texts[0]), (change.b, texts[1])].map(|(at, text)| at.of(text));
    let mut close = !first;
    let mut add = |words: &str, role| {
        if close {
            text.push(words, role);
        } else {
            text.push_word(words, role);
        }
        close = letters;
    };
    if change.op == Op::Equal {
        // A word keeps its distance from what was put in before it; a full stop does not.
        if old.starts_with(char::is_alphanumeric) {
            add(old, Role::Text);
        } else {
            text.push(old, Role::Text);
        }
        return;
    }
    for (words, marks, role) in [
        (old, ["[-", "-]"], Role::Removed),
        (new, ["{+", "+}"], Role::Added),
    ] {
        let bare = if letters { words } else { words.trim() };
        if !bare.is_empty() {
            let [open, close] = marks;
            add(&format!("{open}{bare}{close}"), role);
        }
    }
}
