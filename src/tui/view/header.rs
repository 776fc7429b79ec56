//! The first lines: what is compared, how much of it agrees, where the reader stands.

use super::{draw_line, draw_text};
use crate::model::RowVerdict;
use crate::text::wrap;
use crate::tui::areas::{self, GUTTER};
use crate::tui::message::Class;
use crate::tui::model::{Layout, Model};
use crate::tui::styled::Styled;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the title line: as much of it as fits, the counts before the names.
pub(super) fn draw(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    let width = usize::from(area.width);
    let place = place(model);
    let room = width.saturating_sub(place.cells() + 2);
    let versions = [
        (true, true, true),
        (true, true, false),
        (true, false, false),
        (false, false, false),
    ];
    let title = versions
        .into_iter()
        .map(|(names, words, furniture)| title(model, names, words, furniture))
        .find(|title| title.cells() <= room)
        .unwrap_or_else(|| title(model, false, false, false));
    let left = title.clipped(room, model.signs.ellipsis);
    draw_line(&left, theme, area, buf);
    let right = place.clipped(width, model.signs.ellipsis);
    let x = width.saturating_sub(right.end() + 1) as u16;
    draw_line(
        &right,
        theme,
        Rect {
            x: area.x + x,
            width: area.width - x.min(area.width),
            ..area
        },
        buf,
    );
}

fn title(model: &Model, names: bool, words: bool, furniture: bool) -> Styled {
    let mut title = Styled::of(" ", Role::Text);
    let signs = model.signs;
    if names {
        title.push("parallax  ", Role::Quiet);
        let outlets: Vec<&str> = model
            .story
            .articles
            .iter()
            .map(|a| a.outlet.as_str())
            .collect();
        let names = match outlets.len() {
            0..=3 => outlets.join(&format!(" {} ", signs.times)),
            many => format!("{many} outlets"),
        };
        title.push(&names, Role::Strong);
        title.push("  ", Role::Text);
    }
    for verdict in RowVerdict::ALL {
        let count = model.story.count(verdict);
        let shown = model.filter.shows(Class::Verdict(verdict));
        if count == 0 && shown {
            continue;
        }
        let mut text = format!("{} {count}", signs.verdict(verdict));
        if words {
            text += " ";
            text += verdict.word();
        }
        if shown {
            title.push(&text, Role::Verdict(verdict));
        } else {
            title.push(&format!("({text} hidden)"), Role::Quiet);
        }
        title.push("  ", Role::Text);
    }
    if furniture && model.furniture.iter().any(|share| *share > 0) {
        let shares: Vec<String> = match model.furniture.as_slice() {
            few if few.len() <= 4 => few.iter().map(|share| format!("{share} %")).collect(),
            many => [many.iter().min(), many.iter().max()]
                .into_iter()
                .flatten()
                .map(|share| format!("{share} %"))
                .collect(),
        };
        let between = if model.furniture.len() <= 4 {
            " / "
        } else {
            " to "
        };
        title.push(
            &format!("{} furniture {}", signs.dot, shares.join(between)),
            Role::Quiet,
        );
    }
    title
}

/// Where the reader stands among the findings.
fn place(model: &Model) -> Styled {
    let count = model.findings.len();
    let mut text = match model.finding_place() {
        Some(place) => Styled::of(&format!("{} of {count}", place + 1), Role::Strong),
        None => Styled::of(&format!("{count} findings"), Role::Quiet),
    };
    if model.filter.narrows() {
        text.push(" (filtered)", Role::Hint);
    }
    text
}

/// Draws the outlets over their columns, or on one line where there are no columns.
pub(super) fn heads(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    let ellipsis = model.signs.ellipsis;
    let shown = areas::shown(model);
    let name = |id: crate::model::ArticleId| {
        let role = if id.index() == model.column {
            Role::Focus
        } else {
            Role::Strong
        };
        let outlet = model
            .story
            .articles
            .get(id.index())
            .map_or("", |a| a.outlet.as_str());
        Styled::of(&format!("{id}  {outlet}"), role)
    };
    let mut right = Styled::default();
    if shown.len() < model.outlets() {
        let first = model
            .story
            .articles
            .first()
            .map(|a| a.id.to_string())
            .unwrap_or_default();
        let last = model
            .story
            .articles
            .last()
            .map(|a| a.id.to_string())
            .unwrap_or_default();
        let shown = crate::tui::rows::letters(&shown);
        right.push(&format!("{shown} of {first}-{last}"), Role::Quiet);
    }
    let width = usize::from(area.width);
    let end = width.saturating_sub(right.cells() + 2);
    match areas::layout(model) {
        Layout::Split => {
            for (id, (x, wide)) in shown.iter().zip(areas::columns(model, width)) {
                let room = wide.min(end.saturating_sub(x));
                let line = name(*id).clipped(room, ellipsis);
                draw_line(&line, theme, shift(area, x), buf);
            }
        }
        layout => {
            let mut line = Styled::default();
            for (n, id) in shown.iter().enumerate() {
                if n > 0 {
                    let between = if layout == Layout::Unified {
                        "  with the differences of  "
                    } else {
                        "   "
                    };
                    line.push(between, Role::Quiet);
                }
                line.append(name(*id));
            }
            let line = line.clipped(end.saturating_sub(GUTTER), ellipsis);
            draw_line(&line, theme, shift(area, GUTTER), buf);
        }
    }
    let x = width.saturating_sub(right.cells() + 1);
    draw_line(&right.clipped(width, ellipsis), theme, shift(area, x), buf);
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

/// Draws a line between two panes, with joints where the lines between the columns meet it.
pub(super) fn rule(
    model: &Model,
    theme: Theme,
    area: Rect,
    joint: &str,
    label: &Styled,
    buf: &mut Buffer,
) {
    if area.is_empty() {
        return;
    }
    let width = usize::from(area.width);
    draw_text(
        &model.signs.horizontal.repeat(width),
        Role::Rule,
        theme,
        area,
        0,
        buf,
    );
    for (x, _) in areas::columns(model, width).iter().skip(1) {
        draw_text(
            joint,
            Role::Rule,
            theme,
            area,
            (*x).saturating_sub(2) as u16,
            buf,
        );
    }
    if !label.is_empty() {
        let line = label.clipped(width.saturating_sub(4), model.signs.ellipsis);
        let x = wrap::cells(model.signs.horizontal) as u16;
        draw_line(&line, theme, shift(area, usize::from(x)), buf);
    }
}
