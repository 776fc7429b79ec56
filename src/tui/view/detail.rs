//! The detail pane.

use super::draw_lines;
use crate::tui::model::Model;
use crate::tui::styled::Line;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the detail of the selected item from the model's line on.
pub(super) fn draw(model: &Model, theme: Theme, area: Rect, detail: &[Line], buf: &mut Buffer) {
    let lines = detail.iter().skip(model.detail_top).cloned();
    draw_lines(lines, theme, area, buf);
}
