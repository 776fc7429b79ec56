//! The text pane, and the lines above and below it.

use super::draw;
use super::theme::Theme;
use crate::tui::lines;
use crate::tui::lines::Role;
use crate::tui::lines::{Line, Styled};
use crate::tui::state::areas::{self, Areas, GUTTER};
use crate::tui::state::message::Message;
use crate::tui::state::{Model, Pane, View};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::ops::Range;

/// Draws the items from the model's first line on, and gives those that are on the screen.
pub(super) fn draw(
    model: &Model,
    theme: Theme,
    areas: &Areas,
    detail: &[Line],
    buf: &mut Buffer,
) -> Range<usize> {
    let [top, bottom] = model.signs.joints;
    let width = usize::from(areas.body.width);
    rule(model, theme, areas.upper_rule, (top, width), buf);
    rule(model, theme, areas.lower_rule, (bottom, width), buf);
    labels(model, theme, areas, detail, buf);
    modes(model, theme, areas.upper_rule, buf);
    let height = usize::from(areas.body.height);
    let mut lines = Vec::with_capacity(height);
    let mut skip = model.top.line;
    let mut seen = model.top.item..model.top.item;
    for index in model.top.item..model.items.len() {
        lines.extend(lines::lay(model, index).into_iter().skip(skip));
        skip = 0;
        seen.end = index + 1;
        if lines.len() >= height {
            break;
        }
    }
    let used = lines.len();
    draw::lines(lines, theme, areas.body, buf);
    // Without quotes the ledger is empty though nothing is hidden.
    let lists_rows = matches!(model.view, View::Text | View::Matrix);
    let all_hidden = lists_rows && model.items.len() <= 1 && !model.story.rows.is_empty();
    if all_hidden && used < height {
        let key = model.key(Message::ShowAll);
        let told = format!("every row is hidden by the filter: {key} shows all");
        let text = Styled::of(&told, Role::Hint);
        let area = draw::shift(
            Rect {
                y: areas.body.y + used as u16,
                height: 1,
                ..areas.body
            },
            GUTTER,
        );
        draw::line(&text.clipped(usize::from(area.width), ""), theme, area, buf);
    }
    seen
}

/// Draws a line between two panes, with joints where the lines between the columns of the text,
/// which is `of` wide, meet it.
fn rule(model: &Model, theme: Theme, area: Rect, (joint, of): (&str, usize), buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let width = usize::from(area.width);
    draw::text(
        &model.signs.horizontal.repeat(width),
        Role::Rule,
        theme,
        area,
        0,
        buf,
    );
    for (x, _) in areas::columns(model, of).iter().skip(1) {
        draw::text(
            joint,
            Role::Rule,
            theme,
            area,
            x.saturating_sub(2) as u16,
            buf,
        );
    }
}

/// Says on the line over the text what is other than plain, and the keys that end it.
fn modes(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    let text = lines::modes(model);
    let cells = text.cells();
    if cells == 0 || area.width < 8 {
        return;
    }
    let room = usize::from(area.width) - 4;
    let line = text.clipped(room, model.signs.ellipsis);
    let x = usize::from(area.width) - line.end() - 2;
    draw::line(&line, theme, draw::shift(area, x), buf);
}

/// Says on the line over the lower pane what that is, and how much of the detail is out of sight.
fn labels(model: &Model, theme: Theme, areas: &Areas, detail: &[Line], buf: &mut Buffer) {
    let area = areas.lower_rule;
    if area.is_empty() {
        return;
    }
    let in_list = model.pane == Pane::Findings && !areas::has_side(model);
    let word = if in_list { " findings " } else { " detail " };
    let focused = in_list || model.pane == Pane::Detail;
    let role = if focused { Role::Focus } else { Role::Quiet };
    draw::text(word, role, theme, area, 1, buf);
    let end = model.detail_top + usize::from(areas.lower.height);
    let below = detail.len().saturating_sub(end);
    if below > 0 && !in_list {
        let text = " more below ";
        let x = area.width.saturating_sub(text.len() as u16 + 2);
        draw::text(text, Role::Quiet, theme, area, x, buf);
    }
}
