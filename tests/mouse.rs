//! The mouse: everything it does, keys do too.

use crate::support::screen::{drawn, glyphs, played};
use crate::support::stories::{bridge, large};
use parallax::model::{FindingId, RowId};
use parallax::tui::state::message::Way;
use parallax::tui::state::{Mode, Pane, areas};
use parallax::tui::{Message, Model, Palette, update};

/// The bridge on a screen with the findings beside the text.
fn wide() -> Model {
    played(&bridge(), "", 200, 50)
}

/// Where some words stand on the screen: the cell of the last place of them.
fn place(model: &Model, words: &str) -> (u16, u16) {
    let text = glyphs(&drawn(model, Palette::Mono));
    let lines = text.lines().enumerate();
    let mut found = lines.filter_map(|(y, line)| {
        let at = line.rfind(words)?;
        Some((line[..at].chars().count() as u16, y as u16))
    });
    found
        .next()
        .unwrap_or_else(|| panic!("{words} is not on the screen: {text}"))
}

fn click(model: &mut Model, words: &str) {
    let (x, y) = place(model, words);
    update(model, Message::Click(x, y));
    update(model, Message::Release);
}

#[test]
fn a_click_selects_a_row_and_a_column_and_a_second_one_opens_it() {
    let mut model = wide();
    click(&mut model, "ring road");
    assert_eq!((model.row(), model.column), (Some(RowId(4)), 1));
    click(&mut model, "ring road");
    assert_eq!((model.pane, model.open), (Pane::Detail, true));
    click(&mut model, "nobody had been hurt.");
    assert_eq!(
        (model.row(), model.column, model.pane),
        (Some(RowId(2)), 0, Pane::Text)
    );
}

#[test]
fn a_click_on_a_finding_goes_there() {
    let mut model = wide();
    click(&mut model, "4 ∅ left out");
    assert_eq!(
        (model.finding, model.pane),
        (Some(FindingId(3)), Pane::Findings)
    );
    let mut narrow = played(&bridge(), "<tab>", 80, 24);
    click(&mut narrow, "3 ∅ left out");
    assert_eq!(narrow.finding, Some(FindingId(2)));
}

#[test]
fn the_wheel_scrolls_what_is_under_it() {
    let mut model = played(&large(3, 60), "", 120, 40);
    let body = areas::areas(&model).body;
    update(&mut model, Message::Wheel(Way::On, body.x + 5, body.y + 5));
    assert!(model.top.item + model.top.line > 0);
    update(
        &mut model,
        Message::Wheel(Way::Back, body.x + 5, body.y + 5),
    );
    assert_eq!(model.top.item + model.top.line, 0);
}

#[test]
fn the_map_leads_to_a_part_of_the_story() {
    let mut model = played(&large(3, 200), "", 120, 40);
    let map = areas::areas(&model).map;
    update(&mut model, Message::Click(map.x, map.bottom() - 1));
    assert!(model.at > 180, "{}", model.at);
    update(&mut model, Message::Click(map.x, map.y));
    assert_eq!(model.at, 0);
}

#[test]
fn borders_are_dragged_and_come_back() {
    let mut model = wide();
    let columns =
        |model: &Model| areas::columns(model, usize::from(areas::areas(model).body.width));
    let before = columns(&model);
    let areas = areas::areas(&model);
    let x = areas.body.x + before[1].0 as u16 - 2;
    update(&mut model, Message::Click(x, areas.body.y + 3));
    update(&mut model, Message::Drag(x - 20, areas.body.y + 3));
    update(&mut model, Message::Release);
    let moved = columns(&model);
    assert_eq!(
        (moved[0].1, moved[1].1),
        (before[0].1 - 20, before[1].1 + 20)
    );
    update(&mut model, Message::Drag(x, areas.body.y + 3));
    assert_eq!(columns(&model), moved, "let go");
    update(
        &mut model,
        Message::Click(areas.lower_rule.x + 9, areas.lower_rule.y),
    );
    update(
        &mut model,
        Message::Drag(areas.lower_rule.x + 9, areas.lower_rule.y - 6),
    );
    update(&mut model, Message::Release);
    assert_eq!(areas::areas(&model).lower.height, areas.lower.height + 6);
    for _ in 0..2 {
        update(&mut model, Message::Back);
    }
    assert_eq!(columns(&model), before);
    assert_eq!(areas::areas(&model), areas);
}

#[test]
fn no_drag_leaves_a_column_without_room() {
    let mut model = wide();
    let body = areas::areas(&model).body;
    for to in [0, 199, 60] {
        let columns = areas::columns(&model, usize::from(body.width));
        update(
            &mut model,
            Message::Click(body.x + columns[1].0 as u16 - 2, body.y),
        );
        update(&mut model, Message::Drag(to, body.y));
        update(&mut model, Message::Release);
        let columns = areas::columns(&model, usize::from(body.width));
        assert!(columns.iter().all(|(_, wide)| *wide >= 12), "{columns:?}");
    }
}

#[test]
fn the_mouse_is_left_to_the_terminal_on_demand() {
    let mut model = wide();
    assert!(!model.mouse);
    update(&mut model, Message::Mouse);
    assert!(model.mouse && model.hint.is_some());
}

#[test]
fn a_click_closes_what_lies_over_the_panes() {
    let mut model = played(&bridge(), "?", 80, 24);
    update(&mut model, Message::Click(1, 1));
    assert_eq!(model.mode, Mode::Read);
}
