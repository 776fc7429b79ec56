//! The text pane.

use super::header::rule;
use super::{draw_line, draw_lines};
use crate::tui::areas::{self, Areas, GUTTER};
use crate::tui::model::{Model, Pane};
use crate::tui::rows;
use crate::tui::styled::Styled;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;

/// Draws the items from the model's first line on, and the lines above and below them.
pub(super) fn draw(model: &Model, theme: Theme, areas: &Areas, buf: &mut Buffer) {
    let [top, bottom] = model.signs.joints;
    rule(model, theme, areas.upper_rule, top, &Styled::default(), buf);
    rule(model, theme, areas.lower_rule, bottom, &label(model), buf);
    let height = usize::from(areas.body.height);
    let mut lines = Vec::with_capacity(height);
    let mut skip = model.top.line;
    for index in model.top.item..model.items.len() {
        lines.extend(rows::lay(model, index).into_iter().skip(skip));
        skip = 0;
        if lines.len() >= height {
            break;
        }
    }
    let used = lines.len();
    draw_lines(lines, theme, areas.body, buf);
    let only_opening = model.items.len() <= 1 && !model.story.rows.is_empty();
    if only_opening && used < height {
        let text = Styled::of("every row is hidden by the filter: 0 shows all", Role::Hint);
        let line = text.clipped(usize::from(areas.body.width).saturating_sub(GUTTER), "");
        let y = areas.body.y + used as u16;
        let area = ratatui::layout::Rect {
            x: areas.body.x + GUTTER as u16,
            y,
            height: 1,
            ..areas.body
        };
        draw_line(&line, theme, area, buf);
    }
}

/// What the pane under the line is.
fn label(model: &Model) -> Styled {
    let side = areas::has_side(model);
    let (word, focused) = match model.pane {
        Pane::Findings if !side => ("findings", true),
        Pane::Detail => ("detail", true),
        _ => ("detail", false),
    };
    let role = if focused { Role::Focus } else { Role::Quiet };
    Styled::of(&format!(" {word} "), role)
}
