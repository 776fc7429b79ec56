//! The filter menu over the panes.

use super::draw;
use super::theme::Theme;
use crate::tui::lines::Role;
use crate::tui::lines::Styled;
use crate::tui::state::filter::{self, Entry};
use crate::tui::state::{Model, areas};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the menu with one of its entries selected.
pub(super) fn draw(model: &Model, theme: Theme, at: usize, buf: &mut Buffer) {
    let entries = filter::entries(&model.story);
    let area = areas::menu(model, entries.len());
    let title = format!(
        "findings to stop at: {} of {}, none checked = all",
        at + 1,
        entries.len()
    );
    let inside = draw::frame(&title, model, theme, area, buf);
    let rows = usize::from(inside.height).max(1);
    let top = areas::list_top(at, entries.len(), rows);
    for (y, (n, (entry, count))) in
        (inside.y..inside.bottom()).zip(entries.iter().enumerate().skip(top))
    {
        let check = if model.filter.chosen(entry) {
            "[x]"
        } else {
            "[ ]"
        };
        let name = match entry {
            Entry::Kind(kind) => kind.words().to_owned(),
            Entry::Outlet(id) => {
                let outlet = model
                    .story
                    .articles
                    .get(id.index())
                    .map_or("", |a| a.outlet.as_str());
                format!("{id}  {outlet}")
            }
            Entry::Unreviewed => "not reviewed yet".to_owned(),
            Entry::Speaker(name) => format!("quoted: {name}"),
            Entry::Name(name) => format!("named: {name}"),
        };
        let (sign, role) = if n == at {
            (model.signs.cursor, Role::Focus)
        } else {
            (" ", Role::Text)
        };
        let mut text = Styled::of(&format!("{sign} {check} {name}"), role);
        text.push(&format!("  {count}"), Role::Quiet);
        let line = text.clipped(usize::from(inside.width), model.signs.ellipsis);
        draw::line(
            &line,
            theme,
            Rect {
                y,
                height: 1,
                ..inside
            },
            buf,
        );
    }
}
