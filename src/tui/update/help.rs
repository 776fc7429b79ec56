//! The help: opened, searched, closed.

use crate::tui::lines::help;
use crate::tui::state::message::{Message, Way};
use crate::tui::state::{Key, Mode, Model};

/// Opens the help at its beginning.
pub(super) fn open(model: &mut Model) {
    show(model, String::new());
}

/// Shows the entries that hold some words.
pub(super) fn show(model: &mut Model, words: String) {
    model.mode = Mode::Help { top: 0, words };
}

/// Shows the whole help again, or closes it where it is whole.
pub(super) fn back(model: &mut Model) {
    match &model.mode {
        Mode::Help { words, .. } if !words.is_empty() => open(model),
        _ => model.mode = Mode::Read,
    }
}

/// Moves the help by lines.
pub(super) fn scroll(model: &mut Model, way: Way, lines: usize) {
    let last = help::last_top(model);
    let Mode::Help { top, .. } = &mut model.mode else {
        return;
    };
    let before = *top;
    *top = match way {
        Way::On => top.saturating_add(lines).min(last),
        Way::Back => top.saturating_sub(lines),
    };
    if *top == before {
        model.tell(match way {
            Way::On => "end of the help",
            Way::Back => "beginning of the help",
        });
    }
}

/// Brings the help within its bounds after a resize.
pub(super) fn settle(model: &mut Model) {
    let last = help::last_top(model);
    if let Mode::Help { top, .. } = &mut model.mode {
        *top = (*top).min(last);
    }
}

/// Says that a key means nothing where the reader is.
pub(super) fn unbound(model: &mut Model, key: Key) {
    let help = model.key(Message::Help);
    model.tell(format!("{key} has no meaning here: {help} lists the keys"));
}
