//! Which pane stands where: a function of the model alone.

use super::item::Item;
use super::model::{Layout, Model, Pane};
use super::view::View;
use crate::model::ArticleId;
use ratatui::layout::Rect;
use std::ops::Range;

/// The narrowest column of text that still reads well.
const MIN_COLUMN: usize = 36;
/// The narrowest column that moved borders leave.
const LEAST_COLUMN: usize = 12;
/// Below this width the articles stand one under the other unless the reader asks otherwise.
const SPLIT_WIDTH: u16 = 100;
/// From this width on the findings have a pane of their own beside the text.
const SIDE_WIDTH: u16 = 160;
/// How wide that pane is.
const SIDE: u16 = 44;
/// From this width on there is room for a map of the verdicts.
const MAP_WIDTH: u16 = 60;
/// From this height on the headlines stand over the text.
const HEADLINES: u16 = 20;
/// How wide the filter menu is.
const MENU: u16 = 60;
/// How wide the menu of how closely wording is compared is.
const CORNER: u16 = 50;
/// Cells before the text of a line: the cursor and a blank.
pub const GUTTER: usize = 2;
/// Cells between two columns.
pub const GAP: usize = 3;

/// Where the panes stand; those without room are empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// Title, counts, place.
    pub header: Rect,
    /// The outlets over their columns.
    pub heads: Rect,
    /// A line under them.
    pub upper_rule: Rect,
    /// The text.
    pub body: Rect,
    /// The map of the verdicts, beside it.
    pub map: Rect,
    /// A line under it.
    pub lower_rule: Rect,
    /// The detail, or the findings where they have no pane of their own.
    pub lower: Rect,
    /// The findings, where they have one.
    pub side: Rect,
    /// Keys, hints, what is being typed.
    pub footer: Rect,
}

/// Where the panes stand.
pub fn areas(model: &Model) -> Areas {
    let (width, height) = (model.width, model.height);
    let header = u16::from(height >= 5);
    let footer = u16::from(height >= 4);
    let heads = head_rows(model);
    let rules = height >= 16;
    let side = if has_side(model) { SIDE } else { 0 };
    let middle = height - header - footer - heads - if rules { 2 } else { 0 };
    let lower = lower_height(model, middle);
    let text = width - side;
    let mut y = 0;
    let mut take = |rows: u16| {
        let rect = Rect::new(side, y, text, rows);
        y += rows;
        rect
    };
    let mut areas = Areas {
        header: take(header),
        heads: take(heads),
        upper_rule: take(u16::from(rules)),
        map: Rect::default(),
        body: take(middle - lower),
        lower_rule: take(u16::from(rules)),
        lower: take(lower),
        side: Rect::new(0, header, side.saturating_sub(2), height - header - footer),
        footer: take(footer),
    };
    areas.header = Rect::new(0, areas.header.y, width, header);
    areas.footer = Rect::new(0, areas.footer.y, width, footer);
    areas.heads.width = text_width(model);
    areas.body.width = text_width(model);
    if has_map(model) {
        areas.map = Rect::new(width - 1, areas.body.y, 1, areas.body.height);
    }
    areas
}

/// Whether a map of the verdicts stands beside the text.
fn has_map(model: &Model) -> bool {
    model.width >= MAP_WIDTH && model.height >= 16 && model.view != View::Overview
}

/// How wide the text pane is.
fn text_width(model: &Model) -> u16 {
    let side = if has_side(model) { SIDE } else { 0 };
    let map = if has_map(model) { 2 } else { 0 };
    model.width - side - map
}

/// How many lines the heads of the columns take: the outlets' names, and their headlines where the
/// terminal is high enough.
fn head_rows(model: &Model) -> u16 {
    if model.height < 8 {
        return 0;
    }
    let high = model.height >= HEADLINES;
    if model.view == View::Original {
        return 1 + u16::from(high);
    }
    if model.view != View::Text {
        return 1;
    }
    match layout(model) {
        Layout::Split if high => {
            let columns = columns(model, usize::from(text_width(model)));
            let wide = |(id, (_, width)): (&ArticleId, &(usize, usize))| {
                model.story.headline_cells(*id) > *width
            };
            let longest = shown(model).iter().zip(&columns).any(wide);
            2 + u16::from(longest)
        }
        Layout::Split => 1,
        Layout::Stacked | Layout::Unified => {
            let outlets = shown(model).len() as u16;
            if high && outlets <= model.height / 8 {
                outlets.max(1)
            } else {
                1
            }
        }
    }
}

/// Whether the headlines stand over the text, however far it is scrolled.
pub fn has_headlines(model: &Model) -> bool {
    model.view == View::Text && head_rows(model) > 1
}

/// Whether the findings have a pane beside the text.
pub fn has_side(model: &Model) -> bool {
    model.width >= SIDE_WIDTH && model.height >= 16
}

/// How high the lower pane is, of `middle` rows for it and the text together.
fn lower_height(model: &Model, middle: u16) -> u16 {
    let findings = model.pane == Pane::Findings && !has_side(model);
    let calm = match middle {
        0..=5 => 0,
        6..=9 => 1,
        10..=24 => (middle / 4).max(3),
        _ => middle / 4 + 1,
    };
    let wanted = if model.open && model.pane == Pane::Detail {
        if middle < 16 {
            middle * 3 / 4
        } else {
            middle / 2
        }
    } else if findings || model.pane == Pane::Detail {
        calm.max(middle / 3).max(2)
    } else {
        calm
    };
    let most = middle.saturating_sub(1);
    if wanted == 0 {
        return 0;
    }
    wanted
        .saturating_add_signed(model.taller)
        .clamp(1, most.max(1))
        .min(most)
}

/// How many columns of text fit beside each other.
pub fn room(model: &Model) -> usize {
    let width = usize::from(text_width(model)).saturating_sub(GUTTER);
    (width + GAP) / (MIN_COLUMN + GAP)
}

/// Whether two columns fit beside each other.
pub fn can_split(model: &Model) -> bool {
    room(model) >= 2
}

/// The layout in force: the one asked for, where there is room for it.
pub fn layout(model: &Model) -> Layout {
    let split = if can_split(model) {
        Layout::Split
    } else {
        Layout::Stacked
    };
    match model.layout {
        None if model.width < SPLIT_WIDTH => Layout::Stacked,
        None | Some(Layout::Split) => split,
        Some(Layout::Unified) if model.outlets() < 2 => Layout::Stacked,
        Some(layout) => layout,
    }
}

/// The articles that the screen has room for, in order.
pub fn shown(model: &Model) -> Vec<ArticleId> {
    let outlets = model.outlets();
    let id = |n: usize| ArticleId((n % outlets.max(1)) as u32);
    let pair = || vec![model.pair().0, model.pair().1];
    let several = |most: usize| {
        let count = most.clamp(1, outlets.max(1)).min(outlets);
        (model.first..model.first + count).map(id).collect()
    };
    match (model.view, layout(model)) {
        (View::Original, _) => vec![id(model.column)],
        (View::Matrix, _) if !model.pair_only => several(grid_room(model)),
        (View::Text, Layout::Unified) => pair(),
        _ if model.pair_only && outlets > 1 => pair(),
        (View::Text, Layout::Split) => several(room(model).min(model.columns)),
        _ => (0..outlets).map(id).collect(),
    }
}

/// The least width of the words of a row in the matrix, and of a cell with the gap before it.
const GRID: (usize, usize) = (24, 3);
/// The most width of a cell of the matrix.
const WIDE_CELL: usize = 26;

/// How many cells of the matrix fit beside the words of its rows.
fn grid_room(model: &Model) -> usize {
    let width = usize::from(text_width(model)).saturating_sub(GUTTER + 4);
    width.saturating_sub(GRID.0.min(width / 2)) / GRID.1
}

/// Where the words of the matrix's rows stand, and where the cell of each shown article.
pub fn grid(model: &Model, width: usize) -> ((usize, usize), Vec<(usize, usize)>) {
    let count = shown(model).len().max(1);
    let start = GUTTER + 2;
    let room = width.saturating_sub(start);
    let label = (room * 2 / 5).max(GRID.0.min(room / 2));
    let cell = ((room - label) / count).clamp(1, WIDE_CELL);
    let label = room.saturating_sub(cell * count);
    let cells = (0..count).map(|n| (start + label + n * cell + 1, cell - 1));
    ((start, label), cells.collect())
}

/// Where the columns begin in the text pane, and how wide they are.
pub fn columns(model: &Model, width: usize) -> Vec<(usize, usize)> {
    let room = width.saturating_sub(GUTTER);
    if model.view != View::Text || layout(model) != Layout::Split {
        return vec![(GUTTER.min(width), room.max(1))];
    }
    let count = shown(model).len().max(1);
    let text = room.saturating_sub(GAP * (count - 1));
    let mut widths: Vec<usize> = (0..count)
        .map(|n| (text / count + usize::from(n < text % count)).max(1))
        .collect();
    for (n, by) in model.borders.iter().enumerate() {
        let [left, right] = [n, n + 1].map(|it| widths.get(it).copied().unwrap_or(0));
        let spare = |width: usize| width.saturating_sub(LEAST_COLUMN).min(1 << 14);
        let spare = |width| i16::try_from(spare(width)).unwrap_or(i16::MAX);
        let by = isize::from((*by).clamp(-spare(left), spare(right)));
        if let Some(width) = widths.get_mut(n) {
            *width = width.saturating_add_signed(by);
        }
        if let Some(width) = widths.get_mut(n + 1) {
            *width = width.saturating_add_signed(-by);
        }
    }
    let mut x = GUTTER;
    let columns = widths.into_iter().map(|wide| {
        let column = (x, wide);
        x += wide + GAP;
        column
    });
    columns.collect()
}

/// The first of `count` lines that a list of `height` lines shows: line `at` stands in the middle
/// where there is something on both sides of it.
pub fn list_top(at: usize, count: usize, height: usize) -> usize {
    at.saturating_sub(height / 2)
        .min(count.saturating_sub(height))
}

/// Whether there is a blank line between two rows.
pub fn is_airy(model: &Model, item: Item) -> bool {
    model.view == View::Text
        && model.height >= 30
        && !(model.folded && matches!(item, Item::Row(_)))
}

/// The items that a line of the map stands for; empty below its end.
pub fn map_items(model: &Model, height: usize, line: usize) -> Range<usize> {
    let count = model.items.len();
    if count <= height {
        return line.min(count)..(line + 1).min(count);
    }
    let height = height.max(1);
    (line * count / height)..((line + 1) * count / height).min(count)
}

/// Where the menu of how closely wording is compared stands: in the corner, so that the text can be
/// seen to change.
pub fn corner(model: &Model, lines: usize) -> Rect {
    let width = model.width.min(CORNER);
    let below = areas(model).footer.height;
    let height = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(2);
    let height = height.min(model.height - below);
    Rect::new(
        model.width - width,
        model.height - below - height,
        width,
        height,
    )
}

/// Where the filter menu with so many entries stands: over all but the footer.
pub fn menu(model: &Model, entries: usize) -> Rect {
    let width = model.width.min(MENU);
    let entries = u16::try_from(entries).unwrap_or(u16::MAX);
    let room = model.height.saturating_sub(1);
    let height = entries.saturating_add(2).min(room);
    Rect::new(
        (model.width - width) / 2,
        (room - height) / 2,
        width,
        height,
    )
}
