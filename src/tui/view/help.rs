//! The help over the panes.

use super::draw;
use super::theme::Theme;
use crate::tui::lines::help;
use crate::tui::state::Model;
use crate::tui::state::message::{Message, Prompt};
use ratatui::buffer::Buffer;

/// Draws the help from one of its lines on.
pub(super) fn draw(model: &Model, theme: Theme, top: usize, buf: &mut Buffer) {
    let lines = help::lines(model);
    let area = help::area(model);
    let rows = usize::from(area.height.saturating_sub(2));
    let close = model.key(Message::Close);
    let search = model.key(Message::Ask(Prompt::Help));
    let title = if lines.len() > rows {
        let end = (top + rows).min(lines.len());
        format!(
            "keys: lines {} to {end} of {}, {close} closes, {search} searches",
            top + 1,
            lines.len()
        )
    } else {
        format!("keys: {close} closes, {search} searches")
    };
    let inside = draw::frame(&title, model, theme, area, buf);
    draw::lines(lines.into_iter().skip(top), theme, inside, buf);
}
