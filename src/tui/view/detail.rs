//! The detail pane.

use super::draw;
use super::theme::Theme;
use crate::tui::lines::Line;
use crate::tui::state::Model;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the detail of the selected item from the model's line on.
pub(super) fn draw(model: &Model, theme: Theme, area: Rect, detail: &[Line], buf: &mut Buffer) {
    let lines = detail.iter().skip(model.detail_top).cloned();
    draw::lines(lines, theme, area, buf);
}
