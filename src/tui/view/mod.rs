//! Drawing: reads the model, changes nothing.

mod closely;
mod detail;
mod draw;
mod findings;
mod footer;
mod header;
mod heads;
mod help;
mod judge;
mod map;
mod menu;
mod palette;
mod reading;
mod split;
mod theme;

pub use reading::reading;
pub use theme::Theme;

use crate::tui::lines;
use crate::tui::state::message::Prompt;
use crate::tui::state::{Mode, Model, Pane, areas};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the model onto a buffer of the model's size.
pub fn view(model: &Model, theme: Theme, buf: &mut Buffer) {
    let areas = areas::areas(model);
    header::draw(model, theme, areas.header, buf);
    heads::draw(model, theme, areas.heads, buf);
    let seen = model.detail_top + usize::from(areas.lower.height);
    let detail = lines::detail::lines(model, seen + 1);
    let seen = split::draw(model, theme, &areas, &detail, buf);
    map::draw(model, theme, areas.map, &seen, buf);
    if areas::has_side(model) {
        findings::draw_side(model, theme, areas.side, buf);
        detail::draw(model, theme, areas.lower, &detail, buf);
    } else if model.pane == Pane::Findings {
        findings::draw(model, theme, areas.lower, buf);
    } else {
        detail::draw(model, theme, areas.lower, &detail, buf);
    }
    footer::draw(model, theme, areas.footer, buf);
    match &model.mode {
        Mode::Read | Mode::Copy => {}
        Mode::Prompt { prompt, text, .. } => {
            if *prompt == Prompt::Help {
                help::draw(model, theme, 0, buf);
            }
            palette::draw(model, theme, buf);
            typed(model, theme, *prompt, text, buf);
        }
        Mode::Menu { at } => menu::draw(model, theme, *at, buf),
        Mode::Closely { at } => closely::draw(model, theme, *at, buf),
        Mode::Judge { at } => judge::draw(model, theme, *at, buf),
        Mode::Help { top, .. } => help::draw(model, theme, *top, buf),
    }
}

/// The prompt on terminals that have no room for a footer.
fn typed(model: &Model, theme: Theme, prompt: Prompt, text: &str, buf: &mut Buffer) {
    if areas::areas(model).footer.is_empty() && model.height > 0 {
        let area = Rect::new(0, model.height - 1, model.width, 1);
        footer::prompt(model, theme, prompt, text, area, buf);
    }
}
