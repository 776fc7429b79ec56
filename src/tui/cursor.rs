//! Moving: the selected item, the current finding, the first line on the screen.

use super::areas;
use super::detail;
use super::message::Way;
use super::model::{Anchor, Layout, Model, Pane};
use super::rows::{self, Item};
use super::theme::Role;
use crate::model::{ArticleId, FindingId};

/// How many lines of text the screen shows.
fn page(model: &Model) -> usize {
    usize::from(areas::areas(model).body.height).max(1)
}

/// Brings everything that moves within its bounds, and the selected item onto the screen.
pub fn settle(model: &mut Model) {
    model.at = model.at.min(model.items.len().saturating_sub(1));
    reveal(model);
    let rows = usize::from(areas::areas(model).lower.height);
    if model.detail_top > 0 {
        let lines = detail::lines(model).len();
        model.detail_top = model.detail_top.min(lines.saturating_sub(rows));
    }
}

/// Selects an item, and the first of its findings that passes the filter.
pub fn select(model: &mut Model, index: usize) {
    model.at = index.min(model.items.len().saturating_sub(1));
    model.finding = model.row().and_then(|row| {
        let found = model.findings.iter().find(|id| {
            model
                .story
                .findings
                .get(id.index())
                .is_some_and(|finding| finding.row == row)
        });
        found.copied()
    });
    model.detail_top = 0;
    settle(model);
}

/// Goes to a finding: its row, and a column of an outlet that it is about.
pub fn select_finding(model: &mut Model, id: FindingId) {
    let Some(finding) = model.story.findings.get(id.index()) else {
        return;
    };
    let (row, about) = (finding.row, finding.articles.first().copied());
    match model.items.binary_search(&Item::Row(row)) {
        Ok(index) => select(model, index),
        Err(_) => model.tell("the row of this finding is not shown in this layout"),
    }
    model.finding = Some(id);
    if let Some(article) = about {
        show_article(model, article);
    }
    settle(model);
}

/// To the next finding that passes the filter, around the end.
pub fn step_finding(model: &mut Model, way: Way, same_kind: bool) {
    let kind = |id: FindingId| model.story.findings.get(id.index()).map(|f| f.kind);
    let wanted = match (same_kind, model.finding) {
        (true, None) => {
            model.tell("no finding is selected: ] or . goes to the next one");
            return;
        }
        (true, Some(id)) => kind(id),
        (false, _) => None,
    };
    let fits: Vec<FindingId> = model
        .findings
        .iter()
        .copied()
        .filter(|id| wanted.is_none() || kind(*id) == wanted)
        .collect();
    let (Some(first), Some(last)) = (fits.first(), fits.last()) else {
        let none = if model.story.findings.is_empty() {
            "no findings"
        } else {
            "no finding passes the filter: F clears it"
        };
        model.tell(none);
        return;
    };
    let place = |id: &FindingId| match model.finding {
        Some(current) => *id > current,
        None => row_place(model, *id) >= model.at,
    };
    let after = fits.partition_point(|id| !place(id));
    let here = usize::from(model.finding.is_some());
    let next = match way {
        Way::On => fits.get(after).copied(),
        Way::Back => after
            .checked_sub(1 + here)
            .and_then(|n| fits.get(n))
            .copied(),
    };
    let (target, end) = match way {
        Way::On => (next.unwrap_or(*first), "last"),
        Way::Back => (next.unwrap_or(*last), "first"),
    };
    select_finding(model, target);
    if next.is_none() {
        let of = if same_kind { " of this kind" } else { "" };
        model.tell(format!("that was the {end} finding{of}: around again"));
    }
}

/// The item of a finding's row, or the one that would follow it.
fn row_place(model: &Model, id: FindingId) -> usize {
    let row = model
        .story
        .findings
        .get(id.index())
        .map(|finding| finding.row);
    row.map_or(0, |row| {
        model.items.partition_point(|item| *item < Item::Row(row))
    })
}

/// One step in the text: first through a row that is higher than the screen, then to the next.
pub fn step_row(model: &mut Model, way: Way) {
    let page = page(model);
    let begin = Anchor {
        item: model.at,
        line: 0,
    };
    let line = rows::height(model, model.at).saturating_sub(page);
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
            let line = rows::height(model, item).saturating_sub(page);
            if line > 0 {
                model.top = Anchor { item, line };
            }
        }
        Way::On => model.tell("end of the story"),
        Way::Back => model.tell("beginning of the story"),
    }
}

/// Moves the text by lines; the selection comes along.
pub fn scroll(model: &mut Model, way: Way, lines: usize) {
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
            model.tell(if way == Way::On {
                "end of the story"
            } else {
                "beginning of the story"
            });
        } else {
            keep_top(model, end);
        }
    } else if model.at < first || model.at > last {
        let index = model.at.clamp(first, last);
        keep_top(model, index);
    }
}

/// To the beginning or the end of the story.
pub fn end(model: &mut Model, way: Way) {
    let index = match way {
        Way::Back => 0,
        Way::On => model.items.len().saturating_sub(1),
    };
    select(model, index);
    model.top = match way {
        Way::Back => Anchor::default(),
        Way::On => last_top(model),
    };
}

/// Selects an item without moving the text.
fn keep_top(model: &mut Model, index: usize) {
    let top = model.top;
    select(model, index);
    model.top = top;
}

/// A place so many lines further, within the story.
fn moved(model: &Model, from: Anchor, way: Way, lines: usize) -> Anchor {
    let mut to = from;
    let mut left = lines;
    match way {
        Way::On => loop {
            let height = rows::height(model, to.item);
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
            to.line = rows::height(model, to.item);
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
        line: rows::height(model, last),
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

/// Moves the text as little as possible so that the selected item is on the screen.
fn reveal(model: &mut Model) {
    let page = page(model);
    // After a resize or another filter the first line may be one that is no more.
    model.top.item = model.top.item.min(model.items.len().saturating_sub(1));
    let highest = rows::height(model, model.top.item).saturating_sub(1);
    model.top.line = model.top.line.min(highest);
    let height = rows::height(model, model.at);
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

/// Moves on within a high item to the line of the current hit.
pub fn reveal_hit(model: &mut Model) {
    let lines = rows::lay(model, model.at);
    let found = |line: &super::styled::Line| line.0.iter().any(|p| p.role == Role::CurrentHit);
    let Some(line) = lines.iter().position(found) else {
        return;
    };
    let page = page(model);
    if model.top.item == model.at && (line < model.top.line || line >= model.top.line + page) {
        model.top.line = line
            .saturating_sub(page / 2)
            .min(lines.len().saturating_sub(page));
    }
}

/// Turns the columns so that an article is among them, and gives it the attention.
pub fn show_article(model: &mut Model, article: ArticleId) {
    let outlets = model.outlets();
    let index = article.index();
    if index >= outlets {
        return;
    }
    if areas::layout(model) == Layout::Unified {
        if index != model.column && index != model.other {
            model.other = index;
            super::filter::apply(model);
        }
        return;
    }
    model.column = index;
    let shown = areas::shown(model);
    if !shown.contains(&article) {
        // The article comes in at the nearer edge.
        let on = (index + outlets - model.first) % outlets;
        let back = (model.first + outlets - index) % outlets;
        model.first = if on <= back {
            (index + outlets + 1 - shown.len()) % outlets
        } else {
            index
        };
    }
}

/// To the next outlet: another column, or another text inside the unified one.
pub fn step_column(model: &mut Model, way: Way) {
    let outlets = model.outlets();
    if outlets < 2 {
        model.tell("there is one outlet only");
        return;
    }
    let next = |n: usize| match way {
        Way::On => (n + 1) % outlets,
        Way::Back => (n + outlets - 1) % outlets,
    };
    if areas::layout(model) == Layout::Unified {
        model.other = next(model.other);
        if model.other == model.column {
            model.column = next(model.column);
            model.other = match way {
                Way::On => next(model.column),
                Way::Back => (model.column + outlets - 1) % outlets,
            };
        }
        super::filter::apply(model);
        return;
    }
    show_article(model, ArticleId(next(model.column) as u32));
    settle(model);
}

/// Moves the detail by lines.
pub fn scroll_detail(model: &mut Model, way: Way, lines: usize) {
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

/// To the next pane.
pub fn step_pane(model: &mut Model, way: Way) {
    const PANES: [Pane; 3] = [Pane::Text, Pane::Findings, Pane::Detail];
    let at = PANES
        .iter()
        .position(|pane| *pane == model.pane)
        .unwrap_or(0);
    let next = match way {
        Way::On => (at + 1) % PANES.len(),
        Way::Back => (at + PANES.len() - 1) % PANES.len(),
    };
    model.pane = PANES.get(next).copied().unwrap_or(Pane::Text);
    settle(model);
}
