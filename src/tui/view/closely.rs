//! The menu of what counts as alike, in the corner.

use super::draw;
use super::theme::Theme;
use crate::tui::lines::{Role, Styled};
use crate::tui::state::message::{Message, Way};
use crate::tui::state::{Model, Nicety, areas};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What stands under the niceties.
const NOTE: &str = "      verdicts stay: they are about facts";

/// Draws the menu with one of its entries selected.
pub(super) fn draw(model: &Model, theme: Theme, at: usize, buf: &mut Buffer) {
    let niceties = Nicety::ALL.into_iter().enumerate();
    let mut lines: Vec<Styled> = niceties
        .map(|(n, nicety)| entry(model, nicety, n == at))
        .collect();
    lines.push(Styled::of(NOTE, Role::Quiet));
    lines.push(chance(model, at == Nicety::ALL.len()));
    let area = areas::corner(model, lines.len());
    let inside = draw::frame("what counts as alike", model, theme, area, buf);
    let rows = usize::from(inside.height).max(1);
    let top = areas::list_top(at, lines.len(), rows);
    for (y, text) in (inside.y..inside.bottom()).zip(lines.into_iter().skip(top)) {
        let line = text.clipped(usize::from(inside.width), model.signs.ellipsis);
        let area = Rect {
            y,
            height: 1,
            ..inside
        };
        draw::line(&line, theme, area, buf);
    }
}

fn lead(model: &Model, here: bool) -> (&'static str, Role) {
    if here {
        (model.signs.cursor, Role::Focus)
    } else {
        (" ", Role::Text)
    }
}

fn entry(model: &Model, nicety: Nicety, here: bool) -> Styled {
    let (sign, role) = lead(model, here);
    let on = nicety.is_on(model.lens);
    let mut text = Styled::of(&format!("{sign} [{}] ", if on { "x" } else { " " }), role);
    text.push(&model.key(Message::Ignore(nicety)), Role::Key);
    text.push(&format!("  {}", nicety.words()), role);
    text
}

/// From which chance on links are claimed.
fn chance(model: &Model, here: bool) -> Styled {
    let (sign, role) = lead(model, here);
    let mut text = Styled::of(&format!("{sign} {:.2} ", model.claim.chance()), role);
    let keys = [Way::Back, Way::On].map(|way| model.key(Message::Claim(way)));
    text.push(&keys.join(" "), Role::Key);
    text.push(" chance from which links are claimed", role);
    text
}
