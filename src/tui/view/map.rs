//! The map beside the text: the verdicts along the whole list, and where the reader is.

use super::draw;
use super::theme::Theme;
use crate::model::RowVerdict;
use crate::tui::lines::{Line, Role};
use crate::tui::state::{Model, areas};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::ops::Range;

/// Which verdict stands for several rows: the one most worth stopping at.
const RANKS: [RowVerdict; 5] = [
    RowVerdict::Diverge,
    RowVerdict::Single,
    RowVerdict::Partial,
    RowVerdict::Unsure,
    RowVerdict::Agree,
];

/// Draws a sign a line; those of the items `seen` on the screen in full strength.
pub(super) fn draw(model: &Model, theme: Theme, area: Rect, seen: &Range<usize>, buf: &mut Buffer) {
    let height = usize::from(area.height);
    let lines = (0..height).map(|line| {
        let items = areas::map_items(model, height, line);
        let verdicts = model.verdicts.get(items.clone()).unwrap_or_default();
        let verdicts = verdicts.iter().copied().flatten();
        let rank = |verdict: &RowVerdict| RANKS.iter().position(|it| it == verdict);
        let verdict = verdicts.min_by_key(rank);
        let sign = verdict.map_or(' ', |verdict| model.signs.verdict(verdict));
        let role = match verdict {
            _ if items.contains(&model.at) => Role::Hit,
            Some(verdict) if items.start < seen.end && seen.start < items.end => {
                Role::Verdict(verdict)
            }
            _ => Role::Quiet,
        };
        let mut line = Line::default();
        line.put(0, sign, role);
        line
    });
    draw::lines(lines.collect::<Vec<_>>(), theme, area, buf);
}
