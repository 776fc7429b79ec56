//! Putting text onto the screen.

use super::theme::Theme;
use crate::text::wrap;
use crate::tui::lines::{Line, Role};
use crate::tui::state::Model;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

/// Draws lines from the top of an area on.
pub(super) fn lines(
    all: impl IntoIterator<Item = Line>,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    for (y, one) in (area.y..area.bottom()).zip(all) {
        line(
            &one,
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
pub(super) fn line(drawn: &Line, theme: Theme, area: Rect, buf: &mut Buffer) {
    for piece in &drawn.0 {
        let Ok(x) = u16::try_from(piece.x) else {
            continue;
        };
        text(&piece.text, piece.role, theme, area, x, buf);
    }
}

/// Draws text `x` cells into the first line of an area, as far as there is room.
///
/// The one place where text reaches the screen: characters that steer a terminal or turn the
/// direction of what follows are left out here, whatever the loader let through.
pub(super) fn text(words: &str, role: Role, theme: Theme, area: Rect, x: u16, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() || x >= area.width {
        return;
    }
    let room = area.width - x;
    let style = Style::reset().patch(theme.style(role));
    let fits = wrap::fit(words, usize::from(room));
    if wrap::is_plain_text(fits) {
        // Looking for graphemes is what most of a frame would be spent on.
        for (x, c) in (area.x + x..area.right()).zip(fits.chars()) {
            if let Some(cell) = buf.cell_mut((x, area.y)) {
                cell.set_char(c).set_style(style);
            }
        }
        return;
    }
    let blank = |it| if it == "\t" || it == "\n" { " " } else { it };
    let graphemes = words.graphemes(true).map(blank);
    let shown: String = graphemes.filter(|it| !it.contains(steers)).collect();
    buf.set_stringn(area.x + x, area.y, shown, usize::from(room), style);
}

/// An area without its first cells.
pub(super) fn shift(area: Rect, by: usize) -> Rect {
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
pub(super) fn frame(
    title: &str,
    model: &Model,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
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
    let row = |y| Rect {
        y,
        height: 1,
        ..area
    };
    let [above_left, above_right, below_left, below_right] = signs.corners;
    let line = signs.horizontal.repeat(usize::from(area.width - 2));
    for (y, left, right) in [
        (area.y, above_left, above_right),
        (area.bottom() - 1, below_left, below_right),
    ] {
        let edge = format!("{left}{line}{right}");
        text(&edge, Role::Rule, theme, row(y), 0, buf);
    }
    for y in area.y + 1..area.bottom() - 1 {
        for x in [0, area.width - 1] {
            text(signs.vertical, Role::Rule, theme, row(y), x, buf);
        }
    }
    let title = format!(" {} ", wrap::fit(title, usize::from(area.width) - 4));
    text(&title, Role::Strong, theme, row(area.y), 1, buf);
    Rect::new(area.x + 2, area.y + 1, area.width - 4, area.height - 2)
}
