//! The detail pane.

use super::{draw_line, draw_lines};
use crate::tui::detail;
use crate::tui::model::Model;
use crate::tui::styled::Styled;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the detail of the selected item, and how much more of it there is.
pub(super) fn draw(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    let lines = detail::lines(model);
    let more = lines
        .len()
        .saturating_sub(model.detail_top + usize::from(area.height));
    draw_lines(lines.into_iter().skip(model.detail_top), theme, area, buf);
    if more > 0 && area.height > 1 {
        let text = Styled::of(&format!(" +{more} lines"), Role::Quiet);
        let line = text.clipped(usize::from(area.width), "");
        let x = area.width.saturating_sub(line.end() as u16);
        let corner = Rect::new(area.x + x, area.bottom() - 1, area.width - x, 1);
        draw_line(&line, theme, corner, buf);
    }
}
