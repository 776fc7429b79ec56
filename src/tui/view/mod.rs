//! Drawing: reads the model, changes nothing.

mod detail;
mod findings;
mod footer;
mod header;
mod help;
mod menu;
mod split;

use super::areas;
use super::message::Prompt;
use super::model::{Mode, Model, Pane};
use super::styled::Line;
use super::theme::{Role, Theme};
use crate::text::wrap;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

/// Draws the model onto a buffer of the model's size.
pub fn view(model: &Model, theme: Theme, buf: &mut Buffer) {
    let areas = areas::areas(model);
    header::draw(model, theme, areas.header, buf);
    header::heads(model, theme, areas.heads, buf);
    let detail = super::detail::lines(model);
    split::draw(model, theme, &areas, &detail, buf);
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
        Mode::Read => {}
        Mode::Prompt { prompt, text } => typed(model, theme, *prompt, text, buf),
        Mode::Menu { at } => menu::draw(model, theme, *at, buf),
        Mode::Help { top } => help::draw(model, theme, *top, buf),
    }
}

/// The prompt on terminals that have no room for a footer.
fn typed(model: &Model, theme: Theme, prompt: Prompt, text: &str, buf: &mut Buffer) {
    if areas::areas(model).footer.is_empty() && model.height > 0 {
        let area = Rect::new(0, model.height - 1, model.width, 1);
        footer::prompt(model, theme, prompt, text, area, buf);
    }
}

/// Draws lines from the top of an area on.
fn draw_lines(lines: impl IntoIterator<Item = Line>, theme: Theme, area: Rect, buf: &mut Buffer) {
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        draw_line(
            &line,
            theme,
            Rect {
                y,
                height: 1,
                ..area
            },
            buf,
        );
    }
}

/// Draws a line at the top of an area.
fn draw_line(line: &Line, theme: Theme, area: Rect, buf: &mut Buffer) {
    for piece in &line.0 {
        let Ok(x) = u16::try_from(piece.x) else {
            continue;
        };
        draw_text(&piece.text, piece.role, theme, area, x, buf);
    }
}

/// Draws text `x` cells into the first line of an area, as far as there is room.
///
/// The one place where text reaches the screen: characters that steer a terminal or turn the
/// direction of what follows are left out here, whatever the loader let through.
fn draw_text(text: &str, role: Role, theme: Theme, area: Rect, x: u16, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() || x >= area.width {
        return;
    }
    let shown: String = text
        .graphemes(true)
        .map(|grapheme| {
            if grapheme == "\t" || grapheme == "\n" {
                " "
            } else {
                grapheme
            }
        })
        .filter(|grapheme| !grapheme.contains(steers))
        .collect();
    let room = area.width - x;
    let style = Style::reset().patch(theme.style(role));
    buf.set_stringn(area.x + x, area.y, shown, usize::from(room), style);
}

/// An area without its first cells.
fn shift(area: Rect, by: usize) -> Rect {
    let by = (by as u16).min(area.width);
    Rect {
        x: area.x + by,
        width: area.width - by,
        ..area
    }
}

/// Whether a character acts on the terminal or on the direction of text instead of being shown.
fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Draws a frame with a title over whatever stands there, and gives the room inside it.
fn frame(title: &str, model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) -> Rect {
    let area = area.intersection(buf.area);
    for position in area.positions() {
        if let Some(cell) = buf.cell_mut(position) {
            cell.reset();
        }
    }
    if area.width < 4 || area.height < 3 {
        return area;
    }
    let signs = model.signs;
    let line = |y| Rect {
        y,
        height: 1,
        ..area
    };
    for y in [area.y, area.bottom() - 1] {
        draw_text(
            &signs.horizontal.repeat(usize::from(area.width)),
            Role::Rule,
            theme,
            line(y),
            0,
            buf,
        );
    }
    for y in area.y + 1..area.bottom() - 1 {
        for x in [0, area.width - 1] {
            draw_text(signs.vertical, Role::Rule, theme, line(y), x, buf);
        }
    }
    let title = format!(" {} ", wrap::fit(title, usize::from(area.width) - 4));
    draw_text(&title, Role::Strong, theme, line(area.y), 1, buf);
    Rect::new(area.x + 2, area.y + 1, area.width - 4, area.height - 2)
}
