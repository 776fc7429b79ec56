//! How what is listed is laid out in lines: functions of the model, whose text has roles, not yet
//! colours.
//!
//! Done for what is on the screen only, so that its cost does not grow with the story.

mod cell;
pub mod detail;
pub mod help;
mod modes;
mod passage;
mod places;
mod role;
mod sheet;
mod styled;
mod text;
mod unified;
mod wording;

pub use modes::modes;
pub use places::letters;
pub use role::Role;
pub use styled::{Line, Piece, Styled};

use super::state::{Model, areas};
use sheet::Sheet;

/// How many lines an item takes.
pub fn height(model: &Model, index: usize) -> usize {
    let Some(item) = model.items.get(index).copied() else {
        return 0;
    };
    // Emphasis takes room only where it stands in brackets.
    let sheet = sheet(model, index, model.signs.ascii);
    sheet.item(item).len() + usize::from(areas::is_airy(model, item))
}

/// What the layout of an item depends on.
fn sheet(model: &Model, index: usize, marked: bool) -> Sheet<'_> {
    let width = usize::from(areas::areas(model).body.width);
    Sheet {
        model,
        index,
        width,
        marked,
        columns: areas::columns(model, width),
        shown: areas::shown(model),
    }
}

/// An item's lines, as wide as the text pane.
pub fn lay(model: &Model, index: usize) -> Vec<Line> {
    let Some(item) = model.items.get(index).copied() else {
        return Vec::new();
    };
    let sheet = sheet(model, index, true);
    let mut lines = sheet.item(item);
    let selected = model.at == index;
    for line in &mut lines {
        sheet.rule(line);
        if selected {
            line.0.insert(
                0,
                Piece {
                    x: 0,
                    text: model.signs.cursor.to_owned(),
                    role: Role::Focus,
                },
            );
        }
    }
    if areas::is_airy(model, item) {
        let mut gap = Line::default();
        sheet.rule(&mut gap);
        lines.push(gap);
    }
    lines
}
