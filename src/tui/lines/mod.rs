//! How what is listed is laid out in lines: functions of the model, whose text has roles, not yet
//! colours.
//!
//! Done for what is on the screen only, so that its cost does not grow with the story.

mod bar;
mod cell;
pub mod detail;
pub mod help;
mod linked;
mod matrix;
mod modes;
mod original;
mod overview;
mod passage;
mod places;
mod quotes;
mod role;
mod said;
mod sheet;
mod styled;
mod text;
mod unified;
mod widget;
mod wording;

pub use modes::modes;
pub use places::letters;
pub use role::Role;
pub use said::sign_of;
pub use styled::{Line, Piece, Styled};

use super::state::{Item, Model, View, areas};
use sheet::Sheet;

/// How many lines an item takes.
pub fn height(model: &Model, index: usize) -> usize {
    let Some(item) = model.items.get(index).copied() else {
        return 0;
    };
    if (model.view, matches!(item, Item::Row(_))) == (View::Matrix, true) {
        return 1;
    }
    if let Some(height) = model.heights.get(index) {
        return *height;
    }
    // Emphasis takes room only where it stands in brackets.
    let sheet = sheet(model, index, model.signs.ascii);
    item_lines(&sheet, item).len() + usize::from(areas::is_airy(model, item))
}

/// How many lines each item takes, for the view whose few items are long and change with the width
/// alone; empty for the others, whose items are measured when they come onto the screen.
pub fn heights(model: &Model) -> Vec<usize> {
    if model.view != View::Overview {
        return Vec::new();
    }
    (0..model.items.len())
        .map(|index| height(model, index))
        .collect()
}

/// The lines of an item, as its view has them.
fn item_lines(sheet: &Sheet<'_>, item: Item) -> Vec<Line> {
    let (model, width) = (sheet.model, sheet.width);
    let lines = match (model.view, item) {
        (View::Matrix, Item::Opening) => matrix::opening(model, width),
        (View::Quotes, Item::Opening) => quotes::opening(model, width),
        (View::Overview, Item::Opening) => overview::opening(model, width),
        (View::Original, Item::Opening) => original::opening(model, width),
        (View::Matrix, Item::Row(id)) => matrix::row(model, id, width),
        (_, Item::Opening | Item::Row(_) | Item::Furniture(_)) => sheet.item(item),
        (_, Item::Speaker(n)) => quotes::speaker(model, n, width),
        (_, Item::Utterance(n)) => sheet.utterance(n),
        (_, Item::Section(section)) => overview::section(model, section, width),
        (_, Item::Shift(n)) => overview::shift(model, n, width),
        (_, Item::Block(n)) => sheet.block(n),
        (_, Item::Sentence(id)) => sheet.sentence(id),
    };
    if lines.is_empty() {
        return vec![Line::default()];
    }
    lines
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
    let mut lines = item_lines(&sheet, item);
    let selected = model.at == index;
    for line in &mut lines {
        sheet.rule(line);
        // A blank line parts one item from the next and is none of it.
        if selected && !line.0.is_empty() {
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
