//! The list of findings.

use super::draw_line;
use crate::tui::model::{Model, Pane};
use crate::tui::rows;
use crate::tui::styled::Styled;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the findings that pass the filter, a line each, the current one in view.
pub(super) fn draw(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let height = usize::from(area.height);
    let at = model.finding_place();
    // The current finding stands in the middle where there is something on both sides of it.
    let top = at
        .unwrap_or(0)
        .saturating_sub(height / 2)
        .min(model.findings.len().saturating_sub(height));
    let digits = model.story.findings.len().to_string().len();
    for (y, place) in (area.y..area.bottom()).zip(top..model.findings.len()) {
        let Some(id) = model.findings.get(place) else {
            break;
        };
        let Some(finding) = model.story.findings.get(id.index()) else {
            continue;
        };
        let here = at == Some(place);
        let sign = if here { model.signs.cursor } else { " " };
        let mut text = Styled::of(sign, Role::Focus);
        text.push(&format!("{:>digits$} ", id.to_string()), Role::Quiet);
        let row = model.story.rows.get(finding.row.index());
        if let Some(row) = row {
            let sign = model.signs.verdict(row.verdict);
            text.push(&format!("{sign} "), Role::Verdict(row.verdict));
        }
        let role = if here && model.pane == Pane::Findings {
            Role::Focus
        } else {
            Role::Strong
        };
        text.push(finding.kind.words(), role);
        text.push(
            &format!(" {} ", rows::letters(&finding.articles)),
            Role::Quiet,
        );
        text.push(&finding.why, Role::Text);
        let line = text.clipped(usize::from(area.width), model.signs.ellipsis);
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
    if model.findings.is_empty() {
        let none = if model.story.findings.is_empty() {
            "no findings"
        } else {
            "no finding passes the filter: F takes it off"
        };
        let line = Styled::of(none, Role::Quiet).clipped(usize::from(area.width), "");
        draw_line(&line, theme, area, buf);
    }
}
