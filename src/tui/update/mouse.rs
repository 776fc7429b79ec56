//! What the mouse does: it selects, scrolls and moves borders, all of which keys do too.

use super::{columns, cursor, findings};
use crate::model::ArticleId;
use crate::tui::lines;
use crate::tui::state::message::{Message, Way};
use crate::tui::state::{Held, Model, Pane, View, areas};
use ratatui::layout::{Position, Rect};

/// How many lines one step of the wheel scrolls.
const WHEEL: usize = 3;

/// Listens to the mouse, or leaves it to the terminal.
pub(super) fn toggle(model: &mut Model) {
    model.mouse = !model.mouse;
    model.held = None;
    model.tell(if model.mouse {
        "the mouse selects and scrolls here; Shift and drag mark text in most terminals"
    } else {
        "the mouse is left to the terminal"
    });
}

/// Presses the mouse at a place of the screen; what is then to be done, if anything.
pub(super) fn click(model: &mut Model, x: u16, y: u16) -> Option<Message> {
    let areas = areas::areas(model);
    let at = Position::new(x, y);
    if areas.lower_rule.contains(at) {
        model.held = Some(Held::Lower);
    } else if areas.map.contains(at) {
        let line = usize::from(y - areas.map.y);
        let items = areas::map_items(model, usize::from(areas.map.height), line);
        cursor::select(model, items.start);
    } else if areas.body.contains(at) {
        return body(model, areas.body, x, y);
    } else if areas.side.contains(at) && y > areas.side.y {
        listed(model, areas.side, 1, y);
    } else if areas.lower.contains(at) {
        if model.pane == Pane::Findings && !areas::has_side(model) {
            listed(model, areas.lower, 0, y);
        } else {
            model.pane = Pane::Detail;
            cursor::settle(model);
        }
    }
    None
}

/// Selects the item and the column at a place of the text; where both are selected, opens it.
fn body(model: &mut Model, area: Rect, x: u16, y: u16) -> Option<Message> {
    let cell = usize::from(x - area.x);
    let columns = areas::columns(model, usize::from(area.width));
    let border = columns
        .iter()
        .skip(1)
        .position(|(start, _)| (start - 3..start - 1).contains(&cell));
    if let Some(border) = border {
        model.held = Some(Held::Column(border));
        return None;
    }
    let item = item_at(model, usize::from(y - area.y))?;
    let column = columns
        .iter()
        .rposition(|(start, _)| *start <= cell)
        .unwrap_or(0);
    let article = areas::shown(model).get(column).copied();
    let again = model.at == item && model.pane == Pane::Text;
    model.pane = Pane::Text;
    if columns.len() > 1
        && let Some(article) = article
    {
        let same = article == ArticleId(model.column as u32);
        columns::show_article(model, article);
        model.desk.picked = None;
        if again && !same {
            return None;
        }
    }
    if again {
        return Some(Message::Open);
    }
    let top = model.top;
    cursor::select(model, item);
    model.top = top;
    cursor::settle(model);
    None
}

/// The item that stands on a line of the text pane.
fn item_at(model: &Model, line: usize) -> Option<usize> {
    let mut left = line + model.top.line;
    for item in model.top.item..model.items.len() {
        let height = lines::height(model, item);
        if left < height {
            return Some(item);
        }
        left -= height;
    }
    None
}

/// Selects the finding on a line of the list.
fn listed(model: &mut Model, area: Rect, heading: u16, y: u16) {
    let height = usize::from(area.height - heading);
    let at = model.finding_place().unwrap_or(0);
    let top = areas::list_top(at, model.findings.len(), height);
    let place = top + usize::from(y - area.y - heading);
    model.pane = Pane::Findings;
    if let Some(id) = model.findings.get(place).copied() {
        findings::select_finding(model, id);
    }
}

/// Moves the border that is held.
pub(super) fn drag(model: &mut Model, x: u16, y: u16) {
    let areas = areas::areas(model);
    match model.held {
        Some(Held::Lower) => {
            let up = i32::from(areas.lower_rule.y) - i32::from(y);
            let before = model.taller;
            model.taller = before.saturating_add(up as i16);
            if areas::areas(model).lower.height == areas.lower.height {
                model.taller = before;
            }
        }
        Some(Held::Column(border)) if model.view == View::Text => {
            let columns = areas::columns(model, usize::from(areas.body.width));
            let Some((start, _)) = columns.get(border + 1) else {
                return;
            };
            let now = areas.body.x + *start as u16 - 2;
            model
                .borders
                .resize((border + 1).max(model.borders.len()), 0);
            if let Some(moved) = model.borders.get_mut(border) {
                *moved = moved.saturating_add((i32::from(x) - i32::from(now)) as i16);
            }
        }
        _ => {}
    }
    cursor::settle(model);
}

/// Turns the wheel over a place of the screen.
pub(super) fn wheel(model: &mut Model, way: Way, x: u16, y: u16) {
    let areas = areas::areas(model);
    let at = Position::new(x, y);
    let list = model.pane == Pane::Findings && !areas::has_side(model);
    if areas.side.contains(at) || (areas.lower.contains(at) && list) {
        findings::step_finding(model, way, false);
    } else if areas.lower.contains(at) {
        cursor::scroll_detail(model, way, WHEEL);
    } else {
        cursor::scroll(model, way, WHEEL);
    }
}
