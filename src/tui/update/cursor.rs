//! Moving: the selected item, and the first line on the screen.

use crate::tui::lines::{self, detail};
use crate::tui::state::message::Way;
use crate::tui::state::{Anchor, Model, areas};

/// How many lines of text the screen shows.
pub(super) fn page(model: &Model) -> usize {
    usize::from(areas::areas(model).body.height).max(1)
}

/// Brings everything that moves within its bounds, and the selected item onto the screen.
pub(super) fn settle(model: &mut Model) {
    model.at = model.at.min(model.items.len().saturating_sub(1));
    reveal(model);
    let rows = usize::from(areas::areas(model).lower.height);
    if model.detail_top > 0 {
        let wanted = model.detail_top.saturating_add(rows);
        let lines = detail::lines(model, wanted).len();
        model.detail_top = model.detail_top.min(lines.saturating_sub(rows));
    }
}

/// Sees to it that the first line on the screen is one that there is, and that the selected item is
/// on the screen, whatever a message did to the lines that rows take.
pub(super) fn bound(model: &mut Model) {
    bound_top(model);
    if model.top.item > model.at || offset(model) >= page(model) {
        settle(model);
    }
}

fn bound_top(model: &mut Model) {
    model.top.item = model.top.item.min(model.items.len().saturating_sub(1));
    let highest = lines::height(model, model.top.item).saturating_sub(1);
    model.top.line = model.top.line.min(highest);
}

/// Selects an item, and the first of its findings that passes the filter.
pub(super) fn select(model: &mut Model, index: usize) {
    model.at = index.min(model.items.len().saturating_sub(1));
    let row = model.row().and_then(|id| model.story.rows.get(id.index()));
    let findings = row.into_iter().flat_map(|row| row.findings.iter().copied());
    model.finding = findings.filter(|id| model.place_of(*id).is_some()).min();
    model.detail_top = 0;
    settle(model);
}

/// One step in the text: first through a row that is higher than the screen, then to the next.
pub(super) fn step_row(model: &mut Model, way: Way) {
    let page = page(model);
    let begin = Anchor {
        item: model.at,
        line: 0,
    };
    let line = lines::height(model, model.at).saturating_sub(page);
    let end = Anchor {
        item: model.at,
        line,
    };
    match way {
        Way::On if line > 0 && model.top < end => {
            let next = moved(model, model.top, way, (page - 1).max(1));
            model.top = next.clamp(begin, end);
        }
        Way::Back if line > 0 && model.top > begin => {
            let next = moved(model, model.top, way, (page - 1).max(1));
            model.top = next.clamp(begin, end);
        }
        Way::On if model.at + 1 < model.items.len() => select(model, model.at + 1),
        Way::Back if model.at > 0 => {
            let item = model.at - 1;
            select(model, item);
            let line = lines::height(model, item).saturating_sub(page);
            if line > 0 {
                model.top = Anchor { item, line };
            }
        }
        Way::On | Way::Back => tell_end(model, way),
    }
}

/// Moves the text by lines; the selection comes along.
pub(super) fn scroll(model: &mut Model, way: Way, lines: usize) {
    let before = model.top;
    let target = moved(model, model.top, way, lines);
    model.top = match way {
        Way::On => target.min(last_top(model)).max(before),
        Way::Back => target,
    };
    let (first, last) = whole_items(model);
    if model.top == before {
        let end = if way == Way::On { last } else { first };
        if model.at == end {
            tell_end(model, way);
        } else {
            keep_top(model, end);
        }
    } else if model.at < first || model.at > last {
        let index = model.at.clamp(first, last);
        keep_top(model, index);
    }
}

/// To the beginning or the end of the story.
pub(super) fn end(model: &mut Model, way: Way) {
    let index = match way {
        Way::Back => 0,
        Way::On => model.items.len().saturating_sub(1),
    };
    let before = (model.at, model.top);
    select(model, index);
    model.top = match way {
        Way::Back => Anchor::default(),
        Way::On => last_top(model),
    };
    if (model.at, model.top) == before {
        tell_end(model, way);
    }
}

/// Says that there is nothing further.
fn tell_end(model: &mut Model, way: Way) {
    model.tell(match way {
        Way::On => "end of the story",
        Way::Back => "beginning of the story",
    });
}

/// Selects an item without moving the text.
fn keep_top(model: &mut Model, index: usize) {
    let top = model.top;
    select(model, index);
    model.top = top;
    // A row may take fewer lines once another is the selected one.
    bound_top(model);
}

/// A place so many lines further, within the story.
fn moved(model: &Model, from: Anchor, way: Way, lines: usize) -> Anchor {
    let mut to = from;
    let mut left = lines;
    match way {
        Way::On => loop {
            let height = lines::height(model, to.item);
            if to.line + left < height {
                to.line += left;
                return to;
            }
            if to.item + 1 >= model.items.len() {
                to.line = height.saturating_sub(1);
                return to;
            }
            left -= height.saturating_sub(to.line).min(left);
            to = Anchor {
                item: to.item + 1,
                line: 0,
            };
        },
        Way::Back => loop {
            if left <= to.line {
                to.line -= left;
                return to;
            }
            left -= to.line;
            if to.item == 0 {
                return Anchor::default();
            }
            to.item -= 1;
            to.line = lines::height(model, to.item);
        },
    }
}

/// The first line of the last page.
fn last_top(model: &Model) -> Anchor {
    let Some(last) = model.items.len().checked_sub(1) else {
        return Anchor::default();
    };
    let end = Anchor {
        item: last,
        line: lines::height(model, last),
    };
    moved(model, end, Way::Back, page(model))
}

/// The first and the last item that begin on the screen; the item that fills it where none does.
fn whole_items(model: &Model) -> (usize, usize) {
    let first = model.top.item + usize::from(model.top.line > 0);
    let bottom = moved(model, model.top, Way::On, page(model) - 1);
    let last = bottom.item;
    if first > last {
        (last, last)
    } else {
        (first, last)
    }
}

/// How many lines stand between the top of the screen and the selected item.
pub(super) fn offset(model: &Model) -> usize {
    let between = model.top.item..model.at;
    let lines: usize = between.map(|item| lines::height(model, item)).sum();
    lines.saturating_sub(model.top.line)
}

/// Shows the selected item so many lines under the top of the screen.
pub(super) fn hold(model: &mut Model, offset: usize) {
    let begin = Anchor {
        item: model.at,
        line: 0,
    };
    model.top = moved(model, begin, Way::Back, offset);
    settle(model);
}

/// Moves the text as little as possible so that the selected item is on the screen.
fn reveal(model: &mut Model) {
    let page = page(model);
    // After a resize or another filter the first line may be one that is no more.
    bound_top(model);
    let height = lines::height(model, model.at);
    let begin = Anchor {
        item: model.at,
        line: 0,
    };
    if height >= page {
        let inside = model.top.item == model.at && model.top.line + page <= height;
        if !inside {
            model.top = begin;
        }
    } else {
        let lowest = moved(
            model,
            Anchor {
                item: model.at,
                line: height,
            },
            Way::Back,
            page,
        );
        model.top = model.top.clamp(lowest, begin);
    }
    // An item takes a line at least: far from the end there is nothing to measure.
    if model.items.len() - model.top.item <= page {
        model.top = model.top.min(last_top(model));
    }
}

/// Moves the detail so that the finding where the reader stands is in it, where it is not.
pub(super) fn reveal_finding(model: &mut Model) {
    let rows = usize::from(areas::areas(model).lower.height);
    let lines = detail::finding_lines(model);
    if lines.end > model.detail_top + rows {
        model.detail_top = lines.start;
        settle(model);
    }
}

/// Moves the detail by lines.
pub(super) fn scroll_detail(model: &mut Model, way: Way, lines: usize) {
    let before = model.detail_top;
    model.detail_top = match way {
        Way::On => before.saturating_add(lines),
        Way::Back => before.saturating_sub(lines),
    };
    settle(model);
    if model.detail_top == before {
        model.tell(if way == Way::On {
            "end of the detail"
        } else {
            "beginning of the detail"
        });
    }
}
