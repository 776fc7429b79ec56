//! What is other than plain, named with the keys that end it.

use super::role::Role;
use super::styled::Styled;
use crate::tui::state::Model;
use crate::tui::state::departures::departures;
use crate::tui::state::message::Message;

/// A line such as ` 4 rows hidden (0) · agreeing rows folded (z) · Esc back `; empty where
/// the screen is plain.
pub fn modes(model: &Model) -> Styled {
    let mut text = Styled::default();
    for departure in departures(model) {
        let lead = if text.is_empty() {
            " "
        } else {
            model.signs.dot
        };
        text.push(lead, Role::Quiet);
        if lead != " " {
            text.push(" ", Role::Quiet);
        }
        text.push(&departure.words(model), Role::Hint);
        let message = departure.message(model);
        if let Some(key) = model
            .keymap
            .key_of(message)
            .filter(|_| message != Message::Back)
        {
            text.push(&format!(" ({key})"), Role::Key);
        }
        text.push(" ", Role::Quiet);
    }
    if !text.is_empty() {
        text.push(model.signs.dot, Role::Quiet);
        text.push(" Esc", Role::Key);
        text.push(" back ", Role::Quiet);
    }
    text
}
