//! The commands that fit what is being typed, over the panes.

use super::draw;
use super::theme::Theme;
use crate::text::wrap;
use crate::tui::lines::{Role, Styled};
use crate::tui::state::{Mode, Model, palette};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The most commands on the screen.
const MOST: usize = 12;

/// Draws the list above the line that is typed, the selected one in view.
pub(super) fn draw(model: &Model, theme: Theme, buf: &mut Buffer) {
    let listed = palette::listed(model);
    let (Mode::Prompt { at, .. }, false) = (&model.mode, listed.is_empty()) else {
        return;
    };
    let room = usize::from(model.height.saturating_sub(4));
    let rows = listed.len().min(MOST).min(room);
    if rows == 0 {
        return;
    }
    let width = model.width.min(84);
    let height = rows as u16 + 2;
    let area = Rect::new(0, model.height - 1 - height, width, height);
    let title = format!("commands: {} of {}", at + 1, listed.len());
    let inside = draw::frame(&title, model, theme, area, buf);
    let top = (at + 1).saturating_sub(rows);
    let shown = listed.iter().enumerate().skip(top);
    for (y, (n, binding)) in (inside.y..inside.bottom()).zip(shown) {
        let (sign, role) = if n == *at {
            (model.signs.cursor, Role::Focus)
        } else {
            (" ", Role::Text)
        };
        let key = palette::keys(model, binding);
        let wide = usize::from(inside.width).saturating_sub(wrap::cells(&key) + 1);
        let text = Styled::of(&format!("{sign} {}", binding.help), role);
        let row = Rect {
            y,
            height: 1,
            ..inside
        };
        draw::line(&text.clipped(wide, model.signs.ellipsis), theme, row, buf);
        let key = Styled::of(&key, Role::Key).clipped(wide, "");
        let x = usize::from(inside.width).saturating_sub(key.end());
        draw::line(&key, theme, draw::shift(row, x), buf);
    }
}
