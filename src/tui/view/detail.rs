//! The detail pane.

use super::draw_lines;
use crate::tui::detail;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the detail of the selected item.
pub(super) fn draw(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    let lines = detail::lines(model);
    draw_lines(lines.into_iter().skip(model.detail_top), theme, area, buf);
}
