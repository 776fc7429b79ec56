//! The verdicts to choose from, over the panes.

use super::draw;
use super::theme::Theme;
use crate::tui::lines::Role;
use crate::tui::lines::Styled;
use crate::tui::state::{Choice, Model, Subject};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the choices with one of them selected.
pub(super) fn draw(model: &Model, theme: Theme, at: usize, buf: &mut Buffer) {
    let (title, machine) = match model.subject() {
        Some(Subject::Row(id)) => (format!("verdict of row {id}"), model.machine_verdict(id)),
        Some(Subject::Finding(id)) => (format!("finding {id}"), None),
        None => return,
    };
    let choices = model.choices();
    let width = model.width.min(52);
    let height = (choices.len() as u16).saturating_add(2).min(model.height);
    let area = Rect::new(
        (model.width - width) / 2,
        (model.height - height) / 2,
        width,
        height,
    );
    let inside = draw::frame(&title, model, theme, area, buf);
    for (y, (n, choice)) in (inside.y..inside.bottom()).zip(choices.iter().enumerate()) {
        let words = match choice {
            Choice::Verdict(verdict) => {
                let sign = model.signs.verdict(*verdict);
                let own = machine == Some(*verdict);
                let own = if own { "  as the machine says" } else { "" };
                format!("{sign} {}{own}", verdict.word())
            }
            Choice::Confirm => "it is right".to_owned(),
            Choice::Reject => "it is none: reject it".to_owned(),
            Choice::Restore => "take its rejected findings back".to_owned(),
        };
        let (sign, role) = if n == at {
            (model.signs.cursor, Role::Focus)
        } else {
            (" ", Role::Text)
        };
        let line = Styled::of(&format!("{sign} {words}"), role);
        let line = line.clipped(usize::from(inside.width), model.signs.ellipsis);
        let area = Rect {
            y,
            height: 1,
            ..inside
        };
        draw::line(&line, theme, area, buf);
    }
}
